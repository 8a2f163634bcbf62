"""Who is in the document, and what the rule set says about each name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from anxin.redaction.law import Law
from anxin.redaction.lexicon import words
from anxin.redaction.names import ends_at, is_han, looks_like, split
from anxin.redaction.names import key as name_key
from anxin.redaction.roles import right_pattern, right_words
from anxin.redaction.structure import Found, filed, is_body
from anxin.redaction.view import View
from anxin.regulation.case import Case, Participant
from anxin.regulation.decision import Decision

_ALIAS = re.compile(
    r"(?:绰号|外号|别名|诨号|诨名|人称|又名|又叫|曾用名|曾用姓名|使用过姓名|使用过的姓名|户籍登记名|登记姓名|登记名|户籍名|身份证名|小名|乳名|昵称|艺名|化名|原名|自报名|自报姓名|真名|喊他|叫他|喊她|叫她|称其|以前叫|以前名叫|被称为|被称作|被叫做|人送外号|"
    r"江湖人称|网名|微信名|昵称为?|俗称)(?:为|叫做?|是|：|:)?[“\"‘「『]?([^”\"’」』，,。；;（）()、：\s“]{1,12})"
)
_MORE = re.compile(r"[”\"’」』]?[、和][“\"‘「『]([^”\"’」』，。；（）、]{1,10})[”\"’」』]")
_FORMER = re.compile("曾用|使用过|户籍|登记|身份证|又名|又叫|化名|原名|自报|真名|以前|别名")
_ORIGINAL = (
    (re.compile("(?:本案|原案|系)[^，。；]{0,6}被害人(?!之|的|父|母|亲)"), "victim"),
    (re.compile("(?:本案|原案|原审|系)[^，。；]{0,6}(?:被告人|原审被告人|罪犯)(?!之|的|父|母|亲)"), "defendant"),
    # whoever was not prosecuted has nothing to complain of: the victim does
    (re.compile("不服[^。]{0,60}(?:不起诉|的处理)"), "victim"),
    (re.compile("(?:本案|原案|系)[^，。；]{0,6}被不起诉人(?!之|的|父|母|亲)"), "non_prosecuted"),
)


@dataclass
class Known:
    """One person of the document with every form of the name, as the view writes them."""

    person: Participant
    decision: Decision
    registered: bool
    name: str  # the view's form
    aliases: dict[str, str] = field(default_factory=dict)  # form -> former or nickname
    found: Found | None = None

    @property
    def key(self) -> str:
        return self.person.key

    @property
    def given(self) -> str:
        """The given name where it can stand alone: two characters or more."""
        if not self.name or "·" in self.person.name:
            return ""
        rest = name_key(split(self.person.name)[1])
        return rest if len(rest) >= 2 and not rest.isascii() and rest not in right_words() else ""

    @property
    def masked(self) -> bool:
        return self.decision.outcome != "keep"


def secret_key(name: str, case_key: bytes) -> str:
    """Key of an unregistered person: the same in all documents of a case, meaningless outside of it."""
    return "u" + hashlib.blake2b(name.encode(), key=case_key[:64], digest_size=8).hexdigest()


def gather(view: View, case: Case, law: Law, found: dict[str, Found], case_key: bytes) -> list[Known]:
    """Registered persons first, then those whom only the structure shows."""
    people = [_registered(p, law) for p in case.participants if p.name.strip()]
    taken = {alias for p in people for alias in (p.name, *p.aliases)}
    given = {p.given for p in people if p.given}
    full = sorted(found.values(), key=lambda f: min(f.places))
    taken |= {form for _, form, _ in alias_places(view.text) if form in found and not found[form].role}
    given |= {f.name[1:] for f in full if len(f.name) == 3} | {f.name[2:] for f in full if len(f.name) == 4}
    for person in people:
        person.found = found.get(person.name)
    for entry in full:
        name = entry.name
        if (
            all(filed(view.text, p + len(name)) or is_body(view.text, p + len(name)) for p in entry.places)
            or any(other.startswith(name + " ") for other in found)
            or name in taken
            or name in given
            or any(name.startswith(t) or (t.endswith(name) and len(t) > len(name)) for t in taken if len(t) > 1)
        ):
            continue
        participant = Participant(secret_key(name, case_key), name, _role(view, entry) or "witness")
        people.append(Known(participant, law.name(participant), False, name, found=entry))
    people += [second for p in people if (second := _namesake(view.text, p, law, case_key))]
    for person in people:
        if person.person.role == "petitioner":
            _petitioner(view, person, law)
    _nicknames(view, people)
    people = _one_spelling(people)
    people += _nameless(view.text, people, law, case_key)
    return people


def _one_spelling(people: list[Known]) -> list[Known]:
    """Zhang San and ZHANG SAN are 张三 where the document says so once: nobody is two people by his letters."""
    owners = {a.casefold(): p for p in people for a in p.aliases if a.isascii() and " " in a}
    rest = []
    for person in people:
        owner = owners.get(person.name.casefold())
        if owner is not None and owner is not person and not person.registered:
            owner.aliases.setdefault(person.name, "nickname")
        else:
            rest.append(person)
    return rest


def alias_places(text: str) -> list[tuple[int, str, str]]:
    """(place, form, kind) of every name that the text calls another name of somebody."""
    result = []
    for m in _ALIAS.finditer(text):
        form = m.group(1) if text[m.start(1) - 1] in '“"‘「『' else _written(text, m.start(1), m.end(1))
        if not form or "某" in form or text[m.start(1) - 1] in "其他她":
            continue
        kind = "former" if _FORMER.match(m.group()) and looks_like(form) else "nickname"
        result.append((m.start(), form, kind))
        more = _MORE.match(text, m.end())
        while more:
            result.append((m.start(), more.group(1), kind))
            more = _MORE.match(text, more.end() - 1)
    result += [(m.start(), m.group(1), "former") for m in _USED.finditer(text)]
    return result


# 还使用过张三的名字
_USED = re.compile('用过[“"]?([\u3400-\u9fff]{2,4}?)[”"]?(?:的|这一|这个)?(?:名字|姓名|假名|化名)')
# 都称张三为“阿四”, 都叫张三“阿四”
_CALLED_BY = re.compile('[称叫喊]([^，。；“”"]{2,12}?)(?:为|作|做|是)?[“"]([\u3400-\u9fffA-Za-z0-9]{1,6})[”"]')


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


def _registered(person: Participant, law: Law) -> Known:
    aliases = {}
    for alias in person.aliases:
        form = name_key(alias)
        if form and form != name_key(person.name):
            aliases[form] = "former" if split(alias)[0] == split(person.name)[0] and len(form) <= 4 else "nickname"
    return Known(person, law.name(person), True, name_key(person.name), aliases)


_ACCUSED = {"defendant": ("被告人", "犯罪嫌疑人"), "non_prosecuted": ("被不起诉人",)}
_OTHERS = {"victim": ("被害人",), "witness": ("证人",)}


def _namesake(text: str, known: Known, law: Law, case_key: bytes) -> Known | None:
    """The second person of a name that stands after 被告人 as well as after 被害人 or 证人, where the case knows only one."""

    def stands(table: Mapping[str, tuple[str, ...]]) -> str:
        return next((role for role, ws in table.items() if any(w + known.name in text for w in ws)), "")

    accused, other = stands(_ACCUSED), stands(_OTHERS)
    if not accused or not other:
        return None
    role = other if known.person.role in _ACCUSED else accused
    if any(p.name == known.person.name and p.role == role for p in law.case.participants):
        return None
    person = Participant(secret_key(f"{known.name}/{role}", case_key), known.person.name, role)
    return Known(person, law.name(person), False, known.name)


def _role(view: View, entry: Found) -> str:
    """The role that stands at the full name, else the one right after the given name alone (翠艳证实)."""
    given, text = name_key(split(entry.name)[1]), view.text
    at = text.find(given) if not entry.role and len(given) > 1 else -1
    while at >= 0:
        after = right_pattern().match(text, at + len(given))
        if after and right_words()[after.group()]:
            return right_words()[after.group()]
        at = text.find(given, at + 1)
    return entry.role


def _petitioner(view: View, known: Known, law: Law) -> None:
    """Whom the petitioner was in the original case decides; the paragraph says it."""
    at = min(known.found.places) if known.found and known.found.places else view.text.find(known.name)
    end = view.text.find("\n", at)
    begin = max(view.text.rfind("\n", 0, at) + 1, at - 30, 0)
    paragraph = view.text[begin : end if 0 <= end < at + 400 else at + 400]
    for pattern, role in _ORIGINAL:
        if pattern.search(paragraph):
            person = Participant(
                known.key,
                known.person.name,
                role,
                sentence=known.person.sentence,
                minor=known.person.minor,
                recidivist=known.person.recidivist,
                habitual=known.person.habitual,
                consent_to_name=known.person.consent_to_name,
                aliases=known.person.aliases,
            )
            known.person = person
            known.decision = law.name(person)
            return


def _nicknames(view: View, people: list[Known]) -> None:
    """Names that the document itself calls another name of the person before them."""
    text = view.text
    names = {p.name for p in people}
    for m in _CALLED.finditer(text):
        owner = next((p for p in people if text.endswith(p.name, max(0, m.start() - 12), m.start())), None)
        if owner is not None and m.group(1) not in names:
            owner.aliases.setdefault(m.group(1), "nickname")
    for m in _SPELLED.finditer(text):
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
    for place, form, kind in alias_places(text):
        owner = _owner_after(text, place, form, people) or _owner(text, place, people)
        if owner is not None and form not in names and form not in ("不详", "不明", "无"):
            owner.aliases.setdefault(form, kind)


_ONLY_CALLED = re.compile('(?:对方|此人|其人|该人|那人|男子|女子|上家|下家|卖家|买家|老板|中间人|自称|人称|绰号|外号)(?:自称|名叫|叫做|叫|为|是)?[“"]([\u3400-\u9fffA-Za-z0-9]{2,4})[”"]')
_TITLED = re.compile("(?:师傅|老师|经理|老板|主任|医生|律师|大哥|队长|教练|[总哥姐叔姨嫂])$")


def _nameless(text: str, people: list[Known], law: Law, case_key: bytes) -> list[Known]:
    """People of whom the document says only a nickname: 只知道对方叫“阿炳”."""
    known = {form for p in people for form in (p.name, *p.aliases)}
    found = []
    for form in dict.fromkeys(m.group(1) for m in _ONLY_CALLED.finditer(text)):
        if form in known or _TITLED.search(form):
            continue
        person = Participant(secret_key(f"nick/{form}", case_key), form, "witness")
        found.append(Known(person, law.name(person), False, "", {form: "nickname"}))
    return found


_CALLED = re.compile('[“"]([\u3400-\u9fffA-Za-z0-9]{1,4})[”"](?![\u3400-\u9fff]{0,2}(?:公司|店|厂))')
# 张三（拼音：ZHANG SAN）, 张三（Zhang San）
_SPELLED = re.compile(r"[（(，,]?(?:汉语拼音|拼音|英文名|外文名|护照姓名|护照名)?(?:为|是|：|:)?[ ]?([A-Z][A-Za-z'\-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'\-]{0,20}){1,3})(?=[）)，,。；])")
_SAME_PERSON = re.compile('[“"]([\u3400-\u9fffA-Za-z0-9]{2,6})[”"](?:即为|即是|就是|即|系)')
_WHO = re.compile('[”"’」]?的?(?:男子|女子|男人|女人|人|男青年|女青年|者)?(?:即为|即是|就是|即|系|是|为)')


def _owner_after(text: str, place: int, form: str, people: list[Known]) -> Known | None:
    """绰号“三哥”的男子即为张三: the person named after the nickname."""
    at = text.find(form, place) + len(form)
    m = _WHO.match(text, at)
    return next((p for p in people if m and text.startswith(p.name, m.end())), None)


def _owner(text: str, at: int, people: list[Known]) -> Known | None:
    """The person named last before ``at`` in the same sentence."""
    near = max(0, at - 80)
    low = max(text.rfind("。", near, at) + 1, text.rfind("\n", near, at) + 1, near)
    best, place = None, -1
    for person in people:
        found = text.rfind(person.name, low, at)
        if found > place:
            best, place = person, found
    return best
