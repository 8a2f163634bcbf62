"""Who may open which page. Every view carries exactly one of these markers; one without is never served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from anxin.inner.actor import Actor
from anxin.inner.organs.duties import Duty

View = Callable[..., Any]

CASEWORK = (Duty.HANDLER, Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.CASE_MANAGEMENT)
APPROVERS = (Duty.DEPARTMENT_HEAD, Duty.DEPUTY_CHIEF, Duty.CHIEF, Duty.CASE_MANAGEMENT)
READERS = (*CASEWORK, Duty.SECRECY)


@dataclass(frozen=True)
class Policy:
    """``duties`` None: every signed-in member of staff; ``anonymous``: also a visitor who has not signed in."""

    duties: frozenset[str] | None = None
    anonymous: bool = False

    def admits(self, actor: Actor) -> bool:
        """Whether a signed-in member of staff may open the page; what it then shows is up to the queries."""
        return self.duties is None or bool(self.duties & actor.duties)


def _mark(policy: Policy) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        # every action is a transaction of its own: a page must not hold the ledger's lock while it is rendered,
        # and a counted sign-in attempt must be seen by the one beside it
        view = transaction.non_atomic_requests(view)
        view.policy = policy  # type: ignore[attr-defined]
        return view

    return decorate


def open_to(*duties: str) -> Callable[[View], View]:
    """Mark a view for holders of any of these duties."""
    return _mark(Policy(frozenset(str(d) for d in duties)))


anyone = _mark(Policy(anonymous=True))
staff = _mark(Policy())


def of(view: View) -> Policy | None:
    """The policy of a view, None where somebody forgot it."""
    policy = getattr(view, "policy", None)
    return policy if isinstance(policy, Policy) else None
