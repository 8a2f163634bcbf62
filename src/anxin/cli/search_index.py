"""``anxin search-index``: state of the search index, or make it anew."""

from __future__ import annotations

import argparse

HELP = "全文检索索引：查看状态，或者用 --rebuild 重建"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rebuild", action="store_true", help="从公开文书表重建索引")


def run(args: argparse.Namespace) -> int:
    from anxin.config.wing import enter

    enter("outer")
    from anxin.outer.publications.search import catchup

    if args.rebuild:
        print(f"已重建，共{catchup.rebuild()}份文书。")
    health = catchup.index().health()
    if not health["ok"]:
        print(f"索引不可用：{health['sentence']}")
        return 1
    print(f"文书 {health['documents']} 份，{health['bytes']} 字节。")
    return 0
