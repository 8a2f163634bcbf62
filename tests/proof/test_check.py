"""The proof finds what is left, wherever and however it is written, and never repeats it."""

import base64
import io
import json
import zipfile
import zlib

import pytest

from anxin.proof.check import check

CASE = {"judgment_effective": True, "participants": [
    {"key": "d1", "name": "裴大川", "role": "defendant", "aliases": ["裴老幺"], "sentence": {"type": "拘役", "months": 5}},
    {"key": "w1", "name": "古丽·买买提", "role": "witness"}, {"key": "o1", "name": "闻人哲", "role": "official"}],
    "protected_terms": [{"text": "蓝鲸配方"}]}
ORIGINAL = ("宁河市临江区人民检察院\n起诉书\n被告人裴大川，外号“裴老幺”，公民身份号码110101199003071234，住宁河市临江区平桥村3组19号，"
            "电话13912345678，卡号6222021234567890123。证人古丽·买买提证实其使用蓝鲸配方，邮箱pei@mail.test。\n检察官闻人哲")
PUBLIC = ("宁河市临江区人民检察院\n起诉书\n被告人裴某某，外号“某某”，公民身份号码******************，住宁河市临江区****，"
          "电话***********，卡号****************。证人古某某证实其使用（略），邮箱********。\n检察官闻人哲")


def proof(public, original=ORIGINAL, case=CASE):
    encoded = public if isinstance(public, bytes) else public.encode()
    return check(encoded, original if isinstance(original, bytes) else original.encode(), case)


def kinds(public, **more):
    return {f.kind for f in proof(public, **more).findings}


def page(inside, outside=""):
    return f'<!doctype html><html><body>{outside}<article class="doc"><p>{inside}</p></article></body></html>'


