"""What the rules need to know of a case.

The JSON form is the ``case`` object of the intake schema; unknown keys are ignored, missing ones take
the careful default (an unknown sentence is ``None``, which is never "three years or less" nor "more").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "defendant",  # 被告人
    "non_prosecuted",  # 被不起诉人
    "victim",  # 被害人
    "victim_rep",  # 被害人的法定代理人
    "witness",  # 证人
    "expert",  # 鉴定人
    "minor_guardian",  # 未成年人的监护人
    "petitioner",  # 申诉人
    "official",  # 检察、审判、侦查人员（履行职务）
    "lawyer",  # 辩护律师、代理律师
    "other",  # 其他人员
)


@dataclass(frozen=True)
class Sentence:
    """The effective sentence of one person; ``months`` is the combined term (数罪并罚取决定执行的刑罚)."""

    type: str
    months: int | None = None
    probation_months: int | None = None

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> Sentence | None:
        if not data or not data.get("type"):
            return None
        return cls(str(data["type"]), data.get("months"), data.get("probation_months"))


@dataclass(frozen=True)
class Participant:
    """One person of a case. ``key`` identifies the person within the case and over all its documents."""

    key: str
    name: str
    role: str
    title: str = ""
    aliases: tuple[str, ...] = ()
    sex: str = ""
    birth: str = ""
    minor: bool = False
    sentence: Sentence | None = None
    recidivist: bool = False
    habitual: bool = False
    consent_to_name: bool = False

    @classmethod
    def from_json(cls, data: Mapping[str, Any], index: int = 0) -> Participant:
        return cls(
            key=str(data.get("key") or f"p{index + 1}"),
            name=str(data.get("name") or ""),
            role=str(data.get("role") or "other"),
            title=str(data.get("title") or ""),
            aliases=tuple(str(a) for a in data.get("aliases") or ()),
            sex=str(data.get("sex") or ""),
            birth=str(data.get("birth") or ""),
            minor=bool(data.get("minor")),
            sentence=Sentence.from_json(data.get("sentence")),
            recidivist=bool(data.get("recidivist")),
            habitual=bool(data.get("habitual")),
            consent_to_name=bool(data.get("consent_to_name")),
        )


@dataclass(frozen=True)
class ProtectedTerm:
    """A term that the handler marked as secret, commercial or private (Article 20(4))."""

    text: str
    article: str = "20(4)"


@dataclass(frozen=True)
class Case:
    """The case as the rules see it. ``flags`` are the disclosure flags (state_secret, juvenile_crime, ...)."""

    participants: tuple[Participant, ...] = ()
    closed: bool = False
    judgment_effective: bool = False
    charge: str = ""
    protected_terms: tuple[ProtectedTerm, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Case:
        """Build a case from its JSON object. ``flags`` may be a list of names or an object of booleans."""
        flags = data.get("flags") or ()
        names = (k for k, v in flags.items() if v) if isinstance(flags, Mapping) else flags
        return cls(
            participants=tuple(Participant.from_json(p, i) for i, p in enumerate(data.get("participants") or ())),
            closed=bool(data.get("closed", False)),
            judgment_effective=bool(data.get("judgment_effective", False)),
            charge=str(data.get("charge") or ""),
            protected_terms=tuple(
                ProtectedTerm(str(t["text"]), str(t.get("article") or "20(4)"))
                for t in data.get("protected_terms") or ()
            ),
            flags=frozenset(str(f) for f in names),
        )
