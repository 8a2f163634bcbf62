"""Forms of the masking review. Each names the revision it was shown for; an older one is refused by the action.

``slot`` is the form's name in the page's context.
"""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.inner.actor import Refused
from anxin.inner.documents.law import label
from anxin.inner.documents.models import Draft
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.workbench import labels
from anxin.inner.workbench.forms.fields import line, reason
from anxin.inner.workbench.sidebyside import LINE_BREAKS

KEEP_REASONS = ("不是人名或者应屏蔽的信息", "属于案件事实，不在应屏蔽之列", "履行职务的人员或者单位")


class Revised(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class AnswerForm(Revised):
    """The answer to one doubt: mask, keep with a ready reason, or keep with one's own."""

    slot = "answer_form"
    index = forms.IntegerField(widget=forms.HiddenInput)
    choice = forms.ChoiceField(
        choices=[("mask", ""), ("keep", ""), *((str(i), "") for i, _ in enumerate(KEEP_REASONS))]
    )
    reason = line("保留的理由", 200, required=False)

    def answer(self) -> tuple[bool, str]:
        """(mask, reason) as the action takes them."""
        choice = self.cleaned_data["choice"]
        ready = KEEP_REASONS[int(choice)] if choice.isdecimal() else self.cleaned_data["reason"]
        return choice == "mask", ready


class PlaceForm(Revised):
    slot = "undo_form"
    start = forms.IntegerField(widget=forms.HiddenInput)
    end = forms.IntegerField(widget=forms.HiddenInput)


class DecideForm(PlaceForm):
    """What is done with one masked place."""

    slot = "decide_form"
    action = forms.ChoiceField(choices=[("accept", "同意"), ("reject", "不屏蔽"), ("change", "改变替代文字")])
    kind = forms.ChoiceField(choices=list(labels.KINDS.items()), widget=forms.HiddenInput)
    article = forms.CharField(max_length=12, widget=forms.HiddenInput)
    replacement = line("替代文字", 40, required=False, strip=False)
    reason = line("理由", 200, required=False)


class AddForm(Revised):
    """Words that must be hidden as well; every other mention follows."""

    slot = "add_form"
    start = forms.IntegerField(widget=forms.HiddenInput, required=False)
    expected = forms.CharField(
        label="要屏蔽的文字", max_length=2000, strip=False, widget=forms.Textarea({"rows": 2}),
        help_text="在左边原文中选中，或者照抄原文；全文中其他相同的文字一并屏蔽。",
    )  # fmt: skip
    kind = forms.ChoiceField(label="属于", choices=[], initial="other")
    reason = line("说明", 200, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        kinds = labels.KINDS.items()
        self.fields["kind"].choices = [(k, f"{name}（{label(labels.kind_article(k))}）") for k, name in kinds]

    def decision(self, text: str) -> dict[str, Any]:
        """The decision for the action, with the place in the original. Raises ``Refused`` when it is not there."""
        given = self.cleaned_data
        wanted = given["expected"].replace("\r\n", "\n")
        start = place(text, wanted, given["start"])
        return {
            "action": "add", "start": start, "end": start + len(wanted), "expected": text[start : start + len(wanted)],
            "kind": given["kind"], "article": labels.kind_article(given["kind"]), "reason": given["reason"],
        }  # fmt: skip


def place(text: str, wanted: str, start: int | None) -> int:
    """Where the words stand in the original: at the given place, else their first mention."""
    shown = text.translate(LINE_BREAKS)
    if start is not None and start >= 0 and shown.startswith(wanted, start):
        return start
    found = shown.find(wanted)
    if not wanted.strip() or found < 0:
        raise Refused("原文中没有这段文字，请在左边原文中选中，或者一字不差地照抄。")
    return found


class SecrecyForm(Revised):
    slot = "secrecy_form"
    checks = forms.MultipleChoiceField(
        label="已逐项核对", choices=list(SECRECY_CHECKS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    outcome = forms.ChoiceField(label="结论", choices=Draft.Secrecy.choices, widget=forms.RadioSelect)
    note = reason("说明", required=False)


class ReferralForm(forms.Form):
    """The secrecy department's answer."""

    slot = "referral_form"
    outcome = forms.ChoiceField(
        label="确定意见",
        choices=[c for c in Draft.Secrecy.choices if c[0] != Draft.Secrecy.REFER],
        widget=forms.RadioSelect,
    )
    note = reason("理由")


class SubmitForm(forms.Form):
    slot = "submit_form"
    seen_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)


class SignForm(SubmitForm):
    """Agree with exactly what was shown."""

    slot = "sign_form"
    chain = forms.IntegerField(widget=forms.HiddenInput)
    comment = line("意见", 500, required=False, initial="同意")


class SendBackForm(SubmitForm):
    slot = "send_back_form"
    chain = forms.IntegerField(widget=forms.HiddenInput)
    reason = reason("退回的理由", help_text="承办人要据此修改，请写明是哪一处、为什么。")


class QualityForm(Revised):
    """Why a place that looks wrong stands as it does."""

    slot = "quality_form"
    key = forms.CharField(max_length=60, widget=forms.HiddenInput)
    reason = line("说明", 200)


class AskReaderForm(Revised):
    """Which colleague is to read."""

    slot = "ask_form"
    reader = forms.TypedChoiceField(label="复读人", coerce=int)

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reader"].choices = [(p.pk, f"{p.name}（{p.department or '院领导'}）") for p in people]


class ReaderForm(SubmitForm):
    """The second reader's answer."""

    slot = "reader_form"
    act = forms.ChoiceField(choices=[("agree", ""), ("object", "")], required=False, widget=forms.HiddenInput)
    note = line("复读意见", 500, required=False, help_text="需要修改的，写明是哪一处。")
