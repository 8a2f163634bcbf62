"""People's decisions against the engine as data: where it hides too much and where too little, by kind (no text)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.documents.models import Correction, Draft
from anxin.inner.organs.queries import subtree

Direction = Correction.Direction
OF_ACTION = {
    "reject": Direction.OVER, "add": Direction.UNDER, "change": Direction.CHANGED, "accept": Direction.CONFIRMED,
}  # fmt: skip


def of_decision(actor: Actor, draft: Draft, decision: dict[str, Any]) -> None:
    """Keep what a decision on a place says of the engine; the newest one on a place counts."""
    place = (decision["start"], decision["end"])
    span = next((s for s in draft.found if (s["start"], s["end"]) == place), None)
    kind = span["kind"] if span else decision["kind"]
    _keep(actor, draft, place, OF_ACTION[decision["action"]], kind, span["rule"] if span else "")


def of_answer(actor: Actor, draft: Draft, doubt: dict[str, Any], mask: bool) -> None:
    """Keep how a doubt was answered."""
    kind = (doubt.get("suggestion") or {}).get("kind") or "other"
    direction = Direction.DOUBT_MASKED if mask else Direction.DOUBT_KEPT
    _keep(actor, draft, (doubt["start"], doubt["end"]), direction, kind, doubt["type"])


def forget(draft: Draft, start: int, end: int) -> None:
    """A decision was taken back."""
    draft.corrections.filter(place=f"{start}:{end}").delete()


def _keep(actor: Actor, draft: Draft, place: tuple[int, int], direction: str, kind: str, rule: str) -> None:
    Correction.objects.update_or_create(
        draft=draft, place=f"{place[0]}:{place[1]}",
        defaults={"organ_id": draft.document.case.organ_id, "direction": direction, "kind": kind[:30],
                  "rule": rule[:80], "by_id": actor.staff_id, "at": timezone.now()},
    )  # fmt: skip


def by_kind(actor: Actor) -> list[dict[str, Any]]:
    """One row per kind for the own organ and those below: counts by direction, the kind with most errors first."""
    table: dict[str, dict[str, Any]] = {}
    rows = Correction.objects.filter(organ_id__in=subtree(actor.organ)).order_by()
    for row in rows.values("kind", "direction").annotate(number=Count("pk")):
        line = table.setdefault(row["kind"], {"kind": row["kind"], **dict.fromkeys(Direction.values, 0)})
        line[row["direction"]] = row["number"]
    return sorted(table.values(), key=lambda r: (-(r["over"] + r["under"] + r["changed"]), r["kind"]))


def by_rule(actor: Actor, most: int = 30) -> list[dict[str, Any]]:
    """Rules and doubts that people corrected most: direction, kind, rule, number."""
    rows = Correction.objects.filter(organ_id__in=subtree(actor.organ)).exclude(direction=Direction.CONFIRMED)
    counted = rows.order_by().values("rule", "kind", "direction").annotate(number=Count("pk"))
    return list(counted.order_by("-number", "rule", "kind")[:most])
