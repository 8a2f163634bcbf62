"""All tests, in runs that cannot share a process: the pure rooms, each wing with its own settings, the browser.

Every run gets databases of its own on a throw-away cluster that lives as long as this command.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from anxin.config import roles
from anxin.launch import databases, keys
from anxin.launch.account import public_place
from anxin.launch.postgres import Cluster

ROOT = Path(__file__).resolve().parents[3]
OTHER_POSTGRES = Path("/usr/lib/postgresql/15/bin")
APART = ("inner", "outer", "e2e")


@dataclass
class Tally:
    """What all runs together came to."""

    passed: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, code: int, report: Path) -> None:
        """Add one pytest run; a run that broke off without a report counts as one failure, an empty one as nothing."""
        if report.exists():
            figures = json.loads(report.read_text())
            self.passed += figures["passed"]
            self.failed += figures["failed"]
            self.skipped.update(figures["skipped"])
        if code not in (0, 5) and not (report.exists() and figures["failed"]):
            self.failed += 1
            print(f"!! {name}：测试没有正常结束（退出码 {code}）", flush=True)

    def close(self) -> int:
        """Print what was skipped and why, then the one line that counts; the exit code."""
        if self.skipped:
            print("\n跳过的测试（次数、原因）：")
            for reason, times in sorted(self.skipped.items()):
                print(f"  {times:4d}  {reason}")
        print(f"{self.passed} passed, {self.failed} failed, {sum(self.skipped.values())} skipped", flush=True)
        return 1 if self.failed or not self.passed else 0


def run(arguments: list[str]) -> int:
    """Run the tests that the arguments select (all without a path); other arguments go to pytest as they are."""
    paths = [a for a in arguments if not a.startswith("-") and (ROOT / a.split("::")[0]).exists()]
    options = [a for a in arguments if a not in paths]
    if not paths and not any(o.startswith("-n") for o in options):
        options += ["-n", "2"]
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="anxin-") as place:
        environment = _environment(Path(place))
        if selected := _select(paths, "pure"):
            _pytest("pure", selected, options, environment, tally)
        wings = [wing for wing in databases.WINGS if _select(paths, wing)]
        if wings:
            _wings(wings, paths, options, environment, tally, None)
            if not paths:
                _wings_on_other_postgres(wings, paths, options, environment, tally)
        if selected := _select(paths, "e2e"):
            _pytest("e2e", selected, [o for o in options if o not in ("-n", "2")], environment, tally)
    return tally.close()


def _select(paths: list[str], run_name: str) -> list[str]:
    """The paths of one run; without any given, its whole directory (or all directories that are not apart)."""
    tests = ROOT / "tests"
    if not paths:
        if run_name != "pure":
            return [f"tests/{run_name}"] if any((tests / run_name).rglob("test_*.py")) else []
        rooms = (d for d in sorted(tests.iterdir()) if d.is_dir() and d.name not in (*APART, "harness", "__pycache__"))
        return [f"tests/{d.name}" for d in rooms if any(d.rglob("test_*.py"))]

    def run_of(path: str) -> str:
        parts = (ROOT / path.split("::")[0]).resolve().relative_to(tests).parts
        return parts[0] if parts and parts[0] in APART else "pure"

    return [path for path in paths if run_of(path) == run_name]


def _environment(place: Path) -> dict[str, str]:
    """The environment of all runs: keys of their own, none of this machine's installation."""
    keys.ensure(place / "var" / "secrets")
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ANXIN_") or k == "ANXIN_CHROMIUM"}
    return kept | {
        "ANXIN_VAR": str(place / "var"), "ANXIN_TEST_REPORT": str(place / "report.json"),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1",
    }


def _pytest(name: str, paths: list[str], options: list[str], environment: dict[str, str], tally: Tally) -> None:
    report = Path(environment["ANXIN_TEST_REPORT"])
    report.unlink(missing_ok=True)
    print(f"== {name}", flush=True)
    done = subprocess.run([sys.executable, "-m", "pytest", *options, *paths], cwd=ROOT, env=environment, check=False)
    tally.add(name, done.returncode, report)


def _wings(
    wings: list[str], paths: list[str], options: list[str], environment: dict[str, str], tally: Tally,
    binaries: Path | None,
) -> None:
    """Run the wings' tests one after the other on one throw-away cluster."""
    cluster = Cluster(public_place("anxin-test-"), binaries, throw_away=True)
    try:
        cluster.start()
        version = "PostgreSQL 15" if binaries else "PostgreSQL"
        for wing in wings:
            wing_settings = environment | {
                "DJANGO_SETTINGS_MODULE": f"anxin.config.{wing}", f"ANXIN_{wing.upper()}_URL": _prepare(cluster, wing)}
            _pytest(f"{wing} ({version})", _select(paths, wing), options, wing_settings, tally)
    finally:
        cluster.remove()


def _wings_on_other_postgres(
    wings: list[str], paths: list[str], options: list[str], environment: dict[str, str], tally: Tally
) -> None:
    if (OTHER_POSTGRES / "postgres").exists():
        _wings(wings, paths, [*options, "-m", "not once and not chromium"], environment, tally, OTHER_POSTGRES)
    elif "postgres15" in os.environ.get("REQUIRE", ""):
        tally.failed += 1
        print("!! REQUIRE=postgres15，但本机没有 PostgreSQL 15（Debian 软件包 postgresql-15）", flush=True)
    else:
        tally.skipped["postgres15 is not installed: database tests ran on the embedded PostgreSQL only"] += 1


def _prepare(cluster: Cluster, wing: str) -> str:
    """Make the wing's accounts; the address under which its tests sign in and assume the owner's role."""
    name = f"anxin_{wing}"
    owner = roles.role_name(name, roles.OWNER)
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        roles.ensure_role(connection, owner, "unused")
        connection.execute(f'ALTER ROLE "{owner}" CREATEDB')  # type: ignore[call-overload]
        roles.ensure_runtime_roles(connection, name, wing, lambda role: "unused")
    return f"{cluster.url(name)}&assume_role={owner}"
