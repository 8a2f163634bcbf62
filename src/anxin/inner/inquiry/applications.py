"""Applications come in by four channels into one queue (Art 3, 8); what is missing is told once and completely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from jsonschema import Draft202012Validator

from anxin.exchange import schemas_inquiry as form
from anxin.exchange import sealing
from anxin.exchange.refused import Refused as Unreadable
from anxin.inner.actor import Actor, Refused
from anxin.inner.inquiry import assistance, erasure, identity, law
from anxin.inner.inquiry.models import APPLICANTS, CHANNELS, Application, Assistance
from anxin.inner.inquiry.papers import attach, missing, reckon
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ
from anxin.inner.post import answers
from anxin.inner.post.submissions import Submission

COMPLETE, NOT_YET = "材料齐全，最迟{due}答复。", "材料还不齐全，最迟{due}一次性告知需要补正的材料。"
IN_PERSON = (
    "请带证件和材料的原件到{organ}案件管理部门当面办理身份认证；材料传输以后，"
    "由办理案件的人民检察院审核（规定第九条）。"
)
WAITED = "告知以后满{days}日没有办理，申请已经终结，材料随即删除；仍要查询的，可以重新申请（规定第八条、第九条）。"
TAKEN_BACK = "您的查询申请已经撤回，身份信息和材料随即删除。"
UNREAD = "（看不清楚，请重新提交）"


def take(submission: Submission) -> None:
    """An application from the portal. Raises ``exchange.refused.Refused`` for a body that has not its form."""
    _fits(form.APPLICATION, submission.body)
    organ = Organ.objects.filter(pk=submission.organ).first()
    if organ is None or submission.body["organ"] != submission.organ:
        raise Unreadable("没有这个人民检察院。")
    with operation(Actor.system("收到查询申请", organ.pk), organ.pk) as op:
        application = _new(op, submission.ticket, organ, "internet", submission.body, submission.received_at)
        attach(application, submission.ticket, _kinds(submission.body), submission.digests)
        helper = Organ.objects.filter(pk=submission.body["assistant"]).first()
        refusal = assistance.objection(helper, organ) if submission.body["assistant"] else None
        if refusal:
            remedy = law.rules_of(organ).entry("vocabulary.inquiry_refusal").sentence
            _close(op, application, Application.State.REFUSED, form.REFUSED, refusal, [remedy])
            return
        if helper is not None:
            assistance.ask(application, helper)
        reckon(application)
        _first_answer(application)


def take_supplement(submission: Submission) -> None:
    """The papers that were missing; only an application that waits for them takes any."""
    _fits(form.SUPPLEMENT, submission.body)
    with operation(Actor.system("收到补交材料", submission.organ), submission.organ) as op:
        application = _waiting(submission, Application.State.MISSING)
        attach(application, submission.ticket, _kinds(submission.body), submission.digests)
        _supplemented(op, application)


def take_withdrawal(submission: Submission) -> None:
    """The applicant no longer wishes it."""
    _fits(form.WITHDRAWN, submission.body)
    with operation(Actor.system("撤回查询申请", submission.organ), submission.organ) as op:
        states = (Application.State.RECEIVED, Application.State.MISSING, Application.State.IN_CHECK)
        application = _waiting(submission, *states)
        _take_back(op, application, TAKEN_BACK)


def enter(
    actor: Actor, organ_code: str, channel: str, checked_how: str, body: Mapping[str, Any], papers: Sequence[bytes]
) -> tuple[Application, str]:
    """What came by telephone, letter or at the window; (application, code of its ticket, told once).

    In another organ's case the own organ assists (Art 9): identity checked in person, papers passed on at once.
    """
    actor.require(Duty.CASE_MANAGEMENT, actor.organ)
    organ, own = Organ.objects.get(pk=organ_code), Organ.objects.get(pk=actor.organ)
    if channel not in CHANNELS or channel == "internet":
        raise Refused("请选择申请的方式：电话、邮件或者检察服务窗口（规定第三条）。")
    whole = {**body, "organ": organ.pk, "assistant": "" if own == organ else own.pk}
    _complete(whole)
    if own != organ:
        if refusal := assistance.objection(own, organ):
            raise Refused(refusal)
        if channel != "window":
            raise Refused("协助认证须由本人到检察服务窗口当面办理（规定第九条）。")
    law.require_check(own, channel, checked_how)
    ticket, code = sealing.new_ticket(timezone.localdate())
    with operation(actor) as op:
        application = _new(op, ticket, organ, channel, whole, timezone.now())
        application.checked_how, application.entered_by_id = checked_how, actor.staff_id
        application.save()
        attach(application, ticket, _kinds(whole), identity.seal_papers(ticket, list(papers)))
        if own != organ:
            assistance.ask(application, own)
            assistance.forward(actor, application.pk, checked_how)
            application.refresh_from_db()
        else:
            reckon(application)
        _first_answer(application, code)
        return Application.objects.get(pk=application.pk), code


def supplement(actor: Actor, application_id: int, kinds: Sequence[str], papers: Sequence[bytes]) -> Application:
    """Missing papers handed in at the window or by letter, at the handling organ or at the one that assisted."""
    with operation(actor) as op:
        helped = Assistance.objects.filter(application_id=application_id).exclude(forwarded_at=None).first()
        by = helped.organ_id if helped and helped.organ_id == actor.organ else ""
        application = locked(actor, application_id, Application.State.MISSING, by=by)
        if not kinds:
            raise Refused("请至少登记一份补交的材料。")
        ticket, _ = sealing.new_ticket(timezone.localdate())
        attach(application, ticket, kinds, identity.seal_papers(ticket, list(papers)))
        _supplemented(op, application)
        return application


def tell_missing(actor: Actor, application_id: int, unclear: Sequence[str] = ()) -> Application:
    """Tell once and completely what is missing (一次性告知): by the rules, and what cannot be read."""
    with operation(actor) as op:
        application = locked(actor, application_id, Application.State.RECEIVED)
        if application.asked_missing:
            raise Refused("需要补正的材料已经一次性告知，不能再次要求补正（规定第八条）。")
        wanted = [*missing(application), *(kind + UNREAD for kind in unclear)]
        if not wanted:
            raise Refused("材料齐全，没有需要补正的。")
        application.asked_missing, application.state = wanted, Application.State.MISSING
        application.asked_at, application.due = timezone.now(), None
        application.save()
        tell(application, form.MISSING, "请一次性补交下列材料。", wanted)
        op.note(Event.PAPERS_ASKED, "application", application.pk, count=len(wanted))
        return application


def locked(actor: Actor, application_id: int, *states: str, by: str = "") -> Application:
    """The application under row lock, for case management of the handling organ or of the organ ``by``.

    Raises ``Refused``."""
    query = Application.objects.select_for_update(of=("self",)).select_related("organ")
    application = query.get(pk=application_id)
    actor.require(Duty.CASE_MANAGEMENT, by or application.organ_id)
    if states and application.state not in states:
        raise Refused(f"这份申请现在是“{application.get_state_display()}”，不能这样办理。")
    return application


def tell(application: Application, state: str, sentence: str, details: Sequence[str] = (), code: str = "") -> None:
    """Answer the ticket; the newest answer counts."""
    application.answer_version += 1
    application.save(update_fields=["answer_version"])
    answers.send(application.ticket, "application", application.organ_id, application.answer_version, state, sentence,
                 details, code)  # fmt: skip


def _fits(schema: Mapping[str, Any], body: Mapping[str, Any]) -> None:
    for error in Draft202012Validator(dict(schema)).iter_errors(body):
        place = "/".join(str(part) for part in error.absolute_path) or "（整体）"
        raise Unreadable(f"申请的内容不合规范：{place}（{error.validator}）。")


def _complete(body: Mapping[str, Any]) -> None:
    try:
        _fits(form.APPLICATION, body)
    except Unreadable as fault:
        raise Refused(str(fault)) from fault
    if not (body["case_number"].strip() or body["suspect"].strip() or body["client"].strip()):
        raise Refused("请写明案件的受案号或者犯罪嫌疑人、当事人的姓名。")


def _new(op: Any, ticket: str, organ: Organ, channel: str, body: Mapping[str, Any], at: datetime) -> Application:
    application = Application.objects.create(
        ticket=ticket, organ=organ, channel=channel, applicant=body["applicant"], received_at=at,
        id_hash=identity.id_hash(body["id_type"], body["id_number"]),
        sealed=identity.seal(f"application/{ticket}", body),
    )  # fmt: skip
    op.note(Event.APPLICATION_RECEIVED, "application", application.pk, channel=channel, applicant=body["applicant"])
    return application


def _kinds(body: Mapping[str, Any]) -> list[str]:
    return [paper["kind"] for paper in body["papers"]]


def _first_answer(application: Application, code: str = "") -> None:
    helped = Assistance.objects.filter(application=application).select_related("organ").first()
    if application.due is None and helped:
        sentence = IN_PERSON.format(organ=helped.organ.name)
    else:
        sentence = (COMPLETE if application.complete_on else NOT_YET).format(due=_words(application.due))
    tell(application, form.RECEIVED, f"{APPLICANTS[application.applicant]}的查询申请已经收到。{sentence}", (), code)


def forward(actor: Actor, application_id: int, checked_how: str, kinds: Sequence[str], files: Sequence[bytes]) -> None:
    """The assisting organ is done: the applicant learns until when the handling organ answers (Art 9)."""
    with operation(actor):
        assistance.forward(actor, application_id, checked_how, kinds, files)
        application = Application.objects.select_related("organ").get(pk=application_id)
        sentence = (COMPLETE if application.complete_on else NOT_YET).format(due=_words(application.due))
        tell(application, form.IN_CHECK, f"身份已经核对，材料已经传输给{application.organ.name}。{sentence}")


def _words(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _supplemented(op: Any, application: Application) -> None:
    application.state = Application.State.RECEIVED
    application.save()
    reckon(application)
    op.note(Event.APPLICATION_SUPPLEMENTED, "application", application.pk)
    tell(application, form.IN_CHECK, f"补交的材料已经收到，最迟{_words(application.due)}答复。")


def _waiting(submission: Submission, *states: str) -> Application:
    query = Application.objects.select_for_update(of=("self",)).select_related("organ")
    application = query.filter(ticket=submission.body["ticket"], organ_id=submission.organ).first()
    if application is None or application.state not in states:
        raise Unreadable("没有等待补交材料或者可以撤回的申请。")
    return application


def _close(
    op: Any, application: Application, state: str, word: str, sentence: str, details: Sequence[str] = ()
) -> None:
    application.state, application.decided_at = state, timezone.now()
    application.reason = sentence[:500]
    application.save()
    tell(application, word, sentence, details)
    event = Event.APPLICATION_WITHDRAWN if state == Application.State.WITHDRAWN else Event.APPLICATION_REFUSED
    op.note(event, "application", application.pk)


def _take_back(op: Any, application: Application, sentence: str) -> None:
    _close(op, application, Application.State.WITHDRAWN, form.GIVEN_UP, sentence)
    erasure.erase(op, application)


def withdraw(actor: Actor, application_id: int) -> None:
    """A withdrawal told at the window or by telephone."""
    with operation(actor) as op:
        application = locked(actor, application_id)
        if not application.open:
            raise Refused("这份申请已经办结，不能撤回。")
        _take_back(op, application, TAKEN_BACK)


def close_waiting(actor: Actor, application_id: int, days: int) -> None:
    """Nobody came with the papers for so many days: it ends like one that was taken back (Art 8, 9)."""
    with operation(actor, actor.organ) as op:
        application = Application.objects.select_for_update(of=("self",)).get(pk=application_id)
        if application.open and application.due is None:
            _take_back(op, application, WAITED.format(days=days))
