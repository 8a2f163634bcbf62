"""The head of a document against what is registered: organ, type, number (practice of Art 18, 22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anxin.quality.model import Finding, Paper
from anxin.regulation.rules import RuleSet
from anxin.regulation.signs import headings, squeeze

NUMBER = re.compile(r"[^\s。，；]{1,16}检[^\s。，；〔\[(（【]{0,12}[〔\[(（【]\d{4}[〕\])）】][^\s。，；]{0,8}号")
ORGAN = re.compile(r"^[\u4e00-\u9fff]{2,30}人民检察院$")
MARKS = {"不诉": "不起诉", "抗": "抗诉", "申复": "申诉复查"}
"""What the part of a number between 检 and the year tells of the type."""


def findings(paper: Paper, rules: RuleSet) -> Iterator[Finding]:
    at, head = 0, headings(paper.text[:4000])
    for line in head:
        start = paper.text.find(line, at)
        at = start + len(line)
        for sentence in _faults(squeeze(line), paper, rules):
            yield Finding("heading", start, at, line, sentence)


def _faults(line: str, paper: Paper, rules: RuleSet) -> Iterator[str]:
    names = {name for e in rules.table("document_type") for name in e.values["names"]}
    if line in names and line != paper.doc_type and not _same_type(line, paper.doc_type, rules):
        yield f"文书标题是“{line}”，登记的种类是“{paper.doc_type}”，请核对种类。"
    if paper.organ and ORGAN.match(line) and line != paper.organ and not paper.organ.endswith(line):
        yield f"文书署名的是{line}，本案由{paper.organ}办理，请核对。"
    if NUMBER.fullmatch(line):
        yield from _number_faults(line, paper)


def _same_type(line: str, doc_type: str, rules: RuleSet) -> bool:
    return any({line, doc_type} <= set(e.values["names"]) for e in rules.table("document_type"))


def _number_faults(line: str, paper: Paper) -> Iterator[str]:
    if paper.number and _plain(line) != _plain(paper.number):
        yield f"文书上的文号是“{line}”，登记的文号是“{paper.number}”，请核对。"
    if paper.short and not line.startswith(paper.short.removesuffix("检")):
        yield f"文号的院简称与本院（{paper.short}）不符，请核对。"
    mark = re.split(r"[〔\[(（【]", line, maxsplit=1)[0].partition("检")[2]
    told = next((kind for sign, kind in MARKS.items() if sign in mark), None)
    if told and told not in paper.doc_type:
        yield f"文号显示这是{told}文书，登记的种类是“{paper.doc_type}”，请核对。"


def _plain(number: str) -> str:
    return re.sub(r"[〔\[(（【〕\])）】]", "|", squeeze(number))
