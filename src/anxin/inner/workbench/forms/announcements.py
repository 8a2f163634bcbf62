"""Forms of chapter 3: drafting, secrecy, flags, signing, release, external releases, tasks."""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.inner.announcements import drafts, law, press, requests
from anxin.inner.announcements.models import Version
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.workbench import labels
from anxin.inner.workbench.forms.fields import line, reason
from anxin.regulation.chains import FLAGS
from anxin.regulation.rules import load

GROUNDS = (
    ("发布了不应当公开的内容，先行隐藏核实", "发布了不应当公开的内容"),
    ("有关方面反映信息不准确，先行隐藏核实", "反映信息不准确"),
    ("其他紧急情况，先行隐藏核实", "其他紧急情况"),
)


def moment(label: str, required: bool = True, **options: Any) -> forms.DateTimeField:
    """A day and minute, Beijing time, written as the browser's own control."""
    widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    formats = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]
    return forms.DateTimeField(label=label, required=required, widget=widget, input_formats=formats, **options)


def events() -> list[tuple[str, str]]:
    """The events of the five categories as choices of one list: 类别：事项."""
    names = law.categories()
    found = {
        f"{e.values['category']}/{e.get('event', '')}": f"{names[e.values['category']].title}：{e.title}"
        for e in load("2014-trial").table("announcement_template")
    }
    return list(found.items())


class NewForm(forms.Form):
    kind = forms.ChoiceField(label="类别和事项")
    case = forms.TypedChoiceField(label="案件", coerce=int, required=False, empty_value=None,
                                  help_text="专项业务工作可以不选案件。")  # fmt: skip
    assigned_by = forms.ChoiceField(label="交办、督办的上级院", required=False)

    def __init__(self, *args: Any, cases: list[Any], above: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = events()
        self.fields["case"].choices = [("", "不涉及具体案件"), *((c.pk, c.name) for c in cases)]
        self.fields["assigned_by"].choices = [("", "没有"), *above]

    def clean_kind(self) -> tuple[str, str]:
        category, _, event = self.cleaned_data["kind"].partition("/")
        return category, event


class Revised(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)


class EditForm(Revised):
    title = line("标题", 120)
    text = forms.CharField(label="正文", max_length=20_000, widget=forms.Textarea({"rows": 10}))


class JustifyForm(Revised):
    text = forms.CharField(widget=forms.HiddenInput, max_length=20_000, strip=False)
    reason = line("为什么可以保留", 300)


class SecrecyForm(Revised):
    checks = forms.MultipleChoiceField(
        label="逐项核对", choices=list(SECRECY_CHECKS.items()), widget=forms.CheckboxSelectMultiple
    )
    outcome = forms.ChoiceField(label="结论", choices=Version.Secrecy.choices, widget=forms.RadioSelect)
    note = reason("说明", required=False)


class ReferralForm(forms.Form):
    outcome = forms.ChoiceField(label="确定意见", choices=Version.Secrecy.choices[:3])
    note = reason("理由")


class FlagForm(forms.Form):
    name = forms.ChoiceField(label="标识", choices=[(f, labels.FLAGS[f]) for f in FLAGS])
    reason = line("理由", 200, required=False)


class UnflagForm(forms.Form):
    flag = forms.IntegerField(widget=forms.HiddenInput)
    reason = line("取消理由", 200)


class PictureForm(Revised):
    file = forms.FileField(
        label="图片或者附件", help_text="JPG、PNG、WebP，或者PDF附件（每页一幅）；重新绘制，不保留拍摄、作者等信息。"
    )
    alt = line("替代文字", 200, help_text="看不见图片的人靠它了解图片内容。")
    transcript = forms.CharField(
        label="图中文字", required=False, max_length=drafts.LONGEST_TRANSCRIPT, widget=forms.Textarea({"rows": 4}),
        help_text="照录图中出现的全部文字，包括背景、印章、证件、屏幕上的文字；按正文一样检查，由审批人与图片核对。",
    )
    wordless = forms.BooleanField(label="图中无文字", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("transcript", "wordless"):  # one of the two has to be given: neither is called optional
            self.fields[name].either = True


class DropPictureForm(Revised):
    picture = forms.IntegerField(widget=forms.HiddenInput)


class SeenForm(forms.Form):
    seen_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)


class SignForm(SeenForm):
    comment = line("意见", 500, required=False)


class ApproveForm(SignForm):
    compared = forms.BooleanField(label="已逐幅核对图片与图中文字，两者一致", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["compared"].either = True  # the room refuses without it where there are pictures


class BackForm(forms.Form):
    reason = reason("理由")


class PlanForm(SeenForm):
    at = moment("发布时间")
    embargo_until = moment("不早于", required=False, help_text="与媒体约定的时间。")


class EmptyForm(forms.Form):
    pass


class HideForm(forms.Form):
    ground = forms.ChoiceField(label="隐藏的理由", choices=GROUNDS)


class WithdrawForm(forms.Form):
    article = forms.ChoiceField(label="依据", choices=[(a, law.label(a)) for a in requests.ARTICLES])
    reason = line("撤回的理由", 200, help_text="公众将看到这一理由。")


class RestoreForm(forms.Form):
    reason = line("恢复公开的理由", 200)


class CorrectForm(forms.Form):
    note = line("更正说明", 200, help_text="公众将看到这一说明。")


class PressForm(forms.Form):
    form = forms.ChoiceField(label="方式")
    outlet = line("场合或者媒体", 100)
    planned_at = moment("计划时间")
    actual_at = moment("实际时间", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["form"].choices = [(name, name) for name in press.forms()]


class TookPlaceForm(forms.Form):
    record = forms.IntegerField(widget=forms.HiddenInput)
    actual_at = moment("实际时间")


class CancelPressForm(forms.Form):
    record = forms.IntegerField(widget=forms.HiddenInput)
    reason = line("改期或者不办的理由", 200)


class RemindForm(forms.Form):
    note = line("催办意见", 200)


class DismissForm(forms.Form):
    reason = line("不发布的理由", 500)
