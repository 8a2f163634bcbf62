"""docs/lint.md says what is measured, to the last sentence.

Behind the flag: the view and the word lists of the redaction move a sentence or two; then train and measure again.
"""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bench")]

import lint as bench  # noqa: E402

DOCS = (ROOT / "docs/lint.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.campaign
def test_the_docs_give_the_figures_of_the_shipped_weights():
    assert set(bench.shipped_rows()) <= set(DOCS)


@pytest.mark.campaign
def test_the_docs_give_the_figures_of_learning_anew():
    assert set(bench.learned_rows()) <= set(DOCS)
