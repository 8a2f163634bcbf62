"""What the portal offers, as page, Word file and PDF, passes the independent proof against the served file (Art 22)."""

from __future__ import annotations

import re
import time
from datetime import datetime
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest

from anxin.demo.cases import generate
from anxin.demo.load import SEED
from anxin.proof.check import check

# not those of the organ where the walks hide and withdraw
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()     # the demonstration's day, whatever this machine's clock shows
PUBLISHED = [p for p in generate(SEED, TODAY)
             if p.scene.goal == "published" and p.scene.organ != "510107"][:3]


def get(address: str) -> bytes:
    with urlopen(address) as answer:
        return answer.read()


def found(house, number: str) -> str:
    """The address of a document by its number; a fresh house needs a moment until its packages have crossed over."""
    for _ in range(240):
        try:
            hits = get(f"{house.portal}/documents/?q={quote(number)}").decode()
        except HTTPError:
            hits = ""
        if hit := re.search(r'href="(/d/[^"]+)"', hits):
            return hit[1]
        time.sleep(0.25)
    return ""


@pytest.mark.parametrize("package", PUBLISHED, ids=lambda p: p.scene.charge)
def test_the_page_and_the_files_of_a_published_document_are_proved(house, package):
    entry = package.data["documents"][0]
    address = found(house, entry["number"])
    assert address
    page = get(house.portal + address)
    files = re.findall(r'href="(/d/[^"]+\.(?:pdf|docx))"', page.decode())
    assert len(files) == 2
    original = package.files[entry["file"]]
    for public in (page, *(get(house.portal + file) for file in files)):
        proof = check(public, original, package.data, entry["doc_type"])
        assert proof.proved, [(finding.kind, finding.place) for finding in proof.findings]
