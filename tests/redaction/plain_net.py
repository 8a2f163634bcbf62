"""The name finder written plainly: one sentence and one word at a time, as the equations read.

The fast finder must give the same names; the bench compares their speed in one run. The equations are those of a
gated recurrent unit with update gate u and reset gate r, and of a linear-chain decoder.
"""

from __future__ import annotations

from importlib.resources import files

import numpy as np


class PlainNet:
    def __init__(self) -> None:
        with np.load(files("anxin.redaction") / "data/net/net.npz") as data:
            self.d = dict(data)
        self.rows = dict(zip(self.d["inputs"].tobytes().decode().split("\n"), self.d["rows"], strict=True))
        words = self.d["words"].tobytes().decode().split("\n")
        total = np.log(self.d["counts"].sum(dtype=np.int64))
        self.scores = {w: np.log(n) - total for w, n in zip(words, self.d["counts"], strict=True)}
        self.single = -total

    def find_names(self, sentence: str) -> list[tuple[int, int]]:
        tokens = self.tokens(self.split(sentence))
        if not tokens:
            return []
        x = [self.d["codes"][row].astype(np.float32) * self.d["scale"][row] for row, _ in tokens]
        for layer in range(2):
            forward = self.cell(layer, 0, x)
            backward = self.cell(layer, 1, x[::-1])[::-1]
            x = [np.concatenate(pair) for pair in zip(forward, backward, strict=True)]
        labels = self.decode([self.kinds(h @ self.d["emission"] + self.d["emission_bias"]) for h in x])
        return self.names(labels, [length for _, length in tokens])

    def split(self, s: str) -> list[str]:
        best = [(0.0, 0)] * (len(s) + 1)
        for i in range(len(s) - 1, -1, -1):
            ends = [i + 1] + [i + k for k in (2, 3) if i + k <= len(s) and s[i : i + k] in self.scores]
            best[i] = max((self.scores.get(s[i:e], self.single) + best[e][0], e) for e in ends)
        out, run, i = [], "", 0
        while i < len(s):
            word = s[i : best[i][1]]
            if len(word) == 1 and word.isascii() and word.isalnum():
                run += word
            else:
                out += [run, word] if run else [word]
                run = ""
            i += len(word)
        return [*out, run] if run else out

    def tokens(self, words: list[str]) -> list[tuple[int, int]]:
        out = []
        for word in words:
            if word in self.rows:
                out.append((self.rows[word], len(word)))
            else:
                out += [(self.rows.get(c, self.d["unknown"]), 1) for c in word]
        return out

    def cell(self, layer: int, direction: int, x: list[np.ndarray]) -> list[np.ndarray]:
        w, b = self.d[f"input{layer}"][direction], self.d[f"bias{layer}"][direction]
        gates, candidate = self.d[f"gates{layer}"][direction], self.d[f"candidate{layer}"][direction]
        h, out = np.zeros(128, np.float32), []
        for v in x:
            a = v @ w + b
            z = 1 / (1 + np.exp(-(a[:256] + h @ gates)))
            u, r = z[:128], z[128:]
            new = np.tanh(a[256:] + (r * h) @ candidate)
            h = (1 - u) * h + u * new
            out.append(h)
        return out

    def kinds(self, scores: np.ndarray) -> np.ndarray:
        """Begins a name, goes on with one, is one of many other things: the likeliest of these counts."""
        return np.array([scores[0], scores[1], scores[2:].max()], np.float32)

    def decode(self, scores: list[np.ndarray]) -> list[int]:
        best, back = scores[0] + self.d["start"], []
        for s in scores[1:]:
            ways = best[:, None] + self.d["move"]
            back.append(ways.argmax(0))
            best = ways.max(0) + s
        label = int((best + self.d["end"]).argmax())
        labels = [label]
        for pointers in reversed(back):
            label = int(pointers[label])
            labels.append(label)
        return labels[::-1]

    def names(self, labels: list[int], lengths: list[int]) -> list[tuple[int, int]]:
        names, at, before = [], 0, 2
        for label, length in zip(labels, lengths, strict=True):
            if label == 0 or (label == 1 and before == 2):
                names.append((at, at + length))
            elif label == 1:
                names[-1] = names[-1][0], at + length
            at, before = at + length, label
        return names
