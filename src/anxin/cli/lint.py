"""``anxin lint``: what a text about a pending case must not say (Art 11, last paragraph)."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HELP = "检查重要案件信息：正在办理的案件不得发布有关案件事实和证据认定的信息（第十一条）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE.txt", help="要检查的文字（UTF-8 或者 GB 18030），- 为标准输入")
    state = parser.add_mutually_exclusive_group()
    state.add_argument("--pending", action="store_true", help="案件正在办理")
    state.add_argument("--closed", action="store_true", help="案件已经办结")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式，json 为每行一个对象")
    parser.add_argument("--batch", nargs=2, metavar=("IN.jsonl", "OUT.jsonl"),
                        help="批量：每行一个 {id, text, pending}，输出 {id, findings}")


def run(args: argparse.Namespace) -> int:
    """0: nothing blocks. 1: something blocks, or a line of a batch could not be read. 2: it cannot be done."""
    problem = _problem(args)
    if problem:
        print(problem, file=sys.stderr)
        return 2
    try:
        return _batch(*map(Path, args.batch)) if args.batch else _one(args.file, args.pending, args.format)
    except (OSError, ValueError) as error:
        print(f"不能检查：{error}", file=sys.stderr)
        return 2


def _problem(args: argparse.Namespace) -> str:
    if args.batch:
        if args.file or args.pending or args.closed:
            return "批量检查时，每行写明 pending，不再写文件和 --pending、--closed。"
        return "输入和输出不能是同一个文件。" if Path(args.batch[0]).resolve() == Path(args.batch[1]).resolve() else ""
    if not args.file:
        return "请写明要检查的文件，或者用 --batch 写明输入和输出。"
    return "" if args.pending or args.closed else "请写明案件正在办理（--pending）还是已经办结（--closed）。"


def _one(file: str, pending: bool, form: str) -> int:
    from anxin.lint import lint, standard

    text = _decoded(sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes())
    findings = lint(text, pending)
    kinds = standard().kinds
    for found in findings:
        if form == "json":
            print(json.dumps(found.as_dict(), ensure_ascii=False))
        else:
            shown = " ".join(found.text.split())
            state = "不得发布" if found.blocks else "提示"
            print(f"{found.start}-{found.end}\t{state}\t{kinds[found.kind].name}\t{shown}\t{found.sentence}（{found.article}）")
    return 1 if any(found.blocks for found in findings) else 0


def _decoded(data: bytes) -> str:
    """Offsets count from the first character after a byte order mark; line ends stay as they are."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise ValueError("文件既不是 UTF-8 也不是 GB 18030 编码的文字") from error


def _batch(source: Path, target: Path) -> int:
    from anxin.lint.batch import batch

    failed = False
    # a lone surrogate becomes its JSON escape
    with (source.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines,
          target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out):
        for row in batch(lines):
            failed = failed or "error" in row
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 1 if failed else 0
