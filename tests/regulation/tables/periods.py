# ruff: noqa: E501 - tables
"""Articles 8, 9, 21, 23: time limits. Dates counted by hand on the calendar of the year (practice: CPL art 105)."""

from datetime import date

from anxin.regulation import handling, periods
from anxin.regulation.calendar import Calendar

# period | trigger | last day | article
ROWS = """
publication             | 2014-10-10 | 2014-10-20 | 21
publication             | 2014-09-26 | 2014-10-08 | 21
publication             | 2014-10-01 | 2014-10-11 | 21
publication             | 2014-10-08 | 2014-10-20 | 21
publication             | 2014-10-15 | 2014-10-27 | 21
publication             | 2014-12-31 | 2015-01-12 | 21
publication             | 2015-02-09 | 2015-02-25 | 21
publication             | 2020-01-17 | 2020-02-03 | 21
publication             | 2020-02-19 | 2020-03-02 | 21
publication             | 2021-09-17 | 2021-09-27 | 21
filing_review           | 2014-10-10 | 2014-10-20 | 21(P2)
filing_review           | 2014-10-08 | 2014-10-20 | 21(P2)
account_decision        | 2014-10-09 | 2014-10-13 | 8
account_decision        | 2014-09-30 | 2014-10-10 | 8
account_decision_lawyer | 2014-10-10 | 2014-10-11 | 8
account_decision_lawyer | 2014-10-11 | 2014-10-13 | 8
assistance_forward      | 2014-09-30 | 2014-10-08 | 9
assistance_answer       | 2014-10-10 | 2014-10-14 | 9
complaint_acknowledgement | 2014-10-08 | 2014-10-15 | 23(P2)
complaint_acknowledgement | 2014-10-11 | 2014-10-20 | 23(P2)
complaint_result        | 2014-10-08 | 2014-10-28 | 23(P2)
complaint_limit         | 2014-10-08 | 2015-01-08 | 23(P2)
complaint_limit         | 2014-11-30 | 2015-02-28 | 23(P2)
complaint_limit         | 2014-10-24 | 2015-01-26 | 23(P2)
complaint_dispute       | 2014-10-08 | 2014-11-07 | 23(P2)
complaint_dispute       | 2014-10-09 | 2014-11-10 | 23(P2)
complaint_review        | 2014-10-08 | 2014-10-28 | 23
supervision_order       | 2014-10-08 | 2014-10-21 | 23
licence_recheck         | 2014-10-08 | 2015-10-08 | 10
licence_recheck         | 2014-10-11 | 2015-10-11 | 10
archive                 | 2014-10-08 | 2015-04-08 | 10
archive                 | 2014-10-11 | 2015-04-11 | 10
exemption_review        | 2014-10-08 | 2015-10-08 | 4
exemption_review        | 2014-10-11 | 2015-10-12 | 4
"""

# case type | accepted | in custody | procedure | extended | last day
HANDLING = """
审查逮捕     | 2014-10-08 | yes | | | 2014-10-15
审查逮捕     | 2014-10-11 | yes | | | 2014-10-18
审查逮捕     | 2014-10-08 |     | | | 2014-10-23
审查逮捕     | 2014-10-10 |     | | | 2014-10-27
审查逮捕     | 2014-10-08 |     | | extended | 2014-10-28
审查逮捕     | 2019-10-08 | yes | 职务犯罪 | | 2019-10-18
审查逮捕     | 2019-10-08 | yes | 职务犯罪 | extended | 2019-10-22
审查逮捕     | 2019-10-08 |     | 职务犯罪 | | 2019-10-23
审查起诉     | 2014-01-15 | yes | | | 2014-02-15
审查起诉     | 2014-01-31 | yes | | | 2014-02-28
审查起诉     | 2014-02-28 | yes | | | 2014-03-31
审查起诉     | 2014-01-15 |     | | | 2014-02-17
审查起诉     | 2014-01-15 | yes | | extended | 2014-03-02
审查起诉     | 2019-03-04 | yes | 速裁 | | 2019-03-14
审查起诉     | 2019-03-04 | yes | 速裁 | extended | 2019-03-19
审查起诉     | 2019-03-04 | yes | 简易 | | 2019-04-04
刑事申诉     | 2014-10-08 |     | | | 2015-01-08
刑事申诉     | 2014-10-08 |     | | extended | 2015-04-08
民事诉讼监督 | 2014-10-08 |     | | | 2015-01-08
国家司法救助 | 2014-10-08 |     | | | 2014-10-21
"""
LAWS = {"审查逮捕职务犯罪": ("刑事诉讼法第一百七十条", "人民检察院刑事诉讼规则第二百八十二条"), "审查逮捕": ("刑事诉讼法第九十一条", "人民检察院刑事诉讼规则第二百八十二条"), "审查起诉": ("刑事诉讼法第一百七十二条",),
        "刑事申诉": ("人民检察院办理刑事申诉案件规定",), "民事诉讼监督": ("人民检察院民事诉讼监督规则",),
        "国家司法救助": ("人民检察院开展国家司法救助工作细则",)}


def failures(rules):
    calendar = Calendar.default()
    found = []
    for line in ROWS.strip().splitlines():
        key, trigger, due, article = (cell.strip() for cell in line.split("|"))
        got = periods.deadline(date.fromisoformat(trigger), rules, calendar, key)
        if (got.details["deadline"], got.article, got.outcome) != (due, article, "due"):
            found.append(f"{line}: {got.details['deadline']} {got.article}")
    return found + _handling_failures(rules, calendar)


def _handling_failures(rules, calendar):
    found = []
    for line in HANDLING.strip().splitlines():
        kind, accepted, custody, procedure, extended, due = (cell.strip() for cell in line.split("|"))
        start = date.fromisoformat(accepted)
        events = [handling.Event("extended", start)] if extended else []
        got = handling.handling_period(kind, start, rules, calendar, custody == "yes", procedure, events)
        law = LAWS.get(kind + procedure, LAWS[kind])[-1 if custody != "yes" else 0]
        if (got.details["deadline"], got.article) != (due, "7") or f"（{law}）" not in got.sentence:
            found.append(f"{line}: {got.details['deadline']} {got.sentence}")
    return found
