"""What the engine gives back. Offsets are code points of the immutable original, end exclusive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from anxin.regulation.decision import Decision


@dataclass(frozen=True)
class Span:
    """One masked piece. ``expected`` is the original text there; ``apply`` refuses when it is not."""

    start: int
    end: int
    expected: str
    kind: str  # name, id_card, phone, home_address, ...
    article: str  # 19(1) ... 20(6)
    replacement: str
    rule: str = ""  # entry id of the rule set
    person: str | None = None
    confidence: float = 1.0
    sentence: str = ""  # for the reviewer: why this is masked
    decided_by: str = "engine"

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.expected) != self.end - self.start:
            raise ValueError(f"屏蔽位置有误：{self.start}-{self.end}")

    @classmethod
    def at(cls, start: int, end: int, text: str, values: Mapping[str, Any]) -> Span:
        """A span of [start, end) of ``text``: what it expects is there by itself. Made without the setters of a frozen
        object, which take most of the time of a document full of names."""
        span = object.__new__(cls)
        span.__dict__.update(values, start=start, end=end, expected=text[start:end])
        return span

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Span:
        return cls(**{k: v for k, v in data.items() if k in cls.__dataclass_fields__})


@dataclass(frozen=True)
class Doubt:
    """A place where a person has to decide. ``suggestion`` is the span to add when the answer is "mask"."""

    type: str  # same_name, common_word, unknown_role, unknown_person, unknown_sentence, kinship_chain, ...
    start: int
    end: int
    expected: str
    sentence: str  # what is to be decided, in Chinese
    article: str = ""
    person: str | None = None
    suggestion: Span | None = None
    risk: int = 0  # greater is shown first

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Doubt:
        known = {k: v for k, v in data.items() if k in cls.__dataclass_fields__}
        if known.get("suggestion"):
            known["suggestion"] = Span.from_json(known["suggestion"])
        return cls(**known)


@dataclass(frozen=True)
class Person:
    """One person of the document: from the case data, or found by structure (``registered`` False)."""

    key: str
    name: str
    role: str
    registered: bool
    decision: str  # mask, keep, ask
    article: str
    sentence: str
    symbol: str = ""  # 张某某; empty when the name is kept


@dataclass(frozen=True)
class Analysis:
    """The engine's answer for one document. ``gate.outcome`` other than ``publish`` or ``kiosk`` stops publication."""

    gate: Decision
    people: tuple[Person, ...]
    spans: tuple[Span, ...]  # sorted, never overlapping
    doubts: tuple[Doubt, ...]  # ordered by risk
    symbols: Mapping[str, str] = field(default_factory=dict)  # person key -> symbol, to be kept for the case
    protected: tuple[Protected, ...] = ()  # what no reader may find in the public text


@dataclass(frozen=True)
class Protected:
    """One value that the public text must not hold, for the verifier. Never logged, never published."""

    value: str
    kind: str

    def __repr__(self) -> str:
        return f"Protected(kind={self.kind!r})"
