"""Static files of all installed rooms, served by the wing itself.

Every file ``<app>/static/NAME`` is read once at start and answered at ``/static/HASH/NAME`` (kept by browsers for a
year) and at ``/static/NAME`` (asked again each time). Nothing is read from disk by a name that came from a request.
``/static/display.css`` holds the colours and sizes that this reader chose (see ``display``).
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotModified

from anxin.web import display
from anxin.web.errors import not_found

TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}
YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    content: bytes
    gzipped: bytes | None
    type: str
    etag: str


def _asset(path: Path) -> Asset:
    content = path.read_bytes()
    text = path.suffix in TYPES
    guessed = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    packed = gzip.compress(content, mtime=0) if text and len(content) > 1000 else None
    return Asset(content, packed, guessed, hashlib.sha256(content).hexdigest()[:12])


@cache
def assets() -> dict[str, Asset]:
    """All static files of this wing by name; the first installed room that has a name wins."""
    found: dict[str, Asset] = {}
    for config in apps.get_app_configs():
        root = Path(config.path) / "static"
        if not config.name.startswith("anxin.") or not root.is_dir():
            continue
        for path in sorted(p for p in root.rglob("*") if p.is_file()):
            found.setdefault(path.relative_to(root).as_posix(), _asset(path))
    return found


def url(name: str) -> str:
    """The address of a static file, with its hash. Raises ``KeyError`` for a file that does not exist."""
    return f"{settings.STATIC_URL}{assets()[name].etag}/{name}"


def _find(name: str) -> tuple[Asset, bool] | None:
    known = assets()
    if name in known:
        return known[name], False
    etag, _, rest = name.partition("/")
    return (known[rest], True) if rest in known and known[rest].etag == etag else None


def respond(request: HttpRequest, name: str) -> HttpResponse:
    """The file ``name``, or the not-found page."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if name == "display.css":
        return display.stylesheet(request)
    found = _find(name)
    if found is None:
        return not_found(request)
    asset, hashed = found
    if request.headers.get("If-None-Match") == f'"{asset.etag}"':
        response: HttpResponse = HttpResponseNotModified()
    elif asset.gzipped and "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(asset.gzipped, content_type=asset.type, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(asset.content, content_type=asset.type)
    response["ETag"] = f'"{asset.etag}"'
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = YEAR if hashed else "public, no-cache"
    return response


class StaticFiles:
    """Answers everything below ``STATIC_URL`` before sessions, database and views are touched."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(settings.STATIC_URL):
            return respond(request, request.path_info.removeprefix(settings.STATIC_URL))
        return self.get_response(request)
