"""Labelled documents for tests and measurements.

python tests/redaction/generate.py --seed 1 -n 100 --gold G.jsonl --inputs I.jsonl [--family a] [--dense]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # as a command it starts without the root

from tests.redaction.generator import FAMILIES, generate, inputs

__all__ = ["generate", "inputs"]


def write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-n", type=int, default=100)
    parser.add_argument("--family", choices=sorted(FAMILIES), default="a")
    parser.add_argument("--dense", action="store_true")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--inputs", type=Path)
    args = parser.parse_args()
    rows = generate(args.seed, args.n, args.family, args.dense)
    if args.gold:
        write(args.gold, [{k: v for k, v in r.items() if k != "inputs"} for r in rows])
    if args.inputs:
        write(args.inputs, [inputs(r) for r in rows])


if __name__ == "__main__":
    main()
