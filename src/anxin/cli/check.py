"""``anxin check``: the independent proof of one public file."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HELP = "核验公开文书：没有应当屏蔽的内容，屏蔽处以外与原文书一致"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("public", metavar="PUBLIC", help="公开文书（docx、pdf、html、txt）")
    parser.add_argument("--original", required=True, help="送达的原文书")
    parser.add_argument("--case", required=True, help="案件数据 case.json")
    parser.add_argument("--type", default="", help="文书种类")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")


def run(args: argparse.Namespace) -> int:
    """0 when proved, 1 when something was found, 2 when a file is missing or the case data cannot be used."""
    from anxin.cli._case_file import BadCase, load
    from anxin.proof.check import check

    try:
        case = load(args.case)
        public, original = Path(args.public).read_bytes(), Path(args.original).read_bytes()
    except BadCase as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"找不到或者读不出文件：{Path(str(error.filename)).name}。", file=sys.stderr)
        return 2
    proof = check(public, original, case, args.type)
    if args.format == "json":
        print(json.dumps(proof.to_json(), ensure_ascii=False, indent=2))
    elif proof.proved:
        print(f"核验通过：未发现应当屏蔽的内容，除{proof.counts['masks']}处屏蔽外与原文书一致（第二十二条）。")
    else:
        print("核验不通过：")
        print("\n".join(f"  · {f.sentence}" for f in proof.findings))
    return 0 if proof.proved else 1
