"""Chapter 3 on the corridor: important case information with its publishers and pictures (Art 11-13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anxin.exchange.canonical import sha256
from anxin.exchange.schemas import HASH, ID, MOMENT, ORGAN_CODE, VERSION, record, text

PICTURES = tuple(f"picture{n}" for n in range(1, 7))
PUBLISHERS = {"type": "array", "maxItems": 8, "items": record({"code": ORGAN_CODE, "name": text(60, 1)})}
JOINED = record({"id": ID, "version": VERSION, "organ": ORGAN_CODE, "at": MOMENT, "publishers": PUBLISHERS})
ANNOUNCEMENT = record({
    "id": ID, "version": VERSION, "organ": ORGAN_CODE, "organ_name": text(60, 1),
    "publishers": PUBLISHERS,
    "category": text(20, 1), "category_name": text(40, 1), "event": text(40), "title": text(200, 1),
    "text": text(200_000, 1), "document": {"type": "object"}, "sha256": HASH, "article": text(12),
    "ruleset": text(40, 1), "published_at": MOMENT, "correction": text(200),
    "pictures": {"type": "array", "maxItems": 6, "items": record({
        "name": {"enum": list(PICTURES)}, "sha256": HASH, "alt": text(200, 1)})},
})  # fmt: skip


def whole(payload: Mapping[str, Any], blobs: Mapping[str, bytes]) -> str | None:
    """What the schema cannot say: hashes agree, nothing hidden travels along, every picture is described."""
    document = payload["document"]
    if sha256(payload["text"].encode()) != payload["sha256"] or document.get("text") != payload["text"]:
        return "公开文本与其哈希或者结构不符。"
    if document.get("hidden"):
        return "案件信息中带有隐藏内容，不得送往外网。"
    if {name: sha256(data) for name, data in blobs.items()} != {p["name"]: p["sha256"] for p in payload["pictures"]}:
        return "图片与经批准的图片不一致。"
    return None
