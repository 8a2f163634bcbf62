"""Grammar of a Chinese address: an administrative part that stays, then a detail that goes.

The administrative part falls strictly in rank (province, city, county, township). What follows it is the detail; its
words are not listed, only the characters that roads, villages, estates and numbered units end with. An address that
fills its field is taken to the field's end; one inside a clause ends with its last unit.
"""

from __future__ import annotations

import re

from anxin.redaction.chars import HAN

PROVINCE = re.compile(
    "新疆生产建设兵团|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    "内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?"
)
_RANKS = {
    "自治区": 1, "特别行政区": 1, "省": 1, "自治州": 2, "地区": 2, "盟": 2, "市": 2, "自治县": 3, "自治旗": 3, "县": 3, "旗": 3, "区": 3,
    "街道办事处": 4, "街道": 4, "镇": 4, "乡": 4, "苏木": 4,
}
_SUFFIX = re.compile("|".join(sorted(_RANKS, key=len, reverse=True)))
# A road or estate that happens to begin with such a character: 红旗路, 水乡花园.
_NO_SUFFIX = re.compile("路|街(?!道)|巷|大[街道院厦]|小区|社区|花[园苑]|家[园属]|苑|公寓|广场|新村|村|号|[0-9]|[中小]学|卫生|医院")
_NO_CITY = re.compile("[场民政直值]")
# 小区, 社区, 住宅区: the last word before 区 says that it is none of a city's districts.
_NO_DISTRICT = re.compile("(?:小|社|园|住宅|生活|家属|工业|校|厂|片|宿舍|别墅|库|景|商|安置|新村|[一二三四五六七八九十甲乙丙丁A-Z0-9])$")
_BANNER = re.compile("(?:[左右中前后]|联合|翼|鄂温克|杭锦|鄂托克|乌审|扎鲁特|奈曼|库伦|敖汉|喀喇沁|阿荣|太仆寺|镶黄|正蓝|正镶白)$")
# Divisions and regiments of the corps stand where others have cities and townships.
_CORPS = re.compile("新疆生产建设兵团(第?[0-9一二三四五六七八九十]{1,3}师)?([一-龥0-9]{1,6}?(?:团场?|总场))?")
_SIGN = re.compile("[0-9]|小区|社区|村|路|大街|街(?!道)|巷|胡同|号|栋|幢|弄(?!镇)|花园|家园|公寓")

_NUMERAL = "0-9〇零一二三四五六七八九十百千廿甲乙丙丁戊"
_COUNTED = (
    "号院|号楼|号门|号房|号船|支弄|村民小?组|居民小?组|小组|牧业组|生产队|大队|中队|分队|单元|楼层|"
    "[号弄组队社栋幢座室楼层户房门排厅里委段连团孔区期库铺院村屯间营条道街路巷]"
)
_NUMBERED = (
    rf"(?:[第附之东西南北ABCD]|之一)?(?:[0-9]+[A-Za-z]?|[A-Za-z][0-9]+|[A-Za-z](?=[座栋幢区单楼室户])|"
    rf"[{_NUMERAL}]{{1,5}}(?={_COUNTED}))(?:[#\-~之—][0-9A-Za-z]+)*#?(?:{_COUNTED})*(?:之[0-9一二三四五六七八九十]{{1,2}})?"
)
_NAMED = (
    r"村民委员会|居民委员会|林班|胡同|条巷|里弄|大道|小区|社区|花园|家园|公寓|宿舍|大院|新村|广场|大厦|嘎查|浩特|艾里|[农林牧渔茶果猪鸡]场|别墅|公馆|家属[院区楼]|牧民点|定居点|安置[点区]|"
    r"生活区|住宅区|工业区|工业园|园区|厂区|校区|工棚|工地|板房|活动房|出租[屋房]|自建房|平房|民房|门市|地下室|阁楼|车库|集体户|自然村|居委会|村委会|筒子楼|"
    r"[路街巷弄里坊道村屯庄寨堡坪坝岭沟塘桥湾冲垸墩圩埠渡浜泾港垭坳坡梁峁塬洼峪崖埭厝畈窑滩洲岛嶼岙坞楼院苑园府庭轩邸阁居城寓舍屋厦墅]"
)
UNIT = re.compile(f"{_NUMBERED}|{_NAMED}")
# A number and its unit: enough for a home without any administrative part.
_SURE = re.compile("(?:[0-9]|[一二三四五六七八九十]{1,3})(?:号|组|社区|队|单元|室|栋|幢|号?楼[0-9]|弄)(?!室|间)|[0-9]#[0-9]|[0-9]村民小组")

