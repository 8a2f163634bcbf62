"""A package is exactly what its sender signed, or it is refused."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anxin.exchange import keys
from anxin.exchange.canonical import dumps, loads, sha256
from anxin.exchange.keys import Trusted, keyring
from anxin.exchange.package import HIDE, INNER_TO_OUTER, NORMAL, OUTER_TO_INNER, Item, Package, pack, unpack
from anxin.exchange.refused import Refused

PRIVATE, PUBLIC = keys.generate()
TRUSTED = keyring(Trusted(PUBLIC))
NOW = datetime(2014, 12, 1, tzinfo=UTC).isoformat()
BLOBS = {"docx": b"PK docx", "pdf": b"%PDF"}
TEXT = "某某人民检察院起诉书：被告人𠮷某某……"


def publication(**changes):
    payload = {
        "id": "p1", "version": 1, "organ": "110105", "organ_name": "某区人民检察院", "doc_type": "起诉书",
        "title": "起诉书（李某某涉嫌盗窃案）", "number": "某检刑诉〔2014〕1号", "charge": "盗窃", "case_ref": "c1",
        "concluded_on": "2014-11-01", "trigger_on": None, "deadline": None, "published_at": NOW,
        "ruleset": "2014-trial", "article": "18(1)", "text": TEXT, "document": {"text": TEXT, "hidden": []},
        "sha256": sha256(TEXT.encode()), "equality": "除屏蔽处外与送达文书一致。",
        "files": {name: sha256(data) for name, data in BLOBS.items()},
    } | changes  # fmt: skip
    return Item("publication", "p1", 1, 7, payload, BLOBS)


def ending(kind="hide", **changes):
    payload = {"id": "p1", "version": 1, "at": NOW, "ground": "有误", "article": "23", "organ": "110105"} | changes
    return Item(kind, "p1", 1, 8, payload)


def package(*items, lane=NORMAL, sequence=1, direction=INNER_TO_OUTER):
    return Package(direction, lane, sequence, NOW, items or (publication(),))


def test_what_is_packed_is_what_is_unpacked():
    sent = package(publication(), ending())
    assert unpack(pack(sent, PRIVATE), TRUSTED, INNER_TO_OUTER) == sent


def test_the_same_package_is_the_same_bytes():
    assert pack(package(), PRIVATE) == pack(package(), PRIVATE)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_changed_byte_is_refused(data):
    whole = pack(package(), PRIVATE)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    with pytest.raises(Refused):
        unpack(changed, TRUSTED, INNER_TO_OUTER)


def test_the_signature_has_one_spelling():
    head, _, rest = pack(package(), PRIVATE).partition(b"\n")
    header, signature, *body = rest.split(b"\n", 2)
    assert signature != signature.upper()
    with pytest.raises(Refused, match="写法"):
        unpack(b"\n".join([head, header, signature.upper(), *body]), TRUSTED, INNER_TO_OUTER)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000))
def test_a_package_that_was_not_copied_whole_is_refused(length):
    whole = pack(package(), PRIVATE)
    with pytest.raises(Refused):
        unpack(whole[: length % len(whole)], TRUSTED, INNER_TO_OUTER)


def test_anything_behind_the_last_blob_is_refused():
    with pytest.raises(Refused, match="多余"):
        unpack(pack(package(), PRIVATE) + b"x", TRUSTED, INNER_TO_OUTER)


def test_a_stranger_s_signature_is_refused():
    stranger, public = keys.generate()
    with pytest.raises(Refused, match="信任"):
        unpack(pack(package(), stranger), TRUSTED, INNER_TO_OUTER)
    forged = {keys.key_id(public): Trusted(PUBLIC)}
    with pytest.raises(Refused, match="签名"):
        unpack(pack(package(), stranger), forged, INNER_TO_OUTER)


def test_the_other_direction_is_refused():
    with pytest.raises(Refused, match="方向"):
        unpack(pack(package(), PRIVATE), TRUSTED, OUTER_TO_INNER)


def test_the_duty_officer_s_key_can_only_hide():
    officer, public = keys.generate()
    trusted = keyring(Trusted(PUBLIC), Trusted(public, only_hide=True))
    hide = package(ending(), lane=HIDE)
    assert unpack(pack(hide, officer), trusted, INNER_TO_OUTER) == hide
    with pytest.raises(Refused, match="紧急隐藏"):
        unpack(pack(package(), officer), trusted, INNER_TO_OUTER)


@pytest.mark.parametrize("kind", ["publication", "restore", "organ", "checkpoint", "figures"])
def test_only_what_ends_access_may_use_the_hide_lane(kind):
    item = dataclasses.replace(publication(), kind=kind)
    with pytest.raises(Refused, match="通道"):
        pack(package(item, lane=HIDE), PRIVATE)


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (publication(sha256="0" * 64), "哈希"),
        (publication(document={"text": "另一个文本"}), "结构"),
        (publication(document={"text": TEXT, "hidden": [{"text": "真名"}]}), "隐藏"),
        (publication(real_name="真名"), "规范"),
        (publication(files={"docx": "0" * 64, "pdf": "0" * 64}), "文件"),
        (publication(published_at="2014-12-01T08:00:00"), "published_at"),
        (publication(concluded_on="2014-13-01"), "concluded_on"),
        (publication(title="有\u0000字符"), "title"),
        (ending(version=0), "version"),
        (dataclasses.replace(ending(), blobs={"exe": b"x"}), "附件"),
        (dataclasses.replace(ending(), kind="nonsense"), "不认识"),
    ],
)
def test_an_item_out_of_form_is_neither_sent_nor_accepted(item, sentence):
    with pytest.raises(Refused, match=sentence):
        pack(package(item), PRIVATE)


def test_a_refusal_never_repeats_the_value():
    with pytest.raises(Refused) as refused:
        pack(package(publication(real_name="欧阳真名")), PRIVATE)
    assert "欧阳真名" not in str(refused.value)


@pytest.mark.parametrize(
    "data", [b'{"a":1,"a":2}', b'{"b":1,"a":2}', b'{"a": 1}', b"nonsense", b"[" * 100_000, b"\xff"]
)
def test_json_that_is_not_canonical_is_refused(data):
    with pytest.raises(Refused):
        loads(data)


def test_canonical_json_keeps_characters_beyond_the_basic_plane():
    assert loads(dumps({"名": "𠮷"})) == {"名": "𠮷"}
