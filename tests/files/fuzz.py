"""Mutated files: ``python tests/files/fuzz.py FIRST COUNT`` reads that many and says for each how it ended.

A line ``N kind code`` is written for each file, so that whoever started this knows where it died, if it did.
"""

import random
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.files.build import zipped  # noqa: E402
from tests.files.corpus import GOOD_PDF, SEEN  # noqa: E402

SEEDS = [data for _, data, _, _ in SEEN]
_TAG = re.compile(rb"<[^>]*>")


def mutated(number: int) -> bytes:
    """The file of this number: always the same one."""
    chance = random.Random(number)
    seed = chance.choice(SEEDS) if chance.random() < 0.8 else GOOD_PDF
    if seed.startswith(b"PK") and chance.random() < 0.7:
        return _inside(seed, chance)
    return _bytes(seed, chance)


def _inside(seed: bytes, chance: random.Random) -> bytes:
    """A whole archive with one part spoilt: what gets past the checks of the archive."""
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([key for key in parts if key.startswith("word/")] or list(parts))
    spoil = chance.choice((_bytes, _tags, _tags, _tags))
    return zipped({**parts, name: spoil(parts[name], chance)})


def _tags(data: bytes, chance: random.Random) -> bytes:
    """Tags removed, doubled, exchanged; numbers made strange."""
    for _ in range(chance.randint(1, 4)):
        tags = list(_TAG.finditer(data))
        if not tags:
            return data
        one, other = chance.choice(tags), chance.choice(tags)
        new = chance.choice((b"", one[0] * 2, other[0], re.sub(rb'"\d+"', b'"-99999999999"', one[0]),
                             re.sub(rb'"[^"]*"', b'"\xe7\x94\xb2"', one[0], count=1)))
        data = data.replace(one[0], new, chance.choice((1, -1)))
    return data


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, cut out, doubled, inserted."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(out) or 1)
        size = chance.choice((1, 1, 2, 8, 64))
        match chance.randrange(5):
            case 0:
                out[at:at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at:at + size]
            case 2:
                out[at:at] = out[at:at + size]
            case 3:
                out[at:at] = chance.randbytes(size)
            case _:
                out = out[:at] if chance.random() < 0.1 else out
    return bytes(out)


def main(first: int, count: int) -> None:
    from anxin.files import parse, worker
    from anxin.files.refused import Refused
    files = [mutated(number) for number in range(first, first + count)]
    for kind in ("zip", "pdf", "text"):
        parse.preload(kind)
    worker.confine(2 << 30, 600, 16)
    for number, data in enumerate(files, first):
        try:
            answer = worker.answer_to(parse.job, data)
            print(number, *(["refused", answer["refused"][1]] if "refused" in answer else ["document"]), flush=True)
        except Refused:
            raise AssertionError("refusals are answers") from None
        except Exception as error:
            print(number, "exception", type(error).__name__, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
