"""Family d: written by someone who had not seen the engine, so that it judges the engine.

Its documents have a calendar (crime, capture, transfer, judgment, signature in this order), up to three numbered
facts, whole blocks of records (calls, transfers, chats, registers), and as many things that only look protected as
things that are.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.slots import SLOT, TITLED, Scene, group_members, usable

from .d_crimes import *  # noqa: F403
from .d_frames import *  # noqa: F403
from .d_traps import *  # noqa: F403
from .d_words import *  # noqa: F403
from .d_words import PINYIN
from .skeleton import DENSE, assemble, head, lay_out, paragraphs, party, prepare, say, table, verdicts

KEEPING = {"keep_names": 0.5, "keep_numbers": 0.7, "keep_places": 0.6, "keep_orgs": 0.7, "keep_facts": 0.6}
RATES = {"once": 0.6, "expert": 0.5, "inference": 0.12, "secret": 1.0, "other": 0.15} | KEEPING
RATE = 0.24
NUMBERINGS = ["{}．", "（{}）", "事实{}：", "第{}笔：", "【{}】"]
NUMERALS = "〇一二三四五六七八九"


def fitting(frame: str, scene: Scene) -> bool:
    """Beside the people: a bare surname has one maker, pinyin is known, a namesake stands where his role is said."""
    if not usable(frame, scene):
        return False
    for m in SLOT.finditer(frame):
        key, _, form = m.group(1).partition(":")
        person = scene.people.get(key)
        if person is None:
            expecting = scene.people.get(form) if key == "expecting" else None
            if expecting and (expecting["sex"] == "男" or not 18 <= scene.year - int(expecting["birth"][:4]) <= 40):
                return False
            continue
        if form == "sur" and len(person["surname"]) > 1:
            return False
        if form == "py" and not pinyin_parts(person):
            return False
        if key in scene.role_words and not form and frame[: m.start()].endswith((*TITLED, "：")):
            return False
    return True


def pinyin_parts(person: dict) -> tuple[str, str] | None:
    """Surname and given name in Latin letters, where the vocabulary has both."""
    surname, given = PINYIN.get(person["surname"]), PINYIN.get(person["name"][len(person["surname"]) :])
    return (surname, given) if surname and given else None


def pinyin(r: Random, person: dict) -> tuple[str, int]:
    """(the name in Latin letters as tickets, banks and nicknames write it, where the given name begins)."""
    surname, given = pinyin_parts(person) or ("", "")
    gap = r.choice([" ", "", "/"])
    text = r.choice([str.upper, str.lower, str.title])(surname + gap + given)
    return text, len(surname + gap)


def spoken(day: date) -> str:
    """二〇一九年三月十四日."""

    def small(n: int) -> str:
        tens = "" if n < 10 else ("十" if n < 20 else NUMERALS[n // 10] + "十")
        return tens + (NUMERALS[n % 10] if n % 10 else "")

    return "".join(NUMERALS[int(c)] for c in str(day.year)) + f"年{small(day.month)}月{small(day.day)}日"


def calendar(scene: Scene, doc_type: str) -> dict[str, str]:
    """The days of the case, counted back from the signature, in one way of writing."""
    r = scene.r
    signed = date(scene.year, 1, 1) + timedelta(r.randrange(20, 360))
    review = doc_type in ("抗诉书", "刑事申诉复查决定书")
    days = {"signed": signed, "seen": signed - timedelta(r.randrange(30, 60))}
    days["judged"] = (days["seen"] if doc_type.startswith("刑事") else signed) - timedelta(r.randrange(5, 10))
    days["told"] = (days["judged"] - timedelta(40) if review else signed) - timedelta(r.randrange(12, 40))
    days["sent"] = days["told"] - timedelta(r.randrange(1, 4))
    days["arrested"] = days["sent"] - timedelta(r.randrange(40, 70))
    days["caught"] = days["arrested"] - timedelta(r.randrange(12, 37))
    at = days["caught"] - timedelta(r.randrange(1, 30))
    for name in ("when3", "when2", "when1"):
        days[name], at = at, at - timedelta(r.randrange(2, 45))
    style = r.choice(["{}年{}月{}日", "{}年{}月{}日", "{}年{:02d}月{:02d}日"])
    written = {name: style.format(d.year, d.month, d.day) for name, d in days.items()}
    return written | {"signcn": spoken(signed)}


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    r = scene.r
    scene.fixed |= calendar(scene, doc_type)
    names = prepare(scene, doc_type) | {"{mid}": "{org:" + scene.place.city + "中级人民法院}"}
    names["¥"] = str(scene.year)
    told = facts(scene, names)
    traps = extras(scene, names, dense)
    blocks = [say(scene, scene.family.BLOCKS, names) for _ in range(r.choice([0, 0, 1, 1, 2]))]
    cut = r.randrange(len(traps) + 1)
    sections = {
        "head": lambda: head(scene, doc_type, names),
        "parties": lambda: parties(scene, names),
        "facts": lambda: [*told, *table(scene, flags, dense, names), *paragraphs(r, traps[:cut]), *blocks],
        "EVIDENCE": lambda: [say(scene, scene.family.EVIDENCE, names)],
        "REASONS": lambda: [*paragraphs(r, traps[cut:]), say(scene, scene.family.REASONS[doc_type], names)],
        "APPEAL_END": lambda: [*paragraphs(r, traps[cut:]), say(scene, scene.family.APPEAL_END, names)],
        "REVIEW_END": lambda: [*paragraphs(r, traps[cut:]), say(scene, scene.family.REVIEW_END, names)],
        "verdicts": lambda: verdicts(scene, names),
        "sign": lambda: [say(scene, x, names) for x in r.choice(scene.family.SIGNATURES)],
        "claimant": lambda: [say(scene, scene.family.CLAIMANT, names | {"@": "v1"})],
    }
    lines = assemble(scene, doc_type, sections, names)
    return lay_out(scene, [x for i, x in enumerate(lines) if x not in lines[:i] or len(x) < 20])


def parties(scene: Scene, names: dict[str, str]) -> list:
    """One paragraph, form or row per party; one clerk keeps one style as long as the person has what it asks for."""
    r, f = scene.r, scene.family
    style = r.choice(f.PARTY_STYLES)
    lines = []
    for p in group_members(scene, "ds"):
        at = names | {"@": p["key"]}
        foreign = p["name"] in f.FOREIGN or p["name"] in f.LATIN
        person = say(scene, f.PARTY_FOREIGN if foreign else style, at) or say(scene, f.PARTY_STYLES, at)
        lines += party(scene, p, person, at)
    return lines


def facts(scene: Scene, names: dict[str, str]) -> list[str]:
    """One to three things that happened, each on its own day, numbered as clerks number them."""
    r = scene.r
    pool = scene.charge["facts"]
    count = min(len(pool), r.choice([1, 1, 2, 2, 3]))
    chosen = pool[:1] if count == 1 else r.sample(pool, count)  # the first tells the crime on its own
    lines = [say(scene, x, names | {"{when}": f"{{when{i}}}"}) for i, x in enumerate(chosen, 1)]
    lines = [x for x in lines if x] or [say(scene, pool, names | {"{when}": "{when1}"})]
    if len(lines) > 1 and r.random() < 0.6:
        style = r.choice(NUMBERINGS)
        lines = [style.format("一二三"[i]) + x for i, x in enumerate(lines)]
    return lines


def extras(scene: Scene, names: dict[str, str], dense: bool) -> list[str]:
    """Sentences that carry the traps; in dense documents two or more of every kind."""
    r = scene.r
    chosen = []
    for kind, frames in scene.family.DETAILS.items():
        if kind == "secret" and "secret" not in scene.fixed:
            continue
        times = DENSE.get(kind, 2) if dense else int(r.random() < RATES.get(kind, RATE))
        times *= r.randrange(1, 3) if kind in KEEPING else 1
        chosen += [say(scene, frames, names) for _ in range(times)]
    if scene.fixed["words"]:
        chosen.append(say(scene, scene.fixed["words"], names))
    chosen = list(dict.fromkeys(c for c in chosen if c))
    r.shuffle(chosen)
    return chosen
