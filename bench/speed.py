"""How fast: the whole command, the net beside its plain form, doubled texts, the nightly check."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from anxin.redaction import net, net_words
from anxin.redaction.apply import apply
from anxin.redaction.engine import analyse, open_document
from anxin.redaction.net_words import cut
from anxin.redaction.verify import protected_values, verify
from anxin.regulation.case import Case
from tests.redaction.plain_net import PlainNet

ROOT = Path(__file__).resolve().parents[1]
# The command, and its greatest memory on the error stream (a child's rusage would include what it was forked from).
RUN = """
import runpy, sys
try:
    runpy.run_module("anxin", run_name="__main__", alter_sys=True)
finally:
    print(next(x.split()[1] for x in open("/proc/self/status") if x.startswith("VmHWM")), file=sys.stderr)
"""
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def command(rows: list[dict], folder: Path, *options: str) -> dict[str, float]:
    """``anxin mask --batch`` over all rows: characters a second of wall time and of processor time, start included."""
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    env = os.environ | ONE_CORE | {"PYTHONPATH": str(ROOT / "src")}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", RUN, "mask", "--fresh", *options, "--batch", source, target], env=env,
                          check=True, capture_output=True, text=True, cwd=ROOT)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    chars = sum(len(r["text"]) for r in rows)
    memory = int(done.stderr.split()[-1]) / 1024
    return {"wall": chars / wall, "processor": chars / used, "memory_mb": memory, "seconds": wall}


def start(folder: Path) -> float:
    """Seconds of the whole command for one short document."""
    return command([{"id": "1", "doc_type": "起诉书", "text": "被告人王某。", "case": {}}], folder)["seconds"]


def share_read(rows: list[dict]) -> float:
    """Percent of all characters that the engine gives the net to read."""
    read = sum(b - a for r in rows for a, b in
               open_document(r["text"], r["doc_type"], Case.from_json(r["case"])).survey.ranges)
    return 100 * read / sum(len(r["text"]) for r in rows)


def net_against_plain(rows: list[dict]) -> dict[str, float]:
    """The fast finder and the plain one over the same sentences, in this process."""
    texts = [r["text"][a:b] for r in rows for a, b in net_words.cut(r["text"])]
    plain, fast = PlainNet(), net.load()
    begun = time.process_time()
    names = fast.find_names(texts)
    quick = time.process_time() - begun
    begun = time.process_time()
    slow_names = [plain.find_names(t) for t in texts]
    slow = time.process_time() - begun
    chars = sum(map(len, texts))
    same = sum(a == b for a, b in zip(names, slow_names, strict=True))
    return {"fast": chars / quick, "plain": chars / slow, "times": slow / quick, "same": 100 * same / len(texts),
            "sentences": len(texts)}


def doubling(text: str, times: int = 3) -> list[tuple[int, float]]:
    """(characters, processor seconds) of one ever longer document."""
    out = []
    for k in range(times):
        long = text * 2 ** k
        begun = time.process_time()
        analyse(long, "起诉书", Case())
        out.append((len(long), time.process_time() - begun))
    return out


def nightly(rows: list[dict], documents: int) -> dict[str, float]:
    """The residual check over so many public documents (the rows again and again), one process."""
    ready = []
    for row in rows:
        case = Case.from_json(row["case"])
        analysis = analyse(row["text"], row["doc_type"], case, net=False)
        ready.append((apply(analysis.spans, row["text"]), protected_values(analysis, case, row["text"])))
    chars, begun = 0, time.process_time()
    for i in range(documents):
        public, values = ready[i % len(ready)]
        verify(public, values)
        chars += len(public)
    used = time.process_time() - begun
    return {"documents": documents, "seconds": used, "chars_per_s": chars / used}
