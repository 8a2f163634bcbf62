# ruff: noqa: E501 - tables
"""Articles 4, 17, 18 and 21: may a document be disclosed, and where."""

from anxin.regulation import disclosure
from anxin.regulation.case import Case, Participant

# document type | flags of the case (open = not closed, effective = judgment in force, minor:ROLE) | outcome | articles of the grounds
ROWS = """
起诉书           | effective                          | publish | 18(1)
抗诉书           | effective                          | publish | 18(1)
刑事抗诉书       | effective                          | publish | 18(1)
追加起诉书       | effective                          | publish | 18(1)
追加起诉决定书   | effective                          | publish | 18(1)
补充起诉书       | effective                          | publish | 18(1)
补充起诉决定书   | effective                          | publish | 18(1)
变更起诉书       | effective                          | publish | 18(1)
变更起诉决定书   | effective                          | publish | 18(1)
刑事附带民事起诉书 | effective                        | publish | 18(1)
刑事附带民事公益诉讼起诉书 | effective                | publish | 18(1)
《起诉书（自然人犯罪案件适用）》 | effective          | publish | 18(1)
起 诉 书         | effective                          | publish | 18(1)
刑事抗诉书（二审程序适用） | effective                | publish | 18(1)
起诉书           |                                    | wait    | 18(1)
抗诉书           |                                    | wait    | 18(1)
追加起诉书       |                                    | wait    | 18(1)
起诉书           | open                               | wait    | 18(1) 21
起诉书           | effective open                     | wait    | 21
不起诉决定书     |                                    | publish | 18(2)
不起诉决定书     | effective                          | publish | 18(2)
法定不起诉决定书 |                                    | publish | 18(2)
绝对不起诉决定书 |                                    | publish | 18(2)
相对不起诉决定书 |                                    | publish | 18(2)
酌定不起诉决定书 |                                    | publish | 18(2)
存疑不起诉决定书 |                                    | publish | 18(2)
不起诉决定书     | open                               | wait    | 21
刑事申诉复查决定书 |                                  | publish | 18(3)
刑事申诉复查决定书 | open                             | wait    | 21
撤销案件决定书   |                                    | kiosk   | 17
不批准逮捕决定书 |                                    | kiosk   | 17
不予批准逮捕决定书 |                                  | kiosk   | 17
不予逮捕决定书   |                                    | kiosk   | 17
撤销案件决定书   | open                               | wait    | 21 17
不批准逮捕决定书 | state_secret                       | refuse  | 4 17
审查报告         |                                    | refuse  | 18(P2)
讨论笔录         | effective                          | refuse  | 18(P2)
附条件不起诉决定书 |                                  | refuse  | 4
刑事申诉结果通知书 |                                  | refuse  | 18(4)
检察建议书       |                                    | refuse  | 18(4)
民事抗诉书       | effective                          | refuse  | 18(4)
                 | effective                          | refuse  | 18(4)
检察建议书       | open                               | refuse  | 18(4) 21
起诉书           | effective state_secret             | refuse  | 4
起诉书           | effective commercial_secret        | refuse  | 4
起诉书           | effective personal_privacy         | refuse  | 4
起诉书           | effective juvenile_crime           | refuse  | 4
起诉书           | effective sealed_record            | refuse  | 4
起诉书           | effective internal_document        | refuse  | 18(P2)
起诉书           | effective state_secret internal_document | refuse | 4 18(P2)
起诉书           | effective undetermined             | refer   | 4
起诉书           | undetermined                       | refer   | 4 18(1)
起诉书           | undetermined open                  | refer   | 4 18(1) 21
不起诉决定书     | undetermined juvenile_crime        | refuse  | 4 4
起诉书           | effective filing_review_pending    | wait    | 21(P2)
不起诉决定书     | filing_review_pending open         | wait    | 21(P2) 21
不起诉决定书     | filing_review_pending undetermined | refer   | 4 21(P2)
起诉书           | effective juvenile_victim          | publish | 18(1)
起诉书           | effective minor:victim             | publish | 18(1)
起诉书           | effective minor:witness            | publish | 18(1)
起诉书           | effective minor:defendant          | refuse  | 4
起诉书           | minor:defendant open               | refuse  | 4 18(1) 21
不起诉决定书     | minor:non_prosecuted               | refuse  | 4
起诉书           | effective something_unknown        | publish | 18(1)
"""
WORDS = ("effective", "open")


def _case(words):
    people = tuple(Participant(f"p{i}", "阮小七", w.partition(":")[2], minor=True) for i, w in enumerate(words) if ":" in w)
    flags = frozenset(w for w in words if w not in WORDS and ":" not in w)
    return Case((Participant("d", "萧让", "defendant"), *people), "open" not in words, "effective" in words, flags=flags)


def rows():
    for line in ROWS.strip("\n").splitlines():
        doc_type, words, outcome, articles = (cell.strip() for cell in line.split("|"))
        yield line, doc_type, _case(words.split()), outcome, articles.split()


def failures(rules):
    found = []
    for line, doc_type, case, outcome, articles in rows():
        got = disclosure.decide(doc_type, "", "", case, rules)
        grounds = [g["article"] for g in got.details["grounds"]]
        if (got.outcome, got.article, grounds) != (outcome, articles[0], articles):
            found.append(f"{line}: {got.outcome} {grounds}")
    return found
