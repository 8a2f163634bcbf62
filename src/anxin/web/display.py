"""How a reader wants to see the pages: 大字版, colours. Kept in one cookie, applied by one small style sheet.

The pages themselves are the same bytes for everybody, so they can be cached; only ``/static/display.css`` differs.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

COOKIE = "anxin_display"
COLOURS = {"auto": "跟随系统", "light": "浅色", "dark": "深色", "contrast": "高对比度"}
SIZES = {"normal": "标准字号", "large": "大字版"}
YEAR_SECONDS = 365 * 24 * 3600


def choice(request: HttpRequest) -> tuple[str, str]:
    """The reader's (colours, size); anything unknown is the default."""
    colours, _, size = request.COOKIES.get(COOKIE, "").partition(".")
    return (colours if colours in COLOURS else "auto", size if size in SIZES else "normal")


@cache
def _tokens(name: str) -> str:
    return (Path(__file__).parent / "static/web/tokens" / f"{name}.css").read_text(encoding="utf-8")


@cache
def css(colours: str, size: str) -> str:
    """The style sheet of one choice. Light comes first, so every token has a value whatever is chosen."""
    parts = [_tokens("light")]
    if colours == "auto":
        parts.append(f"@media screen and (prefers-color-scheme: dark) {{\n{_tokens('dark')}}}\n")
    elif colours != "light":
        parts.append(f"@media screen {{\n{_tokens(colours)}}}\n")
    if size == "large":
        parts.append(_tokens("large"))
    return "".join(parts)


def stylesheet(request: HttpRequest) -> HttpResponse:
    """``/static/display.css``: the colours and sizes of this reader."""
    response = HttpResponse(css(*choice(request)), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, max-age=3600"
    response["Vary"] = "Cookie"
    return response


@csrf_exempt  # changes nothing but the sender's own display cookie, and must work without a session
@require_http_methods(["GET", "HEAD", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """The page where a reader chooses colours and size; back to the page they came from afterwards."""
    back = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None) or not back.startswith("/"):
        back = "/"
    if request.method == "POST":
        colours, size = request.POST.get("colours", ""), request.POST.get("size", "")
        response = HttpResponseRedirect(back)
        value = f"{colours if colours in COLOURS else 'auto'}.{size if size in SIZES else 'normal'}"
        response.set_cookie(
            COOKIE, value, max_age=YEAR_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure()
        )
        return response
    colours, size = choice(request)
    context = {"colours": COLOURS, "sizes": SIZES, "colour": colours, "size": size, "next": back}
    return render(request, "web/display.html", context)
