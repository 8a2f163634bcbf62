"""Verification by the handling organ's case management: whose case it is, decided with a reason (Art 8, 9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from anxin.exchange import schemas_inquiry as form
from anxin.inner.actor import Actor, Refused
from anxin.inner.cases.models import Case, Participant
from anxin.inner.inquiry import accounts, assistance, bindings, identity, law
from anxin.inner.inquiry.applications import locked, tell
from anxin.inner.inquiry.models import Application, Assistance, Binding, Check, Inquirer
from anxin.inner.inquiry.papers import missing
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.regulation import inquiry

GRANTED_ONLINE = "查询申请已经同意。一次性激活码由本院{helper}当面或者按登记的电话告知，查询账号：{login}。"
GRANTED_KNOWN = "查询申请已经同意，用原有的查询账号{login}登录就可以查询。"
GRANTED_WINDOW = "查询申请已经同意，请凭证件到本院检察服务窗口查询。"
NOBODYS = ("official", "lawyer", "witness", "expert")
PERSON = ("name", "id_type", "id_number", "phone", "email", "notify_email", "notify_sms")


def candidates(application: Application) -> list[tuple[Case, list[tuple[Participant, str]]]]:
    """Cases of the handling organ that fit the clue, each with its people and why one of them seems to be meant."""
    said = identity.said(application)
    if not said:
        return []
    return [(case, suggested(case, said)) for case in _cases(application, said)]


def suggested(case: Case, said: dict[str, Any]) -> list[tuple[Participant, str]]:
    """Whom an application can be about, each with why this one seems to be meant."""
    return [(person, _why(person, said)) for person in case.participants.all() if person.role not in NOBODYS]


def _cases(application: Application, said: dict[str, Any]) -> QuerySet[Case]:
    clue = Q(pk__in=[])
    if number := said["case_number"].strip():
        clue |= Q(number=number) | Q(unified_number=number)
    names = {said["suspect"].strip(), said["client"].strip()} - {""}
    if not number and said["applicant"] == "party":
        names.add(said["name"].strip())
    clue |= Q(participants__name__in=names)
    cases = Case.objects.filter(clue, organ_id=application.organ_id).prefetch_related("participants")
    return cases.distinct().order_by("-accepted_on", "-pk")[:5]


def _why(person: Participant, said: dict[str, Any]) -> str:
    """A suggestion in words; empty for none. A person decides."""
    own = said["applicant"] == "party"
    number = str(person.identity.get("number") or "")
    if own and number and number.upper() == said["id_number"].strip().upper():
        return "证件号码一致"
    if person.name == (said["name"] if own else said["client"]).strip():
        return "姓名一致" if own else "与所写委托人姓名一致"
    return ""


def check(
    actor: Actor, application_id: int, case_id: int, participant: str, reason: str, licence_until: date | None = None
) -> Binding | None:
    """Decide that this person may ask about this participant's case; None when a second person must check too.

    ``licence_until``: to which day a lawyer's licence says it is valid, where it does.
    """
    if not reason.strip():
        raise Refused("请写明审核意见。")
    with operation(actor) as op:
        case = Case.objects.select_for_update(of=("self",)).select_related("organ", "department").get(pk=case_id)
        application = locked(actor, application_id, Application.State.RECEIVED, Application.State.IN_CHECK)
        _may_grant(application, case, participant)
        first = application.checks.first()
        if first and first.staff_id == actor.staff_id:
            raise Refused("代未成年人等申请的，须由另一名工作人员再次审核（规定第八条）。")
        if first and (first.case_id, first.participant) != (case.pk, participant):
            raise Refused("与第一人审核的案件或者当事人不一致，请两人核对以后重新审核。")
        Check.objects.create(application=application, staff_id=actor.staff_id, case=case, participant=participant,
                             reason=reason.strip())  # fmt: skip
        if first is None and inquiry.needs_two(application.applicant, law.rules_of(application.organ)):
            application.state = Application.State.IN_CHECK
            application.save(update_fields=["state"])
            tell(application, form.IN_CHECK, "查询申请正在审核。")
            op.note(Event.APPLICATION_CHECKED, "application", application.pk, case=case.pk)
            return None
        return _grant(op, application, case, participant, reason, bindings.valid_until(licence_until))


def _may_grant(application: Application, case: Case, participant: str) -> None:
    if case.organ_id != application.organ_id:
        raise Refused("这不是本院办理的案件（规定第八条）。")
    if not case.participants.filter(key=participant).exclude(role__in=NOBODYS):
        raise Refused("请选择申请人本人或者其委托人、被代理人。")
    if still := missing(application):
        raise Refused(f"材料不齐，还缺：{'、'.join(still)}（规定第八条）。")
    for paper in application.papers.all():
        identity.open_paper(paper)
    assistance.verify(application)
    stop = inquiry.availability(case.facts(), law.rules_of(case.organ))
    if stop and stop.outcome == inquiry.NEVER:
        raise Refused(f"不能提供查询：{stop.sentence}")


def _grant(
    op: Any, application: Application, case: Case, participant: str, reason: str, licence_until: date | None
) -> Binding:
    inquirer, known = _inquirer(application)
    role = inquiry.ROLES[application.applicant]
    same = {"inquirer": inquirer, "case": case, "role": role, "participant": participant}
    if Binding.objects.filter(**same, ended_at=None).exists():
        raise Refused("此人已经可以查询这一案件。")
    online = inquiry.availability(case.facts(), law.rules_of(case.organ)) is None
    lawyer = application.applicant in inquiry.LAWYERS
    licence = {"licence_checked_on": timezone.localdate(), "licence_until": licence_until} if lawyer else {}
    binding = Binding.objects.create(**same, application=application, online=online, **licence)
    bindings.refresh(binding, force=True)
    _decided(op, application, Application.State.GRANTED, "", reason)
    application.inquirer = inquirer
    application.save(update_fields=["inquirer"])
    words = GRANTED_WINDOW if not online else GRANTED_KNOWN if known else GRANTED_ONLINE
    helped = Assistance.objects.filter(application=application).select_related("organ").first()
    helper = f"、{helped.organ.name}" if helped else ""
    tell(application, form.GRANTED, words.format(login=inquirer.login, helper=helper))
    op.note(Event.APPLICATION_GRANTED, "application", application.pk, case=case.pk, binding=str(binding.pk))
    return binding


def _inquirer(application: Application) -> tuple[Inquirer, bool]:
    """The verified person, and whether their account is already in use."""
    inquirer = Inquirer.objects.select_for_update().filter(id_hash=application.id_hash).first()
    if inquirer is None:
        inquirer = Inquirer(id_hash=application.id_hash, login=accounts.new_login())
    said = identity.said(application)
    inquirer.sealed = identity.seal(f"inquirer/{inquirer.pk}", {name: said[name] for name in PERSON})
    known = bool(inquirer.activated_at) and inquirer.bindings.filter(ended_at=None, online=True).exists()
    inquirer.save()
    return inquirer, known


def refuse(actor: Actor, application_id: int, ground: str, reason: str) -> Application:
    """Refuse with a ground from the rules; the applicant is told how to complain (Art 8, 23)."""
    with operation(actor) as op:
        states = (Application.State.RECEIVED, Application.State.MISSING, Application.State.IN_CHECK)
        application = locked(actor, application_id, *states)
        if ground not in law.listed(application.organ, "inquiry_refusal"):
            raise Refused("请选择不提供查询的理由（规定第八条）。")
        if not reason.strip():
            raise Refused("请写明具体情况，只供内部留存。")
        _decided(op, application, Application.State.REFUSED, ground, reason)
        remedy = law.rules_of(application.organ).entry("vocabulary.inquiry_refusal").sentence
        tell(application, form.REFUSED, f"不予提供查询：{ground}。", [remedy])
        op.note(Event.APPLICATION_REFUSED, "application", application.pk)
        return application


def _decided(op: Any, application: Application, state: str, ground: str, reason: str) -> None:
    application.state, application.ground, application.reason = state, ground, reason.strip()
    application.decided_by_id, application.decided_at = op.actor.staff_id, timezone.now()
    application.save()
    Assistance.objects.filter(application=application).update(answered_at=application.decided_at)


def may_check(actor: Actor, application: Application) -> bool:
    """Whether to show the decision to this person; the action checks again."""
    mine = application.checks.filter(staff_id=actor.staff_id).exists()
    return Duty.CASE_MANAGEMENT in actor.duties and actor.organ == application.organ_id and not mine
