"""Taking in a case package from the case-handling system (or a clerk's upload).

All faults are found before anything is written; then one transaction takes the whole package or nothing.
Idempotent by department case number, document number and version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anxin.files.refused import Refused as FileRefused
from anxin.inner.actor import Actor, NotAllowed
from anxin.inner.cases import checks, fields, judgments
from anxin.inner.cases.models import Case, Measure, Participant, Proceeding
from anxin.inner.documents import facts, served
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Department, Organ, Staff


@dataclass(frozen=True)
class Fault:
    field: str
    reason: str


class IntakeRefused(Exception):
    """The package can't be taken; ``faults`` names every field and reason."""

    def __init__(self, faults: list[Fault]):
        super().__init__("；".join(f"{f.field}：{f.reason}" for f in faults))
        self.faults = faults


def take(package: Path, actor: Actor) -> Case:
    """Take a package folder: ``case.json`` and the document files beside it."""
    try:
        data = json.loads((package / "case.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise IntakeRefused([Fault("case.json", f"读不出案件数据：{type(error).__name__}。")]) from error
    files = {p.name: p.read_bytes() for p in sorted(package.iterdir()) if p.is_file() and p.name != "case.json"}
    return take_data(data, files, actor)


def take_data(data: Mapping[str, Any], files: Mapping[str, bytes], actor: Actor) -> Case:
    """Check everything, then write everything. Raises ``IntakeRefused`` with all faults at once."""
    faults = [Fault(*f) for f in checks.case_faults(data)]
    if faults:
        raise IntakeRefused(faults)
    _may_take(actor, str(data["procuratorate"]))
    texts = {}
    for index, entry in enumerate(data.get("documents") or []):
        place = f"documents[{index}]"
        try:
            texts[index] = served.read(entry, files)
        except FileRefused as error:
            faults.append(Fault(f"{place}.file", error.sentence))
            continue
        faults += [
            Fault(f"{place}.{name}", reason) for name, reason in checks.document_faults(data, entry, texts[index])
        ]
    if faults:
        raise IntakeRefused(faults)
    with operation(actor, str(data["procuratorate"])) as op:
        case = _write_case(data)
        op.note(Event.CASE_TAKEN_IN, "case", case.pk, number=case.number)
        for index, entry in enumerate(data.get("documents") or []):
            reason = served.add(op, case, entry, texts[index], files[entry["file"]])
            if reason:
                faults.append(Fault(f"documents[{index}]", reason))
        if faults:
            raise IntakeRefused(faults)
        if data.get("judgment"):
            _write_judgment(op, case, data)
        facts.changed(op, case)
        return case


def _may_take(actor: Actor, organ: str) -> None:
    if actor.is_system:
        return
    if actor.organ != organ:
        raise NotAllowed("只能收入本院办理的案件。")
    if not actor.duties & {Duty.HANDLER, Duty.CASE_MANAGEMENT}:
        raise NotAllowed("案件由承办人或者案件管理部门收入（规定第五条）。")


def _write_case(data: Mapping[str, Any]) -> Case:
    organ = Organ.objects.get(pk=data["procuratorate"])
    department = Department.objects.filter(organ=organ, name=data.get("department") or "").first()
    handler = Staff.objects.filter(organ=organ, username=data.get("handler") or "").first()
    columns = fields.case_columns(data) | {"organ": organ, "department": department or (handler and handler.department)}
    review = data.get("filing_review") or {}
    columns |= {
        "filing_review": bool(review.get("required")),
        "filing_reviewed_on": fields.day(review.get("finished_on")),
    }
    # a desk handed over here stays handed over when the package comes again
    case, _ = Case.objects.update_or_create(
        number=data["department_case_number"], defaults=columns, create_defaults=columns | {"handler": handler}
    )
    for index, person in enumerate(data.get("participants") or []):
        Participant.objects.update_or_create(
            case=case, key=person.get("key") or f"p{index + 1}", defaults=fields.participant_columns(person)
        )
    _write_course(case, data)
    return case


def _write_course(case: Case, data: Mapping[str, Any]) -> None:
    if "proceedings" in data:
        case.proceedings.all().delete()
        Proceeding.objects.bulk_create(
            Proceeding(case=case, on=fields.day(p["on"]), kind=p["kind"],
                       detail={k: v for k, v in p.items() if k not in ("on", "kind")})
            for p in data["proceedings"] or []
        )  # fmt: skip
    if "measures" in data:
        Measure.objects.filter(participant__case=case).delete()
        people = {p.key: p for p in case.participants.all()}
        Measure.objects.bulk_create(
            Measure(participant=people[m["participant"]], kind=m["kind"], decided_on=fields.day(m.get("decided_on")),
                    executed_on=fields.day(m.get("executed_on")), ended_on=fields.day(m.get("ended_on")))
            for m in data["measures"] or [] if m["participant"] in people
        )  # fmt: skip


def _write_judgment(op: Any, case: Case, data: Mapping[str, Any]) -> None:
    judgment = data["judgment"]
    sentences = {p.get("key"): p["sentence"] for p in data.get("participants") or [] if p.get("sentence")}
    judgments.record(op, case, judgment["court"], judgment["number"], fields.day(judgment["received_on"]),
                     fields.day(judgment["effective_on"]), sentences)  # fmt: skip
