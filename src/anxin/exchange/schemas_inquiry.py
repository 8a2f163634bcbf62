"""JSON Schemas of chapter 2: accounts, bindings and looks that cross the corridor, and what applicants hand in.

The names of form fields are the names here; both wings check with the same schema (Art 7-10).
"""

from __future__ import annotations

from anxin.exchange.schemas import DATE, MAYBE_DATE, MOMENT, ORGAN_CODE, TICKET, VERSION, Schema, record, text

UUID: Schema = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"}
LOGIN: Schema = {"type": "string", "pattern": "^[0-9]{10}$"}
CODE_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
ITEMS = ("案由", "受理时间", "办案期限", "办案部门", "办案进程", "处理结果", "强制措施")
"""The seven items of Article 7."""
ROLES = ("party", "legal_representative", "close_relative", "defender", "agent")
KINDS = ("party", "legal_representative", "close_relative", "defender_lawyer", "defender_other", "agent_lawyer",
         "agent_other")  # fmt: skip
"""Kinds of applicant; ``regulation.inquiry.papers`` takes the same words and says which papers each one presents."""
ID_TYPES = (
    "居民身份证", "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证", "律师执业证",
)  # fmt: skip
LOOKS = ("list", "record", "download")
ACCOUNT_EVENTS = ("second_factor_lost", "password_reset_requested", "closed")
NOTICES = ("progress", "expiring")
STAFF_LOOKS = ("answer", "papers", "code")

LIMIT = record({
    "deadline": MAYBE_DATE, "sentence": text(400), "steps": {"type": "array", "maxItems": 40, "items": text(200)},
    "warning": text(200),
})  # fmt: skip
RECORD = record({
    "number": text(60, 1), "case_type": text(40, 1), "organ_name": text(60, 1), "role_label": text(40, 1),
    "person": text(80),
    "fields": {"type": "array", "maxItems": 40, "items": record({
        "item": {"enum": list(ITEMS)}, "label": text(30, 1), "value": text(200, 1)})},
    "timeline": {"type": "array", "maxItems": 200, "items": record({"on": DATE, "step": text(40, 1)})},
    "limit": {"anyOf": [LIMIT, {"type": "null"}]},
    "measures": {"type": "array", "maxItems": 60, "items": record({
        "kind": text(20, 1), "executed_on": DATE, "ended_on": MAYBE_DATE})},
    "ruleset": text(40, 1), "as_of": MOMENT,
}, {"case_ref": text(64)})  # fmt: skip
"""All that a party may see of a case: the items of Article 7 and, in ``fields``, the local list for the case's type.
``person`` is whose case it is to this reader (own name, or the name of the own client or child); nobody else is named.
``case_ref`` is the case's public reference, the one that its published documents carry; it tells nothing by itself.
``measures`` are the executed ones of that person only, the newest first; ``timeline`` runs from old to new."""

# inner -> outer
ACTIVATION = record(
    {"account": UUID, "version": VERSION, "login": LOGIN, "code_hash": CODE_HASH, "expires": MOMENT},
    {"email": text(254), "phone": text(20)},
)
"""Opens an account, or opens it anew after a lost password or second factor: a higher version voids the password, the
second factor and all sessions. ``code_hash`` is ``exchange.codes.code_hash(account, code)``; single use."""
BINDING = record({
    "binding": UUID, "account": UUID, "version": VERSION, "role": {"enum": list(ROLES)}, "organ": ORGAN_CODE,
    "valid_until": {"anyOf": [MOMENT, {"type": "null"}]}, "issued_at": MOMENT,
    "lease_hours": {"type": "integer", "minimum": 1, "maximum": 24 * 90}, "record": RECORD,
})  # fmt: skip
"""A right to see one record until ``valid_until`` and, as long as nothing newer came, ``issued_at + lease_hours``."""
BINDING_END = record({
    "binding": UUID, "account": UUID, "version": VERSION, "reason": text(200, 1), "article": text(12, 1),
    "ended_at": MOMENT,
})  # fmt: skip
"""Nothing of the binding is shown from now on; the account dies with the last one. ``reason`` is for the person."""
NOTICE = record({
    "account": UUID, "version": VERSION, "what": {"enum": list(NOTICES)}, "at": MOMENT,
})  # fmt: skip
"""Tell the person, in words that say nothing of the case, that there is something to see."""
STAFF_LOOK = record({
    "look": UUID, "binding": UUID, "account": UUID, "at": MOMENT, "organ_name": text(60, 1), "department": text(60, 1),
    "what": {"enum": list(STAFF_LOOKS)}, "channel": {"enum": ["telephone", "mail", "window", ""]},
})  # fmt: skip
"""Staff answered about this right, opened its papers or gave out a code: organ, department, way and time, no name."""

# outer -> inner
LOOK = record({"binding": UUID, "account": UUID, "at": MOMENT, "what": {"enum": list(LOOKS)}})
ACTIVATION_DONE = record({"account": UUID, "version": VERSION, "at": MOMENT})
ACCOUNT_EVENT = record({"account": UUID, "at": MOMENT, "event": {"enum": list(ACCOUNT_EVENTS)}})

# bodies of submissions: kinds "application", "application_supplement", "application_withdrawn"
PAPERS: Schema = {"type": "array", "maxItems": 12, "items": record({"kind": text(20, 1)})}
"""One entry per attached file, in the same order; kinds are the words of ``regulation.inquiry.papers``."""
APPLICATION = record({
    "name": text(80, 1), "id_type": {"enum": list(ID_TYPES)}, "id_number": text(40, 1), "phone": text(20, 1),
    "email": text(254), "applicant": {"enum": list(KINDS)}, "client": text(80), "relation": text(60),
    "licence": text(40), "organ": ORGAN_CODE, "case_number": text(60), "suspect": text(80), "charge": text(80),
    "papers": PAPERS, "notify_email": {"type": "boolean"}, "notify_sms": {"type": "boolean"},
    "assistant": {"anyOf": [ORGAN_CODE, {"const": ""}]},
})  # fmt: skip
"""``client``: the party represented (empty for a party); ``licence``: a lawyer's licence number; ``case_number`` or
``suspect`` must be given; ``assistant``: the county-level organ of habitual residence asked for help (Art 9)."""
SUPPLEMENT = record({"ticket": TICKET, "papers": PAPERS})
"""The papers that were missing, for an earlier application; the outer wing has checked its code."""
WITHDRAWN = record({"ticket": TICKET, "reason": text(200)})
RECEIVED, MISSING, IN_CHECK, GRANTED, REFUSED, GIVEN_UP = "已收到", "需补正", "审核中", "已同意", "不予同意", "已撤回"
"""States of an application as its ticket shows them; only 需补正 takes a supplement, 已同意 and later no withdrawal."""
