"""``anxin ledger verify``: prove that the ledger is whole."""

from __future__ import annotations

import argparse

HELP = "核验操作日志：逐条验证哈希链，指出第一处被改动的记录"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"], help="verify：核验全部日志")


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when every chain is whole, 1 with the first bad row of each broken one."""
    from anxin.config import wing

    wing.enter("inner")
    from anxin.inner.ledger.models import Entry
    from anxin.inner.ledger.queries import breaks

    found = list(breaks())
    for broken in found:
        print(f"院 {broken.organ} 第 {broken.seq} 条：{broken.sentence}")
    print("日志核验未通过。" if found else f"日志核验通过，共 {Entry.objects.count()} 条。")
    return 1 if found else 0
