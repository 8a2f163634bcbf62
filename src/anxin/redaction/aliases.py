"""Other names of a person: what the document itself calls another name of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from anxin.redaction import tables
from anxin.redaction.known import Known, secret_key
from anxin.redaction.law import Law
from anxin.redaction.lexicon import occurrences, words
from anxin.redaction.names import ends_at, is_han, looks_like, split
from anxin.redaction.structure import is_body
from anxin.redaction.view import View
from anxin.regulation.case import Participant

_ALIAS = re.compile(
    r"(?:绰号|外号|混号|花名|浑名|前用名|旧用名|别号|备注名|别名|诨号|诨名|人称|又名|又叫|曾用名|曾用姓名|使用过姓名|使用过的姓名|户籍登记名|登记姓名|登记名|户籍名|身份证名|小名|乳名|昵称|艺名|化名|原名|自报名|自报姓名|真名|喊他|叫他|喊她|叫她|称其|以前叫|以前名叫|被称为|被称作|被叫做|人送外号|自称|名字是|名字叫|"
    r"江湖人称|网名|微信名|昵称为?|俗称)(?:为|叫做?|是|：|:)?[“\"‘「『]?([^”\"’」』，,。；;（）()、：\s“]{1,12})"
)
_MORE = re.compile(r"[”\"’」』]?[、和][“\"‘「『]([^”\"’」』，。；（）、]{1,10})[”\"’」』]")
_FORMER = re.compile("曾用|前用名|旧用名|使用过|户籍|登记|身份证|又名|又叫|化名|原名|自报|真名|以前|别名")


@lru_cache(maxsize=2)
def alias_places(text: str) -> list[tuple[int, str, str]]:
    """(place, form, kind) of every name that the text calls another name of somebody."""
    result = []
    for m in _ALIAS.finditer(text):
        form = m.group(1) if text[m.start(1) - 1] in '“"‘「『' else _written(text, m.start(1), m.end(1))
        if not form or "某" in form or form in _NO_FORM or text[m.start(1) - 1] in "其他她":
            continue
        quoted = text[m.start(1) - 1] in '“"‘「『'
        if m.group().startswith(("自称", "名字")) and not (quoted and not _TITLED.search(form)) and (not looks_like(form) or _STANDING.match(text, m.start(1))):
            continue
        kind = "former" if _FORMER.match(m.group()) and looks_like(form) else "nickname"
        result.append((m.start(), form, kind))
        more = _MORE.match(text, m.end())
        while more:
            result.append((m.start(), more.group(1), kind))
            more = _MORE.match(text, more.end() - 1)
    result += [(m.start(), m.group(m.lastindex or 1), "former") for used in (_USED, _PAPER) for m in used.finditer(text)]
    return result


# 自称恒泰公司负责人: what somebody says he is, not a name
_STANDING = re.compile("[^，。；\n]{0,16}?(?:公司|集团|单位|部门|机构|中心|[村社厂店局院]|负责人|人员|老板|经理|主任|干部|警)")
_NO_FORM = frozenset(("一栏", "不详", "不明", "无", "无业"))
# 还使用过张三的名字
_USED = re.compile('用过[“"]?([\u3400-\u9fff]{2,4}?)[”"]?(?:的|这一|这个)?(?:名字|姓名|假名|化名)')
# 有一张写着张三的旧身份证, 以张三之名登记
_PAPER = re.compile('(?:写着|写有|印着|载有)[“"]?([\u3400-\u9fff]{2,4}?)[”"]?的旧(?:身份证|证件|户口)|以[“"]?([\u3400-\u9fff]{2,4}?)[”"]?之名(?=办|登|入住|租|开|注册|购)')
# 都称张三为“阿四”, 都叫张三“阿四”
_CALLED_BY = re.compile('[称叫喊管]([^，。；“”"]{2,12}?)(?:叫|称)?(?:为|作|做|是)?[“"]([\u3400-\u9fffA-Za-z0-9]{1,6})[”"]')


def _written(text: str, start: int, end: int) -> str:
    """What is called a name without quotation marks: the whole field, or as much as a name takes of a clause."""
    form = text[start:end]
    if len(form) <= 4 and text[end : end + 1] in "，。、；）)：":
        return form
    if len(form) <= 3 or looks_like(form) or not is_han(form[0]):
        return form
    for size in (4, 3, 2):
        crossed = text[start + size - 1 : start + size + 1] in words()  # 黄蓝|记载, not 黄蓝记|载
        if looks_like(form[:size]) and not crossed and ends_at(text, start + size) >= 2:
            return form[:size]
    if looks_like(form[:3]):
        return form[:3]
    return form if len(form) <= 5 or text[end : end + 1] in "）)" else ""


def find(view: View, people: list[Known]) -> None:
    """Names that the document itself calls another name of the person before them."""
    text = view.text
    names = {p.name for p in people if p.registered or (p.found and p.found.role)}
    every = tuple(p.name for p in people)
    for m in _CALLED.finditer(text):
        if not text.endswith(every, max(0, m.start() - 12), m.start()):
            continue
        owner = next((p for p in people if text.endswith(p.name, max(0, m.start() - 12), m.start())), None)
        if owner is not None and m.group(1) not in names:
            owner.aliases.setdefault(m.group(1), "nickname")
    for m in _SPELLED.finditer(text) if _LATIN.search(text) else ():
        owner = next((p for p in people if text.endswith(p.name, max(0, m.start() - 12), m.start())), None)
        if owner is not None and not owner.name.isascii():
            owner.aliases.setdefault(m.group(1).strip(), "nickname")
    for m in _CALLED_BY.finditer(text):
        owner = next((p for p in people if m.group(1) == p.name), None)
        if owner is not None and m.group(2) not in names and not _TITLED.search(m.group(2)):
            owner.aliases.setdefault(m.group(2), "nickname")
    for m in _SAME_PERSON.finditer(text):
        owner = next((p for p in people if text.startswith(p.name, m.end())), None) if m.group(1) not in names else None
        if owner is not None:
            owner.aliases.setdefault(m.group(1), "nickname")
    _equal(text, people, names)
    _columns(text, people, names)
    heads = by_head(people)
    for place, form, kind in alias_places(text):
        owner = _owner_after(text, place, form, people) or owner_before(text, place, heads)
        if owner is not None and form not in names and form not in ("不详", "不明", "无"):
            owner.aliases.setdefault(form, kind)


_QUOTED = re.compile("[“\"「『]([\u3400-\u9fffA-Za-z0-9]{1,8}|[A-Za-z]{2,20}(?:[ /][A-Za-z]{2,20}){0,2})[”\"」』]")
_SPELLED_BEFORE = re.compile("(?<![A-Za-z])([A-Z][A-Za-z]{1,20}[ /]?[A-Za-z]{2,20}|[a-z]{2,20}[ /][a-z]{2,20})(?=，(?:经核对)?(?:即|与|系)$)")
_IS = re.compile("[”\"」』]?(?:[（(][^（()）]{4,30}[）)])?(?:[，,]|的)?(?:[\u3400-\u9fff]{0,4}[人者子])?[（(]?(?:即为|即是|就是|即系|实为|实系|实际为|实际是|即|系|是|为)(?:[\u3400-\u9fff]{0,4}(?:人|者|员|友))?$")
_STANDS_FOR = re.compile("[”\"’」』][\t |]{0,3}(?:——|—|--|→|⇒|=|＝|：|:|[（(])$")  # “蝎子”——魏再生, “大只佬”（吴代秀）
_USED_BY = re.compile("[”\"」』][）)]?[，,]?(?:的)?[\u3400-\u9fff]{0,4}(?:人|机主|者)(?:为|是|系|：)?$")
_CALLS_HIM = re.compile("(?:号)?[）)]?了?(?:，|,)?(?:就|也|都)?(?:叫|为|称|称为|叫做|人称|号称|即|是|就是|（即)[“\"「『]?$")
_PAREN = re.compile("[（(](?:即|指|又名|原名|曾用名|化名|也叫|就是|自报|自称|现名)?([\u3400-\u9fff]{2,6})[）)]")


def _equal(text: str, people: list[Known], names: set[str]) -> None:
    """Other names by what says that two are one: “Y”为X, X就叫“Y”, Y（即X）, “Y”，登录人X."""
    if not people:
        return
    owners = {p.name: p for p in people}
    for start, name in occurrences(text, {n for n in owners if len(n) > 1}):
        owner, end = owners[name], start + len(name)
        before = text[max(0, start - 24) : start]
        for q in _QUOTED.finditer(before):
            between = before[q.end() - 1 :]
            if _IS.fullmatch(between) or _USED_BY.fullmatch(between) or _STANDS_FOR.fullmatch(between):
                _also(owner, q.group(1), names)
        spelled = _SPELLED_BEFORE.search(before) if before.rstrip("\n").endswith(("即", "与", "系")) else None
        if spelled:
            _also(owner, spelled.group(1), names)
        after = _QUOTED.search(text, end, end + 16)
        if after and _CALLS_HIM.fullmatch(text, end, after.start()) and not is_body(text, after.end()):
            _also(owner, after.group(1), names)
        paren = _PAREN.match(text, end)
        if paren and split(paren.group(1))[0] == split(owner.name)[0] and looks_like(paren.group(1)):
            _also(owner, paren.group(1), names, "former")
        if text.startswith("）", end) and text.endswith(("（即", "（指"), 0, start):
            word = _BEFORE_PAREN.search(text, max(0, start - 12), start - 2)
            if word:
                _also(owner, _last_word(word.group(1)), names)


_CALLED_HEADS = frozenset(["昵称", "微信昵称", "网名", "绰号", "外号", "备注名"])
_NAMED_HEADS = frozenset(["姓名", "实名"])


def _columns(text: str, people: list[Known], names: set[str]) -> None:
    """A column of nicknames beside one of names."""
    owners = {p.name: p for p in people}
    for table in tables.find(text):
        called = [i for i, head in enumerate(table.head) if head in _CALLED_HEADS]
        named = [i for i, head in enumerate(table.head) if head in _NAMED_HEADS]
        for row in table.rows if called and named else ():
            cells = [text[a:b].strip() for a, b in row]
            owner = owners.get(cells[named[0]]) if named[0] < len(cells) else None
            if owner is not None and called[0] < len(cells) and 1 < len(cells[called[0]]) < 13:
                _also(owner, cells[called[0]], names)


_BEFORE_PAREN = re.compile("(?:^|[，。；：、“\n\u3000 ])([\u3400-\u9fffA-Za-z0-9]{2,8})[”]?$")


def _last_word(form: str) -> str:
    """当时华哥: what stands before a name is no part of it."""
    while len(form) > 3 and form[:2] in words():
        form = form[2:]
    return form


def _also(owner: Known, form: str, names: set[str], kind: str = "nickname") -> None:
    titled = _TITLED.search(form) and (len(form) > 2 or form[0] == owner.name[:1])  # 马老师, 马哥: no name of his own
    if form not in names and not titled and "某" not in form:
        owner.aliases.setdefault(form, kind)


_ONLY_CALLED = re.compile(
    '(?:(?:[只都仅][知称管]道?|晓得|认得|只记得)[他她其]?|对方|此人|其人|该人|那人|男子|女子|上家|下家|卖家|买家|老板|中间人|自称|人称|绰号|外号)(?:自称|名叫|叫做|叫|为|是)?[“"]([\u3400-\u9fffA-Za-z0-9]{2,4})[”"]'
    '|以[“"]([\u3400-\u9fffA-Za-z0-9]{2,10})[”"]的(?:身份|昵称|网名)|存(?:成|为)[“"]([\u3400-\u9fffA-Za-z0-9]{2,10})[”"]'
    '|(?:备注名?|网名|[群圈村厂店]里(?:人?都?)?叫|道上(?:都)?叫|资料里写|头像旁写)(?:为|是|成|：|着)?[“"]([\u3400-\u9fffA-Za-z0-9]{2,10})[”"]'
)
_TITLED = re.compile("(?:师傅|老师|经理|老板|主任|医生|律师|大哥|队长|教练|[总哥姐叔姨嫂])$")


def nameless(text: str, people: list[Known], law: Law, case_key: bytes) -> list[Known]:
    """People of whom the document says only a nickname: 只知道对方叫“阿炳”."""
    known = {form for p in people for form in (p.name, *p.aliases)}
    found = []
    called = [m.group(m.lastindex or 1) for m in _ONLY_CALLED.finditer(text)]
    called += [form for place, form, kind in alias_places(text) if kind == "nickname" and f"“{form}”" in text[place : place + 24]]
    for form in dict.fromkeys(called):
        if form in known or _TITLED.search(form):
            continue
        person = Participant(secret_key(f"nick/{form}", case_key), form, "witness")
        found.append(Known(person, law.name(person), False, "", {form: "nickname"}))
    return found


_CALLED = re.compile('[“"]([\u3400-\u9fffA-Za-z0-9]{1,4})[”"](?![\u3400-\u9fff]{0,2}(?:公司|店|厂))')
# 张三（拼音：ZHANG SAN）, 张三（Zhang San）
_SPELLED = re.compile(r"[（(，,]?(?:汉语拼音|拼音|英文名|外文名|护照姓名|护照名)?(?:为|是|：|:)?[ ]?([A-Z][A-Za-z'\-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'\-]{0,20}){1,3})(?=[）)，,。；])")
_LATIN = re.compile(r"[A-Z][A-Za-z'\-]{1,20}[ ,]{1,2}[A-Z]")
_SAME_PERSON = re.compile('[“"]([\u3400-\u9fffA-Za-z0-9]{2,6})[”"](?:即为|即是|就是|即|系)')
_WHO = re.compile('[”"’」]?的?(?:男子|女子|男人|女人|人|男青年|女青年|者)?(?:即为|即是|就是|即|系|是|为)')


def _owner_after(text: str, place: int, form: str, people: list[Known]) -> Known | None:
    """绰号“三哥”的男子即为张三: the person named after the nickname."""
    at = text.find(form, place) + len(form)
    m = _WHO.match(text, at)
    return next((p for p in people if text.startswith(p.name, m.end())), None) if m else None


_FIELD = re.compile("\n[ \u3000]*(?:[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)])?[ \u3000]*$")


def by_head(people: Iterable[Any]) -> dict[str, list[Any]]:
    """People by the first two characters of their names: a document of thousands is asked about each nickname."""
    heads: dict[str, list[Any]] = {}
    for person in people:
        heads.setdefault(person.name[:2], []).append(person)
    return heads


def owner_before(text: str, at: int, heads: Mapping[str, Sequence[Any]], but: str = "") -> Any:
    """The person named last before ``at`` in the same sentence, or in the line before where ``at`` begins a field.

    ``heads`` are the people ``by_head``; ``but`` is a name that does not count.
    """
    near = max(0, at - 80)
    field = _FIELD.search(text, max(0, at - 12), at)
    line = text.rfind("\n", near, field.start() if field else at)
    low = max(text.rfind("。", near, at) + 1, line + 1, near)
    for start in range(at - 1, low - 1, -1):
        for person in (*heads.get(text[start : start + 2], ()), *heads.get(text[start], ())):
            if person.name != but and text.startswith(person.name, start, at):
                return person
    return None
