"""Characters of symbol fonts as the reader sees them."""

from __future__ import annotations

UNKNOWN = "□"

_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
              0x9E: "·", 0x9F: "•", 0xA0: "·", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→",
              0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
_WINGDINGS.update({0x81 + i: chr(ord("①") + i) for i in range(10)} | {0x8C + i: chr(ord("❶") + i) for i in range(10)})
_WINGDINGS2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "□", 0x30: "☐"}
_SYMBOL = {0xB7: "•", 0xD7: "×", 0xB4: "×", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈",
           0xAE: "→", 0xAC: "←", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x57: "Ω"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS2, "symbol": _SYMBOL, "webdings": {0x61: "✓", 0x63: "□"}}
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")


def symbol(char: str, font: str) -> str:
    """The character for a code in a symbol font; UNKNOWN where the picture behind the code is not known."""
    code = ord(char)
    if not 0xF000 <= code <= 0xF0FF:
        return char
    name = font.lower()
    if not name.startswith(_SYMBOL_FONTS):
        # an ordinary font, or none named: bullets of Word without a font are those of Symbol
        return _SYMBOL.get(code - 0xF000) or (chr(code - 0xF000) if 0x20 < code - 0xF000 < 0x7F else UNKNOWN)
    table = _FONTS.get(name, {})
    found = table.get(code - 0xF000)
    if not found and name == "symbol" and 0x30 <= code - 0xF000 <= 0x39:
        return chr(code - 0xF000)       # Symbol has its digits where ASCII has them
    return found or UNKNOWN
