"""Go on training the name finder (src/anxin/redaction/data/net) on labelled sentences; needs ``torch``, only here.

    python scripts/build_net.py UNPACKED_SDIST --out base.npz     # the finder it starts from
    python scripts/train_net.py base.npz [--families abcdef] [--minutes 12] [--out net.npz] [--held prose2.txt]

Sentences come from the labelled families (tests/redaction/families, generator) and from the written prose
(tests/redaction/prose). Names are replaced by others, so that no name is learned; a good part of them are words. Of the
many labels three are left: a word begins a name, goes on with one, or is none; the old labels of places, bodies, times
and other words stay as kinds of none, the likeliest of which counts. Embeddings stay as they are.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from net_sentences import Renamer, Sentence, documents, prose  # noqa: E402

from anxin.redaction.net import BEGIN, HIDDEN, INSIDE, NONE, PersonNet  # noqa: E402
from anxin.redaction.net_words import cut  # noqa: E402
from tests.redaction.prose import FOLDER  # noqa: E402

NET = ROOT / "src/anxin/redaction/data/net/net.npz"
NEVER = -30.0
PERSON = 16, 17  # a person's labels in the finder that this starts from: begins, goes on
LONGEST = 110
TAUGHT = (
    "emission",
    "emission_bias",
    "home",
    "home_bias",
    "start",
    "end",
    "move",
    *(f"{n}{i}" for n in ("input", "bias", "gates", "candidate") for i in "01"),
)


@dataclass(frozen=True)
class Example:
    """Embedding rows and lengths of the words; for each word whether it may begin a name, go on with one, be none; and
    whether it is part of a home's address."""

    rows: list[int]
    lengths: list[int]
    allowed: np.ndarray  # words x (begin, go on, none)
    home: np.ndarray


def examples(
    sentences: Iterable[Sentence], net: PersonNet, chance: random.Random, empty: float = 0.5
) -> Iterator[Example]:
    """Every range that the finder would read; of those without a name only a share."""
    for s in sentences:
        for low, high in cut(s.text):
            names, loose, homes = (
                [(a - low, b - low) for a, b in x if low <= a and b <= high] for x in (s.names, s.loose, s.homes)
            )
            if not names and not loose and not homes and chance.random() > empty:
                continue
            rows, lengths = net._tokens(net.splitter.split(s.text[low:high]))
            if 2 <= len(rows) <= LONGEST:
                ends = np.cumsum(lengths)
                home = sum(((ends > a) & (ends - lengths < b) for a, b in homes), np.zeros(len(ends), bool))
                yield Example(rows, lengths, _allowed(lengths, names, loose), home)


def _allowed(lengths: Sequence[int], names: Sequence[tuple[int, int]], loose: Sequence[tuple[int, int]]) -> np.ndarray:
    starts = {at: i for i, at in enumerate([0, *np.cumsum(lengths).tolist()])}
    out = np.tile(np.array([False, False, True]), (len(lengths), 1))
    for a, b in names:
        if a in starts and b in starts:
            i, j = starts[a], starts[b]
            out[i], out[i + 1 : j] = (True, False, False), (False, True, False)
        else:  # a word reaches over the name's edge: nothing can be asked of it
            _free(out, starts, a, b)
    for a, b in loose:
        _free(out, starts, a, b)
    return out


def _free(out: np.ndarray, starts: dict[int, int], a: int, b: int) -> None:
    out[max(i for k, i in starts.items() if k <= a) : min(i for k, i in starts.items() if k >= b)] = True


