"""Registering a judgment: the fact that starts the clock of Article 21 for indictments and protests."""

from __future__ import annotations

from datetime import date
from typing import Any

from anxin.inner.cases.models import Case, Judgment
from anxin.inner.ledger.events import Event

FINDINGS = ("recidivist", "habitual", "habitual_reason")


def record(
    op: Any,
    case: Case,
    court: str,
    number: str,
    received_on: date,
    effective_on: date,
    sentences: dict[str, dict[str, Any]],
) -> Judgment:
    """Write the judgment and each defendant's effective sentence; registering it again corrects it."""
    staff = op.actor.staff_id
    judgment, _ = Judgment.objects.update_or_create(
        case=case, number=number,
        defaults={"court": court, "received_on": received_on, "effective_on": effective_on,
                  "sentences": sentences, "registered_by_id": staff},
    )  # fmt: skip
    if judgment != case.effective_judgment:
        return judgment  # an older judgment is kept on record and changes no sentence
    for key, given in sentences.items():
        person = case.participants.select_for_update().get(key=key)
        person.sentence = {k: given.get(k) for k in ("type", "months", "probation_months")}
        for name in FINDINGS:
            if name in given:
                setattr(person, name, given[name])
        person.save()
    op.note(Event.JUDGMENT_REGISTERED, "case", case.pk, judgment=judgment.pk,
            received_on=received_on.isoformat(), effective_on=effective_on.isoformat())  # fmt: skip
    return judgment
