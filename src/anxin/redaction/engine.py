"""The engine: a document and its case in, people, spans, doubts and the gate's answer out."""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp
from typing import Any

from anxin.redaction import bare, inference, judge, spelling, structure
from anxin.redaction import doubts as naming_doubts
from anxin.redaction import mentions as naming
from anxin.redaction.detectors import address, birth, certificate, health, injury, plate, scan, school, term
from anxin.redaction.detectors.item import Item
from anxin.redaction.known import Known
from anxin.redaction.law import Law
from anxin.redaction.mentions import Mention
from anxin.redaction.model import Analysis, Person, Span
from anxin.redaction.names import key as name_key
from anxin.redaction.names import surnamed
from anxin.redaction.overlaps import resolve
from anxin.redaction.people import gather
from anxin.redaction.symbols import allocate
from anxin.redaction.view import View
from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision

_YEAR = re.compile(r"[〔（(\[]((?:19|20)\d\d)[〕）)\]]")
_MINORS = re.compile(r"年仅|未成年|未满十[四六八]|不满十[四六八]周?岁|幼女|女童|男童|儿童|就读|在读|[高初][一二三]|上学|读书|念书|班主任|班长|(?<![0-9])(?:1[0-7]|[3-9])周?岁|(?<![二三四五六七八九])十[一二三四五六七]周?岁|学生|小学|中学|幼儿园|年级")


def analyse(
    text: str,
    doc_type: str,
    case: Case,
    rules: Any = None,
    symbols: Mapping[str, str] | None = None,
    *,
    net: bool = True,
    title: str = "",
    document_number: str = "",
    case_key: bytes = b"",
) -> Analysis:
    """Analyse one document. Offsets of the result are code points of ``text``.

    ``symbols`` are those already given in the case (person key -> symbol); the result's are all of them.
    ``case_key`` keys the identifiers of people whom only the document shows.
    """
    opened = open_document(text, doc_type, case, rules, title=title, document_number=document_number)
    if net:
        _read_net([opened])
    return finish(opened, symbols, case_key=case_key)


LONGEST = 1_500_000  # characters: more than any document has; made-up text of that length takes a minute


class TooLongError(ValueError):
    """The text is longer than a document can be; the message is a sentence for the clerk."""


@dataclass
class Opened:
    """A document read up to the place where the net helps: many documents can share one run of the net."""

    view: View
    case: Case
    law: Law
    listed: dict[str, structure.Found]
    survey: judge.Survey  # what could be a name besides, and what the net should read
    title: str = ""
    number: str = ""


def open_document(
    text: str,
    doc_type: str,
    case: Case,
    rules: Any = None,
    *,
    title: str = "",
    document_number: str = "",
) -> Opened:
    """First half of ``analyse``: the view, the people whom the structure shows, and what the net should read."""
    if len(text) > LONGEST:
        raise TooLongError(f"文书有 {len(text)} 字，超过了 {LONGEST} 字的上限，请分成几份再处理。")
    view = View(text, [n for p in case.participants for n in (p.name, *p.aliases)])
    listed = structure.find(view, doc_type)
    known = {name_key(n) for p in case.participants for n in (p.name, *p.aliases) if n.strip()}
    return Opened(view, case, Law(rules, doc_type, case), listed, judge.survey(view, listed, known), title, document_number)


def analyse_many(opened: Sequence[Opened], *, net: bool = True) -> list[Analysis]:
    """Second half for several documents with one run of the net; each is decided on its own."""
    if net:
        _read_net(opened)
    return [finish(o, None) for o in opened]


def _read_net(opened: Sequence[Opened]) -> None:
    """One run of the net over what all the documents want read."""
    if not any(o.survey.ranges for o in opened):
        return
    # before NumPy is loaded: the matrices of one step are small, and threads would only wait for each other
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from anxin.redaction import net
    except ImportError:  # an installation without the net's parts: the rules stand alone
        return
    read = net.load().read(
        [o.view.text[a:b] for o in opened for a, b in o.survey.ranges], [p for o in opened for p in o.survey.places()]
    )
    answers = iter(read)
    for o in opened:
        o.survey.hear(islice(answers, len(o.survey.ranges)))


