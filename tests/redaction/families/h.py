"""Family h: written by someone who had not seen the engine, and kept aside to judge it.

A document is told as a clerk tells it: who took part, one to three happenings, what witnesses said, how the person came
in, what was paid, each a paragraph of its own. Somebody is introduced once, by trade, kinship or part in the case.
"""

from __future__ import annotations

import re
from random import Random

from tests.redaction.generator import policy
from tests.redaction.generator.casting import rename
from tests.redaction.generator.people import han_name
from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.slots import ROLE_WORDS, SLOT, Scene, group_members, render

from . import h_crimes, h_frames, h_traps, h_words
from .d import calendar
from .d import facts as happenings
from .d import fitting as fits_d
from .f import cards_ends
from .h_words import *  # noqa: F403
from .skeleton import DENSE, head, lay_out, paragraphs, party, prepare, say, verdicts

RATE = 0.2
RATES = {"inference": 0.4, "secret": 1.0, "other": 0.12, "kinship": 0.3, "keep_names": 0.35, "keep_numbers": 0.65}
RATES |= {"passing": 0.75, "passport": 0.08, "former_name": 0.26, "email": 0.26}
RATES |= {"keep_places": 0.45, "keep_orgs": 0.5, "keep_facts": 0.45, "nickname": 0.32, "given_name": 0.42, "home": 0.3}
TIMES = {"keep_numbers": 3, "keep_orgs": 2, "keep_places": 2, "keep_facts": 2, "passing": 4}  # at most so many
INTRODUCED = re.compile(r"~\{(\w+)\}")
KINSHIP = re.compile(r"(其?)\^\{(\w+)\}")
ONCE = ("另查明：", "另查，", "此外，", "还查明，", "", "", "", "")


def worded(frames):
    """The same frames with the labels of numbers and places written out as alternatives."""
    if isinstance(frames, dict):
        return {k: worded(v) for k, v in frames.items()}
    if isinstance(frames, list | tuple):
        return type(frames)(worded(x) for x in frames)
    for token, text in h_words.LABELS.items() if isinstance(frames, str) else ():
        frames = frames.replace(token, text)
    return frames


globals().update({k: worded(v) for m in (h_frames, h_traps) for k, v in vars(m).items() if k.isupper()})
CRIMES = [c for c in worded(h_crimes.CRIMES) for _ in range(h_crimes.OFTEN.get(c["charge"], 1))]


def fitting(frame: str, scene: Scene) -> bool:
    """Beside people and forms: an inference is written of kept people only."""
    plain = KINSHIP.sub(r"\1{\2}", frame.replace("~", ""))
    if not fits_d(plain, scene):
        return False
    for m in SLOT.finditer(plain):
        if m.group(1).startswith("kin:"):
            return policy.decision(scene.people[m.group(1)[4:]])[0] == "keep"
    return True


