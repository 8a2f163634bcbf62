"""Rule sets: the law as data.

A rule set is a TOML file of tables; one row is an ``Entry`` that cites its article. ``load`` gives a rule set with the
overlays of an organ applied, ``in_force`` the one that governs an organ on a day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from anxin.regulation import citation, schemas, shape
from anxin.regulation.decision import Decision

RULESETS = Path(__file__).parent / "rulesets"
COMMON_KEYS = ("id", "article", "title", "sentence", "open", "verified")


class RuleError(ValueError):
    """A rule set that can't be used; the message lists every fault, one a line."""


class NoRuleSetInForceError(LookupError):
    """No rule set was in force on the day (Art 28). The message is for the clerk."""


NoRuleSetInForce = NoRuleSetInForceError


@dataclass(frozen=True)
class Entry:
    """One rule. ``values`` are the columns of its table; ``overlay`` is the id of the overlay that made it stricter."""

    table: str
    id: str
    article: str
    title: str
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict)
    open: str = ""  # what the text leaves open and this set decides
    verified: bool = True
    overlay: str = ""

    @property
    def reference(self) -> str:
        """What a stored decision keeps: the entry's id and, where one was made stricter, the overlay's."""
        return f"{self.id}@{self.overlay}" if self.overlay else self.id

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    @classmethod
    def from_row(cls, table: str, row: Mapping[str, Any], verified: bool = True) -> Entry:
        values = {k: v for k, v in row.items() if k not in COMMON_KEYS}
        return cls(
            table,
            row["id"],
            row["article"],
            row["title"],
            row["sentence"],
            values,
            row.get("open", ""),
            row.get("verified", verified),
        )


@dataclass(frozen=True, eq=False)
class RuleSet:
    """One regulation as data, ready for the functions of this room. Hashed by identity, so it can be a cache key."""

    id: str
    title: str
    issuer: str
    adopted: date
    issued: date
    in_force_from: date
    in_force_until: date | None
    verified: bool
    articles: Mapping[int, citation.Article]
    tables: Mapping[str, tuple[Entry, ...]]
    symbols: Mapping[str, Any]
    fields: Mapping[str, str]
    inherits: str = ""
    overlays: tuple[str, ...] = ()
    article_notes: Mapping[str, str] = field(default_factory=dict)

    def table(self, name: str) -> tuple[Entry, ...]:
        return self.tables.get(name, ())

    def entries(self) -> Iterator[Entry]:
        for rows in self.tables.values():
            yield from rows

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id (an overlay suffix is ignored). Raises KeyError."""
        wanted = entry_id.partition("@")[0]
        for entry in self.entries():
            if entry.id == wanted:
                return entry
        raise KeyError(entry_id)

    def parameter(self, name: str) -> str:
        """Value of a parameter the text leaves open. Raises KeyError."""
        for entry in self.table("parameter"):
            if entry.get("name") == name:
                return str(entry.values["value"])
        raise KeyError(name)

    def decide(self, outcome: str, entry: Entry, sentence: str = "", **details: Any) -> Decision:
        """A decision that names the article, this set and the entry it follows."""
        return Decision(outcome, entry.article, self.id, entry.reference, sentence or entry.sentence, details)

    def article_text(self, cited: str) -> str:
        """The words of the regulation at ``4``, ``19(3)`` or ``19(P2)``. Raises KeyError for a place that is not."""
        place = citation.Citation.parse(cited)
        article = self.articles[place.article]
        try:
            if place.item:
                return article.items[place.item - 1]
            return article.paragraphs[place.paragraph - 1] if place.paragraph else article.text
        except IndexError:
            raise KeyError(cited) from None

    def article_label(self, cited: str) -> str:
        place = citation.Citation.parse(cited)
        article = self.articles.get(place.article)
        return citation.article_label(cited, article is None or len(article.paragraphs) > 1)


def read(path: Path, schema: str) -> dict[str, Any]:
    """One TOML file, checked against a schema of this room. Raises RuleError with every fault."""
    with path.open("rb") as file:
        try:
            data = tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"{path.name}：不是有效的 TOML（{error}）") from None
    if found := shape.faults(_plain(data), schemas.get(schema)):
        raise RuleError("\n".join(f"{path.name}：{fault}" for fault in found))
    return data


def _plain(value: Any) -> Any:
    """TOML values as JSON has them: dates as ISO strings."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, date) else value


def _build(data: Mapping[str, Any], parent: RuleSet | None) -> RuleSet:
    """A rule set from its file; what it does not say is inherited from ``parent`` and counts as not verified."""
    own = {
        name: [Entry.from_row(name, row, data["verified"]) for row in rows]
        for name, rows in data.items()
        if isinstance(rows, list) and name != "removed"
    }
    tables = {name: tuple(rows) for name, rows in own.items()}
    if parent:
        removed = set(data.get("removed", ()))
        tables = {
            name: merge(
                tuple(replace(e, verified=False) for e in parent.table(name) if e.id not in removed), own.get(name, [])
            )
            for name in (*parent.tables, *(n for n in own if n not in parent.tables))
        }
    text = RULESETS / str(data.get("text", ""))
    articles = citation.parse_articles(text.read_text("utf-8")) if text.is_file() else parent.articles if parent else {}
    built = RuleSet(
        id=data["id"],
        title=data["title"],
        issuer=data["issuer"],
        adopted=data["adopted"],
        issued=data["issued"],
        in_force_from=data["in_force_from"],
        in_force_until=data.get("in_force_until"),
        verified=data["verified"],
        articles=articles,
        tables=tables,
        inherits=data.get("inherits", ""),
        symbols={**(parent.symbols if parent else {}), **data.get("symbols", {})},
        fields={**(parent.fields if parent else {}), **data.get("field", {})},
        article_notes=data.get("article_notes", {}),
    )
    if found := contradictions(built):
        raise RuleError("\n".join(f"{data['id']}：{fault}" for fault in found))
    return built


