"""What must hold of the tree as a whole."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent
FORBIDDEN = re.compile(r"(?<!L)(?<!Lesser )\b(A?GPL|General Public License)", re.IGNORECASE)
OWN_TOOLS = {"djade", "vulture"}     # run by hand, never shipped


def tracked() -> list[Path]:
    """Files of the tree; without git (an unpacked archive) everything outside ignored places."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in listed.stdout.split("\0") if name]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_ruff_has_nothing_to_say():
    run(str(TOOLS / "ruff"), "check", "--no-cache", "anxin", "src", "tests")


def test_pure_rooms_are_strictly_typed(tmp_path):
    run(str(TOOLS / "mypy"), "--cache-dir", str(tmp_path))


def test_imports_run_one_way():
    run(str(TOOLS / "lint-imports"), "--no-cache")


@pytest.mark.parametrize("wing", ["inner", "outer"])
def test_models_and_migrations_agree(wing, tmp_path, monkeypatch):
    monkeypatch.setenv("ANXIN_VAR", str(tmp_path))
    monkeypatch.delenv(f"ANXIN_{wing.upper()}_URL", raising=False)
    run(sys.executable, "-W", "ignore", "-m", "anxin", "manage", wing, "makemigrations", "--check", "--dry-run")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_files_name_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host", text)
    entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert all(re.match(r"[A-Za-z0-9_.\[\],-]+==\S+ (; .*)?\\$", line) for line in entries), "unpinned entry"


def test_development_and_product_pin_the_same_versions():
    def pins(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([A-Za-z0-9_.\[\],-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))

    development = pins("requirements-dev.txt")
    assert {k: development.get(k) for k in pins("requirements.txt")} == pins("requirements.txt")


def test_no_package_is_under_gpl_or_agpl():
    locked = re.findall(r"^([A-Za-z0-9_.-]+)", (ROOT / "requirements-dev.txt").read_text(), re.MULTILINE)
    bad = {}
    for name in locked:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue    # for another platform
        words = [about.get("License-Expression") or "", (about.get("License") or "")[:200]]
        words += [c for c in about.get_all("Classifier") or [] if c.startswith("License")]
        alternatives = re.split(r"\bOR\b", " ".join(words))
        if all(FORBIDDEN.search(part) for part in alternatives):
            bad[name] = words
    assert not bad


def test_no_path_of_a_machine_in_the_tree():
    places = re.compile(rb"/work/(main|shared)|/home/[a-z]|/Users/[A-Za-z]")
    offenders = [
        str(path.relative_to(ROOT)) for path in tracked()
        if path != Path(__file__) and path.suffix not in (".otf", ".ttf", ".npz", ".bin", ".pdf", ".docx", ".png")
        and places.search(path.read_bytes())
    ]
    assert not offenders


def test_files_stay_small():
    """No source file over 350 lines (data files aside)."""
    long = {
        str(path.relative_to(ROOT)): lines for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts and (lines := path.read_text().count("\n")) > 350
    }
    assert not long
