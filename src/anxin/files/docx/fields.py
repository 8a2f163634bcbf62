"""Fields: a reader sees the stored result; the instruction is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from anxin.files.docx.counting import circled
from anxin.files.docx.xml import VAL, Element, W, number, value

_HARMLESS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "SEQ", "EQ", "=", "",
             "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT"}
_CIRCLE = re.compile(r"\\o\s*(?:\\a[clr])?\s*\(\s*([^,，;]*?)\s*[,，;]\s*([^)]*?)\s*\)", re.IGNORECASE)
_ROUND = set("○〇◯")


@dataclass
class Field:
    """A complex field that is being read: first its instruction, then its result."""

    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    shown: str = ""         # of a form: what is drawn in its place

    @property
    def code(self) -> str:
        return "".join(self.instruction).strip()


def form_text(begin: Element) -> str:
    """What a form field shows that has no result: the box of a check box, the chosen entry of a list."""
    form = begin.find(W + "ffData")
    box = form.find(W + "checkBox") if form is not None else None
    choice = form.find(W + "ddList") if form is not None else None
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return "☑" if state is not None and state.get(VAL, "1") in ("1", "true", "on") else "☐"
    if choice is not None:
        entries = [entry.get(VAL, "") for entry in choice.iterchildren(W + "listEntry")]
        at = number(value(choice, "result", "0"))
        return entries[at] if 0 <= at < len(entries) else ""
    return ""


def name(code: str) -> str:
    """PAGE, HYPERLINK, ...: the first word of an instruction."""
    return code.split(maxsplit=1)[0].upper() if code.split() else ""


def tells(code: str) -> bool:
    """Whether an instruction can say more than its result."""
    return name(code) not in _HARMLESS


def drawn(code: str) -> str:
    """What Word draws for an EQ field, which has no stored result: signs put over each other (带圈字符)."""
    found = _CIRCLE.search(code)
    if not found:
        return ""
    frame, inner = found.groups()
    if set(frame) & _ROUND and inner.isdigit():
        return circled(int(inner))
    return inner
