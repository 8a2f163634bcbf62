"""Home addresses: a word that says somebody lives there, and the detail after it, which goes.

Scenes, offices, courts, detention centres and companies' seats have no such word and stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

from anxin.redaction import tables
from anxin.redaction.detectors.item import Item, matches
from anxin.redaction.detectors.place import (
    DWELLING,
    DWELLING_FIRST,
    NOTE,
    PROVINCE,
    STOP,
    UNIT,
    administrative,
    detail,
    is_tail,
)

# Words that name an address of a person, built from their parts.
_STRONG = (
    r"(?:住|户籍|户口|居住?|租住?|暂住|借住|寄住)(?:所在)?(?:地址?|址|所地?|处)(?:登记)?|(?:户籍|户口)(?:所在|登记)(?:地址?|于|在)|"
    r"(?:家庭|联系|通[讯信]|户籍|户口|身份证|送达|收货|收件|收信|邮寄|快递|投递|居住|登记|现|常住|暂住|实际|确认)(?:住址|地址)|"
    r"[现暂租寄借留常]住[于在]?|同住[于在]|(?<=[0-9Xx*]{15}[；，,;])地址|居住[于在]|现居[于在]?|[家搬入]住[于在]|家住|户[籍口](?:[在系为]|落在)|落户[于在]|住[于在]|家[在位]于?|老家[在是]?|"
    r"落脚(?:于|在|点)?|门牌号?码?|居所|寄住[于在]?|预留地址|登记住址|(?:搬|迁)[至到往](?=[\u3400-\u9fff])|出生地|籍贯地?|原籍|(?:取保候审|监视居住)(?:[于在](?:住处|其住处)?|，(?:执行)?地点[为系]?)|新址|执行(?:地点|处所)|(?:进入|潜入|闯入|窜入|翻入|撬开|来到)[^，。；\n]{1,8}?(?<![店馆厂行司院校所局处部])位于|租房[于在]?|承租|关押[在于]|藏身[在于]|躲[在到于藏]+|借用[㐀-鿿·]{2,8}?家(?:的[㐀-鿿]{2,4})?|(?:送|寄|派送|投递|配送|邮寄|送回)[到至往回]|居住的|租住的|租赁(?!公司|车|设备|合同|物|费|行|站|业)|入住(?=[\u3400-\u9fff]{2,9}?(?:省|自治区|市|县|区|州|旗))|住房|住宅(?![区楼小])"
)
_WEAK = r"(?<![入记抓拦拉扶堵按捂抱揪拽绑困控稳卡挡顶勒掐咬留保止忍围])住(?![证院宿宅房建户校所处址地店客持进了着过满有入])|户籍|户口|居住(?!证)|家[中里]?(?=[（(])|出生于|常住|老家|租房"
_ANCHOR = re.compile(f"({_STRONG})|{_WEAK}")
_FIRST = re.compile("[地原籍关藏躲借派配投邮落门预迁住户籍居租暂借寄家联通送收邮快投登现常实确身留同搬入落老出取监执承进潜闯窜翻撬来]")
_SOFT = frozenset(["租赁", "承租", "租房", "住房", "住宅", "老家", "常住", "入住在", "入住于", "住在", "住于", "居住的", "租住的", *(v + w for v in ("送", "寄", "派送", "投递", "配送", "邮寄") for w in "到至往回"), "入住", "躲在", "躲到", "藏身在", "藏身于"])
_SKIP = re.compile("(?:即|为|是|系|于|在|位于|地址|均|分别|[：: \t|\u3000（(“】〕\\]])*")
_DIGIT = re.compile(r"[0-9〇零一二三四五六七八九十]")
# 住所 and address words name the seat of a company or an office when its name stands right before them.
_SEAT = re.compile(
    r"(?:公司|[^\n，。；]厂|合作社|商行|经营部|中心|集团|事务所|企业|法院|检察院|公安局|司法局|派出所|看守所|学校|医院|机构|单位|银行|支行|大学|研究院|9[1-3][0-9]{6}[0-9A-Z]{10})(?:[（(][^）)\n]{0,40}[）)])?"
    r"(?:[，；\n](?:统一社会|信用代码|组织机构|法定代表人|负责人|注册号)[^，；\n]{0,40}){0,3}[，；的]?\s*$"
)
_PERSON = re.compile("出生|身份证|公民身份|[，、][男女][，、]")
_SEAT_WORDS = ("住所", "住所地", "联系地址", "通讯地址", "通信地址", "邮寄地址", "登记地址", "送达地址", "地址", "构地址")
_HOME_AFTER = re.compile("的家(?![电具庭属族乡长人务教])|其家(?![电具庭属族乡长人务教])|家[中里]|(?:自己?|其|他|她)家(?![的属庭长人])|(?:其|他|她|自己)?(?:岳父母?|岳母|公婆|父母|父亲|母亲|[姑姨舅叔伯婶]{1,2}[父母妈丈]?|[外]?[公婆]|奶奶|爷爷|[长大二三]?[兄哥弟姐妹]{1,2}|表[哥弟姐妹兄]|堂[哥弟姐妹兄]|亲戚|朋友|前妻|前夫|妻子|丈夫|女友|男友)家(?![的属庭长人])|(?:被害人|失主|证人|业主)[\u3400-\u9fff·]{2,8}?家(?![属庭长人])|住[所处宅](?!地)|租住[处房]?|暂住[处地]?|居住|租房|出租[屋房]|租赁[房屋]|宿舍内")
# Where one of these can begin, quick to find.
_HOME_FIRST = re.compile("[的其家自他她岳公父母姑姨舅叔伯婶外婆奶爷长大二三兄哥弟姐妹表堂亲朋前妻丈女男被失证业住租暂居出宿](?=[家中里己岳公婆父母亲姑姨舅叔伯婶妈丈外奶爷长大二三兄哥弟姐妹表堂戚朋友前妻夫子女男害主人所处宅住居房赁租舍])")
_MOVED = re.compile("[回到往去从至赶返送逃离]|附近|对面|旁边")


def find(text: str, depth: str = "township") -> list[Item]:
    """The details (below ``depth``, the level that stays readable) of every address that a word says is a home."""
    items: list[Item] = []
    done = 0
    for m in matches(text, _FIRST, _ANCHOR):
        skip = _SKIP.match(text, m.end(), m.end() + 12)
        at = skip.end() if skip else m.end()
        if at < done or _is_seat(text, m):
            continue
        span = detail(text, at, strict=not m.group(1) or m.group(1) in _SOFT, depth=depth)
        if span and not _is_seat_after(text, span[1]) and _fits(text, m.group(), span):
            items.append(Item(span[0], span[1], "home_address", search=True))
            done = span[1]
    items += [i for find_ in (_before_home, _in_brackets, _records, _columns) for i in find_(text, depth)]
    items += _by_form(text, depth, items)
    items += _beside_contact(text, depth, items)
    return [i for i in items if not _NO_HOME.search(text, i.start, i.end)]


def _is_seat_after(text: str, end: int) -> bool:
    """Whether a company's seat ends here: who represents it follows."""
    return text.startswith(("，法定代表人", "，负责人", "，经营者", "，诉讼代表人"), end)


