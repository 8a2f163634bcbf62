"""How real files spoil text, and how someone would hide a name on purpose: no label may depend on it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from .pieces import Draft, Piece, insert
from .variants import CHINESE, CIRCLED, LOOKALIKE, RADICALS, TRADITIONAL

NAMES = {"name", "official_name", "lawyer_name"}
DIGITS = {"phone", "id_card", "bank_card", "alipay", "wechat", "qq", "org_account"}
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
SEPARATORS = "·.*_-•・/"


def put(piece: Piece, at: int, text: str) -> Piece:
    """Insert text inside a piece; it belongs to the piece but never to what has to change."""
    core = piece.core[:at] + (False,) * len(text) + piece.core[at:] if piece.core else ()
    return replace(piece, text=piece.text[:at] + text + piece.text[at:], core=core)


def swap(piece: Piece, table: dict[str, str], r: Random, share: float) -> Piece:
    text = "".join(r.choice(table[c]) if c in table and r.random() < share else c for c in piece.text)
    return replace(piece, text=text)


def is_name(piece: Piece) -> bool:
    return piece.label is not None and piece.label.kind in NAMES and piece.label.form == "full" and len(piece.text) > 1


def spaced(piece: Piece, r: Random) -> Piece:
    """张 三, as in signature blocks and justified tables."""
    if not is_name(piece) or "·" in piece.text or piece.text[0].isascii() or len(piece.text) > 4:
        return piece
    at = next((i for i, c in enumerate(piece.core) if c), 1)
    return put(piece, max(at, 1), r.choice([" ", "　", "  ", " "]))


def broken(piece: Piece, r: Random) -> Piece:
    """A line break (with or without the next line's indent) inside a name."""
    if not is_name(piece) or piece.text[0].isascii():
        return piece
    return put(piece, r.randrange(1, len(piece.text)), r.choice(["\n", "\n", "\n　　"]))


def dots(piece: Piece, r: Random) -> Piece:
    """The many dots of names with ·."""
    if piece.label is None or piece.label.replacement_class != "name" or "·" not in piece.text:
        return piece
    return replace(piece, text=piece.text.replace("·", r.choice("····•・．.‧")))


def hostile(piece: Piece, r: Random, ways: set[str]) -> Piece:
    """Zero-width characters, separators, look-alikes, traditional forms, other numerals."""
    if piece.label is None:
        return piece
    if is_name(piece) and not piece.text[0].isascii():
        way = r.choice(sorted(ways & {"zero_width", "separator_in_name", "homoglyph", "traditional"}) or ["none"])
        if way == "zero_width":
            return put(piece, r.randrange(1, len(piece.text)), r.choice(INVISIBLE))
        if way == "separator_in_name" and "·" not in piece.text:
            return put(piece, max(1, next((i for i, c in enumerate(piece.core) if c), 1)), r.choice(SEPARATORS))
        if way in ("homoglyph", "traditional"):
            return swap(piece, RADICALS if way == "homoglyph" else TRADITIONAL, r, 1)
    if piece.label.kind in DIGITS and piece.label.must == "mask" and piece.text.isdigit() and piece.text.isascii():
        return hostile_number(piece, r, ways)
    return piece


def hostile_number(piece: Piece, r: Random, ways: set[str]) -> Piece:
    fitting = {"zero_width", "homoglyph", "chinese_numerals", "circled_digits", "mixed_width"} & ways
    way = r.choice(sorted(fitting) or [""])
    if way == "zero_width":
        return put(piece, r.randrange(4, len(piece.text) - 1), r.choice(INVISIBLE))
    if way == "homoglyph" and piece.label.kind in ("phone", "id_card", "bank_card"):
        return swap(piece, LOOKALIKE, r, 0.7)
    if way == "chinese_numerals" and piece.label.kind == "phone":
        return swap(piece, CHINESE, r, 1)
    if way == "circled_digits" and len(piece.text) < 13:
        return swap(piece, CIRCLED, r, 1)
    if way == "mixed_width":
        return swap(piece, {c: chr(ord(c) + 0xFEE0) for c in "0123456789"}, r, 0.4)
    return piece


WAYS = [
    "zero_width",
    "separator_in_name",
    "homoglyph",
    "traditional",
    "chinese_numerals",
    "circled_digits",
    "mixed_width",
]


def spoil(pieces: list[Piece], r: Random, flags: set[str]) -> tuple[list[Piece], list[str]]:
    """Apply the noise that the flags ask for; gives the pieces and the hostile ways used."""
    ways = set(r.sample(WAYS, r.randrange(2, 6))) if "adversarial" in flags else set()
    out = []
    for piece in pieces:
        piece = dots(piece, r)
        if ways and r.random() < 0.45:
            piece = hostile(piece, r, ways)
        elif "name_spaced" in flags and r.random() < 0.15:
            piece = spaced(piece, r)
        elif "name_linebreak" in flags and r.random() < 0.08:
            piece = broken(piece, r)
        out.append(piece)
    return out, sorted(ways)


def wrap(draft: Draft, r: Random) -> Draft:
    """Hard lines of one width, with page footers in between, as text taken from a PDF has them."""
    width, column, line = r.choice([24, 28, 30, 33, 36]), 0, 0
    page, marks = r.choice([0, 18, 22]), []
    style = r.choice(["- {} -", "第 {} 页", "{}"])
    for i, c in enumerate(draft.text):
        if c == "\n":
            column, line = 0, line + 1
            continue
        if column >= width:
            foot = "\n" + style.format(line // page + 1) if page and line % page == page - 1 else ""
            marks.append((i, foot + "\n"))
            column, line = 0, line + 1
        column += 1
    return insert(draft, marks)
