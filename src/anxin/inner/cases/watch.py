"""The watched folder: what the case-handling system puts there is taken in, once, and the answer lies beside it.

A package is a folder with ``case.json``, put there whole by renaming; names that begin with a dot are not looked at.
What is taken moves to ``taken/``, what is refused to ``refused/`` with its faults in ``faults.txt``.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from anxin.inner.actor import Actor
from anxin.inner.cases.intake import IntakeRefused, take

TAKEN, REFUSED = "taken", "refused"
log = logging.getLogger("anxin.intake")


def folder() -> Path:
    """The watched folder of this installation."""
    return Path(os.environ.get("ANXIN_INTAKE") or settings.INTAKE)


def look(place: Path | None = None) -> dict[str, str]:
    """Take every package that waits; returns what became of each, by name. One bad package stops no other."""
    place = place or folder()
    if not place.is_dir():
        return {}
    waiting = [p for p in sorted(place.iterdir()) if p.is_dir() and p.name not in (TAKEN, REFUSED) and p.name[0] != "."]
    return {package.name: _take(package, place) for package in waiting if (package / "case.json").exists()}


def _take(package: Path, place: Path) -> str:
    faults = ""
    try:
        with transaction.atomic():
            take(package, Actor.system("案件导入"))
    except IntakeRefused as refused:
        faults = "".join(f"{fault.field}：{fault.reason}\n" for fault in refused.faults)
    except Exception as error:  # one package that breaks something must not hold up the others
        log.exception("package could not be taken")
        faults = f"case.json：系统未能处理（{type(error).__name__}），没有收入任何内容，请联系技术信息部门。\n"
    if faults:
        (package / "faults.txt").write_text(faults, encoding="utf-8")
    # only when the transaction holds: a package whose taking was lost is still there and is taken again
    transaction.on_commit(lambda: _move(package, place / (REFUSED if faults else TAKEN)))
    return faults


def _move(package: Path, to: Path) -> None:
    """Keep the package under its name and the moment, so that the same name may come again."""
    to.mkdir(exist_ok=True)
    package.rename(to / f"{package.name}-{timezone.now():%Y%m%d%H%M%S%f}")
