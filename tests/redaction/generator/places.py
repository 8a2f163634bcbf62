"""Places, dates, amounts and reference numbers: what looks like a secret and often is none."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from types import ModuleType

from . import numbers


@dataclass(frozen=True)
class Place:
    """Where a case is handled."""

    province: str
    city: str
    district: str
    short: str  # of the procuratorate in document numbers
    plate: str

    @property
    def area(self) -> str:
        return self.city + self.district

    @property
    def proc(self) -> str:
        return f"{self.area}人民检察院"

    @property
    def court(self) -> str:
        return f"{self.area}人民法院"

    @property
    def upper(self) -> str:
        return f"{self.city}人民检察院"

    @property
    def police(self) -> str:
        return f"{self.city}公安局{self.district}分局" if self.district.endswith("区") else f"{self.district}公安局"

    @property
    def jail(self) -> str:
        return f"{self.city}第一看守所" if self.district.endswith("区") else f"{self.district}看守所"


def place(r: Random, family: ModuleType) -> Place:
    province, city, district, short, mark = r.choice(family.PLACES)
    return Place(province, city, district, short, mark)


def county(r: Random, family: ModuleType) -> str:
    province, city, district, _, _ = r.choice(family.PLACES)
    return r.choice([province + city + district, city + district, province + district])


def home(r: Random, family: ModuleType) -> tuple[str, int]:
    """(address, where the part below the township begins)."""
    if hasattr(family, "home"):
        return family.home(r)
    province, city, district, _, _ = r.choice(family.PLACES)
    head = r.choice([province + city + district, city + district, province + city + district])
    town, detail = r.choice(family.ADDRESSES)
    fill = {
        "village": r.choice(family.VILLAGES),
        "road": r.choice(family.ROADS),
        "estate": r.choice(family.ESTATES),
        "a": r.randrange(1, 13),
        "b": r.randrange(1, 300),
        "c": r.randrange(101, 2500),
        "u": r.randrange(1, 6),
        "z": "一二三四五六七八九"[r.randrange(9)],
    }
    if town:
        head += r.choice(family.TOWNS if town == "镇" else family.STREETS if town == "街道" else family.PLAIN_TOWNS)
    return head + detail.format(**fill), len(head)


def scene(r: Random, family: ModuleType, here: Place) -> str:
    return r.choice(family.SCENES).format(
        area=here.area,
        dist=here.district,
        road=r.choice(family.ROADS),
        road2=r.choice(family.ROADS[::-1]),
        n=r.randrange(3, 400),
        k=r.randrange(3, 180),
        estate=r.choice(family.ESTATES),
    )


def day_text(r: Random, iso: str) -> str:
    y, m, d = iso.split("-")
    return r.choice([f"{y}年{int(m)}月{int(d)}日", f"{y}年{m}月{d}日", f"{y}年{int(m)}月{int(d)}日"])


def date_in(r: Random, year: int) -> str:
    return f"{year}年{r.randrange(1, 13)}月{r.randrange(1, 29)}日"


def clock(r: Random) -> str:
    hour, minute = r.randrange(0, 24), r.randrange(10, 60)
    return r.choice([f"{hour}时{minute}分许", f"{hour}时许", f"{hour}：{minute}", "凌晨", "下午", "傍晚", "深夜"])


def amount(r: Random) -> str:
    n = r.choice([r.randrange(200, 9000), r.randrange(10000, 900000), r.randrange(10**6, 10**10)])
    return r.choice(
        [
            f"{n}元",
            f"人民币{n}元",
            f"{n:,}元",
            f"人民币{n}.{r.randrange(10, 99)}元",
            f"￥{n:,}.00",
            f"{r.randrange(2, 90)}万余元",
            f"共计{n}元",
            f"人民币（下同）{n}元",
        ]
    )


def alcohol(r: Random) -> str:
    n = r.randrange(82, 260)
    return r.choice([f"{n}mg/100ml", f"{n}.{r.randrange(1, 9)}mg/100mL", f"{n}毫克/100毫升", f"{n} mg/100 ml"])


def court_number(r: Random, here: Place, year: int) -> str:
    n = r.randrange(3, 900)
    code = f"{here.plate}{r.randrange(100, 1500):04d}"
    return r.choice([f"（{year}）{code}刑初{n}号", f"({year}){here.short}刑初字第{n}号", f"（{year}）{code}刑终{n}号"])


def document_number(r: Random, family: ModuleType, here: Place, year: int) -> str:
    form = r.choice(family.DOCUMENT_NUMBERS)
    return form.format(
        short=here.short,
        year=year,
        n=r.randrange(2, 999),
        m=numbers.digits(r, 6),
        long=numbers.digits(r, r.choice((12, 15, 16, 18))),
    )


def own_number(r: Random, here: Place, year: int, mark: str) -> str:
    """The document's own number: three bracket styles, a serial that may carry a letter."""
    left, right = r.choice(["〔〕", "〔〕", "（）", "[]"])
    serial = r.choice(["", "", "", "Z"]) + str(r.randrange(2, 900))
    return f"{here.short}检{mark}{left}{year}{right}{r.choice(['', '', '第'])}{serial}号"
