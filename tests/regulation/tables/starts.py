# ruff: noqa: E501 - tables
"""Article 21: which fact starts the ten days."""

from datetime import date

from anxin.regulation import periods

RECEIVED, EFFECTIVE, CONCLUDED, REVIEWED = (date(2014, 11, d) for d in (3, 14, 5, 28))
DAYS = {"received": RECEIVED, "effective": EFFECTIVE, "concluded": CONCLUDED, "filing_review_required": date(2014, 11, 1),
        "filing_review_ended": REVIEWED}

# document type | facts that are known | day on which the clock starts, or wait | article
ROWS = """
起诉书             | received effective                              | effective | 21
抗诉书             | received effective                              | effective | 21
起诉书             | received                                        | wait      | 21
起诉书             | effective                                       | wait      | 21
起诉书             | concluded                                       | wait      | 21
起诉书             |                                                 | wait      | 21
不起诉决定书       | concluded                                       | concluded | 21
不起诉决定书       | received effective                              | wait      | 21
刑事申诉复查决定书 | concluded                                       | concluded | 21
撤销案件决定书     | concluded                                       | concluded | 21
不批准逮捕决定书   | concluded received effective                    | concluded | 21
起诉书             | received effective filing_review_required       | wait      | 21(P2)
起诉书             | received effective filing_review_required filing_review_ended | filing_review_ended | 21(P2)
不起诉决定书       | concluded filing_review_required                | wait      | 21(P2)
不起诉决定书       | concluded filing_review_required filing_review_ended | filing_review_ended | 21(P2)
"""


def failures(rules):
    found = []
    for line in ROWS.strip().splitlines():
        doc_type, facts, start, article = (cell.strip() for cell in line.split("|"))
        got = periods.starts_on(doc_type, {name: DAYS[name] for name in facts.split()}, rules)
        expected = ("wait", None) if start == "wait" else ("start", DAYS[start].isoformat())
        if (got.outcome, got.details.get("trigger")) != expected or got.article != article:
            found.append(f"{line}: {got.outcome} {got.details} {got.article}")
    late = periods.starts_on("起诉书", {"received": EFFECTIVE, "effective": RECEIVED}, rules)
    return found + ([] if late.details.get("trigger") == EFFECTIVE.isoformat() else ["a judgment received after it took effect"])
