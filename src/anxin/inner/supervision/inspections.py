"""Sampling inspections: 巡查 of organs below (Art 23), 保密检查 of the secrecy department (Art 5).

The system draws the seed before it draws the sample; from seed, range and day anybody can draw it again.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.documents.models import Publication
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.organs.queries import is_below, subtree
from anxin.inner.supervision import clocks
from anxin.inner.supervision.models import Inspection, Sample
from anxin.regulation import supervision
from anxin.regulation.rules import Entry

SUBJECT = "inspection"
Purpose = Inspection.Purpose
MAY = {
    Purpose.SUPERIOR: frozenset({Duty.CASE_MANAGEMENT, Duty.SUPERVISOR, Duty.CHIEF}),
    Purpose.SECRECY: frozenset({Duty.SECRECY}),
}
"""Whose inspection it is: Article 23 of the superior's case management, Article 5 of the secrecy department."""
ANSWERS = {"yes": "符合", "no": "不符合", "none": "不适用"}
MOST = 200


def may_inspect(actor: Actor, purpose: str, root: str) -> bool:
    """Organs below one's own; one's own only as an inspection of the secrecy department, or of the supreme organ."""
    own = root == actor.organ and (purpose == Purpose.SECRECY or Organ.objects.get(pk=root).parent_id is None)
    return bool(actor.duties & MAY[Purpose(purpose)]) and (own or is_below(root, actor.organ))


def open_one(
    actor: Actor, *, purpose: str, root: str, title: str, plan: str = "", doc_type: str = "", since: date,
    until: date, size: int, seed: str = "",
) -> Inspection:  # fmt: skip
    """Draw the sample and open the inspection. ``seed`` is given only to repeat a known drawing (tests)."""
    with operation(actor) as op:
        if not may_inspect(actor, purpose, root):
            raise NotAllowed("只能检查下级人民检察院（规定第二十三条）；保密部门可以检查本院（规定第五条）。")
        if since > until or not 1 <= size <= MOST:
            raise Refused(f"请检查日期的先后；每次抽取1份至{MOST}份。")
        rows = named(range_of(root, doc_type, since, until))
        if not rows:
            raise Refused("这一范围内没有公开过的文书，请放宽范围或者日期。")
        seed = seed or secrets.token_hex(8)
        inspection = Inspection.objects.create(
            organ_id=actor.organ, purpose=purpose, title=title.strip(), plan=plan.strip(), root_id=root,
            doc_type=doc_type, since=since, until=until, size=size, seed=seed, population=len(rows),
            population_hash=supervision.population_hash(rows), drawn_at=timezone.now(), opened_by_id=actor.staff_id,
        )  # fmt: skip
        drawn = [rows[name] for name in supervision.sample(seed, rows, size)]
        Sample.objects.bulk_create(
            Sample(inspection=inspection, publication_id=pk, organ_id=organ, position=index)
            for index, (pk, organ) in enumerate(drawn, 1)
        )
        op.note(Event.INSPECTION_OPENED, SUBJECT, inspection.pk, purpose=purpose, root=root, seed=seed,
                population=len(rows), population_hash=inspection.population_hash, size=len(drawn))  # fmt: skip
        return inspection


def range_of(root: str, doc_type: str, since: date, until: date) -> QuerySet[Publication]:
    """Every version published in the range, whatever became of it later: so the drawing can be repeated."""
    rows = Publication.objects.filter(
        document__case__organ_id__in=subtree(root), published_at__date__gte=since, published_at__date__lte=until
    )
    return rows.filter(document__doc_type=doc_type) if doc_type else rows


def named(rows: QuerySet[Publication]) -> dict[str, tuple[int, str]]:
    """Versions by the name under which they are drawn: (id, organ). Their texts are not read."""
    found = rows.order_by("pk").values_list("public_id", "version", "pk", "document__case__organ_id")
    return {f"{public_id}/v{version}": (pk, organ) for public_id, version, pk, organ in found}


def drawn_again(inspection: Inspection) -> bool:
    """Whether drawing again from seed and range gives the same sample (what was published on its day later aside)."""
    rows = range_of(inspection.root_id, inspection.doc_type, inspection.since, inspection.until)
    names = named(rows.filter(published_at__lte=inspection.drawn_at))
    kept = list(inspection.samples.order_by("position").values_list("publication_id", flat=True))
    same = supervision.population_hash(names) == inspection.population_hash
    drawn = [names[name][0] for name in supervision.sample(inspection.seed, names, inspection.size)]
    return same and drawn == kept


def checklist(sample: Sample) -> list[Entry]:
    """What is to be checked of this document, by the rule set of its organ."""
    rules = clocks.rules_of(sample.organ)
    return supervision.checklist(rules, sample.inspection.purpose, sample.publication.document.doc_type)


def check(actor: Actor, pk: int, answers: Mapping[str, str], note: str = "") -> Sample:
    """Record what was found of one document: an answer to every item, and words for each that does not hold."""
    with operation(actor) as op:
        sample = Sample.objects.select_for_update(of=("self",)).select_related("inspection", "organ").get(pk=pk)
        _mine(actor, sample.inspection)
        wanted = {entry.id for entry in checklist(sample)}
        if set(answers) != wanted or not set(answers.values()) <= set(ANSWERS):
            raise Refused("请逐项写明检查情况。")
        sample.answers, sample.note = dict(answers), note.strip()
        if sample.failed and not sample.note:
            raise Refused("有不符合的项目，请写明发现的问题。")
        sample.checked_by_id, sample.checked_at = actor.staff_id, timezone.now()
        sample.save()
        op.note(Event.SAMPLE_CHECKED, SUBJECT, sample.inspection_id, sample=sample.pk, failed=sample.failed)
        return sample


def close(actor: Actor, pk: int, conclusion: str) -> Inspection:
    """End the inspection; every drawn document has been checked."""
    with operation(actor) as op:
        inspection = Inspection.objects.select_for_update().get(pk=pk)
        _mine(actor, inspection)
        left = inspection.samples.filter(checked_at=None).count()
        if left:
            raise Refused(f"还有{left}份文书没有检查。")
        if not conclusion.strip():
            raise Refused("请写明检查的结论。")
        inspection.closed_at, inspection.conclusion = timezone.now(), conclusion.strip()
        inspection.save(update_fields=["closed_at", "conclusion"])
        op.note(Event.INSPECTION_CLOSED, SUBJECT, inspection.pk)
        return inspection


def _mine(actor: Actor, inspection: Inspection) -> None:
    if inspection.organ_id != actor.organ or not actor.duties & MAY[Purpose(inspection.purpose)]:
        raise NotAllowed("这是其他人民检察院或者其他部门的检查。")
    if inspection.closed_at:
        raise Refused("这次检查已经结束。")
