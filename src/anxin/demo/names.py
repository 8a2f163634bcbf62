"""Fictional people, numbers and places. Every number is well formed and can belong to nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

SURNAMES = "赵钱孙周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛范彭鲁韦马苗方袁柳唐薛雷贺汤罗毕郝安常于傅"
COMPOUND = ("欧阳", "司马", "上官", "诸葛", "皇甫", "令狐", "慕容", "尉迟")
GIVEN_MALE = ("建国", "志远", "国栋", "海涛", "永强", "立新", "文斌", "大勇", "成林", "启明", "少华", "德胜", "长河", "一鸣", "伟", "强", "磊", "刚", "峰", "鑫")
GIVEN_FEMALE = ("秀兰", "玉梅", "晓燕", "春华", "淑珍", "雅琴", "思雨", "丽娜", "金凤", "彩霞", "婷婷", "慧敏", "静", "芳", "娜", "敏", "莉", "燕")
MINORITY = (("买买提·吐尔逊", "男", "维吾尔族"), ("阿依古丽·玉素甫", "女", "维吾尔族"), ("巴特尔", "男", "蒙古族"), ("扎西顿珠", "男", "藏族"), ("吉克阿牛", "男", "彝族"))
EDUCATION = ("小学文化", "初中文化", "高中文化", "中专文化", "大专文化", "大学本科文化")
JOBS = ("无业", "务工", "个体经营", "货车司机", "公司职员", "务农", "餐饮店经营者", "网约车司机", "保安", "销售人员")
ROADS = ("清泉路", "望江街", "柳荫巷", "丰收路", "石桥街", "新风路", "槐树巷", "文昌街", "枣园路", "平安大街")
ESTATES = ("锦绣花园", "翠湖小区", "和苑", "东方名居", "望山庭院", "春晓家园", "怡景苑", "阳光水岸")
VILLAGES = ("杨柳村", "石门村", "上坝村", "李家湾村", "枣林村", "白沙村", "新桥村", "河口村")
NICKNAMES = ("老三", "阿龙", "胖子", "小四川", "黑皮", "大个儿", "眼镜", "二娃")


@dataclass
class Person:
    """A fictional person as the case-handling system and the documents know them."""

    key: str
    role: str
    name: str
    sex: str
    birth: date
    nation: str
    home: str
    household: str
    identity: str
    phone: str
    education: str
    job: str
    aliases: list[str] = field(default_factory=list)
    sentence: dict[str, Any] | None = None
    recidivist: bool = False
    minor: bool = False
    consent: bool = False

    def as_json(self) -> dict[str, Any]:
        """The participant of ``case.json``."""
        return {
            "key": self.key, "name": self.name, "role": self.role, "aliases": self.aliases, "sex": self.sex,
            "birth": self.birth.isoformat(), "minor": self.minor,
            "identity": {"type": "居民身份证", "number": self.identity}, "address": self.home, "phones": [self.phone],
            "sentence": self.sentence, "recidivist": self.recidivist, "habitual": False, "consent_to_name": self.consent,
        }


def identity_number(region: str, birth: date) -> str:
    """A well-formed citizen number whose sequence 000 is never given to anybody."""
    body = f"{region}{birth:%Y%m%d}000"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def bank_card(random: Random) -> str:
    """A 19-digit card number that passes the check digit, under an issuer number that nobody has."""
    body = "622200000" + "".join(random.choice("0123456789") for _ in range(9))
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def phone(random: Random) -> str:
    return f"1380000{random.randrange(10_000):04d}"


def plate(random: Random, province: str) -> str:
    return f"{province}A·{random.choice('DFGHJKL')}000{random.randrange(10)}"


class Cast:
    """Makes the people of one case; no two have the same name, and one surname may be asked for."""

    def __init__(self, random: Random, region: str, city: str, today: date) -> None:
        self.random, self.region, self.city, self.today = random, region, city, today
        self._names: set[str] = set()
        self._count: dict[str, int] = {}

    def person(self, role: str, surname: str = "", *, minority: bool = False, age: int | None = None) -> Person:
        random = self.random
        sex = random.choice("男男女")
        nation = "汉族"
        if minority:
            name, sex, nation = random.choice(MINORITY)
        else:
            name = self._name(surname, sex)
        self._names.add(name)
        age = random.randrange(22, 63) if age is None else age
        birth = date(self.today.year - age, random.randrange(1, 13), random.randrange(1, 28))
        self._count[role] = self._count.get(role, 0) + 1
        return Person(
            key=f"{role[0]}{self._count[role]}", role=role, name=name, sex=sex, birth=birth, nation=nation,
            home=self.address(), household=f"{self.city}{random.choice(VILLAGES)}{random.randrange(1, 9)}组{random.randrange(1, 99)}号",
            identity=identity_number(self.region, birth), phone=phone(random), education=random.choice(EDUCATION),
            job=random.choice(JOBS))

    def address(self) -> str:
        random = self.random
        return (f"{self.city}{random.choice(ROADS)}{random.randrange(1, 300)}号{random.choice(ESTATES)}"
                f"{random.randrange(1, 20)}栋{random.randrange(1, 4)}单元{random.randrange(101, 2605)}室")

    def _name(self, surname: str, sex: str) -> str:
        given = GIVEN_MALE if sex == "男" else GIVEN_FEMALE
        while True:
            first = surname or (self.random.choice(COMPOUND) if self.random.random() < 0.06 else self.random.choice(SURNAMES))
            name = first + self.random.choice(given)
            if name not in self._names:
                return name
