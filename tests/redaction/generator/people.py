"""Participants: invented names of every make, roles, sentences, and what of them the case data holds."""

from __future__ import annotations

from random import Random
from types import ModuleType


def han_name(r: Random, family: ModuleType, surname: str | None = None) -> tuple[str, str]:
    """(name, surname); about one in twelve surnames is a compound one."""
    if surname is None:
        surname = r.choice(family.COMPOUND) if r.random() < 0.08 else r.choice(family.SURNAMES)
    if hasattr(family, "given"):
        return surname + family.given(r), surname
    given = r.choice(family.GIVEN)
    if r.random() < 0.68:
        second = r.choice(family.GIVEN)
        given += second
    return surname + given, surname


def any_name(r: Random, family: ModuleType, rare: float) -> tuple[str, str]:
    """(name, part that stays): the first character of names of other make, the surname of Chinese ones."""
    way = r.random()
    if way < rare:
        name = r.choice(family.MINORITY)
        return name, name[0]
    if way < rare * 1.35:
        name = r.choice(family.FOREIGN)
        return name, name[0]
    if way < rare * 1.5:
        name = r.choice(family.LATIN)
        return name, name[0]
    return han_name(r, family)


def make_person(
    r: Random, family: ModuleType, key: str, role: str, name: tuple[str, str], year: int, minor: bool = False
) -> dict:
    born = year - (r.randrange(7, 17) if minor else r.randrange(20, 66))
    full, surname = name
    former, _ = han_name(r, family, surname if surname in family.SURNAMES or surname in family.COMPOUND else None)
    if former == full:
        former += r.choice(family.GIVEN)
    return {
        "key": key,
        "name": full,
        "surname": surname,
        "role": role,
        "title": "",
        "aliases": [r.choice(family.NICKNAMES), former],
        "sex": r.choice("男女"),
        "birth": f"{born}-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d}",
        "minor": minor,
        "sentence": None,
        "recidivist": False,
        "habitual": False,
        "consent_to_name": False,
        "registered": True,
        "aliases_registered": True,
        "values": {},
    }


def give_sentence(r: Random, person: dict) -> None:
    """An effective sentence; exactly three years is among them on purpose."""
    kind = r.choices(
        ["有期徒刑", "拘役", "管制", "罚金", "免予刑事处罚", "无期徒刑", "死刑缓期二年执行", "无罪"],
        [80, 6, 2, 2, 3, 2, 2, 2],
    )[0]
    months = None
    probation = None
    if kind == "有期徒刑":
        months = r.choice([6, 8, 10, 14, 18, 22, 24, 30, 35, 36, 36, 37, 38, 42, 48, 60, 78, 96, 132, 168, 180])
        probation = r.choice([None, 12, 24, 36]) if months <= 36 else None
    elif kind in ("拘役", "管制"):
        months = r.randrange(1, 7) if kind == "拘役" else r.randrange(3, 25)
    person["sentence"] = {"type": kind, "months": months, "probation_months": probation}
    if kind == "有期徒刑":
        person["recidivist"] = r.random() < 0.08
        person["habitual"] = not person["recidivist"] and r.random() < 0.03


def has_given(person: dict, family: ModuleType) -> bool:
    """Only a Chinese given name of two characters is used alone."""
    return (person["surname"] in family.SURNAMES or person["surname"] in family.COMPOUND) and (
        len(person["name"]) - len(person["surname"]) == 2
        and "·" not in person["name"]
        and person["name"][0] > "z"
        and not person.get("word")
    )


def public_case(case: dict) -> dict:
    """The case as the engine may see it: registered people only, without what the labels need."""
    hidden = {"key", "surname", "values", "registered", "aliases_registered", "word"}
    shown = []
    for p in case["participants"]:
        if p["registered"]:
            q = {k: v for k, v in p.items() if k not in hidden}
            q["aliases"] = list(p["aliases"]) if p["aliases_registered"] else []
            shown.append(q)
    return {**case, "participants": shown}


def gold_case(case: dict) -> dict:
    drop = {"surname", "values", "word"}
    return {**case, "participants": [{k: v for k, v in p.items() if k not in drop} for p in case["participants"]]}


def value(r: Random, person: dict, kind: str, make) -> str:
    """The same number of one person at every mention."""
    return person["values"].setdefault(kind, make(r))
