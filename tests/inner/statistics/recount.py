"""Every figure counted again, slowly and plainly, from raw ledger rows. It shares nothing with the product.

``rows``: dicts with organ, seq, event, subject, data and day (date in Beijing), in any order.
"""

from __future__ import annotations

from datetime import date


def recount(rows: list[dict], organs: set[str], first: date, last: date, today: date) -> dict[str, float | None]:
    """Figures of these organs for months ``first``..``last`` (dates up to the last day), as of ``today``."""
    rows = sorted((row for row in rows if row["organ"] in organs), key=lambda row: (row["organ"], row["seq"]))
    duties = [duty for duty in _duties(rows).values() if not duty["gone"] and first <= duty["deadline"] <= last]
    fresh = [duty for duty in duties if not duty["again"]]
    happened = [row for row in rows if first <= row["day"] <= last]

    def times(event: str, subject: str | None = None) -> int:
        return sum(row["event"] == event and subject in (None, row["subject"]) for row in happened)

    told = sum(row["event"] == "published" and row["subject"] == "announcement" and row["data"].get("version") == 1
               for row in happened)  # fmt: skip
    out = [duty for duty in fresh if duty["out"]]
    idle = [duty for duty in fresh if not duty["out"] and duty["state"] in ("due", "in_work", "returned")]
    timely = sum(duty["out"] <= duty["deadline"] for duty in out)
    late = len(out) - timely + sum(duty["deadline"] < today for duty in idle)
    exempt = sum(duty["state"] == "exempt" for duty in fresh)
    days = sorted((duty["out"] - duty["from"]).days for duty in out)
    answers = {
        "due": len(fresh), "published": len(out), "on_time": timely, "late": late, "exempt": exempt,
        "pending": sum(duty["deadline"] >= today for duty in idle),
        "withdrawn": sum(duty["state"] == "withdrawn" for duty in fresh),
        "rate": _percent(len(out), len(fresh) - exempt), "rate_all": _percent(len(out), len(fresh)),
        "on_time_rate": _percent(timely, timely + late),
        "median_days": days[(len(days) + 1) // 2 - 1] if days else None,
        "p90_days": days[-(-9 * len(days) // 10) - 1] if days else None,
        "follow_up_due": sum(duty["again"] for duty in duties),
        "returned": times("returned", "draft"), "corrections": times("withdrawn") + times("hidden"),
        "complaints": times("complaint_received"), "complaints_escalated": times("complaint_escalated"),
        "applications": times("application_received"), "assisted": times("assistance_forwarded"),
        "answered": times("inquiry_answered") + times("inquiry_looked"),
        "announcements": told, "announcement_level": told, "opinion": times("opinion_found"),
    }  # fmt: skip
    return answers


def _duties(rows: list[dict]) -> dict[int, dict]:
    found: dict[int, dict] = {}
    for row in rows:
        data = row["data"]
        if row["event"] == "obligation_opened":
            known = found.get(data["obligation"])
            if known is None:
                found[data["obligation"]] = known = {"out": None, "state": "due", "again": data["trigger"] == "facts_changed"}
            known |= {"gone": False, "from": date.fromisoformat(data["on"]), "deadline": date.fromisoformat(data["deadline"])}
        elif row["event"] == "obligation_changed" and data["obligation"] in found:
            duty = found[data["obligation"]]
            if data["change"] == "superseded":
                duty["gone"] = True
            elif data["change"] == "deadline":
                duty["deadline"] = date.fromisoformat(data["deadline"])
            else:
                duty["state"] = data["change"]
                if data["change"] == "published" and duty["out"] is None:
                    duty["out"] = row["day"]
    return found


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole > 0 else None
