"""Derive how often words and the characters of given names occur (src/anxin/redaction/data/frequencies.txt.gz).

    python scripts/build_frequencies.py JIEBA_DICT.txt NGENDER_CHARFREQ.csv

Words of up to four characters that jieba's dictionary (MIT) does not call a person's name, with the exception of those
in ``homographs.txt`` and ``naming.txt``; rare ones are left out. Characters of given names are those of ngender (MIT),
both sexes together. A line is a level and what stands on it: a thing of level n occurs about exp(n / 2) times.
Words come first, then an empty line, then characters. Names of divisions (of the regulation's list of organs), whole and
without their last character, are words too.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
from anxin.redaction.lexicon import homographs, naming
from anxin.regulation import organs

OUT = Path(__file__).resolve().parents[1] / "src/anxin/redaction/data/frequencies.txt.gz"
RAREST = 5
PLACE = 700  # a place is named about as often


def words(path: Path) -> dict[str, int]:
    found = {}
    also = homographs() | naming("also_a_name")
    for line in path.open(encoding="utf-8"):
        word, count, tag = line.split()
        frequent = int(count) >= RAREST and not tag.startswith("nr")
        if len(word) == 1 or (len(word) <= 4 and (frequent or word in also)):
            found[word] = int(count)
    return found


def places() -> set[str]:
    """安溪县, 安溪; of two characters and a known name's, only with what it is."""
    names = (o.name.removesuffix("人民检察院") for o in organs.Tree.default().organs.values())
    whole = {re.sub("^(?:北京市|上海市|天津市|重庆市)(?=.{2})", "", n) for n in names}
    return {n for w in whole for n in (w, re.sub("(?:自治)?[省市州盟县区旗]$", "", w)) if 1 < len(n) <= 4}


def given(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8") as handle:
        return {row["char"]: int(row["male"]) + int(row["female"]) for row in csv.DictReader(handle)}


def levels(counts: dict[str, int]) -> str:
    table = defaultdict(list)
    for thing, count in counts.items():
        if count > 0:
            table[round(2 * log(count))].append(thing)
    return "\n".join(f"{level} {' '.join(sorted(things))}" for level, things in sorted(table.items()))


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    counted = words(Path(sys.argv[1]))
    for place in places():
        counted[place] = max(counted.get(place, 0), PLACE)
    body = levels(counted) + "\n\n" + levels(given(Path(sys.argv[2])))
    OUT.write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
