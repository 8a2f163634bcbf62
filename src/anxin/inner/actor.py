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
class Mandate:
    """A duty exercised for somebody else while a delegation runs."""

    duty: str
    department_id: int | None
    giver_id: int
    giver: str


@dataclass(frozen=True)
class Actor:
    """A member of staff with the duties held now, or the system, which may hide and never publish.

    ``duties`` and ``headed`` hold what is exercised for others, too; ``lent`` and ``lent_headed`` only that. A lent
    duty is never passed on.
    """

    name: str
    organ: str
    staff_id: int | None = None
    department_id: int | None = None
    duties: frozenset[str] = field(default_factory=frozenset)
    headed: frozenset[int] = field(default_factory=frozenset)  # departments headed
    lent: frozenset[str] = field(default_factory=frozenset)
    lent_headed: frozenset[int] = field(default_factory=frozenset)
    mandates: tuple[Mandate, ...] = ()
    away: bool = False

    @classmethod
    def of(cls, staff: Staff) -> Actor:
        """The actor for a signed-in member of staff, with duties as they are at this moment."""
        from anxin.inner.organs.queries import duties_now, is_away, lent_to

        held = list(duties_now(staff))
        own = frozenset(d.duty for d in held)
        headed = frozenset(d.department_id for d in held if d.duty == "department_head" and d.department_id)
        mandates = tuple(Mandate(d.duty, d.department_id, d.giver_id, d.giver.name) for d in lent_to(staff))
        lent_headed = {m.department_id for m in mandates if m.duty == "department_head" and m.department_id} - headed
        return cls(
            name=staff.name,
            organ=staff.organ_id,
            staff_id=staff.pk,
            department_id=staff.department_id,
            duties=own | {m.duty for m in mandates},
            headed=headed | lent_headed,
            lent=frozenset(m.duty for m in mandates) - own,
            lent_headed=frozenset(lent_headed),
            mandates=mandates,
            away=is_away(staff.pk),
        )

    @classmethod
    def system(cls, reason: str, organ: str = "100000") -> Actor:
        """Nightly and incoming work, with the reason it runs for."""
        return cls(name=f"系统：{reason}", organ=organ)

    @property
    def is_system(self) -> bool:
        return self.staff_id is None

    @property
    def own_duties(self) -> frozenset[str]:
        """Duties held in the own name."""
        return self.duties - self.lent

    @property
    def own_headed(self) -> frozenset[int]:
        """Departments headed in the own name."""
        return self.headed - self.lent_headed

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
