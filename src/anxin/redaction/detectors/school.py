"""School and class of minors (Art 20(2)): a kind of school with a word that says who studies there, or a class."""

from __future__ import annotations

import re

from anxin.redaction.chars import HAN
from anxin.redaction.detectors.item import Item, holds, matches

_N = "[一二三四五六七八九十0-9]"
# What a school's name ends with; 三中 and 二小 need a strong word before them.
_KIND = (
    "初中部|高中部|小学部|小学|中学|初中|高中|完小|中心校|中心园|幼儿园|幼儿部|托儿所|托育园|学前班|附小|附中|附幼|实验学校|(?<![在该本其入离返到回的])(?<!(?<!工)读)学校(?![为系：:及和\t])|职高|技校|中专|职校|职中|卫校|体校|艺校|武校|戏校|"
    "书院|学院|私塾|教学点|职教中心|职业教育中心|培训(?:中心|机构|学校|班)|辅导(?:中心|机构|班)|补习班|托管(?:中心|机构|班)|晚托班|兴趣班|早教(?:中心|园)|"
    f"{_N}{{1,3}}[中小幼](?![学心等队间型孩时])|[该我本]校(?=[{HAN}]{{0,5}}(?:[A-Z]?{_N}{{1,3}}年级|[初高]{_N}|[{HAN}A-Z0-9（）()]{{1,6}}班))"
)
_GRADE = rf"(?:[A-Z]?{_N}{{1,3}}|[小初高])年级|[初高]{_N}(?:年级)?|[小中大托](?=[一二三四五六七八九十0-9（(]{{1,4}}班|班)|20[0-9]{{2}}级|[0-9]{{2}}级"
_SECTION = rf"(?:[{HAN}]{{0,8}}?)(?:[（(]?[A-Z]?[0-9一二三四五六七八九十]{{1,3}}[）)]?)班|[{HAN}]{{1,4}}班(?![主长级车])|[（(]?(?:{_N}{{1,4}}|[甲乙丙丁ABCD])[）)]?班|[{HAN}]{{2,4}}队(?![员长伍])|(?:学前|毕业|实验|火箭|重点|宏志|英才|国际|复读|特长|春季|秋季)班|班"
_CLASS = (
    rf"(?:[（(][{HAN}]{{1,6}}(?:学校|中学|小学|校区|分校|分园|分部|校部|部)[）)]|[{HAN}]{{1,3}}(?:校区|分校|分园|分部|校部|部))?(?:初中部|高中部|小学部|国际部)?(?:(?:{_GRADE})?(?:[{HAN}]{{1,8}}专业|[{HAN}]{{2,8}}(?=(?:20)?[0-9]{{2}}级))?(?:{_GRADE})?(?:{_SECTION})?)"
    rf"(?:(?:男生|女生|学生)?(?:宿舍|寝室|公寓)[0-9A-Z一二三四五六七八九十\-]{{1,5}}(?:号楼|栋|幢|楼)?[0-9]{{0,4}}(?:室|房间|寝室)?)?"
)
_PLACE = re.compile(f"(?:{_KIND})+({_CLASS})")
# Where one can begin: a first character with the second one of a kind, or a number before 中, 小 or 幼.
_FIRST = re.compile(
    f"[该我本]校|[小中初高完托学附实职技体艺武戏卫书私教培辅补晚兴早幼](?=[小学中心幼儿托育前附校验高专院塾点业训导习管趣验教])|{_N}(?={_N}{{0,2}}[中小幼])"
)
_ALONE = re.compile(rf"(?<![{HAN}])(?:{_GRADE})[（(]?{_N}{{1,3}}[）)]?班|(?<=[系是为在读上念])(?:{_GRADE})(?:[（(]?{_N}{{1,3}}[）)]?班)?(?=学生|就读|读书|上学|的?(?:儿子|女儿|孩子|学生|弟弟|妹妹|小孩))|[一二三四五六七八九初高][（(]{_N}{{1,3}}[）)]班")
_NEXT = re.compile(rf"[、和及与](?:{_GRADE})?(?:[A-Z]?{_N}{{0,2}}[（(]{_N}{{1,3}}[）)]|{_N}{{1,3}})班")
_STRONG = (
    r"就读(?:学校)?(?:[为是于在：:的]|系)?|(?:上学|就学|求学|读书|念书|借读|寄读|走读)[于在]|在读于?|学籍(?:[在于为系：:]|所在(?:学校)?[为：:]?)|"
    r"入读|入托于?|转学?[至到入]|升[入至]|(?:原|曾|原先|此前|之前)在|(?:小学|初中)毕业于|考[入上取]|(?:所在|在读|现读)?学校(?:[及和]班级)?[为系：:]|现读于?|正?读于|(?<=[，。、（])读"
)
_WEAK = "上的是|出具|同在|来自|任教于|任职于|系|是|为|在|到|从|于|，|。|、|（|：|；|的|\n|“"
_LEAD = re.compile(f"({_STRONG})|{_WEAK}")
# What follows a school when the one before it studies there.
_PUPIL = re.compile("[的在念读上]?(?:[0-9一二三四五六七八九十]{0,3}名)?(?:[初高小中大][一二三四五六]|[一二三四五六七八九]年级|小朋友|幼儿|[高初][一二三]?新生|寄宿|[男女小中大]?学?生(?!产|意)|就读|上学|读书|念书|学习|学籍|寄宿|住校|在读|在校|借读|走读|入托|入园|上课|补课|幼儿|学员|同学|(?:特长|体育|住校|住宿|走读|借读|寄宿|寄读|应届|美术|艺术|复读)生)")
_WRITTEN = re.compile(f"[{HAN}0-9A-Za-z（）()”“ ]*")
_NOT_PUPIL = re.compile("(?:[的内旁]|[东西南北]+[侧门边面]?)?(?:(?:幼|保育|炊事)[员师]|保育员|负责人|法定代表人|法人|校医|厨师|司机|外教|聘|采购|设备|建设|承建|承包|供应|配送|修建|安装|装修|施工|时(?!就读|读)|教师|老师|教职|职工|员工|保安|校长|园长|主任|食堂|工作|任|门口|附近|对面|操场|校门|围墙|大门|路口|路段|旁|侧|[东西南北]门|公司|证明|出具|以及)")
_SHUT = re.compile(r"[，。；、）)\n\t|]|$")
_PLAIN = re.compile("公司|教师|老师|校外|以及|附近|门口")
# Records of pupils: whatever school they name is the pupil's.
_ROLL = re.compile("学籍|花名册|在园|在校|在读|入学")
_LABEL = re.compile(r"(?:^|(?<=[\n，；\t|]))[ \u3000]*(?:所在)?(?:班级|年级|班别|学校|就读学校|学校名称)[：: \t]+([^，。；、\n\t|]{2,16})")


