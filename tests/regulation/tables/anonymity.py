# ruff: noqa: E501 - tables
"""Articles 19 and 20(2): whose name is hidden. One row a line; written from the articles, checked in every document type."""

from anxin.regulation import anonymity
from anxin.regulation.case import Case, Participant, Sentence

DOC_TYPES = ("起诉书", "抗诉书", "不起诉决定书", "刑事申诉复查决定书", "不批准逮捕决定书", "")

# role | sentence:months | flags (recidivist habitual minor consent) | outcome | article
ROWS = """
victim              | -            |                      | mask | 19(1)
victim              | -            | minor                | mask | 19(1)
victim              | -            | consent              | keep | 19(P2)
victim              | -            | minor consent        | mask | 19(1)
victim_rep          | -            |                      | mask | 19(1)
victim_rep          | -            | consent              | keep | 19(P2)
witness             | -            |                      | mask | 19(1)
witness             | -            | minor                | mask | 19(1)
witness             | -            | consent              | keep | 19(P2)
witness             | -            | minor consent        | mask | 19(1)
expert              | -            |                      | mask | 19(1)
expert              | -            | consent              | keep | 19(P2)
non_prosecuted      | -            |                      | mask | 19(2)
non_prosecuted      | -            | recidivist           | mask | 19(2)
non_prosecuted      | 有期徒刑:60  |                      | mask | 19(2)
non_prosecuted      | -            | consent              | keep | 19(P2)
non_prosecuted      | -            | minor consent        | mask | 19(2)
minor_guardian      | -            |                      | mask | 20(2)
minor_guardian      | -            | consent              | mask | 20(2)
defendant           | 有期徒刑:6   |                      | mask | 19(3)
defendant           | 有期徒刑:35  |                      | mask | 19(3)
defendant           | 有期徒刑:36  |                      | mask | 19(3)
defendant           | 有期徒刑:37  |                      | keep | 22
defendant           | 有期徒刑:300 |                      | keep | 22
defendant           | 有期徒刑:301 |                      | ask  | 19(3)
defendant           | 有期徒刑:36  | recidivist           | keep | 22
defendant           | 有期徒刑:36  | habitual             | keep | 22
defendant           | 有期徒刑:36  | recidivist habitual  | keep | 22
defendant           | 有期徒刑:37  | recidivist           | keep | 22
defendant           | 有期徒刑:36  | consent              | keep | 19(P2)
defendant           | 有期徒刑:36  | minor                | mask | 20(2)
defendant           | 有期徒刑:36  | minor consent        | mask | 20(2)
defendant           | 有期徒刑:60  | minor                | mask | 20(2)
defendant           | 有期徒刑:60  | minor recidivist     | mask | 20(2)
defendant           | 有期徒刑:-   |                      | ask  | 19(3)
defendant           | 有期徒刑:-   | recidivist           | ask  | 19(3)
defendant           | 有期徒刑:0   |                      | ask  | 19(3)
defendant           | 拘役:4       |                      | mask | 19(3)
defendant           | 拘役:-       |                      | mask | 19(3)
defendant           | 拘役:4       | recidivist           | keep | 22
defendant           | 管制:24      |                      | mask | 19(3)
defendant           | 管制:24      | habitual             | keep | 22
defendant           | 罚金:-       |                      | mask | 19(3)
defendant           | 罚金:-       | recidivist           | keep | 22
defendant           | 剥夺政治权利:- |                    | mask | 19(3)
defendant           | 剥夺政治权利:48 |                   | mask | 19(3)
defendant           | 剥夺政治权利:- | recidivist         | keep | 22
defendant           | 没收财产:-   |                      | mask | 19(3)
defendant           | 没收财产:-   | recidivist           | keep | 22
defendant           | 驱逐出境:-   |                      | mask | 19(3)
defendant           | 驱逐出境:-   | recidivist           | keep | 22
defendant           | 免予刑事处罚:- |                    | mask | 19(3)
defendant           | 免予刑事处罚:- | recidivist         | keep | 22
defendant           | 免予刑事处罚:- | habitual           | keep | 22
defendant           | 无期徒刑:-   |                      | keep | 22
defendant           | 死刑缓期二年执行:- |                | keep | 22
defendant           | 死刑:-       |                      | keep | 22
defendant           | 死刑:-       | minor                | mask | 20(2)
defendant           | 无罪:-       |                      | ask  | 20(6)
defendant           | 无罪:-       | recidivist           | ask  | 20(6)
defendant           | 无罪:-       | consent              | keep | 19(P2)
defendant           | -            |                      | ask  | 19(3)
defendant           | -            | recidivist habitual  | ask  | 19(3)
defendant           | -            | minor                | mask | 20(2)
defendant           | 不详:60      |                      | ask  | 19(3)
defendant           | 不详:24      |                      | ask  | 19(3)
defendant           | 不详:24      | recidivist           | ask  | 19(3)
other               | 有期徒刑:60  |                      | mask | 20(4)
other               | 有期徒刑:24  | recidivist           | mask | 20(4)
other               | 拘役:3       | habitual             | mask | 20(4)
other               | 死刑:-       |                      | mask | 20(4)
other               | 无罪:-       |                      | mask | 20(4)
official            | 有期徒刑:24  |                      | keep | 22
official            | 拘役:3       |                      | keep | 22
official            | 免予刑事处罚:- |                    | keep | 22
official            | -            |                      | keep | 22
official            | -            | consent              | keep | 22
official            | -            | minor                | mask | 20(2)
lawyer              | -            |                      | keep | 22
lawyer              | -            | minor                | mask | 20(2)
other               | -            |                      | mask | 20(4)
other               | -            | minor                | mask | 20(2)
other               | -            | consent              | keep | 19(P2)
unheard_of          | -            |                      | mask | 20(4)
unheard_of          | -            | consent              | mask | 20(4)
petitioner          | -            |                      | mask | 20(4)
petitioner          | -            | consent              | keep | 19(P2)
petitioner          | 有期徒刑:60  |                      | keep | 22
petitioner          | 有期徒刑:24  |                      | mask | 19(3)
petitioner          | 有期徒刑:24  | recidivist           | keep | 22
petitioner          | 拘役:3       |                      | mask | 19(3)
petitioner          | 拘役:3       | recidivist           | keep | 22
petitioner          | 免予刑事处罚:- |                    | mask | 19(3)
petitioner          | 死刑:-       |                      | keep | 22
petitioner          | 无罪:-       |                      | ask  | 20(6)
"""