class Clerk:
    """One document in the making."""

    def __init__(self, scene: Scene, doc_type: str, flags: set[str], dense: bool) -> None:
        self.scene, self.doc_type, self.flags, self.dense = scene, doc_type, flags, dense
        self.r, self.f = scene.r, scene.family
        r, city = self.r, scene.place.city
        if not dense and "v1" not in scene.charge["people"]:
            scene.people.pop("v1", None)  # the crime has no victim
        short = city.removesuffix("市") if city.endswith("市") else ""
        firm = r.choice([short, short, city, ""]) + r.choice(self.f.FIRMS)
        self.names = prepare(scene, doc_type) | {
            "{mid}": "{org:" + city + "中级人民法院}",
            "&firm": "{org:" + firm + "}",
            "{firm}": "{org:" + firm + "}",
            "{shop}": "{org:" + r.choice(self.f.SHOPS) + "}",
            "{cl}": "{v1}" if "v1" in scene.people else "{d1}",
            "¥": str(scene.year),
        }
        self.calls = {k: called(r, self.f, k[0], p) for k, p in scene.people.items()}
        self.calls |= {k: ROLE_WORDS[scene.people[k]["role"]] for k in scene.role_words & set(scene.people)}
        self.kin = {k: kinship(scene, k) for k in ("w3", "w4") if k in scene.people}
        self.met: set[str] = set()
        self.told: set[str] = set()

    def tell(self, pool, **at: str) -> str:
        """A sentence for which this case has the people, and that has not been told yet as long as there is one."""
        pool = pool[self.doc_type] if isinstance(pool, dict) else pool
        fresh = [x for x in pool if x not in self.told]
        for frame in self.r.sample(fresh, len(fresh)):
            line = say(self.scene, frame, self.names | at)
            if line:
                self.told.add(frame)
                return line
        return say(self.scene, pool, self.names | at) if self.dense else ""

    def introduce(self, line):
        """The first mention says who somebody is, the next ones rarely."""
        if not isinstance(line, str):
            return line
        line = KINSHIP.sub(self.related, line)
        line = INTRODUCED.sub(lambda m: self.mention(m.group(1)), line)
        self.met |= {key for key in SLOT.findall(line) if key in self.scene.people}
        return line

    def related(self, m: re.Match) -> str:
        """妻子张三, with 其 before it unless it is said whose."""
        self.met.add(m.group(2))
        said = m.string[: m.start()].endswith(("的", "之", "与", "载", "系"))
        return (m.group(1) or ("" if said else "其")) + self.kin[m.group(2)] + f"{{{m.group(2)}}}"

    def mention(self, key: str) -> str:
        name, call, first = f"{{{key}}}", self.calls[key], key not in self.met
        self.met.add(key)
        if "@" in call:
            return call.replace("@", name) if first else name
        return call + name if first or self.r.random() < 0.12 else name

    def section(self, name: str) -> list:
        if name.startswith("="):
            return [name[1:]]
        if name.endswith("?"):
            return self.section(name[:-1]) if self.r.random() < 0.5 else []
        if name in self.f.THEMES:
            return self.paragraph(name)
        if name.isupper():
            return [self.tell(getattr(self.f, name))]
        return getattr(self, name)()

    def paragraph(self, theme: str) -> list[str]:
        count = 1 if theme == "arrival" else self.r.choice([1, 1, 2, 2, 3])
        return ["".join(self.tell(self.f.THEMES[theme]) for _ in range(count))]

    def head(self) -> list:
        return head(self.scene, self.doc_type, self.names)

    def parties(self) -> list:
        """One style for all, as one clerk writes them; foreigners have a passport."""
        lines, style = [], self.r.choice(self.f.PARTY_STYLES)
        for p in group_members(self.scene, "ds"):
            at = self.names | {"@": p["key"]}
            foreign = p["name"] in self.f.FOREIGN or p["name"] in self.f.LATIN
            text = say(self.scene, self.f.PARTY_FOREIGN if foreign else style, at)
            lines += party(self.scene, p, text or say(self.scene, self.f.PARTY_STYLES, at), at)
        return lines

    def claimant(self) -> list:
        return [self.tell(self.f.CLAIMANT, **{"@": "v1" if "v1" in self.scene.people else "d1"})]

    def course(self) -> list:
        return [self.tell(self.f.COURSE_OLD if self.scene.year < 2019 else self.f.COURSE_NEW)]

    def story(self) -> list:
        return happenings(self.scene, self.names)

    def table(self) -> list:
        people = group_members(self.scene, "vs")
        if not people or not (self.dense or "table" in self.flags):
            self.flags.discard("table")
            return []
        self.flags.add("table")
        header, row = self.r.choice(self.f.TABLES)
        rows = [say(self.scene, row, self.names | {"@": p["key"], "{i}": str(i)}) for i, p in enumerate(people, 1)]
        return [[Piece(header)], *[render(x, self.scene) for x in rows if x]]

    def evidence(self) -> list:
        return [self.tell(self.f.EVIDENCE)]

    def reasons(self) -> list:
        return [self.tell(self.f.REASONS)]

    def verdicts(self) -> list:
        return verdicts(self.scene, self.names)

    def sign(self) -> list:
        pool = self.f.SIGN_OLD if self.scene.year < 2019 else self.f.SIGN_NEW
        return [say(self.scene, x, self.names) for x in self.r.choice(pool)]

    def mixed(self) -> list:
        """Particulars of every kind as often as files have them, in paragraphs or a list, and blocks of records."""
        r, chosen = self.r, []
        for kind, frames in self.f.DETAILS.items():
            if kind == "secret" and "secret" not in self.scene.fixed:
                continue
            times = DENSE.get(kind, 2) if self.dense else int(r.random() < RATES.get(kind, RATE))
            times *= r.randrange(1, TIMES.get(kind, 1) + 1)
            chosen += [self.tell(frames) for _ in range(times)]
        chosen.append(say(self.scene, self.scene.fixed["words"], self.names))
        chosen = [c for c in chosen if c]
        r.shuffle(chosen)
        if len(chosen) > 3 and r.random() < 0.12:
            lines = [f"{i}．{c}" for i, c in enumerate(chosen, 1)]
        else:
            lines = paragraphs(r, chosen)
            lines[:1] = [r.choice(ONCE) + x for x in lines[:1]]
        return lines + [self.tell(self.f.BLOCKS) for _ in range(r.choice([0, 0, 1, 1, 2]))]


def kinship(scene: Scene, key: str) -> str:
    """What w3 is to d1 and w4 to v1; those of one blood bear one surname."""
    r, f, person = scene.r, scene.family, scene.people[key]
    whose = scene.people.get("d1" if key == "w3" else "v1") or scene.people["d1"]
    words = [w for w in f.KIN_WORDS[person["sex"]] if f.ONLY_OF.get(w, whose["sex"]) == whose["sex"]]
    word = r.choice(words)
    others = [p["name"] for p in scene.people.values() if p is not person]
    free = (
        not person.get("word")
        and len(whose["name"]) < 4
        and key not in scene.role_words
        and whose["surname"] in f.SURNAMES + f.COMPOUND
    )
    if free and word in f.ONE_BLOOD:
        for _ in range(20):
            name, _ = han_name(r, f, whose["surname"])
            if len(name) > 2 and not any(name in o or o in name for o in others):
                rename(person, name, whose["surname"], f, r)
                break
    return word


def called(r: Random, f, kind: str, person: dict) -> str:
    """How somebody is introduced: a word before the name, or a phrase with @ where the name goes."""
    word = r.choice(f.BEFORE)
    if kind == "w":
        forms = [word] * 11 + ["", "", f"@（{word}）", f"一名叫@的{person['sex']}子", word]
        return r.choice(forms)
    words = {"v": f.VICTIM_WORDS, "c": ["被害人"], "g": f.GUARDIAN_WORDS[person["sex"]], "x": f.EXPERT_WORDS}
    return "" if r.random() < 0.12 else r.choice(words.get(kind, [""]))


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    scene.fixed |= calendar(scene, doc_type)
    clerk = Clerk(scene, doc_type, flags, dense)
    lines: list = []
    for name in scene.r.choice(scene.family.LAYOUTS[doc_type]).split():
        lines += [clerk.introduce(x) for x in clerk.section(name)]
    return cards_ends(lay_out(scene, lines))
