"""Entering a wing from the command line: the process then belongs to that wing for good."""

from __future__ import annotations

import os
import sys

from anxin.config.base import VAR
from anxin.config.roles import OWNER

RUNTIME = {"inner": "app", "outer": "importer"}


def enter(wing: str, role: str | None = None) -> None:
    """Set Django up for ``inner`` or ``outer``, in a run-time role of the wing (or its ``owner``, to migrate).

    An address in the environment (``ANXIN_INNER_URL``) is used as it is: the launcher sets it for its processes.
    Otherwise it is that of this installation. Ends the process with a sentence when there is no installation yet.
    """
    variable = f"ANXIN_{wing.upper()}_URL"
    if variable not in os.environ:
        os.environ[variable] = _address(wing, role or RUNTIME[wing])
    os.environ["DJANGO_SETTINGS_MODULE"] = f"anxin.config.{wing}"
    import django

    django.setup()


def _address(wing: str, role: str) -> str:
    from anxin.launch import databases, keys

    keys.ensure(VAR / "secrets")
    try:
        return databases.installed(VAR, wing).url(role)
    except RuntimeError as error:
        if role == OWNER:  # makemigrations and the like need no database
            return "postgresql://nobody@/none?host=/nowhere"
        sys.exit(str(error))
