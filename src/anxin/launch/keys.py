"""The keys of this installation: made once, kept in ``var/secrets`` (directory 0700, files 0600), never printed."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

TEXT_KEYS: dict[str, Callable[[], str]] = {
    "inner_secret_key": lambda: secrets.token_urlsafe(48),   # Django's signing key of the wing
    "outer_secret_key": lambda: secrets.token_urlsafe(48),
    "inner_hmac_key": lambda: secrets.token_hex(32),         # keyed look-up of identity numbers
    "outer_hmac_key": lambda: secrets.token_hex(32),
    "inner_field_key": lambda: secrets.token_hex(32),        # AES-256-GCM of identity fields
    "outer_field_key": lambda: secrets.token_hex(32),        # AES-256-GCM of contact data and second factors
    "case_ref_key": lambda: secrets.token_hex(32),           # opaque public reference of a case
}
PAIRS: dict[str, Callable[[], Ed25519PrivateKey | X25519PrivateKey]] = {
    "inner_signing_key": Ed25519PrivateKey.generate,         # packages inner -> outer
    "outer_signing_key": Ed25519PrivateKey.generate,         # packages outer -> inner
    "duty_signing_key": Ed25519PrivateKey.generate,          # the outer duty officer's key, which can only hide
    "inner_sealing_key": X25519PrivateKey.generate,          # papers sealed to the inner wing (HPKE)
}


def ensure(directory: Path) -> None:
    """Make every key that is missing. A pair NAME is two files, ``NAME`` (private) and ``NAME.pub``, in hexadecimal."""
    directory.mkdir(parents=True, exist_ok=True)
    directory.chmod(0o700)
    for name, make in TEXT_KEYS.items():
        if not (directory / name).exists():
            write(directory / name, make())
    for name, generate in PAIRS.items():
        if not (directory / name).exists() or not (directory / f"{name}.pub").exists():
            key = generate()
            write(directory / f"{name}.pub", key.public_key().public_bytes_raw().hex())
            write(directory / name, key.private_bytes_raw().hex())


def password(directory: Path, name: str) -> str:
    """A password kept beside the keys, made at its first use."""
    path = directory / name
    if not path.exists():
        write(path, secrets.token_urlsafe(24))
    return path.read_text()


def write(path: Path, value: str) -> None:
    """Write a secret so that it is either wholly there or not at all, and readable by its owner only."""
    new = path.with_name(path.name + ".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(value)
        file.flush()
        os.fsync(file.fileno())
    new.rename(path)
