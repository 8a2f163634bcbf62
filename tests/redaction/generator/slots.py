"""Sentences with slots become labelled pieces.

``{d1}`` a person's name; ``{d1:given}``, ``{d1:nick}``, ``{d1:former}``, ``{d1:sur}`` other forms; ``{ds}`` all
defendants. ``{phone:v1}`` and the like a person's number or place; ``{org}``, ``{scene}``, ``{amount}`` ... what has
to stay; ``{date}``, ``{job}`` ... plain words. A sentence that names someone the case lacks is not used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random
from types import ModuleType

from . import numbers, places, policy
from .people import has_given, value
from .pieces import Piece

SLOT = re.compile(r"\{([^{}]+)\}")
PERSON = re.compile(r"^(?:d|v|w|x|c|g|o|pro|l|j|pol)\d$")
GROUPS = {"ds": "d", "vs": "vc", "ws": "w"}
NUMBERS = {
    "phone": numbers.mobile,
    "tel": numbers.landline,
    "bank": numbers.card,
    "pass": numbers.passport,
    "qq": numbers.qq,
    "wx": numbers.wechat,
    "ali": numbers.alipay,
    "mail": numbers.mail,
}
KINDS = {"tel": "phone", "bank": "bank_card", "pass": "passport", "wx": "wechat", "ali": "alipay", "mail": "email"}
KEPT = {
    "scene": "scene_addr",
    "office": "office_addr",
    "docno": "doc_no",
    "invoice": "doc_no",
    "waybill": "doc_no",
    "shop": "org",
    "firm": "org",
    "institute": "org",
    "lawfirm": "org",
    "grade": "injury_grade",
    "alcohol": "alcohol",
}


@dataclass
class Scene:
    """All that one document is about."""

    r: Random
    family: ModuleType
    people: dict[str, dict]
    place: places.Place
    year: int
    charge: dict
    role_words: frozenset[str] = frozenset()  # people who must be named with their role (two of one name)
    fixed: dict[str, str] = field(default_factory=dict)


def usable(frame: str, scene: Scene) -> bool:
    """Every person in the sentence exists and has the form that is asked for."""
    for slot in SLOT.findall(frame):
        head, _, tail = slot.partition(":")
        key = head if PERSON.match(head) else tail if PERSON.match(tail) else None
        if key is None:
            if head in GROUPS and not group_members(scene, head):
                return False
            continue
        person = scene.people.get(key)
        if person is None:
            return False
        if tail == "given" and not has_given(person, scene.family):
            return False
        if tail in ("sur", "former") and not has_surname(person, scene):
            return False
        if head in ("school", "minorbirth") and not person["minor"]:
            return False
    return True


def has_surname(person: dict, scene: Scene) -> bool:
    return person["surname"] in scene.family.SURNAMES or person["surname"] in scene.family.COMPOUND


def group_members(scene: Scene, head: str) -> list[dict]:
    return [p for k, p in scene.people.items() if k.rstrip("0123456789") in tuple(GROUPS[head])]


def render(frame: str, scene: Scene) -> list[Piece]:
    """The pieces of one sentence; plain text between the slots."""
    out: list[Piece] = []
    last = 0
    for m in SLOT.finditer(frame):
        if m.start() > last:
            out.append(Piece(frame[last : m.start()]))
        out += fill(m.group(1), scene, frame[: m.start()])
        last = m.end()
    if last < len(frame):
        out.append(Piece(frame[last:]))
    return out


def fill(slot: str, scene: Scene, before: str) -> list[Piece]:
    head, _, tail = slot.partition(":")
    if PERSON.match(head):
        return mention(scene, scene.people[head], tail or "full", before)
    if head in GROUPS:
        out: list[Piece] = []
        for p in group_members(scene, head):
            out += [Piece("、")] * bool(out) + mention(scene, p, "full", "" if out else before)
        return out
    if PERSON.match(tail):
        return [personal(scene, head, scene.people[tail])]
    if head in KEPT or head in (
        "org",
        "police",
        "court",
        "proc",
        "jail",
        "upper",
        "amount",
        "uscc",
        "statute",
        "word",
        "caseno",
    ):
        return [kept(scene, head, tail)]
    return [special(scene, head, tail)]


ROLE_WORDS = {
    "defendant": "被告人",
    "non_prosecuted": "被不起诉人",
    "victim": "被害人",
    "witness": "证人",
    "expert": "鉴定人",
    "victim_rep": "法定代理人",
}


TITLED = ("申诉人", "姓名：", "姓名\t", "\t", "　", "| ", "“")  # places where no role word stands before a name


def mention(scene: Scene, person: dict, form: str, before: str) -> list[Piece]:
    if form == "sur":
        return [policy.surname_piece(person)]
    if form == "given":
        return [policy.name_piece(person, person["name"][len(person["surname"]) :], "given")]
    if form == "nick":
        return [policy.name_piece(person, person["aliases"][0], "nickname")]
    if form == "py":  # in Latin letters, where the family can
        text, core = scene.family.pinyin(scene.r, person)
        return [policy.name_piece(person, text, "nickname").with_core_from(core)]
    if form == "former":
        return [policy.name_piece(person, person["aliases"][1], "former")]
    out = [policy.name_piece(person, person["name"], "full")]
    role = ROLE_WORDS.get(person["role"])
    if person["key"] in scene.role_words and role and not before.endswith((role, *TITLED)):
        out.insert(0, Piece(role))
    return out


def personal(scene: Scene, kind: str, person: dict) -> Piece:
    """A number, place, date or state of one person."""
    r = scene.r
    if kind in NUMBERS:
        raw = value(r, person, kind, NUMBERS[kind])
        name = KINDS.get(kind, kind)
        text = raw if kind == "tel" or not raw.isdigit() or kind == "pass" else numbers.group(r, raw, name)
        return policy.number(name, text, person, core=1 if text.startswith("+") else 0)
    if kind == "id":
        raw = value(
            r,
            person,
            "id",
            lambda s: numbers.identity(
                s,
                scene.family.REGIONS[s.randrange(len(scene.family.REGIONS))],
                person["birth"],
                old=s.random() < 0.06 and person["birth"] < "1985",
            ),
        )
        return policy.number("id_card", numbers.group(r, raw if r.random() < 0.95 else raw.lower(), "id_card"), person)
    if kind == "plate":
        return policy.number("plate", value(r, person, "plate", lambda s: numbers.plate(s, scene.place.plate)), person)
    if kind in ("home", "hukou", "second"):
        slot = "home" if kind == "home" or (r.random() < 0.3 and kind == "hukou") else kind
        text, core = person["values"].setdefault(slot, places.home(r, scene.family))
        return policy.home(text, core, person)
    if kind == "flat":
        text, core = person["values"].setdefault("home", places.home(r, scene.family))
        return policy.home(text[core:], 0, person)
    if kind in ("birth", "minorbirth"):
        return policy.birth(places.day_text(r, person["birth"]), person)
    if kind in ("health", "expecting"):
        trigger, disease = r.choice(scene.family.HEALTH if kind == "health" else scene.family.EXPECTING)
        return policy.health(trigger + disease, len(trigger), person)
    if kind == "school":
        return policy.school(r.choice(scene.family.SCHOOLS), person)
    if kind == "kin":
        text = r.choice(scene.family.KIN).replace("@", person["name"])
        return policy.inference(text, person)
    plain = {"sex": person["sex"], "year": person["birth"][:4]}
    return Piece(plain[kind])


def kept(scene: Scene, kind: str, tail: str) -> Piece:
    """What Article 22 wants unchanged."""
    r, place, f = scene.r, scene.place, scene.family
    if tail and kind not in ("statute", "word"):  # written out in the sentence
        return policy.keep({"caseno": "case_no", "amount": "amount", **KEPT}.get(kind, "org"), tail)
    fixed = {"police": place.police, "court": place.court, "proc": place.proc, "jail": place.jail, "upper": place.upper}
    if kind in fixed:
        return policy.keep("detention_place" if kind == "jail" else "org", fixed[kind])
    if kind == "amount":
        return policy.keep("amount", places.amount(r))
    if kind == "uscc":
        return policy.keep("uscc", numbers.credit_code(r, r.choice(f.REGIONS)))
    if kind in ("statute", "word"):
        return policy.keep({"statute": "statute", "word": "common_word"}[kind], tail)
    if kind == "caseno":
        return policy.keep("case_no", scene.fixed.setdefault("caseno", places.court_number(r, place, scene.year)))
    makers = {
        "scene": lambda: places.scene(r, f, place),
        "office": lambda: r.choice(f.OFFICES).format(city=place.city, dist=place.district, n=r.randrange(2, 300)),
        "docno": lambda: places.document_number(r, f, place, scene.year),
        "invoice": lambda: r.choice(["No.", "", "№"]) + numbers.digits(r, 8),
        "waybill": lambda: r.choice(["SF", "YT", "JT", ""]) + numbers.digits(r, 13),
        "shop": lambda: r.choice(f.SHOPS),
        "firm": lambda: r.choice(f.FIRMS),
        "institute": lambda: place.city + r.choice(f.INSTITUTES),
        "lawfirm": lambda: r.choice(f.LAWFIRMS),
        "grade": lambda: r.choice(["轻伤一级", "轻伤二级", "重伤二级", "轻微伤", "重伤一级"]),
        "alcohol": lambda: places.alcohol(r),
        "org": lambda: r.choice(f.FIRMS),
    }
    return policy.keep(KEPT.get(kind, "org"), makers[kind]())


def special(scene: Scene, head: str, tail: str) -> Piece:
    """Plain words, and the few labels that belong to no person."""
    r, f = scene.r, scene.family
    if head == "account":
        return policy.number("org_account", numbers.group(r, numbers.account(r), "bank"))
    if head == "secret":
        return policy.secret(scene.fixed["secret"])
    if head == "officephone":
        return policy.optional("phone", numbers.landline(r), "20(1)", None)
    if head == "device":
        return policy.optional("device_no", "86" + numbers.digits(r, 13), "20(6)", None)
    if head == "own":  # the rest of a shop's name that begins with a person's
        return Piece(r.choice(f.OWN_SHOPS))
    plain = {
        "date": lambda: places.date_in(r, scene.year),
        "time": lambda: places.clock(r),
        "n": lambda: str(r.randrange(2, 40)),
        "edu": lambda: r.choice(f.EDUCATION),
        "job": lambda: r.choice(f.JOBS),
        "nation": lambda: r.choice(f.NATIONS),
        "county": lambda: places.county(r, f),
        "year": lambda: str(scene.year),
        "charge": lambda: scene.charge["charge"],
        "place": lambda: scene.place.city,
    }
    return Piece(plain[head]()) if head in plain else Piece(scene.fixed[head])
