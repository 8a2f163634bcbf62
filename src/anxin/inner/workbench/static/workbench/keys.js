// One key per action: a key presses or focuses the first visible element that carries it in data-key.
// Nothing needs this script; it can be switched off in the footer, and keys never fire while somebody types.
(() => {
  const KEY = "anxin-keys-off";
  const body = document.body;
  let off = localStorage.getItem(KEY) === "1";

  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const visible = (element) => element.offsetParent !== null;

  function act(element) {
    if (element.matches("input:not([type=submit]), textarea, select")) element.focus();
    else if (element.matches("summary")) {
      element.parentElement.open = true;
      (element.parentElement.querySelector("input:not([type=hidden]), textarea, select") ?? element).focus();
    }
    else element.click();
  }

  // an unfolded part of the navigation folds again with Escape, or when the reader goes elsewhere
  const unfolded = () => document.querySelector(".site-nav details[open]");
  const fold = (event) => { const part = unfolded(); if (part && !part.contains(event.target)) part.open = false; };
  document.addEventListener("click", fold);
  document.addEventListener("focusin", fold);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && unfolded()) { const part = unfolded(); part.open = false; part.querySelector("summary").focus(); return; }
    if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
    if (event.ctrlKey && event.key === "Enter" && event.target.form) { event.target.form.requestSubmit(); return; }
    if (off || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const name = CSS.escape(event.key.toLowerCase());
    const element = [...document.querySelectorAll(`[data-key="${name}"]`)].find(visible);
    if (element) { event.preventDefault(); act(element); }
  });

  function show() {
    body.classList.toggle("no-keys", off);
    toggle.textContent = off ? "启用单键操作" : "停用单键操作";
  }
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "link";
  toggle.addEventListener("click", () => { off = !off; localStorage.setItem(KEY, off ? "1" : "0"); show(); });
  const item = document.createElement("li");
  item.append(toggle);
  document.querySelector(".site-footer ul")?.append(item);
  show();

  // a second press on a button that is already sending does nothing
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((f) => delete f.dataset.sent));

  const wrong = document.querySelector("[role=alert]");
  if (wrong) wrong.focus();
})();
