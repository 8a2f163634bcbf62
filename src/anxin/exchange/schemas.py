"""JSON Schemas of the header and of every payload. Unknown fields are refused: nothing crosses unnoticed."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
ID: Schema = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
ORGAN_CODE: Schema = {"type": "string", "pattern": "^[0-9]{6}$"}
# Counts fit PostgreSQL's bigint.
COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": 2**62}
NUMBER: Schema = COUNT | {"minimum": 1}
VERSION: Schema = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
MAYBE_DATE: Schema = {"anyOf": [DATE, {"type": "null"}]}
MOMENT: Schema = {"type": "string", "format": "moment", "maxLength": 40}


def text(maximum: int, minimum: int = 0) -> Schema:
    """A string without NUL, which PostgreSQL cannot store."""
    return {"type": "string", "minLength": minimum, "maxLength": maximum, "pattern": "^[^\\u0000]*$"}


def record(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """An object with exactly these fields."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


HEADER = record({
    "direction": {"enum": ["inner-outer", "outer-inner"]},
    "lane": {"enum": ["normal", "hide", "receipt"]},
    "sequence": NUMBER,
    "created_at": MOMENT,
    "key": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    "items": {"type": "array", "minItems": 1, "maxItems": 2000, "items": record({
        "kind": text(32, 1), "id": ID, "version": VERSION, "order": COUNT, "payload": {"type": "object"},
        "blobs": {"type": "object", "additionalProperties": HASH, "maxProperties": 20},
    })},
    "blobs": {"type": "array", "maxItems": 4000, "items": record({"sha256": HASH, "size": COUNT})},
})  # fmt: skip

ORGAN = record({
    "code": ORGAN_CODE, "name": text(60, 1), "short": text(12),
    "parent": {"anyOf": [ORGAN_CODE, {"type": "null"}]},
    "level": {"enum": ["supreme", "provincial", "municipal", "county"]},
}, {"phone": text(40), "address": text(120), "hours": text(120)})  # fmt: skip

PUBLICATION = record({
    "id": ID, "version": VERSION, "organ": ORGAN_CODE, "organ_name": text(60, 1), "doc_type": text(40, 1),
    "title": text(200, 1), "number": text(80), "charge": text(80), "case_ref": text(64),
    "concluded_on": MAYBE_DATE, "trigger_on": MAYBE_DATE, "deadline": MAYBE_DATE, "published_at": MOMENT,
    "ruleset": text(40, 1), "article": text(12), "text": text(5_000_000, 1), "document": {"type": "object"},
    "sha256": HASH, "equality": text(400, 1),
    "files": {"type": "object", "additionalProperties": HASH, "propertyNames": {"enum": ["docx", "pdf"]}},
})  # fmt: skip

ENDING = record({
    "id": ID, "version": VERSION, "at": MOMENT, "ground": text(200), "article": text(12), "organ": ORGAN_CODE,
})  # fmt: skip
RESTORE = record({"id": ID, "version": VERSION, "at": MOMENT, "organ": ORGAN_CODE})
CHECKPOINT = record({"organ": ORGAN_CODE, "seq": COUNT, "hash": HASH, "at": MOMENT})
# the public numbers of one organ and month, all of them; a measure is a name of ``anxin.figures``
FIGURES = record({
    "organ": ORGAN_CODE, "month": DATE | {"pattern": "^[0-9]{4}-[0-9]{2}-01$"}, "at": MOMENT,
    "cells": {"type": "array", "maxItems": 5000, "items": record({
        "kind": text(40), "n": COUNT,
        "measure": {"type": "string", "pattern": "^[a-z0-9_]{1,40}(:[A-Za-z0-9_.-]{1,19})?$"}})},
})  # fmt: skip
RECEIVED = record({"through": COUNT, "beyond": {"type": "array", "items": NUMBER, "maxItems": 10000}})
RECEIPT = record({
    "normal": RECEIVED, "hide": RECEIVED,
    "faults": {"type": "array", "maxItems": 200, "items": record({
        "lane": {"enum": ["normal", "hide"]}, "sequence": NUMBER, "sentence": text(400, 1)})},
})  # fmt: skip

TICKET: Schema = {"type": "string", "pattern": "^[0-9]{8}-[2-9A-HJ-NP-Z]{8}$"}
SUBMISSION_KIND: Schema = {"enum": ["application", "application_supplement", "application_withdrawn", "complaint"]}
SUBMISSION = record({
    "ticket": TICKET, "kind": SUBMISSION_KIND, "organ": ORGAN_CODE, "received_at": MOMENT,
    "papers": COUNT | {"maximum": 19},
})  # fmt: skip
# ``code_hash`` only for what did not come in through this wing: the ticket is opened with the answer
ANSWER = record({
    "ticket": TICKET, "kind": SUBMISSION_KIND, "organ": ORGAN_CODE, "at": MOMENT, "state": text(20, 1),
    "sentence": text(2000, 1), "details": {"type": "array", "maxItems": 60, "items": text(2000)},
}, {"code_hash": HASH})  # fmt: skip
