"""``anxin serve``: the product without demo data, behind the operator's own web server."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from anxin.cli.demo import port

if TYPE_CHECKING:
    from anxin.launch.installation import Installation

HELP = "启动正式服务：先升级数据库，再启动门户、工作台和后台任务"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8400, help="门户的端口，工作台用下一个（默认 8400）")


def run(args: argparse.Namespace) -> int:
    from anxin.launch.house import House, say, step

    return House(args.port, demo=False).run(
        lambda installation: step("核对全国人民检察院名录", lambda: load_tree(installation)),
        lambda house: say("　".join((
            f"门户 {house.addresses['portal']}", f"当事人入口 {house.addresses['party']}",
            f"工作台 {house.addresses['workbench']}", kiosk(house.addresses["kiosk"]), "Ctrl-C 停止"))))


def kiosk(address: str) -> str:
    """The touch screen shows one organ's documents: the one named, else the only one that has any."""
    shared = "（几个院共用本系统的，用 ANXIN_KIOSK_ORGAN 指定一个）"
    return f"触摸屏 {address}" + ("" if os.environ.get("ANXIN_KIOSK_ORGAN") else shared)


def load_tree(installation: Installation) -> None:
    """A new installation gets the national tree of procuratorates before its doors open."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "anxin", "staff", "tree"], check=False,
                          env=installation.environment("inner", "app"), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"人民检察院名录没有装好：\n{(done.stdout + done.stderr)[-1500:]}")
