"""How often the linter errs and how long it takes: ``python bench/lint.py``. Processor time in seconds."""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.lint import lint  # noqa: E402
from tests.lint.generate import generate  # noqa: E402
from tests.lint.samples import HELD_OUT, TUNING, counts, sentences, wrong  # noqa: E402

SIZE = 1_000_000
HARD = (
    "日前，云岭县人民检察院以涉嫌受贿罪对周某提起公诉，周某收受他人现金若干。\n",
    "的",
    "1",
    "告知",
    "，",
    "审查材料",
    "可以",
    "涉嫌",
    "（",
    "刑法规定",
    "涉嫌掩饰、隐瞒犯罪所得、犯罪所得收益",
)


def rates() -> None:
    sets = {
        "written sets, all read since": [s for name in TUNING for s in sentences(name)],
        "held out": sentences(HELD_OUT),
        "generated": generate(2024, 2000),
    }
    for name, samples in sets.items():
        missed, overdone = wrong(samples)
        bad, good = counts(samples)
        print(
            f"{name:26} blocked {bad - len(missed)}/{bad} = {1 - len(missed) / bad:.1%}   "
            f"blocked by mistake {len(overdone)}/{good} = {len(overdone) / good:.1%}"
        )


def speed() -> None:
    for piece in HARD:
        text = piece * (SIZE // len(piece))
        before = time.process_time()
        lint(text, True)
        print(f"1,000,000 characters of {piece[:6]!r:12} {time.process_time() - before:6.2f} s")


if __name__ == "__main__":
    rates()
    speed()
