"""Case packages of the demonstration, exactly as the case-handling system would hand them over."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from anxin.demo import docx, texts
from anxin.demo.docx import Line
from anxin.demo.names import Cast, Person
from anxin.demo.people import PETITIONS, PROSECUTION, holding
from anxin.demo.places import place
from anxin.demo.scenes import SCENES, Scene
from anxin.demo.story import Story, tell

TYPES = {"indictment": "起诉书", "protest": "刑事抗诉书", "review": "刑事申诉复查决定书"}
MARKS = {"indictment": "刑诉", "protest": "刑抗", "review": "刑申复决"}
CASE_TYPES = {"indictment": ("一审公诉", "刑诉"), "protest": ("二审抗诉", "刑提抗"), "review": ("刑事申诉审查", "刑申")}
LAWYERS = ("顾文彬", "沙丽华", "温如玉", "纪云帆", "洪学勤", "阮青松")
FIRMS = ("衡正律师事务所", "明理律师事务所", "天平律师事务所", "远山律师事务所")


@dataclass(frozen=True)
class Package:
    """One package: ``case.json`` as an object, the files beside it, and how far the demonstration takes the case."""

    data: dict[str, Any]
    files: dict[str, bytes]
    scene: Scene

    def write(self, folder: Path) -> Path:
        """Lay the package down as a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "case.json").write_text(json.dumps(self.data, ensure_ascii=False, indent=1), encoding="utf-8")
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        return folder


def generate(seed: int, today: date) -> list[Package]:
    """All packages; the same for the same seed and day, with dates that keep their distance from ``today``."""
    return [_package(Random(f"{seed}/{index}"), index, scene, today) for index, scene in enumerate(SCENES)]


def _package(random: Random, index: int, scene: Scene, today: date) -> Package:
    trigger = today - timedelta(days=scene.ago)
    judged = scene.kind in ("indictment", "protest")
    served = trigger - timedelta(days=random.randrange(45, 90)) if judged else min(trigger, today - timedelta(days=1))
    story = _story(random, scene, today, served)
    kind = scene.kind
    doc_type, mark = TYPES.get(kind, "不起诉决定书"), MARKS.get(kind, "刑不诉")
    number = f"{story.place.short}检{mark}〔{served.year}〕{30 + index * 3 + random.randrange(3)}号"
    lines = _lines(story, scene, number)
    title = f"{doc_type}（{story.accused[0].name}{'等人' if len(story.accused) > 1 else ''}{scene.charge}案）"
    document = {
        "file": f"{doc_type}.docx", "doc_type": TYPES.get(kind, "不起诉决定书"), "title": title, "number": number, "version": 1,
        "concluded_on": served.isoformat(),
        "served": [{"to": story.place.court if judged else story.accused[0].name, "on": (served + timedelta(days=1)).isoformat(),
                    "method": "直接送达"}],
    }
    data = _case(story, scene, index, served, trigger, today) | {"documents": [document]}
    return Package(data, {document["file"]: docx.write(lines)}, scene)


