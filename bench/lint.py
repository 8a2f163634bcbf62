"""How often the linter errs and how long it takes: ``python bench/lint.py``. Processor time in seconds.

First run: each fresh set judged by what was learned from the sets written before it. Left out: by what was learned
from all the others. Shipped: by the weights that come with the system, which were learned from these sets too.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "scripts")]

import train_linter  # noqa: E402

from anxin.lint import lint  # noqa: E402
from anxin.lint.judge import standard_judge  # noqa: E402
from tests.lint.generate import generate  # noqa: E402
from tests.lint.samples import FRESH, SETS, counts, sentences, wrong  # noqa: E402

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


def learned_rows() -> list[str]:
    """The rows of docs/lint.md that need learning anew."""
    samples, vectors = train_linter.bags(), train_linter.Vectors()
    limit = standard_judge().limit
    rows = []
    for title, method in (("first run", train_linter.forecast), ("left out", train_linter.cross_validated)):
        scored = method(samples, vectors)
        for name in FRESH:
            part = [(bag.blocked, score >= limit) for bag, score in scored if bag.source == name]
            rows.append(row(f"{name}, {title}", part))
        rows.append(row(f"all fresh sets, {title}", [(bag.blocked, score >= limit) for bag, score in scored]))
    return rows


def shipped_rows() -> list[str]:
    """The rows of docs/lint.md about the weights as they are."""
    rows = []
    for title, samples in (("all written sentences, shipped", [s for name in SETS for s in sentences(name)]),
                           ("generated, shipped", generate(2024, 2000))):
        missed, overdone = wrong(samples)
        bad, good = counts(samples)
        rows.append(line(title, bad - len(missed), bad, len(overdone), good))
    return rows


def row(title: str, judged: list[tuple[bool, bool]]) -> str:
    caught = sum(must and does for must, does in judged)
    overdone = sum(does and not must for must, does in judged)
    bad = sum(must for must, _ in judged)
    return line(title, caught, bad, overdone, len(judged) - bad)


def line(title: str, caught: int, bad: int, overdone: int, good: int) -> str:
    return f"| {title} | {caught}/{bad} = {caught / bad:.1%} | {overdone}/{good} = {overdone / good:.1%} |"


def speed() -> None:
    for piece in HARD:
        text = piece * (SIZE // len(piece))
        before = time.process_time()
        lint(text, True)
        print(f"1,000,000 characters of {piece[:6]!r:12} {time.process_time() - before:6.2f} s")


if __name__ == "__main__":
    print("\n".join([*learned_rows(), *shipped_rows()]))
    speed()
