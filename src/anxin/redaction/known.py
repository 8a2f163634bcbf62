"""One person of a document with every form of the name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from anxin.redaction.names import key as name_key
from anxin.redaction.names import split
from anxin.redaction.roles import right_words
from anxin.redaction.structure import Found
from anxin.regulation.case import Participant
from anxin.regulation.decision import Decision


@dataclass
class Known:
    """One person of the document with every form of the name, as the view writes them."""

    person: Participant
    decision: Decision
    registered: bool
    name: str  # the view's form
    aliases: dict[str, str] = field(default_factory=dict)  # form -> former or nickname
    found: Found | None = None

    @property
    def key(self) -> str:
        return self.person.key

    @property
    def given(self) -> str:
        """The given name where it can stand alone: two characters or more."""
        if not self.name or "·" in self.person.name:
            return ""
        rest = name_key(split(self.person.name)[1])
        return rest if len(rest) >= 2 and not rest.isascii() and rest not in right_words() else ""

    @property
    def masked(self) -> bool:
        return self.decision.outcome != "keep"


def secret_key(name: str, case_key: bytes) -> str:
    """Key of an unregistered person: the same in all documents of a case, meaningless outside of it."""
    return "u" + hashlib.blake2b(name.encode(), key=case_key[:64], digest_size=8).hexdigest()
