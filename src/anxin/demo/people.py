"""The staff of the demonstration: fictional people with the duties of Articles 5, 14 and 21."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.demo.places import ORGANS, organ_name

SURNAMES = (
    ("林", "lin"), ("高", "gao"), ("程", "cheng"), ("梁", "liang"), ("宋", "song"), ("郑", "zheng"), ("唐", "tang"), ("冯", "feng"),
    ("董", "dong"), ("萧", "xiao"), ("邓", "deng"), ("曾", "zeng"), ("彭", "peng"), ("吕", "lv"), ("卢", "lu"), ("蔡", "cai"),
    ("贾", "jia"), ("丁", "ding"), ("魏", "wei"), ("叶", "ye"), ("阎", "yan"), ("余", "yu"), ("潘", "pan"), ("杜", "du"),
    ("戴", "dai"), ("夏", "xia"), ("钟", "zhong"), ("汪", "wang"), ("田", "tian"),
)
GIVEN = (
    ("晓雨", "xiaoyu"), ("文博", "wenbo"), ("书瑶", "shuyao"), ("致远", "zhiyuan"), ("静怡", "jingyi"), ("昊天", "haotian"), ("若兰", "ruolan"),
    ("明哲", "mingzhe"), ("欣然", "xinran"), ("子墨", "zimo"), ("雨桐", "yutong"), ("浩然", "haoran"), ("思远", "siyuan"), ("佳宁", "jianing"),
    ("俊杰", "junjie"), ("雅文", "yawen"), ("承志", "chengzhi"), ("清扬", "qingyang"), ("怀瑾", "huaijin"), ("月华", "yuehua"), ("知行", "zhixing"),
    ("安然", "anran"), ("景行", "jingxing"),
)
PROSECUTION, PETITIONS = "公诉部门", "控告申诉检察部门"

WHOLE = (
    ("handler", PROSECUTION), ("handler", PROSECUTION), ("handler", PETITIONS), ("department_head", PROSECUTION),
    ("department_head", PETITIONS), ("deputy_chief", ""), ("chief", ""), ("case_management", "案件管理部门"),
    ("press", "新闻宣传部门"), ("secrecy", "保密部门"), ("office", "办公室"), ("technical", "技术信息部门"),
)
SMALL = (
    ("handler", PROSECUTION), ("handler", PETITIONS), ("department_head", PROSECUTION), ("department_head", PETITIONS),
    ("deputy_chief", ""), ("chief", ""), ("case_management", "案件管理部门"), ("press", "新闻宣传部门"), ("secrecy", "保密部门"),
)
LABELS = {
    "handler": "承办人", "department_head": "部门负责人", "deputy_chief": "分管副检察长", "chief": "检察长", "case_management": "案件管理部门",
    "press": "新闻宣传部门", "secrecy": "保密部门", "office": "办公室", "technical": "技术信息部门", "supervisor": "上级院监督人员",
}


@dataclass(frozen=True)
class Colleague:
    """One member of staff: ``department`` is a department's name or empty."""

    username: str
    name: str
    organ: str
    duty: str
    department: str


def staff() -> list[Colleague]:
    """Everybody, the same at every call."""
    result: list[Colleague] = []
    for code in ORGANS:
        posts = WHOLE if code == ORGANS[0] else SMALL
        for duty, department in posts:
            result.append(_colleague(len(result), code, duty, department))
    return result


def _colleague(number: int, organ: str, duty: str, department: str) -> Colleague:
    surname, spelt = SURNAMES[number % len(SURNAMES)]
    given, spelling = GIVEN[number % len(GIVEN)]     # 29 and 23 have no common divisor: no name comes twice
    return Colleague(spelt + spelling, surname + given, organ, duty, department)


def holding(organ: str, duty: str, department: str = "") -> Colleague:
    """The first colleague of an organ with a duty (in a department)."""
    return next(c for c in staff() if (c.organ, c.duty) == (organ, duty) and department in ("", c.department))


def sign_ins() -> list[tuple[str, str, str, str]]:
    """(sign-in name, name, organ, duty) of those worth showing: the first organ's staff and its superiors' case managers."""
    shown = [c for c in staff() if c.organ == ORGANS[0]]
    shown += [holding(code, "case_management") for code in ORGANS[1:]]
    return [(c.username, c.name, organ_name(c.organ), f"{LABELS[c.duty]}（{c.department}）" if c.duty in ("handler", "department_head")
             else LABELS[c.duty]) for c in shown]
