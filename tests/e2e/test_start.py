"""The launcher: what a person at the terminal meets."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.e2e.conftest import start

ROOT = Path(__file__).resolve().parents[2]


def answers(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=10) as answer:
        return answer.status == 200


def descendants(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    children: dict[int, list[int]] = {}
    for line in listed.splitlines():
        child, parent = map(int, line.split())
        children.setdefault(parent, []).append(child)
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found[1:]


def test_help_names_every_command_before_anything_is_installed(tmp_path):
    done = subprocess.run([sys.executable, "-I", str(ROOT / "anxin"), "--help"], capture_output=True, text=True, check=True)
    for module in (ROOT / "src/anxin/cli").glob("[a-z]*.py"):
        assert f"  {module.stem.replace('_', '-')} " in done.stdout


def test_both_doors_answer_and_no_secret_is_readable_by_others(house):
    assert answers(house.portal + "/")
    assert answers(house.workbench + "/sign-in/")
    assert (house.var / "secrets").stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (house.var / "secrets").iterdir())


def test_a_second_start_beside_a_running_one_says_so(house):
    done = subprocess.run([sys.executable, "-m", "anxin", "demo", "--port", str(house.port)], capture_output=True,
                          text=True, env={"ANXIN_VAR": str(house.var), "PATH": "/usr/bin:/bin"}, check=False)
    assert done.returncode == 1
    assert "已经有一个 ./anxin 在运行" in done.stdout


def test_a_dead_process_is_started_again(house):
    """A killed portal serves again by itself, and its own worker does not outlive it."""
    portal = next(pid for pid in descendants(house.process.pid)
                  if b"wsgi_outer" in Path(f"/proc/{pid}/cmdline").read_bytes())
    orphans = descendants(portal)
    assert orphans
    subprocess.run(["kill", "-9", str(portal)], check=True)
    assert eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in orphans))
    assert eventually(lambda: answers(house.portal + "/"))


def test_after_kill_9_of_the_launcher_nothing_is_left_and_the_next_start_recovers(house):
    others = descendants(house.process.pid)
    assert len(others) >= 5
    house.stop(signal.SIGKILL)
    assert eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in others))
    again = start(house.var, house.port)
    house.process, house.output = again.process, again.output
    assert "装入演示数据" not in house.output.read_text()
    assert answers(house.portal + "/")


def eventually(true, seconds: float = 30) -> bool:
    import time

    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if true():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False
