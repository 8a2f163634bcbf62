"""Questions to the rules, one small form per kind; ``payload`` is what ``anxin.regulation.explain.answer`` takes."""

from __future__ import annotations

from typing import Any

from django import forms

from anxin.inner.workbench import labels
from anxin.inner.workbench.forms.fields import day, line, month_count, sentence_type
from anxin.regulation import chains, rules

CASE_FLAGS = (
    "state_secret", "commercial_secret", "personal_privacy", "juvenile_crime", "juvenile_victim", "sealed_record",
    "undetermined", "filing_review_pending", "internal_document",
)  # fmt: skip
CHAIN_FLAGS = tuple(chains.FLAGS)
PURPOSES = {
    "document": "发布法律文书", "announcement": "发布重要案件信息", "name_disclosure": "公开本人姓名",
    "exemption": "不公开", "withdrawal": "撤回", "kiosk": "在本院触摸屏公开",
    "circular": "通报", "announcement_withdrawal": "撤回重要案件信息",
}  # fmt: skip
FLAGS = labels.FLAGS | {"juvenile_victim": "被害人是未成年人", "filing_review_pending": "备案审查尚未结束"}
YES_NO = (("", "按登记的组织机构"), ("yes", "设有"), ("no", "没有设"))


def _national() -> rules.RuleSet:
    return rules.load(rules.selection()["default"])


def _flags(codes: tuple[str, ...]) -> forms.MultipleChoiceField:
    choices = [(code, FLAGS[code]) for code in codes]
    return forms.MultipleChoiceField(
        label="情形", choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


def code_of(label: str, required: bool = False, **options: Any) -> forms.RegexField:
    invalid = {"invalid": "人民检察院代码是六位数字。"}
    return forms.RegexField(r"^\d{6}$", label=label, required=required, error_messages=invalid, **options)


class Question(forms.Form):
    """What every question may carry: the rule set and the day whose rules answer."""

    rules = forms.ChoiceField(label="规则", required=False)
    on = day("按哪一天的规则回答", required=False, help_text="不填为今天。")

    def __init__(self, data: Any = None, *, organ: str = "", **options: Any) -> None:
        super().__init__(data, **options)
        sets = [(i, rules.load(i).title) for i in rules.available()]
        self.fields["rules"].choices = [("", "本院适用的规则"), *((i, f"{title}（{i}）") for i, title in sets)]
        self.organ = organ
        self.order_fields([name for name in self.fields if name not in ("rules", "on")])

    def payload(self) -> dict[str, Any]:
        given = self.cleaned_data
        common = {"organ": self.organ, "rules": given["rules"], "on": given["on"] and given["on"].isoformat()}
        return {k: v for k, v in {**common, **self.asked(given)}.items() if v not in (None, "")}

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        raise NotImplementedError


class Deadline(Question):
    trigger = day("起算日期", help_text="收到生效判决、裁定或者办结的日期，当日不计入。")
    period = forms.ChoiceField(label="哪一种期限")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["period"].choices = [(e.get("key"), e.title) for e in _national().table("period")]
        self.initial.setdefault("period", "publication")

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"trigger": given["trigger"].isoformat(), "period": given["period"]}


class Anonymity(Question):
    role = forms.ChoiceField(label="诉讼身份", choices=list(labels.ROLES.items()))
    doc_type = line("文书种类", 40, required=False, initial="起诉书")
    sentence = sentence_type()
    months = month_count("刑期（月）")
    probation_months = month_count("缓刑考验期（月）")
    minor, recidivist, habitual = _tick("未成年人"), _tick("累犯"), _tick("惯犯")
    consent_to_name = _tick("本人申请公开姓名，已经批准")
    flags = _flags(CASE_FLAGS)

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        person = {name: given[name] for name in ("role", "minor", "recidivist", "habitual", "consent_to_name")}
        if given["sentence"]:
            person["sentence"] = {
                "type": given["sentence"], "months": given["months"], "probation_months": given["probation_months"]
            }  # fmt: skip
        case = {"participants": [person | {"name": "此人"}], "flags": given["flags"]}
        return {"doc_type": given["doc_type"], "case": case}


class Disclosure(Question):
    doc_type = line("文书种类", 40, initial="起诉书")
    title = line("标题", 200, required=False)
    document_number = line("文号", 80, required=False)
    closed, judgment_effective = _tick("案件已经办结"), _tick("判决、裁定已经生效")
    flags = _flags(CASE_FLAGS)

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        case = {name: given[name] for name in ("closed", "judgment_effective", "flags")}
        return {name: given[name] for name in ("doc_type", "title", "document_number")} | {"case": case}


class Chain(Question):
    purpose = forms.ChoiceField(label="办理什么", choices=list(PURPOSES.items()))
    organ_code = code_of("人民检察院代码", help_text="不填为本院。")
    press = forms.ChoiceField(label="新闻宣传部门", choices=YES_NO, required=False)
    assigned_by = code_of("交办、督办的院的代码")
    flags = _flags(CHAIN_FLAGS)

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        press = {"yes": True, "no": False}.get(given["press"])
        return {"purpose": given["purpose"], "organ": given["organ_code"] or self.organ, "organ_has_press": press,
                "assigned_by": given["assigned_by"], "flags": given["flags"]}  # fmt: skip


class Papers(Question):
    applicant = forms.ChoiceField(label="申请人")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["applicant"].choices = [(e.get("names")[0],) * 2 for e in _national().table("applicant")]

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"applicant": given["applicant"]}


class Fields(Question):
    case_type = forms.ChoiceField(label="案件类别")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["case_type"].choices = [(e.get("names")[0],) * 2 for e in _national().table("case_type")]

    def asked(self, given: dict[str, Any]) -> dict[str, Any]:
        return {"case_type": given["case_type"]}


QUESTIONS: dict[str, tuple[str, type[Question]]] = {
    "deadline": ("期限自哪天起算、哪天届满", Deadline),
    "anonymity": ("谁的姓名要匿名", Anonymity),
    "disclosure": ("文书能不能公开", Disclosure),
    "chain": ("要经过哪些人审批", Chain),
    "papers": ("申请查询要提交什么", Papers),
    "fields": ("案件可以查询什么", Fields),
}