def contradictions(rules: RuleSet) -> list[str]:
    """Faults a schema can't see: ids given twice, citations of places that do not exist, unknown names."""
    ids = [e.id for e in rules.entries()]
    found = [f"条目编号 {i} 重复" for i in sorted({i for i in ids if ids.count(i) > 1})]
    for entry in rules.entries():
        try:
            rules.article_text(entry.article)
        except KeyError:
            found.append(f"{entry.id}：规定里没有 {entry.article}")
        unknown = [f for f in entry.get("fields", ()) if f not in rules.fields]
        found += [f"{entry.id}：没有查询项目 {name}" for name in unknown]
        if entry.table == "parameter" and entry.values["value"] not in entry.values["options"]:
            found.append(f"{entry.id}：取值 {entry.values['value']} 不在可选范围")
        if entry.table == "event" and not any(c.get("code") == entry.get("category") for c in rules.table("category")):
            found.append(f"{entry.id}：没有类别 {entry.get('category')}")
    return found


def merge(inherited: tuple[Entry, ...], own: list[Entry]) -> tuple[Entry, ...]:
    """Own entries replace inherited ones of the same id in place; new ones come first, for the first match wins."""
    mine = {entry.id: entry for entry in own}
    known = {entry.id for entry in inherited}
    return (*(e for e in own if e.id not in known), *(mine.get(e.id, e) for e in inherited))


@lru_cache(maxsize=32)
def _national(ruleset_id: str) -> RuleSet:
    if ruleset_id not in available():
        raise RuleError(f"没有这个规则集：{ruleset_id}（现有：{'、'.join(available())}）")
    data = read(RULESETS / f"{ruleset_id}.toml", "ruleset")
    return _build(data, _national(data["inherits"]) if data.get("inherits") else None)


@lru_cache(maxsize=1)
def available() -> tuple[str, ...]:
    """Ids of the national rule sets, oldest first."""
    return tuple(sorted(p.stem for p in RULESETS.glob("*.toml") if p.stem != "selection"))


@lru_cache(maxsize=1)
def overlays() -> tuple[Mapping[str, Any], ...]:
    """Every overlay file, the larger area first."""
    found = [read(path, "overlay") for path in sorted((RULESETS / "overlays").glob("*.toml"))]
    return tuple(sorted(found, key=lambda o: len(area(o["organ"]))))


def area(organ: str) -> str:
    """The digits that the codes of an organ and of everything below it share: 640000 -> 64, 640104 -> 640104."""
    return organ[:2] if organ.endswith("0000") else organ[:4] if organ.endswith("00") else organ


@lru_cache(maxsize=1024)
def load(ruleset_id: str, organ: str | None = None, on: date | None = None) -> RuleSet:
    """The rule set ``ruleset_id`` with the overlays that bind ``organ`` (on the day ``on``, when given).

    Raises RuleError with every fault of a file, or with every rule that an overlay would loosen.
    """
    from anxin.regulation import overlay

    rules = _national(ruleset_id)
    for data in overlays() if organ else ():
        binds = organ.startswith(area(data["organ"])) and ruleset_id in data["extends"] if organ else False
        if binds and (on is None or data["in_force_from"] <= on):
            rules = overlay.apply(rules, data)
    return rules


@lru_cache(maxsize=1)
def selection() -> dict[str, Any]:
    """Which set governs which organ: ``default``, ``by_date`` and ``organs``."""
    with (RULESETS / "selection.toml").open("rb") as file:
        return tomllib.load(file)


def in_force(organ: str | None, on: date, by_date: bool | None = None, named: str | None = None) -> RuleSet:
    """The rule set that governs ``organ`` on the day ``on``.

    ``named`` (``--rules``) overrides everything. Otherwise it is the set the organ names, from its date in force;
    with ``by_date`` the set in force on that day. Raises NoRuleSetInForce when there is none (Art 28).
    """
    if named:
        return load(named, organ, on)
    chosen = selection()
    if by_date or (by_date is None and chosen["by_date"]):
        candidates = [load(i, organ, on) for i in available()]
    else:
        candidates = [load(chosen.get("organs", {}).get(organ or "", chosen["default"]), organ, on)]
    governing = [r for r in candidates if r.in_force_from <= on]
    if not governing:
        first = min(candidates, key=lambda r: r.in_force_from)
        start, day = first.in_force_from, f"{on.year}年{on.month}月{on.day}日"
        raise NoRuleSetInForceError(
            f"{day}没有施行中的规则：《{first.title}》自{start.year}年{start.month}月{start.day}日起施行（第二十八条）。"
        )
    return max(governing, key=lambda r: r.in_force_from)


def article_text(cited: str, ruleset_id: str = "2014-trial") -> str:
    """The words of the regulation at a citation such as ``19(3)``."""
    return load(ruleset_id).article_text(cited)


def article_label(cited: str, ruleset_id: str = "2014-trial") -> str:
    """``20(1)`` -> 第二十条第（一）项, ``19(3)`` -> 第十九条第一款第（三）项."""
    return load(ruleset_id).article_label(cited)
