"""What may cross the corridor. A new kind is one entry of ``KINDS`` and one function in the wing that applies it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from anxin.exchange import schemas, schemas_announcements, schemas_inquiry, schemas_supervision
from anxin.exchange.canonical import sha256
from anxin.exchange.refused import Refused

Check = Callable[[Mapping[str, Any], Mapping[str, bytes]], str | None]
TO_OUTER = frozenset({"inner-outer"})
TO_INNER = frozenset({"outer-inner"})
BOTH = TO_OUTER | TO_INNER


FORMATS = FormatChecker()


@FORMATS.checks("moment", raises=ValueError)
def _moment(value: object) -> bool:
    """ISO 8601 with an offset."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _whole_publication(payload: Mapping[str, Any], blobs: Mapping[str, bytes]) -> str | None:
    """What a schema cannot say of a publication: hashes agree, and nothing hidden travels with the text."""
    document = payload["document"]
    if sha256(payload["text"].encode()) != payload["sha256"]:
        return "公开文本与其哈希不符。"
    if document.get("text") != payload["text"]:
        return "公开文本与文书结构不一致。"
    if document.get("hidden"):
        return "文书结构中带有隐藏内容，不得送往外网。"
    if {name: sha256(data) for name, data in blobs.items()} != payload["files"]:
        return "公开文件与经批准的文件不一致。"
    return None


def _all_papers(payload: Mapping[str, Any], blobs: Mapping[str, bytes]) -> str | None:
    """A submission has its sealed body and all its sealed papers."""
    wanted = {"body", *(f"paper-{n}" for n in range(1, payload["papers"] + 1))}
    return None if set(blobs) == wanted else "来件的附件不全。"


@dataclass(frozen=True)
class Kind:
    """``schema`` is JSON Schema of the payload; ``lanes`` where it may travel; ``blobs`` the names it may carry."""

    schema: Mapping[str, Any]
    lanes: frozenset[str] = frozenset({"normal"})
    directions: frozenset[str] = TO_OUTER
    blobs: frozenset[str] = frozenset()
    check: Check | None = None


PAPERS = frozenset({"body", *(f"paper-{n}" for n in range(1, 20))})
ENDS_ACCESS = frozenset({"normal", "hide"})
KINDS: dict[str, Kind] = {
    "organ": Kind(schemas.ORGAN),
    "publication": Kind(schemas.PUBLICATION, blobs=frozenset({"docx", "pdf"}), check=_whole_publication),
    "announcement": Kind(
        schemas_announcements.ANNOUNCEMENT, blobs=frozenset(schemas_announcements.PICTURES),
        check=schemas_announcements.whole,
    ),
    "publishers": Kind(schemas_announcements.JOINED),
    "hide": Kind(schemas.ENDING, lanes=ENDS_ACCESS),
    "withdrawal": Kind(schemas.ENDING, lanes=ENDS_ACCESS),
    "restore": Kind(schemas.RESTORE),
    "checkpoint": Kind(schemas.CHECKPOINT),
    "figures": Kind(schemas.FIGURES),
    "submission": Kind(schemas.SUBMISSION, directions=TO_INNER, blobs=PAPERS, check=_all_papers),
    "answer": Kind(schemas.ANSWER),
    "activation": Kind(schemas_inquiry.ACTIVATION),
    "binding": Kind(schemas_inquiry.BINDING),
    "binding_end": Kind(schemas_inquiry.BINDING_END, lanes=ENDS_ACCESS),
    "notice": Kind(schemas_inquiry.NOTICE),
    "staff_look": Kind(schemas_inquiry.STAFF_LOOK),
    "look": Kind(schemas_inquiry.LOOK, directions=TO_INNER),
    "activation_done": Kind(schemas_inquiry.ACTIVATION_DONE, directions=TO_INNER),
    "account_event": Kind(schemas_inquiry.ACCOUNT_EVENT, directions=TO_INNER),
    "feed": Kind(schemas_supervision.FEED),
    "site": Kind(schemas_supervision.SITE),
    "opinion": Kind(schemas_supervision.OPINION, directions=TO_INNER),
    "link": Kind(schemas_supervision.LINK, directions=TO_INNER),
    "receipt": Kind(schemas.RECEIPT, lanes=frozenset({"receipt"}), directions=BOTH),
}


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = schemas.HEADER if name == "" else KINDS[name].schema
    return Draft202012Validator(dict(schema), format_checker=FORMATS)


def _first_fault(name: str, value: Any) -> str | None:
    """Where a value breaks its schema. Only the place is told, never the value: it may be protected."""
    for error in _validator(name).iter_errors(value):
        place = "/".join(str(part) for part in error.absolute_path) or "（整体）"
        return f"{place}（{error.validator}）"
    return None


def check_header(header: Any) -> None:
    """Raise ``Refused`` unless the header has its form."""
    fault = _first_fault("", header)
    if fault:
        raise Refused(f"数据包的清单不合规范：{fault}。")


def check_item(direction: str, lane: str, kind: str, payload: Any, blobs: Mapping[str, bytes]) -> None:
    """Raise ``Refused`` unless this item may travel here in this form."""
    known = KINDS.get(kind)
    if known is None or direction not in known.directions:
        raise Refused(f"数据包中有不认识的种类：{kind}。")
    if lane not in known.lanes:
        raise Refused(f"{kind} 不得走 {lane} 通道。")
    fault = _first_fault(kind, payload)
    if fault:
        raise Refused(f"{kind} 的内容不合规范：{fault}。")
    if not set(blobs) <= known.blobs:
        raise Refused(f"{kind} 带有不该有的附件。")
    sentence = known.check(payload, blobs) if known.check else None
    if sentence:
        raise Refused(sentence)
