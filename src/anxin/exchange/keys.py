"""Ed25519 keys as hexadecimal text, and whom a wing trusts with what."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from anxin.exchange.canonical import sha256
from anxin.exchange.refused import Refused


def generate() -> tuple[str, str]:
    """A new pair: (private seed, public key), 64 hexadecimal digits each."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw().hex(), key.public_key().public_bytes_raw().hex()


def public_of(private: str) -> str:
    """The public key that belongs to a private seed."""
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


def key_id(public: str) -> str:
    """Short name of a public key in a package header."""
    return sha256(bytes.fromhex(public))[:16]


def sign(private: str, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private)).sign(message)


@dataclass(frozen=True)
class Trusted:
    """A key whose packages are accepted. ``only_hide``: the duty officer's key, good for the hide lane alone."""

    public: str
    only_hide: bool = False

    def verify(self, signature: bytes, message: bytes) -> None:
        """Raise ``Refused`` unless this key made the signature."""
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.public)).verify(signature, message)
        except InvalidSignature as error:
            raise Refused("数据包的签名不对：内容被改动，或者不是本系统发出。") from error


def keyring(*trusted: Trusted) -> dict[str, Trusted]:
    """Trusted keys by their id."""
    return {key_id(key.public): key for key in trusted}
