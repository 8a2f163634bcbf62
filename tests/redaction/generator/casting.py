"""Who is in a case, what the case-handling system knows of them, and whether the document may be public at all."""

from __future__ import annotations

from random import Random
from types import ModuleType

from . import people, places
from .slots import Scene

ROLES = {
    "d": "defendant",
    "v": "victim",
    "c": "victim",
    "w": "witness",
    "x": "expert",
    "g": "victim_rep",
    "o": "other",
    "pro": "official",
    "j": "official",
    "pol": "official",
    "l": "lawyer",
}


def cast(r: Random, family: ModuleType, doc_type: str, flags: set[str], dense: bool) -> Scene:
    """The people of the crime, and those who handle the case."""
    charge = r.choice(family.CRIMES)
    year = r.randrange(2013, 2026)
    keys = [k.rstrip("?") for k in charge["people"].split() if not k.endswith("?") or r.random() < 0.7]
    if doc_type == "刑事申诉复查决定书" and "v1" not in keys:
        keys.append("v1")
    if dense:
        keys += [k for k in ("v1", "w1", "c1", "g1") if k not in keys]
    keys += ["pro1", "pro2", "l1", *(["j1"] if doc_type == "抗诉书" else []), *(["pol1"] if r.random() < 0.5 else [])]
    if "c1" in keys:
        flags.discard("same_name")
    cast_of: dict[str, dict] = {}
    taken: set[str] = set()
    for key in keys:
        name = unique_name(r, family, taken, key)
        role = ROLES[key.rstrip("0123456789")]
        if key.startswith("d") and (doc_type == "不起诉决定书" or (doc_type.startswith("刑事") and r.random() < 0.3)):
            role = "non_prosecuted"
        cast_of[key] = people.make_person(r, family, key, role, name, year, minor=key.startswith("c"))
        if role in ("official", "lawyer"):
            cast_of[key]["aliases"], cast_of[key]["minor"] = [], False
            cast_of[key]["title"] = {"pro": "prosecutor", "j": "judge", "pol": "police", "l": "lawyer"}[
                key.rstrip("0123456789")
            ]
        taken.add(name[0])
    scene = Scene(r, family, cast_of, places.place(r, family), year, charge)
    special_names(r, scene, flags, taken)
    for nick, p in zip(r.sample(family.NICKNAMES, len(cast_of)), cast_of.values(), strict=True):
        if p["aliases"]:
            p["aliases"][0] = nick
    for key, p in cast_of.items():
        if key.startswith("d") and p["role"] == "defendant":
            people.give_sentence(r, p)
    return scene


def unique_name(r: Random, family: ModuleType, taken: set[str], key: str) -> tuple[str, str]:
    while True:
        rare = 0.1 if key[0] in "dvw" else 0
        name = people.any_name(r, family, rare)
        if name[0] not in taken and not any(name[0] in t or t in name[0] for t in taken):
            return name


def rename(person: dict, name: str, surname: str, family: ModuleType, r: Random) -> None:
    person["name"], person["surname"] = name, surname
    if person["aliases"]:
        person["aliases"][1] = surname + r.choice(family.GIVEN) + r.choice(family.GIVEN)


def special_names(r: Random, scene: Scene, flags: set[str], taken: set[str]) -> None:
    """Names that are words, shared surnames, two people of one name."""
    f = scene.family
    private = [p for k, p in scene.people.items() if k[0] in "dvwcg"]
    scene.fixed["words"] = ""
    if "common_word_name" in flags:
        surname, name, sentences = r.choice(f.WORDS)
        if not any(surname == p["surname"] for p in scene.people.values()):
            person = r.choice(private)
            rename(person, name, surname, f, r)
            person["word"] = True
            scene.fixed["words"] = r.choice(sentences) if sentences else ""
    if "same_surname" in flags and len(private) > 1:
        a, b = r.sample(private, 2)
        if not a.get("word") and not b.get("word"):
            surname = a["surname"] if a["surname"] in f.SURNAMES else r.choice(f.SURNAMES)
            for p in (a, b):
                name, _ = people.han_name(r, f, surname)
                while name in taken or len(name) < 3:
                    name, _ = people.han_name(r, f, surname)
                taken.add(name)
                rename(p, name, surname, f, r)
    else:
        flags.discard("same_surname")
    victims = [p for k, p in scene.people.items() if k[0] in "vw"]
    if "same_name" in flags and victims and not any(p.get("word") for p in private):
        twin = r.choice(victims)
        rename(twin, scene.people["d1"]["name"], scene.people["d1"]["surname"], f, r)
        scene.role_words = frozenset({twin["key"], "d1"})
    else:
        flags.discard("same_name")


def registry(r: Random, scene: Scene, flags: set[str]) -> None:
    """What the case-handling system knows: all, some or nobody."""
    way = r.random()
    if way < 0.15:
        flags.add("empty_registry")
    elif way < 0.7:
        flags.add("incomplete_registry")
    for key, p in scene.people.items():
        if "empty_registry" in flags:
            p["registered"] = False
        elif "incomplete_registry" in flags:
            p["registered"] = key.startswith("d") or r.random() < 0.5
        p["aliases_registered"] = p["registered"] and r.random() < 0.6
        if not p["registered"]:
            p["sentence"], p["recidivist"], p["habitual"] = None, False, False
    willing = [p for k, p in scene.people.items() if k[0] in "vw" and p["registered"]]
    if "consent" in flags and willing:
        r.choice(willing)["consent_to_name"] = True
    else:
        flags.discard("consent")


def gate_and_case(r: Random, scene: Scene, doc_type: str, flags: set[str]) -> tuple[dict, dict]:
    """Articles 4 and 18: what may not be published whatever is masked."""
    case = {
        "participants": list(scene.people.values()),
        "closed": True,
        "charge": scene.charge["charge"] + "罪",
        "judgment_effective": True,
        "protected_terms": [],
    }
    if "protected_term" in flags:
        scene.fixed["secret"] = r.choice(scene.family.SECRETS)
        case["protected_terms"] = [{"text": scene.fixed["secret"], "article": "20(4)"}]
    way = r.random()
    if way < 0.05 and doc_type in ("起诉书", "抗诉书"):
        case |= {"closed": False, "judgment_effective": False}
        return {"publish": False, "article": "18(1)", "reason": "判决尚未生效"}, case
    if way < 0.08:
        d = scene.people["d1"]
        d["minor"] = True
        d["birth"] = f"{scene.year - r.randrange(15, 17)}{d['birth'][4:]}"
        scene.fixed["juvenile"] = "1"
        return {"publish": False, "article": "4", "reason": "未成年人犯罪"}, case
    if way < 0.095:
        scene.fixed["mark"] = r.choice(["机密★5年", "秘密★", "绝密", "机密", "秘密★10年"])
        return {"publish": False, "article": "4", "reason": "国家秘密"}, case
    if way < 0.11:
        scene.fixed["internal"] = r.choice(["审查报告", "案件讨论笔录", "提请检察委员会讨论案件的报告", "案件审批表"])
        return {"publish": False, "article": "18(P2)", "reason": "内部工作性文书"}, case
    return {"publish": True}, case
