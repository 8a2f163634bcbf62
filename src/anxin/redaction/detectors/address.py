"""Home addresses: an anchor word, an administrative part that stays, and a detail that goes.

Scenes, offices, courts and detention centres have no anchor and stay.
"""

from __future__ import annotations

import re

from anxin.redaction.detectors.item import Item
from anxin.redaction.lexicon import alternation
from anxin.redaction.tables import cells

_ANCHORS = [
    "住址",
    "住所",
    "住所地",
    "住处",
    "住地",
    "现住",
    "现住址",
    "现住地",
    "现居",
    "现居住",
    "现居住地",
    "现居住于",
    "居住于",
    "居住在",
    "居住地",
    "居住",
    "家住",
    "户籍地",
    "户籍所在地",
    "户籍地址",
    "户籍",
    "户口所在地",
    "户口",
    "联系住址",
    "联系地址",
    "通讯地址",
    "通信地址",
    "家庭住址",
    "家庭地址",
    "暂住",
    "暂住地",
    "暂住址",
    "租住",
    "租住地",
    "租住于",
    "租住处",
    "租房",
    "租赁",
    "住",
    "住在",
    "住于",
    "家中",
    "家在",
    "家位于",
    "出生地",
    "送达地址",
    "收货地址",
    "经常居住地",
    "实际居住地",
    "寄住",
    "借住",
    "借住于",
    "同住于",
    "住房",
    "老家",
    "常住",
    "户籍住址",
    "身份证住址",
    "邮寄地址",
    "家（",
    "家里（",
    "住处（",
    "家(",
    "的家（",
    "取保候审于",
    "监视居住于",
    "执行地点",
    "执行处所",
    "户籍在",
    "户口在",
    "户籍系",
]
_ANCHOR = re.compile(alternation(_ANCHORS))
_SKIP = re.compile("(?:即|为|是|系|于|在|位于|地址|分别|均|[：: \t|\u3000（(“])*")
_STOP = re.compile(r"[，。；、：（）()“”\n\t|,;！？/]")
_ADMIN = re.compile(
    r"特别行政区|自治[区州县旗]|街道(?:办事处)?|地区|省|市(?!场|民|政|值)|盟|区|县|旗|镇(?!中)|乡(?!间|村)|苏木"
)
_NOT_ADMIN = re.compile(r"(?:小|社|园|住宅|生活|家属|工业|校|厂|片|宿舍|别墅|库|景|城|山|商|安置|[东西南北]{1,2})$")
_DETAIL = re.compile(
    r"(?:[第附]?[0-9〇零一二三四五六七八九十百千甲乙丙丁A-Za-z#]+[\-－—之]?)+(?:号院|号楼|号|弄|村民小组|居民小组|组|队|社|栋|幢|座|单元|室|楼|层|户|房|门|排|厅|里|委|段|公里)*|"
    r"(?:路|街|大街|巷|胡同|村|屯|庄|寨|弄|里|坊|大道|道|小区|社区|花园|家园|苑|公寓|宿舍|大院|楼|院|新村|城|广场|大厦|湾|坪|坝|岭|沟|塘|口|桥|嘎查|牧场|林场|农场|别墅|府|园|期|阁|庭|居|轩|邸|公馆|屋|号|室|组|栋|幢|座|单元)"
)
_DIGIT = re.compile(r"[0-9〇零一二三四五六七八九十]")
_BREAK = re.compile(
    "[的将被与和等从向至时内因有以并称对用给把处后旁门外多]|附近|依法|进行|实施|期间|盗窃|吸食|多次|家中|家里|屋内|客厅|门口|村民(?!小?组)|居民(?!小?组)|人$"
)
_SHORT_BREAK = re.compile("[的将被与和给把]|多次|依法|盗窃|家中|家里")
_TAIL = re.compile(
    "(?:附?[0-9A-Za-z#\\-]+号?|[东西南北前后左右中]?[东西南北侧院头边口楼房屋下上]|地下室|平房|自建房|院内|后院)$"
)
_OFFICE = re.compile("人民检察院|人民法院|公安局|派出所|看守所|司法局|监狱|事务所|戒毒所|村委会|居委会|镇政府")
_PROVINCE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_LIMIT = 70


def find(text: str) -> list[Item]:
    """The details (below the township) of every address with a home anchor."""
    items: list[Item] = []
    done = 0
    for m in _ANCHOR.finditer(text):
        skip = _SKIP.match(text, m.end())
        at = skip.end() if skip else m.end()
        if at < done:
            continue
        span = detail(
            text, at, strict=m.group() in ("住", "户口", "租赁", "租房", "家中", "老家", "常住", "户籍", "住房")
        )
        if span:
            items.append(Item(span[0], span[1], "home_address", search=True))
            done = span[1]
    items.extend(_before_home(text))
    items.extend(_records(text))
    items.extend(_columns(text))
    return items


