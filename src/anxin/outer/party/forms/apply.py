"""The application form (Art 8, 9): which fields and papers it has follows from the rule set."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from anxin.exchange.schemas_inquiry import ID_TYPES
from anxin.outer.publications.models import Organ
from anxin.regulation import inquiry
from anxin.regulation.rules import load

FORMS = {b"%PDF-": "PDF", b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
MOST_BYTES = 10 * 1024 * 1024
ACCEPT = "image/jpeg,image/png,application/pdf"
ALONE = ("party",)


class Paper(forms.FileField):
    """One scanned or photographed paper: JPEG, PNG or PDF by its content."""

    def __init__(self, **more: Any) -> None:
        super().__init__(widget=forms.FileInput({"accept": ACCEPT}), **more)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > MOST_BYTES:
            raise forms.ValidationError("文件超过 10 MB，请压缩或者降低清晰度后再试。")
        start = file.read(8)
        file.seek(0)
        if not any(start.startswith(mark) for mark in FORMS):
            raise forms.ValidationError("只接受 JPEG、PNG 图片和 PDF 文件。")
        return file


class WithPapers(forms.Form):
    """A form with one file field per paper that the rule set names for this kind of applicant."""

    def __init__(self, applicant: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.applicant = applicant
        self.papers: dict[str, str] = {}
        for number, paper in enumerate(inquiry.papers(applicant, load(settings.RULES)).details["papers"], 1):
            self.fields[f"paper{number}"] = Paper(label=paper, required=False)
            self.papers[f"paper{number}"] = paper

    @property
    def paper_fields(self) -> list[Any]:
        return [self[name] for name in self.papers]

    def kinds(self) -> list[dict[str, str]]:
        """What was attached, in the order of the form."""
        return [{"kind": kind} for name, kind in self.papers.items() if self.cleaned_data.get(name)]

    def scans(self) -> list[bytes]:
        """The attached files, in the same order."""
        files = [self.cleaned_data[name] for name in self.papers if self.cleaned_data.get(name)]
        for file in files:
            file.seek(0)
        return [file.read() for file in files]


class Application(WithPapers):
    name = forms.CharField(label="您的姓名", max_length=80, widget=forms.TextInput({"autocomplete": "name"}))
    id_type = forms.ChoiceField(label="证件种类", choices=[(one, one) for one in ID_TYPES])
    id_number = forms.CharField(label="证件号码", max_length=40, widget=forms.TextInput({"autocomplete": "off"}))
    phone = forms.RegexField(r"^\+?[0-9 \-]{7,20}$", label="手机号码", max_length=20,
                             error_messages={"invalid": "请填写能联系到您的电话号码。"},
                             widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}))  # fmt: skip
    email = forms.EmailField(label="电子邮箱", required=False, max_length=254)
    client = forms.CharField(
        label="您代表谁", max_length=80, help_text="委托您的当事人，或者您的亲属、被监护人的姓名。"
    )
    relation = forms.CharField(
        label="与当事人的关系", max_length=60, required=False, help_text="例如：配偶、父亲、受委托的律师。"
    )
    licence = forms.CharField(label="律师执业证号", max_length=40)
    case_number = forms.CharField(
        label="案件编号", max_length=60, required=False,
        help_text="告知书、通知书上的部门受案号或者统一受案号；不知道的可以不填。",
    )  # fmt: skip
    suspect = forms.CharField(
        label="犯罪嫌疑人、被告人或者申诉人的姓名", max_length=80, required=False,
        help_text="没有填写案件编号的，请填写这一项。",
    )  # fmt: skip
    charge = forms.CharField(label="案由", max_length=80, required=False)
    assistant = forms.CharField(label="请哪个院协助认证", max_length=60, required=False, help_text=(
        "办案院不在您经常居住地的，可以带着证件和材料到经常居住地的县、区级人民检察院案件管理部门当面办理身份认证（规定第九条）。"
        "填写该院的全称；不需要的留空。"))  # fmt: skip
    notify_email = forms.BooleanField(label="有结果时发电子邮件给我", required=False)
    notify_sms = forms.BooleanField(label="有结果时发短信给我", required=False)
    once = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)

    def __init__(self, applicant: str, organ: Organ, *args: Any, **kwargs: Any) -> None:
        super().__init__(applicant, *args, **kwargs)
        self.organ = organ
        if applicant in ALONE:
            del self.fields["client"], self.fields["relation"]
        if applicant not in inquiry.LAWYERS:
            del self.fields["licence"]

    def clean_assistant(self) -> str:
        """The code of the organ asked for help; who may help is a rule (Art 9)."""
        name = self.cleaned_data["assistant"].strip()
        if not name:
            return ""
        found = Organ.objects.filter(code=name).first() or Organ.objects.filter(name=name).first()
        if found is None:
            near = list(Organ.objects.filter(name__contains=name[:20]).values_list("name", flat=True)[:6])
            hint = f"是不是：{'、'.join(near)}？" if near else "请写全称。"
            raise forms.ValidationError(f"没有叫这个名称的人民检察院。{hint}")
        refusal = inquiry.assistance(found.code, found.level, self.organ.code, load(settings.RULES))
        if refusal:
            raise forms.ValidationError(refusal)
        return found.code

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("case_number") and not given.get("suspect"):
            self.add_error("suspect", "案件编号和姓名至少填写一项，否则无法查到案件。")
        if not self.errors and not given.get("assistant"):
            have = {kind for name, kind in self.papers.items() if given.get(name)}
            missing = inquiry.missing_papers(self.applicant, have, load(settings.RULES))
            if missing:
                words = f"还缺少：{'、'.join(missing)}（规定第八条第一款）。"
                self.add_error(None, words + "材料齐全才能提交；到协助院当面认证的，材料由协助院收取。")
        return given

    def body(self) -> dict[str, Any]:
        """The application as both wings know it, without the papers' bytes."""
        given = self.cleaned_data
        words = ("name", "id_type", "id_number", "phone", "email", "client", "relation", "licence", "case_number",
                 "suspect", "charge", "assistant")  # fmt: skip
        return {word: given.get(word, "") for word in words} | {
            "applicant": self.applicant, "organ": self.organ.code, "papers": self.kinds(),
            "notify_email": bool(given.get("notify_email")), "notify_sms": bool(given.get("notify_sms")),
        }  # fmt: skip


class Ticket(forms.Form):
    """A ticket and its code."""

    ticket = forms.CharField(label="回执号", max_length=20, widget=forms.TextInput({"autocomplete": "off"}))
    code = forms.CharField(label="查询码", max_length=20, widget=forms.TextInput({"autocomplete": "off"}))


class Withdraw(Ticket):
    reason = forms.CharField(label="撤回的原因", max_length=200, required=False)


class Supplement(WithPapers, Ticket):
    field_order = ("ticket", "code")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in self.papers):
            self.add_error(None, "请至少上传一份要补充的材料。")
        return given
