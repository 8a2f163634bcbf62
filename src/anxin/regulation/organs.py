"""The national tree of procuratorates: four levels, codes, short names for document numbers, press departments."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "organs.csv"
LEVELS = ("supreme", "provincial", "municipal", "county")


@dataclass(frozen=True)
class Organ:
    """One procuratorate. ``short`` stands in document numbers (京朝检); ``parent`` is empty for the supreme one."""

    code: str
    name: str
    short: str
    parent: str
    level: str
    has_press: bool


@dataclass(frozen=True)
class Tree:
    """All organs by code, in the order of the data file."""

    organs: Mapping[str, Organ]
    _children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def default(cls) -> Tree:
        """The tree delivered with the system."""
        return _default()

    @classmethod
    def of(cls, organs: Iterable[Organ]) -> Tree:
        """A tree of these organs. Raises ValueError for a parent that is not among them."""
        by_code = {o.code: o for o in organs}
        children: dict[str, tuple[str, ...]] = {}
        for organ in by_code.values():
            if organ.parent and organ.parent not in by_code:
                raise ValueError(f"{organ.name}的上级院 {organ.parent} 不存在")
            children[organ.parent] = (*children.get(organ.parent, ()), organ.code)
        return cls(by_code, children)

    def get(self, code: str) -> Organ:
        """Raises KeyError with a sentence for an unknown code."""
        try:
            return self.organs[code]
        except KeyError:
            raise KeyError(f"没有代码为 {code} 的人民检察院") from None

    def parent(self, code: str) -> str | None:
        return self.get(code).parent or None

    def level(self, code: str) -> str:
        return self.get(code).level

    def has_press(self, code: str) -> bool:
        return self.get(code).has_press

    def chain_up(self, code: str) -> list[Organ]:
        """The organ itself and every superior, the supreme one last."""
        chain = [self.get(code)]
        while chain[-1].parent:
            chain.append(self.get(chain[-1].parent))
        return chain

    def children(self, code: str) -> list[Organ]:
        return [self.organs[c] for c in self._children.get(self.get(code).code, ())]

    def subtree(self, code: str) -> list[Organ]:
        """The organ and everything below it, parents before children."""
        found = [self.get(code)]
        for organ in found:
            found.extend(self.children(organ.code))
        return found

    def search(self, name: str) -> list[Organ]:
        """Organs whose name, short name or code contains ``name`` (人民检察院 may be left out), higher levels first."""
        wanted = name.replace("人民检察院", "").strip()
        hits = [o for o in self.organs.values() if wanted in o.name or wanted in (o.short, o.code)]
        return sorted(hits, key=lambda o: (LEVELS.index(o.level), o.code))


@lru_cache(maxsize=1)
def _default() -> Tree:
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return Tree.of(
            Organ(r["code"], r["name"], r["short"], r["parent"], r["level"], r["has_press"] == "1") for r in rows
        )