def find(text: str) -> list[Item]:
    """Only for documents that have a minor in them."""
    items, done = [], 0
    for m in matches(text, _FIRST, _PLACE):
        start = _start(text, max(done, m.start() - 26), m)
        if start is not None:
            done = m.end()
            while more := _NEXT.match(text, done):
                done = more.end()
            items.append(Item(start, done, "school"))
    taken = [(i.start, i.end) for i in items]
    for m in _ALONE.finditer(text) if holds(text, ("班", "学生", "读", "上学")) else ():
        if not any(a < m.end() and m.start() < b for a, b in taken):
            items.append(Item(m.start(), m.end(), "school"))
    items.extend(
        Item(m.start(1), m.end(1), "school", 0.9)
        for m in _LABEL.finditer(text)
        if not any(a < m.end(1) and m.start(1) < b for a, b in taken)
    )
    return items


def _start(text: str, low: int, place: re.Match[str]) -> int | None:
    """Where the school's name begins; None when nothing says that somebody studies there."""
    strong = weak = None
    verb = False
    for lead in _LEAD.finditer(text, low, place.start()):
        if lead.group(1):
            strong, weak = lead.end(), None
        elif strong is None or lead.group() in "，。；\n":
            strong, weak = (None if lead.group() in "，。；\n" else strong), lead.end()
            verb = lead.group() in ("系", "是", "上的是") or (lead.group() == "为" and bool(_SHUT.match(text, place.end())))
    start = strong if strong is not None else weak
    while start is not None and start < place.start() and text[start] in " \u3000":
        start += 1
    if start is None and low == 0:
        start = 0
    if start is None or _PLAIN.search(text, start, place.end()) or not _WRITTEN.fullmatch(text, start, place.start()):
        return None
    if _ROLL.search(text, max(0, low - 34, text.rfind("。", 0, place.start()) + 1, text.rfind("\n", 0, place.start()) + 1), start):
        return start
    if strong is None and start == place.start() and not place.group(1) and not _PUPIL.match(text, place.end()):
        return None  # 捕前系幼儿园保育员, 系初中时申请: a kind of school, none by name
    if strong is not None or _PUPIL.match(text, place.end()) or place.group(1) or (verb and not _NOT_PUPIL.match(text, place.end())):
        return start
    return None
