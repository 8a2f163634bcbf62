"""What is left where two pieces of a text that have to go cross each other."""

from __future__ import annotations

from anxin.redaction.detectors.item import Item
from anxin.redaction.mentions import Mention


def resolve(pieces: list[tuple[int, int, Item | Mention]]) -> list[tuple[int, int, Item | Mention]]:
    """Pieces in order without overlaps: the longer one wins whole; of an item that it crosses, the rest goes all the same."""
    chosen: list[tuple[int, int, Item | Mention]] = []
    for piece in sorted(pieces, key=lambda p: (p[0], p[0] - p[1])):
        last = chosen[-1] if chosen else (0, 0, piece[2])
        if piece[0] >= last[1]:
            chosen.append(piece)
        elif piece[1] - piece[0] > last[1] - last[0]:
            chosen[-1:] = [*_part(last, last[0], piece[0]), piece]
        else:
            chosen += _part(piece, last[1], piece[1])
    return chosen


def _part(piece: tuple[int, int, Item | Mention], start: int, end: int) -> list[tuple[int, int, Item | Mention]]:
    """[start, end) of an item; nothing of a name, which is masked whole or not at all."""
    what = piece[2]
    return [(start, end, what._replace(start=start, end=end))] if start < end and isinstance(what, Item) else []
