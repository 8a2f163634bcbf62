"""How characters look: whether a reader sees them at all, and the run they become."""

from __future__ import annotations

from typing import Any

from anxin.files.docx.props import Props, on
from anxin.files.docx.styles import Styles
from anxin.files.docx.xml import number

UNKNOWN_GROUND = "?"    # something may be behind the text: no colour is held against it
_NAMED = {"black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
          "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
          "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
          "darkGray": "808080", "lightGray": "C0C0C0"}
_THEME = {"background1": "FFFFFF", "light1": "FFFFFF", "text1": "000000", "dark1": "000000"}
_NEAR = 24              # of 255: colours this close can't be told apart
_TINY = 4               # half points
_NARROW = 10            # percent of the normal width


def colour(props: Props, prefix: str, name: str) -> str:
    """RRGGBB of ``prefix``.name, empty for automatic."""
    theme = props.get(f"{prefix}.theme{name}", "")
    found = props.get(f"{prefix}.{name.lower()}", "")
    if len(found) == 6 and found != "auto":
        return found.upper()
    return _THEME.get(theme, "")


def fill(props: Props) -> str:
    """The shading of a run, paragraph or cell; empty for none."""
    if props.get("shd.val") == "solid":
        return colour(props, "shd", "Color") or "000000"
    return colour(props, "shd", "Fill")


def hidden_kind(props: Props, ground: str) -> str:
    """The kind of hidden thing that text of these properties is, empty when a reader sees it."""
    if on(props, "vanish"):
        return "hidden_run"
    if 0 < number(props.get("sz"), 22) <= _TINY or 0 < number(props.get("w"), 100) < _NARROW:
        return "invisible_run"
    marker = _NAMED.get(props.get("highlight", ""), "")
    behind = marker or fill(props) or ground or "FFFFFF"
    # automatic colour turns white on dark shading, but not on a black marker: that is how text is blacked out
    front = colour(props, "color", "Val") or ("000000" if marker else "")
    if front and behind != UNKNOWN_GROUND and _near(front, behind):
        return "invisible_run"
    return ""


def _near(one: str, other: str) -> bool:
    try:
        pairs = [(int(one[i:i + 2], 16), int(other[i:i + 2], 16)) for i in (0, 2, 4)]
    except ValueError:
        return False
    return max(abs(a - b) for a, b in pairs) < _NEAR


def run_look(props: Props, styles: Styles, text: str) -> dict[str, Any]:
    """The fields of ``model.Run`` that say how the text looks."""
    asian = any(char >= "\u2e80" for char in text)
    return {
        "bold": on(props, "b"), "italic": on(props, "i"), "underline": on(props, "u"),
        "strike": on(props, "strike") or on(props, "dstrike"),
        "font": styles.font(props, asian), "size": number(props.get("sz")) / 2,
        "color": colour(props, "color", "Val"),
        "vertical": {"superscript": "super", "subscript": "sub"}.get(props.get("vertAlign", ""), ""),
    }
