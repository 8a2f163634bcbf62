"""``anxin test``: every test of the tree."""

from __future__ import annotations

import argparse

HELP = "运行全部测试（可写路径和 pytest 参数，如 tests/inner -k 期限、--campaign）"
PASSES_ON = True  # to pytest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="参数", help="交给 pytest 的路径和参数")


def run(args: argparse.Namespace) -> int:
    from anxin.launch import testrun

    return testrun.run(args.arguments)