# Words that a clause goes on with; no address holds them.
_CLAUSE = re.compile(
    r"[的被从因称给把且]|将(?!军)|与|等|时(?!代|光|尚)|以(?!岭)|并(?!州)|对(?!面|山)|至(?!善|诚|德)|向(?![阳荣前东西南北日上化])|(?<![祥永泰太人仁义谐融亲温中共宏颐雍])和(?![平谐睦美顺兴盛丰义合])|内(?![蒙环江湾]|[一-龥]{1,2}[0-9])|"
    r"[其该此您他她](?!他)|附近|门口|路口|对面|一带|周边|旁边|外面|电[ \u3000]*话|手[ \u3000]*机|联[ \u3000]*系|邮编|邮政编码|微信|身份证|公民|职业|文化(?![路街巷村片里苑小大道广新佳花宫])|躲藏?|藏匿|逃|休息|睡觉|等候|依法|进行|实施|期间|多次|曾经?|经常|"
    r"盗窃|吸食|容留|贩卖|殴打|抓获|查获|搜查|扣押|逮捕|居住|租住|暂住|生活|落网|出发|到案|投案|归案|楼下|门前|务[工农]|打工|经营|出生|"
    r"村民(?!小?组|委)|居民(?!小?组|委|区|楼)|人员|家[中里]|屋[内里]|客厅|卧室"
)
# A crossing that only says where the house stands: 某路与某街交叉口某小区3号楼.
_CROSSING = re.compile(rf"([路街道巷])与([{HAN}]{{1,8}}?(?:大道|[路街巷])交[叉汇会][口处]?)(?=[{HAN}]{{2,12}}[0-9])")
_NEXT_LABEL = re.compile("电[ \u3000]*话|手[ \u3000]*机|联[ \u3000]*系|邮编|邮政编码|微信|身份证|公民|职业")
_PLAIN = re.compile(r"[系是有在去来到说看打拿买卖吸偷盗抢骗经让找问想会能可已未不没很就还再又也而但或及了着过们你我这那谁何为由回往离受自案因]|(?<=[0-9])[年月日]")
_TAIL = re.compile("(?:[东西南北前后左右中上下]{1,2}(?:[侧头院边屋间]|户)|隔壁|院内|[东西南北](?=$|[^一-龥]))")
STOP = re.compile(r"[，。；、：（）()“”\n\t|,;！？/「」【】]")
_ENDS = r"(?=[，。；、：（）()“”\n\t|,;]|$)"
# What may stand between two parts of one address: a comma before a numbered rest, a name in brackets or quotation marks.
_NUMBER_PARTS = rf"(?:(?![住户籍居址])[{HAN}]){{0,8}}?[第附]?[{_NUMERAL}]{{1,5}}[A-Z]?(?:[\-][0-9A-Z]{{1,5}})*(?:号院|号楼|单元|村民小组|小组|[号弄栋幢座室楼层户房门组队社])"
_RESUME = re.compile(
    rf"[，,、] ?(?:{_NUMBER_PARTS}){{1,4}}[0-9A-Z\-]{{0,6}}{_ENDS}|"
    rf"[，,、] ?(?:(?![住户现籍居家])[{HAN}]){{1,8}}?(?:省|市|区|县|镇|乡|街道)(?=[，,、 {HAN}0-9])(?!公安|人民)|"
    rf"[（(“][{HAN}0-9]{{1,12}}[）)”](?=[第附]?[{_NUMERAL}]{{1,5}}[号弄栋幢座室楼层户房门组队社单\-#])"
)
# What is said of it in brackets: 旅社1203房（长租）, 323号（厂区内宿舍）2103
NOTE = re.compile("[（(](?![系即以下现被因与同又曾身电手联户出另])[\u3400-\u9fff0-9]{2,10}[）)](?:[0-9]{2,5}[室房号]?)?")
_LIMIT = 70
_ANY = re.compile("[0-9]|[一二三四五六七八九十]{1,3}[号组社队单室栋幢座弄户]")
_OFFICE = re.compile(
    "(?:人民检察院|人民法院|公安局|派出所|看守所|司法局|司法所|监狱|事务所|戒毒所|村委会|居委会|镇政府|乡政府|办案中心|支队|大队)"
    "(?![^，。]{0,4}(?:家属|宿舍|职工|小区|公寓|生活|自然村|[0-9一二三四五六七八九十]{1,3}[组社队号]|[^，。]{1,6}村))"
)
_HOTEL = re.compile("(?:宾馆|旅馆|旅社|旅店|招待所|酒店|客栈|民宿|医院|网吧|会所|洗浴|养老院|行政中心|政务中心|服务中心|办公楼|综合楼|政务大楼|办公大楼|写字楼)(?!家属|楼上|宿舍|职工|员工|小区|公寓|生活区|[东西南北]?[路街巷])")


