"""Fetching a page or a feed from the internet: http(s) only, public addresses only, small, and not for long.

Addresses come from people inside; so that nobody reaches this machine's own network through them, every address is
looked up first, the connection goes to exactly what was looked up, and each redirect is judged anew.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import socket
import ssl
import time
from urllib.parse import urljoin, urlsplit

SECONDS = 10.0
MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 3
MOVED = (301, 302, 303, 307, 308)
PRIVATE = "ANXIN_FETCH_PRIVATE"
"""Set to 1 where feeds and sites lie in a private network (or on this machine, as in tests)."""


class NotFetched(Exception):
    """The page could not be had; the message is a sentence for the screen."""


def fetch(address: str) -> bytes:
    """The bytes at an address. Raises ``NotFetched`` with the reason in one sentence."""
    until = time.monotonic() + SECONDS
    for _ in range(MOST_REDIRECTS + 1):
        try:
            status, where, data = _once(address, until)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NotFetched(f"打不开这个网址（{type(error).__name__}）。") from None
        if status not in MOVED:
            if status != http.client.OK:
                raise NotFetched(f"网站没有给出这一页（状态{status}）。")
            return data
        address = urljoin(address, where)
    raise NotFetched("网址转来转去，没有到达。")


def _once(address: str, until: float) -> tuple[int, str, bytes]:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NotFetched("只收取 http、https 网址。")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = _Connection(parts.hostname, port, parts.scheme == "https", until)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"User-Agent": "anxin", "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", path.encode().decode("latin-1") if path.isascii() else _quoted(path), headers=headers)
        response = connection.getresponse()
        return response.status, response.headers.get("Location", ""), _read(response, connection, until)
    finally:
        connection.close()


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path, safe="/?&=%+,;:@!$'()*~#[]")


def _read(response: http.client.HTTPResponse, connection: http.client.HTTPConnection, until: float) -> bytes:
    found = b""
    while chunk := response.read1(65536):
        found += chunk
        if len(found) > MOST_BYTES:
            raise NotFetched("网页太大，没有收取。")
        if time.monotonic() > until:
            raise NotFetched("网站太慢，没有收完。")
    return found


class _Connection(http.client.HTTPConnection):
    """Connects to the looked-up address itself, so that a second look-up cannot lead elsewhere."""

    def __init__(self, host: str, port: int, secure: bool, until: float) -> None:
        super().__init__(host, port, timeout=SECONDS)
        self.secure, self.until = secure, until

    def connect(self) -> None:
        self.sock = socket.create_connection(
            (public_address(self.host, self.port), self.port), max(0.1, self.until - time.monotonic())
        )
        if self.secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


def public_address(host: str, port: int) -> str:
    """An address of the host; raises ``NotFetched`` when any of them lies in a private network."""
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if os.environ.get(PRIVATE) != "1" and not all(ipaddress.ip_address(one).is_global for one in found):
        raise NotFetched("这个网址在内部网络，不收取。")
    return found[0]
