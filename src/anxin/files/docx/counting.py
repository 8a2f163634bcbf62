"""Numbers as Word prints them in front of paragraphs."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千", one_ten: bool = False) -> str:
    """1234 -> 一千二百三十四; 10..19 without the leading 一 unless ``one_ten``. Above 9999 the plain digits."""
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10 ** power % 10
        if digit == 0:
            zero = bool(text)
            continue
        text += (("零" if digits is _LEGAL else "〇") if zero else "") + digits[digit]
        text += units[power - 1] if power else ""
        zero = False
    return text[1:] if 10 <= number < 20 and not one_ten else text


def roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for size, letters in _ROMAN:
        while number >= size:
            text, number = text + letters, number - size
    return text


def letters(number: int) -> str:
    """a, b, ... z, aa, bb, ... as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _enclosed(first: str, count: int) -> Callable[[int], str]:
    """Unicode's enclosed numbers, as far as they go."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= count else str(number)


def circled(number: int) -> str:
    """① to ㊿."""
    for first, start in (("①", 1), ("㉑", 21), ("㊱", 36)):
        end = {1: 20, 21: 35, 36: 50}[start]
        if start <= number <= end:
            return chr(ord(first) + number - start)
    return str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda number: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerLetter": letters,
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "decimalHalfWidth": str,
    "decimalFullWidth2": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(d)] for d in str(number)),
    "taiwaneseDigital": lambda number: "".join(_DIGITS[int(d)] for d in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_DIGITS[int(d)] for d in str(number)),
    "chineseLegalSimplified": lambda number: chinese(number, _LEGAL, "拾佰仟", one_ten=True),
    "ideographLegalTraditional": lambda number: chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", one_ten=True),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _of(_STEMS)(number) + _of(_BRANCHES)(number),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "ordinal": lambda number: f"{number}" + ("th" if 10 < number % 100 < 14 else
                                             {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")),
}


def printed(number: int, kind: str) -> str:
    """The number in one of Word's formats; plain digits for a format that is not known."""
    return FORMATS.get(kind, str)(number)
