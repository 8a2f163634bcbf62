"""Family g: written by someone who had not seen the engine, and kept aside to judge it.

People are introduced as clerks introduce them: by trade, kinship, what they were doing, or by nothing, once; from then on
the name alone stands. What is said of them is spread over the sections of a document, as ordinary prose is.
"""

from __future__ import annotations

import re
from random import Random

from tests.redaction.generator.compose import substitute
from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.slots import Scene, group_members, render

from . import g_crimes, g_frames, g_traps, g_words
from .d import calendar
from .d import fitting as fitting
from .e_plan import Writer
from .f import cards_ends, worded
from .g_words import *  # noqa: F403
from .skeleton import DENSE, lay_out, paragraphs, say

for module in (g_frames, g_traps, g_crimes):
    globals().update({k: worded(v, g_words.LABELS) for k, v in vars(module).items() if k.isupper()})

RATE = 0.24
RATES = {"inference": 0.12, "secret": 1.0, "other": 0.12, "nickword": 0.15, "kinship": 0.35, "expert": 0.4}
RATES |= {"passing": 0.75, "witness": 0.7, "prose": 0.85, "lists": 0.45, "home": 0.4}
RATES |= {"given_name": 0.35, "nickname": 0.3, "keep_places": 0.5, "keep_orgs": 0.55, "keep_facts": 0.5}
RATES |= {"keep_names": 0.5, "keep_numbers": 0.65}
TIMES = {"lists": 2, "passing": 4, "witness": 3, "prose": 4, "home": 3}  # at most so many
TIMES |= {"keep_numbers": 3, "keep_orgs": 3, "keep_facts": 3, "keep_places": 3}
ALSO = ["另查明，", "另查明：", "还查明，", "同时查明，", "需要说明的是，", "", "", ""]
POOLS = {
    "counsel": "COUNSEL",
    "proof": "PROOF",
    "opinion": "OPINION",
    "property": "PROPERTY",
    "relief": "RELIEF",
    "found": "FOUND",
    "reviewed": "REVIEWED",
    "reason": "APPEAL_REASON",
    "end": "APPEAL_END",
    "claim": "CLAIM",
    "ending": "REVIEW_END",
    "tocourt": "TO_COURT",
    "toupper": "TO_UPPER",
    "sign": "SIGN",
    "annex": "ANNEX",
    "foot": "FOOT",
}
INTRODUCED = re.compile(r"~\{(\w+)\}")