def finish(opened: Opened, symbols: Mapping[str, str] | None, *, case_key: bytes = b"") -> Analysis:
    """Everything after the net: people, mentions, values, symbols, spans, doubts."""
    view, case, law, listed = opened.view, opened.case, opened.law, opened.listed
    year = _YEAR.search(view.text[:400])
    gate = law.gate(view.text, title=opened.title, number=opened.number)
    verdict = judge.decide(opened.survey)
    for name, places in verdict.names.items():
        entry = listed.setdefault(name, structure.Found(name))
        entry.roles[""] += len(places)
        entry.places.extend(places)
    spelling.respell(listed, opened.survey.heard)
    spelling.extend(view.text, listed, (name_key(n) for p in case.participants for n in (p.name, *p.aliases)))
    people = gather(view, case, law, listed, case_key)
    found = naming.find(view, people, verdict.forms)
    items, unknown = scan.find(view.text, law.parameters.get("office_phones", "keep"))
    items = _detect(view.text, case, int(year.group(1)) if year else 0, items, law.parameters)
    kept = [p.name for p in people if not p.masked and p.person.role not in ("official", "lawyer")]
    lived = _lived(opened.survey, items)
    items += [i for i in lived if i.confidence >= _HOME]
    items += [Item(a, b, "inference", 0.7) for a, b in inference.find(view.text, kept)]
    if law.parameters.get("named_defendant_home") == "keep":
        items = _without_named_homes(view.text, items, found)
    table = _symbols(found, symbols or {})
    spans = _spans(view, law, found, items, table)
    if law.parameters.get("bare_surnames") == "mask":
        spans = sorted(spans + _bare_surnames(view, law, people, spans), key=lambda s: s.start)
    doubts = naming_doubts.of_mentions(view, found, lambda m: _name_span(view, law, m, table))
    someone = law.name(Participant("", "", "witness"))
    doubts += [
        naming_doubts.at(
            view, "unknown_person", a, b, someone.article,
            _person_span(view, *view.span(a, b), "name", law.placeholder, someone, None),
        )
        for a, b in verdict.unsure
    ]
    doubts += [
        naming_doubts.at(view, "unknown_home", i.start, i.end, law.kind(i.kind).article, _item_span(view, law, i))
        for i in lived
        if i.confidence < _HOME
    ]
    doubts += [naming_doubts.at(view, "numeric_unclear", a, b) for a, b in unknown[:1]]
    if law.parameters.get("injury_results") == "ask":
        doubts += [
            naming_doubts.at(view, "injury_result", i.start, i.end, "22", _item_span(view, law, i))
            for i in injury.find(view.text)
        ]
    doubts += [
        naming_doubts.at(view, "kinship_chain", i.start, i.end, law.kind("inference").article)
        for i in items
        if i.kind == "inference"
    ]
    hidden = [(m.start, m.end) for m in found if any(p.masked for p in m.people)]
    article = law.kind("inference").article
    doubts += [naming_doubts.at(view, kind, a, b, article) for a, b, kind in inference.hints(view.text, kept, hidden)]
    return Analysis(gate, _people(people, found, table), tuple(spans), naming_doubts.ordered(doubts, spans), table)


_HOME = 0.9  # how sure the net has to be of a home's address that no grammar shows


def _lived(survey: judge.Survey, items: Iterable[Item]) -> list[Item]:
    """Addresses that the net reads as homes: alone, or as more of one that the grammar shows; not what is something else."""
    taken = sorted((i.start, i.end, i.kind) for i in items)
    homes = []
    for start, end, value in survey.homes:
        for a, b in address.parts(survey.text, start, end):
            last = bisect_left(taken, (b, 0, ""))
            touched = [t for t in taken[max(0, last - 4) : last] if a < t[1]]
            if all(kind == "home_address" and not (low <= a and b <= high) for low, high, kind in touched):
                a, b = min([a, *(t[0] for t in touched)]), max([b, *(t[1] for t in touched)])
                homes.append(Item(a, b, "home_address", 1 / (1 + exp(-value))))
    return homes


def _detect(text: str, case: Case, year: int, items: list[Item], policy: Mapping[str, str]) -> list[Item]:
    items = (
        items
        + address.find(text, policy.get("address_depth", "township"))
        + plate.find(text)
        + certificate.find(text)
        + health.find(text)
        + birth.find(text, year, policy.get("adult_birth", "year"))
    )
    if policy.get("injury_results") == "mask":
        items += injury.find(text)
    items += term.find(text, (t.text for t in case.protected_terms))
    if any(p.minor for p in case.participants) or _MINORS.search(text):
        items += school.find(text)
    return items + _again(text, items)


def _without_named_homes(text: str, items: list[Item], found: list[Mention]) -> list[Item]:
    """Without the homes of defendants whose names stay: those with no other person between the name and the address."""
    starts = [m.start for m in found]
    rest = []
    for item in items:
        index = bisect_right(starts, item.start) - 1
        owner = found[index] if item.kind == "home_address" and index >= 0 else None
        named = owner is not None and all(not p.masked and p.person.role == "defendant" for p in owner.people)
        if not (owner and named and "\n" not in text[owner.end : item.start]):
            rest.append(item)
    return rest


