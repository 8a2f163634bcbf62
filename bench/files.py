"""Where the time of one file goes: ``python bench/files.py [FILE CASE.json]``, by default a made-up indictment.

Processor milliseconds of this process and its children: the first call of each step in a new process, and the best of
several. The goal: reading, masking, DOCX and PDF together under a second beyond process start.
"""

import json
import resource
import sys
import time
from pathlib import Path

STARTED = time.process_time()
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anxin.cli import _mask_file as masking  # noqa: E402
from anxin.files.read import read  # noqa: E402
from anxin.files.write.masked import masked, without_running_heads  # noqa: E402
from anxin.proof.check import check  # noqa: E402
from anxin.redaction.engine import analyse  # noqa: E402
from anxin.regulation.case import Case  # noqa: E402
from anxin.regulation.rules import load  # noqa: E402
from tests.files import build  # noqa: E402
from tests.files.test_mask_command import CASE, LINES  # noqa: E402

RUNS = 7


def spent() -> float:
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def steps(data: bytes, case: dict) -> dict[str, float]:
    """Milliseconds of every step, once."""
    out: dict[str, float] = {}

    def timed(name, call):
        begun = spent()
        value = call()
        out[name] = (spent() - begun) * 1000
        return value

    rules = timed("rules", lambda: load("2014-trial"))
    document = timed("read", lambda: read(data, ""))
    kind = masking.type_of(document, rules)
    text = without_running_heads(document)
    analysis = timed("analyse", lambda: analyse(text, kind, Case.from_json(case), rules))
    public = timed("masked", lambda: masked(document, masking.all_spans(document, analysis)))
    result = masking.Masked(data, document, kind, case, analysis, (), public)
    files = {form: timed(form, lambda form=form: masking.written(result, form)) for form in masking.FORMATS}
    for form, file in files.items():
        timed(f"check {form}", lambda file=file: check(file, data, case, kind))
    return out


def main() -> None:
    if len(sys.argv) == 3:
        data, case = Path(sys.argv[1]).read_bytes(), json.loads(Path(sys.argv[2]).read_text("utf-8"))
    else:
        data, case = build.docx("".join(build.p(line) for line in [*LINES[:4], *LINES[4:5] * 40, *LINES[5:]])), CASE
    imports = (time.process_time() - STARTED) * 1000
    runs = [steps(data, case) for _ in range(RUNS)]
    print(f"{'imports':12}{imports:9.1f}")
    print(f"{'step':12}{'first':>9}{'best':>9}")
    for name in runs[0]:
        print(f"{name:12}{runs[0][name]:9.1f}{min(r[name] for r in runs):9.1f}")
    wanted = ("rules", "read", "analyse", "masked", "docx", "pdf")
    print(f"{'asked for':12}{sum(runs[0][n] for n in wanted):9.1f}{sum(min(r[n] for r in runs) for n in wanted):9.1f}")


if __name__ == "__main__":
    main()