MINOR_VICTIM = Participant("v", "邹小满", "victim", minor=True)


def _person(role: str, sentence: str, flags: list[str]) -> Participant:
    kind, _, months = sentence.partition(":")
    term = int(months) if months not in ("", "-") else None
    return Participant(
        "p1", "贺知章", role, minor="minor" in flags, recidivist="recidivist" in flags, habitual="habitual" in flags,
        consent_to_name="consent" in flags, sentence=None if kind == "-" else Sentence(kind, term))


def rows():
    for line in ROWS.strip().splitlines():
        role, sentence, flags, outcome, article = (cell.strip() for cell in line.split("|"))
        yield line, _person(role, sentence, flags.split()), outcome, article


def failures(rules):
    found = []
    for line, person, outcome, article in rows():
        for doc_type in DOC_TYPES:
            got = anonymity.decide(person, doc_type, Case((person,)), rules)
            if (got.outcome, got.article) != (outcome, article):
                found.append(f"{line} / {doc_type}: {got.outcome} {got.article}")
    return found + _in_company(rules)


def _in_company(rules):
    """People whose answer depends on who else is in the case."""
    representative = Participant("r", "邹树声", "victim_rep", consent_to_name=True)
    petitioner = Participant("q", "陆九渊", "petitioner")
    same_man = Participant("d", "陆九渊", "defendant", sentence=Sentence("有期徒刑", 120))
    same_victim = Participant("w", "陆九渊", "victim")
    expected = [
        (representative, (representative, MINOR_VICTIM), "ask", "20(5)"),
        (representative, (representative, Participant("v", "邹大年", "victim")), "keep", "19(P2)"),
        (Participant("r", "邹树声", "victim_rep"), (MINOR_VICTIM,), "mask", "19(1)"),
        (Participant("w", "江淹", "witness", consent_to_name=True), (MINOR_VICTIM,), "keep", "19(P2)"),
        (petitioner, (petitioner, same_man), "keep", "22"),
        (petitioner, (petitioner, same_victim), "mask", "19(1)"),
        (petitioner, (petitioner, same_man, same_victim), "mask", "19(1)"),
    ]
    stranger = Participant("o", "燕青", "other")
    if anonymity.decide(stranger, "起诉书", Case((stranger,)), rules).entry != "anonymity.unlisted":
        return ["a person the articles do not list"]
    alone = anonymity.decide(petitioner, "刑事申诉复查决定书", Case((petitioner,)), rules)
    found = [] if alone.entry == "anonymity.petitioner" else [f"an unknown petitioner: {alone.entry}"]
    return found + [f"{person.role} among {len(company)}: {got.outcome} {got.article}" for person, company, outcome, article in expected
            if ((got := anonymity.decide(person, "起诉书", Case(company), rules)).outcome, got.article) != (outcome, article)]
