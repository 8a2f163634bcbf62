"""What others do with the same documents: plain expressions, expressions with the registered names, Presidio.

Each peer takes an input row (id, doc_type, text, case) and gives an answer in the form of ``mask --batch``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

PLAIN = {
    "id_card": r"(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)",
    "phone": r"(?<!\d)1[3-9]\d{9}(?!\d)",
    "bank_card": r"(?<!\d)\d{16,19}(?!\d)",
    "email": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
}
Peer = Callable[[dict], dict]


def answer(row: dict, found: list[tuple[int, int, str]]) -> dict:
    """Spans without overlaps, the first one wins; nothing is flagged and no gate is decided."""
    spans: list[dict] = []
    for a, b, kind in sorted(found, key=lambda f: (f[0], -f[1])):
        if not spans or a >= spans[-1]["end"]:
            spans.append({"start": a, "end": b, "kind": kind})
    return {"id": row["id"], "spans": spans}


def numbers(text: str) -> list[tuple[int, int, str]]:
    return [(*m.span(), kind) for kind, pattern in PLAIN.items() for m in re.finditer(pattern, text)]


def expressions(row: dict) -> dict:
    return answer(row, numbers(row["text"]))


def registered(row: dict) -> dict:
    """The names and aliases of the case data, wherever they stand, except of those who act in office."""
    names = {n for p in row["case"]["participants"] if p["role"] not in ("official", "lawyer")
             for n in (p["name"], *p["aliases"]) if n}
    found = [(*m.span(), "name") for n in names for m in re.finditer(re.escape(n), row["text"])]
    return answer(row, numbers(row["text"]) + found)


def presidio() -> Peer | None:
    """Presidio's own recognisers with a Chinese identity number, a Chinese telephone region and the name finder of
    this project as the recogniser of persons. None where the package is not installed."""
    try:
        import tldextract
        from presidio_analyzer import Pattern, PatternRecognizer
        from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, EmailRecognizer, PhoneRecognizer
    except ImportError:
        return None
    from anxin.redaction import net

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())     # its own list, without asking the network
    own = PatternRecognizer("CN_ID", supported_language="zh", patterns=[Pattern("id", PLAIN["id_card"], 0.9)])
    parts = [own, CreditCardRecognizer(supported_language="zh"), EmailRecognizer(supported_language="zh"),
             PhoneRecognizer(supported_language="zh", supported_regions=("CN",))]

    def run(row: dict) -> dict:
        text = row["text"]
        found = [(r.start, r.end, r.entity_type) for part in parts
                 for r in part.analyze(text, part.supported_entities, None) or []]
        return answer(row, found + [(a, b, "name") for a, b in net.find_names(text)])

    return run
