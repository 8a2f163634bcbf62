"""A neural finder of personal names, in NumPy alone: the net under the rules, for people whom no structure names.

Two bidirectional recurrent layers and a linear-chain decoder over the words of a sentence. All sentences of a call
run together, longest first and time-major, both directions in one product, so that the matrices are large; the
first layer's products are computed once per different word. Data and licence: ``data/net`` (see ORIGIN.md there).

Deterministic: the same sentences give the same names, whatever stands beside them up to rounding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anxin.redaction.net_words import Splitter

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

HIDDEN = 128
PERSON = 8  # label 2k begins, 2k + 1 continues a word of class k; the last label is no word
BATCH = 4096  # words in one run: bounds the memory
_SENTENCES = re.compile(r"[^。；！？\n]+[。；！？]?")
_LONG = 120  # characters; longer stretches without a stop are cut


class PersonNet:
    """The finder with its data loaded (about 60 MB, a third of a second)."""

    def __init__(self) -> None:
        with np.load(files("anxin.redaction") / "data/net/net.npz") as data:  # type: ignore[arg-type]
            self.data: dict[str, Any] = dict(data)
        inputs = self.data["inputs"].tobytes().decode().split("\n")
        self.rows = dict(zip(inputs, self.data["rows"].tolist(), strict=True))
        words = self.data["words"].tobytes().decode().split("\n")
        self.splitter = Splitter(dict(zip(words, self.data["counts"].tolist(), strict=True)))
        self.embedding: Floats | None = None
        self.unknown = int(self.data["unknown"])
        self._prepare()

    def _prepare(self) -> None:
        """Gates are halved: sigmoid(x) = tanh(x / 2) / 2 + 1 / 2, and tanh is one call."""
        for layer in "01":
            for name in ("input", "bias", "gates"):
                values = self.data[name + layer].astype(np.float32)
                values[..., : 2 * HIDDEN] *= 0.5
                self.data[name + layer] = values
            self.data["candidate" + layer] = self.data["candidate" + layer].astype(np.float32)

    def find_names(self, sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The names in each sentence as (start, end) in its code points."""
        found: list[list[tuple[int, int]]] = [[] for _ in sentences]
        words = [self.splitter.split(s) for s in sentences]
        tokens = [self._tokens(w) for w in words]
        order = sorted((i for i, t in enumerate(tokens) if t[0]), key=lambda i: -len(tokens[i][0]))
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(tokens[batch[0]][0]) > BATCH:
                self._run(batch, tokens, found)
                batch = []
            batch.append(i)
        if batch:
            self._run(batch, tokens, found)
        return found

    def _tokens(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        """(embedding rows, lengths): a word without a row is read character by character."""
        rows, lengths = [], []
        for word in words:
            row = self.rows.get(word)
            if row is not None:
                rows.append(row)
                lengths.append(len(word))
            else:
                rows += [self.rows.get(c, self.unknown) for c in word]
                lengths += [1] * len(word)
        return rows, lengths

    def _run(
        self, batch: Sequence[int], tokens: Sequence[tuple[list[int], list[int]]], found: list[list[tuple[int, int]]]
    ) -> None:
        labels = self._label([tokens[i][0] for i in batch])
        for i, tags in zip(batch, labels, strict=True):
            found[i] = _names(tags, tokens[i][1])

    def _label(self, rows: Sequence[Sequence[int]]) -> list[list[int]]:
        """The labels of sentences sorted by falling length."""
        lengths = np.array([len(r) for r in rows])
        steps = int(lengths[0])
        active = (lengths[None, :] > np.arange(steps)[:, None]).sum(1)  # sentences still running at each step
        starts = np.concatenate([[0], np.cumsum(active)])
        packed, mirror = np.empty(starts[-1], np.int64), np.empty(starts[-1], np.int64)
        for b, row in enumerate(rows):
            places = starts[: len(row)] + b
            packed[places] = row
            mirror[places] = places[::-1]
        different, where = np.unique(packed, return_inverse=True)
        gates = self._first(different)
        hidden = self._recur(0, np.stack([gates[0][where], gates[1][where[mirror]]]), active, starts, mirror)
        both = hidden @ self.data["input1"] + self.data["bias1"][:, None]
        both[1] = both[1][mirror]
        hidden = self._recur(1, both, active, starts, mirror)
        scores = hidden @ self.data["emission"] + self.data["emission_bias"]
        return self._decode(scores, lengths, active, starts)

    def _first(self, rows: Ints) -> Floats:
        if self.embedding is not None:
            vectors = self.embedding[rows]
        else:
            vectors = self.data["codes"][rows].astype(np.float32) * self.data["scale"][rows][:, None]
        out: Floats = vectors @ self.data["input0"] + self.data["bias0"][:, None]
        return out

    def _recur(self, layer: int, inputs: Floats, active: Ints, starts: Ints, mirror: Ints) -> Floats:
        """One layer: ``inputs`` (direction, word, 3 x hidden), the second direction mirrored in time; gives both halves
        side by side in reading order."""
        gates, candidate = self.data[f"gates{layer}"], self.data[f"candidate{layer}"]
        out = np.empty((2, inputs.shape[1], HIDDEN), np.float32)
        state = np.zeros((2, int(active[0]), HIDDEN), np.float32)
        for n, a in zip(active.tolist(), starts.tolist(), strict=False):
            state = state[:, :n]
            x = inputs[:, a : a + n]
            z = np.matmul(state, gates)
            z += x[..., : 2 * HIDDEN]
            np.tanh(z, out=z)
            z *= 0.5
            z += 0.5
            new = np.matmul(z[..., HIDDEN:] * state, candidate)
            new += x[..., 2 * HIDDEN :]
            np.tanh(new, out=new)
            new -= state
            new *= z[..., :HIDDEN]
            new += state
            out[:, a : a + n] = state = new
        return np.concatenate([out[0], out[1][mirror]], axis=1)

    def _decode(self, scores: Floats, lengths: Ints, active: Ints, starts: Ints) -> list[list[int]]:
        """The best label sequence of each sentence (Viterbi)."""
        move, end = self.data["move"], self.data["end"]
        best = np.empty_like(scores)
        previous = scores[: active[0]] + self.data["start"]
        best[: active[0]] = previous
        for n, a in zip(active[1:].tolist(), starts[1:].tolist(), strict=False):
            previous = (previous[:n, :, None] + move).max(1)
            previous += scores[a : a + n]
            best[a : a + n] = previous
        out = np.zeros((len(active), len(lengths)), np.int64)
        following = np.zeros(len(lengths), np.int64)
        for t in range(len(active) - 1, -1, -1):
            n = int(active[t])
            ends = lengths[:n] == t + 1
            step = np.where(ends[:, None], end[None, :], move.T[following[:n]])
            following[:n] = (best[starts[t] : starts[t] + n] + step).argmax(1)
            out[t, :n] = following[:n]
        return [out[:size, b].tolist() for b, size in enumerate(lengths.tolist())]


def _names(labels: Sequence[int], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """A word runs from a beginning label to the next one; its class is that of its last label."""
    names: list[tuple[int, int]] = []
    start = at = 0
    for i, (label, length) in enumerate(zip(labels, lengths, strict=True)):
        if label % 2 == 0 and label < 48:
            start = at
        at += length
        last = i + 1 == len(labels) or (labels[i + 1] % 2 == 0 and labels[i + 1] < 48)
        if last and label // 2 == PERSON:
            names.append((start, at))
    return names


@lru_cache(maxsize=1)
def load() -> PersonNet:
    """The one finder of this process, loaded at its first use."""
    return PersonNet()


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as ranges; stretches without a stop are cut at a comma or, at last, anywhere."""
    found = []
    for m in _SENTENCES.finditer(text):
        a, b = m.span()
        while b - a > _LONG:
            cut = text.rfind("，", a, a + _LONG) + 1
            cut = cut if cut > a else a + _LONG
            found.append((a, cut))
            a = cut
        found.append((a, b))
    return found


def find_names(text: str, ranges: Sequence[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """Places in ``text`` (code points, end exclusive, in order) that read like a person's name.

    ``ranges`` are the parts to read, each as one sentence (``sentences(text)`` when not given). Give the plain,
    simplified text: the net knows neither spaces inside names nor full-width digits.
    """
    parts = list(sentences(text) if ranges is None else ranges)
    found = load().find_names([text[a:b] for a, b in parts])
    return sorted((a + x, a + y) for (a, _), names in zip(parts, found, strict=True) for x, y in names)
