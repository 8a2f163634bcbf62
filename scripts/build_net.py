"""Derive the finder that ``train_net.py`` starts from, out of the source package ``lac`` 2.1.2.

    python scripts/build_net.py UNPACKED_SDIST base.npz

The package (Apache-2.0, by Baidu) is only unpacked: its build script and its Paddle code are never run. Kept are
the model's parameters and dictionaries: embeddings as int8 with one scale per row, all other parameters as float32,
without the rows that no input can reach.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np

HIDDEN, LABELS = 128, 49


def parameter(folder: Path, name: str, *shape: int) -> np.ndarray:
    """A saved tensor: a short header, then the values."""
    size = int(np.prod(shape))
    return np.frombuffer((folder / name).read_bytes()[-4 * size:], "<f4").reshape(shape).copy()


def table(path: Path) -> dict[str, str]:
    rows = (line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8"))
    return {r[0]: r[1] for r in rows if len(r) == 2}


def vocabulary(conf: Path, frequent: dict[str, int]) -> tuple[list[str], list[int]]:
    """(inputs, their embedding row): full-width and traditional characters share the row of their plain form."""
    row_of = {word: int(row) for row, word in table(conf / "word.dic").items()}
    plain = table(conf / "q2b.dic")
    reachable = [w for w in row_of if len(w) == 1 or w in frequent or re.fullmatch("[a-zA-Z0-9]+", w) or w == "OOV"]
    inputs = reachable + [c for c in plain if c not in row_of]
    return inputs, [row_of.get(plain.get(w, w), row_of["OOV"]) for w in inputs]


def layers(model: Path) -> dict[str, np.ndarray]:
    """Two layers, each with a forward and a backward cell: input, gate and candidate weights stacked by direction."""
    out = {}
    for layer, (forward, backward) in enumerate([(0, 1), (2, 3)]):
        width = HIDDEN if layer == 0 else 2 * HIDDEN
        cells = []
        for i in (forward, backward):
            flat = parameter(model, f"gru_{i}.w_0", HIDDEN * 3 * HIDDEN)
            cells.append((
                parameter(model, f"fc_{i}.w_0", width, 3 * HIDDEN),
                parameter(model, f"fc_{i}.b_0", 3 * HIDDEN) + parameter(model, f"gru_{i}.b_0", 3 * HIDDEN),
                flat[:HIDDEN * 2 * HIDDEN].reshape(HIDDEN, 2 * HIDDEN),
                flat[HIDDEN * 2 * HIDDEN:].reshape(HIDDEN, HIDDEN)))
        for name, parts in zip(("input", "bias", "gates", "candidate"), zip(*cells, strict=True), strict=True):
            out[f"{name}{layer}"] = np.stack(parts)
    return out


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes, and one scale per row."""
    scale = np.abs(matrix).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(matrix / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def derive(package: Path) -> dict[str, np.ndarray]:
    """The arrays to store."""
    conf, model = package / "LAC/lac_model/conf", package / "LAC/lac_model/model"
    frequent = {w: int(n) for w, n in (line.split(" ") for line in (conf / "small_seg.dic").open(encoding="utf-8"))}
    inputs, rows = vocabulary(conf, frequent)
    used = sorted(set(rows))
    place = {row: i for i, row in enumerate(used)}
    embedding = parameter(model, "word_emb", len(table(conf / "word.dic")), HIDDEN)[used]
    codes, scale = quantise(embedding)
    start_end_move = parameter(model, "crfw", LABELS + 2, LABELS)

    def text(words: list[str]) -> np.ndarray:
        return np.frombuffer("\n".join(words).encode(), np.uint8)

    return {
        "inputs": text(inputs), "rows": np.array([place[r] for r in rows], np.int32),
        "unknown": np.int32(place[rows[inputs.index("OOV")]]), "words": text(list(frequent)),
        "counts": np.array(list(frequent.values()), np.int32),
        "codes": codes, "scale": scale, "emission": parameter(model, "fc_4.w_0", 2 * HIDDEN, LABELS),
        "emission_bias": parameter(model, "fc_4.b_0", LABELS), "start": start_end_move[0], "end": start_end_move[1],
        "move": start_end_move[2:], **layers(model),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    arrays = derive(args.package)
    np.savez_compressed(args.out, **arrays)
    print(f"{args.out.name}: {args.out.stat().st_size:,} bytes, {len(arrays['codes']):,} embeddings")


if __name__ == "__main__":
    main()
