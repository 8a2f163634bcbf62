"""What one person may see. Every function starts from the account; the policies of the database hold beneath."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from anxin.outer.party.models import Act, Binding, Document, Record, Session, StaffLook
from anxin.outer.publications.models import Organ

CLOSED = ("审结", "办结")
ROLES = {
    "party": "当事人", "legal_representative": "法定代理人", "close_relative": "近亲属", "defender": "辩护人",
    "agent": "诉讼代理人",
}  # fmt: skip


def live(account: UUID) -> QuerySet[Binding]:
    """Bindings that have not ended or run out."""
    lasting = Q(valid_until=None) | Q(valid_until__gt=Now())
    return Binding.objects.filter(lasting, account=account, ended_at=None)


def is_dead(account: UUID) -> bool:
    """Whether the account died with its last binding (Art 10). One that never had any is only waiting."""
    return Binding.objects.filter(account=account).exists() and not live(account).exists()


@dataclass(frozen=True)
class Case:
    """A binding with its record; ``record`` None while the corridor is older than the lease."""

    binding: Binding
    record: dict[str, Any] | None

    @property
    def _steps(self) -> list[dict[str, str]]:
        return (self.record or {}).get("timeline") or []

    @property
    def now(self) -> str:
        """Where the case stands."""
        return self._steps[-1]["step"] if self._steps else ""

    @property
    def now_since(self) -> str:
        """The day of the last step, as the record has it."""
        return self._steps[-1]["on"] if self._steps else ""

    @property
    def closed_on(self) -> str:
        """The day on which it was decided, empty while it goes on: then a time limit is history."""
        return next((step["on"] for step in reversed(self._steps) if step["step"] in CLOSED), "")

    @property
    def left(self) -> str:
        """How long the time limit still runs, in words; empty once it is over."""
        deadline = ((self.record or {}).get("limit") or {}).get("deadline")
        days = (date.fromisoformat(deadline) - timezone.localdate()).days if deadline else -1
        return "" if days < 0 else f"还剩{days}天" if days else "今天届满"

    @property
    def last_day(self) -> date | None:
        """The last day on which it may be looked at."""
        until = self.binding.valid_until
        return timezone.localdate(until - timedelta(seconds=1)) if until else None

    @property
    def pause(self) -> str:
        """Why nothing is shown although the right holds."""
        return (
            f"与办案机关工作网的数据更新已经中断超过{self.binding.lease_hours}小时。为防止显示过时的信息，"
            "本案暂停网上查询，更新恢复后自动恢复。急需了解的，请到检察服务窗口或者拨打电话查询（规定第三条）。"
        )


def cases(account: UUID) -> list[Case]:
    """The live cases of a person, the newest first."""
    bindings = list(live(account).order_by("-lease_until", "pk"))
    records = _records(account)
    return [Case(one, records.get(one.pk)) for one in bindings]


def case(account: UUID, key: UUID) -> Case | None:
    """One live case of this person."""
    binding = live(account).filter(pk=key).first()
    return Case(binding, _records(account).get(key)) if binding else None


def _records(account: UUID) -> dict[UUID, dict[str, Any]]:
    leased = live(account).filter(lease_until__gt=Now()).values("pk")
    rows = Record.objects.filter(account=account, binding__in=leased)
    return {row.binding: row.record for row in rows}


@dataclass(frozen=True)
class Ended:
    """A right that was ended or ran out, with the words by which the person knows it."""

    binding: Binding
    role: str
    organ: str


def ended(account: UUID) -> list[Ended]:
    """The last first."""
    gone = Q(ended_at__isnull=False) | Q(valid_until__lte=Now())
    rows = list(Binding.objects.filter(gone, account=account).order_by("-ended_at", "pk"))
    names = dict(Organ.objects.filter(pk__in=[row.organ for row in rows]).values_list("code", "name"))
    return [Ended(row, ROLES.get(row.role, ""), names.get(row.organ, "")) for row in rows]


def acts(account: UUID) -> QuerySet[Act]:
    """What this account did, the last first."""
    return Act.objects.filter(account=account).order_by("-at", "pk")


def staff_looks(account: UUID) -> QuerySet[StaffLook]:
    """What staff did with this person's rights, the last first."""
    return StaffLook.objects.filter(account=account).order_by("-at", "pk")


def documents(found: Case) -> list[Document]:
    """What of this case is published now, the newest first."""
    ref = (found.record or {}).get("case_ref")
    return list(Document.objects.filter(case_ref=ref).order_by("-published_at")[:20]) if ref else []


def sessions(account: UUID) -> QuerySet[Session]:
    return Session.objects.filter(account=account).order_by("-seen_at")
