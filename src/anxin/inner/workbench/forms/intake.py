"""A case entered by hand with its Word file: the form, and its way to the intake's JSON and back for faults."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms

from anxin.inner.actor import Actor
from anxin.inner.cases.intake import Fault
from anxin.inner.organs.models import Staff
from anxin.inner.workbench import labels
from anxin.inner.workbench.forms.case import CaseForm
from anxin.inner.workbench.forms.fields import day, line

DOC_TYPES = ("起诉书", "抗诉书", "不起诉决定书", "刑事申诉复查决定书")
PEOPLE = 6
MAX_FILE = 20 * 1024 * 1024


class IntakeForm(CaseForm):
    department_case_number = line("部门受案号", 60, help_text="写作 X检刑诉受[2026]六位单位码六位序号号。")
    handler = forms.ChoiceField(label="承办人", required=False)
    concluded_on = day("办结日期", required=False)
    filing_review = forms.BooleanField(label="需要报上级人民检察院备案审查", required=False)
    doc_type = forms.ChoiceField(label="文书种类", choices=[(t, t) for t in DOC_TYPES])
    number = line("文号", 80)
    made_on = day("作出日期", required=False)
    file = forms.FileField(label="文书文件", help_text="送达当事人的最终文本，Word（.docx）文件，不超过20兆。")
    field_order = ("case_name", "department_case_number", "unified_case_number", "case_type", "charge", "handler",
                   "accepted_on", "concluded_on", "filing_review", "flags")  # fmt: skip

    def __init__(self, *args: Any, handlers: Iterable[Staff], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["handler"].choices = [("", "暂不确定"), *((s.username, s.name) for s in handlers)]
        self.fields["accepted_on"].required = True

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MAX_FILE:
            raise forms.ValidationError("文件超过20兆，请核对是否选错文件。")
        return upload


class PersonRow(forms.Form):
    name = line("姓名", 80, required=False)
    role = forms.ChoiceField(label="诉讼身份", choices=list(labels.ROLES.items()), required=False)
    sex = forms.ChoiceField(label="性别", choices=[("", labels.MISSING), ("男", "男"), ("女", "女")], required=False)
    birth = line("出生日期", 10, required=False)
    minor = forms.BooleanField(label="未成年人", required=False)


PeopleForms = forms.formset_factory(PersonRow, extra=PEOPLE, max_num=60, absolute_max=60)


def package(form: IntakeForm, people: Any, actor: Actor) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The case package that the two forms stand for: ``case.json`` and its files."""
    given = form.cleaned_data
    upload = given["file"]
    document = {
        "file": upload.name,
        "doc_type": given["doc_type"],
        "title": given["doc_type"],
        "number": given["number"],
    }
    if given["made_on"]:
        document["concluded_on"] = given["made_on"].isoformat()
    data = {
        "department_case_number": given["department_case_number"],
        "unified_case_number": given["unified_case_number"],
        "procuratorate": actor.organ,
        "case_name": given["case_name"],
        "case_type": given["case_type"],
        "charge": given["charge"],
        "handler": given["handler"],
        "accepted_on": given["accepted_on"].isoformat(),
        "flags": given["flags"],
        "filing_review": {"required": given["filing_review"]},
        "participants": [dict(row.cleaned_data) for row in filled(people)],
        "documents": [document],
    }
    if given["concluded_on"]:
        data["concluded_on"] = given["concluded_on"].isoformat()
    return data, {upload.name: upload.read()}


def filled(people: Any) -> list[PersonRow]:
    """The rows with a name, in their order: their place is the index that faults speak of."""
    return [row for row in people if row.is_valid() and row.cleaned_data.get("name")]


def show_faults(form: IntakeForm, people: Any, faults: Iterable[Fault]) -> None:
    """Put every fault beside the field it names; what has no field goes on top."""
    rows = filled(people)
    for fault in faults:
        place = re.fullmatch(r"(participants|documents)\[(\d+)\]\.?(\w*)", fault.field)
        if place and place[1] == "participants" and int(place[2]) < len(rows):
            target, name = rows[int(place[2])], place[3]
        else:
            name = {"concluded_on": "made_on"}.get(place[3], place[3]) if place else fault.field
            target = form
        target.add_error(name if name in target.fields else None, fault.reason)
