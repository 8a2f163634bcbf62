"""Absence and delegation: who, to whom, which duty, from when to when, why."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from anxin.inner.organs.models import Staff, StaffDuty
from anxin.inner.workbench.forms.fields import line


def moment(label: str, **options: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget, input_formats=["%Y-%m-%dT%H:%M"], **options)


class Span(forms.Form):
    since, until = moment("起"), moment("止")
    reason = line("事由", 200)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        now = timezone.localtime().replace(second=0, microsecond=0)
        self.initial.setdefault("since", now)
        self.initial.setdefault("until", now.replace(hour=18, minute=0) + timedelta(days=7))


class AbsenceForm(Span):
    staff = forms.TypedChoiceField(label="不在岗的人员", coerce=int)
    field_order = ("staff", "since", "until", "reason")

    def __init__(self, *args: Any, people: list[Staff], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["staff"].choices = [(p.pk, f"{p.name}（{p.department or '院领导'}）") for p in people]


class DelegationForm(Span):
    duty = forms.TypedChoiceField(label="委托的职责", coerce=int)
    taker = forms.TypedChoiceField(label="受托人", coerce=int)
    field_order = ("duty", "taker", "since", "until", "reason")

    def __init__(self, *args: Any, duties: list[StaffDuty], people: list[Staff], **options: Any) -> None:
        super().__init__(*args, **options)
        self.duties = {d.pk: d for d in duties}
        self.fields["duty"].choices = [(d.pk, self._label(d)) for d in duties]
        self.fields["taker"].choices = [(p.pk, f"{p.name}（{p.department or '院领导'}）") for p in people]

    @staticmethod
    def _label(duty: StaffDuty) -> str:
        where = f"（{duty.department}）" if duty.department else ""
        return f"{duty.staff.name}：{duty.get_duty_display()}{where}"
