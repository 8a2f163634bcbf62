"""Mutated files never harm whoever reads them: the answer is a document or a refusal, in time."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from anxin.files.model import Document
from anxin.files.read import read
from anxin.files.refused import Refused
from tests.files.fuzz import mutated

FUZZ = Path(__file__).with_name("fuzz.py")
BATCH, SECONDS = 250, 200


def batch(first: int, count: int) -> tuple[Counter[str], list[int]]:
    """How the files ended, and the numbers of those that need a second look: the process died, or nobody foresaw it."""
    ends: Counter[str] = Counter()
    suspects: list[int] = []
    at = first
    while at < first + count:
        try:
            done = subprocess.run([sys.executable, FUZZ, str(at), str(first + count - at)], capture_output=True,
                                  text=True, timeout=SECONDS, check=False)
            out = done.stdout
        except subprocess.TimeoutExpired as late:
            out = (late.stdout or b"").decode()
        lines = [line.split() for line in out.splitlines()]
        ends.update(line[1] for line in lines)
        suspects += [int(line[0]) for line in lines if line[1] == "exception"]
        at += len(lines)
        if at < first + count:
            suspects.append(at)
            at += 1
    return ends, suspects


def ending(data: bytes) -> str:
    try:
        return "document" if isinstance(read(data), Document) else "nothing"
    except Refused:
        return "refused"


def test_a_sample_of_mutated_files_ends_in_a_document_or_a_refusal(request):
    count = 10_000 if request.config.getoption("--campaign") else 200
    ends: Counter[str] = Counter()
    for first in range(0, count, BATCH):
        some, suspects = batch(first, min(BATCH, count - first))
        ends += some
        assert [number for number in suspects if ending(mutated(number)) != "refused"] == []
    assert ends["document"] + ends["refused"] > 0.99 * count
    assert ends["document"] > 0.05 * count, "too few mutations leave anything to read"
    print(dict(ends))


@pytest.mark.parametrize("number", range(50_000, 50_010))
def test_mutated_files_through_the_sandbox(number):
    assert ending(mutated(number)) in ("document", "refused")