def _fits(text: str, word: str, span: tuple[int, int]) -> bool:
    """Whether the place is a home's after this word: a door number may be a shop's, and things are sent anywhere."""
    if word.startswith("门牌"):
        return not _SHOP.match(text, span[1])
    return word[-1] not in "到至往" or word[0] not in "送寄派投配邮" or bool(DWELLING.search(text, *span))


def _is_seat(text: str, anchor: re.Match[str]) -> bool:
    if anchor.group() not in _SEAT_WORDS:
        return False
    before = text[max(0, anchor.start() - 90):anchor.start()]
    seat = _SEAT.search(before)
    return seat is not None and not _PERSON.search(before, seat.start())


def _before_home(text: str, depth: str) -> list[Item]:
    """An address that says after it that it is a home: 在某市某小区3号楼502室被害人家中."""
    items = []
    for m in matches(text, _HOME_FIRST, _HOME_AFTER):
        start = max(0, m.start() - 60)
        for stop in STOP.finditer(text, start, m.start()):
            start = stop.end()
        if m.start() - start < 6 or not (_DIGIT.search(text, start, m.start()) or text[m.start() - 1] in "村屯寨庄"):
            continue
        at = _head(text, start, m.start())
        span = detail(text, at, strict=True, depth=depth) if at >= 0 else None
        if span and span[1] <= m.end() and m.start() - span[1] <= 10 and not _MOVED.search(text, span[1], m.start()):
            items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
    return items


def _head(text: str, start: int, end: int) -> int:
    """Where an address in the clause begins: at its province, or after 在 and the like; -1 without either."""
    province = PROVINCE.search(text, start, end)
    if province:
        return province.start()
    for word in re.finditer("位于|[在至到于往]", text[start:end]):
        if administrative(text[start + word.end():end])[1]:
            return start + word.end()
    return start if administrative(text[start:end])[1] else -1


