"""``anxin lint``: one finding a line, the exit code, and a batch that goes on after a bad line."""

import json

import pytest

from anxin.cli import main

TEXT = "日前，检察机关以涉嫌受贿罪对周某提起公诉，周某收受他人现金。"
FIELDS = ["start", "end", "text", "kind", "article", "blocks", "sentence"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "文.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def test_a_pending_text_with_a_fact_exits_with_1_and_shows_where(file, capsys):
    assert main(["lint", file, "--pending", "--format", "json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    row = json.loads(line)
    assert list(row) == FIELDS
    assert TEXT[row["start"]:row["end"]] == row["text"] == "周某收受他人现金"
    assert main(["lint", file, "--pending"]) == 1
    assert "第十一条" in capsys.readouterr().out


def test_a_closed_text_exits_with_0(file, capsys):
    assert main(["lint", file, "--closed"]) == 0
    assert capsys.readouterr().out == ""


def test_a_byte_order_mark_and_gb18030_do_not_move_the_offsets(tmp_path, capsys):
    for data in (TEXT.encode("utf-8-sig"), TEXT.encode("gb18030")):
        (tmp_path / "a.txt").write_bytes(data)
        main(["lint", str(tmp_path / "a.txt"), "--pending", "--format", "json"])
        row = json.loads(capsys.readouterr().out)
        assert TEXT[row["start"]:row["end"]] == row["text"]


@pytest.mark.parametrize("arguments", [[], ["--pending"], ["{file}"], ["nowhere.txt", "--pending"], ["--batch", "{file}", "{file}"],
                                       ["{file}", "--batch", "a", "b"]])
def test_a_wrong_call_exits_with_2_and_a_sentence(arguments, file, capsys):
    assert main(["lint", *(a.replace("{file}", file) for a in arguments)]) == 2
    assert capsys.readouterr().err.strip()


def test_a_batch_answers_every_line_and_goes_on_after_a_bad_one(tmp_path):
    lines = [
        {"id": 1, "text": TEXT, "pending": True}, {"id": "二", "text": TEXT, "pending": False}, {"id": 3, "text": TEXT},
        {"id": 4, "text": 5, "pending": True}, {"text": TEXT, "pending": True}, [], {"id": 7, "text": "\ud800查明", "pending": True},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_bytes("\n".join([*map(json.dumps, lines), "{", "", "[" * 100_000]).encode() + b"\n\xff\n")
    assert main(["lint", "--batch", str(source), str(target)]) == 1
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [1, "二", 3, 4, None, None, 7, None, None, None]
    assert ["error" in row for row in rows] == [False, False, True, True, True, True, False, True, True, True]
    assert rows[0]["findings"][0]["blocks"] is True
    assert rows[1]["findings"] == []


def test_a_batch_without_bad_lines_exits_with_0(tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": 1, "text": TEXT, "pending": True}), encoding="utf-8")
    assert main(["lint", "--batch", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")]) == 0
