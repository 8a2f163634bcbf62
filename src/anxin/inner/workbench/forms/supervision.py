"""Forms of chapter 5."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.organs.models import Department, Organ, Staff
from anxin.inner.organs.queries import subtree
from anxin.inner.supervision import opinion
from anxin.inner.supervision.inspections import ANSWERS, MOST, checklist
from anxin.inner.supervision.models import Complaint, Inspection, OpinionStep, Order
from anxin.inner.workbench.acts import ActForm
from anxin.inner.workbench.forms.fields import day, line, reason
from anxin.inner.workbench.forms.requests import ARTICLES

ABOUT_ITEMS = [choice for choice in Order.Kind.choices if choice[0] != Order.Kind.PUBLISH]
NUMBER_HELP = "反映没有指明文书的，填写已经公开、更正或者撤回的文书的文号。"
PUBLIC_HELP = "反映人将在回执页上看到，请不要写入应当屏蔽的内容。"


def long(label: str, length: int = 1000, required: bool = True, **options: Any) -> forms.CharField:
    widget = forms.Textarea({"rows": 3})
    return forms.CharField(label=label, max_length=length, required=required, widget=widget, **options)


def _departments(organ: str) -> list[tuple[int, str]]:
    return list(Department.objects.filter(organ_id=organ).order_by("pk").values_list("pk", "name"))


class ForwardForm(ActForm):
    department_id = forms.TypedChoiceField(label="核实部门", coerce=int)
    note = line("交办意见", 200, required=False)

    def prepare(self, actor: Actor, row: Any) -> None:
        self.fields["department_id"].choices = _departments(row.organ_id)
        case = row.publication.document.case if row.publication else None
        self.initial["department_id"] = row.department_id or (case.department_id if case else None)


class NumberForm(ActForm):
    number = line("公开文书的文号", 80)


class TextForm(ActForm):
    text = long("情况")


class ReportForm(ActForm):
    finding = long("核实的经过和结论")


class AnswerForm(ActForm):
    result = forms.ChoiceField(label="处理结果", choices=Complaint.Result.choices)
    number = line("处理后的文书的文号", 80, required=False, help_text=NUMBER_HELP)
    reason = long("答复", help_text=PUBLIC_HELP)

    def prepare(self, actor: Actor, row: Any) -> None:
        if row.publication:
            del self.fields["number"]


class ReviewForm(ActForm):
    verdict = forms.ChoiceField(
        label="复查结论",
        choices=[("uphold", "维持原答复"), *((kind, f"原答复不当，{label}") for kind, label in ABOUT_ITEMS)],
    )
    reason = long("理由", help_text=PUBLIC_HELP)


class EmptyForm(ActForm):
    """One button."""


class RemarkForm(ActForm):
    remark = long("意见", required=False)


class OrderForm(forms.Form):
    organ = forms.ChoiceField(label="发往")
    kind = forms.ChoiceField(label="种类", choices=Order.Kind.choices)
    number = line("文书的文号", 80, required=False, help_text="责令公开、更正、撤回的，填写该院文书的文号。")
    article = forms.ChoiceField(label="依据", choices=list(ARTICLES.items()), initial="23")
    text = long("要求")

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        own = "secrecy" in actor.duties or actor.organ == "100000"
        codes = [code for code in subtree(actor.organ) if own or code != actor.organ]
        self.fields["organ"].choices = list(Organ.objects.filter(pk__in=codes).values_list("pk", "name"))


class InspectionForm(forms.Form):
    purpose = forms.ChoiceField(label="性质")
    title = line("名称", 100)
    plan = long("计划和重点", required=False)
    root = forms.ChoiceField(label="范围", help_text="所选的院和它的全部下级院。")
    doc_type = forms.ChoiceField(label="文书种类", required=False)
    since = day("公开日期自")
    until = day("公开日期至")
    size = forms.IntegerField(label="抽取份数", min_value=1, max_value=MOST, initial=10)

    def __init__(self, *args: Any, actor: Actor, types: list[str], purposes: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        own = "secrecy" in purposes or actor.organ == "100000"
        codes = [code for code in subtree(actor.organ) if own or code != actor.organ]
        self.fields["root"].choices = list(Organ.objects.filter(pk__in=codes).values_list("pk", "name"))
        self.fields["purpose"].choices = [(p, Inspection.Purpose(p).label) for p in purposes]
        self.fields["doc_type"].choices = [("", "全部"), *((t, t) for t in types)]
        today = timezone.localdate()
        self.initial |= {"since": today - timedelta(days=90), "until": today}


class CheckForm(ActForm):
    """One choice for each item of the checklist."""

    note = long("发现的问题", required=False, help_text="有不符合的项目，逐项写明在什么地方、是什么问题。")

    def prepare(self, actor: Actor, row: Any) -> None:
        items = {}
        for entry in checklist(row):
            label = f"{entry.title}：{entry.sentence}"
            items[entry.id] = forms.ChoiceField(label=label, choices=list(ANSWERS.items()))
            self.initial[entry.id] = row.answers.get(entry.id, "yes")
        self.initial["note"] = row.note
        self.fields = items | {"note": self.fields["note"]}

    def answers(self, data: dict[str, Any]) -> dict[str, str]:
        return {name: value for name, value in data.items() if name != "note"}


class FindingOrderForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=ABOUT_ITEMS, initial="correct")
    article = forms.ChoiceField(label="依据", choices=list(ARTICLES.items()), initial="20")
    text = long("要求")

    def prepare(self, actor: Actor, row: Any) -> None:
        self.initial["text"] = row.note


class OpinionForm(forms.Form):
    title = line("标题", 200)
    platform = line("平台、媒体", 80)
    link = forms.URLField(label="链接", max_length=500, required=False, assume_scheme="https")
    summary = long("摘要", 2000, required=False)
    number = line("涉及的文书的文号", 80, required=False)


class AssessForm(ActForm):
    level = forms.ChoiceField(label="等级")
    owner_id = forms.TypedChoiceField(label="负责人", coerce=int)
    number = line("涉及的文书的文号", 80, required=False)

    def prepare(self, actor: Actor, row: Any) -> None:
        self.fields["level"].choices = [(level, level) for level in opinion.levels(row.organ)]
        people = Staff.objects.filter(organ_id=row.organ_id, is_active=True).order_by("pk")
        self.fields["owner_id"].choices = [(person.pk, person.name) for person in people]
        self.initial |= {"level": row.level, "owner_id": row.owner_id or actor.staff_id}
        self.initial["number"] = row.publication.document.number if row.publication else ""


class StepForm(ActForm):
    kind = forms.ChoiceField(label="种类", choices=[c for c in OpinionStep.Kind.choices if c[0] != "answer"])
    department_id = forms.TypedChoiceField(label="转交的部门", coerce=int, empty_value=None, required=False)
    text = long("内容")

    def prepare(self, actor: Actor, row: Any) -> None:
        self.fields["department_id"].choices = [("", "不转交"), *_departments(row.organ_id)]


class CloseOpinionForm(ActForm):
    lesson = long("教训", help_text="今后怎样避免；没有的写“无”。")
    number = line("引起更正或者撤回的文书的文号", 80, required=False)


class FeedForm(forms.Form):
    name = line("名称", 80)
    address = line("RSS 或者 Atom 地址", 400)
    keywords = reason("关键词", help_text="用空格或者顿号分开；标题或者摘要中有其中一个的收入。")

    def clean_keywords(self) -> list[str]:
        return str(self.cleaned_data["keywords"]).replace("、", " ").replace("，", " ").split()


class SiteForm(forms.Form):
    address = line("本院网站首页的网址", 400)
