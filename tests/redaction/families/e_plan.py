"""How family e writes a document: a layout is one text of sections, every passer-by is named once."""

from __future__ import annotations

import re

from tests.redaction.families.skeleton import DENSE, lay_out, paragraphs, prepare, say
from tests.redaction.generator import policy
from tests.redaction.generator.compose import penalty, substitute
from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.places import own_number
from tests.redaction.generator.slots import Scene, group_members, render

GIVEN_SLOT = re.compile(r"\{(\w+):given\}")
SECTION = re.compile(r"\[(\w+)\]")
MORE_NOISE = {"name_spaced": 0.15, "name_linebreak": 0.05}  # above the common rates: the set is meant to be hard
POOLS = {
    "counsel": "COUNSEL",
    "course": "COURSE",
    "found": "FOUND",
    "proof": "PROOF",
    "opinion": "OPINION",
    "property": "PROPERTY",
    "relief": "RELIEF",
    "reason": "APPEAL_REASON",
    "end": "APPEAL_END",
    "claim": "CLAIM",
    "reviewed": "REVIEWED",
    "ending": "REVIEW_END",
    "sign": "SIGNATURES",
    "annex": "ANNEX",
    "court": "TO_COURT",
    "upper": "TO_UPPER",
}


class Writer:
    """One document in the making; ``passers`` are those who have not been named yet."""

    def __init__(self, scene: Scene, doc_type: str, flags: set[str], dense: bool) -> None:
        self.scene, self.doc_type, self.flags, self.dense = scene, doc_type, flags, dense
        self.r, self.family = scene.r, scene.family
        self.names = prepare(scene, doc_type)
        self.passers = [k for k in scene.people if k[0] == "w" and int(k[1]) > 4]
        self.said: set[str] = set()
        self.tabled = False

    def tell(self, frames: list[str] | str, **more: str) -> str:
        """A sentence, not the same twice; a passer-by in it is used up."""
        passer = self.passers[0] if self.passers else "w0"
        for _ in range(4):
            made = say(self.scene, frames, self.names | {"&": passer} | more)
            if made not in self.said and self.clear(made):
                break
        else:
            return ""
        self.said.add(made)
        if f"{{{passer}" in made or f":{passer}}}" in made:
            self.passers.remove(passer)
        return made

    def clear(self, made: str) -> bool:
        """A bare given name or a shop named after someone must point at one person: its label could be argued with."""
        if self.scene.role_words and "{own}" in made:
            return False
        people = self.scene.people
        given = [people[k]["name"].removeprefix(people[k]["surname"]) for k in GIVEN_SLOT.findall(made)]
        return all(sum(p["name"].endswith(g) for p in people.values()) == 1 for g in given)

    def section(self, name: str) -> list:
        if name in POOLS:
            pool = getattr(self.family, POOLS[name])
            return [self.tell(pool[self.doc_type] if isinstance(pool, dict) else pool)]
        return getattr(self, name)()

    def masthead(self) -> list:
        r, f, scene = self.r, self.family, self.scene
        mark = r.choice(f.MARKS[self.doc_type])
        if "juvenile" in scene.fixed and (not scene.people["d1"]["registered"] or r.random() < 0.5):
            mark = r.choice(f.JUVENILE)
        parts = {
            "organ": policy.keep("org", r.choice(["", scene.place.province]) + scene.place.proc),
            "title": Piece(scene.fixed.get("internal") or r.choice(f.TITLES[self.doc_type])),
            "number": policy.keep("case_no", own_number(r, scene.place, scene.year, mark)),
        }
        lines: list = [[Piece(scene.fixed["mark"])]] if "mark" in scene.fixed else []
        for text in r.choice(f.MASTHEADS).split("\n"):
            line: list[Piece] = []
            for at, part in enumerate(SECTION.split(text)):
                line += [parts[part]] if at % 2 else render(substitute(part, self.names), scene)
            lines.append(line or [Piece("")])
        return lines

    def parties(self) -> list:
        """One style for all, as one clerk writes them; foreigners have a passport."""
        f, lines = self.family, []
        style = self.r.choice(f.PARTY_STYLES)
        for p in group_members(self.scene, "ds"):
            foreign = p["name"] in f.FOREIGN or p["name"] in f.LATIN
            at = {"@": p["key"]}
            person = self.tell(self.r.choice(f.FOREIGN_STYLES) if foreign else style, **at)
            if not person:  # a form of the name that this person lacks
                person = self.tell(f.PARTY_STYLES, **at)
            measure = self.tell(f.MEASURES)
            lines += [person, measure] if "\n" in person else [person + measure]
            if p["minor"] and "juvenile" in self.scene.fixed and self.r.random() < 0.5:
                lines.append(self.tell(f.JUVENILE_LINES, **at))
        return lines

    def claimant(self) -> list:
        return [self.tell(self.family.CLAIMANT, **{"@": "v1"})]

    def story(self) -> list:
        pool = self.scene.charge["facts"]
        chosen = self.r.sample(pool, min(len(pool), self.r.choice([1, 2, 2])))
        lines = [x for x in map(self.tell, chosen) if x]
        if len(lines) > 1 and self.r.random() < 0.4:
            style = self.r.choice(["{}．", "（{}）", "事实{}："])
            lines = [style.format(i) + x for i, x in enumerate(lines, 1)]
        return lines

    def table(self) -> list:
        people = group_members(self.scene, "vs")
        if self.tabled or not people or not (self.dense or "table" in self.flags):
            return []
        self.tabled = True
        header, row = self.r.choice(self.family.TABLES)
        rows = [substitute(row, self.names | {"@": p["key"], "{i}": str(i)}) for i, p in enumerate(people, 1)]
        return [[Piece(header)], *[render(x, self.scene) for x in rows]]

    def odds(self) -> list:
        """The traps: bare paragraphs, a numbered list, or one block."""
        lines, r = [] if self.tabled else self.table(), self.r
        sentences = self.traps()
        way = r.random()
        if way < 0.5:
            return [*lines, *paragraphs(r, sentences)]
        if way < 0.75:
            style = r.choice(["{}）", "{}. ", "（{}）"])
            return [
                *lines,
                r.choice(["补充事项：", "其他相关情况：", "附带查明："]),
                *(style.format(i) + s for i, s in enumerate(sentences, 1)),
            ]
        if way < 0.9:
            return [*lines, r.choice(["此外，", "同时查明，", ""]) + "".join(sentences)]
        return [*lines, *(r.choice(["·", "— ", "※"]) + s for s in sentences)]

    def traps(self) -> list[str]:
        r, chosen = self.r, []
        for kind, frames in self.family.DETAILS.items():
            if kind == "secret" and "secret" not in self.scene.fixed:
                continue
            if self.dense:
                times = DENSE.get(kind, 2)
            else:
                times = int(r.random() < self.family.RATES.get(kind, 0.27))
            if kind in ("keep", "passing"):
                times *= r.randrange(1, 5 if kind == "keep" else 4)
            chosen += [self.tell(frames) for _ in range(times)]
        chosen.append(self.scene.fixed["words"])
        chosen = [c for c in chosen if c]
        r.shuffle(chosen)
        return chosen

    def verdicts(self) -> list:
        """The judgment as an appeal quotes it: its penalties must not decide anything."""
        style = self.r.choice(self.family.VERDICT)
        parts = [
            say(self.scene, style, self.names | {"@": p["key"], "{penalty}": penalty(self.r)})
            for p in group_members(self.scene, "ds")
        ]
        told = "".join(parts).rstrip("；，") + "。"
        return [self.tell(self.family.APPEALED, **{"{verdicts}": told})]


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    flags |= {flag for flag, rate in MORE_NOISE.items() if scene.r.random() < rate}
    writer = Writer(scene, doc_type, flags, dense)
    lines: list = []
    for text in scene.r.choice(scene.family.LAYOUTS[doc_type]).split("\n"):
        found = SECTION.fullmatch(text)
        lines += writer.section(found.group(1)) if found else [text]
    if not writer.tabled:
        flags.discard("table")
    return lay_out(scene, lines)
