"""``anxin manage WING ...``: Django's own commands for one wing, as the database's owner."""

from __future__ import annotations

import argparse

HELP = "Django 自带的管理命令，如 manage inner makemigrations（以数据库所有者的身份运行）"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wing", choices=("inner", "outer"), help="inner 工作网 / outer 互联网")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="命令")


def run(args: argparse.Namespace) -> int:
    from anxin.config import wing

    wing.enter(args.wing, "owner")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["anxin manage", *args.arguments])
    return 0
