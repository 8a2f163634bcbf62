"""Published JSON Schemas: of the rule files, and of every input and answer of ``anxin explain``."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def names() -> list[str]:
    """Names of all schemas."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


@lru_cache(maxsize=32)
def get(name: str) -> dict[str, Any]:
    """The schema ``name``. Raises KeyError with a sentence when there is none."""
    if name not in names():
        raise KeyError(f"没有这个格式说明：{name}（可选：{'、'.join(names())}）")
    schema: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return schema
