"""One document: people, scenes, sections, noise, labels."""

from __future__ import annotations

from random import Random
from types import ModuleType

from . import noise, people, places, policy
from .casting import cast, gate_and_case, registry
from .pieces import Piece, gold, join
from .slots import Scene, group_members, render, usable

TYPES = ["起诉书"] * 3 + ["不起诉决定书"] * 2 + ["抗诉书", "刑事申诉复查决定书"]
ROLE_TERM = {
    "起诉书": "被告人",
    "不起诉决定书": "被不起诉人",
    "抗诉书": "原审被告人",
    "刑事申诉复查决定书": "原审被告人",
}
RATES = {
    "name_spaced": 0.3,
    "name_linebreak": 0.12,
    "line_wrap": 0.1,
    "adversarial": 0.1,
    "common_word_name": 0.2,
    "same_surname": 0.15,
    "same_name": 0.03,
    "consent": 0.08,
    "protected_term": 0.1,
    "table": 0.15,
}
LAWS = {
    "起诉书": ("第一百七十二条", "第一百七十六条第一款"),
    "不起诉决定书": ("第一百七十三条第二款", "第一百七十七条第二款"),
    "抗诉书": ("第二百一十七条", "第二百二十八条"),
    "刑事申诉复查决定书": ("第二百四十三条", "第二百五十四条"),
}
DENSE = {"nickname": 4, "former_name": 5, "given_name": 5}  # forms of names, of which many belong to kept people
NUMERALS = "一二三四五六七八九"


def document(r: Random, family: ModuleType, ident: str, dense: bool) -> dict:
    """One row: see the development set's README for the fields."""
    doc_type = r.choice(TYPES)
    flags = {f for f, rate in RATES.items() if r.random() < rate} | ({"protected_term"} if dense else set())
    scene = cast(r, family, doc_type, flags, dense)
    registry(r, scene, flags)
    gate, case = gate_and_case(r, scene, doc_type, flags)
    pieces = getattr(family, "write", write)(scene, doc_type, gate, flags, dense)
    spoiled, ways = noise.spoil(pieces, r, flags)
    draft = join(spoiled)
    if "line_wrap" in flags:
        draft = noise.wrap(draft, r)
    if any(p["minor"] for p in scene.people.values()):
        flags.add("minor")
    return {
        "id": ident,
        "doc_type": doc_type,
        "text": draft.text,
        "case": people.gold_case(case),
        "gold": gold(draft),
        "flags": sorted(flags),
        "adversarial": ways,
        "gate": gate,
        "fact": scene.charge["charge"],
        "source": "generator",
        "license": "own",
        "inputs": people.public_case(case),
    }


def pick(scene: Scene, frames: list[str], **names: str) -> str:
    """A sentence that this case has the people for; empty when there is none."""
    fitting = [f for f in (substitute(f, names) for f in frames) if usable(f, scene)]
    return scene.r.choice(fitting) if fitting else ""


def substitute(frame: str, names: dict[str, str]) -> str:
    for key, text in names.items():
        frame = frame.replace(key, text)
    return frame


def write(scene: Scene, doc_type: str, gate: dict, flags: set[str], dense: bool) -> list[Piece]:
    """All sections in order, as pieces."""
    r = scene.r
    era = "old" if scene.year < 2019 else "new"
    scene.fixed |= {
        "law": "",
        "month": str(r.randrange(1, 13)),
        "doc": doc_type,
        "chargeshort": scene.charge["charge"],
        "penalty": "",
        "verdicts": "",
    }
    term = ROLE_TERM[doc_type]
    if doc_type.startswith("刑事") and scene.people["d1"]["role"] == "non_prosecuted":
        term = "原案被不起诉人"
    names = {
        "%": term,
        "{law}": "{statute:" + LAWS[doc_type][era == "new"] + "}",
        "{st}": "{statute:" + r.choice(scene.charge["statute"]) + "}",
    }
    lines = head(scene, doc_type)
    body = {"起诉书": indictment, "不起诉决定书": indictment, "抗诉书": appeal, "刑事申诉复查决定书": review}[doc_type]
    lines += body(scene, doc_type, names, era, flags, dense)
    out: list[Piece] = []
    indent = r.choice(["", "", "　　"])
    for line in lines:
        if not line:
            continue
        out += [Piece("\n")] * bool(out) + ([Piece(indent)] if indent and not isinstance(line, list) else [])
        out += line if isinstance(line, list) else render(line, scene)
    return [*out, Piece("\n")]


def head(scene: Scene, doc_type: str) -> list:
    r, f = scene.r, scene.family
    mark = r.choice(f.MARKS[doc_type])
    if "juvenile" in scene.fixed and (not scene.people["d1"]["registered"] or r.random() < 0.5):
        mark = "未检" + mark.removeprefix("公诉").removeprefix("一部")
    number = policy.keep("case_no", places.own_number(r, scene.place, scene.year, mark))
    title = scene.fixed.get("internal") or r.choice(f.TITLES[doc_type])
    lines: list = []
    if "mark" in scene.fixed:
        lines.append([Piece(scene.fixed["mark"])])
    prefix = r.choice(["", "", scene.place.province])
    proc = policy.keep("org", prefix + scene.place.proc)
    lines += [[proc], [Piece(title)], [number], [Piece("")]]
    return lines


