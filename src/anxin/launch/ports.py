"""Ports on this machine."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request


def free(port: int) -> bool:
    """Whether nobody listens on the port and we may."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def wait_free(ports: list[int], seconds: float) -> int | None:
    """Wait until all ports are free; the first one that stays taken, or None."""
    deadline = time.monotonic() + seconds
    while taken := [port for port in ports if not free(port)]:
        if time.monotonic() >= deadline:
            return taken[0]
        time.sleep(0.1)
    return None


def answers(address: str) -> bool:
    """Whether a page is served there without a server error."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=5) as answer:
            return bool(answer.status < 500)
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
