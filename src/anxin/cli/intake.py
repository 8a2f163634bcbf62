"""``anxin intake``: take in case packages by hand."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "收入案件包（含 case.json 和文书文件的文件夹），或者 --watch 收取文件夹中的全部案件包"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("packages", nargs="+", type=Path, metavar="案件包", help="案件包文件夹")
    parser.add_argument("--watch", action="store_true", help="所给的是存放案件包的文件夹，逐个收入并移走")


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when everything was taken, 1 when a package was refused; its faults are printed."""
    from anxin.config import wing

    wing.enter("inner")
    from anxin.inner.actor import Actor
    from anxin.inner.cases.intake import IntakeRefused, take
    from anxin.inner.cases.watch import look

    if args.watch:
        results = {name: faults for place in args.packages for name, faults in look(place).items()}
    else:
        results = {}
        for package in args.packages:
            try:
                take(package, Actor.system("案件导入"))
                results[str(package)] = ""
            except IntakeRefused as refused:
                results[str(package)] = "".join(f"  {f.field}：{f.reason}\n" for f in refused.faults)
    for name, faults in results.items():
        print(f"{name}：{'未收入' if faults else '已收入'}")
        print(faults, end="")
    return 1 if any(results.values()) else 0
