"""Who is in the document, and what the rule set says about each name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from anxin.redaction import aliases
from anxin.redaction.known import Known, secret_key
from anxin.redaction.law import Law
from anxin.redaction.lexicon import surnames
from anxin.redaction.names import CALLS, LEADING, split
from anxin.redaction.names import key as name_key
from anxin.redaction.roles import affiliation, called_lawyer, right_words, rights
from anxin.redaction.structure import Found, filed, is_body
from anxin.redaction.view import View
from anxin.regulation.case import Case, Participant

_ORIGINAL = (
    (re.compile("(?:本案|原案|系)[^，。；]{0,6}被害人(?!之|的|父|母|亲)"), "victim"),
    (re.compile("(?:本案|原案|原审|系)[^，。；]{0,6}(?:被告人|原审被告人|罪犯)(?!之|的|父|母|亲)"), "defendant"),
    # whoever was not prosecuted has nothing to complain of: the victim does
    (re.compile("不服[^。]{0,60}(?:不起诉|的处理)"), "victim"),
    (re.compile("(?:本案|原案|系)[^，。；]{0,6}被不起诉人(?!之|的|父|母|亲)"), "non_prosecuted"),
)


def gather(view: View, case: Case, law: Law, found: dict[str, Found], case_key: bytes) -> list[Known]:
    """Registered persons first, then those whom only the structure shows."""
    people = [_registered(p, law) for p in case.participants if p.name.strip()]
    taken = {alias for p in people for alias in (p.name, *p.aliases)}
    given = {p.given for p in people if p.given}
    full = sorted(found.values(), key=lambda f: min(f.places))
    taken |= _other_names(view.text, people, found)
    given |= {f.name[1:] for f in full if len(f.name) == 3} | {f.name[2:] for f in full if len(f.name) == 4}
    for person in people:
        person.found = found.get(person.name)
    begun = {name[:i] for name in found for i, char in enumerate(name) if char == " "}
    lengths = {len(name) for name in found}
    tails = {form[-size:] for form in taken for size in lengths if len(form) > size}
    for entry in full:
        name = entry.name
        if (
            name in taken
            or name in given
            or all(filed(view.text, p + len(name)) or is_body(view.text, p + len(name)) for p in entry.places)
            or name in begun
            or (name[0] in LEADING and name[1:] in taken)  # 民警|从|张三
            or (len(name) == 2 and name[0] in surnames() and CALLS.search(name))  # 莫姐
            or any(name[:i] in taken for i in range(2, len(name)))
            or name in tails
        ):
            continue
        participant = Participant(secret_key(name, case_key), name, _role(view, entry) or "witness")
        people.append(Known(participant, law.name(participant), False, name, found=entry))
    people += [second for p in people if (second := _namesake(view.text, p, law, case_key))]
    for person in people:
        if person.person.role == "petitioner":
            _petitioner(view, person, law)
    aliases.find(view, people)
    others = {a for p in people for a in p.aliases}
    people = [p for p in people if p.registered or p.name not in others or (p.found and p.found.role)]
    people = _one_spelling(people)
    people += aliases.nameless(view.text, people, law, case_key)
    return people


def _other_names(text: str, people: list[Known], found: Mapping[str, Found]) -> set[str]:
    """Found names that the text calls another name of somebody: no people of their own."""
    owners: list[Known | Found] = [*people, *found.values()]
    heads = aliases.by_head(o for o in owners if len(o.name) > 1)
    return {
        form
        for place, form, _ in aliases.alias_places(text)
        if form in found
        and not found[form].role
        and aliases.owner_before(text, place, heads, but=form)
    }


def _one_spelling(people: list[Known]) -> list[Known]:
    """Zhang San and ZHANG SAN are 张三 where the document says so once: nobody is two people by his letters."""
    owners = {a.casefold(): p for p in people for a in p.aliases if a.isascii() and " " in a}
    rest = []
    for person in people:
        owner = owners.get(person.name.casefold())
        if owner is not None and owner is not person and not person.registered:
            owner.aliases.setdefault(person.name, "nickname")
        else:
            rest.append(person)
    return rest


def _registered(person: Participant, law: Law) -> Known:
    forms = {}
    for alias in person.aliases:
        form = name_key(alias)
        if form and form != name_key(person.name):
            forms[form] = "former" if split(alias)[0] == split(person.name)[0] and len(form) <= 4 else "nickname"
    return Known(person, law.name(person), True, name_key(person.name), forms)


_ACCUSED = {"defendant": ("被告人", "犯罪嫌疑人"), "non_prosecuted": ("被不起诉人",)}
_OTHERS = {"victim": ("被害人",), "witness": ("证人",)}


def _stands(text: str, word: str, name: str) -> bool:
    """Whether a word for a role stands before the name; 认证人, 见证人 and 公证人 are other words than 证人."""
    at = text.find(word + name)
    while at > 0 and text[at - 1] in "认见公保":
        at = text.find(word + name, at + 1)
    return at >= 0


def _namesake(text: str, known: Known, law: Law, case_key: bytes) -> Known | None:
    """The second person of a name that stands after 被告人 as well as after 被害人 or 证人, where the case knows only one."""

    def stands(table: Mapping[str, tuple[str, ...]]) -> str:
        return next((role for role, ws in table.items() if any(_stands(text, w, known.name) for w in ws)), "")

    accused = stands(_ACCUSED)
    other = stands(_OTHERS) if accused else ""
    if not other:
        return None
    role = other if known.person.role in _ACCUSED else accused
    if any(p.name == known.person.name and p.role == role for p in law.case.participants):
        return None
    person = Participant(secret_key(f"{known.name}/{role}", case_key), known.person.name, role)
    return Known(person, law.name(person), False, known.name)


def _role(view: View, entry: Found) -> str:
    """The role that stands at the full name, else the one right after the given name alone (翠艳证实)."""
    if any(called_lawyer(view.text, p + len(entry.name)) for p in entry.places):  # 被害人张三、李四律师
        return "lawyer"
    if not entry.role:
        posts = [affiliation(view.text, p, p + len(entry.name)) for p in entry.places]
        if any(posts):
            return next(filter(None, posts))
    given, text = name_key(split(entry.name)[1]), view.text
    at = text.find(given) if not entry.role and len(given) > 1 else -1
    while at >= 0:
        role = right_words().get(rights().at(text, at + len(given)), "")
        if role:
            return role
        at = text.find(given, at + 1)
    return entry.role


def _petitioner(view: View, known: Known, law: Law) -> None:
    """Whom the petitioner was in the original case decides; the paragraph says it."""
    at = min(known.found.places) if known.found and known.found.places else view.text.find(known.name)
    end = view.text.find("\n", at)
    begin = max(view.text.rfind("\n", 0, at) + 1, at - 30, 0)
    paragraph = view.text[begin : end if 0 <= end < at + 400 else at + 400]
    for pattern, role in _ORIGINAL:
        if pattern.search(paragraph):
            person = Participant(
                known.key,
                known.person.name,
                role,
                sentence=known.person.sentence,
                minor=known.person.minor,
                recidivist=known.person.recidivist,
                habitual=known.person.habitual,
                consent_to_name=known.person.consent_to_name,
                aliases=known.person.aliases,
            )
            known.person = person
            known.decision = law.name(person)
            return
