"""A small JSON Schema checker (the part the schemas of this room use) that names every fault at once, in Chinese.

Rule sets and the inputs of ``explain`` are checked at run time; a general library takes longer to import than we do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list, tuple),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
NAMES = {
    "object": "对象",
    "array": "列表",
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "true 或 false",
    "null": "空",
}


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool) and name in ("integer", "number"):
        return False
    return isinstance(value, TYPES[name]) or (name == "integer" and isinstance(value, float) and value.is_integer())


def faults(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any] | None = None, at: str = "") -> list[str]:
    """Every way in which ``value`` breaks ``schema``, each with its path (below ``at``). Empty when it fits."""
    return list(_faults(value, schema, root or schema, at))


def _faults(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    if "$ref" in schema:
        yield from _faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
        return
    here = at or "输入"
    wanted = schema.get("type", list(TYPES))
    wanted = [wanted] if isinstance(wanted, str) else wanted
    if not any(_is(value, name) for name in wanted):
        yield f"{here}：应当是{'或者'.join(NAMES[n] for n in wanted)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{here}：{value} 不在可选范围（{'、'.join(str(v) for v in schema['enum'])}）"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{here}：写法有误（{value}）"
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield f"{here}：不能为空"
    if isinstance(value, int | float) and value < schema.get("minimum", value):
        yield f"{here}：不能小于 {schema['minimum']}"
    if isinstance(value, Mapping):
        yield from _object_faults(value, schema, root, at)
    if isinstance(value, list | tuple):
        if len(value) < schema.get("minItems", 0):
            yield f"{here}：至少要有 {schema['minItems']} 项"
        for index, item in enumerate(value):
            yield from _faults(item, schema.get("items", {}), root, f"{at}[{_label(item, index)}]")


def _object_faults(
    value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], at: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    dot = f"{at}." if at else ""
    for key in schema.get("required", ()):
        if key not in value:
            yield f"{dot}{key}：缺少这一项"
    for key, item in value.items():
        below = properties.get(key, schema.get("additionalProperties", {}))
        if below is False:
            yield f"{dot}{key}：没有这一项（写错了名称？）"
        elif below is not True:
            yield from _faults(item, below, root, f"{dot}{key}")


def _label(item: Any, index: int) -> str:
    return str(item["id"]) if isinstance(item, Mapping) and "id" in item else str(index)
