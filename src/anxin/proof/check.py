"""The proof itself: one public file against its original and its case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.proof import patterns, values
from anxin.proof.align import align, repeated_initials
from anxin.proof.extract import extract
from anxin.proof.model import Chunk, Extract, Finding, Proof, Unreadable
from anxin.proof.normal import PAGE_NUMBER, folded, squeezed
from anxin.proof.search import search

RULESET = "2014-trial"
_PACKED = ("docProps/", "customXml/", "word/comments", "word/people", "word/embeddings", "word/glossary", "word/vba",
           "word/media")


def check(public: bytes, original: bytes, case_data: Mapping[str, Any], doc_type: str = "",
          ruleset: str = RULESET) -> Proof:
    """Prove that ``public`` shows nothing protected and equals ``original`` outside its masks.

    ``case_data`` is an intake file or its ``case`` object. A file that cannot be read is a finding, never a pass.
    """
    try:
        case = values.case_of(case_data)
        published, source = extract(public), extract(original)
    except Unreadable as error:
        return Proof((Finding("不能核验", "文件", str(error)),))
    except (TypeError, ValueError, KeyError, AttributeError):
        return Proof((Finding("不能核验", "案件数据", "案件数据的格式有误，不能核验。"),))
    found = [Finding("案件数据", "当事人", "案件数据没有登记任何人的姓名，不能证明姓名已作匿名处理。")] \
        if values.names_nobody(case) else []
    wanted = values.from_case(case, doc_type, ruleset) + values.from_original(source)
    found += search(published, wanted, source.visible)
    found += _patterns(published)
    found += _leftovers(published)
    alignment, sentence = _equality(source, published, values.initials(case))
    found += sentence
    return Proof(tuple(dict.fromkeys(found)), {
        "protected_values": len(wanted), "masks": alignment, "characters": len(published.visible),
        "hidden_in_original": len(source.hidden)})


def _patterns(published: Extract) -> list[Finding]:
    texts = [c.text for c in published.chunks]
    if published.format == "pdf":
        texts.append("".join(texts))        # a number may run over two lines
    kinds = sorted({v.kind for v in patterns.find(texts)})
    return [Finding(kind, "正文", f"正文中仍有像{kind}的内容（第二十条第（一）项）。") for kind in kinds]


def _leftovers(published: Extract) -> list[Finding]:
    """Hidden text of the public file and parts that a new file does not have."""
    out = [Finding("隐藏内容", "公开文件", "公开文件中有读者看不见的文字。")] if any(
        t.strip() for t in published.hidden) else []
    if published.format == "docx":
        parts = sorted({p.split("/")[0] for p, _ in published.blobs if p.startswith(_PACKED)})
        out += [Finding("附带信息", p, "公开文件带有属性、批注、图片或者嵌入内容，不是重新生成的文件。") for p in parts]
    return out


def _equality(source: Extract, published: Extract, initials: frozenset[str]) -> tuple[int, list[Finding]]:
    """Number of masks, and a finding when the texts do not align."""
    form = folded if "pdf" in (source.format, published.format) else squeezed
    original = [Chunk(form(c.text), c.optional) for c in source.chunks]
    public = [form(c.text) for c in published.chunks if not _is_furniture(c, published.format)]
    text = "".join(public)
    result = align(original, text, initials)
    if not result.aligned:
        result = align(original, text, initials | repeated_initials(text))
    if result.aligned:
        return result.masks, []
    place = f"第{_paragraph_of(result.at, public)}段"
    return result.masks, [Finding(
        "不一致", place, f"公开文书与原文书在屏蔽处以外不一致（第二十二条）：公开文书{place}附近，"
                         f"全文约{result.at * 100 // max(len(text), 1)}%处。")]


def _is_furniture(chunk: Chunk, file_format: str) -> bool:
    """Page numbers, and what a PDF repeats on every page."""
    return chunk.optional and (file_format == "pdf" or bool(PAGE_NUMBER.fullmatch(squeezed(chunk.text))))


def _paragraph_of(at: int, texts: list[str]) -> int:
    """Number of the printed paragraph that holds the ``at``-th character."""
    printed, seen = 0, 0
    for text in filter(None, texts):
        printed, seen = printed + 1, seen + len(text)
        if seen > at:
            break
    return max(printed, 1)
