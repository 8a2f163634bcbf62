"""Forms of chapter 2: entering an application, deciding on it, ending an entitlement, answering."""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.exchange.schemas_inquiry import ID_TYPES
from anxin.inner.inquiry import law
from anxin.inner.inquiry.models import APPLICANTS, CHANNELS
from anxin.inner.organs.models import Organ
from anxin.inner.workbench.forms.fields import day, line, reason

BY_STAFF = [(k, v) for k, v in CHANNELS.items() if k != "internet"]
ROWS = range(1, 6)


def same(values: tuple[str, ...]) -> list[tuple[str, str]]:
    """Choices whose value is their label."""
    return [(value, value) for value in values]


def paper_kinds(organ: Organ) -> list[str]:
    """Every paper that the rules name (Art 8)."""
    rows = law.rules_of(organ).table("applicant")
    return list(dict.fromkeys(p for row in rows for option in row.values["papers"] for p in option))


class PapersForm(forms.Form):
    """Up to five papers, each with its kind; scanned as pictures or PDF."""

    def __init__(self, *args: Any, organ: Organ, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = [("", "不提交"), *same(tuple(paper_kinds(organ)))]
        for n in ROWS:
            self.fields[f"kind_{n}"] = forms.ChoiceField(label=f"材料{n}", choices=kinds, required=False)
            self.fields[f"file_{n}"] = forms.FileField(label=f"扫描件{n}", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for n in ROWS:
            if bool(data.get(f"kind_{n}")) != bool(data.get(f"file_{n}")):
                self.add_error(f"file_{n}", "材料的种类和扫描件要同时填写。")
        return data

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """The two fields of each paper, side by side."""
        return [(self[f"kind_{n}"], self[f"file_{n}"]) for n in ROWS]

    @property
    def others(self) -> list[Any]:
        """Every field that is not about a paper."""
        return [field for field in self if not field.name.startswith(("kind_", "file_"))]

    def papers(self) -> tuple[list[str], list[bytes]]:
        """(kinds, files) in order."""
        rows = [n for n in ROWS if self.cleaned_data.get(f"kind_{n}")]
        return [self.cleaned_data[f"kind_{n}"] for n in rows], [self.cleaned_data[f"file_{n}"].read() for n in rows]


class EnterForm(PapersForm):
    """What came by telephone, letter or at the window; for another organ's case the own organ assists."""

    organ = line(
        "办理案件的人民检察院", 60, help_text="写全称或者单位编码。不是本院的，由本院协助认证后传输（规定第九条）。"
    )  # fmt: skip
    channel = forms.ChoiceField(label="方式", choices=BY_STAFF, initial="window")
    checked_how = forms.ChoiceField(label="怎样核对身份")
    applicant = forms.ChoiceField(label="申请人", choices=list(APPLICANTS.items()))
    name = line("姓名", 80)
    id_type = forms.ChoiceField(label="证件种类", choices=same(ID_TYPES))
    id_number = line("证件号码", 40)
    phone = line("手机号码", 20)
    email = forms.EmailField(label="电子邮箱", required=False)
    client = line("委托人或者被代理的当事人", 80, required=False)
    relation = line("与当事人的关系", 60, required=False)
    licence = line("律师执业证号", 40, required=False)
    case_number = line("受案号", 60, required=False)
    suspect = line("犯罪嫌疑人、当事人姓名", 80, required=False)
    notify_email = forms.BooleanField(label="有进展时发电子邮件", required=False)
    notify_sms = forms.BooleanField(label="有进展时发短信", required=False)

    def __init__(self, *args: Any, organ: Organ, **options: Any) -> None:
        super().__init__(*args, organ=organ, **options)
        self.fields["checked_how"].choices = same(law.listed(organ, "identity_check"))  # type: ignore[attr-defined]
        self.initial.setdefault("organ", organ.name)

    def clean_organ(self) -> Organ:
        said = self.cleaned_data["organ"].strip()
        found = Organ.objects.filter(pk=said).first() or Organ.objects.filter(name=said).first()
        if found is None:
            raise forms.ValidationError("没有这个人民检察院，请写全称或者单位编码。")
        return found

    def body(self) -> dict[str, Any]:
        """As ``exchange.schemas_inquiry.APPLICATION`` has it, without organ and assistant."""
        names = ("applicant", "name", "id_type", "id_number", "phone", "email", "client", "relation", "licence",
                 "case_number", "suspect", "notify_email", "notify_sms")  # fmt: skip
        kinds = [{"kind": self.cleaned_data[f"kind_{n}"]} for n in ROWS if self.cleaned_data.get(f"kind_{n}")]
        return {name: self.cleaned_data[name] for name in names} | {"charge": "", "papers": kinds}


class CheckForm(forms.Form):
    """Whose case it is: one of the participants beside the papers, with the reason."""

    whose = forms.CharField(max_length=80)
    reason = reason("审核意见", help_text="写明材料怎样证明申请人的身份和与当事人的关系。")
    licence_until = day("律师执业证有效期至", required=False, help_text="见执业证年度考核备案页；没有写的留空。")

    def clean_whose(self) -> tuple[int, str]:
        case_id, _, key = self.cleaned_data["whose"].partition(":")
        if not case_id.isdigit() or not key:
            raise forms.ValidationError("请选择申请人本人或者其委托人、被代理人。")
        return int(case_id), key


class RefuseForm(forms.Form):
    ground = forms.ChoiceField(label="告知申请人的理由")
    reason = reason("具体情况", help_text="只供内部留存，不告知申请人。")

    def __init__(self, *args: Any, organ: Organ, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ground"].choices = same(law.listed(organ, "inquiry_refusal"))  # type: ignore[attr-defined]


class EndForm(forms.Form):
    ground = forms.ChoiceField(label="原因")
    reason = reason("说明", required=False, help_text="只供内部留存；告知查询人的是上面的原因。")

    def __init__(self, *args: Any, organ: Organ, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ground"].choices = same(law.listed(organ, "binding_end"))  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    channel = forms.ChoiceField(label="方式", choices=BY_STAFF, initial="window")
    checked_how = forms.ChoiceField(label="怎样核对身份")

    def __init__(self, *args: Any, organ: Organ, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["checked_how"].choices = same(law.listed(organ, "identity_check"))  # type: ignore[attr-defined]


class FindForm(forms.Form):
    id_type = forms.ChoiceField(label="证件种类", choices=same(ID_TYPES))
    id_number = line("证件号码", 40)


class LicenceForm(forms.Form):
    on = day("复核日期")
    until = day("执业证有效期至", required=False)
