"""Measure the masking engine in the open.

    python bench/redaction.py [--dev GOLD.jsonl] [--documents 600] [--seed 2026] [--quick] [--write docs/redaction.md]

Scores the generator's families (a and b: developed on; c to h: written without the engine, measured, then learnt from;
``--families`` names others) and, where its path is given, the development set, side by side with plain expressions,
expressions with the registered names, and Presidio with a name finder (where presidio-analyzer is installed). Prints
recall per kind with 95 % intervals, and speed. ``--write`` puts the tables between the marks of that file.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from bench import peers, speed  # noqa: E402

from anxin.redaction.batch import answers  # noqa: E402
from tests.redaction.generate import generate, inputs  # noqa: E402
from tests.redaction.scorer import Score, interval, score  # noqa: E402

DENSE = 1700  # documents: no miss in 2,995 items of each kind of number is a recall of 99.9 %
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
HIDDEN = ("key", "registered", "aliases_registered")
COLUMNS = {
    "direct_recall": "protected items found, %", "leak_rate": "documents with a leak, %",
    "silent_leak_rate": "... unflagged, %", "over_redaction_rate": "wrongly masked characters, %",
    "keep_violation_rate": "kept items touched, %", "kept_name_violation": "kept names hit, %",
    "article_accuracy": "right article, %", "gate_accuracy": "gate, %", "collisions": "name collisions, %",
    "flags_per_doc": "doubts per document", "flag_share": "flagged text, %",
}


def as_input(row: dict) -> dict:
    """The development set's gold row as the engine may see it: registered people only."""
    if "inputs" in row:
        return inputs(row)
    people = [
        {k: v for k, v in p.items() if k not in HIDDEN} | {"aliases": p["aliases"] if p["aliases_registered"] else []}
        for p in row["case"]["participants"] if p["registered"]
    ]
    case = row["case"] | {"participants": people}
    return {"id": row["id"], "doc_type": row["doc_type"], "text": row["text"], "case": case}


def engine(rows: list[dict], net: bool = True) -> list[dict]:
    lines = [json.dumps(r, ensure_ascii=False) for r in rows]
    return [json.loads(a) for i in range(0, len(lines), 64) for a in answers(lines[i:i + 64], net)]


def systems(rows: list[dict]) -> Iterator[tuple[str, Score]]:
    shown = [as_input(r) for r in rows]
    yield "this engine", score(rows, engine(shown))
    yield "this engine, rules only", score(rows, engine(shown, net=False))
    yield "expressions", score(rows, [peers.expressions(r) for r in shown])
    yield "expressions + registered names", score(rows, [peers.registered(r) for r in shown])
    presidio = peers.presidio()
    if presidio:
        yield "Presidio + name finder", score(rows, [presidio(r) for r in shown])


def side_by_side(title: str, results: dict[str, Score]) -> str:
    head = f"| {title} | " + " | ".join(results) + " |\n|---|" + "---:|" * len(results)
    lines = [f"| {text} | " + " | ".join(f"{s.summary()[key]:.2f}" for s in results.values()) + " |"
             for key, text in COLUMNS.items()]
    return "\n".join([head, *lines])


def per_kind(results: dict[str, Score]) -> str:
    """Recall with interval of every kind of item, and of names by registration, one column per set."""
    head = "| recall, % (95 % interval; items) | " + " | ".join(results) + " |\n|---|" + "---:|" * len(results)
    tables = [{**s.kinds, **s.names} for s in results.values()]
    kinds = sorted({k for t in tables for k in t}, key=lambda k: -max(t.get(k, Counter())["n"] for t in tables))
    return "\n".join([head, *(f"| {k} | " + " | ".join(cell(t.get(k)) for t in tables) + " |" for k in kinds)])


def cell(count: Counter | None) -> str:
    if not count or not count["n"]:
        return "-"
    low, high = interval(count["ok"], count["n"])
    return f"{100 * count['ok'] / count['n']:.2f} ({low:.2f}-{high:.2f}; {count['n']:,})"


def causes(result: Score) -> str:
    kinds = Counter((m[0], m[2]["kind"]) for m in result.misses)
    return "\n".join(["| what | kind | times |", "|---|---|---:|",
                      *(f"| {how} | {kind} | {n} |" for (how, kind), n in kinds.most_common(16))])


def speeds(rows: list[dict], nightly: int, plain: int) -> str:
    shown = [as_input(r) for r in rows]
    with tempfile.TemporaryDirectory() as folder:
        full, bare = speed.command(shown, Path(folder)), speed.command(shown, Path(folder), "--no-net")
        begin = speed.start(Path(folder))
    pair, night = speed.net_against_plain(shown[:plain]), speed.nightly(shown[:200], nightly)
    grown = speed.doubling("".join(r["text"] for r in shown[:60]))
    sizes, times = zip(*((f"{n:,}", f"{t:.2f}") for n, t in grown), strict=True)
    table = {
        "whole command with the net, characters a second (wall / processor)":
            f"{full['wall']:,.0f} / {full['processor']:,.0f}",
        "whole command, rules only (wall / processor)": f"{bare['wall']:,.0f} / {bare['processor']:,.0f}",
        "start and one short document, seconds": f"{begin:.2f}",
        "memory of the command, MB": f"{max(full['memory_mb'], bare['memory_mb']):.0f}",
        "share of the text that the net reads, %": f"{speed.share_read(shown):.1f}",
        "the net alone, reading everything: fast / plain, characters a second":
            f"{pair['fast']:,.0f} / {pair['plain']:,.0f}",
        "... times faster; sentences with the same names, %": f"{pair['times']:.1f}; {pair['same']:.2f}",
        f"one document of {' / '.join(sizes)} characters, seconds": " / ".join(times),
        f"residual check of {night['documents']:,} public documents, seconds": f"{night['seconds']:.1f}",
    }
    return "\n".join(["| speed, one core | |", "|---|---:|", *(f"| {k} | {v} |" for k, v in table.items())])


def report(args: argparse.Namespace) -> str:
    sets = {f"family {f}": generate(args.seed, args.documents, f) for f in args.families}
    if args.dev:
        lines = args.dev.read_text(encoding="utf-8").splitlines()
        sets["development set"] = [json.loads(line) for line in lines if line.strip()]
    parts, ours = [], {}
    for name, rows in sets.items():
        results = dict(systems(rows))
        ours[name] = results["this engine"]
        parts.append(side_by_side(f"{name}: {len(rows)} documents", results))
        print(parts[-1], file=sys.stderr, flush=True)  # a long run shows how far it is
    for family in args.families[: 1 if args.quick else 2]:  # enough of every kind for a claim; names are those above
        dense = generate(args.seed + 1, 60 if args.quick else DENSE, family, dense=True)
        ours[f"family {family}, dense, rules only"] = score(dense, engine([as_input(r) for r in dense], net=False))
        print(per_kind(ours), file=sys.stderr, flush=True)
    first = f"family {args.families[0]}"
    parts += [per_kind(ours), f"What goes wrong on {first}:\n\n" + causes(ours[first]),
              speeds(sets[first], 500 if args.quick else 10_000, 5 if args.quick else 40)]
    return "\n\n".join(parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dev", type=Path, help="the development set's gold file")
    parser.add_argument("--families", default="hgfedcba", help="letters of the generator's families, newest first")
    parser.add_argument("--documents", type=int, default=600)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--quick", action="store_true", help="small samples: only to see that it runs")
    parser.add_argument("--write", type=Path, help="a file with the marks for the tables")
    args = parser.parse_args()
    text = report(args)
    print(text)
    if args.write:
        page = args.write.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        args.write.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
