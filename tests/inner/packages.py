"""Fictional case packages for the inner wing's tests, as the case-handling system would hand them over."""

from __future__ import annotations

from typing import Any

from tests.inner.people import COUNTY

NUMBER = "黟检刑诉受[2014]341023000001号"

INDICTMENT = """黟县人民检察院
起　诉　书
黟检公诉刑诉〔2014〕12号
被告人郑国梁，男，1980年3月5日出生，公民身份号码341023198003051236，汉族，初中文化，农民，户籍所在地安徽省黄山市黟县，住安徽省黄山市黟县宏村镇际村7组18号。2014年7月2日因涉嫌盗窃罪被黟县公安局刑事拘留，同年7月9日经本院批准，于次日被执行逮捕。
被告人段小毛，男，1975年11月20日出生，公民身份号码341023197511201812，汉族，小学文化，无业，住安徽省黄山市黟县碧阳镇直街22号302室。2014年7月2日因涉嫌盗窃罪被黟县公安局刑事拘留。
本案由黟县公安局侦查终结，以被告人郑国梁、段小毛涉嫌盗窃罪，于2014年8月1日向本院移送审查起诉。
经依法审查查明：
2014年6月28日凌晨，被告人郑国梁、段小毛窜至黟县碧阳镇东街，撬开被害人柳春燕的店门，盗走现金人民币8600元。被害人柳春燕的手机号码为13955901234。
认定上述事实的证据如下：证人裘大勇的证言，被害人柳春燕的陈述，被告人郑国梁、段小毛的供述与辩解。
本院认为，被告人郑国梁、段小毛以非法占有为目的，秘密窃取他人财物，数额较大，其行为触犯了《中华人民共和国刑法》第二百六十四条，应当以盗窃罪追究其刑事责任。根据《中华人民共和国刑事诉讼法》第一百七十二条的规定，提起公诉，请依法判处。
此致
黟县人民法院
检察员　严正
2014年8月20日
"""


def case(**changes: Any) -> dict[str, Any]:
    """A theft with two defendants, concluded, without a judgment yet."""
    return {
        "department_case_number": NUMBER,
        "unified_case_number": "34102320140000001",
        "procuratorate": COUNTY,
        "case_name": "郑国梁、段小毛盗窃案",
        "case_type": "一审公诉",
        "charge": "盗窃罪",
        "handler": f"handler{COUNTY}",
        "accepted_on": "2014-08-01",
        "concluded_on": "2014-08-20",
        "flags": [],
        "participants": [
            {"key": "d1", "name": "郑国梁", "role": "defendant", "sex": "男", "birth": "1980-03-05"},
            {"key": "d2", "name": "段小毛", "role": "defendant", "sex": "男", "birth": "1975-11-20"},
            {"key": "v1", "name": "柳春燕", "role": "victim", "sex": "女"},
            {"key": "w1", "name": "裘大勇", "role": "witness", "sex": "男"},
            {"key": "o1", "name": "严正", "role": "official", "title": "检察员"},
        ],
        "documents": [
            {"file": "起诉书.txt", "doc_type": "起诉书", "title": "起诉书（郑国梁、段小毛盗窃案）",
             "number": "黟检公诉刑诉〔2014〕12号", "version": 1, "concluded_on": "2014-08-20"},
        ],
    } | changes  # fmt: skip


def files(text: str = INDICTMENT, name: str = "起诉书.txt") -> dict[str, bytes]:
    return {name: text.encode()}
