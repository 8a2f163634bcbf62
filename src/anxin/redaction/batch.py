"""Many documents from one file to another: in parallel, resumable, one bad line never stops the rest."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, repeat
from pathlib import Path
from typing import Any, TextIO

from anxin.redaction.engine import Opened, TooLongError, analyse, analyse_many, open_document
from anxin.redaction.model import Analysis
from anxin.regulation.case import Case

Row = dict[str, Any]


def row_of(document: Row, *, net: bool, rules: Any = None) -> Row:
    """The answer for one document in the format of the public benchmark."""
    begun = time.perf_counter()
    result = analyse(
        document["text"],
        document["doc_type"],
        Case.from_json(document.get("case") or {}),
        rules,
        net=net,
        title=document.get("title", ""),
        document_number=document.get("document_number", ""),
    )
    row = to_row(document["id"], result)
    row["ms"] = round((time.perf_counter() - begun) * 1000, 3)
    return row


def to_row(key: str, result: Analysis) -> Row:
    """Spans, flags and the gate. The row says whether the document is of a kind that is published (Art 4, 18); that the
    case is not closed yet (Art 21) is a matter of time and does not count here."""
    grounds = result.gate.details.get("grounds", ())
    barred = [g for g in grounds if g["outcome"] not in ("publish", "kiosk") and not g["article"].startswith("21")]
    return {
        "id": key,
        "spans": [
            {"start": s.start, "end": s.end, "kind": s.kind, "article": s.article, "replacement": s.replacement}
            for s in result.spans
        ],
        "flags": [{"start": d.start, "end": d.end, "type": d.type} for d in result.doubts],
        "gate": {"publish": not barred, "article": barred[0]["article"] if barred else result.gate.article},
    }


CHUNK = 64  # documents that share one run of the net


def answers(lines: Sequence[str], net: bool) -> list[str]:
    """One answer for each line; documents share a run of the net, and one that fails is answered alone."""
    begun = time.perf_counter()
    try:
        documents = [json.loads(line) for line in lines]
        results = analyse_many([_open(d) for d in documents], net=net)
    except Exception:
        return [answer(line, net) for line in lines]
    rows = [to_row(d["id"], r) for d, r in zip(documents, results, strict=True)]
    each = round((time.perf_counter() - begun) * 1000 / max(1, len(rows)), 3)
    return [_written(row | {"ms": each}) for row in rows]


_written = json.JSONEncoder(ensure_ascii=False).encode


def _open(document: Row) -> Opened:
    return open_document(
        document["text"],
        document["doc_type"],
        Case.from_json(document.get("case") or {}),
        title=document.get("title", ""),
        document_number=document.get("document_number", ""),
    )


def answer(line: str, net: bool) -> str:
    """One line in, one line out; a line that cannot be read becomes an error line without its content."""
    key = None
    try:
        document = json.loads(line)
        key = document.get("id") if isinstance(document, dict) else None
        return _written(row_of(document, net=net))
    except json.JSONDecodeError:
        return json.dumps({"error": "这一行不是合法的 JSON。"}, ensure_ascii=False)
    except TooLongError as problem:
        return json.dumps({"id": key, "error": str(problem)}, ensure_ascii=False)
    except Exception as problem:
        return json.dumps({"id": key, "error": f"处理失败（{type(problem).__name__}）。"}, ensure_ascii=False)


def run_batch(
    source: str, target: str, *, jobs: int = 1, net: bool = True, fresh: bool = False, progress: TextIO | None = None
) -> int:
    """Process ``source`` into ``target``; lines already answered in ``target`` are skipped. Returns the exit code."""
    import sys

    show = progress if progress is not None else sys.stderr
    inward, outward = Path(source), Path(target)
    try:
        total = sum(1 for _ in _lines(inward))
    except FileNotFoundError:
        return _refused(show, f"找不到输入文件 {inward.name}。")
    except (OSError, UnicodeDecodeError):
        return _refused(show, f"读不出输入文件 {inward.name}：应当是 UTF-8 编码的 JSON 行文件，并且允许读取。")
    try:
        done = set() if fresh else _answered(outward)
        out = outward.open("w" if fresh else "a", encoding="utf-8")
    except (OSError, ValueError, KeyError):
        return _refused(
            show, f"写不了输出文件 {outward.name}：请看文件夹是否存在、是否允许写入，原有内容是否是上次的结果（--fresh 从头写）。"
        )
    bad = count = 0
    with out:
        for result in _answers(inward, done, net, jobs):
            count += 1
            if '"error": "' in result[:300] and '"spans"' not in result[:300]:
                bad += 1
                print(f"\n第 {count} 份没有处理：{json.loads(result)['error']}", file=show)
            out.write(result + "\n")
            _bar(show, len(done) + count, total)
    print(f"\n共 {total} 份，本次处理 {count} 份，失败 {bad} 份。", file=show)
    return 1 if bad else 0


def _refused(show: TextIO, sentence: str) -> int:
    print(sentence, file=show)
    return 2


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", errors="surrogatepass") as handle:
        for line in handle:
            if line.strip():
                yield line


def _answered(path: Path) -> set[str]:
    """Ids of the documents that the target already answers; a torn last line is cut off."""
    if not path.exists():
        return set()
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) != len(data):
        path.write_bytes(whole)
    rows = (json.loads(line) for line in whole.decode("utf-8").splitlines() if line.strip())
    return {str(r["id"]) for r in rows if "error" not in r}


def _answers(path: Path, done: set[str], net: bool, jobs: int) -> Iterator[str]:
    lines = (line for line in _lines(path) if not done or _id(line) not in done)
    chunks = iter(lambda: list(islice(lines, CHUNK)), [])
    if jobs <= 1:
        for chunk in chunks:
            yield from answers(chunk, net)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for results in pool.map(answers, chunks, repeat(net)):
            yield from results


def _id(line: str) -> str:
    try:
        return str(json.loads(line).get("id"))
    except (ValueError, AttributeError):
        return ""


def _bar(show: TextIO, done: int, total: int) -> None:
    if show.isatty() and (done % 20 == 0 or done == total):
        filled = 30 * done // max(1, total)
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end="", file=show, flush=True)
