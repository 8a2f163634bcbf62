"""From the ledger to cells, a little at a time (Art 25). SQL only; nothing but ledger entries goes in.

An obligation counts in the month of its deadline, whatever becomes of it later; a single event in its own month.
Entries of one organ are committed in the order of their numbers, so everything up to its ledger's head is there.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from anxin.figures.definitions import Measure, measures

OPEN = "('due', 'in_work', 'returned')"
NEW = """
CREATE TEMPORARY TABLE new_entry ON COMMIT DROP AS
SELECT e.organ, e.seq, e.event, e.subject, e.data, (e.at AT TIME ZONE 'Asia/Shanghai')::date AS day
FROM ledger_head h LEFT JOIN statistics_watermark w USING (organ)
JOIN ledger_entry e ON e.organ = h.organ AND e.seq > COALESCE(w.seq, 0) AND e.seq <= h.seq
WHERE h.seq > COALESCE(w.seq, 0) AND e.event = ANY(%s)
"""
OPENED = """
INSERT INTO statistics_fact
  (obligation, organ, kind, follow_up, trigger_on, deadline, state, ground, superseded, counted_late)
SELECT DISTINCT ON (data->>'obligation') (data->>'obligation')::bigint, organ, COALESCE(data->>'type', ''),
       data->>'trigger' = 'facts_changed', COALESCE((data->>'on')::date, day), (data->>'deadline')::date,
       'due', '', false, false
FROM new_entry WHERE event = 'obligation_opened' ORDER BY data->>'obligation', seq
ON CONFLICT (obligation) DO NOTHING
"""
CHANGES = """
CREATE TEMPORARY TABLE change ON COMMIT DROP AS
SELECT (data->>'obligation')::bigint AS obligation,
       (array_agg(data->>'change' ORDER BY seq DESC)
           FILTER (WHERE data->>'change' NOT IN ('deadline', 'superseded')))[1] AS state,
       (array_agg(data->>'ground' ORDER BY seq DESC) FILTER (WHERE data->>'change' = 'exempt'))[1] AS ground,
       (array_agg((data->>'deadline')::date ORDER BY seq DESC)
           FILTER (WHERE data ? 'deadline'))[1] AS deadline,
       (array_agg((data->>'on')::date ORDER BY seq DESC)
           FILTER (WHERE event = 'obligation_opened'))[1] AS trigger_on,
       (array_agg(event = 'obligation_changed' ORDER BY seq DESC)
           FILTER (WHERE event = 'obligation_opened' OR data->>'change' = 'superseded'))[1] AS superseded,
       min(day) FILTER (WHERE data->>'change' = 'published') AS published_on
FROM new_entry WHERE event IN ('obligation_opened', 'obligation_changed') GROUP BY 1
"""
# two selects and no OR: a subquery in an OR is looked through once a row as soon as it outgrows the work memory
TOUCHED = """
INSERT INTO touched
SELECT f.organ, date_trunc('month', f.deadline)::date, f.kind
FROM statistics_fact f JOIN change c ON c.obligation = f.obligation
UNION
SELECT organ, date_trunc('month', deadline)::date, kind FROM statistics_fact
WHERE NOT counted_late AND NOT superseded AND state IN """ + OPEN + """ AND deadline < %s
ON CONFLICT DO NOTHING
"""
CHANGED = """
UPDATE statistics_fact f SET state = COALESCE(c.state, f.state), ground = COALESCE(c.ground, f.ground),
       deadline = COALESCE(c.deadline, f.deadline), trigger_on = COALESCE(c.trigger_on, f.trigger_on),
       published_on = LEAST(f.published_on, c.published_on), superseded = COALESCE(c.superseded, f.superseded)
FROM change c WHERE c.obligation = f.obligation
"""
DROP_TOUCHED = """
DELETE FROM statistics_cell c USING touched t WHERE c.organ = t.organ AND c.month = t.month AND c.kind = t.kind
AND (c.measure IN ('due', 'published', 'on_time', 'late', 'pending', 'exempt', 'withdrawn', 'follow_up_due',
     'follow_up_done') OR c.measure LIKE 'exempt:%%' OR c.measure LIKE 'days:%%')
"""
COUNT_TOUCHED = """
INSERT INTO statistics_cell (organ, month, kind, measure, n)
SELECT f.organ, t.month, f.kind, m.measure, count(*)
FROM touched t JOIN statistics_fact f
  ON f.organ = t.organ AND f.kind = t.kind AND date_trunc('month', f.deadline)::date = t.month
 AND f.deadline >= t.month AND f.deadline < t.month + interval '1 month'
