"""Words of a search stay out of addresses and so out of logs and histories: they are posted and kept in the session.

The address carries only a random token. The session lies in the inner wing's database and ends with the sign-in.
"""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

PARAMETER, FIELD, SLOT = "s", "q", "searches"
LONGEST, KEPT = 100, 30


def keep(request: HttpRequest) -> HttpResponse:
    """Keep the posted words and go to the list that they limit, with the other filters in the address."""
    query = request.GET.copy()
    for name in [n for n in request.POST if n not in (FIELD, "csrfmiddlewaretoken", "page")]:
        query[name] = request.POST[name]
    query.pop("page", None)
    query.pop(PARAMETER, None)
    text = _clean(request.POST.get(FIELD, ""))
    if text:
        token = secrets.token_urlsafe(8)
        kept = [*request.session.get(SLOT, {}).items()][1 - KEPT :]
        request.session[SLOT] = {**dict(kept), token: text}
        query[PARAMETER] = token
    return HttpResponseRedirect(request.path + (f"?{query.urlencode()}" if query else ""))


def words(request: HttpRequest) -> str:
    """The words that the address's token stands for in this session; empty for any other."""
    return str(request.session.get(SLOT, {}).get(request.GET.get(PARAMETER, ""), ""))


def _clean(text: str) -> str:
    return text.replace("\0", "").strip()[:LONGEST]
