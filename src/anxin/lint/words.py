"""A vocabulary that reads a text from left to right, longest word first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Words:
    """Words with what each means. Reading takes time linear in the text (times the longest word)."""

    __slots__ = ("_lengths", "_meanings")

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = dict(meanings)
        lengths: dict[str, set[int]] = {}
        for word in self._meanings:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()}

    def read(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, meaning) of the words found, in order and disjoint."""
        at, size = 0, len(text)
        while at < size:
            end = self._longest(text, at)
            if end:
                yield at, end, self._meanings[text[at:end]]
            at = end or at + 1

    def _longest(self, text: str, at: int) -> int:
        for length in self._lengths.get(text[at], ()):
            if at + length <= len(text) and text[at:at + length] in self._meanings:
                return at + length
        return 0
