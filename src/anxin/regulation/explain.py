"""One question to the law, one answer: what ``anxin explain`` and the workbench's page ask."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from anxin.regulation import anonymity, chains, disclosure, inquiry, periods, schemas, shape
from anxin.regulation.calendar import Calendar
from anxin.regulation.case import Case
from anxin.regulation.decision import Decision
from anxin.regulation.organs import Tree
from anxin.regulation.rules import NoRuleSetInForceError, RuleSet, in_force

Payload = Mapping[str, Any]
NO_RULE_SET = "no_rule_set_in_force"


class QuestionError(ValueError):
    """A question that can't be answered; the message names every fault."""


def today() -> date:
    """The day in China."""
    from datetime import UTC, datetime, timedelta

    return (datetime.now(UTC) + timedelta(hours=8)).date()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise QuestionError(f"没有这一天：{text}（写作 2014-10-08）") from None


def _deadline(q: Payload, rules: RuleSet) -> Decision:
    key = str(q.get("period") or "publication")
    return periods.deadline(_date(q["trigger"]), rules, Calendar.default(), key)


def _anonymity(q: Payload, rules: RuleSet) -> Decision:
    return anonymity.decide_all(str(q.get("doc_type") or ""), Case.from_json(q["case"]), rules)


def _disclosure(q: Payload, rules: RuleSet) -> Decision:
    doc_type, title, number = (str(q.get(key) or "") for key in ("doc_type", "title", "document_number"))
    return disclosure.decide(doc_type, title, number, Case.from_json(q["case"]), rules, str(q.get("text") or ""))


def _chain(q: Payload, rules: RuleSet) -> Decision:
    flags = q.get("flags") or {}
    flags = flags if isinstance(flags, Mapping) else dict.fromkeys(flags, True)
    return chains.chain(
        q["purpose"], q["organ"], q.get("organ_has_press"), q.get("assigned_by") or None, flags, rules, Tree.default()
    )


KINDS: Mapping[str, Callable[[Payload, RuleSet], Decision]] = {
    "deadline": _deadline,
    "anonymity": _anonymity,
    "disclosure": _disclosure,
    "chain": _chain,
    "papers": lambda q, rules: inquiry.papers(q["applicant"], rules),
    "fields": lambda q, rules: inquiry.fields(q["case_type"], rules),
}


def _day(q: Payload) -> date:
    """The day whose rules apply: the trigger of a deadline, a named day, otherwise today."""
    text = q.get("trigger") or q.get("on")
    return _date(text) if text else today()


def answer(kind: str, payload: Payload) -> dict[str, Any]:
    """The decision as JSON: outcome, article, ruleset, entry, sentence, details.

    ``payload`` follows the schema of its kind and may carry ``rules``, ``organ``, ``on`` and ``by_date``. A day
    without a rule set is answered with the outcome ``no_rule_set_in_force`` and a key ``error``. Raises QuestionError.
    """
    if kind not in KINDS:
        raise QuestionError(f"没有这种问题：{kind}（可选：{'、'.join(KINDS)}）")
    if found := shape.faults(payload, schemas.get(kind)):
        raise QuestionError("；".join(found))
    try:
        rules = in_force(
            payload.get("organ") or None, _day(payload), payload.get("by_date"), payload.get("rules") or None
        )
        return KINDS[kind](payload, rules).to_json()
    except NoRuleSetInForceError as error:
        refusal = Decision(NO_RULE_SET, "28", str(payload.get("rules") or ""), "article.28", str(error))
        return {**refusal.to_json(), "error": str(error)}
    except OverflowError:
        raise QuestionError("日期超出可以计算的范围") from None
    except (ValueError, KeyError) as error:
        raise QuestionError(str(error.args[0]) if error.args else str(error)) from error


def batch(kind: str, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One answer per JSON line, ``{id, ...answer}`` or ``{id, error}``; empty lines are skipped."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row: Any = None
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise QuestionError("应当是一个 JSON 对象")
            yield {"id": row.get("id"), **answer(kind, {k: v for k, v in row.items() if k != "id"})}
        except (ValueError, RecursionError) as error:
            reason = "不是有效的 JSON" if row is None else str(error)
            yield {"id": row.get("id") if isinstance(row, dict) else None, "error": f"第{number}行：{reason}"}