# What only a home has: a flat in a numbered building, a numbered house or group of a village.
DWELLING = re.compile(
    r"(?:[0-9A-Z]|[一二三四五六七八九十])(?:号楼|栋|幢|座|单元|室|户|房(?!间)|孔|号船|排[0-9])|[0-9]#[0-9]|号附?[0-9]+-[0-9]|号附[0-9]|号之[一二三四五六七八九十0-9]|[0-9]-[0-9]+(?:-[0-9]|号)|"
    r"(?:[0-9]|[一二三四五六七八九十])(?:[组社队屯](?![长员会])|[村居]民小组)|号[\u3400-\u9fff]{0,6}[一二三四五六七八九十0-9]楼|[村寨屯庄组社队湾里院居坪坝岭沟坳角落查条巷][0-9]+号"
)
# Where one begins, quick to find.
DWELLING_FIRST = re.compile(
    "[0-9A-Z一二三四五六七八九十](?=[号栋幢座单室户房孔排#\\-组社队屯])|[村寨屯庄组社队湾里院居坪坝岭沟坳角落查条巷](?=[0-9])|号(?=[附之0-9])"
)

DEPTHS = {"province": 1, "city": 2, "county": 3, "township": 4, "village": 5}
_VILLAGE = re.compile(rf"[{HAN}]{{1,8}}?(?:村民?委员?会|居委会|社区|嘎查|村(?!民|[路街巷]))")


def administrative(chunk: str, deepest: int = 4) -> tuple[int, int]:
    """(end, rank) of the administrative part at the chunk's start, down to rank ``deepest``; (0, 0) without one."""
    corps = _CORPS.match(chunk)
    if corps:
        level = min(deepest, 4 if corps.group(2) else 2 if corps.group(1) else 1)
        return corps.end(2 if level == 4 else 1 if level > 1 else 0) if level > 1 else 8, level
    first = PROVINCE.match(chunk)
    end, rank = (first.end(), 1) if first else (0, 0)
    for m in _SUFFIX.finditer(chunk, end, end + 48):
        name, found = chunk[end:m.start()].lstrip("，,、 "), _RANKS[m.group()]
        if len(name) > 9 or (sign := _SIGN.search(name, 2)) and (sign.end() < len(name) or found < 4):
            break
        if found == 2 and rank == 2 and m.group() == "市":
            found = 3
        if found > deepest:
            break
        if found > rank and _is_name(name, m.group(), chunk, m.end()):
            end, rank = m.end(), found
    return end, rank


