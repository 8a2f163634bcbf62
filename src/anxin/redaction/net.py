"""A neural finder of personal names, in NumPy alone: the net under the rules, for people whom no structure names.

Two bidirectional recurrent layers over the words of a sentence; each word begins a name, goes on with one or is none (of
many kinds, the likeliest of which counts); a linear-chain decoder finds the best labels. All sentences of a call
run together, longest first and time-major, both directions in one product, so that the matrices are large, and each step
multiplies state and input at once. Data and licence: ``data/net`` (see ORIGIN.md there).

Deterministic: the same sentences give the same names, whatever stands beside them up to rounding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from anxin.redaction.net_words import UNREAD, Answer, Splitter, cut

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

HIDDEN, EMBEDDED = 128, 128
Places = Sequence[tuple[int, int]]
BEGIN, INSIDE, NONE = range(3)  # a word begins a name, goes on with one, is none
BATCH = 4096  # words in one run: bounds the memory


class PersonNet:
    """The finder with its data loaded (about 60 MB, a third of a second)."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """``data``: another finder's than the one that comes with the system."""
        if data is None:
            with np.load(files("anxin.redaction") / "data/net/net.npz") as stored:  # type: ignore[arg-type]
                data = dict(stored)
        self.data: dict[str, Any] = dict(data)
        inputs = self.data["inputs"].tobytes().decode().split("\n")
        self.rows = dict(zip(inputs, self.data["rows"].tolist(), strict=True))
        words = self.data["words"].tobytes().decode().split("\n")
        self.splitter = Splitter(dict(zip(words, self.data["counts"].tolist(), strict=True)))
        self.unknown = int(self.data["unknown"])
        self._prepare()

    def _prepare(self) -> None:
        """The weights as ``_recur`` takes them: those of the state, of the input and the bias below each other. Gates are
        halved: sigmoid(x) = (tanh(x / 2) + 1) / 2, and tanh is one call; the half outside of the reset gate goes to what
        follows it."""
        for layer in "01":
            into, bias = self.data.pop("input" + layer), self.data.pop("bias" + layer)[:, None]
            gates, candidate = self.data["gates" + layer], 0.5 * self.data["candidate" + layer]
            two = 2 * HIDDEN
            self.data["gates" + layer] = 0.5 * np.concatenate([gates, into[..., :two], bias[..., :two]], 1, dtype=np.float32)
            self.data["candidate" + layer] = np.concatenate([candidate, into[..., two:], bias[..., two:]], 1, dtype=np.float32)

    def find_names(self, sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The names in each sentence as (start, end) in its code points."""
        return [answer.names for answer in self.read(sentences, [()] * len(sentences))]

    def read(self, sentences: Sequence[str], asked: Sequence[Places]) -> list[Answer]:
        """What each sentence says, and of each asked place how well it reads as a name."""
        found = [Answer([], [UNREAD] * len(a), []) for a in asked]
        tokens = [self._tokens(self.splitter.split(s)) for s in sentences]
        order = sorted((i for i, t in enumerate(tokens) if t[0]), key=lambda i: -len(tokens[i][0]))
        batch: list[int] = []
        for i in order:
            if batch and (len(batch) + 1) * len(tokens[batch[0]][0]) > BATCH:
                self._run(batch, tokens, asked, found)
                batch = []
            batch.append(i)
        if batch:
            self._run(batch, tokens, asked, found)
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
        self,
        batch: Sequence[int],
        tokens: Sequence[tuple[list[int], list[int]]],
        asked: Sequence[Places],
        found: list[Answer],
    ) -> None:
        lattice = self._label([tokens[i][0] for i in batch])
        for row, i in enumerate(batch):
            lengths = tokens[i][1]
            found[i] = Answer(
                _names(lattice.labels[row], lengths), lattice.margins(row, lengths, asked[i]), lattice.homes(row, lengths)
            )

    def _label(self, rows: Sequence[Sequence[int]]) -> Lattice:
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
        inputs = self._room(len(packed), EMBEDDED)
        vectors = self.data["codes"][packed].astype(np.float32)
        vectors *= self.data["scale"][packed][:, None]
        inputs[0, :, HIDDEN:-1], inputs[1, :, HIDDEN:-1] = vectors, vectors[mirror]
        forth, back = self._recur(0, inputs, active, starts)
        inputs = self._room(len(packed), 2 * HIDDEN)
        inputs[0, :, HIDDEN : 2 * HIDDEN], inputs[0, :, 2 * HIDDEN : -1] = forth, back[mirror]
        inputs[1, :, HIDDEN : 2 * HIDDEN], inputs[1, :, 2 * HIDDEN : -1] = forth[mirror], back
        forth, back = self._recur(1, inputs, active, starts)
        back = back[mirror]
        emission, home = self.data["emission"].T, self.data["home"]
        kinds = emission[:, :HIDDEN] @ forth.T
        kinds += emission[:, HIDDEN:] @ back.T
        kinds += self.data["emission_bias"][:, None]
        kinds[NONE] = kinds[NONE:].max(0)
        homes = forth @ home[:HIDDEN] + back @ home[HIDDEN:] + self.data["home_bias"]
        return Lattice(self.data, np.ascontiguousarray(kinds[: NONE + 1]), homes, lengths, active, starts)

    def _room(self, words: int, size: int) -> Floats:
        """Input of a layer (direction, word, state + ``size`` + 1): the state's part is ``_recur``'s, the last is 1."""
        room = np.empty((2, words, HIDDEN + size + 1), np.float32)
        room[..., -1] = 1.0
        return room

    def _recur(self, layer: int, inputs: Floats, active: Ints, starts: Ints) -> Floats:
        """One layer: ``inputs`` as made by ``_room``, the second direction mirrored in time, as is what comes out
        (direction, word, hidden)."""
        gates, candidate = self.data[f"gates{layer}"], self.data[f"candidate{layer}"]
        out = np.empty((2, inputs.shape[1], HIDDEN), np.float32)
        most = int(active[0])
        state, both = np.zeros((2, most, HIDDEN), np.float32), np.empty((2, most, 2 * HIDDEN), np.float32)
        fresh = np.empty((2, most, HIDDEN), np.float32)
        for n, a in zip(active.tolist(), starts.tolist(), strict=False):
            state, z, new, x = state[:, :n], both[:, :n], fresh[:, :n], inputs[:, a : a + n]
            x[..., :HIDDEN] = state
            np.matmul(x, gates, out=z)
            np.tanh(z, out=z)
            z += 1.0
            np.multiply(z[..., HIDDEN:], state, out=x[..., :HIDDEN])
            np.matmul(x, candidate, out=new)
            np.tanh(new, out=new)
            new -= state
            new *= z[..., :HIDDEN]
            new *= 0.5
            state = np.add(new, state, out=out[:, a : a + n])
        return out


class Lattice:
    """All label sequences of some sentences (sorted by falling length, time-major) with their scores (label, word)."""

    def __init__(
        self, data: dict[str, Any], scores: Floats, home: Floats, lengths: Ints, active: Ints, starts: Ints
    ) -> None:
        self.home = home
        self.move, self.first, self.end = data["move"], data["start"], data["end"]
        self.scores, self.lengths, self.active = scores, lengths, active
        self.starts: list[int] = starts.tolist()
        self.room = np.empty((*self.move.shape, int(active[0])), np.float32)
        self.best = self._forward()
        self.labels = self._decode()

    def _step(self, values: Floats, move: Floats, out: Floats) -> None:
        """The greatest value of each label by one ``move`` from ``values`` (label, sentence)."""
        room = self.room[:, :, : values.shape[1]]
        np.add(values[:, None, :], move[:, :, None], out=room)
        np.maximum.reduce(room, axis=0, out=out)

    def _forward(self) -> Floats:
        """Score of the best sequence up to each word, by its label there (Viterbi)."""
        best = np.empty_like(self.scores)
        n = int(self.active[0])
        previous = np.add(self.scores[:, :n], self.first[:, None], out=best[:, :n])
        for n, a in zip(self.active[1:].tolist(), self.starts[1:], strict=False):
            here = best[:, a : a + n]
            self._step(previous[:, :n], self.move, here)
            here += self.scores[:, a : a + n]
            previous = here
        return best

    def _decode(self) -> list[list[int]]:
        """The best label sequence of each sentence."""
        active, starts = self.active, self.starts
        out = np.zeros((len(active), len(self.lengths)), np.int64)
        following = np.zeros(len(self.lengths), np.int64)
        for t in range(len(active) - 1, -1, -1):
            n = int(active[t])
            step = self.move[:, following[:n]]
            step[:, self.lengths[:n] == t + 1] = self.end[:, None]
            step += self.best[:, starts[t] : starts[t] + n]
            following[:n] = step.argmax(0)
            out[t, :n] = following[:n]
        return [out[:size, b].tolist() for b, size in enumerate(self.lengths.tolist())]

    @cached_property
    def rest(self) -> Floats:
        """Score of the best sequence after each word, by its label there; only computed where somebody asks."""
        rest = np.empty_like(self.scores)
        back, following = np.ascontiguousarray(self.move.T), self.scores[:, :0]
        for n, a in zip(self.active.tolist()[::-1], self.starts[-2::-1], strict=True):
            here = rest[:, a : a + n]
            more = following.shape[1]
            here[:, more:] = self.end[:, None]
            if more:
                self._step(following, back, here[:, :more])
            following = here + self.scores[:, a : a + n]
        return rest

    @cached_property
    def _names(self) -> tuple[list[float], list[float], list[list[float]], list[list[float]]]:
        """What each word gives to a name (all sentences side by side): the best reading with a name's beginning after
        it, the best one that ends here, its score as the beginning and inside of a name, and the best reading from it on
        after a name of one word and of more."""
        before = (self.best + self.move[:, BEGIN][:, None]).max(0)
        last = (self.best + self.end[:, None]).max(0)
        following = (self.scores + self.rest)[[BEGIN, NONE]]
        after = [(self.move[label, [BEGIN, NONE]][:, None] + following).max(0).tolist() for label in (BEGIN, INSIDE)]
        return before.tolist(), last.tolist(), self.scores[[BEGIN, INSIDE]].tolist(), after

    @cached_property
    def lived(self) -> set[int]:
        """The sentences with any such word."""
        words, starts = np.flatnonzero(self.home > 0), np.array(self.starts)
        return set((words - starts[np.searchsorted(starts, words, "right") - 1]).tolist())

    def homes(self, row: int, lengths: Sequence[int]) -> list[tuple[int, int, float]]:
        """Stretches of words that read like part of a home's address, each with the mean of its words' odds."""
        if row not in self.lived:
            return []
        values = self.home[np.array(self.starts[: len(lengths)]) + row]
        edges = np.flatnonzero(np.diff(np.concatenate([[0], values > 0, [0]])))
        ends = np.concatenate([[0], np.cumsum(lengths)])
        return [
            (int(ends[i]), int(ends[j]), float(values[i:j].mean()))
            for i, j in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
        ]

    def margins(self, row: int, lengths: Sequence[int], places: Places) -> list[float]:
        """How much worse the best reading with a person's name at each place is than the best reading of all."""
        if not places:
            return []
        at, cuts, size = 0, {0: 0}, len(lengths)
        for i, length in enumerate(lengths):
            at += length
            cuts[at] = i + 1
        spans = [(cuts.get(start, size), cuts.get(end, 0)) for start, end in places]
        return [self._margin(row, size, i, j) if i < j else UNREAD for i, j in spans]

    def _margin(self, row: int, size: int, i: int, j: int) -> float:
        """The same for the words [i, j) of a sentence of ``size`` words."""
        before, last, (first, inner), after = self._names
        starts = self.starts
        value: float = first[starts[i] + row]
        for k in range(i + 1, j):
            value += inner[starts[k] + row] + self._into[k > i + 1]
        long = j - i > 1
        head = before[starts[i - 1] + row] if i else float(self.first[BEGIN])
        tail = after[long][starts[j] + row] if j < size else float(self.end[INSIDE if long else BEGIN])
        return head + value + tail - last[starts[size - 1] + row]

    @cached_property
    def _into(self) -> tuple[float, float]:
        """The move from a name's first word to its second, and from any further one to the next."""
        return float(self.move[BEGIN, INSIDE]), float(self.move[INSIDE, INSIDE])


def _names(labels: Sequence[int], lengths: Sequence[int]) -> list[tuple[int, int]]:
    """A name runs from its beginning over all words that go on with it."""
    names: list[tuple[int, int]] = []
    at = 0
    for label, length in zip(labels, lengths, strict=True):
        if label == BEGIN or (label == INSIDE and (not names or names[-1][1] != at)):
            names.append((at, at + length))
        elif label == INSIDE:
            names[-1] = (names[-1][0], at + length)
        at += length
    return names


@lru_cache(maxsize=1)
def load() -> PersonNet:
    """The one finder of this process, loaded at its first use."""
    return PersonNet()


def find_names(text: str, ranges: Sequence[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """Places in ``text`` (code points, end exclusive, in order) that read like a person's name.

    ``ranges`` are the parts to read, each as one sentence (``cut(text)`` when not given). Give the plain,
    simplified text: the net knows neither spaces inside names nor full-width digits.
    """
    parts = list(cut(text) if ranges is None else ranges)
    found = load().find_names([text[a:b] for a, b in parts])
    return sorted((a + x, a + y) for (a, _), names in zip(parts, found, strict=True) for x, y in names)
