"""Build the Chinese font of the public PDF from Noto Serif CJK (SIL Open Font License 1.1).

    python scripts/build_fonts.py NotoSerifCJK-Regular.ttc

Takes the collection of the Debian package ``fonts-noto-cjk``, keeps the SC face with every Han character it has,
punctuation, Latin, Greek, Cyrillic, kana, numerals and box drawing; drops hints, vertical forms and other regions'
shapes. Beside the font a list of the covered code points is written, so that nobody has to open the font to know
whether a text can be printed. The same input gives the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

TARGET = Path(__file__).resolve().parent.parent / "src" / "anxin" / "files" / "fonts"
FACE = "Noto Serif CJK SC"
KEEP = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x2C7, 0x2D9), (0x370, 0x451),     # Latin, pinyin, Greek, Cyrillic
    (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2100, 0x22FF), (0x2300, 0x23FF),          # punctuation, signs, numerals
    (0x2460, 0x27BF), (0x2E80, 0x33FF),                                               # circled, boxes, radicals, kana
    (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFE10, 0xFE4F), (0xFF00, 0xFFEF),           # Han, compatibility, full width
    (0x20000, 0x323AF),                                                               # Han beyond the first plane
)


def wanted(cmap: dict[int, str]) -> list[int]:
    """Code points of the face that the font keeps, ascending."""
    return [c for c in sorted(cmap) if any(first <= c <= last for first, last in KEEP)]


def ranges(points: list[int]) -> str:
    """``4E00-9FA5`` lines for a sorted list of code points."""
    lines: list[list[int]] = []
    for c in points:
        if lines and lines[-1][1] == c - 1:
            lines[-1][1] = c
        else:
            lines.append([c, c])
    return "".join(f"{a:X}-{b:X}\n" for a, b in lines)


def main(source: str) -> None:
    face = next(f for f in TTCollection(source).fonts if f["name"].getDebugName(1) == FACE)
    points = wanted(face.getBestCmap())
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "GPOS", "GSUB", "GDEF", "DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(face)
    face.recalcTimestamp = False
    face.save(TARGET / "NotoSerifCJKsc-Regular.otf")
    kept = sorted(face.getBestCmap())
    (TARGET / "coverage.txt").write_text(ranges(kept), encoding="ascii")
    print(len(kept), "characters")


if __name__ == "__main__":
    main(sys.argv[1])
