"""Mask documents."""

from __future__ import annotations

import argparse

HELP = "屏蔽法律文书：按规定第十九条、第二十条做技术处理"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--batch", nargs=2, metavar=("IN.jsonl", "OUT.jsonl"), help="批量处理，每行一份文书")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="同时处理的进程数，默认 1")
    parser.add_argument("--no-net", action="store_true", help="不用神经网络补查姓名，只用规则")
    parser.add_argument("--fresh", action="store_true", help="不接着上次的结果，从头处理")


def run(args: argparse.Namespace) -> int:
    if args.batch:
        from anxin.redaction.batch import run_batch

        return run_batch(args.batch[0], args.batch[1], jobs=args.jobs, net=not args.no_net, fresh=args.fresh)
    return _usage()


def _usage() -> int:
    import sys

    print("请用 --batch 指明输入和输出文件。", file=sys.stderr)
    return 2
