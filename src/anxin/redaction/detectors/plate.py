"""Number plates, new energy plates among them."""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][ ·.\-]?"
    r"(?:[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领])(?![A-Za-z0-9])"
)
_ARMY = re.compile(
    r"(?:WJ|[VKHBSLJNGC][A-Z])[·\-]?(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][·\-]?)?\d{4,5}(?=号?[^，。]{0,4}车)"
)


def find(text: str) -> list[Item]:
    return [Item(m.start(), m.end(), "plate") for m in _PLATE.finditer(text)]
