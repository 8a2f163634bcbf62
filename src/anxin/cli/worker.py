"""``anxin worker inner|outer``: the background work of one wing."""

from __future__ import annotations

import argparse
import importlib
import signal
import threading

HELP = "后台工作进程：收发数据包、定时工作"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wing", choices=["inner", "outer"], help="inner 工作网，outer 互联网")
    parser.add_argument("--put-right", action="store_true", help="只执行数据库不知道的停止公开指令（互联网侧）")


def run(args: argparse.Namespace) -> int:
    """Work until SIGTERM or Ctrl-C; what is being done is finished first."""
    from anxin.config.wing import enter

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    enter(args.wing)
    if args.put_right:
        importlib.import_module("anxin.outer.post.loop").put_right()
        return 0
    importlib.import_module(f"anxin.{args.wing}.post.loop").run(stop)
    return 0
