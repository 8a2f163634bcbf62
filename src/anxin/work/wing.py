"""One end of the corridor: its tables, its keys, its folders, and how it applies what comes in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from anxin.config.base import secret
from anxin.exchange.keys import Trusted, keyring
from anxin.exchange.package import INNER_TO_OUTER, OUTER_TO_INNER, Item
from anxin.exchange.spool import Spool


@dataclass(frozen=True)
class Wing:
    """``outbox``, ``parcel``, ``inbox``, ``sequence``, ``periodic`` are the wing's own model classes.

    ``apply`` maps a kind of item to the function that applies it inside the receiving transaction;
    ``load_blob`` gives the bytes of a blob by its SHA-256.
    """

    name: str
    outbox: Any
    parcel: Any
    inbox: Any
    sequence: Any
    periodic: Any
    apply: Mapping[str, Callable[[Item], None]]
    load_blob: Callable[[str], bytes]
    settled: dict[str, tuple[int, int]] = field(default_factory=dict)  # files that need no second look
    waiting: dict[str, int] = field(default_factory=dict)  # file -> number it waits for, as already on record
    said: dict[str, Any] = field(default_factory=dict)  # the last receipt written by this process

    @property
    def outgoing(self) -> str:
        return INNER_TO_OUTER if self.name == "inner" else OUTER_TO_INNER

    @property
    def incoming(self) -> str:
        return OUTER_TO_INNER if self.name == "inner" else INNER_TO_OUTER

    @property
    def spool_out(self) -> Spool:
        return Spool(Path(settings.SPOOL) / self.outgoing)

    @property
    def spool_in(self) -> Spool:
        return Spool(Path(settings.SPOOL) / self.incoming)

    @property
    def orders(self) -> Spool:
        """Copies, outside the database, of the packages that ended access: what a backup put back has forgotten."""
        return Spool(Path(settings.ORDERS))

    @property
    def private_key(self) -> str:
        return secret(f"{self.name}_signing_key")

    @property
    def trusted(self) -> dict[str, Trusted]:
        """The other wing's key; outside also the key of the duty officer, who can only hide."""
        if self.name == "inner":
            return keyring(Trusted(secret("outer_signing_key.pub")))
        officer = Trusted(secret("duty_signing_key.pub"), only_hide=True)
        return keyring(Trusted(secret("inner_signing_key.pub")), officer)

    def lock(self, name: str) -> Any:
        """The counter ``name``, locked until the end of the transaction."""
        self.sequence.objects.bulk_create([self.sequence(name=name)], ignore_conflicts=True)
        return self.sequence.objects.select_for_update().get(name=name)