def three_labels(base: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The finder with its labels of persons first, all others as kinds of none."""
    others = [i for i in range(len(base["start"])) if i not in PERSON]
    order = [*PERSON, *others]
    move = np.zeros((3, 3), np.float32)
    move[[BEGIN, INSIDE], INSIDE] = base["move"][PERSON, PERSON[1]]
    move[NONE, INSIDE] = NEVER
    start, end = np.array([0, NEVER, 0], np.float32), np.zeros(3, np.float32)
    return base | {
        "emission": base["emission"][:, order],
        "emission_bias": base["emission_bias"][order],
        "move": move,
        "start": start,
        "end": end,
        "home": np.zeros(2 * HIDDEN, np.float32),
        "home_bias": np.float32(-3),
    }


class Net(torch.nn.Module):
    """The finder's equations, several sentences at a time."""

    def __init__(self, data: dict[str, np.ndarray]) -> None:
        super().__init__()
        self.embedding = torch.tensor(data["codes"].astype(np.float32) * data["scale"].astype(np.float32)[:, None])
        for name in TAUGHT:
            self.register_parameter(name, torch.nn.Parameter(torch.tensor(data[name].astype(np.float32))))

    def forward(
        self, rows: torch.Tensor, lengths: torch.Tensor, drop: float = 0.0
    ) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.embedding[rows]
        for layer in "01":
            x = torch.nn.functional.dropout(x, drop) if drop else x
            weights = [getattr(self, name + layer) for name in ("input", "bias", "gates", "candidate")]
            forth = self._cell(x, *(w[0] for w in weights))
            back = _turn(self._cell(_turn(x, lengths), *(w[1] for w in weights)), lengths)
            x = torch.cat([forth, back], 2)
        x = torch.nn.functional.dropout(x, drop) if drop else x
        kinds = x @ self.emission + self.emission_bias
        return torch.cat(
            [kinds[..., :NONE], kinds[..., NONE:].max(-1, keepdim=True).values], -1
        ), x @ self.home + self.home_bias

    @staticmethod
    def _cell(
        x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor, gates: torch.Tensor, candidate: torch.Tensor
    ) -> torch.Tensor:
        state, out = torch.zeros(x.shape[1], HIDDEN), []
        for step in x @ weight + bias:
            z = torch.sigmoid(step[:, : 2 * HIDDEN] + state @ gates)
            new = torch.tanh(step[:, 2 * HIDDEN :] + (z[:, HIDDEN:] * state) @ candidate)
            state = state + z[:, :HIDDEN] * (new - state)
            out.append(state)
        return torch.stack(out)

    def total(self, scores: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Logarithm of the sum over all label sequences."""
        moves, here = torch.exp(self.move), scores[0] + self.start
        for t in range(1, len(scores)):
            top = here.max(1, keepdim=True).values.detach()
            new = torch.log(torch.exp(here - top) @ moves + 1e-30) + top + scores[t]
            here = torch.where((t < lengths)[:, None], new, here)
        return torch.logsumexp(here + self.end, 1)

    def loss(self, batch: Sequence[Example], drop: float) -> torch.Tensor:
        """How unlikely the label sequences that are right are, and the right homes, a word."""
        rows, lengths, closed, homes = _stack(batch)
        scores, home = self(rows, lengths, drop)
        names = (self.total(scores, lengths) - self.total(scores + closed, lengths)).sum() / lengths.sum()
        inside = torch.arange(len(rows))[:, None] < lengths
        return names + 0.5 * torch.nn.functional.binary_cross_entropy_with_logits(home[inside], homes[inside])


def _turn(x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
    """Each sentence backwards."""
    steps = torch.arange(len(x))[:, None].expand(x.shape[:2])
    return torch.gather(x, 0, torch.where(steps < lengths, lengths - 1 - steps, steps)[..., None].expand_as(x))


def _stack(batch: Sequence[Example]) -> tuple[torch.Tensor, ...]:
    lengths = torch.tensor([len(e.rows) for e in batch])
    rows = torch.zeros(int(lengths.max()), len(batch), dtype=torch.long)
    closed, homes = torch.zeros(*rows.shape, 3), torch.zeros(rows.shape)
    for i, e in enumerate(batch):
        rows[: len(e.rows), i] = torch.tensor(e.rows)
        closed[: len(e.rows), i] = torch.tensor(np.where(e.allowed, 0.0, NEVER), dtype=torch.float32)
        homes[: len(e.rows), i] = torch.tensor(e.home, dtype=torch.float32)
    return rows, lengths, closed, homes


def batches(sample: list[Example], chance: random.Random, size: int = 128) -> list[list[Example]]:
    """Sentences of like length together."""
    chance.shuffle(sample)
    parts = [sorted(sample[i : i + 4000], key=lambda e: len(e.rows)) for i in range(0, len(sample), 4000)]
    made = [part[i : i + size] for part in parts for i in range(0, len(part), size)]
    chance.shuffle(made)
    return made


def train(net: Net, sample: list[Example], minutes: float, chance: random.Random) -> None:
    optimiser, begun, step = torch.optim.Adam(net.parameters(), lr=1e-3), time.time(), 0
    while (share := (time.time() - begun) / 60 / minutes) < 1:
        for batch in batches(sample, chance):
            share = min(1.0, (time.time() - begun) / 60 / minutes)
            for group in optimiser.param_groups:
                group["lr"] = 1e-3 * (1 - share) + 2e-5
            loss = net.loss(batch, 0.2)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            step += 1
            if step % 50 == 0:
                print(f"{step} {share:.0%} loss {loss.item():.4f}", flush=True)
            if share >= 1:
                break


def judged(finder: PersonNet, sentences: Iterable[Sentence]) -> str:
    """How many names are found exactly, and how many places are none; the same of homes, found at least in part."""
    right = total = wrong = homes = home = other = 0
    for s in sentences:
        ranges = cut(s.text)
        answers = list(zip(ranges, finder.read([s.text[a:b] for a, b in ranges], [()] * len(ranges)), strict=True))
        found = {(a + x, a + y) for (a, _), answer in answers for x, y in answer.names}
        lived = [(a + x, a + y) for (a, _), answer in answers for x, y, _ in answer.homes]
        homes, home = homes + len(s.homes), home + sum(any(a < y and x < b for x, y in lived) for a, b in s.homes)
        other += sum(not any(a < y and x < b for a, b in s.homes) for x, y in lived)
        names, free = set(s.names), [*s.names, *s.loose]
        total, right = total + len(names), right + len(names & found)
        wrong += sum(not any(a < y and x < b for a, b in free) for x, y in found)
    return f"names {right}/{total} = {right / max(1, total):.2%}, {wrong} where none is; homes {home}/{homes}, {other} where none is"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--families", default="abcdef")
    parser.add_argument("--documents", type=int, default=200, help="of each family")
    parser.add_argument("--rounds", type=int, default=3, help="how often each document comes, with other names")
    parser.add_argument("--held", nargs="*", default=[], type=Path, help="prose files to judge by instead")
    parser.add_argument("--held-families", default="")
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--out", type=Path, default=NET)
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    with np.load(args.base) as stored:
        data = three_labels(dict(stored))
    chance, finder = random.Random(1), PersonNet(data)
    written = list(prose(sorted(p for p in FOLDER.glob("*.txt") if p.name not in {h.name for h in args.held})))
    made = list(documents(args.families, args.documents, 7))
    renamer = Renamer([s.text[a:b] for s in [*written, *made] for a, b in s.names], chance)
    sample = [
        e
        for n in range(args.rounds)
        for s in made
        for e in examples([renamer.rename(s, 0.7 if n else 0.0)], finder, chance)
    ]
    sample += [
        e
        for n in range(2 * args.rounds)
        for s in written
        for e in examples([renamer.rename(s, 0.5 if n else 0.0)], finder, chance, 1.0)
    ]
    print(f"{len(sample)} sentences", flush=True)
    net = Net(data)
    train(net, sample, args.minutes, chance)
    for name in TAUGHT:
        data[name] = getattr(net, name).detach().numpy().astype(np.float32)
    np.savez_compressed(args.out, **data)
    before, finder = finder, PersonNet(data)
    for held in args.held:
        print(held.name, judged(before, prose([held])), "->", judged(finder, prose([held])))
    if args.held_families:
        print(
            args.held_families,
            judged(before, documents(args.held_families, 100, 5)),
            "->",
            judged(finder, documents(args.held_families, 100, 5)),
        )


if __name__ == "__main__":
    main()
