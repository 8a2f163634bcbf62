"""Contact data and second factors at rest: AES-256-GCM with a key that the database does not hold.

The place is bound in as associated data: a value moved to another account or column does not open.
"""

from __future__ import annotations

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from anxin.config.base import secret

NONCE = 12


def seal(place: str | UUID, text: str) -> bytes:
    """``text`` for this place; the empty string stays empty."""
    if not text:
        return b""
    nonce = secrets.token_bytes(NONCE)
    return nonce + _key().encrypt(nonce, text.encode(), str(place).encode())


def unseal(place: str | UUID, sealed: bytes | memoryview) -> str:
    """The text again. Raises ``ValueError`` for what was not sealed for this place."""
    data = bytes(sealed)
    if not data:
        return ""
    try:
        return _key().decrypt(data[:NONCE], data[NONCE:], str(place).encode()).decode()
    except InvalidTag as error:
        raise ValueError("密封的内容打不开。") from error


def _key() -> AESGCM:
    return AESGCM(bytes.fromhex(secret("outer_field_key")))
