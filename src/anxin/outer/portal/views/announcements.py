"""Important case information: the list with its facets, its feeds, and the picture for sharing an item (Art 11, 12)."""

from __future__ import annotations

import io
from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from PIL import Image, ImageDraw, ImageFont

from anxin.outer.portal.feeds import ENTRIES, atom
from anxin.outer.portal.respond import kept, page
from anxin.outer.publications import announcements, queries
from anxin.outer.publications.models import Publication

PER_PAGE = 15
NAMES = {"category": "类别", "organ": "发布院", "year": "发布年份"}
WIDTH, HEIGHT, MARGIN = 1200, 630, 80
BLUE, INK, GREY, PAPER = "#1d3f72", "#1f2933", "#5b6673", "#ffffff"


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    asked = {name: value for name in NAMES if (value := request.GET.get(name, "").replace("\0", "").strip()[:40])}
    rows = Paginator(announcements.listing(asked), PER_PAGE).get_page(request.GET.get("page"))
    groups = []
    for name, values in announcements.facets(asked).items():
        entries = [{"label": label, "count": count, "on": asked.get(name) == value,
                    "link": "?" + urlencode(asked | {name: value})} for value, label, count in values]  # fmt: skip
        if entries:
            groups.append({"name": NAMES[name], "values": entries})
    chosen = [
        {"name": NAMES[name], "label": _label(name, value),
         "link": "?" + urlencode({k: v for k, v in asked.items() if k != name})}
        for name, value in asked.items()
    ]  # fmt: skip
    context = {"here": "announcements", "page": rows, "groups": groups, "chosen": chosen, "query": urlencode(asked)}
    return page(request, "portal/announcements.html", context)


def _label(name: str, value: str) -> str:
    if name == "category":
        return announcements.CATEGORIES.get(value, value)
    organ = queries.organ(value) if name == "organ" else None
    return organ.name if organ else value


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest items, of all, of one category, of one organ with the organs below it."""
    category, code = request.GET.get("category", "")[:20], request.GET.get("organ", "")[:6]
    if category and category not in announcements.CATEGORIES:
        raise Http404
    title = "重要案件信息" + (f"：{announcements.CATEGORIES[category]}" if category else "")
    if code:
        organ = queries.organ(code)
        if organ is None:
            raise Http404
        title = f"{organ.name}{title}"
    return atom(request, title, announcements.newest(ENTRIES, organ=code, category=category))


@require_safe
def share(request: HttpRequest, public_id: str) -> HttpResponse:
    """A picture of the item for sharing: its own title, organs and day, drawn here."""
    row = queries.version(public_id)
    if row is None or not row.is_public or not row.category:
        raise Http404
    response = HttpResponse(_drawn(row), content_type="image/png")
    return kept(request, response)


def _drawn(row: Publication) -> bytes:
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 14), fill=BLUE)
    pen.text((MARGIN, 70), f"人民检察院案件信息公开　{announcements.CATEGORIES.get(row.category, '')}", BLUE, _font(34))
    for number, line in enumerate(_lines(row.title, 17)[:4]):
        pen.text((MARGIN, 160 + number * 84), line, INK, _font(60))
    who = "、".join([row.organ_name, *(p["name"] for p in row.publishers)])
    day = timezone.localtime(row.published_at)
    for number, line in enumerate([*_lines(who, 34)[:2], f"{day.year}年{day.month}月{day.day}日发布"]):
        pen.text((MARGIN, 485 + number * 42), line, GREY, _font(30))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _lines(text: str, size: int) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size)]


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    with (files("anxin.files") / "fonts" / "NotoSerifCJKsc-Regular.otf").open("rb") as file:
        return ImageFont.truetype(io.BytesIO(file.read()), size)
