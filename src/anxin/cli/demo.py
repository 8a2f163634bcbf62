"""``anxin demo``: the whole product on this machine with fictional data."""

from __future__ import annotations

import argparse

HELP = "启动演示：门户、工作台、后台任务和虚构的演示数据（Ctrl-C 停止）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8400, help="门户的端口，工作台用下一个（默认 8400）")
    parser.add_argument("--reset", action="store_true", help="删除本机的演示数据，从头开始")


def port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65534:
        raise argparse.ArgumentTypeError("端口应在 1 到 65534 之间")
    return number


def run(args: argparse.Namespace) -> int:
    from anxin.demo import start

    return start.run(args.port, args.reset)
