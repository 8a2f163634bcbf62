"""Canonical JSON: one value, one byte string, so that hashes and signatures mean the same on both sides."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from anxin.exchange.refused import Refused


def dumps(value: Any) -> bytes:
    """Keys sorted, no spaces, UTF-8; NaN and infinities raise ``ValueError``."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def loads(data: bytes) -> Any:
    """The value of canonical bytes. Anything that would be written differently is refused (duplicate keys, spaces)."""
    try:
        value = json.loads(data)
        same = dumps(value) == data
    except (ValueError, RecursionError) as error:
        raise Refused("数据包的内容不是有效的 JSON。") from error
    if not same:
        raise Refused("数据包的内容没有按规范的 JSON 写成。")
    return value


def sha256(data: bytes) -> str:
    """Hex digest."""
    return hashlib.sha256(data).hexdigest()
