"""``anxin mask`` and ``anxin check`` on files: masked and proved, or refused with the article and nothing written."""

import json

import pytest

from anxin.cli import main
from anxin.cli._mask_file import mask, written
from tests.files import build

FORMATS = ("docx", "pdf", "html", "txt")
CASE = {"closed": True, "judgment_effective": True, "charge": "盗窃罪", "participants": [
    {"key": "d1", "name": "裴大川", "role": "defendant", "sentence": {"type": "拘役", "months": 5}},
    {"key": "w1", "name": "易水寒", "role": "witness"}, {"key": "o1", "name": "闻人哲", "role": "official"}]}


LINES = ("宁河市临江区人民检察院", "起 诉 书", "临检刑诉〔2024〕17号",
         "被告人裴大川，男，1990年3月7日出生，公民身份号码110101199003071234，住宁河市临江区平桥村3组19号，电话13912345678。",
         "经依法审查查明：2024年1月5日，裴大川盗窃手机一部，价值人民币2300元。证人易水寒证实上述事实。",
         "此致", "宁河市临江区人民法院", "检察官　闻人哲")


def indictment(header="卷内材料　经办：内勤"):
    """A Word file with a header."""
    end = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    return build.docx("".join(build.p(line) for line in LINES) + end,
                      {"word/header1.xml": build.part("hdr", build.p(header))})


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "原文书.docx").write_bytes(indictment())
    (tmp_path / "case.json").write_text(json.dumps(CASE), "utf-8")
    return tmp_path


def run(desk, *arguments):
    return main([str(a).replace("@", f"{desk}/") for a in arguments])


def test_one_call_gives_every_format_and_each_passes_check(desk, capsys):
    outputs = [a for form in FORMATS for a in ("-o", f"@公开.{form}")]
    assert run(desk, "mask", "@原文书.docx", "--case", "@case.json", *outputs, "--report", "@报告.json") == 0
    report = json.loads((desk / "报告.json").read_text("utf-8"))
    assert report["doc_type"] == "起诉书"
    assert run(desk, "mask", "@原文书.docx", "--case", "@case.json", "-o", "@公开.txt", "--report", "@报告.html") == 0
    assert "第二十条第（一）项" in (desk / "报告.html").read_text("utf-8")
    assert {m["article"] for m in report["masks"]} >= {"19(1)", "19(3)", "20(1)"}
    for form in FORMATS:
        check = ("check", f"@公开.{form}", "--original", "@原文书.docx", "--case", "@case.json")
        assert run(desk, *check) == 0, capsys.readouterr().out
    assert "裴大川" not in (desk / "公开.txt").read_text("utf-8")


def test_check_fails_on_a_changed_public_file_and_says_so_as_json(desk, capsys):
    run(desk, "mask", "@原文书.docx", "--case", "@case.json", "-o", "@公开.txt")
    public = desk / "公开.txt"
    public.write_text(public.read_text("utf-8").replace("2300元", "23000元"), "utf-8")
    capsys.readouterr()
    assert run(desk, "check", "@公开.txt", "--original", "@原文书.docx", "--case", "@case.json", "--format", "json") == 1
    assert [f["kind"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["不一致"]


@pytest.mark.parametrize("change", [{"judgment_effective": False}, {"flags": ["state_secret"]}, {"closed": False},
                                    {"participants": [{**CASE["participants"][0], "minor": True}]}])
def test_a_document_that_may_not_be_published_is_refused_with_its_article_and_nothing_is_written(desk, capsys, change):
    (desk / "case.json").write_text(json.dumps({**CASE, **change}), "utf-8")
    assert run(desk, "mask", "@原文书.docx", "--case", "@case.json", "-o", "@公开.docx", "--report", "@报告.html") == 3
    assert "第" in capsys.readouterr().err
    assert sorted(p.name for p in desk.iterdir()) == ["case.json", "原文书.docx"]


def test_the_intake_file_works_like_its_case_object_alone(desk):
    intake = {"department_case_number": "临检〔2024〕1号", "concluded_on": "2024-05-02",
              "judgment": {"effective_on": "2024-05-01"},
              **{k: CASE[k] for k in ("charge", "participants")}}
    for name, data in (("a", CASE), ("b", {"case": CASE}), ("c", intake)):
        (desk / "case.json").write_text(json.dumps(data), "utf-8")
        assert run(desk, "mask", "@原文书.docx", "--case", "@case.json", "-o", f"@{name}.docx") == 0
    assert (desk / "a.docx").read_bytes() == (desk / "b.docx").read_bytes() == (desk / "c.docx").read_bytes()


def test_headers_go_and_a_note_in_them_closes_no_gate_but_a_secrecy_mark_does():
    noted = mask(indictment("内部资料　经办：内勤"), "", CASE)
    assert noted.analysis.gate.outcome == "publish"
    for form in ("docx", "html", "txt"):
        assert "内勤".encode() not in written(noted, form)
    assert "内勤" not in noted.public.text
    assert mask(indictment("机密★三年"), "", CASE).public is None


def test_a_folder_is_masked_and_a_second_run_does_nothing(desk):
    source, target = desk / "in", desk / "out"
    source.mkdir()
    for name in ("甲", "乙"):
        (source / f"{name}.docx").write_bytes((desk / "原文书.docx").read_bytes())
        (source / f"{name}.case.json").write_text(json.dumps(CASE), "utf-8")
    assert run(desk, "mask", "--batch", "@in", "@out", "--to", "docx,html") == 0
    assert sorted(p.suffix for p in target.iterdir()) == [".docx", ".docx", ".html", ".html", ".json", ".json"]
    before = {p: p.stat().st_mtime_ns for p in target.iterdir()}
    (source / "丙.docx").write_bytes(b"not a document")
    (source / "丙.case.json").write_text(json.dumps(CASE), "utf-8")
    assert run(desk, "mask", "--batch", "@in", "@out", "--to", "docx,html") == 1
    assert {p: p.stat().st_mtime_ns for p in before} == before


def test_a_case_that_is_withdrawn_from_publication_leaves_no_earlier_output(desk):
    source, target = desk / "in", desk / "out"
    source.mkdir()
    (source / "甲.docx").write_bytes((desk / "原文书.docx").read_bytes())
    for case, code, left in ((CASE, 0, {".docx", ".json"}), ({**CASE, "judgment_effective": False}, 3, {".json"})):
        (source / "甲.case.json").write_text(json.dumps(case), "utf-8")
        assert run(desk, "mask", "--batch", "@in", "@out") == code
        assert {p.suffix for p in target.iterdir()} == left


@pytest.mark.parametrize("arguments", [
    ("mask",), ("mask", "@原文书.docx"), ("mask", "@没有.docx", "--case", "@case.json", "-o", "@a.docx"),
    ("mask", "@原文书.docx", "--case", "@case.json", "-o", "@a.exe"),
    ("mask", "@原文书.docx", "--case", "@原文书.docx", "-o", "@a.docx"),
    ("check", "@没有.docx", "--original", "@原文书.docx", "--case", "@case.json")])
def test_a_wrong_call_is_answered_with_a_sentence(desk, capsys, arguments):
    assert run(desk, *arguments) == 2
    assert "。" in capsys.readouterr().err
