"""How families c and d write a document: whole layouts, sentences with alternatives, traps spread over the sections.

In a sentence ``<a|b>`` is one of its alternatives (nested as deep as one likes), ``%`` the party's term, ``@`` the
person it is about, ``#`` any digit but nought; slots are those of the generator. A line ``§name`` of a layout is a section of that name.
"""

from __future__ import annotations

import re
from random import Random

from tests.redaction.generator import policy
from tests.redaction.generator.compose import LAWS, ROLE_TERM, penalty, substitute
from tests.redaction.generator.pieces import Piece
from tests.redaction.generator.places import own_number
from tests.redaction.generator.slots import Scene, group_members, render, usable

CHOICE = re.compile(r"<([^<>]*)>")
TRIES = 12
RARE = {"inference": 0.12, "secret": 1.0, "keep": 0.9}
DENSE = {"nickname": 4, "former_name": 5, "given_name": 5}  # many of these forms belong to kept people


def expand(r: Random, frame: str) -> str:
    """The sentence with one alternative of every choice, innermost first, and a digit for every ``#``."""
    while CHOICE.search(frame):
        frame = CHOICE.sub(lambda m: r.choice(m.group(1).split("|")), frame, count=1)
    return re.sub("#", lambda _: str(r.randrange(1, 10)), frame)


def say(scene: Scene, frames: list[str] | str, names: dict[str, str]) -> str:
    """A sentence for which this case has the people; empty when none is found."""
    pool = [frames] if isinstance(frames, str) else frames
    fits = getattr(scene.family, "fitting", usable)
    for _ in range(TRIES):
        made = substitute(expand(scene.r, scene.r.choice(pool)), names)
        if fits(made, scene):
            return made
    return ""


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All lines of one document, as pieces."""
    r = scene.r
    names = prepare(scene, doc_type)
    story = facts(scene, names)
    traps = extras(scene, names, dense)
    cut = r.randrange(len(traps) + 1) if r.random() < 0.5 else len(traps)
    sections = {
        "head": lambda: head(scene, doc_type, names),
        "parties": lambda: parties(scene, names),
        "facts": lambda: [*story, *table(scene, flags, dense, names), *paragraphs(r, traps[:cut])],
        "evidence": lambda: evidence(scene, names, traps[cut:]),
        "verdicts": lambda: verdicts(scene, names),
        "sign": lambda: [say(scene, x, names) for x in r.choice(scene.family.SIGNATURES)],
        "claimants": lambda: [say(scene, scene.family.CLAIMANT, names | {"@": "v1"})],
    }
    return lay_out(scene, assemble(scene, doc_type, sections, names))


def assemble(scene: Scene, doc_type: str, sections: dict, names: dict[str, str]) -> list:
    """The lines of one of the layouts: made sections, pools of sentences, fixed lines."""
    lines: list = []
    for item in scene.r.choice(scene.family.LAYOUTS[doc_type]):
        name = item.removeprefix("§")
        if name in sections and item.startswith("§"):
            lines += sections[name]()
        elif item.startswith("§"):
            pool = getattr(scene.family, name)
            lines.append(say(scene, pool[doc_type] if isinstance(pool, dict) else pool, names))
        else:
            lines.append(say(scene, item, names))
    return lines


def lay_out(scene: Scene, lines: list) -> list[Piece]:
    indent = scene.r.choice(["", "", "　　", "    "])
    out: list[Piece] = []
    for line in lines:
        if line == "":
            continue
        for part in [line] if isinstance(line, list) else line.split("\n"):
            out += [Piece("\n")] * bool(out)
            out += part if isinstance(part, list) else ([Piece(indent)] if part else []) + render(part, scene)
    return [*out, Piece("\n")]


def prepare(scene: Scene, doc_type: str) -> dict[str, str]:
    """Words fixed for the whole document."""
    r, f = scene.r, scene.family
    scene.fixed |= {"month": str(r.randrange(1, 13)), "chargeshort": scene.charge["charge"]}
    if "internal" in scene.fixed:
        scene.fixed["internal"] = r.choice(f.INTERNAL)
    if "mark" in scene.fixed:
        scene.fixed["mark"] = r.choice(f.SECRECY)
    term = ROLE_TERM[doc_type]
    if scene.people["d1"]["role"] == "non_prosecuted":
        term = "被不起诉人" if doc_type == "不起诉决定书" else "原案被不起诉人"
    law = LAWS[doc_type][scene.year >= 2019]
    return {
        "%": term,
        "{law}": "{statute:" + law + "}",
        "{st}": "{statute:" + r.choice(scene.charge["statute"]) + "}",
    }


def head(scene: Scene, doc_type: str, names: dict[str, str]) -> list:
    r, f = scene.r, scene.family
    mark = r.choice(f.MARKS[doc_type])
    if "juvenile" in scene.fixed and (not scene.people["d1"]["registered"] or r.random() < 0.5):
        mark = r.choice(f.JUVENILE)
    title = scene.fixed.get("internal") or r.choice(f.TITLES[doc_type])
    number = policy.keep("case_no", own_number(r, scene.place, scene.year, mark))
    organ = policy.keep("org", r.choice(["", scene.place.province]) + scene.place.proc)
    heading: list = [[organ], [Piece(title)], [number]]
    if r.random() < 0.25:
        heading[1] = say(scene, title + r.choice(f.TITLE_TAILS), names) or [Piece(title)]
    if r.random() < 0.2:
        heading = [[organ, Piece(title)], [Piece(r.choice(["文号：", "编号：", ""])), number]]
    return ([[Piece(scene.fixed["mark"])]] if "mark" in scene.fixed else []) + heading


def parties(scene: Scene, names: dict[str, str]) -> list:
    """One paragraph, form or table row per party; all in one style, as one clerk writes them."""
    r, f = scene.r, scene.family
    style = r.choice(f.PARTY_STYLES)
    lines = []
    for p in group_members(scene, "ds"):
        at = names | {"@": p["key"]}
        lines += party(scene, p, say(scene, style, at), at)
    if r.random() < 0.55:
        lines.append(say(scene, f.DEFENCE, names))
    return lines


def party(scene: Scene, person: dict, particulars: str, at: dict[str, str]) -> list[str]:
    """A party's particulars, what was done to him, and that he was a child, where it is said."""
    f = scene.family
    measure = say(scene, f.MEASURES, at)
    tabular = "\n" in particulars or "\t" in particulars
    lines = [particulars, measure] if tabular else [particulars + measure]
    if person["minor"] and "juvenile" in scene.fixed and scene.r.random() < 0.5:
        lines.append(say(scene, f.JUVENILE_LINES, at))
    return lines


