"""How fast the statistics are counted and read: the whole country, a million documents (Art 25).

    python bench/figures.py [--documents 1000000]

Fills the ledger of a throw-away installation with generated entries, then counts everything once, counts a day's
worth more, and reads the country's figures, with peers and month by month. Nothing in it is real.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
FILL = """
INSERT INTO ledger_entry (organ, seq, at, operation, actor_name, event, subject, subject_id, data, previous, hash)
SELECT organ, (row_number() OVER (PARTITION BY organ ORDER BY at, n)) + COALESCE((SELECT seq FROM ledger_head h WHERE h.organ = a.organ), 0), at, gen_random_uuid(), '', event, 'document', n,
       data, repeat('0', 64), md5(random()::text) || md5(random()::text)
FROM (
  SELECT o.organ, g.n, g.on_day + time '03:00' AT TIME ZONE 'UTC' AS at, 'obligation_opened' AS event,
         jsonb_build_object('obligation', g.n, 'type', g.kind, 'trigger', 'judgment', 'on', g.on_day, 'deadline', g.on_day + 10) AS data
  FROM generated g JOIN organ_number o ON o.number = g.number
  UNION ALL
  SELECT o.organ, g.n, g.on_day + g.days + time '04:00' AT TIME ZONE 'UTC', 'obligation_changed',
         jsonb_build_object('obligation', g.n, 'change', CASE WHEN g.n %% 20 = 0 THEN 'exempt' ELSE 'published' END, 'ground', 'privacy')
  FROM generated g JOIN organ_number o ON o.number = g.number WHERE g.n %% 50 <> 0
  UNION ALL
  SELECT o.organ, g.n, g.on_day + time '05:00' AT TIME ZONE 'UTC', 'returned', jsonb_build_object('chain', g.n)
  FROM generated g JOIN organ_number o ON o.number = g.number WHERE g.n %% 10 = 0
) a
"""
HEADS = """
INSERT INTO ledger_head (organ, seq, hash) SELECT organ, max(seq), repeat('0', 64) FROM ledger_entry GROUP BY organ
ON CONFLICT (organ) DO UPDATE SET seq = EXCLUDED.seq
"""


def fill(url: str, first: int, count: int, since: str, days: int) -> None:
    """``count`` obligations over ``days`` days from ``since``, spread over all organs, as ledger entries."""
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TEMP TABLE organ_number AS SELECT code AS organ, row_number() OVER (ORDER BY code) - 1 AS number FROM organs_organ")
        connection.execute(
            "CREATE TEMP TABLE generated AS SELECT n, (hashint8(n) & 2147483647) %% (SELECT count(*) FROM organs_organ) AS number,"
            " %s::date + (hashint8(n + 7) & 2147483647) %% %s AS on_day, 1 + (hashint8(n + 9) & 2147483647) %% 14 AS days,"
            " (ARRAY['起诉书','不起诉决定书','抗诉书','刑事申诉复查决定书'])[1 + n %% 4] AS kind"
            " FROM generate_series(%s, %s) n", [since, days, first, first + count - 1])
        connection.execute(FILL.replace("%%", "%"))
        connection.execute(HEADS)
        connection.execute("ANALYZE")


def timed(title: str, work) -> None:  # noqa: ANN001
    begun = time.perf_counter()
    work()
    print(f"{title}: {time.perf_counter() - begun:.2f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000_000)
    count = parser.parse_args().documents
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as place:
        os.environ["ANXIN_VAR"] = place
        from anxin.launch.installation import Installation

        installation = Installation(Path(place))
        installation.open()
        try:
            installation.migrate()
            measure(installation.databases["inner"], count)
        finally:
            installation.close()
            installation.wipe()


def measure(database, count: int) -> None:  # noqa: ANN001
    """Fill, count and read; prints one line each."""
    from anxin.config import wing

    os.environ["ANXIN_INNER_URL"] = database.url("app")
    wing.enter("inner")
    from anxin.figures.compute import compute
    from anxin.inner.organs.actions import load_tree
    from anxin.inner.statistics import queries
    from anxin.inner.statistics.fold import fold

    load_tree()
    timed(f"ledger filled with {count:,} obligations", lambda: fill(database.admin_url, 1, count, "2025-10-01", 365))
    timed("everything counted", lambda: fold(date(2026, 11, 1)))
    fill(database.admin_url, count + 1, count // 365, "2026-10-31", 1)
    timed(f"a day more counted ({count // 365:,} obligations)", lambda: fold(date(2026, 11, 2)))
    quarter = (date(2026, 7, 1), date(2026, 9, 1))
    timed("figures of the country, a quarter", lambda: compute(queries.cells("100000", *quarter)))
    timed("the same by province", lambda: queries.by_child("100000", *quarter))
    timed("figures of the country, month by month, a year", lambda: queries.by_month("100000", date(2025, 10, 1), date(2026, 9, 1)))
    timed("figures of one province by city", lambda: queries.by_child("340000", *quarter))


if __name__ == "__main__":
    main()
