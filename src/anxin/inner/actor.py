"""Who acts. Every action takes an actor; one without raises."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anxin.inner.organs.models import Staff


class NotAllowed(Exception):
    """The actor may not do this; the message is a sentence for the screen."""


class Refused(Exception):
    """The state does not allow this; the message is a sentence for the screen."""


@dataclass(frozen=True)
class Actor:
    """A member of staff with the duties held now, or the system, which may hide and never publish."""

    name: str
    organ: str
    staff_id: int | None = None
    department_id: int | None = None
    duties: frozenset[str] = field(default_factory=frozenset)
    headed: frozenset[int] = field(default_factory=frozenset)  # departments headed

    @classmethod
    def of(cls, staff: Staff) -> Actor:
        """The actor for a signed-in member of staff, with duties as they are at this moment."""
        from anxin.inner.organs.queries import duties_now

        held = duties_now(staff)
        return cls(
            name=staff.name,
            organ=staff.organ_id,
            staff_id=staff.pk,
            department_id=staff.department_id,
            duties=frozenset(d.duty for d in held),
            headed=frozenset(d.department_id for d in held if d.duty == "department_head" and d.department_id),
        )

    @classmethod
    def system(cls, reason: str, organ: str = "100000") -> Actor:
        """Nightly and incoming work, with the reason it runs for."""
        return cls(name=f"系统：{reason}", organ=organ)

    @property
    def is_system(self) -> bool:
        return self.staff_id is None

    def require(self, duty: str, organ: str) -> None:
        """Raise ``NotAllowed`` unless the actor holds the duty in that organ."""
        from anxin.inner.organs.duties import Duty

        if self.organ != organ:
            raise NotAllowed("这不是本院的事项，您无权办理。")
        if duty not in self.duties:
            raise NotAllowed(f"此项工作由{Duty(duty).label}办理，您没有这一职责（规定第五条、第二十一条）。")


def checked(actor: Actor | None) -> Actor:
    """The actor, or an error where none was given: no action is anonymous."""
    if not isinstance(actor, Actor):
        raise NotAllowed("没有操作人，不能办理。")
    return actor
