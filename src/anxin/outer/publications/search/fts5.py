"""The search index as one SQLite file: contentless FTS5 whose rowid is the sort key.

It holds no text, so nothing can be shown from it. An entry is removed only by the tokens it was made of; they are kept
packed beside it until then, and ``optimize`` afterwards takes them out of the file's pages.
"""

from __future__ import annotations

import sqlite3
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from anxin.outer.publications.search.analyser import stream
from anxin.outer.publications.search.engine import FILTERS, NEWEST, Entry, Hits, Key, TooSlow, Unavailable
from anxin.outer.publications.search.query import Phrase, Query

SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS docs USING fts5(title, body, filters, content='', columnsize=0, tokenize='ascii');
CREATE TABLE IF NOT EXISTS entry (key INTEGER PRIMARY KEY, tokens BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS facet (name TEXT, value TEXT, documents INTEGER NOT NULL, PRIMARY KEY (name, value));
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
"""
EVERYTHING = "zall"
SECONDS = 0.3
STEPS = 2000  # of SQLite's machine between two looks at the clock
COMMONEST, YEARS = 12, 15


def filter_token(name: str, value: str) -> str:
    """A filter value as one token: letters and digits only, and never a word of a text (they stand in their column)."""
    return f"{name}x{value.encode().hex()}"


def _match(phrase: Phrase) -> str:
    words = " ".join(phrase.tokens)
    return f'"{words}"{" *" if phrase.open_end else ""}'


def expression(query: Query, filters: Mapping[str, str], title_only: bool = False) -> str:
    """The FTS5 expression of a query. Tokens hold letters, digits and Han only, so nothing needs escaping."""
    wanted = [f"{'{title}' if title_only else '{title body}'} : {_match(p)}" for p in query.wanted]
    wanted += [f'{{filters}} : "{filter_token(name, value)}"' for name, value in sorted(filters.items()) if value]
    text = " AND ".join(f"({part})" for part in wanted or [f'{{filters}} : "{EVERYTHING}"'])
    for phrase in query.unwanted:
        text = f"({text}) NOT ({{title body}} : {_match(phrase)})"
    return text


class Fts5:
    """One index file. Reading connections are per thread; one process writes."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._local = threading.local()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA secure_delete=ON")
            connection.executescript(SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            connection.close()

    def _reading(self) -> sqlite3.Connection:
        """This thread's connection; a new one when the file was replaced by a rebuild."""
        try:
            inode = self.path.stat().st_ino
        except FileNotFoundError as error:
            raise Unavailable("index file is missing") from error
        if getattr(self._local, "inode", None) != inode:
            self._local.connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, isolation_level=None)
            self._local.inode = inode
        return self._local.connection

    @contextmanager
    def _limited(self, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
        """A reading connection that stops by itself when the time is over."""
        connection, end = self._reading(), time.monotonic() + seconds
        connection.set_progress_handler(lambda: int(time.monotonic() > end), STEPS)
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if "interrupt" in str(error):
                raise TooSlow("这样检索耗时太长，请加上更具体的词，或者选择院、种类、年份。") from error
            raise Unavailable(str(error)) from error
        except sqlite3.DatabaseError as error:
            raise Unavailable(str(error)) from error
        finally:
            connection.set_progress_handler(None, 0)

    def upsert(self, entries: Iterable[Entry], change: int | None = None) -> None:
        """Add entries, replacing those with the same key; ascending keys are quickest."""
        with self._writing() as db:
            for entry in entries:
                self._delete(db, entry.key)
                self._insert(db, entry)
            self._note(db, change)

    def delete(self, keys: Iterable[int], change: int | None = None) -> None:
        """Remove entries: at once from every answer, and with ``optimize`` from the file."""
        with self._writing() as db:
            if sum(self._delete(db, key) for key in keys):
                db.execute("INSERT OR REPLACE INTO state VALUES ('optimize', 1)")
            self._note(db, change)

    def tidy(self) -> bool:
        """After deletions: rewrite the index, so that no deleted token is left in the file. True when needed."""
        if not self._state("optimize"):
            return False
        with self._writing() as db:
            db.execute("INSERT INTO docs(docs) VALUES ('optimize')")
            db.execute("DELETE FROM state WHERE name = 'optimize'")
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        return True

    def _insert(self, db: sqlite3.Connection, entry: Entry) -> None:
        pairs = [(name, value) for name, values in entry.filters.items() for value in values]
        filters = " ".join([EVERYTHING, *(filter_token(name, value) for name, value in pairs)])
        columns = (stream(entry.title), stream(entry.text), filters)
        db.execute("INSERT INTO docs(rowid, title, body, filters) VALUES (?, ?, ?, ?)", (entry.key, *columns))
        packed = zlib.compress("\0".join((*columns, *(f"{n}\1{v}" for n, v in pairs))).encode())
        db.execute("INSERT INTO entry VALUES (?, ?)", (entry.key, packed))
        count = "INSERT INTO facet VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET documents = documents + 1"
        db.executemany(count, pairs)

    def _delete(self, db: sqlite3.Connection, key: int) -> bool:
        row = db.execute("SELECT tokens FROM entry WHERE key = ?", (key,)).fetchone()
        if row is None:
            return False
        title, body, filters, *pairs = zlib.decompress(row[0]).decode().split("\0")
        gone = "INSERT INTO docs(docs, rowid, title, body, filters) VALUES ('delete', ?, ?, ?, ?)"
        db.execute(gone, (key, title, body, filters))
        db.execute("DELETE FROM entry WHERE key = ?", (key,))
        for pair in pairs:
            db.execute("UPDATE facet SET documents = documents - 1 WHERE name = ? AND value = ?", pair.split("\1"))
        db.execute("DELETE FROM facet WHERE documents <= 0")
        return True

    def _note(self, db: sqlite3.Connection, change: int | None) -> None:
        if change is not None:
            db.execute("INSERT OR REPLACE INTO state VALUES ('change', ?)", (change,))

    def _state(self, name: str) -> int:
        try:
            row = self._reading().execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        except (Unavailable, sqlite3.DatabaseError):
            return 0
        return row[0] if row else 0

    @property
    def change(self) -> int:
        """The last change of the publications table that is in the index."""
        return self._state("change")

    def search(
        self, query: Query, filters: Mapping[str, str], limit: int = 20, before: Key | None = None,
        count_cap: int = 1000, sort: str = NEWEST,
    ) -> Hits:  # fmt: skip
        """Keys after ``before``, newest first; by relevance, those with all words in the title come first."""
        whole = expression(query, filters)
        with self._limited() as db:
            total = self._count(db, whole, count_cap)
            if sort == NEWEST or not query.wanted:
                keys = [(0, key) for key in self._page(db, whole, limit, before[1] if before else None)]
            else:
                keys = self._by_relevance(db, query, filters, limit, before)
        return Hits(tuple(keys), min(total, count_cap), total > count_cap)

    def _by_relevance(
        self, db: sqlite3.Connection, query: Query, filters: Mapping[str, str], limit: int, before: Key | None
    ) -> list[Key]:
        title = expression(query, filters, title_only=True)
        keys: list[Key] = []
        if before is None or before[0] == 1:
            keys = [(1, key) for key in self._page(db, title, limit, before[1] if before else None)]
        if len(keys) < limit:
            rest = f"({expression(query, filters)}) NOT ({title})"
            start = before[1] if before and before[0] == 0 else None
            keys += [(0, key) for key in self._page(db, rest, limit - len(keys), start)]
        return keys

    def _page(self, db: sqlite3.Connection, match: str, limit: int, before: int | None) -> list[int]:
        sql = "SELECT rowid FROM docs WHERE docs MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
        return [row[0] for row in db.execute(sql, (match, before or 2**62, limit))]

    def _count(self, db: sqlite3.Connection, match: str, cap: int) -> int:
        sql = "SELECT count(*) FROM (SELECT 1 FROM docs WHERE docs MATCH ? LIMIT ?)"
        return int(db.execute(sql, (match, cap + 1)).fetchone()[0])

    def facets(
        self, query: Query, filters: Mapping[str, str], count_cap: int = 1000
    ) -> dict[str, list[tuple[str, int, bool]]]:
        """For type, charge, year and province: (value, count, capped), of the hits with the other filters kept."""
        answer: dict[str, list[tuple[str, int, bool]]] = {}
        with self._limited() as db:
            for name in FILTERS:
                others = {key: value for key, value in filters.items() if key != name}
                answer[name] = []
                for value in self._values(db, name):
                    found = self._count(db, expression(query, others | {name: value}), count_cap)
                    if found:
                        answer[name].append((value, min(found, count_cap), found > count_cap))
        return answer

    def _values(self, db: sqlite3.Connection, name: str) -> list[str]:
        """The values of a filter that readers are offered: all provinces, the latest years, the commonest others."""
        rows = db.execute("SELECT value FROM facet WHERE name = ? ORDER BY documents DESC, value", (name,))
        values = [row[0] for row in rows]
        if name == "organ":
            return sorted(value for value in values if value.endswith("0000") and value != "100000")
        return sorted(values, reverse=True)[:YEARS] if name == "year" else values[:COMMONEST]

    def health(self) -> dict[str, object]:
        """``ok``, number of ``documents``, ``change`` reached, ``bytes`` of the file."""
        try:
            with self._limited(5) as db:
                documents = db.execute("SELECT count(*) FROM entry").fetchone()[0]
        except Unavailable as error:
            return {"ok": False, "sentence": str(error)}
        return {"ok": True, "documents": documents, "change": self.change, "bytes": self.path.stat().st_size}
