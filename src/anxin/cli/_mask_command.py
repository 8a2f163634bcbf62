"""The file and folder forms of ``anxin mask``."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from anxin.cli import _mask_report
from anxin.cli._case_file import BadCase, load
from anxin.cli._mask_file import FORMATS, UnknownType, mask, report, written
from anxin.files.refused import Refused
from anxin.files.write.inline import Unwritable

DONE, FAILED, USAGE, NOT_PUBLIC = 0, 1, 2, 3
READABLE = {".docx", ".doc", ".wps", ".pdf", ".txt"}


def one(args: argparse.Namespace) -> int:
    """Mask one file; returns 3 and writes nothing when it may not be published."""
    if not args.case or not args.output:
        return _say("请用 --case 指明案件数据，用 -o 指明输出文件。", USAGE)
    forms = {Path(o): Path(o).suffix[1:].lower() for o in args.output}
    if wrong := [p.name for p, form in forms.items() if form not in FORMATS]:
        return _say(f"输出文件 {wrong[0]} 的格式不支持，可选：{'、'.join(FORMATS)}。", USAGE)
    try:
        case, data = load(args.case), Path(args.file).read_bytes()
    except BadCase as error:
        return _say(str(error), USAGE)
    except OSError:
        return _say(f"找不到或者读不出文件：{Path(args.file).name}。", USAGE)
    code, made, answer = _process(data, args.file, case, args, set(forms.values()))
    for path, form in forms.items():
        if form in made:
            _write(path, made[form])
    if args.report and code == DONE:
        _write(Path(args.report), _mask_report.rendered(answer, args.report))
    return _say(_mask_report.summary(answer), code)


def folder(args: argparse.Namespace) -> int:
    """Mask every document of a folder into another; files already answered for the same content are skipped."""
    source, target = map(Path, args.batch)
    target.mkdir(parents=True, exist_ok=True)
    names = sorted(p for p in source.iterdir() if p.suffix.lower() in READABLE and not p.name.startswith((".", "~$")))
    codes: dict[int, int] = {}
    for done, path in enumerate(names, 1):
        code = _in_folder(path, target, args)
        codes[code] = codes.get(code, 0) + 1
        _bar(done, len(names))
    print(f"\n共 {len(names)} 份：完成 {codes.get(DONE, 0)} 份，不得公开 {codes.get(NOT_PUBLIC, 0)} 份，"
          f"失败 {codes.get(FAILED, 0) + codes.get(USAGE, 0)} 份。", file=sys.stderr)
    return FAILED if set(codes) - {DONE, NOT_PUBLIC} else NOT_PUBLIC if NOT_PUBLIC in codes else DONE


def _in_folder(path: Path, target: Path, args: argparse.Namespace) -> int:
    beside = (path.with_suffix(".case.json"), path.parent / "case.json")
    case_file = args.case or next((str(p) for p in beside if p.is_file()), str(beside[0]))
    try:
        case, data = load(case_file), path.read_bytes()
    except (BadCase, OSError) as error:
        print(f"\n{path.name}：{error}", file=sys.stderr)
        return USAGE
    asked = json.dumps([case, args.type, args.to, not args.no_net], sort_keys=True)
    key = hashlib.sha256(asked.encode() + data).hexdigest()
    record = target / f"{path.name}.report.json"
    if not args.fresh and (code := _answered(record, key)) is not None:
        return code
    code, made, answer = _process(data, path.name, case, args, set(args.to.split(",")) & set(FORMATS))
    for form in FORMATS:
        (target / f"{path.stem}.{form}").unlink(missing_ok=True)     # nothing of an earlier answer stays
        if form in made:
            _write(target / f"{path.stem}.{form}", made[form])
    _write(record, json.dumps({**answer, "input": key, "code": code}, ensure_ascii=False, indent=1).encode())
    if code == FAILED:
        print(f"\n{path.name}：{_mask_report.summary(answer)}", file=sys.stderr)
    return code


def _process(data: bytes, name: str, case: Mapping[str, Any], args: argparse.Namespace,
             forms: set[str]) -> tuple[int, dict[str, bytes], dict[str, Any]]:
    """Exit code, files by format and the report; all files or none."""
    try:
        result = mask(data, name, case, args.type or "", net=not args.no_net)
        if result.public is None:
            return NOT_PUBLIC, {}, report(result, {})
        made = {form: written(result, form) for form in sorted(forms)}
        return DONE, made, report(result, made)
    except (Refused, Unwritable, UnknownType) as error:
        return FAILED, {}, {"error": str(getattr(error, "sentence", error))}


def _answered(record: Path, key: str) -> int | None:
    try:
        data = json.loads(record.read_text("utf-8"))
        return int(data["code"]) if data["input"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr if code else sys.stdout)
    return code


def _bar(done: int, total: int) -> None:
    filled = 30 * done // max(total, 1)
    end = "" if sys.stderr.isatty() and done < total else "\n"
    if sys.stderr.isatty() or done == total:
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end=end, file=sys.stderr, flush=True)

