"""Many documents from one file to another: progress, several processes, going on where it stopped, one bad line."""

import io
import json

import pytest

from anxin.redaction.batch import run_batch

TEXT = "被告人秦若兰，女，1990年3月7日出生，身份证号码110101199003071239。2020年5月1日，秦若兰与邵文轩发生争执。"


def line(key: str, **more) -> str:
    case = {"participants": [], "judgment_effective": True}
    return json.dumps({"id": key, "doc_type": "起诉书", "text": TEXT, "case": case} | more, ensure_ascii=False)


def rows(path):
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def files(tmp_path):
    return tmp_path / "in.jsonl", tmp_path / "out.jsonl"


def write(path, lines) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_bad_line_is_reported_and_stops_nobody(files):
    source, target = files
    show = io.StringIO()
    write(source, [line("d0"), "{broken", json.dumps({"id": "x"}), "[]", line("d1", text=7), line("d2")])
    assert run_batch(str(source), str(target), net=False, progress=show) == 1
    assert [(r.get("id"), bool(r.get("error"))) for r in rows(target)] == [
        ("d0", False), (None, True), ("x", True), (None, True), ("d1", True), ("d2", False),
    ]
    assert "失败 4 份" in show.getvalue()
    assert "秦若兰" not in target.read_text("utf-8") + show.getvalue()


def test_it_goes_on_where_it_stopped_and_cuts_a_torn_line(files):
    source, target = files
    write(source, [line(f"d{i}") for i in range(3)])
    run_batch(str(source), str(target), net=False, progress=io.StringIO())
    whole = target.read_text("utf-8").splitlines()
    target.write_text(whole[0] + "\n" + whole[1][:25], encoding="utf-8")
    show = io.StringIO()
    assert run_batch(str(source), str(target), net=False, progress=show) == 0
    assert [r["id"] for r in rows(target)] == ["d0", "d1", "d2"]
    assert "本次处理 2 份" in show.getvalue()
    assert rows(target)[0] == json.loads(whole[0])


def test_fresh_starts_again(files):
    source, target = files
    write(source, [line("d0")])
    target.write_text("not JSON\n", encoding="utf-8")
    assert run_batch(str(source), str(target), net=False, fresh=True, progress=io.StringIO()) == 0
    assert [r["id"] for r in rows(target)] == ["d0"]


def test_several_processes_give_the_same_answers_in_the_same_order(files, tmp_path):
    source, target = files
    write(source, [line(f"d{i}", text=TEXT * (1 + i % 3)) for i in range(150)])
    run_batch(str(source), str(target), net=False, progress=io.StringIO())
    run_batch(str(source), str(tmp_path / "two.jsonl"), net=False, jobs=2, progress=io.StringIO())
    assert [r | {"ms": 0} for r in rows(target)] == [r | {"ms": 0} for r in rows(tmp_path / "two.jsonl")]


def test_a_terminal_sees_how_far_it_is(files):
    source, target = files
    write(source, [line(f"d{i}") for i in range(20)])
    show = Terminal()
    run_batch(str(source), str(target), net=False, progress=show)
    assert "20/20" in show.getvalue()


@pytest.mark.parametrize(("make", "words"), [
    (lambda source, target: None, "找不到输入文件 in.jsonl"),
    (lambda source, target: source.mkdir(), "读不出输入文件 in.jsonl"),
    (lambda source, target: source.write_bytes(b"\xb8\xf8\xff\n"), "读不出输入文件 in.jsonl"),
    (lambda source, target: (write(source, [line("d0")]), target.mkdir()), "写不了输出文件 out.jsonl"),
    (lambda source, target: (write(source, [line("d0")]), target.write_text("{}\n{}\n")), "写不了输出文件 out.jsonl"),
])
def test_a_file_that_cannot_be_read_or_written_is_named_in_a_sentence(files, make, words):
    source, target = files
    make(source, target)
    show = io.StringIO()
    assert run_batch(str(source), str(target), net=False, progress=show) == 2
    assert words in show.getvalue()


def test_an_output_in_no_folder_is_refused_and_nothing_is_lost(files, tmp_path):
    source, _ = files
    write(source, [line("d0")])
    assert run_batch(str(source), str(tmp_path / "no" / "out.jsonl"), net=False, progress=io.StringIO()) == 2
