"""The doctor finds nothing in a whole installation, after everything the demonstration and the walks did to it."""

from __future__ import annotations

import os
import subprocess
import sys


def test_the_doctor_looks_at_both_wings_and_finds_nothing(house):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ANXIN_")} | {"ANXIN_VAR": str(house.var)}
    done = subprocess.run([sys.executable, "-m", "anxin", "doctor"], env=environment, capture_output=True, text=True, check=False)
    assert "检查了工作网、互联网，没有发现问题" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0
