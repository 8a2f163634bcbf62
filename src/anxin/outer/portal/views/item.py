"""One document: its newest version, a certain version, its files, or the tombstone in its place."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from anxin.files import codec
from anxin.files.write.html import write_html
from anxin.outer.portal.respond import kept, page
from anxin.outer.publications import files, queries
from anxin.outer.publications.announcements import CATEGORIES
from anxin.outer.publications.models import Publication

PICTURES = tuple(f"picture{n}" for n in range(1, 7))
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    **dict.fromkeys(PICTURES, "image/png"),
}


@require_safe
def newest(request: HttpRequest, public_id: str) -> HttpResponse:
    return _show(request, queries.version(public_id))


@require_safe
def versioned(request: HttpRequest, public_id: str, version: int) -> HttpResponse:
    return _show(request, queries.version(public_id, _possible(version)))


def _possible(version: int) -> int:
    if not 1 <= version < 2**31:
        raise Http404
    return version


def _show(request: HttpRequest, row: Publication | None) -> HttpResponse:
    if row is None:
        raise Http404
    context = {"here": "documents", "row": row, "versions": queries.versions(row.public_id)}
    if not row.is_public:
        response = page(request, "portal/tombstone.html", context, 410)
        response["X-Robots-Tag"] = "noindex, noarchive"
        return response
    body = write_html(codec.from_json(row.document))
    context |= {"body": mark_safe(body), "related": queries.related(row)}  # noqa: S308 - write_html escapes
    if row.category:
        share = request.build_absolute_uri(f"/d/{row.public_id}/share.png")
        context |= {"here": "announcements", "category": CATEGORIES.get(row.category, ""), "share": share,
                    "together": any("since" not in p for p in row.publishers)}  # fmt: skip
        return page(request, "portal/announcement.html", context)
    return page(request, "portal/item.html", context)


@require_safe
def file(request: HttpRequest, public_id: str, version: int, public_id_again: str, kind: str) -> HttpResponse:
    """The Word or PDF file of a version that is public; its name in the address is the item's id."""
    row = queries.version(public_id, _possible(version))
    if row is None or public_id_again != public_id or kind not in TYPES:
        raise Http404
    if not row.is_public:
        return _show(request, row)
    entry = row.files.get(kind)
    data = files.load(entry["sha256"]) if entry else None
    if data is None:
        raise Http404
    response = HttpResponse(data, content_type=TYPES[kind])
    if kind not in PICTURES:
        response["Content-Disposition"] = f'attachment; filename="{public_id}-v{version}.{kind}"'
    response["X-Robots-Tag"] = "noindex"
    return kept(request, response)
