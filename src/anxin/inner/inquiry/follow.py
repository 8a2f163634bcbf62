"""What follows for bindings when the facts of a case change: the record is renewed, or nobody may ask any more."""

from __future__ import annotations

from typing import Any

from anxin.inner.cases.models import Case
from anxin.inner.inquiry import bindings, law
from anxin.inner.inquiry.models import Binding, Notice
from anxin.regulation import inquiry

TRANSFERRED = "案件移送其他人民检察院"


def changed(op: Any, case: Case) -> None:
    """Called in the transaction of every change of a case, with the case's row lock (Art 4, 10)."""
    live = Binding.objects.select_for_update(of=("self",)).filter(case=case, ended_at=None).order_by("pk")
    for binding in live.select_related("case__organ", "case__department", "application"):
        _follow(op, binding)


def _follow(op: Any, binding: Binding) -> None:
    case = binding.case
    stop = inquiry.availability(case.facts(), law.rules_of(case.organ))
    moved = any(step.detail.get("outcome") == "改变管辖" for step in case.proceedings.all())
    if stop and (binding.online or stop.outcome == inquiry.NEVER):
        # the person is not told which of the reasons it is
        bindings.close(op, binding, law.listed(case.organ, "binding_stop")[0], "", "4")
    elif moved:
        bindings.close(op, binding, TRANSFERRED, "", "10")
    elif not case.participants.filter(key=binding.participant).exists():
        bindings.close(op, binding, law.listed(case.organ, "binding_stop")[0], "", "4")
    elif bindings.refresh(binding):
        notice = Notice.objects.filter(binding=binding, decided_at=None).first()
        notice = notice or Notice.objects.create(binding=binding)
        if law.rules_of(case.organ).parameter("confirm_notice") == "no":
            bindings.settle(op, notice, send=True)
