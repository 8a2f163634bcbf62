"""Invented numbers in the shapes that documents use. Every function takes the random source first."""

from __future__ import annotations

from random import Random

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SECOND = (
    "30 31 32 33 34 35 36 37 38 39 45 47 50 51 52 53 55 56 57 58 59 66 70 71 73 75 76 77 78 80 81 82 83 84 85 86 87 "
    "88 89 90 91 93 95 97 98 99"
)
PREFIXES = ["1" + x for x in SECOND.split()]
BINS = ("622848", "621700", "621226", "622202", "623052", "622588", "621661", "622609", "621799", "621483", "623668")


def digits(r: Random, n: int) -> str:
    return "".join(r.choices("0123456789", k=n))


def identity(r: Random, region: str, birth: str, old: bool = False) -> str:
    """18 digits with a valid check character, or 15 of the old form. ``birth`` is yyyy-mm-dd."""
    day = birth.replace("-", "")
    serial = f"{r.randrange(1, 999):03d}"
    if old:
        return region + day[2:] + serial
    body = region + day + serial
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def mobile(r: Random) -> str:
    return r.choice(PREFIXES) + digits(r, 8)


def landline(r: Random) -> str:
    return r.choice(["0{}-{}", "0{}－{}", "（0{}）{}", "0{}{}"]).format(
        r.choice(["10", "571", "755", "28", "431", "851", "912", "596"]), r.choice("2345678") + digits(r, 7)
    )


def card(r: Random) -> str:
    """16 to 19 digits, mostly with a valid check digit (documents contain typing errors)."""
    body = r.choice(BINS) + digits(r, r.choice((9, 12, 12)))
    total = 0
    for i, c in enumerate(reversed(body)):
        d = int(c) * (2 if i % 2 == 0 else 1)
        total += d - 9 if d > 9 else d
    return body + (str(-total % 10) if r.random() < 0.8 else digits(r, 1))


def account(r: Random) -> str:
    return r.choice("123456789") + digits(r, r.choice((11, 13, 15, 17, 18, 20)))


def passport(r: Random) -> str:
    return r.choice(
        [
            r.choice("EG") + digits(r, 8),
            "E" + r.choice("ABCDEF") + digits(r, 7),
            "P" + digits(r, 7),
            "A" + digits(r, 8),
            "H" + digits(r, 8),
            digits(r, 8),
        ]
    )


def plate(r: Random, province: str) -> str:
    city = province + r.choice("ABCDEFGHJK")
    if r.random() < 0.2:
        tail = r.choice(["D", "F"]) + digits(r, 5) if r.random() < 0.7 else digits(r, 5) + r.choice("DF")
    else:
        tail = "".join(r.choice(LETTERS + "0123456789" * 2) for _ in range(4)) + digits(r, 1)
    return city + r.choice(["", "", "", "·", "-", " "]) + tail


def qq(r: Random) -> str:
    return r.choice("123456789") + digits(r, r.choice((6, 7, 8, 9)))


def word(r: Random) -> str:
    a = ["hai", "feng", "lan", "tian", "long", "xue", "kun", "mei", "dong", "shan", "star", "moon", "happy", "blue"]
    return r.choice(a) + r.choice(["", "_", ""]) + r.choice(a) + digits(r, r.choice((0, 2, 3, 4)))


def wechat(r: Random) -> str:
    return r.choice(
        [
            "wxid_" + "".join(r.choices("abcdefghjkmnpqrstuvwxyz0123456789", k=14)),
            word(r) + digits(r, 2),
            mobile(r),
            word(r).upper() + digits(r, 1),
        ]
    )


def alipay(r: Random) -> str:
    return r.choice([mobile(r), "2088" + digits(r, 12), mail(r)])


def mail(r: Random) -> str:
    return (
        word(r)
        + r.choice(["", "."])
        + digits(r, 3)
        + "@"
        + r.choice(["126.com", "139.com", "sohu.com", "163.com", "qq.com", "yeah.net", "gmail.com", "corp-mail.com.cn"])
    )


def credit_code(r: Random, region: str) -> str:
    return r.choice(["91", "92", "93", "52"]) + region + "MA" + "".join(r.choices(CODE, k=8))


def group(r: Random, text: str, kind: str) -> str:
    """Another way of writing the same number: groups, country code, full width."""
    way = r.random()
    if way < 0.62:
        return text
    if way < 0.72:
        return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"})
    sizes = {"id_card": (6, 8, 4), "phone": (3, 4, 4)}.get(kind, (4,) * 6)
    sep = r.choice([" ", "-", " ", "  ", "－"])
    if kind == "phone" and way < 0.8:
        return r.choice(["+86", "86-", "0086 ", "+86 "]) + text
    parts, at = [], 0
    for size in sizes:
        if at < len(text):
            parts.append(text[at : at + size])
            at += size
    return sep.join(parts)
