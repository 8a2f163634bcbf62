"""``anxin serve``: the product without demo data, behind the operator's own web server."""

from __future__ import annotations

import argparse

from anxin.cli.demo import port

HELP = "启动正式服务：先升级数据库，再启动门户、工作台和后台任务"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8400, help="门户的端口，工作台用下一个（默认 8400）")


def run(args: argparse.Namespace) -> int:
    from anxin.launch.house import House, say

    return House(args.port, demo=False).run(
        lambda installation: None,
        lambda house: say("　".join((
            f"门户 {house.addresses['portal']}", f"当事人入口 {house.addresses['party']}",
            f"工作台 {house.addresses['workbench']}", "Ctrl-C 停止"))))
