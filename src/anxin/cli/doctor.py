"""``anxin doctor``: do the invariants of reliability hold in this installation? One sentence per finding."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from typing import Any

HELP = "检查本系统的数据是否完好：审批、公开、日志、数据包是否互相一致"
WINGS = {"inner": "工作网", "outer": "互联网"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wing", nargs="?", choices=list(WINGS), help="只检查一侧，结果为 JSON（默认两侧都查）")


def run(args: argparse.Namespace) -> int:
    """Exit code 0 when nothing was found, 1 with findings, 2 when no wing could be looked at."""
    if args.wing:
        print(json.dumps(_examine(args.wing), ensure_ascii=False))
        return 0
    reports = {wing: report for wing in WINGS if (report := _ask(wing)) is not None}
    findings = [f"{WINGS[wing]}：{sentence}" for wing, report in reports.items() for sentence in report["findings"]]
    if len(reports) == len(WINGS):
        findings += compare(reports["inner"], reports["outer"])
    for sentence in findings:
        print(sentence)
    names = "、".join(WINGS[wing] for wing in reports)
    if not reports:
        print("两侧都没有能够检查。")
        return 2
    print(f"检查了{names}，发现{len(findings)}处问题。" if findings else f"检查了{names}，没有发现问题。")
    return 1 if findings else 0


def compare(inner: dict[str, Any], outer: dict[str, Any]) -> list[str]:
    """What the public sees against what is approved; on the way is no finding while items are pending."""
    if inner["pending"]:
        print(f"有{inner['pending']}件正在送往互联网，两侧暂不比对。")
        return []
    here, there = inner["public"], outer["public"]
    word = {True: "公开", False: "未公开"}
    return [
        f"两侧不一致：{key}，工作网{word[key in here]}，互联网{word[key in there]}。"
        for key in sorted(here.keys() | there.keys()) if here.get(key) != there.get(key)
    ]  # fmt: skip


def _examine(wing: str) -> dict[str, Any]:
    from anxin.config import wing as wings

    wings.enter(wing)
    if wing == "inner":
        from anxin.inner.doctor import examine
    else:
        from anxin.outer.doctor import examine
    return examine()


def _ask(wing: str) -> dict[str, Any] | None:
    """A process belongs to one wing, so each wing is looked at by one of its own."""
    done = subprocess.run([sys.executable, "-W", "ignore", "-m", "anxin", "doctor", wing], check=False,
                          capture_output=True, text=True)  # fmt: skip
    if done.returncode:
        print(f"{WINGS[wing]}没有能够检查：{(done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]}")
        return None
    return dict(json.loads(done.stdout.splitlines()[-1]))
