"""The optional second factor: time-based codes (RFC 6238), each good once, and recovery codes."""

from __future__ import annotations

import base64
import secrets
import time

from django_otp.oath import TOTP

from anxin.exchange import codes
from anxin.outer.party.models import Account
from anxin.outer.party.sealed import seal, unseal

COUNT = 8
ISSUER = "案件信息公开"


def new_secret() -> str:
    """32 letters of base32, 160 bits."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def address(login: str, secret: str) -> str:
    """What the square code holds."""
    return f"otpauth://totp/{ISSUER}:{login}?secret={secret}&issuer={ISSUER}"


def step_of(secret: str, code: str, after: int = 0) -> int:
    """The time step that this code belongs to, later than ``after``; 0 for a wrong or used one."""
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) == 6):
        return 0
    totp = TOTP(base64.b32decode(secret))
    totp.time = time.time()  # one moment for the whole check
    return totp.t() if totp.verify(int(digits), tolerance=1, min_t=after + 1) else 0


def enable(account: Account, secret: str, step: int) -> list[str]:
    """Switch it on; the recovery codes, which are told once."""
    plain = [codes.new_code() for _ in range(COUNT)]
    account.totp, account.totp_step = seal(f"totp {account.pk}", secret), step
    account.recovery = [codes.code_hash(str(account.pk), one) for one in plain]
    account.save(update_fields=["totp", "totp_step", "recovery"])
    return plain


def disable(account: Account) -> None:
    account.totp, account.totp_step, account.recovery = b"", 0, []
    account.save(update_fields=["totp", "totp_step", "recovery"])


def check(account: Account, code: str) -> bool:
    """Whether this is a code of the account that was not used before; uses it up. The row has to be locked."""
    step = step_of(unseal(f"totp {account.pk}", account.totp), code, account.totp_step)
    if step:
        account.totp_step = step
        account.save(update_fields=["totp_step"])
        return True
    digest = codes.code_hash(str(account.pk), code)
    if digest not in account.recovery:
        return False
    account.recovery = [one for one in account.recovery if one != digest]
    account.save(update_fields=["recovery"])
    return True