class Clerk(Writer):
    """One document in the making; ``waiting`` are the sentences that no section has taken yet."""

    def __init__(self, scene: Scene, doc_type: str, flags: set[str], dense: bool) -> None:
        super().__init__(scene, doc_type, flags, dense)
        self.passers = [k for k in scene.people if k[0] == "w" and int(k[1]) > 4]
        self.r.shuffle(self.passers)
        self.names |= self.constants()
        self.met: set[str] = set()
        self.calls = {k: before(self.r, self.family, k[0], p) for k, p in scene.people.items()}
        self.waiting: list[str] = []
        self.shares = 1

    def constants(self) -> dict[str, str]:
        """What stays the same from the first line to the last: the firm, the shop, the year."""
        r, city = self.r, self.scene.place.city
        town = city.removesuffix("市") if city.endswith("市") else ""
        return {
            "&firm": "{org:" + r.choice([town, city, ""]) + r.choice(self.family.FIRMS) + "}",
            "&shop": "{org:" + r.choice(self.family.SHOPS) + "}",
            "&yr": str(self.scene.year),
            "{mid}": "{org:" + city + "中级人民法院}",
        }

    def section(self, name: str) -> list:
        if name.startswith("="):
            return [say(self.scene, name[1:], self.names)]
        if name in POOLS:
            pool = getattr(self.family, POOLS[name])
            return [self.tell(pool[self.doc_type] if isinstance(pool, dict) else pool)]
        return getattr(self, name)()

    def course(self) -> list:
        return [self.tell(self.family.COURSE_OLD if self.scene.year < 2019 else self.family.COURSE_NEW)]

    def parties(self) -> list:
        """One style for all, as one clerk writes them; foreigners have a passport."""
        f, r, lines = self.family, self.r, []
        style = r.choice(f.PARTY_STYLES)
        for p in group_members(self.scene, "ds"):
            at = {"@": p["key"]}
            foreign = p["name"] in f.FOREIGN or p["name"] in f.LATIN
            person = self.tell(f.FOREIGN_STYLES if foreign else style, **at) or self.tell(f.PARTY_STYLES, **at)
            measure = self.tell(f.MEASURES, **at)
            lines += [person, measure] if "\n" in person else [person + measure]
            if p["minor"] and "juvenile" in self.scene.fixed and r.random() < 0.5:
                lines.append(self.tell(f.JUVENILE_LINES, **at))
        return lines

    def story(self) -> list:
        """One to three things that happened, each on its day; sometimes numbered."""
        pool, r = self.scene.charge["facts"], self.r
        count = min(len(pool), r.choice([1, 2, 2, 3]))
        chosen = pool[:1] if count == 1 else sorted(r.sample(pool, count), key=pool.index)
        lines = [self.tell(x, **{"{when}": f"{{when{i}}}"}) for i, x in enumerate(chosen, 1)]
        lines = [x for x in lines if x] or [self.tell(pool, **{"{when}": "{when1}"})]
        if len(lines) > 1 and r.random() < 0.5:
            style = r.choice(["{}、", "（{}）", "{}．", "（第{}起）", "事实{}：\n"])
            lines = [style.format("一二三"[i]) + x for i, x in enumerate(lines)]
        elif len(lines) > 1 and r.random() < 0.3:
            lines = ["".join(lines)]
        return lines

    def table(self) -> list:
        people = group_members(self.scene, "vs")
        if self.tabled or not people or not (self.dense or "table" in self.flags):
            return []
        self.tabled = True
        header, row = self.r.choice(self.family.TABLES)
        rows = [say(self.scene, row, self.names | {"@": p["key"], "{i}": str(i)}) for i, p in enumerate(people, 1)]
        return [[Piece(header)], *[render(x, self.scene) for x in rows if x]]

    def blocks(self) -> list:
        return [self.tell(self.family.BLOCKS) for _ in range(self.r.choice([1, 1, 2]))]

    def notes(self) -> list:
        """A share of the waiting sentences: paragraphs, a list, or one of each; and now and then a block of records."""
        r = self.r
        count = -(-len(self.waiting) // self.shares)
        self.shares = max(1, self.shares - 1)
        mine, self.waiting = self.waiting[:count], self.waiting[count:]
        if not mine:
            return []
        if len(mine) > 2 and r.random() < 0.15:
            style = r.choice(["{}．", "（{}）", "{}）"])
            lines = [style.format(i) + s for i, s in enumerate(mine, 1)]
        else:
            lines = paragraphs(r, mine)
            lines[0] = r.choice(ALSO) + lines[0]
        return [*lines, *(self.blocks() if r.random() < 0.2 else []), *self.table()]

    def traps(self) -> list[str]:
        """Sentences of every kind as often as files have them; in dense documents two or more of each."""
        r, chosen = self.r, []
        for kind, frames in self.family.DETAILS.items():
            if kind == "secret" and "secret" not in self.scene.fixed:
                continue
            times = DENSE.get(kind, 2) if self.dense else int(r.random() < RATES.get(kind, RATE))
            times *= r.randrange(1, TIMES.get(kind, 1) + 1)
            chosen += [self.tell(frames) for _ in range(times)]
        chosen.append(say(self.scene, self.scene.fixed["words"], self.names))
        chosen = [c for c in chosen if c]
        r.shuffle(chosen)
        return chosen

    def introduce(self, line):
        """The first mention says who somebody is, the next ones rarely."""
        if not isinstance(line, str):
            return line
        return INTRODUCED.sub(lambda m: self.mention(m.group(1)), line)

    def mention(self, key: str) -> str:
        name, (word, way) = f"{{{key}}}", self.calls[key]
        if key in self.met:
            return word + name if way == "before" and self.r.random() < 0.15 else name
        self.met.add(key)
        return substitute(way if "@" in way else "^@", {"^": word, "@": name})


def before(r: Random, f, kind: str, person: dict) -> tuple[str, str]:
    """(word, how it stands with the name): a role, a trade, kinship, a post, a doing, or nothing."""
    if kind != "w":
        words = {"v": f.VICTIM_BEFORE, "c": ["被害人"], "g": f.GUARDIAN_BEFORE[person["sex"]], "x": f.EXPERT_BEFORE}
        word = r.choice((words | {"p": f.POLICE_BEFORE}).get(kind, [""]))
        return ("", "") if r.random() < 0.12 else (word, "before")
    sex, way = person["sex"], r.random()
    word = r.choice(f.BEFORE)
    if way < 0.44:
        return word, "before"
    if way < 0.62:
        return "", ""
    if way < 0.72:
        return r.choice(["", "其"]) + r.choice(f.KIN_BEFORE[sex]), "before"
    if way < 0.82:
        return r.choice(f.DOING), "^@"
    if way < 0.88:
        age = r.randrange(19, 76)
        return word, r.choice(["@（^）", f"@（^，{sex}）", "@（系^）", f"@（{sex}，{age}岁，^）"])
    if way < 0.94:
        return r.choice(f.POSTS), r.choice(["该公司^@", "公司^@", "&firm^@", "时任^@"])
    return word, r.choice([f"一个叫@的{sex}子", f"姓名为@的{sex}子", "名叫@的^", "自称@的^"])


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    scene.fixed |= calendar(scene, doc_type)
    clerk = Clerk(scene, doc_type, flags, dense)
    layout = scene.r.choice(scene.family.LAYOUTS[doc_type]).split("|")
    clerk.shares = layout.count("notes")
    told = {"story": clerk.story()}
    clerk.waiting = clerk.traps()
    lines: list = []
    for name in layout:
        lines += told[name] if name in told else clerk.section(name)
    lines = [substitute(x, clerk.names) if isinstance(x, str) else x for x in map(clerk.introduce, lines)]
    if not clerk.tabled:
        flags.discard("table")
    return cards_ends(lay_out(scene, lines))
