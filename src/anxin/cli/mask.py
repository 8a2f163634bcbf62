"""``anxin mask``: one file, a folder of files, or a batch of texts (JSON lines)."""

from __future__ import annotations

import argparse
import gc
import sys

HELP = "屏蔽法律文书：按规定第十九条、第二十条做技术处理"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", metavar="FILE", help="要屏蔽的文书（docx、pdf、txt）")
    parser.add_argument("--case", metavar="case.json", help="案件数据：收案数据或者其中的 case 对象")
    parser.add_argument("--type", metavar="种类", help="文书种类，不写时从标题读出")
    parser.add_argument("-o", "--output", action="append", metavar="OUT", help="公开文书（docx、pdf、html、txt），可以写几个")
    parser.add_argument("--report", metavar="REPORT", help="屏蔽报告（json 或者 html）")
    parser.add_argument("--batch", nargs=2, metavar=("IN", "OUT"),
                        help="批量处理：两个文件夹，或者两个 JSON 行文件（每行一份文书）")
    parser.add_argument("--to", default="docx", metavar="docx,pdf,html", help="文件夹批量处理时的输出格式，默认 docx")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="JSON 行批量处理时的进程数，默认 1")
    parser.add_argument("--no-net", action="store_true", help="不用神经网络补查姓名，只用规则")
    parser.add_argument("--fresh", action="store_true", help="不接着上次的结果，从头处理")


def run(args: argparse.Namespace) -> int:
    """0 when done, 1 when something failed, 2 for a wrong call, 3 when the document may not be published."""
    if args.batch:
        return _batch(args)
    if args.file:
        from anxin.cli import _mask_command

        return _mask_command.one(args)
    print("请指明要屏蔽的文书，或者用 --batch 指明输入和输出。", file=sys.stderr)
    return 2


def _batch(args: argparse.Namespace) -> int:
    from pathlib import Path

    if Path(args.batch[0]).is_dir():
        from anxin.cli import _mask_command

        return _mask_command.folder(args)
    from anxin.redaction.batch import run_batch

    gc.set_threshold(100_000)  # the engine makes no cycles: looking for them took a twentieth of the time
    return run_batch(args.batch[0], args.batch[1], jobs=args.jobs, net=not args.no_net, fresh=args.fresh)
