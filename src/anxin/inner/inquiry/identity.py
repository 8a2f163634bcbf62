"""Identity data: found by a keyed hash, kept under AES-256-GCM, papers sealed to this wing's own key."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from anxin.config.base import secret
from anxin.exchange import sealing
from anxin.exchange.refused import Refused as Unreadable
from anxin.inner import filestore
from anxin.inner.actor import Refused
from anxin.inner.inquiry.models import Application, Inquirer, Paper

NONCE = 12
TAMPERED = "这份材料与收到时的校验值不符，不能据以审核；请申请人或者协助院重新提交（规定第八条、第九条）。"


def id_hash(id_type: str, number: str) -> str:
    """The same for one number however it is typed, and nothing without this installation's key."""
    plain = "".join(number.upper().split())
    key = secret("inner_hmac_key").encode()
    return hmac.new(key, f"identity:{id_type}:{plain}".encode(), hashlib.sha256).hexdigest()


def seal(owner: str, data: Mapping[str, Any]) -> str:
    """``data`` under the field key, bound to its owner; hexadecimal."""
    nonce = secrets.token_bytes(NONCE)
    plain = json.dumps(data, ensure_ascii=False).encode()
    return (nonce + AESGCM(_key()).encrypt(nonce, plain, owner.encode())).hex()


def unseal(owner: str, sealed: str) -> dict[str, Any]:
    """What was sealed for this owner; empty when it was erased. Raises ``ValueError`` when it was moved or changed."""
    if not sealed:
        return {}
    data = bytes.fromhex(sealed)
    try:
        found = json.loads(AESGCM(_key()).decrypt(data[:NONCE], data[NONCE:], owner.encode()))
    except InvalidTag as error:
        raise ValueError("加密的身份信息被改动。") from error
    return dict(found)


def _key() -> bytes:
    return bytes.fromhex(secret("inner_field_key"))


def said(application: Application) -> dict[str, Any]:
    """What the applicant wrote (``exchange.schemas_inquiry.APPLICATION``); empty when erased."""
    return unseal(f"application/{application.ticket}", application.sealed)


def person(inquirer: Inquirer) -> dict[str, Any]:
    """name, id_type, id_number, phone, email of a verified person; empty when erased."""
    return unseal(f"inquirer/{inquirer.pk}", inquirer.sealed)


def seal_papers(ticket: str, papers: list[bytes]) -> list[str]:
    """Seal what staff scanned exactly as the outer wing seals what comes in; the digests in the file store."""
    key = X25519PrivateKey.from_private_bytes(bytes.fromhex(secret("inner_sealing_key")))
    public = key.public_key().public_bytes_raw().hex()
    return [filestore.save(sealing.seal(public, ticket, f"paper-{n}", data)) for n, data in enumerate(papers, 1)]


def open_paper(paper: Paper) -> bytes:
    """The file as it was handed in, for the sandbox only. Raises ``Refused`` when it is not what was sealed."""
    try:
        return sealing.unseal(secret("inner_sealing_key"), paper.ticket, paper.part, filestore.load(paper.digest))
    except (Unreadable, ValueError, OSError) as error:
        raise Refused(TAMPERED) from error


def manifest(application: Application) -> str:
    """One hash over the ticket and every paper, in order: what an assisting organ passes on (Art 9)."""
    rows = [[p.kind, p.ticket, p.part, p.digest] for p in application.papers.all()]
    return hashlib.sha256(json.dumps([application.ticket, rows]).encode()).hexdigest()
