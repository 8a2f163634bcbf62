"""Family f: written by someone who had not seen the engine. The plain language of the files, in plain frequency.

People are introduced as files introduce them (车主、表弟、报警人, or nothing at all), each keeping one such word for the
whole document; firms and shops stay the same from the first line to the last.
"""

from __future__ import annotations

import re
from random import Random

from tests.redaction.generator import places, policy
from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.slots import Scene

from . import f_crimes, f_frames, f_traps, f_words
from .d import calendar, parties
from .d import facts as happenings
from .d import fitting as fitting
from .f_words import *  # noqa: F403
from .skeleton import DENSE, assemble, head, lay_out, paragraphs, prepare, say, table, verdicts

KEEPING = {"keep_names": 0.5, "keep_numbers": 0.75, "keep_places": 0.55, "keep_orgs": 0.6, "keep_facts": 0.6}
RATES = {"met": 0.7, "expert": 0.5, "inference": 0.14, "secret": 1.0, "other": 0.12, "kinship": 0.35} | KEEPING
RATE = 0.26
ALSO = ["另查明，", "另查明：", "还查明，", "又查明，", "此外，", "", "", ""]
TAIL = re.compile(r"(?<=尾号)\d{4}|(?<=尾号为)\d{4}")


def worded(frames, labels=f_words.LABELS):
    """The same frames with the labels of numbers and places written out as alternatives."""
    if isinstance(frames, dict):
        return {k: worded(v, labels) for k, v in frames.items()}
    if isinstance(frames, list | tuple):
        return type(frames)(worded(x, labels) for x in frames)
    for token, text in labels.items() if isinstance(frames, str) else ():
        frames = frames.replace(token, text)
    return frames


globals().update({k: worded(v) for m in (f_frames, f_traps) for k, v in vars(m).items() if k.isupper()})
CRIMES = [c for c in worded(f_crimes.CRIMES) for _ in range(f_crimes.OFTEN.get(c["charge"], 1))]


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    r, f = scene.r, scene.family
    scene.fixed |= calendar(scene, doc_type)
    names = prepare(scene, doc_type) | known(scene) | {"{mid}": "{org:" + scene.place.city + "中级人民法院}"}
    told = happenings(scene, names)
    traps = extras(scene, names, dense)
    blocks = [say(scene, f.BLOCKS, names) for _ in range(r.choice([0, 0, 0, 1, 1, 2]))]
    one, two = sorted(r.randrange(len(traps) + 1) for _ in range(2))
    also = r.choice(ALSO)
    era = "OLD" if scene.year < 2019 else "NEW"

    def then(section: str, more: list[str]):
        pool = getattr(f, section)
        return lambda: [say(scene, pool[doc_type] if isinstance(pool, dict) else pool, names), *paragraphs(r, more)]

    found = paragraphs(r, traps[:one])
    sections = {
        "head": lambda: head(scene, doc_type, names),
        "parties": lambda: parties(scene, names),
        "course": then("COURSE_" + era, []),
        "facts": lambda: [*told, *table(scene, flags, dense, names), *(also + x for x in found[:1]), *found[1:], *blocks],
        "evidence": then("EVIDENCE", traps[one:two]),
        "reasons": then("REASONS", traps[two:]) if doc_type in f.REASONS else None,
        "verdicts": lambda: verdicts(scene, names),
        "sign": lambda: [say(scene, x, names) for x in r.choice(f.SIGN_OLD if era == "OLD" else f.SIGN_NEW)],
        "claimant": lambda: [say(scene, f.CLAIMANT, names | {"@": "v1"})],
    }
    lines = assemble(scene, doc_type, sections, names)
    return cards_ends(lay_out(scene, [x for i, x in enumerate(lines) if x not in lines[:i] or len(x) < 20]))


def known(scene: Scene) -> dict[str, str]:
    """What stays the same in the whole document: what people are called by their part in it, firm, shop, scene."""
    r, f = scene.r, scene.family
    firm, shop = r.choice(f.FIRMS), r.choice(f.SHOPS)
    city = scene.place.city.removesuffix("市") if scene.place.city.endswith("市") else ""
    same = {
        "&firm": "{org:" + r.choice([city, city, scene.place.city, ""]) + firm + "}",
        "&shop": "{org:" + shop + "}",
        "&scene": "{scene:" + places.scene(r, f, scene.place) + "}",
        "¥": str(scene.year),
    }
    taken: set[str] = set()
    for key, person in scene.people.items():
        word = part(r, f, key[0], person)
        same["&" + key] = "" if word in taken and word not in ("证人", "被害人") else word
        taken.add(word)
    return same


def part(r: Random, f, kind: str, person: dict) -> str:
    """The word before a name: a role, a trade, a relation, or (one time in five) none."""
    if r.random() < 0.2:
        return ""
    if kind == "w":
        if r.random() < 0.28:
            return r.choice(["其", "其", ""]) + r.choice(f.KINSMEN[person["sex"]])
        return r.choice(f.WITNESSES)
    if kind == "g":
        return r.choice(f.GUARDIANS[person["sex"]])
    return {"v": r.choice(f.VICTIMS), "c": "被害人", "x": r.choice(f.EXPERTS), "o": "同案人"}.get(kind, "")


def extras(scene: Scene, names: dict[str, str], dense: bool) -> list[str]:
    """Sentences that carry the traps; in dense documents two or more of every kind."""
    r = scene.r
    chosen = []
    for kind, frames in scene.family.DETAILS.items():
        if kind == "secret" and "secret" not in scene.fixed:
            continue
        times = DENSE.get(kind, 2) if dense else int(r.random() < RATES.get(kind, RATE))
        times *= r.randrange(1, 3) if kind in KEEPING or kind == "met" else 1
        chosen += [say(scene, frames, names) for _ in range(times)]
    if scene.fixed["words"]:
        chosen.append(say(scene, scene.fixed["words"], names))
    chosen = list(dict.fromkeys(c for c in chosen if c))
    r.shuffle(chosen)
    return chosen


def cards_ends(pieces: list[Piece]) -> list[Piece]:
    """The last four digits of a card, as files write them for short, may stay or go."""
    out: list[Piece] = []
    for piece in pieces:
        at = 0
        for m in TAIL.finditer(piece.text) if piece.label is None else ():
            out += [Piece(piece.text[at : m.start()]), policy.optional("card_end", m.group(), "20(1)", None)]
            at = m.end()
        out.append(Piece(piece.text[at:]) if at else piece)
    return out
