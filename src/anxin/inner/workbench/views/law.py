"""Asking the rules, reading a rule set, and comparing two. Nothing here touches a case."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from anxin.inner.workbench import labels, policy
from anxin.inner.workbench.forms.questions import QUESTIONS, Question
from anxin.inner.workbench.respond import form_page, posted
from anxin.regulation import compare, explain, rules
from anxin.regulation.organs import Tree


@policy.staff
@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """The questions one may ask and the rule sets one may read."""
    sets = [rules.load(i) for i in rules.available()]
    return render(request, "workbench/law.html", {"questions": _questions(), "sets": sets})


def _questions() -> list[tuple[str, str]]:
    return [(kind, title) for kind, (title, _) in QUESTIONS.items()]


@policy.staff
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """One question, posted so that nothing of a case stands in an address; the answer below the form."""
    if kind not in QUESTIONS:
        raise Http404
    title, form_class = QUESTIONS[kind]
    form = form_class(posted(request), organ=request.actor.organ)
    answer = _answer(kind, form) if request.method == "POST" and form.is_valid() else None
    context = {"kind": kind, "heading": title, "questions": _questions(), "answer": answer}
    return form_page(request, "workbench/ask.html", form, **context)


def _answer(kind: str, form: Question) -> dict[str, Any] | None:
    try:
        answer = explain.answer(kind, form.payload())
    except explain.QuestionError as error:
        form.add_error(None, f"不能回答：{error}。")
        return None
    governing = rules.load(answer["ruleset"]) if answer["ruleset"] else rules.load(rules.selection()["default"])
    for part in _cited(answer):
        part["label"] = governing.article_label(part["article"])
    organs = Tree.default().organs
    for step in answer["details"].get("steps", ()) if kind == "chain" else ():
        step["organ_name"] = organs[step["organ"]].name if step["organ"] in organs else step["organ"]
    return answer | {"ruleset_title": governing.title, "outcome_label": labels.OUTCOMES.get(answer["outcome"], "")}


def _cited(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """Every part of an answer that names an article."""
    details = answer["details"]
    parts = [p for key in ("participants", "grounds", "steps") for p in details.get(key, ()) if isinstance(p, dict)]
    return [answer, *parts]


@policy.staff
@require_safe
def ruleset(request: HttpRequest, ruleset_id: str) -> HttpResponse:
    """The articles of a set and what the system made of them, table by table."""
    shown = _load(ruleset_id)
    tables = [(labels.TABLES.get(name, name), [_row(shown, e) for e in rows]) for name, rows in shown.tables.items()]
    others = [rules.load(i) for i in rules.available() if i != ruleset_id]
    return render(request, "workbench/ruleset.html", {"rules": shown, "tables": tables, "others": others})


@policy.staff
@require_safe
def compared(request: HttpRequest, ruleset_id: str, other_id: str) -> HttpResponse:
    """What the second set says otherwise than the first."""
    one, other = _load(ruleset_id), _load(other_id)
    found = [
        {"table": labels.TABLES.get(d.table, d.table), "before": d.before and _row(one, d.before),
         "after": d.after and _row(other, d.after)}
        for d in compare.differences(one, other)
    ]  # fmt: skip
    return render(request, "workbench/compared.html", {"one": one, "other": other, "found": found})


def _load(ruleset_id: str) -> rules.RuleSet:
    if ruleset_id not in rules.available():
        raise Http404
    return rules.load(ruleset_id)


def _row(governing: rules.RuleSet, entry: rules.Entry) -> dict[str, Any]:
    return {"entry": entry, "label": governing.article_label(entry.article), "values": _in_words(entry.values)}


def _in_words(values: Any) -> str:
    """The columns of an entry on one line, as the rule set's file writes them."""
    return "；".join(f"{name} = {_value(value)}" for name, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "、".join(_value(v) for v in value)
    if isinstance(value, dict):
        return "，".join(f"{k}：{_value(v)}" for k, v in value.items())
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)
