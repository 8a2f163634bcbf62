"""The one-time code that opens an account: how it is made, written and hashed; both wings use the same."""

from __future__ import annotations

import hashlib
import hmac
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misread on paper or misheard on the telephone
LENGTH = 12


def new_code() -> str:
    """A new code, written in groups of four: ``7K2M-Q9RT-4XWB`` (59 bits)."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def code_hash(account: str, code: str) -> str:
    """64 hexadecimal digits; the account's id is the salt. Spaces, hyphens and case of the code don't count."""
    plain = "".join(c for c in code.upper() if c in ALPHABET)
    return hashlib.scrypt(plain.encode(), salt=account.encode(), n=2**14, r=8, p=1, dklen=32).hex()


def code_fits(account: str, code: str, expected: str) -> bool:
    """Whether this is the code, in the same time whatever it is."""
    return hmac.compare_digest(code_hash(account, code), expected)