def _story(random: Random, scene: Scene, today: date, served: date) -> Story:
    role = "defendant" if scene.kind in ("indictment", "protest") else "non_prosecuted"
    story = tell(place(scene.organ), scene.charge, random, today, served, role=role, quirk=scene.quirk)
    department = PETITIONS if scene.kind == "review" else PROSECUTION
    story.officials = {"handler": holding(scene.organ, "handler", department).name, "assistant": random.choice(("孟祥云", "阚晓东", "")),
                       "lawyer": random.choice(LAWYERS), "firm": random.choice(FIRMS)}
    story.values["custody"] = "bail" if scene.months < 24 else "arrest"
    for person in story.accused:
        if role == "defendant" and scene.goal != "unjudged":
            person.sentence = sentence(scene.months if person is story.accused[0] else scene.months // 2)
    if scene.quirk == "recidivist":
        story.accused[0].recidivist = True
    if scene.goal == "juvenile":
        story.accused[0].minor, story.accused[0].birth = True, date(served.year - 16, 5, 20)
    if scene.kind == "review":
        story.people["petitioners"] = [_petitioner(story, today)]
    return story


def sentence(months: int) -> dict[str, Any]:
    """The effective sentence; short terms are suspended, none at all means detention."""
    if months == 0:
        return {"type": "拘役", "months": 2, "probation_months": 4}
    return {"type": "有期徒刑", "months": months, "probation_months": 24 if months <= 12 else None}


def _petitioner(story: Story, today: date) -> Person:
    """The victim who complains, in the role of a petitioner."""
    victims = story.people["victims"]
    if victims:
        person = replace(victims[0], role="petitioner", key="p1")
        story.people["victims"] = victims[1:]
        return person
    return Cast(story.random, story.place.citizens, story.place.region, today).person("petitioner")


def _lines(story: Story, scene: Scene, number: str) -> list[Line]:
    random, served = story.random, story.served
    makers: dict[str, Callable[[], list[Line]]] = {
        "indictment": lambda: texts.indictment(story, number),
        "protest": lambda: texts.protest(story, number, f"（{served.year}）某{random.randrange(1000, 1099)}刑初{random.randrange(20, 400)}号"),
        "review": lambda: texts.review(story, number, f"检刑不诉〔{served.year}〕{random.randrange(5, 90)}号", _lower(story)),
    }
    return makers.get(scene.kind, lambda: texts.non_prosecution(story, number, scene.kind))()


def _lower(story: Story) -> str:
    return f"{story.place.region}人民检察院" if story.place.region + "人民检察院" != story.place.organ else story.place.organ


def _case(story: Story, scene: Scene, index: int, served: date, trigger: date, today: date) -> dict[str, Any]:
    case_type, business = CASE_TYPES.get(scene.kind, CASE_TYPES["indictment"])
    department = PETITIONS if scene.kind == "review" else PROSECUTION
    accepted = served - timedelta(days=28)
    serial = index + 1
    return {
        "department_case_number": f"{story.place.short}检{business}受[{accepted.year}]{scene.organ}{serial:06d}号",
        "unified_case_number": f"{scene.organ}{accepted.year}{serial:07d}",
        "procuratorate": scene.organ, "case_name": f"{story.accused[0].name}{'等人' if len(story.accused) > 1 else ''}{scene.charge}案",
        "case_type": case_type, "charge": scene.charge, "department": department,
        "handler": holding(scene.organ, "handler", department).username,
        "accepted_on": accepted.isoformat(), "concluded_on": served.isoformat(), "closed": True,
        "judgment_effective": trigger <= today and scene.goal != "unjudged",
        "flags": ["juvenile_crime"] if scene.goal == "juvenile" else [], "protected_terms": [],
        "participants": [person.as_json() for person in story.all_people()] + _officials(story),
        "proceedings": _proceedings(story, scene, accepted, served, trigger, today), "measures": _measures(story, served),
        "judgment": _judgment(story, scene, trigger, index), "filing_review": {"required": scene.goal == "filing_review", "finished_on": None},
    }


def _officials(story: Story) -> list[dict[str, Any]]:
    """Those who act in office or defend; their names stay (Art 22)."""
    people = [("o1", story.officials["handler"], "official", "检察官"), ("o2", story.officials["assistant"], "official", "检察官助理"),
              ("l1", story.officials["lawyer"], "lawyer", "辩护律师")]
    return [{"key": key, "name": name, "role": role, "title": title} for key, name, role, title in people if name]


def _judgment(story: Story, scene: Scene, trigger: date, index: int) -> dict[str, str] | None:
    if scene.kind not in ("indictment", "protest") or scene.goal == "unjudged":
        return None
    received = trigger - timedelta(days=8 if scene.goal == "waiting" else story.random.choice((0, 2, 3)))
    return {"court": story.place.court, "number": f"（{trigger.year}）某{1000 + index}刑初{100 + index * 7}号",
            "received_on": received.isoformat(), "effective_on": trigger.isoformat()}


def _proceedings(story: Story, scene: Scene, accepted: date, served: date, trigger: date, today: date) -> list[dict[str, str]]:
    steps = [(accepted, "受理"), (accepted + timedelta(days=1), "分案"), (served, "审结"), (served + timedelta(days=1), "文书送达")]
    if scene.kind in ("indictment", "protest") and trigger <= today and scene.goal != "unjudged":
        steps.append((trigger, "裁判生效"))
    return [{"on": on.isoformat(), "kind": kind} for on, kind in steps]


def _measures(story: Story, served: date) -> list[dict[str, str | None]]:
    kind = "取保候审" if story.values["custody"] == "bail" else "逮捕"
    start = (story.incident + timedelta(days=21)).isoformat()
    return [{"participant": p.key, "kind": kind, "decided_on": start, "executed_on": start, "ended_on": None} for p in story.accused]
