"""What the public sends in is sealed to the inner wing's key the moment it arrives (HPKE, RFC 9180).

X25519, HKDF-SHA256, AES-256-GCM. The ticket and the part's name are bound in: a part moved to another ticket or
another place does not open.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from anxin.exchange.refused import Refused

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE = 12  # letters of 5 bits: too many to try, few enough to write down


def seal(public: str, ticket: str, part: str, data: bytes) -> bytes:
    """``data`` for the holder of the private key alone. ``public``: 64 hexadecimal digits."""
    key = X25519PublicKey.from_public_bytes(bytes.fromhex(public))
    return SUITE.encrypt(data, key, _info(ticket, part))


def unseal(private: str, ticket: str, part: str, sealed: bytes) -> bytes:
    """What was sealed for this ticket and part. Raises ``Refused`` for anything else."""
    key = X25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    try:
        return SUITE.decrypt(sealed, key, _info(ticket, part))
    except (InvalidTag, ValueError) as error:
        raise Refused("来件打不开：内容被改动，或者不是密封给本系统的。") from error


def _info(ticket: str, part: str) -> bytes:
    return f"anxin-submission/1 {ticket} {part}".encode()


def new_ticket(day: date) -> tuple[str, str]:
    """(ticket, code): the ticket begins with the day it was given out; the code, in groups of four, opens it."""
    code = _letters(CODE)
    return f"{day:%Y%m%d}-{_letters(8)}", "-".join(code[at : at + 4] for at in range(0, CODE, 4))


def _letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def code_hash(ticket: str, code: str) -> str:
    """The hash under which the code of a ticket is kept; spaces, dashes and small letters make no difference."""
    plain = "".join(code.upper().split()).replace("-", "")
    return hashlib.sha256(f"anxin-ticket/1 {ticket} {plain}".encode()).hexdigest()
