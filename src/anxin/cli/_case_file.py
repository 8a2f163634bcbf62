"""``case.json`` on the command line: an intake file, or its ``case`` object alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any


class BadCase(ValueError):
    """The file cannot be used; the sentence says why."""


def load(path: str, today: date | None = None) -> dict[str, Any]:
    """The case object of the file; whether it is closed and its judgment effective is read from their dates."""
    try:
        data = json.loads(Path(path).read_text("utf-8-sig"))
    except OSError as error:
        raise BadCase(f"找不到或者读不出案件数据文件：{Path(path).name}。") from error
    except ValueError as error:
        raise BadCase("案件数据不是有效的 JSON 文件。") from error
    inner = data.get("case", data) if isinstance(data, Mapping) else None
    if not isinstance(inner, Mapping) or not isinstance(inner.get("participants", []), list):
        raise BadCase("案件数据的格式有误：应当是收案数据或者其中的 case 对象。")
    return _dated(dict(inner), today or date.today())  # noqa: DTZ011 - the day of the office's own clock


def _dated(case: dict[str, Any], today: date) -> dict[str, Any]:
    if case.get("concluded_on"):
        case.setdefault("closed", True)
    judgment = case.get("judgment")
    if isinstance(judgment, Mapping) and "judgment_effective" not in case:
        case["judgment_effective"] = str(judgment.get("effective_on") or "9999") <= today.isoformat()
    return case
