# ruff: noqa: E501 - tables
"""Criminal procedure law by date: 1996, 2012 and 2018 (practice 5.4, 5.5)."""

from datetime import date

from anxin.regulation import vocabulary

DAYS = [date(1997, 1, 1), date(2012, 12, 31), date(2013, 1, 1), date(2018, 10, 25), date(2018, 10, 26)]
LAWS = ["1996", "1996", "2012", "2012", "2018"]
NUMBERS = {
    "statutory_non_prosecution": "第十五条、第一百四十二条第一款 第十五条、第一百七十三条第一款 第十六条、第一百七十七条第一款",
    "discretionary_non_prosecution": "第一百四十二条第二款 第一百七十三条第二款 第一百七十七条第二款",
    "insufficient_non_prosecution": "第一百四十条第四款 第一百七十一条第四款 第一百七十五条第四款",
    "prosecution": "第一百四十一条 第一百七十二条 第一百七十六条",
    "protest_second_instance": "第一百八十一条 第二百一十七条 第二百二十八条",
    "protest_retrial": "第二百零五条第三款 第二百四十三条第三款 第二百五十四条第三款",
    "victim_petition": "第一百四十五条 第一百七十六条 第一百八十条",
    "non_prosecuted_petition": "第一百四十六条 第一百七十七条 第一百八十一条",
    "periods": "第七十九条 第一百零三条 第一百零五条",
    "close_relatives": "第八十二条第六项 第一百零六条第六项 第一百零八条第六项",
    "juvenile_record_sealing": "- 第二百七十五条 第二百八十六条",
    "approved_non_prosecution": "- - 第一百八十二条第一款",
}


def failures(rules):
    found = [] if vocabulary.statute(date(1996, 12, 31), rules) is None else ["a law before 1997"]
    for day, year in zip(DAYS, LAWS, strict=True):
        law = vocabulary.statute(day, rules)
        if law is None or law.values["law"] != f"刑事诉讼法（{year}年修正）" or law.article != "18":
            found.append(f"{day}: {law}")
        for topic, numbers in NUMBERS.items():
            expected = numbers.split()[("1996", "2012", "2018").index(year)]
            try:
                got = vocabulary.statute_number(topic, day, rules) or "-"
            except KeyError:
                got = "unknown topic"
            if got != expected:
                found.append(f"{day} {topic}: {got}")
    return found
