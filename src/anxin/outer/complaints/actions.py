"""A complaint about an item or in general (Art 23), and the dispute of an answer: sealed the moment it arrives."""

from __future__ import annotations

from anxin.exchange.refused import Refused
from anxin.outer.complaints import throttle
from anxin.outer.publications.models import Publication
from anxin.outer.submissions.actions import Receipt, receive
from anxin.outer.submissions.queries import Status

KINDS = {
    "leak": "泄露了应当保护的信息", "error": "内容有错误、不准确", "unpublished": "应当公开而没有公开",
    "excess": "屏蔽过多，看不懂", "other": "其他",
}  # fmt: skip


def complain(
    address: str, organ: str, item: Publication | None, *, kind: str, text: str, place: str = "", contact: str = ""
) -> Receipt:
    """Take in a complaint for the organ with this code. ``address`` is the sender's network address.

    Raises ``Refused`` with a sentence for the sender: over the limit, and when to try again.
    """
    _admitted(address, item.public_id if item else "")
    body: dict[str, object] = {"kind": kind, "text": text, "place": place, "contact": contact}
    if item:
        body |= {"item": item.public_id, "version": item.version}
    return receive("complaint", organ, body)


def dispute(address: str, about: Status, text: str) -> Receipt:
    """Ask the superior organ to look at an answer; the holder of ticket and code may, the inner wing judges whether."""
    _admitted(address, "")
    return receive("complaint", about.ticket.organ, {"about": about.ticket.ticket, "kind": "other", "text": text})


def _admitted(address: str, item: str) -> None:
    wait = throttle.admit(address, item)
    if wait:
        when = f"{wait}分钟" if wait < 120 else f"{-(-wait // 60)}小时"
        raise Refused(f"短时间内收到的反映太多，请{when}后再提交，您填写的内容还在页面上。情况紧急的，请电话告知该院。")
