"""Starting the demonstration: the product, its data when they are missing, and who may sign in."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys

from anxin.config.base import VAR
from anxin.demo.places import ORGANS
from anxin.launch import keys
from anxin.launch.house import House, say, step, table
from anxin.launch.installation import Installation

PASSWORD = "demo_password"  # noqa: S105 - the name of the file that keeps it


def run(port: int, reset: bool) -> int:
    """Run the demonstration until Ctrl-C; the exit code."""
    os.environ.setdefault("ANXIN_KIOSK_ORGAN", ORGANS[0])
    house = House(port, demo=True)
    say("案信演示 · 演示数据，纯属虚构")
    if reset or (house.installation.var / "loading").exists():
        try:
            with house.installation.held():
                step("删除原有演示数据", house.installation.wipe)
        except RuntimeError as error:
            say(str(error))
            return 1
    return house.run(fill, greet)


def fill(installation: Installation) -> None:
    """Load the demo data once; a load that was broken off begins again from nothing at the next start."""
    loaded, loading = installation.var / "loaded", installation.var / "loading"
    if loaded.exists():
        return
    loading.touch()
    if not (installation.secrets / PASSWORD).exists():
        keys.write(installation.secrets / PASSWORD, password())
    step("装入演示数据", lambda: _load(installation.environment("inner", "app", ANXIN_DEMO="1")))
    loaded.touch()
    loading.unlink()


def _load(environment: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-m", "anxin.demo.load"], env=environment, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise RuntimeError(f"演示数据没有装好：\n{done.stdout[-3000:]}")


def password() -> str:
    """A password that is easily typed: three groups of letters and digits that cannot be confused."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(3))


def greet(house: House) -> None:
    """Say where the doors are and who may come in."""
    from anxin.demo.people import sign_ins

    rows = [("登录名", "姓名", "单位", "职责"), *sign_ins()]
    say(f"""
  公众门户  {house.addresses['portal']}
  当事人    {house.addresses['party']}
  工作台    {house.addresses['workbench']}
  触摸屏    {house.addresses['kiosk']}

{table(rows)}

  密码（各账号相同）  {(VAR / 'secrets' / PASSWORD).read_text()}

  当事人（律师）的查询账号和一次性激活码  {party_code()}

  按 Ctrl-C 停止。""")


def party_code() -> str:
    """Account number and one-time code of the demonstration's lawyer, as the demonstration left them."""
    path = VAR / "secrets" / "demo_party_code"
    return path.read_text() if path.exists() else "（见工作台的查询资格）"

