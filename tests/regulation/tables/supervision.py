"""Articles 4, 5, 18-23: what an inspection looks at, by purpose and type of document."""

from anxin.regulation import supervision

ALWAYS = "names masked inference excess equal chain time"
SUPERIOR = {
    "起诉书": f"{ALWAYS} effective",
    "刑事抗诉书": f"{ALWAYS} effective",
    "抗诉书": f"{ALWAYS} effective",
    "不起诉决定书": f"{ALWAYS} non_prosecuted",
    "刑事申诉复查决定书": f"{ALWAYS} petition",
    "其他": ALWAYS,
}
SECRECY = "state work informant minor form"
ARTICLES = {
    "names": "19", "masked": "20", "inference": "20(5)", "excess": "22", "equal": "22", "chain": "21", "time": "21",
    "effective": "18(1)", "non_prosecuted": "19(2)", "petition": "19", "state": "4", "work": "4", "informant": "4",
    "minor": "4", "form": "4(P2)",
}  # fmt: skip


def failures(rules):
    found = []
    for doc_type, names in SUPERIOR.items():
        for purpose, expected in (("superior", names), ("secrecy", SECRECY)):
            got = {e.id.rpartition(".")[2]: e.article for e in supervision.checklist(rules, purpose, doc_type)}
            if got != {name: ARTICLES[name] for name in expected.split()}:
                found.append(f"{purpose} {doc_type}: {sorted(got)}")
    return found
