"""What a handler asks for beside a draft, and the form with which it is signed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

from anxin.inner.cases.models import Case
from anxin.inner.documents import law
from anxin.inner.documents.takedown import LONGEST_GROUND
from anxin.inner.workbench.forms.fields import day, line, reason

ARTICLES = {
    "4": "不应当公开的案件信息（规定第四条）",
    "18(P2)": "内部工作性文书（规定第十八条第二款）",
    "19": "姓名匿名处理有遗漏（规定第十九条）",
    "20": "应屏蔽的内容有遗漏（规定第二十条）",
    "22": "与送达文书不一致（规定第二十二条）",
    "23": "发布不合法、不规范或者不准确（规定第二十三条）",
}
REVIEW_WITHIN = timedelta(days=365)
ACTS = (("agree", "同意"), ("return", "退回"), ("refuse", "不同意"))


class ExemptForm(forms.Form):
    ground = forms.ChoiceField(label="理由")
    reason = reason("具体理由", help_text="写明文书中哪些内容属于这一情形、为什么不能经技术处理后公开。")
    review_on = day("复查日期", help_text="到这一天重新判断是否仍不公开，最迟一年。")

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        grounds = law.exemption_grounds(case).items()
        self.fields["ground"].choices = [(code, f"{e.title}（{law.label(e.article)}）") for code, e in grounds]
        self.initial.setdefault("review_on", timezone.localdate() + REVIEW_WITHIN)

    def clean_review_on(self) -> Any:
        on, today = self.cleaned_data["review_on"], timezone.localdate()
        if not today < on <= today + REVIEW_WITHIN:
            raise forms.ValidationError("复查日期应当在今天以后、一年以内。")
        return on


class AskWithdrawalForm(forms.Form):
    article = forms.ChoiceField(label="依据", choices=list(ARTICLES.items()))
    reason = line(
        "撤回的理由", LONGEST_GROUND,
        help_text="公众将在撤回说明页上看到这一理由，请不要写入应当屏蔽的内容。",
    )  # fmt: skip


class WithdrawForm(forms.Form):
    """What is taken off the touch screen."""

    article = forms.ChoiceField(label="依据", choices=list(ARTICLES.items()))
    ground = reason("撤回的理由", help_text="公众将在撤回说明页上看到这一理由，请不要写入应当屏蔽的内容。")


class AskRestorationForm(forms.Form):
    reason = reason("恢复的理由", help_text="写明核实的经过和结论：为什么原来公开的文本没有问题。")


class NameForm(forms.Form):
    """A person's written application to appear under their own name."""

    paper = forms.FileField(label="本人的书面申请", help_text="有本人签名的申请书，照片（JPG、PNG）或者一页的PDF。")
    reason = reason("核实的情况", help_text="写明怎样核实是本人自愿提出的。")


class SignRequestForm(forms.Form):
    """Agree with exactly what was shown, send it back or refuse; the last two need a reason."""

    seen_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)
    act = forms.ChoiceField(choices=ACTS, required=False, widget=forms.HiddenInput)
    comment = line("意见", 500, required=False, help_text="退回或者不同意的，必须写明理由。")