def parties(scene: Scene, names: dict[str, str], era: str) -> list:
    """Party paragraphs, one layout per document."""
    r, f = scene.r, scene.family
    lines: list = []
    for p in group_members(scene, "ds"):
        at = {"@": p["key"], **names}
        line = pick(scene, f.PARTY, **at)
        measure = pick(scene, f.PARTY_MEASURES, **at)
        lines.append(line + measure if "\n" not in line and "\t" not in line else line)
        if "\n" in line or "\t" in line:
            lines.append(measure)
        if p["minor"] and "juvenile" in scene.fixed and r.random() < 0.5:
            lines.append(names["%"] + "作案时系未成年人。")
    return lines


def extras(scene: Scene, flags: set[str], dense: bool) -> list:
    """Sentences that carry the traps; in dense documents two of every kind."""
    r, f = scene.r, scene.family
    chosen: list[str] = []
    for kind, frames in f.DETAILS.items():
        if kind == "secret" and "secret" not in scene.fixed:
            continue
        times = DENSE.get(kind, 2) if dense else int(r.random() < {"secret": 1, "inference": 0.1}.get(kind, 0.3))
        times = r.randrange(1, 4) if kind == "keep" else times
        chosen += [pick(scene, frames) for _ in range(times)]
    chosen = [c for c in chosen if c]
    r.shuffle(chosen)
    if scene.fixed["words"]:
        chosen.append(scene.fixed["words"])
    lines, at = [], 0
    while at < len(chosen):
        step = r.randrange(1, 4)
        lines.append("".join(chosen[at : at + step]))
        at += step
    return lines


def table(scene: Scene, flags: set[str], dense: bool) -> list:
    rows = group_members(scene, "vs")
    if not rows or not (dense or "table" in flags):
        flags.discard("table")
        return []
    flags.add("table")
    header, row = scene.r.choice(scene.family.TABLES)
    return [
        [Piece(header)],
        *[render(substitute(row, {"@": p["key"], "{i}": str(i)}), scene) for i, p in enumerate(rows, 1)],
    ]


def facts(scene: Scene, flags: set[str], dense: bool) -> list:
    r = scene.r
    fitting = [x for x in scene.charge["facts"] if usable(x, scene)]
    chosen = r.sample(fitting, min(len(fitting), r.choice([1, 1, 2])))
    if len(chosen) > 1 and r.random() < 0.5:
        chosen = [f"{NUMERALS[i]}、{x}" for i, x in enumerate(chosen)]
    return [*chosen, *table(scene, flags, dense), *extras(scene, flags, dense)]


def indictment(scene: Scene, doc_type: str, names: dict[str, str], era: str, flags: set[str], dense: bool) -> list:
    r, f = scene.r, scene.family
    course = pick(scene, f.COURSE_OLD if era == "old" else f.COURSE_NEW, **names)
    lines = [
        *parties(scene, names, era),
        pick(scene, f.DEFENCE) if r.random() < 0.6 else "",
        course,
        r.choice(f.FOUND),
        *facts(scene, flags, dense),
        pick(scene, f.EVIDENCE, **names),
        pick(scene, f.REASONS[doc_type], **names),
    ]
    if doc_type == "不起诉决定书":
        lines += [pick(scene, [x], **names) for x in f.REMEDY if r.random() < 0.8]
        return [*lines, [policy.keep("org", scene.place.proc)], "{date}"]
    lines += ["此致", [policy.keep("org", scene.place.court)], *signature(scene, era), pick(scene, f.ATTACH, **names)]
    return lines


def signature(scene: Scene, era: str) -> list:
    return [*scene.family.TAIL[era].split("\n"), "{date}"]


def appeal(scene: Scene, doc_type: str, names: dict[str, str], era: str, flags: set[str], dense: bool) -> list:
    r, f = scene.r, scene.family
    verdict = r.choice(f.VERDICT)
    verdicts = "".join(
        substitute(verdict, {"@": p["key"], "{penalty}": penalty(r)}) for p in group_members(scene, "ds")
    )
    opening = pick(scene, f.APPEAL_HEAD, **{"{verdicts}": verdicts}, **names)
    some = parties(scene, names, era) if r.random() < 0.5 else []
    return [
        *some,
        opening,
        "一、" + r.choice(f.FOUND),
        *facts(scene, flags, dense),
        "二、抗诉理由",
        pick(scene, f.APPEAL_REASON, **names),
        pick(scene, f.APPEAL_END, **names),
        "此致",
        [policy.keep("org", scene.place.city + "中级人民法院")],
        [policy.keep("org", scene.place.proc)],
        "{date}",
        pick(scene, f.ATTACH, **names),
    ]


def penalty(r: Random) -> str:
    """The quoted, not effective, sentence: it must not decide anything."""
    return r.choice(
        [
            "有期徒刑八个月",
            "有期徒刑一年二个月，缓刑二年",
            "有期徒刑三年",
            "有期徒刑四年六个月",
            "拘役三个月",
            "有期徒刑十一年，并处罚金",
            "免予刑事处罚",
        ]
    )


def review(scene: Scene, doc_type: str, names: dict[str, str], era: str, flags: set[str], dense: bool) -> list:
    r, f = scene.r, scene.family
    some = parties(scene, names, era)[:1] if r.random() < 0.4 else []
    return [
        pick(scene, f.REVIEW_PARTY, **{"@": "v1"}),
        *some,
        pick(scene, f.REVIEW_HEAD, **names),
        r.choice(f.REVIEW_FOUND),
        *facts(scene, flags, dense),
        pick(scene, f.REVIEW_END, **names),
        [policy.keep("org", scene.place.proc)],
        "{date}",
    ]
