"""``anxin explain``: what the rules say about one question, or about a file of them, without a database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

HELP = "规则怎么说：期限、匿名、公开、流程、材料、查询项目，每个回答写明条文"

LABELS = {
    "mask": "匿名",
    "keep": "保留真名",
    "ask": "由人决定",
    "publish": "公开",
    "kiosk": "只在本院触摸屏",
    "wait": "暂不公开",
    "refer": "报保密部门确定",
    "refuse": "不得公开",
    "due": "期限",
    "chain": "流程",
    "papers": "材料",
    "fields": "查询项目",
    "no_rule_set_in_force": "没有施行中的规则",
}


DUTIES = {
    "handler": "承办人",
    "department_head": "部门负责人",
    "deputy_chief": "分管副检察长",
    "chief": "检察长",
    "deputy_or_chief": "分管副检察长或者检察长",
    "case_management": "案件管理部门",
    "press": "新闻宣传部门",
    "office": "办公室",
    "secrecy": "保密部门",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", metavar="问题", required=True)
    questions = {
        "deadline": "期限：自哪天起算，哪天届满",
        "anonymity": "谁的姓名要匿名",
        "disclosure": "文书能不能公开",
        "chain": "要经过哪些人",
        "papers": "申请查询要提交什么",
        "fields": "案件可以查询什么",
    }
    for name, text in questions.items():
        kind = kinds.add_parser(name, help=text, description=text)
        kind.add_argument("--rules", metavar="ID", help="规则集（2014-trial、2021），不写时用该院适用的")
        kind.add_argument("--organ", metavar="CODE", help="人民检察院代码")
        kind.add_argument("--on", metavar="DATE", help="按哪一天的规则回答，不写为今天")
        kind.add_argument("--by-date", action="store_const", const=True, help="按日期选用规则集")
        kind.add_argument("--json", metavar="FILE", help="输入文件（JSON），- 为标准输入")
        kind.add_argument("--batch", nargs=2, metavar=("IN", "OUT"), help="批量：逐行 JSON，- 为标准输入、输出")
        kind.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
        for option in {"deadline": ["trigger", "period"], "papers": ["applicant"], "fields": ["case-type"]}.get(
            name, ()
        ):
            kind.add_argument(f"--{option}")
    schema = kinds.add_parser("schema", help="输入和输出的格式说明（JSON Schema）")
    schema.add_argument("name", nargs="?", help="名称，不写时列出全部")


def run(args: argparse.Namespace) -> int:
    if args.kind == "schema":
        return _schema(args.name)
    try:
        if args.batch:
            return _batch(args.kind, *args.batch)
        return _one(args)
    except (OSError, ValueError) as error:
        print(f"不能回答：{error}", file=sys.stderr)
        return 1


def _schema(name: str | None) -> int:
    from anxin.regulation import schemas

    if not name:
        print("\n".join(schemas.names()))
        return 0
    try:
        print(json.dumps(schemas.get(name), ensure_ascii=False, indent=2))
    except KeyError as error:
        print(error.args[0], file=sys.stderr)
        return 1
    return 0


def _one(args: argparse.Namespace) -> int:
    from anxin.regulation import explain

    payload: dict[str, Any] = {}
    if args.json:
        with _open(args.json, "r") as file:
            payload = json.load(file)
        if not isinstance(payload, dict):
            raise explain.QuestionError("输入应当是一个 JSON 对象")
    options = ("rules", "organ", "on", "by_date", "trigger", "period", "applicant", "case_type")
    given = {name: getattr(args, name, None) for name in options}
    answer = explain.answer(args.kind, {**payload, **{k: v for k, v in given.items() if v is not None}})
    print(json.dumps(answer, ensure_ascii=False, indent=2) if args.format == "json" else in_text(answer))
    return 1 if "error" in answer else 0


def _batch(kind: str, source: str, target: str) -> int:
    from anxin.regulation import explain

    failed = False
    with _open(source, "r") as lines, _open(target, "w") as out:
        for row in explain.batch(kind, lines):
            failed = failed or "error" in row
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 1 if failed else 0


def _open(path: str, mode: str):
    if path == "-":
        from contextlib import nullcontext

        return nullcontext(sys.stdin if mode == "r" else sys.stdout)
    if mode == "r":
        return open(path, encoding="utf-8-sig", errors="surrogateescape")
    return open(path, mode, encoding="utf-8", errors="backslashreplace")  # a lone surrogate becomes its JSON escape


def in_text(answer: Mapping[str, Any]) -> str:
    """The answer for people: what, why, and the details line by line."""
    details = answer["details"]
    label = LABELS.get(answer["outcome"], answer["outcome"])
    lines = [f"结论：{label}（{answer['outcome']}）", f"理由：{answer['sentence']}"]
    lines.append(f"依据：{answer['article']}　规则集 {answer['ruleset'] or '无'}　条目 {answer['entry']}")
    if details.get("deadline"):
        lines.append(f"届满：{details['deadline']}")
    lines += [f"  {number}. {_line(step)}" for number, step in enumerate(details.get("steps", ()), 1)]
    lines += [
        f"  {p['name']}　{LABELS[p['decision']]}　{p['article']}　{p['sentence']}"
        for p in details.get("participants", ())
    ]
    lines += [f"  {LABELS[g['outcome']]}　{g['article']}　{g['sentence']}" for g in details.get("grounds", ())]
    lines += [f"  {'、'.join(option)}" for option in details.get("options", ())]
    lines += [f"  {name}" for name in details.get("fields", ())]
    if details.get("warning"):
        lines.append(f"注意：{details['warning']}")
    return "\n".join(lines)


def _line(step: str | Mapping[str, Any]) -> str:
    if isinstance(step, str):
        return step
    return f"{step['organ']}　{DUTIES[step['duty']]}　{step['action']}　（{step['article']}）"
