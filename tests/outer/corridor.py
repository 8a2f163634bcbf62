"""A sender on the other side of the corridor, for the outer wing's tests."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from anxin.config.base import secret
from anxin.exchange.package import HIDE, INNER_TO_OUTER, NORMAL, Item, Package, pack
from anxin.exchange.spool import Spool
from anxin.files import codec
from anxin.files.model import Document, Mark, Paragraph, Run, Section
from anxin.outer.post import worker
from anxin.outer.post.wing import WING
from anxin.web.wording import ZONE

START = datetime(2014, 12, 1, 9, 0, tzinfo=ZONE)
TEXT = "某市某区人民检察院\n起诉书\n被告人李某某，男，1980年出生，住某市某区****。\n李某某盗窃电动自行车一辆。"


def document(text: str = TEXT) -> Document:
    """A masked document of paragraphs, with a mark on every 某某 and every run of stars."""
    paragraphs, marks, at = [], [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line), (Run(at, at + len(line)),)))
        for piece, article in (("某某", "19(3)"), ("****", "20(1)")):
            found = line.find(piece)
            if found >= 0:
                marks.append(Mark(at + found, at + found + len(piece), article))
        at += len(line) + 1
    return Document(text, (Section("body", tuple(paragraphs)),), marks=tuple(sorted(marks, key=lambda m: m.start)))


def publication(key: str = "p1", version: int = 1, text: str = TEXT, blobs=None, **changes) -> Item:
    blobs = {"docx": b"PK " + key.encode(), "pdf": b"%PDF " + key.encode()} if blobs is None else blobs
    payload = {
        "id": key, "version": version, "organ": "110105", "organ_name": "北京市朝阳区人民检察院", "doc_type": "起诉书",
        "title": "李某某盗窃案起诉书", "number": "京朝检刑诉〔2014〕12号", "charge": "盗窃", "case_ref": "case-1",
        "concluded_on": "2014-11-03", "trigger_on": "2014-11-24", "deadline": "2014-12-04",
        "published_at": START.isoformat(), "ruleset": "2014-trial", "article": "18(1)", "text": text,
        "document": codec.to_json(document(text)), "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "equality": "已核验：除屏蔽处外与送达文书一致",
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in blobs.items()},
    } | changes  # fmt: skip
    return Item("publication", key, version, 0, payload, blobs)


def ending(kind: str, key: str = "p1", version: int = 1, **changes) -> Item:
    at = (START + timedelta(days=1)).isoformat()
    payload = {"id": key, "version": version, "at": at, "ground": "姓名遗漏屏蔽", "article": "23", "organ": "110105"}
    if kind == "restore":
        payload = {name: payload[name] for name in ("id", "version", "at", "organ")}
    return Item(kind, key, version, 0, payload | changes)


def organ(code: str, name: str, parent: str | None, level: str) -> Item:
    return Item("organ", code, 1, 0, {"code": code, "name": name, "short": "", "parent": parent, "level": level})


class Sender:
    """Numbers items and packages as the inner wing does; ``carry`` puts them into the spool."""

    def __init__(self) -> None:
        self.order, self.numbers = 0, {NORMAL: 0, HIDE: 0}
        self.spool = Spool(Path(settings.SPOOL) / INNER_TO_OUTER)

    def seal(self, *items: Item, lane: str = NORMAL) -> tuple[str, bytes]:
        """(file name, bytes) of the next package, not delivered yet."""
        numbered = []
        for item in items:
            self.order += 1
            numbered.append(Item(item.kind, item.id, item.version, self.order, item.payload, item.blobs))
        self.numbers[lane] += 1
        package = Package(INNER_TO_OUTER, lane, self.numbers[lane], START.isoformat(), tuple(numbered))
        return package.name, pack(package, secret("inner_signing_key"))

    def carry(self, sealed: tuple[str, bytes]) -> None:
        self.spool.write(*sealed)

    def send(self, *items: Item, lane: str = NORMAL) -> int:
        """Seal, carry and let the outer wing receive; how many packages were applied."""
        self.carry(self.seal(*items, lane=lane))
        return worker.receive_pending()


def forget() -> None:
    """What a fresh worker process does not know."""
    WING.settled.clear()
    WING.waiting.clear()
    WING.said.clear()
