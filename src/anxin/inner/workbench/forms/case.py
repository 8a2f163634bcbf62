"""Forms of a case's data. Field names are those of the intake's JSON, so that faults find their place."""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.inner.cases.checks import validator
from anxin.inner.cases.models import Case, Participant
from anxin.inner.workbench import labels
from anxin.inner.workbench.forms.fields import day, line, month_count, reason, sentence_type

METHODS = ("直接送达", "留置送达", "委托送达", "邮寄送达", "公告送达", "电子送达", "宣布")
CASE_TYPES = tuple(validator().schema["properties"]["case_type"]["enum"])


class CaseForm(forms.Form):
    case_name = line("案件名称", 120)
    case_type = forms.ChoiceField(label="案件类别", choices=[(c, c) for c in CASE_TYPES])
    charge = line("案由", 120, required=False)
    unified_case_number = line("统一受案号", 17, required=False)
    accepted_on = day("受理日期", required=False)
    flags = forms.MultipleChoiceField(
        label="标识", choices=list(labels.FLAGS.items()), required=False, widget=forms.CheckboxSelectMultiple,
        help_text="涉密、隐私、未成年人犯罪等情形，文书不予公开或者先报保密部门确定（规定第四条）。",
    )  # fmt: skip

    @classmethod
    def of(cls, case: Case, data: Any = None) -> CaseForm:
        """The form for correcting a case, filled with what is there."""
        initial = {
            "case_name": case.name, "case_type": case.case_type, "charge": case.charge,
            "unified_case_number": case.unified_number, "accepted_on": case.accepted_on, "flags": case.flags,
        }  # fmt: skip
        return cls(data, initial=initial)

    def changes(self) -> dict[str, Any]:
        """The changed fields alone, as the intake's JSON writes them."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class ParticipantForm(forms.Form):
    name = line("姓名", 80)
    role = forms.ChoiceField(label="诉讼身份", choices=list(labels.ROLES.items()))
    title = line("职务", 60, required=False)
    sex = forms.ChoiceField(label="性别", choices=[("", labels.MISSING), ("男", "男"), ("女", "女")], required=False)
    birth = line("出生日期", 10, required=False, help_text="写作1990-03-15，只知年月的写作1990-03。")
    minor = forms.BooleanField(label="未成年人", required=False)
    aliases = line("曾用名、绰号", 120, required=False, help_text="有几个的，用顿号隔开。")
    address = line("住址", 120, required=False, help_text="留空则保持已登记的内容。")
    phones = line("电话", 80, required=False, help_text="有几个的，用顿号隔开；留空则保持已登记的内容。")

    @classmethod
    def of(cls, person: Participant | None, data: Any = None) -> ParticipantForm:
        if person is None:
            return cls(data)
        initial = {name: getattr(person, name) for name in ("name", "role", "title", "sex", "birth", "minor")}
        return cls(data, initial=initial | {"aliases": "、".join(person.aliases)})

    def data_for_action(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given["aliases"] = split(given["aliases"])
        given["phones"] = split(given["phones"])
        return {k: v for k, v in given.items() if v or k not in ("address", "phones")}


def split(text: str) -> list[str]:
    """The parts of a list written with 、 or commas."""
    for mark in ("，", ",", ";", "；", " "):
        text = text.replace(mark, "、")
    return [part for part in text.split("、") if part]


class DateForm(forms.Form):
    """One date: concluded, or filing review finished."""

    on = day("日期")


class ServiceForm(forms.Form):
    """Service on one recipient (Art 16)."""

    recipient = line("受送达人", 100, help_text="当事人、其他诉讼参与人或者有关单位，逐个登记。")
    on = day("送达日期")
    method = forms.ChoiceField(label="送达方式", choices=[(m, m) for m in METHODS])


class JudgmentForm(forms.Form):
    court = line("作出裁判的法院", 60)
    number = line("裁判文书号", 60)
    received_on = day("收到日期", help_text="十日期限从收到日与生效日中较晚的一日起算（规定第二十一条）。")
    effective_on = day("生效日期", help_text="尚未生效的，登记将要生效的日期；生效以前不公开。")


class SentenceForm(forms.Form):
    """The effective sentence of one defendant; one form per person, prefixed with the person's key."""

    type = sentence_type()
    months = month_count("刑期（月）")
    probation_months = month_count("缓刑考验期（月）")
    recidivist = forms.BooleanField(label="累犯", required=False)
    habitual = forms.BooleanField(label="惯犯", required=False)
    habitual_reason = reason("认定惯犯的理由", required=False)

    def __init__(self, *args: Any, person: Participant, **options: Any) -> None:
        self.person = person
        given = person.sentence or {}
        initial = {name: given.get(name) for name in ("type", "months", "probation_months")}
        initial |= {
            "recidivist": person.recidivist,
            "habitual": person.habitual,
            "habitual_reason": person.habitual_reason,
        }
        super().__init__(*args, prefix=person.key, initial=initial, **options)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("type") == "有期徒刑" and not given.get("months"):
            self.add_error("months", "判处有期徒刑的，请填写刑期；数罪并罚的填写决定执行的刑期。")
        return given
