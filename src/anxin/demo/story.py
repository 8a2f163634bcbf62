"""The facts of one fictional case: who, when, where, how much."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from anxin.demo import names
from anxin.demo.crimes import CRIMES, Crime
from anxin.demo.names import Cast, Person

NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Place:
    """The organ that handles the case and its surroundings. ``short`` is the organ's name in document numbers."""

    code: str
    organ: str
    short: str
    superior: str
    region: str      # 北京市朝阳区: where people live
    citizens: str    # the division whose code its people's numbers carry
    court: str
    police: str
    plate: str


@dataclass
class Story:
    """Everything that the documents of one case tell."""

    place: Place
    crime: Crime
    random: Random
    today: date
    served: date                 # the day of the main document
    people: dict[str, list[Person]] = field(default_factory=dict)
    officials: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    days_before: int = 170       # from the incident to the document

    @property
    def accused(self) -> list[Person]:
        return self.people["accused"]

    @property
    def incident(self) -> date:
        return self.served - timedelta(days=self.days_before)

    def all_people(self) -> list[Person]:
        return [person for group in self.people.values() for person in group]


def tell(place: Place, charge: str, random: Random, today: date, served: date, *, role: str = "defendant",
         quirk: str = "") -> Story:
    """Invent a story. ``quirk`` asks for a trap: same_surname, minority, compound, alias."""
    crime = CRIMES[charge]
    story = Story(place, crime, random, today, served, days_before=random.randrange(120, 240))
    cast = Cast(random, place.citizens, place.region, today)
    surname = random.choice(names.COMPOUND) if quirk == "compound" else ""
    accused = [cast.person(role, surname, minority=quirk == "minority")]
    shared = accused[0].name[0] if quirk == "same_surname" else ""
    accused += [cast.person(role, shared) for _ in range(crime.accused - 1)]
    victims = [cast.person("victim", shared) for _ in range(crime.victims)]
    witness = cast.person("witness", shared if quirk == "same_surname" and not victims else "")
    if quirk == "alias" or "{nickname}" in " ".join(crime.facts):
        accused[0].aliases = [random.choice(names.NICKNAMES)]
    story.people = {"accused": accused, "victims": victims, "witnesses": [witness]}
    _fill(story)
    return story


def _fill(story: Story) -> None:
    random, first = story.random, story.incident
    card = names.bank_card(random)
    shop_owner = story.people["witnesses"][0].name
    story.values = {
        "on": day(first), "on2": day(first + timedelta(days=random.randrange(6, 20))),
        "plate": names.plate(random, story.place.plate), "town": random.choice(("城关镇", "东街街道", "河西街道", "柳林镇", "新城街道")),
        "road": random.choice(names.ROADS), "village": random.choice(names.VILLAGES),
        "alcohol": f"{random.randrange(812, 2390) / 10:.1f}", "amount": str(random.randrange(6_200, 68_000)),
        "small": str(random.randrange(800, 5_900)), "card": card, "card_tail": card[-4:],
        "imei": f"86000000{random.randrange(10**6, 10**7)}", "wechat": f"wx_{random.choice('abcdefgh')}{random.randrange(10**6, 10**7)}",
        "shop": random.choice((f"{shop_owner}副食店", "好又来餐馆", "百味轩烧烤店", "兴旺五金店", "四季果蔬店")),
        "hospital": f"{story.place.region[-3:]}第二人民医院", "record": f"{random.randrange(10**7, 10**8)}",
        "company": f"{story.place.region[:2]}云溪{random.choice(('商贸', '建材', '物流', '食品'))}有限公司",
        "nickname": (story.accused[0].aliases or [""])[0], "grade": "较大",
    }
    for letter, group in (("d", "accused"), ("v", "victims"), ("w", "witnesses")):
        for number, person in enumerate(story.people[group], 1):
            tag = f"{letter}{number}"
            story.values |= {tag: person.name, f"{tag}_home": person.home, f"{tag}_phone": person.phone, f"{tag}_id": person.identity}


def facts(story: Story) -> str:
    return story.random.choice(story.crime.facts).format(**story.values)


def evidence(story: Story, accused: str = "被告人") -> str:
    return story.crime.evidence.format(**story.values).replace("被告人", accused)


def act(story: Story) -> str:
    return story.crime.act.format(**story.values)


def day(on: date) -> str:
    """2026年3月9日."""
    return f"{on.year}年{on.month}月{on.day}日"


def sealed_day(on: date) -> str:
    """二〇二六年三月九日, as at the foot of a document."""
    year = "".join(NUMERALS[int(digit)] for digit in str(on.year))
    return f"{year}年{_count(on.month)}月{_count(on.day)}日"


def _count(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones else "")
