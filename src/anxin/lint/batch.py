"""Many texts at once: one JSON object a line in, one a line out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from anxin.lint.engine import lint


def batch(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """``{id, text, pending}`` -> ``{id, findings}``; a line that cannot be read gives ``{id, error}``."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, number)


def _row(line: str, number: int) -> dict[str, Any]:
    ident = None
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("应当是一个 JSON 对象")
        ident = row.get("id")
        return {"id": ident, "findings": [finding.as_dict() for finding in lint(*_question(row))]}
    except json.JSONDecodeError as error:
        return {"id": ident, "error": f"第 {number} 行不是 JSON：第 {error.colno} 个字符处不能读取"}
    except (ValueError, RecursionError) as error:
        return {"id": ident, "error": f"第 {number} 行不能检查：{error}"}


def _question(row: dict[str, Any]) -> tuple[str, bool]:
    if "id" not in row:
        raise ValueError("缺少 id")
    text, pending = row.get("text"), row.get("pending")
    if not isinstance(text, str):
        raise ValueError("text 应当是文字")
    if not isinstance(pending, bool):
        raise ValueError("pending 应当是 true（正在办理）或者 false（已经办结）")
    return text, pending