def _is_name(name: str, suffix: str, chunk: str, after: int) -> bool:
    if not name or (suffix == "市" and len(name) < 2 and name not in "本我该某") or _NO_SUFFIX.match(chunk, after):
        return False
    if suffix == "乡" and len(name) < 2:  # 良乡 is the name itself
        return False
    if suffix == "市":
        return not _NO_CITY.match(chunk, after)
    if suffix == "区":
        return not _NO_DISTRICT.search(name)
    return suffix != "旗" or "盟" in chunk or chunk.startswith("内蒙古") or bool(_BANNER.search(name))


def shown_to(chunk: str, depth: str) -> int:
    """Where the part of an address that stays readable ends, by the rule set's ``address_depth``."""
    end, rank = administrative(chunk, min(DEPTHS[depth], 4))
    village = _VILLAGE.match(chunk, end) if depth == "village" and rank else None
    return village.end() if village else end


def detail(text: str, at: int, *, strict: bool, depth: str = "township") -> tuple[int, int] | None:
    """[start, end) of the part of the address at ``at`` that goes; None when it has none or is none.

    ``strict``: the word before is a weak sign, so that the place itself has to look like a home's address.
    """
    limit, closed = _field(text, at)
    chunk = _CROSSING.sub(r"\1\1\2", text[at:limit])  # the 与 between two roads parts no clause; nothing moves
    if len(chunk) < 3 or _is_office(chunk, strict):
        return None
    start, rank = administrative(chunk)
    first = UNIT.search(chunk, start)
    if strict and not rank and not (closed and first and first.start() < 8 and _SURE.search(chunk)):
        return None
    end = _detail_end(chunk, start, closed=closed)
    bare = closed and end == start and rank == 4 and is_tail(chunk[start:], 8)
    if bare:
        end = len(chunk)
    if end - start < 2 or not (bare or first):
        return None
    if not rank and not (_SURE if strict else _ANY).search(chunk, 0, end):
        return None
    if depth != "township":
        start = shown_to(chunk[:end], depth)
    end = start + len(chunk[start:end].rstrip(" \u3000"))
    note = NOTE.match(text, at + end)
    return (at + start, note.end() if note else at + end) if end > start else None


def _field(text: str, at: int) -> tuple[int, bool]:
    """(end of the field at ``at``, whether a mark or a line's end closes it)."""
    end, last = at, min(len(text), at + _LIMIT)
    while stop := STOP.search(text, end, last):
        more = _RESUME.match(text, stop.start(), last + 12)
        if not more or stop.start() - at < 2:
            return stop.start(), True
        end = more.end()
    return last, last == len(text)


def _is_office(chunk: str, strict: bool) -> bool:
    office = _OFFICE.search(chunk)
    if office and not re.search("[0-9]", chunk[office.end():]):
        return True
    return strict and bool(_HOTEL.search(chunk))


def _detail_end(chunk: str, start: int, *, closed: bool) -> int:
    inner = closed and chunk.endswith(("内", "里"))
    clause = _CLAUSE.search(chunk, start, len(chunk) - inner)
    if clause and _NEXT_LABEL.match(clause.group()):  # the next field of a form closes this one
        chunk, clause, closed = chunk[: clause.start()].rstrip(" \u3000"), None, True
    cut = clause.start() if clause else len(chunk)
    end = start
    for m in UNIT.finditer(chunk, start, cut):
        if m.start() - end > 10 or (end > start and m.start() - end > 1 and _PLAIN.search(chunk, end, m.start())):
            break
        end = m.end()
    if end == start:
        return end
    if clause is None and closed and is_tail(chunk[end : len(chunk) - inner], 12):
        return len(chunk.rstrip())
    tail = _TAIL.match(chunk, end, cut)
    return tail.end() if tail else end


def is_tail(tail: str, most: int) -> bool:
    """A last word of a place that no known ending closes: 老虎嘴, 石门子."""
    return 0 < len(tail) <= most and not _PLAIN.search(tail) and not _CLAUSE.search(tail)
