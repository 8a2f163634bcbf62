"""What a superior is warned of: nothing published, a falling rate, stale data, people who read too much (Art 4, 23)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Max, Q
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.documents.models import LegalDocument, Obligation, Publication
from anxin.inner.ledger.queries import looks, work_on
from anxin.inner.organs import calendar
from anxin.inner.organs.models import Organ, Staff
from anxin.inner.organs.queries import subtree
from anxin.inner.post.queries import waiting_since
from anxin.inner.supervision import clocks
from anxin.inner.supervision.queries import scope
from anxin.regulation import supervision
from anxin.regulation.calendar import in_words
from anxin.regulation.supervision import Thresholds

KINDS = {
    "zero": "没有公开", "falling": "按期公开率下降", "intake": "案件数据没有更新", "corridor": "数据没有送达外网",
    "readers": "无办理任务查看案件",
}  # fmt: skip
WEEK = timedelta(days=7)
FEWEST = 3
"""A rate of fewer obligations than this says nothing."""


@dataclass(frozen=True)
class Alarm:
    """One warning about one organ, with the article it rests on."""

    organ: Organ
    kind: str
    sentence: str
    article: str

    @property
    def label(self) -> str:
        return KINDS[self.kind]


def alarms(actor: Actor, at: str = "") -> list[Alarm]:
    """All warnings of an organ's subtree, by kind. ``Organ.DoesNotExist`` outside the actor's own subtree."""
    here = Organ.objects.filter(pk__in=scope(actor)).get(pk=at or actor.organ)
    codes = subtree(here.pk)
    organs = Organ.objects.in_bulk(codes)
    limits = supervision.thresholds(clocks.rules_of(here))
    today = timezone.localdate()
    found = [
        *_zero(codes, limits, today), *_falling(codes, limits, today), *_intake(codes, limits, today),
        *_corridor(codes, limits), *_readers(codes, limits),
    ]  # fmt: skip
    return [Alarm(organs[code], kind, sentence, article) for code, kind, sentence, article in found]


Found = tuple[str, str, str, str]


def _zero(codes: list[str], limits: Thresholds, today: date) -> list[Found]:
    since = today - timedelta(days=limits.zero_publication_days)
    due = Obligation.objects.filter(organ_id__in=codes, superseded=False, deadline__gte=since, deadline__lt=today)
    open_ones = due.exclude(state="exempt").order_by().values_list("organ_id")
    numbers = dict(open_ones.annotate(Count("pk")))
    rows = Publication.objects.filter(document__case__organ_id__in=numbers, published_at__date__gte=since)
    active = set(rows.order_by().values_list("document__case__organ_id", flat=True).distinct())
    return [
        (code, "zero", f"{limits.zero_publication_days}日内有{number}份文书到期应当公开，一份也没有公开。", "23")
        for code, number in sorted(numbers.items()) if code not in active
    ]  # fmt: skip


def _falling(codes: list[str], limits: Thresholds, today: date) -> list[Found]:
    span = timedelta(days=limits.zero_publication_days)
    before, now = _on_time(codes, today - 2 * span, today - span), _on_time(codes, today - span, today)
    found: list[Found] = []
    for code in sorted(before.keys() & now.keys()):
        was, is_now = before[code], now[code]
        if min(was[1], is_now[1]) >= FEWEST and supervision.falls(was, is_now, limits.falling_rate_points):
            share = [round(100 * part / whole) for part, whole in (was, is_now)]
            found.append((code, "falling", f"按期公开率从{share[0]}%降到{share[1]}%（各{span.days}日）。", "23"))
    return found


def _on_time(codes: list[str], since: date, until: date) -> dict[str, tuple[int, int]]:
    rows = Obligation.objects.filter(
        organ_id__in=codes, superseded=False, deadline__gte=since, deadline__lt=until
    ).exclude(state="exempt")
    good = Count("pk", Q(published_at__date__lte=F("deadline")))
    lines = rows.order_by().values("organ_id").annotate(whole=Count("pk"), good=good)
    return {line["organ_id"]: (line["good"], line["whole"]) for line in lines}


def _intake(codes: list[str], limits: Thresholds, today: date) -> list[Found]:
    days = calendar.current()
    rows = Case.objects.filter(organ_id__in=codes).order_by().values_list("organ_id").annotate(Max("created_at"))
    lasts = {code: timezone.localdate(at) for code, at in rows}
    return [
        (code, "intake", f"{in_words(last)}以后没有案件数据导入，超过{limits.import_age_working_days}个工作日。", "7")
        for code, last in sorted(lasts.items()) if days.add_workdays(last, limits.import_age_working_days) < today
    ]  # fmt: skip


def _corridor(codes: list[str], limits: Thresholds) -> list[Found]:
    before = timezone.now() - timedelta(hours=limits.corridor_age_hours)
    return [
        (code, "corridor", f"{_moment(since)}产生的数据还没有送达外网，超过{limits.corridor_age_hours}小时。", "3")
        for code, since in sorted(waiting_since(codes, before).items())
    ]  # fmt: skip


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{in_words(local.date())}{local:%H:%M}"


def _readers(codes: list[str], limits: Thresholds) -> list[Found]:
    """Cases somebody looked at in a week without handling them or doing anything else on them."""
    seen = looks(codes, timezone.now() - WEEK)
    counted = Counter(actor for actor, _, _ in seen)
    people = {actor for actor, number in counted.items() if number >= limits.cases_read_without_task}
    seen, done = {look for look in seen if look[0] in people}, work_on(people)
    documents = {pk for _, kind, pk in (*seen, *done) if kind == "document"}
    case_of = dict(LegalDocument.objects.filter(pk__in=documents).values_list("pk", "case_id"))
    own = set(Case.objects.filter(handler_id__in=people).values_list("handler_id", "pk"))
    own |= {(actor, _case(kind, pk, case_of)) for actor, kind, pk in done}
    idle = {(actor, _case(kind, pk, case_of)) for actor, kind, pk in seen} - own
    numbers = Counter(actor for actor, case in idle if case is not None)
    many = {actor: n for actor, n in numbers.items() if n >= limits.cases_read_without_task}
    return [
        (who.organ_id, "readers", f"{who.name}一周内查看了{many[who.pk]}个与本人办理任务无关的案件。", "4(P2)")
        for who in Staff.objects.filter(pk__in=many, organ_id__in=codes).order_by("organ_id", "pk")
    ]  # fmt: skip


def _case(kind: str, pk: int, case_of: dict[int, int]) -> int | None:
    return pk if kind == "case" else case_of.get(pk)