def docx(text, **parts):
    """A plain public DOCX, with more parts when given."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {w}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize("public", [PUBLIC, page(PUBLIC.replace("\n", "</p><p>")), docx(PUBLIC)],
                         ids=["text", "html", "docx"])
def test_a_masked_document_is_proved_in_every_format(public):
    assert proof(public).findings == ()


@pytest.mark.parametrize(("mask", "left", "kind"), [
    ("裴某某", "裴大川", "姓名"), ("“某某”", "“裴老幺”", "姓名"), ("裴某某", "裴 大\u200b川", "姓名"), ("古某某", "古丽•买买提", "姓名"),
    ("******************", "110101199003071234", "身份证号码"), ("电话***********", "电话１３９１２３４５６７８", "电话号码"),
    ("电话***********", "电话139-1234-5678", "电话号码"), ("电话***********", "电话一三九一二三四五六七八", "电话号码"),
    ("卡号****************", "卡号6222 0212 3456 7890 123", "银行账号"), ("（略）", "蓝鲸配方", "承办人标注的内容"),
    ("邮箱********", "邮箱ｐｅｉ@mail.test", "电子邮箱"), ("区****", "区平桥村3组19号", "住址"),
])
def test_every_kind_left_in_the_text_is_found_in_any_writing(mask, left, kind):
    public = PUBLIC.replace(mask, left)
    assert public != PUBLIC
    assert kind in kinds(public)


@pytest.mark.parametrize("encode", [
    lambda v: v.encode(), lambda v: v.encode("utf-16-le"), lambda v: v.encode("utf-16-be"), lambda v: v.encode("gb18030"),
    lambda v: v.encode().hex().encode(), lambda v: v.encode("utf-16-be").hex().upper().encode(),
    lambda v: base64.b64encode(v.encode()), lambda v: base64.b64encode(b"x" + v.encode() + b"yy"),
    lambda v: base64.b64encode(b"xy" + v.encode()), lambda v: "".join(f"&#{ord(c)};" for c in v).encode(),
    lambda v: json.dumps(v).encode(), lambda v: b"".join(b"%%%02X" % b for b in v.encode()),
])
@pytest.mark.parametrize("value", ["裴大川", "110101199003071234"])
def test_a_value_hidden_anywhere_in_the_bytes_is_found(encode, value):
    hidden = encode(value)
    data = page(PUBLIC.replace("\n", "</p><p>"), "@@").encode().replace(b"@@", b"<!-- \n" + hidden + b"\n -->")
    try:
        data.decode()
    except UnicodeDecodeError:
        data = docx(PUBLIC, word__other=hidden)
    assert kinds(data) & {"姓名", "身份证号码"}


def test_an_archive_inside_the_archive_is_opened():
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.bin", "裴大川" * 3)
    assert "姓名" in kinds(docx(PUBLIC, word__x=inner.getvalue()))


@pytest.mark.parametrize(("name", "content", "kind"), [
    ("docProps__core.xml", "<a/>", "附带信息"), ("word__comments.xml", "<a/>", "附带信息"), ("word__media__a.png", "x", "附带信息")])
def test_parts_that_a_new_file_does_not_have_are_reported(name, content, kind):
    assert kind in kinds(docx(PUBLIC, **{name: content}))


def test_hidden_text_of_the_original_must_not_turn_up():
    original = docx(ORIGINAL).replace(b"", b"")
    hidden = docx_with_hidden(ORIGINAL, "书记员小周再核实一遍")
    assert proof(PUBLIC, original=hidden).proved
    assert "原文件的隐藏内容" in kinds(page(PUBLIC.replace("\n", "</p><p>"), "<!--书记员小周再核实一遍-->"), original=hidden)
    assert proof(PUBLIC, original=original).proved


def docx_with_hidden(text, secret):
    data = zipfile.ZipFile(io.BytesIO(docx(text))).read("word/document.xml").decode()
    run = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{secret}</w:t></w:r></w:p></w:body>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", data.replace("</w:p></w:body>", run))
    return out.getvalue()


@pytest.mark.parametrize(("old", "new"), [
    ("临江区人民检察院", "临河区人民检察院"), ("检察官闻人哲", "检察官闻人"), ("起诉书\n", ""), ("检察官", "检察官。检察官"),
    ("被告人裴某某", "裴某某"), ("证实其", "没有证实其")])
def test_a_change_outside_the_masks_is_found(old, new):
    public = PUBLIC.replace(old, new, 1)
    assert public != PUBLIC
    assert "不一致" in kinds(public)


def test_a_case_that_names_nobody_proves_nothing():
    assert "案件数据" in kinds(PUBLIC, case={"participants": []})


def test_a_namesake_who_is_named_does_not_count_as_left():
    case = {**CASE, "participants": [*CASE["participants"], {"key": "o2", "name": "裴大川", "role": "lawyer"}]}
    assert "姓名" not in kinds(PUBLIC + "裴大川律师", case=case, original=ORIGINAL + "裴大川律师")


@pytest.mark.parametrize(("left", "found"), [("山脚高峰时段", False), ("证人高峰证实", True)])
def test_a_name_that_is_a_word_may_stay_as_the_word_only(left, found):
    case = {"participants": [{"key": "w1", "name": "高峰", "role": "witness"}]}
    original = "证人高峰证实。" + left
    assert ("姓名" in kinds("证人高某某证实。" + left, original=original, case=case)) is found


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"%PDF-1.7 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x00\x01\x02",
                                  docx("x", word__styles_xml="").replace(b"word/document.xml", b"word/docjment.xml")])
def test_a_file_that_cannot_be_read_is_never_proved(data):
    assert not proof(data).proved
    assert not proof(PUBLIC, original=data).proved


def test_entities_and_document_types_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "裴大川">]><a>&b;</a>')
    assert kinds(out.getvalue()) == {"不能核验"}


def test_the_report_never_repeats_a_value():
    answer = json.dumps(proof(ORIGINAL).to_json(), ensure_ascii=False)
    for value in ("裴大川", "裴老幺", "110101199003071234", "13912345678", "蓝鲸配方", "pei@mail.test", "古丽"):
        assert value not in answer


def pdf_with(stream, info=b""):
    packed = zlib.compress(stream)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
               b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream", b"<<" + info + b">>"]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + item + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out) + b"xref\n0 6\n0000000000 65535 f \n" + table + \
        b"trailer<</Size 6/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


@pytest.mark.parametrize("data", [
    pdf_with("% 裴大川".encode()), pdf_with(b"", b"/Author<FEFF" + "裴大川".encode("utf-16-be").hex().encode() + b">")])
def test_packed_streams_and_strings_of_a_pdf_are_read(data):
    assert "姓名" in kinds(data)
