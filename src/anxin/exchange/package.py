"""One package: numbered, hashed, signed items and their files in one byte string.

    anxin-package/1\\n
    HEADER\\n           canonical JSON: direction, lane, sequence, created_at, key, items, blobs
    SIGNATURE\\n        Ed25519 over the two lines above, hexadecimal
    BLOBS              the bytes of every blob, in the order of the header, nothing after them

The header holds the hash and the size of every blob, so the signature covers everything. Equal packages are equal
bytes, so a sender can write the same package again after a crash.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from anxin.exchange import canonical, keys
from anxin.exchange.keys import Trusted
from anxin.exchange.kinds import check_header, check_item
from anxin.exchange.refused import Refused

MAGIC = b"anxin-package/1\n"
INNER_TO_OUTER, OUTER_TO_INNER = "inner-outer", "outer-inner"
NORMAL, HIDE, RECEIPT = "normal", "hide", "receipt"
MAX_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True)
class Item:
    """One change of one object. ``order`` grows with every item its sender makes, over all lanes."""

    kind: str
    id: str
    version: int
    order: int
    payload: Mapping[str, Any]
    blobs: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Package:
    """``sequence`` counts from 1 without gaps per direction and lane; ``created_at`` is ISO 8601 with offset."""

    direction: str
    lane: str
    sequence: int
    created_at: str
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """The file name in the spool; hide packages sort first."""
        return f"{'0' if self.lane == HIDE else '1'}-{self.lane}-{self.sequence:012d}.axp"


def pack(package: Package, private: str) -> bytes:
    """The bytes of a package, signed. Raises ``Refused`` for an item that its receiver would refuse."""
    blobs: dict[str, bytes] = {}
    items = []
    for item in package.items:
        check_item(package.direction, package.lane, item.kind, item.payload, item.blobs)
        digests = {name: canonical.sha256(data) for name, data in item.blobs.items()}
        blobs |= {digests[name]: data for name, data in item.blobs.items()}
        items.append({"kind": item.kind, "id": item.id, "version": item.version, "order": item.order,
                      "payload": item.payload, "blobs": digests})  # fmt: skip
    header = {
        "direction": package.direction, "lane": package.lane, "sequence": package.sequence,
        "created_at": package.created_at, "key": keys.key_id(keys.public_of(private)), "items": items,
        "blobs": [{"sha256": digest, "size": len(data)} for digest, data in blobs.items()],
    }  # fmt: skip
    check_header(header)
    signed = MAGIC + canonical.dumps(header) + b"\n"
    return signed + keys.sign(private, signed).hex().encode() + b"\n" + b"".join(blobs.values())


def unpack(data: bytes, trusted: Mapping[str, Trusted], direction: str) -> Package:
    """The package in ``data``. Raises ``Refused`` for whatever is not exactly right; nothing is trusted before that."""
    header, body = _verified(data, trusted)
    check_header(header)
    if header["direction"] != direction:
        raise Refused("数据包的方向不对。")
    if trusted[header["key"]].only_hide and header["lane"] != HIDE:
        raise Refused("这把密钥只能用于紧急隐藏。")
    blobs = _blobs(header["blobs"], body)
    if set(blobs) != {digest for item in header["items"] for digest in item["blobs"].values()}:
        raise Refused("数据包的附件与清单不一致。")
    items = tuple(_item(direction, header["lane"], entry, blobs) for entry in header["items"])
    return Package(direction, header["lane"], header["sequence"], header["created_at"], items)


def _verified(data: bytes, trusted: Mapping[str, Trusted]) -> tuple[Any, bytes]:
    """(header, bytes of the blobs) of a package whose signature is right."""
    if len(data) > MAX_BYTES:
        raise Refused("数据包太大。")
    first, second = data.find(b"\n"), data.find(b"\n", len(MAGIC))
    third = data.find(b"\n", second + 1)
    if data[: first + 1] != MAGIC or second < 0 or third - second != 129:
        raise Refused("文件不是数据包，或者没有拷贝完整。")
    header = canonical.loads(data[len(MAGIC) : second])
    key = trusted.get(str(header.get("key"))) if isinstance(header, dict) else None
    if key is None:
        raise Refused("数据包的签名密钥不在信任名单内。")
    try:
        signature = bytes.fromhex(data[second + 1 : third].decode("ascii"))
    except ValueError as error:
        raise Refused("数据包的签名写法不对。") from error
    if signature.hex().encode() != data[second + 1 : third]:  # capital letters say the same number in other bytes
        raise Refused("数据包的签名写法不对。")
    key.verify(signature, data[: second + 1])
    return header, data[third + 1 :]


def _blobs(entries: list[dict[str, Any]], body: bytes) -> dict[str, bytes]:
    found, at = {}, 0
    for entry in entries:
        blob = body[at : at + entry["size"]]
        if canonical.sha256(blob) != entry["sha256"]:
            raise Refused("数据包的附件与其哈希不符，可能没有拷贝完整。")
        found[entry["sha256"]] = blob
        at += entry["size"]
    if at != len(body):
        raise Refused("数据包末尾有多余的内容。")
    return found


def _item(direction: str, lane: str, entry: dict[str, Any], blobs: Mapping[str, bytes]) -> Item:
    own = {name: blobs[digest] for name, digest in entry["blobs"].items()}
    check_item(direction, lane, entry["kind"], entry["payload"], own)
    return Item(entry["kind"], entry["id"], entry["version"], entry["order"], entry["payload"], own)
