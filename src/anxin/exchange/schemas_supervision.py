"""Payloads of chapter 5: feeds to fetch and what they brought (Art 24), sites to look at and what was seen (Art 3)."""

from anxin.exchange.schemas import HASH, MOMENT, ORGAN_CODE, VERSION, record, text

ADDRESS = text(400, 1) | {"pattern": "^https?://[^\\u0000]*$"}
FEED = record({
    "address": ADDRESS, "active": {"type": "boolean"},
    "keywords": {"type": "array", "minItems": 1, "maxItems": 30, "items": text(40, 1)},
})  # fmt: skip
OPINION = record({
    "feed": {"type": "string", "pattern": "^[0-9]{1,18}$"}, "key": HASH, "title": text(200, 1), "summary": text(2000),
    "link": text(500),
}, {"published_at": MOMENT})  # fmt: skip
SITE = record({"address": ADDRESS})
LINK = record({
    "organ": ORGAN_CODE, "site_version": VERSION, "linked": {"type": "boolean"}, "sentence": text(200, 1), "at": MOMENT,
})  # fmt: skip