def facts(scene: Scene, names: dict[str, str]) -> list[str]:
    r = scene.r
    pool = scene.charge["facts"]
    chosen = r.sample(pool, min(len(pool), r.choice([1, 1, 2])))
    lines = [x for x in (say(scene, one, names) for one in chosen) if x]
    if len(lines) > 1 and r.random() < 0.6:
        style = r.choice(["{}、", "（{}）", "第{}起："])
        lines = [style.format("一二三四"[i]) + x for i, x in enumerate(lines)]
    return lines


def extras(scene: Scene, names: dict[str, str], dense: bool) -> list[str]:
    """Sentences that carry the traps; in dense documents two or more of every kind."""
    r = scene.r
    chosen = []
    for kind, frames in scene.family.DETAILS.items():
        if kind == "secret" and "secret" not in scene.fixed:
            continue
        rate = RARE.get(kind, 0.28)
        times = DENSE.get(kind, 2) if dense else int(r.random() < rate)
        chosen += [say(scene, frames, names) for _ in range(times * r.randrange(1, 4) if kind == "keep" else times)]
    chosen = [c for c in chosen if c]
    if scene.fixed["words"]:
        chosen.append(scene.fixed["words"])
    r.shuffle(chosen)
    return chosen


def paragraphs(r: Random, sentences: list[str]) -> list[str]:
    lines, at = [], 0
    while at < len(sentences):
        step = r.randrange(1, 4)
        lines.append("".join(sentences[at : at + step]))
        at += step
    return lines


def evidence(scene: Scene, names: dict[str, str], traps: list[str]) -> list[str]:
    """The list of evidence; some of the traps stand in it, numbered or as a paragraph of their own."""
    r = scene.r
    first = say(scene, scene.family.EVIDENCE, names)
    if not traps or r.random() < 0.5:
        return [first, *paragraphs(r, traps)]
    style = r.choice(["（{}）", "{}．", "{}、"])
    return [first, "另查明：", *(style.format(i) + t for i, t in enumerate(traps, 1))]


def table(scene: Scene, flags: set[str], dense: bool, names: dict[str, str]) -> list:
    people = group_members(scene, "vs")
    if not people or not (dense or "table" in flags):
        flags.discard("table")
        return []
    flags.add("table")
    header, row = scene.r.choice(scene.family.TABLES)
    rows = [substitute(row, names | {"@": p["key"], "{i}": str(i)}) for i, p in enumerate(people, 1)]
    return [[Piece(header)], *[render(x, scene) for x in rows]]


def verdicts(scene: Scene, names: dict[str, str]) -> list[str]:
    """The judgment as an appeal quotes it: its penalties must not decide anything."""
    style = scene.r.choice(scene.family.VERDICT)
    people = group_members(scene, "ds")
    parts = [say(scene, style, names | {"@": p["key"], "{penalty}": penalty(scene.r)}) for p in people]
    return [say(scene, scene.family.APPEALED, names | {"{verdicts}": "".join(parts)})]