CROSS JOIN LATERAL (VALUES
  ('due', NOT f.follow_up),
  ('follow_up_due', f.follow_up),
  ('follow_up_done', f.follow_up AND f.state NOT IN """ + OPEN + """),
  ('published', NOT f.follow_up AND f.published_on IS NOT NULL),
  ('on_time', NOT f.follow_up AND f.published_on <= f.deadline),
  ('late', NOT f.follow_up AND (f.published_on > f.deadline OR
           (f.published_on IS NULL AND f.state IN """ + OPEN + """ AND f.deadline < %s))),
  ('pending', NOT f.follow_up AND f.published_on IS NULL AND f.state IN """ + OPEN + """ AND f.deadline >= %s),
  ('exempt', NOT f.follow_up AND f.state = 'exempt'),
  ('exempt:' || f.ground, NOT f.follow_up AND f.state = 'exempt'),
  ('withdrawn', NOT f.follow_up AND f.state = 'withdrawn'),
  ('days:' || (f.published_on - f.trigger_on), NOT f.follow_up AND f.published_on IS NOT NULL)
) AS m(measure, counts)
WHERE NOT f.superseded AND m.counts GROUP BY 1, 2, 3, 4
"""
MARK_LATE = """
UPDATE statistics_fact SET counted_late = true
WHERE NOT counted_late AND NOT superseded AND state IN """ + OPEN + """ AND deadline < %s
"""
COUNT_EVENTS = """
INSERT INTO statistics_cell (organ, month, kind, measure, n)
SELECT organ, date_trunc('month', day)::date, '', %(name)s || CASE WHEN %(by)s = '' THEN ''
       ELSE ':' || COALESCE(NULLIF(data->>%(by)s, ''), 'other') END, count(*)
FROM new_entry WHERE event = %(event)s AND (%(subject)s = '' OR subject = %(subject)s) AND data @> %(where)s::jsonb
GROUP BY 1, 2, 3, 4
ON CONFLICT (month, organ, kind, measure) DO UPDATE SET n = statistics_cell.n + EXCLUDED.n
"""
ADVANCE = """
INSERT INTO statistics_watermark (organ, seq) SELECT organ, seq FROM ledger_head
ON CONFLICT (organ) DO UPDATE SET seq = EXCLUDED.seq WHERE statistics_watermark.seq <> EXCLUDED.seq
"""


def fold(today: date | None = None) -> None:
    """Count every ledger entry since the last time, and what became late since; ``today`` in Beijing."""
    today = today or timezone.localdate()
    events = sorted({"obligation_opened", "obligation_changed", *(m.event for m in measures())})
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE statistics_watermark IN EXCLUSIVE MODE")   # one at a time; readers go on
        cursor.execute("CREATE TEMPORARY TABLE head_now ON COMMIT DROP AS SELECT organ, seq FROM ledger_head")
        cursor.execute(NEW.replace("ledger_head", "head_now"), [events])
        cursor.execute("ANALYZE new_entry")
        _facts(cursor, today)
        cursor.execute("SELECT DISTINCT event FROM new_entry")
        happened = {event for (event,) in cursor.fetchall()}
        for measure in measures():
            if measure.event in happened:
                _count(cursor, measure)
        cursor.execute(ADVANCE.replace("ledger_head", "head_now"))
        for name in ("new_entry", "change", "touched", "head_now"):
            cursor.execute(f"DROP TABLE {name}")


def _facts(cursor: Any, today: date) -> None:
    cursor.execute(CHANGES)
    cursor.execute("CREATE TEMPORARY TABLE touched (organ text, month date, kind text, UNIQUE (organ, month, kind))"
                   " ON COMMIT DROP")
    cursor.execute(TOUCHED, [today])      # where the facts were counted until now
    cursor.execute("ANALYZE change, touched")
    cursor.execute(OPENED)
    cursor.execute(CHANGED)
    cursor.execute(TOUCHED, [today])      # and where they belong now
    cursor.execute("ANALYZE touched")
    cursor.execute(DROP_TOUCHED)
    cursor.execute(COUNT_TOUCHED, [today, today])
    cursor.execute(MARK_LATE, [today])


def _count(cursor: Any, measure: Measure) -> None:
    where = dict(measure.where)
    cursor.execute(COUNT_EVENTS, {
        "name": measure.id, "by": measure.by, "event": measure.event, "subject": where.pop("subject", ""),
        "where": json.dumps(where)})  # fmt: skip


def rebuild() -> None:
    """Forget every count and begin with the first entry of every ledger."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM statistics_cell; DELETE FROM statistics_fact; DELETE FROM statistics_watermark")
        fold()