def _bare_surnames(view: View, law: Law, people: list[Known], taken: list[Span]) -> list[Span]:
    spans = []
    for start, end, owner in bare.find(view.text, people):
        a, b = view.span(start, end)
        if not any(s.start < b and a < s.end for s in taken):
            spans.append(_person_span(view, a, b, "surname_only", "某", owner.decision, owner.key))
    return spans


def _person_span(view: View, a: int, b: int, kind: str, symbol: str, decision: Decision, key: str | None) -> Span:
    return Span(a, b, view.original[a:b], kind, decision.article, symbol, decision.entry, key, 0.8, decision.sentence)


_NUMBERED = re.compile("[0-9]")


def _again(text: str, items: Iterable[Item]) -> list[Item]:
    """A value found once is masked everywhere."""
    more: list[Item] = []
    for item in {
        text[i.start : i.end]: i
        for i in items
        if i.search and i.end - i.start >= 5 and _NUMBERED.search(text, i.start, i.end)
    }.values():
        value = text[item.start : item.end]
        at = text.find(value)
        while at >= 0:
            if at != item.start:
                more.append(item._replace(start=at, end=at + len(value), search=False))
            at = text.find(value, at + len(value))
    return more


def _symbols(found: list[Mention], given: Mapping[str, str]) -> dict[str, str]:
    order = [
        (p.key, p.person.name if p.registered or surnamed(p.person.name) else "某")  # 疤子: nothing of it may stay
        for m in found
        if m.sure
        for p in m.people
        if p.masked
    ]
    return allocate(order, given)


def _people(people: list[Known], found: list[Mention], table: Mapping[str, str]) -> tuple[Person, ...]:
    named = {p.key for m in found for p in m.people}
    return tuple(
        Person(
            p.key,
            p.person.name,
            p.person.role,
            p.registered,
            p.decision.outcome,
            p.decision.article,
            p.decision.sentence,
            table.get(p.key, "") if p.masked else "",
        )
        for p in people
        if p.registered or p.key in named
    )


def _spans(view: View, law: Law, found: list[Mention], items: list[Item], table: Mapping[str, str]) -> list[Span]:
    """Items and mentions of people who are masked, without overlaps; spans are made only of those that are left."""
    written = law.parameters.get("nicknames") != "keep"
    values: dict[tuple[int, str], dict[str, Any] | None] = {}  # of all the places of one form
    pieces: list[tuple[int, int, Item | Mention]] = [(i.start, i.end, i) for i in items if i.end > i.start]
    pieces += [
        (m.start, m.end, m)
        for m in found
        if m.sure and (written or m.form != "nickname") and any(p.masked for p in m.people)
    ]
    spans = []
    for start, end, piece in resolve(pieces):
        if isinstance(piece, Item):
            spans.append(_item_span(view, law, piece))
            continue
        form = (id(piece.people), piece.form)
        if form not in values:
            values[form] = _name_values(law, piece, table)
        if (name := values[form]) is not None:
            spans.append(Span.at(*view.span(start, end), view.original, name))
    return spans


_FORMS = {"full": "name", "given": "given_name", "former": "former_name"}


def _name_span(view: View, law: Law, mention: Mention, table: Mapping[str, str]) -> Span | None:
    values = _name_values(law, mention, table)
    return Span.at(*view.span(mention.start, mention.end), view.original, values) if values else None


def _name_values(law: Law, mention: Mention, table: Mapping[str, str]) -> dict[str, Any] | None:
    """All but the place of a mention's span; None when the name stays."""
    masked = [p for p in mention.people if p.masked]
    if not masked or (mention.form == "nickname" and law.parameters.get("nicknames") == "keep"):
        return None
    person, decision = masked[0], masked[0].decision
    # two people of one name: never the symbol of the wrong one
    nameless = len(masked) > 1 or mention.form in ("nickname", "former")
    symbol = law.placeholder if nameless else table.get(person.key, law.placeholder)
    return {"kind": _FORMS.get(mention.form, mention.form), "article": decision.article, "replacement": symbol,
            "rule": decision.entry, "person": person.key, "sentence": decision.sentence}


def _item_span(view: View, law: Law, item: Item) -> Span:
    rule = law.kind(item.kind)
    values = {"kind": item.kind, "article": rule.article, "replacement": law.replacement(item.kind), "rule": rule.entry,
              "confidence": item.confidence, "sentence": rule.sentence}
    return Span.at(*view.span(item.start, item.end), view.original, values)