_BRACKET = re.compile("（(?<=[\u3400-\u9fffA-Za-z].)(?=[\u3400-\u9fff]{3})")
# What stands before the bracket names a place or a body, not a person: its address is no home's.
_BODY = re.compile("(?:[店馆厂行铺司院校所局处部社区园村口场站楼城厦街路段桥库房室市县镇乡省点心队吧]|附近|门前|门口|对面|一带|现场|地点|位置)$")
_LIVED = re.compile("(?:住|租|居|暂|借)[\u3400-\u9fff]{0,4}(?:房屋|处|所|房间|屋|房)$|[家宅]$")


def _in_brackets(text: str, depth: str) -> list[Item]:
    """A person's name with an address in brackets after it: 证人名单：张三（某县某镇某村12号）."""
    items = []
    for m in _BRACKET.finditer(text):
        before = text[max(0, m.start() - 8) : m.start()]
        if _BODY.search(before) and not _LIVED.search(before):
            continue
        span = detail(text, m.end(), strict=True, depth=depth)
        if span and administrative(text[m.end() : span[1]])[1] and text[span[1] : span[1] + 1] in "，）、；,":
            items.append(Item(span[0], span[1], "home_address", 0.8, search=True))
    return items


_RECORD = re.compile(r"[“\"][^”\"\n]{0,24}[0-9〇零一二三四五六七八九幺\-\u3000 ]{7,26}[，,/]([^”\"，,/\n]{3,50})[”\"]")


def _records(text: str, depth: str) -> list[Item]:
    """The last part of a leaked record: “name, number, address”."""
    items = []
    for m in _RECORD.finditer(text):
        span = detail(text, m.start(1), strict=False, depth=depth)
        if not span and m.group(1)[-1] in "村屯寨区苑园组队社里弄庄湾" and not _DIGIT.search(m.group(1)):
            span = m.span(1)
        if span:
            items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
    return items


_SHOP = re.compile("的[\u3400-\u9fff]{0,6}?(?:超市|商店|饭店|餐馆|网吧|宾馆|酒店|公司|厂|商铺|门店|门面|仓库|店)")
_OPEN = re.compile("[0-9 \u3000](?=[\u3400-\u9fff]{2,9}(?:市|区|县|州|旗|盟))")
_PART = re.compile("（[\u3400-\u9fff0-9]{1,8}）(?=[0-9])")  # 金色家园（北区）6#249
_OFFICIAL = re.compile("(?:法院|检察院|公安局|派出所|公司|单位|机构|鉴定|援助|办公)[^，。；\n]{0,8}$")
_SEATED = re.compile(
    "(?:(?:法院|检察院|公安局|派出所|公司|单位|机构|鉴定所|事务所|办公)[^，。；\n]{0,18}|(?:[所地]址|地处|坐落|营业场所|经营场所|设在)[^，。；\n]{0,16})$"
)
_PART_OF = re.compile("[（(][\u3400-\u9fff0-9]{1,10}[）)](?=[0-9一二三四五六七八九十])")  # 沙枣湾村（原枣湾大队）六组
_NO_HOME = re.compile("[0-9]{7}|元$|账号|[\u3400-\u9fff][A-Z][A-Z0-9]{4}")
# What may go on after a home: whose it is, what happened in it.
_GOES_ON = re.compile("$|系|为|是|被|将|由|接受|躲|藏|暂避|村民|居民|人(?=[，。、；）])|以夫妻|的?(?:自建房|住户|住处|房屋|家)")


_SCENE = re.compile("(?:路段|楼[下道顶]|门[口前]|路口|附近|对面|桥下|[旁处店]|车[场库]|电梯|仓库|作业面|工地|超市|网吧)")


def _by_form(text: str, depth: str, known: list[Item]) -> list[Item]:
    """A whole address that ends like a home, whatever stands before it: in lists, on parcels, after a telephone number."""
    items, done = [], 0
    taken = sorted((i.start, i.end) for i in known)
    for m in matches(text, DWELLING_FIRST, DWELLING):
        before = bisect_right(taken, (m.start(), len(text))) - 1
        if m.start() < done or (before >= 0 and m.start() < taken[before][1]):
            continue
        start = _clause(text, max(done, m.start() - 60), m.start())
        at = _head(text, start, m.start())
        span = detail(text, at, strict=True, depth=depth) if at >= 0 else None
        if span and span[1] >= m.end() and _is_home(text, at, m.end(), span[1]):
            items.append(Item(span[0], span[1], "home_address", 0.8, search=True))
            done = span[1]
    return items


