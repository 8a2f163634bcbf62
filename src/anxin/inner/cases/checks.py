"""What is wrong with a package: every fault with its field and a reason a clerk can act on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from anxin.files.model import Document
from anxin.inner.cases.numbers import case_number_fault, unified_number_fault
from anxin.inner.documents import law
from anxin.inner.organs.models import Organ

Fault = tuple[str, str]


@cache
def validator():
    """The published schema of a case package (docs/intake.md)."""
    import jsonschema

    schema = json.loads((Path(__file__).parent / "case.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def case_faults(data: Mapping[str, Any]) -> list[Fault]:
    """Faults of the case data alone."""
    faults = [(_place(e.absolute_path), _reason(e)) for e in validator().iter_errors(data)]
    if not isinstance(data, Mapping):
        return faults
    organ = str(data.get("procuratorate") or "")
    if not Organ.objects.filter(pk=organ).exists():
        faults.append(("procuratorate", f"没有单位编码为{organ or '（空）'}的人民检察院。"))
    else:
        for name, check in (
            ("department_case_number", case_number_fault),
            ("unified_case_number", unified_number_fault),
        ):
            reason = check(str(data.get(name) or ""), organ)
            if reason:
                faults.append((name, reason))
    faults += _people_faults(data)
    return list(dict.fromkeys(faults))


def _people_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    keys = [p.get("key") for p in data.get("participants") or [] if isinstance(p, Mapping)]
    for index, key in enumerate(keys):
        if key and key in keys[:index]:
            yield f"participants[{index}].key", f"编号{key}重复，两个人不能共用一个编号。"
    for index, measure in enumerate(data.get("measures") or []):
        if isinstance(measure, Mapping) and measure.get("participant") not in keys:
            yield f"measures[{index}].participant", "强制措施所指的人员不在诉讼参与人之中。"
    accepted, concluded = data.get("accepted_on"), data.get("concluded_on")
    if isinstance(accepted, str) and isinstance(concluded, str) and concluded < accepted:
        yield "concluded_on", "办结日期早于受理日期。"


def document_faults(data: Mapping[str, Any], entry: Mapping[str, Any], document: Document) -> Iterator[Fault]:
    """Faults of one document: type, text, and whether it is what it says."""
    doc_type, text = str(entry["doc_type"]), document.text
    plain = re.sub(r"\s", "", text)
    if not plain:
        yield "file", "文书没有文字内容，请核对是否选错文件。"
        return
    if _doubled(plain):
        yield "file", "全文重复粘贴了两遍，请改正后重新提交。"
    if not law.known_type(doc_type):
        yield "doc_type", f"文书种类“{doc_type}”不在规则所列种类之中（规定第十八条）。"
        return
    internal = law.internal(doc_type, str(entry.get("title") or ""), str(entry.get("number") or ""), text)
    if internal:
        yield "doc_type", internal
        return
    if doc_type not in plain[:400]:
        yield "doc_type", f"文件开头没有“{doc_type}”字样，文书种类与文件内容不符。"
    number = re.sub(r"\s", "", str(entry.get("number") or ""))
    if number and _loose(number) not in _loose(plain):
        yield "number", "文件中没有这一文号，请核对文号与文件。"


def _doubled(plain: str) -> bool:
    half = len(plain) // 2
    return len(plain) > 40 and len(plain) % 2 == 0 and plain[:half] == plain[half:]


def _loose(text: str) -> str:
    return text.translate(str.maketrans("（）()[]〔〕【】", "<><><><><>"))


def _place(path: Any) -> str:
    return "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path).lstrip(".") or "case.json"


WORDS = {
    "required": "缺少必填内容：{0}。",
    "type": "类型不对，应为{1}。",
    "enum": "不在允许的取值之中：{1}。",
    "format": "格式不对，日期应写作2014-10-01。",
    "pattern": "格式不对。",
    "minLength": "不能为空。",
    "minimum": "不能小于{1}。",
    "additionalProperties": "有不认识的内容。",
}


def _reason(error: Any) -> str:
    value = error.validator_value
    shown = "、".join(map(str, value)) if isinstance(value, list) else str(value)
    missing = re.search(r"^'(.+?)' is a required", error.message)
    return WORDS.get(error.validator, "不符合数据格式（{1}）。").format(missing[1] if missing else "", shown)