def _before_home(text: str) -> list[Item]:
    """An address that says after it that it is a home: 在某市某小区3号楼502室被害人家中."""
    items = []
    for m in re.finditer(
        r"(?:室|户|号|组|[0-9])(?:内)?(?:的)?(?:[^，。；\n]{0,10})(?:家中|家里|住处|住所|租住处|暂住处|租住房|出租屋|租房)",
        text,
    ):
        start = max(0, m.start() - 60)
        for stop in _STOP.finditer(text, start, m.start()):
            start = stop.end()
        province = _PROVINCE.search(text, start, m.start()) or _ADMIN.search(text, start, m.start())
        if not province:
            continue
        span = detail(text, province.start(), strict=False)
        if span and span[1] <= m.end():
            items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
    return items


_RECORD = re.compile(r"[“\"][^”\"\n]{0,24}[0-9〇零一二三四五六七八九幺\-\u3000 ]{7,26}[，,/]([^”\"，,/\n]{3,50})[”\"]")


def _records(text: str) -> list[Item]:
    """The last part of a leaked record: “name, number, address”."""
    items = []
    for m in _RECORD.finditer(text):
        span = detail(text, m.start(1), strict=False)
        if not span and m.group(1)[-1] in "村屯寨区苑园组队社" and not _DIGIT.search(m.group(1)):
            span = m.span(1)
        if span:
            items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
    return items


def _columns(text: str) -> list[Item]:
    """Cells under a table head that says address."""
    items, column, at = [], -1, 0
    for line in text.split("\n"):
        spans = cells(line)
        if len(spans) < 2:
            column = -1
        else:
            heads = [i for i, (a, b) in enumerate(spans) if line[a:b].strip() in _HEADS]
            if heads and not _DIGIT.search(line):
                column = heads[0]
            elif 0 <= column < len(spans):
                span = detail(text, at + spans[column][0], strict=False)
                if span:
                    items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
        at += len(line) + 1
    return items


_HEADS = frozenset(
    ["住址", "地址", "家庭住址", "住所", "现住址", "户籍地", "户籍地址", "联系地址", "居住地", "户籍所在地"]
)


def detail(text: str, at: int, *, strict: bool) -> tuple[int, int] | None:
    """[start, end) of the part of the address at ``at`` that goes; None when it has none or is none."""
    stop = _STOP.search(text, at, at + _LIMIT)
    limit = stop.start() if stop else min(len(text), at + _LIMIT)
    if limit - at < 4:
        return None
    chunk = text[at:limit]
    office = _OFFICE.search(chunk)
    if office and not re.search("[0-9]", chunk[office.end() :]):
        return None
    first = _first_detail(chunk)
    admin = 0
    for m in _ADMIN.finditer(chunk, 0, first + 2):
        if (
            m.group() == "区"
            and _NOT_ADMIN.search(chunk, max(0, m.start() - 2), m.start())
            and not _is_district(chunk, m.start())
        ):
            continue
        if m.end() <= first + 2:
            admin = m.end()
    if strict and not admin and not _PROVINCE.match(chunk):
        return None
    end = _detail_end(chunk, admin, closed=stop is not None)
    if end - admin < 2 or (not admin and not _DIGIT.search(chunk[:end]) and not _PROVINCE.match(chunk)):
        return None
    if not _DETAIL.search(chunk, admin, end):
        return None
    return at + admin, at + end


def _is_district(chunk: str, at: int) -> bool:
    """青岛市市南区, 湘潭市城北区: a direction inside a real district's name."""
    return at >= 2 and "市" in chunk[max(0, at - 4) : at]


def _first_detail(chunk: str) -> int:
    """Where the first sign of a detail is: a digit or a unit that no administrative part ends with."""
    m = re.search(
        r"[0-9#]|村(?!镇)|路|大街|街(?!道)|巷|胡同|小区|社区|花园|家园|苑|公寓|宿舍|屯|大道|弄|新村|号|栋|幢|单元|嘎查",
        chunk,
    )
    return m.start() if m else len(chunk)


def _detail_end(chunk: str, start: int, *, closed: bool) -> int:
    end = start
    for m in _DETAIL.finditer(chunk, start):
        gap = chunk[end : m.start()]
        if (
            len(gap) > 9
            or (end > start and (_BREAK if len(gap) > 4 else _SHORT_BREAK).search(gap))
            or (end == start and _BREAK.search(gap) and len(gap) > 5)
        ):
            break
        end = m.end()
    tail = chunk[end:]
    if closed and tail and _TAIL.match(tail):
        return len(chunk)
    return end
