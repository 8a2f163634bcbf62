"""A desk is handed over: cases go to another handler with their work in hand."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse

from anxin.inner.cases import actions, queries
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.queries import holders
from anxin.inner.workbench import policy
from anxin.inner.workbench.forms.fields import reason
from anxin.inner.workbench.respond import done, form_page, posted, try_form


class DeskForm(forms.Form):
    cases = forms.TypedMultipleChoiceField(label="移交的案件", coerce=int, widget=forms.CheckboxSelectMultiple)
    to = forms.TypedChoiceField(label="接收人", coerce=int)
    reason = reason("移交原因")

    def __init__(self, *args, cases, takers, **options) -> None:
        super().__init__(*args, **options)
        self.fields["cases"].choices = [(c.pk, f"{c.name}　{c.number}") for c in cases]
        self.fields["to"].choices = [
            ("", "请选择"),
            *((s.pk, f"{s.name}（{s.department or '未登记部门'}）") for s in takers),
        ]


@policy.open_to(Duty.DEPARTMENT_HEAD, Duty.CASE_MANAGEMENT)
def desk(request: HttpRequest) -> HttpResponse:
    """Choose a handler, then the cases that go to another one."""
    actor = request.actor
    handlers = holders(Duty.HANDLER, actor.organ)
    chosen = request.GET.get("from", "")
    visible = queries.visible_to(actor).order_by("-accepted_on", "-pk")
    cases = visible.filter(handler_id=int(chosen)) if chosen.isdecimal() and len(chosen) < 10 else visible.none()
    form = DeskForm(posted(request), cases=cases, takers=handlers.exclude(pk=chosen if cases else None))
    if request.method == "POST" and try_form(
        request, form, lambda d: actions.hand_over(actor, d["cases"], d["to"], d["reason"]), ("staff", chosen)
    ):
        return done(request, f"已移交{len(form.cleaned_data['cases'])}件案件，办理中的文书一并移交。", "desk")
    return form_page(request, "workbench/desk.html", form, handlers=handlers, chosen=chosen, cases=cases)
