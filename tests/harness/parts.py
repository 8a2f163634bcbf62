"""Parts of the machine that some tests need and a machine may lack."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

POSTGRES15 = Path("/usr/lib/postgresql/15/bin")


def chromium() -> str | None:
    """Path of a Chromium, or None."""
    return os.environ.get("ANXIN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def required() -> set[str]:
    """Parts whose absence is a failure (environment variable REQUIRE, names separated by commas)."""
    return {name.strip() for name in os.environ.get("REQUIRE", "").split(",") if name.strip()}


def missing(part: str) -> str:
    """Why the part cannot be used, or the empty string when it can."""
    present = {
        "chromium": lambda: chromium() is not None,
        "postgres15": lambda: (POSTGRES15 / "postgres").exists(),
        "libreoffice": lambda: shutil.which("soffice") is not None,
        "poppler": lambda: shutil.which("pdftotext") is not None,
    }[part]()
    return "" if present else f"{part} is not installed"
