"""Drafting: from the standard wording, edited, justified by a second person, reviewed for secrecy (Art 4, 11, 14)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from anxin.files import image
from anxin.files.refused import Refused as FileRefused
from anxin.inner import filestore
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.announcements import law
from anxin.inner.announcements.models import Announcement, Picture, Version
from anxin.inner.announcements.wording import Wording, process
from anxin.inner.cases.models import Case
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.ledger.events import Event
from anxin.inner.ledger.record import operation
from anxin.inner.organs.duties import Duty
from anxin.inner.organs.models import Organ

SUBJECT = "announcement"
WORDING = "announcement_version"
"""The subject of a wording's chain; an item has one for each of its versions."""
MOST_PICTURES = 6
LONGEST_TRANSCRIPT = 3000
JUSTIFY = {Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.PRESS, Duty.CASE_MANAGEMENT}


def start(
    actor: Actor, category: str, event: str = "", case_id: int | None = None, assigned_by: str | None = None
) -> Version:
    """Draft an item in the standard wording, with the fields of the case (Art 14)."""
    with operation(actor) as op:
        actor.require(Duty.HANDLER, actor.organ)
        organ = Organ.objects.get(pk=actor.organ)
        case = _own_case(actor, case_id) if case_id else None
        try:
            title, text = law.written(organ, case, category, event)
        except KeyError:
            raise Refused("请选择案件信息的类别和事项（规定第十一条）。") from None
        refused = law.refusal(case) or law.lacking(organ, case, category, event, law.stage(case))
        if refused:
            raise Refused(f"{refused.sentence}（{law.label(refused.article)}）")
        item = Announcement.objects.create(
            organ=organ, department_id=actor.department_id, case=case, category=category, event=event,
            assigned_by_id=assigned_by or None, public_id=secrets.token_urlsafe(12), drafter_id=actor.staff_id,
            hands=[actor.staff_id],
        )  # fmt: skip
        version = Version(announcement=item, title=title, text=text)
        process(version)
        version.save()
        op.note(Event.ANNOUNCEMENT_DRAFTED, SUBJECT, item.pk, version=1, category=category, case=case and case.pk)
        return version


def _own_case(actor: Actor, case_id: int) -> Case:
    case = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id)
    if case.handler_id != actor.staff_id:
        raise NotAllowed("案件信息由办理该案件的承办人拟制（规定第十四条）。")
    return case


def locked(announcement_id: int) -> tuple[Announcement, Version]:
    """An item and its newest version under row lock, after their case (the order every action takes)."""
    case_id = Announcement.objects.values_list("case_id", flat=True).get(pk=announcement_id)
    case = Case.objects.select_for_update(of=("self",)).select_related("organ").get(pk=case_id) if case_id else None
    item = Announcement.objects.select_for_update(of=("self",)).select_related("organ").get(pk=announcement_id)
    if case is not None:
        item.case = case
    version = item.versions.select_for_update().order_by("-number")[0]
    version.announcement = item
    return item, version


def in_work(actor: Actor, announcement_id: int, revision: int | None = None, *, drafter: bool = True) -> Version:
    """The newest version under row lock while it may be changed, for its drafter."""
    item, version = locked(announcement_id)
    if actor.organ != item.organ_id:
        raise NotAllowed("这不是本院的案件信息。")
    if drafter and item.drafter_id != actor.staff_id:
        raise NotAllowed("案件信息由拟制人修改（规定第十四条）。")
    if version.state != Version.State.WORK:
        raise Refused("已报请审批或者已经发布，不能再改；需要修改的，请审批人退回或者办理更正。")
    if revision is not None and revision != version.revision:
        raise Refused("刚刚被另一处修改，请刷新页面后再办理。")
    return version


def touch(version: Version) -> None:
    version.revision += 1
    version.save()


def edit(actor: Actor, announcement_id: int, revision: int, title: str, text: str) -> Version:
    """Change title and text; the secrecy review and justifications of sentences that are gone fall away."""
    title, text = " ".join(title.split()), "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not title or not text:
        raise Refused("请填写标题和正文。")
    if len(title) > 120 or len(text) > 20_000:
        raise Refused("标题请写在120字以内，正文请写在20000字以内。")
    with operation(actor) as op:
        version = in_work(actor, announcement_id, revision)
        if (title, text) != (version.title, version.text):
            version.title, version.text = title, text
            version.secrecy = version.secrecy_answer = version.secrecy_note = ""
            version.secrecy_checks = []
            process(version)
            held = {o.text for o in Wording(version).objections}
            version.justified = {k: v for k, v in version.justified.items() if k in held}
            touch(version)
            op.note(Event.ANNOUNCEMENT_EDITED, SUBJECT, announcement_id, revision=version.revision)
        return version


