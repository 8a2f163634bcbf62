"""Search, one document, one organ, withdrawals."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError

from anxin.outer.publications import queries
from anxin.outer.publications.listing import Asked, listing
from anxin.outer.publications.models import Publication

api = NinjaAPI(
    title="人民检察院案件信息公开接口", version="1", urls_namespace="documents", docs_url=None,
    description="只读。转载者请定期读取 /withdrawn.json，并删除其中所列的文书。",
)  # fmt: skip


class Brief(Schema):
    id: str
    version: int
    organ: str
    organ_name: str
    doc_type: str
    title: str
    number: str
    charge: str
    concluded_on: date | None
    published_at: datetime

    @staticmethod
    def resolve_id(row: Publication) -> str:
        return row.public_id


class Mark(Schema):
    start: int
    end: int
    article: str


class Whole(Brief):
    ruleset: str
    article: str
    equality: str
    sha256: str
    text: str
    marks: list[Mark]
    files: dict[str, dict]

    @staticmethod
    def resolve_marks(row: Publication) -> list[dict]:
        return row.document.get("marks", [])


class Found(Schema):
    total: str
    items: list[Brief]
    next: str


class Tombstone(Schema):
    id: str
    version: int
    state: str
    at: datetime
    ground: str
    article: str


@api.get("/documents", response=Found, summary="检索", url_name="documents")
def documents(
    request: HttpRequest, q: str = "", organ: str = "", type: str = "", charge: str = "", year: str = "",
    sort: str = "date", before: str = "",
) -> dict:  # fmt: skip
    """As on the portal: words all wanted, "exact phrase", -unwanted. ``next`` holds the parameters of the next page."""
    found = listing(Asked.of(request.GET))
    if found.error:
        raise HttpError(503 if found.down else 400, found.error)
    return {"total": found.total, "items": [entry["row"] for entry in found.rows], "next": found.following}


@api.get("/documents/{public_id}", response={200: Whole, 404: dict, 410: Tombstone}, summary="一份文书")
def document(request: HttpRequest, response: HttpResponse, public_id: str, version: int | None = None) -> tuple:
    """The text with its masked places (code points, end exclusive), or why it is not public any more."""
    if "\0" in public_id or (version is not None and not 1 <= version < 2**31):
        return 404, {"detail": "没有这份文书。"}
    row = queries.version(public_id, version)
    if row is None:
        return 404, {"detail": "没有这份文书。"}
    if not row.is_public:
        return 410, {"id": row.public_id, "version": row.version, "state": row.state, "at": row.ended_at,
                     "ground": row.ground, "article": row.ground_article}  # fmt: skip
    response["Cache-Control"] = "public, no-cache"
    return 200, row
