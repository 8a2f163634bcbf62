"""From the intake's JSON to columns: one place that knows both names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

CASE = {
    "unified_case_number": "unified_number",
    "case_name": "name",
    "case_type": "case_type",
    "charge": "charge",
    "flags": "flags",
    "protected_terms": "protected_terms",
}
CASE_DATES = {"accepted_on": "accepted_on", "concluded_on": "concluded_on"}
PARTICIPANT = (
    "name",
    "role",
    "title",
    "aliases",
    "sex",
    "birth",
    "minor",
    "identity",
    "sentence",
    "recidivist",
    "habitual",
)
"""``consent_to_name`` is not among them: only its own chain sets it (Art 19 last paragraph)."""


def day(value: str | date | None) -> date | None:
    """An ISO date; ``ValueError`` for anything else that is not empty."""
    if not value:
        return None
    return value if isinstance(value, date) else date.fromisoformat(value)


def case_columns(data: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of ``Case`` named in the data; flags may be a list or an object of booleans."""
    columns = {CASE[k]: data[k] for k in CASE if data.get(k) is not None}
    if isinstance(columns.get("flags"), Mapping):
        columns["flags"] = sorted(k for k, v in columns["flags"].items() if v)
    columns |= {CASE_DATES[k]: day(data[k]) for k in CASE_DATES if data.get(k)}
    return columns


def participant_columns(data: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of ``Participant`` named in the data."""
    columns = {k: data[k] for k in PARTICIPANT if data.get(k) is not None}
    contact = {k: data[k] for k in ("address", "phones") if data.get(k)}
    return columns | ({"contact": contact} if contact else {})