_ON_THE_WAY = re.compile("[行驶途前沿在到从经窜逃赶去往至由过将把住地位现案场]")
_BRACKETED = re.compile("[〔\\[（(]")
_ALONE = re.compile("[，；\t|]")
_CONTACT_BEFORE = re.compile("[0-9]{7}[，；、 \u3000]{1,3}$")
_CONTACT_AFTER = re.compile("[，；、 \u3000\t]{1,3}(?:手机|电话|联系|微信|[0-9]{7})")
_PLACE_END = re.compile("(?:[0-9]号|[0-9一二三四五六七八九十][组社队]|小组|[村屯寨庄围堡湾坝沟坪塘])(?=[，；。、 \u3000\t\n])")


def _beside_contact(text: str, depth: str, known: list[Item]) -> list[Item]:
    """A village or a number of a road in the same list as a person's telephone: 丁某，某县某镇某村，手机138…."""
    items = []
    taken = sorted((i.start, i.end) for i in known)
    for m in _PLACE_END.finditer(text):
        before = bisect_right(taken, (m.start(), len(text))) - 1
        if before >= 0 and m.start() < taken[before][1]:
            continue
        start = _clause(text, max(0, m.start() - 60), m.start())
        listed = start and _ALONE.match(text, start - 1) and STOP.match(text, m.end())
        if not (listed or _CONTACT_AFTER.match(text, m.end()) or _CONTACT_BEFORE.search(text, max(0, start - 14), start)):
            continue
        span = detail(text, start, strict=True, depth=depth) if not _ON_THE_WAY.match(text, start) else None
        if span and span[1] == m.end() and not _BRACKETED.search(text, *span) and administrative(text[start : span[1]])[1] > 2 and not _OFFICIAL.search(text, max(0, start - 24), start):
            items.append(Item(*span, "home_address", 0.7, search=True))
    return items


def _is_home(text: str, at: int, unit: int, end: int) -> bool:
    """Whether what stands around an address of a home's form leaves it one: no scene after its ``unit``, no body before."""
    before = text[max(0, at - 24) : at]
    if _OFFICIAL.search(before) or _SCENE.search(text, unit, end) or not (STOP.match(text, end) or _GOES_ON.match(text, end)):
        return False
    return not (before.endswith("（") and _BODY.search(before[:-1]) and not _LIVED.search(before[:-1]))


def parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is an address in a stretch that reads like a home's: between stops, up to the last unit, none that is a seat's
    or a scene's."""
    found, at = [], start
    notes = [m.span() for m in _PART_OF.finditer(text, start, end)]
    stops = [m.start() for m in STOP.finditer(text, start, end) if not any(a <= m.start() < b for a, b in notes)]
    for stop in [*stops, end]:
        last = max((m.end() for m in UNIT.finditer(text, at, stop)), default=at if stops else stop)
        if last < stop and (stop == len(text) or STOP.match(text, stop)) and is_tail(text[last:stop], 6):
            last = stop
        before = max(0, at - 30), at
        if last - at > 1 and not (_SEATED.search(text, *before) or _NO_HOME.search(text, at, last) or _SCENE.match(text, last)):
            found.append((at, (note.end() if (note := NOTE.match(text, last)) else last)))
        at = stop + 1
    return found


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause of an address begins that goes on to ``end``; a part's name in brackets belongs to it."""
    parts = [m.span() for m in _PART.finditer(text, start, end + 1)]
    for stop in chain(STOP.finditer(text, start, end), _OPEN.finditer(text, start, end)):
        if not any(a <= stop.start() < b for a, b in parts):
            start = max(start, stop.end())
    return start


_HEADS = frozenset([
    "住址", "地址", "家庭住址", "住所", "现住址", "户籍地", "户籍地址", "联系地址", "居住地", "户籍所在地", "家庭地址", "现住", "现住地", "通讯地址", "送达地址",
])


def _columns(text: str, depth: str) -> list[Item]:
    """Cells under a table head that says address."""
    items = []
    for table in tables.find(text):
        for index in [i for i, head in enumerate(table.head) if head in _HEADS]:
            for row in table.rows:
                span = detail(text, row[index][0], strict=False, depth=depth) if index < len(row) else None
                if span:
                    items.append(Item(span[0], span[1], "home_address", 0.9, search=True))
    return items
