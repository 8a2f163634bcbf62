// Select to mask: what is selected in the original is written into the form 「增加屏蔽」, with its place.
// Offsets are code points of the original; every piece of text carries its own start.
(() => {
  const form = document.getElementById("add-form");
  const original = document.querySelector(".sheet");
  if (!form || !original) return;

  function offset(node, units) {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!holder) return null;
    const before = document.createRange();
    before.setStart(holder, 0);
    before.setEnd(node, units);
    return Number(holder.dataset.start) + [...before.toString()].length;
  }

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!original.contains(range.commonAncestorContainer)) return;
    const start = offset(range.startContainer, range.startOffset);
    if (start === null) return;
    form.elements.expected.value = selection.toString();
    form.elements.start.value = start;
    form.closest("details").open = true;
  });
  form.elements.expected.addEventListener("input", () => { form.elements.start.value = ""; });

  const current = document.querySelector(".sheet [aria-current]");
  const beside = window.matchMedia("(min-width: 70rem)").matches; // otherwise the panel stands above the text
  if (current && beside && !location.hash.startsWith("#at-")) current.scrollIntoView({ block: "center", behavior: "instant" });
})();