def justify(actor: Actor, announcement_id: int, revision: int, text: str, reason: str) -> Version:
    """Somebody other than the drafter says why an underlined sentence may stand (Art 11(P2))."""
    if not reason.strip():
        raise Refused("请写明这一句为什么不涉及正在办理的案件的事实和证据（规定第十一条第二款）。")
    with operation(actor) as op:
        version = in_work(actor, announcement_id, revision, drafter=False)
        if actor.staff_id in (version.announcement.drafter_id, version.asked_by_id):
            raise NotAllowed("拟制人不能自己说明理由保留，提出更正的人也不能，应当由其他人核对（规定第十一条第二款）。")
        if not actor.duties & JUSTIFY:
            raise NotAllowed("由部门负责人、检察长、新闻宣传部门或者案件管理部门核对并说明理由。")
        if text not in {o.text for o in Wording(version).objections}:
            raise Refused("没有这一处提示，请刷新页面。")
        version.justified = version.justified | {
            text: {"reason": reason.strip()[:300], "by": actor.name, "staff": actor.staff_id}
        }
        touch(version)
        op.note(Event.SENTENCE_JUSTIFIED, SUBJECT, announcement_id, version=version.number, count=1)
        return version


def review_secrecy(
    actor: Actor, announcement_id: int, revision: int, outcome: str, checks: Sequence[str], note: str = ""
) -> Version:
    """The handling department's secrecy review with one of its four outcomes (Art 4, 5)."""
    if outcome not in Version.Secrecy.values:
        raise Refused("请选择保密审查结论（规定第四条）。")
    missing = [label for key, label in SECRECY_CHECKS.items() if key not in checks]
    if missing:
        raise Refused(f"还有未核对的保密审查事项：{'、'.join(missing)}（规定第四条）。")
    if outcome in (Version.Secrecy.CLOSED, Version.Secrecy.REFER) and not note.strip():
        raise Refused("不得公开或者不能确定的，须写明理由（规定第四条）。")
    with operation(actor) as op:
        version = in_work(actor, announcement_id, revision)
        version.secrecy, version.secrecy_checks = outcome, sorted(checks)
        version.secrecy_note, version.secrecy_answer = note.strip()[:400], ""
        touch(version)
        event = Event.REFERRED if outcome == Version.Secrecy.REFER else Event.SECRECY_REVIEWED
        op.note(event, SUBJECT, announcement_id, outcome=outcome, article="4")
        return version


def answer_referral(actor: Actor, announcement_id: int, outcome: str, note: str) -> Version:
    """The secrecy department determines what the handling department could not (Art 4(P2))."""
    if outcome not in (Version.Secrecy.OPEN, Version.Secrecy.PROCESSED, Version.Secrecy.CLOSED) or not note.strip():
        raise Refused("请选择确定的意见并写明理由（规定第四条第二款）。")
    with operation(actor) as op:
        version = in_work(actor, announcement_id, drafter=False)
        actor.require(Duty.SECRECY, version.announcement.organ_id)
        if version.announcement.drafter_id == actor.staff_id:
            raise NotAllowed("拟制人不能确定自己报请的事项。")
        if version.secrecy != Version.Secrecy.REFER or version.secrecy_answer:
            raise Refused("没有等待保密部门确定的事项。")
        version.secrecy_answer = outcome
        version.secrecy_note = f"{version.secrecy_note}\n保密部门：{note.strip()}"[:500]
        touch(version)
        op.note(Event.SECRECY_REVIEWED, SUBJECT, announcement_id, outcome=outcome, by="secrecy")
        return version


def add_picture(
    actor: Actor, announcement_id: int, revision: int, data: bytes, alt: str, transcript: str = "", *,
    wordless: bool = False,
) -> list[Picture]:  # fmt: skip
    """A picture, or a PDF page by page, is drawn anew from its pixels; nothing of its metadata is kept.

    ``transcript`` holds every word that it shows (all pages of a PDF): nothing else here reads a picture (Art 4, 11).
    """
    transcript = transcript.strip()
    if not alt.strip():
        raise Refused("请填写替代文字，看不见图片的人要靠它了解图片内容。")
    if bool(transcript) == wordless:
        raise Refused("请照录图中的全部文字；图中没有文字的，勾选“图中无文字”（规定第四条、第十一条第二款）。")
    if len(transcript) > LONGEST_TRANSCRIPT:
        raise Refused(f"图中文字请写在{LONGEST_TRANSCRIPT}字以内；文字更多的，请写进正文。")
    try:
        digests = [filestore.save(page) for page in image.pictures(data, MOST_PICTURES)]
    except FileRefused as error:
        raise Refused(str(error)) from error
    with operation(actor) as op:
        version = in_work(actor, announcement_id, revision)
        if version.pictures.count() + len(digests) > MOST_PICTURES:
            raise Refused(f"一条案件信息最多附{MOST_PICTURES}幅图片（PDF附件每页算一幅）。")
        made = [Picture(version=version, digest=one, alt=_words(alt, n, len(digests)), transcript=transcript,
                        wordless=wordless)
                for n, one in enumerate(digests, 1)]  # fmt: skip
        Picture.objects.bulk_create(made)
        touch(version)
        op.note(Event.ANNOUNCEMENT_EDITED, SUBJECT, announcement_id, pictures=digests)
        return made


def _words(alt: str, page: int, pages: int) -> str:
    return alt.strip()[:180] + (f"（第{page}页，共{pages}页）" if pages > 1 else "")


def remove_picture(actor: Actor, announcement_id: int, revision: int, picture_id: int) -> None:
    with operation(actor) as op:
        version = in_work(actor, announcement_id, revision)
        version.pictures.filter(pk=picture_id).delete()
        touch(version)
        op.note(Event.ANNOUNCEMENT_EDITED, SUBJECT, announcement_id, picture="")
