"""The one walk over all numbers and accounts of a text: cut into tokens, each asked of every detector in turn."""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction import tables
from anxin.redaction.chars import chinese_digits
from anxin.redaction.detectors import account, contact, identity, keep, phone
from anxin.redaction.detectors.item import Item, Token, matches
from anxin.redaction.lexicon import alternation

_SHORTEST = 5  # characters of an account or number; years are shorter
_CLUSTER = re.compile(r"[0-9A-Za-z+][0-9A-Za-z@._%+\-,* \u3000]{4,}")
_PLUS = re.compile(r"(?<=[0-9A-Za-z])\+|^\+(?=1[3-9][0-9 \-]{9,12}(?:\+|$))")
_WIDE = re.compile(r"\u3000{2,}| {3,}|,(?!\d)")
_PIECE = re.compile(r"[0-9A-Za-z@._+%]+")
_SPELLED = re.compile("[〇零一二三四五六七八九幺肆伍陆柒捌玖]{7,}|[一幺][三-九〇零一二三四五六七八九幺]{2}[，、 \\-][〇零一二三四五六七八九幺]{4}[，、 \\-][〇零一二三四五六七八九幺]{4}")
_SPELLED_FIRST = re.compile("[〇零一二三四五六七八九幺肆伍陆柒捌玖](?=[〇零一二三四五六七八九幺肆伍陆柒捌玖]{2})")
_UNMARKED = str.maketrans("", "", "，、 -")
_DIGITS = re.compile("[0-9]")
_LOOKS = str.maketrans("lIO|oS", "11010S")
_MOBILE = re.compile(r"(?:\+?(?:00)?86)?1[3-9]\d{9}$")
_FIT = re.compile(r"\+?[0-9lIOo]+[Xx]?$")


@lru_cache(maxsize=1)
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = dict.fromkeys(keep.LABELS, "keep") | dict.fromkeys(keep.HOTLINES, "hotline")
    table |= dict.fromkeys(identity.LABELS, "id") | dict.fromkeys(identity.PASSPORT_LABELS, "passport")
    table |= dict.fromkeys(phone.LABELS, "phone") | dict.fromkeys(account.LABELS, "account")
    for kind, names in contact.LABELS.items():
        table |= dict.fromkeys(names, kind)
    return re.compile(alternation(table)), table


def label_before(text: str, at: int) -> str:
    """Kind of the last word within the 18 characters before ``at`` that names a number, in the same clause."""
    pattern, table = _labels()
    low = max(0, at - 18)
    stop = _STOP.search(text, low, at)
    while stop:
        low = stop.end()
        stop = _STOP.search(text, low, at)
    found = word = ""
    end = 0
    for m in pattern.finditer(text, low, at):
        if m.group() in _SHORT and m.start() > low and text[m.start() - 1].isascii() and text[m.start() - 1].isalnum():
            continue  # 冀B8VX31 is no account
        kind = table[m.group()]
        if found in contact.LABELS and kind == "account" and m.start() - end <= 2:
            end = m.end()  # 微信账户, 支付宝（账号：
        elif not found or m.group() not in _PLAIN:
            found, end, word = kind, m.end(), m.group()
    if word in _PLAIN and _INVOICE.search(text, max(0, at - 40), at):
        return "keep"
    bracketed = text[at - 1 : at] in ("（", "(") and end < at - 1  # 文书送达：张三（15757213112
    if found == "keep" and (bracketed or text.rfind("，", end, at) >= 0 or _PAID.search(text, end, at)):
        return ""
    return found


_PAID = re.compile("[0-9万亿]余?元")  # 共计485427元划至本人6228…: the sum has had its number
_STOP = re.compile("[。；\n]")
# 发票代码044002155714，号码91528850
_INVOICE = re.compile("(?:发票|票据|运单|面单)[^。；，\n]{0,20}[，,、]?[^。；，\n]{0,2}号码[为是：:]?(?:No\\.?|№)?$")
_SHORT = frozenset(("VX", "vx", "Vx", "WX", "wx"))
_PLAIN = frozenset(("号码", "号码为", "号码是"))  # say nothing where a word before them says what number it is


def find(text: str, office_phones: str = "keep") -> tuple[list[Item], list[tuple[int, int]]]:
    """(what goes, places of long numbers that nobody knew). ``office_phones`` says whether those of offices stay."""
    items, unknown = _walk(text)
    if office_phones == "keep":
        items = [i for i in items if i.kind != "phone" or not phone.is_office(text, i)]
    else:
        items += phone.offices(text)
    return items, unknown


def _walk(text: str) -> tuple[list[Item], list[tuple[int, int]]]:
    items: list[Item] = _columns(text)
    unknown: list[tuple[int, int]] = []
    items += contact.mails(text) + contact.worded(text)
    for m in _CLUSTER.finditer(text):
        raw = m.group()
        if raw.isdigit():
            _ask(_token(text, m.start(), m.end(), raw), items, unknown)
            continue
        glued = _GLUED.search(raw)
        if glued and label_before(text, m.start()) not in contact.LABELS:
            _cluster(text, m.start() + glued.end(), raw[glued.end() :], items, unknown)
            continue
        if word := _WORD_BEFORE.match(raw):
            _cluster(text, m.start() + word.end(), raw[word.end() :], items, unknown)
            continue
        middle = raw.find("QQ", 1)
        if middle > 0 and raw[:middle].replace(" ", "").isalpha():  # John SmithQQ95483368
            _cluster(text, m.start() + middle + 2, raw[middle + 2 :], items, unknown)
            continue
        at = m.start()
        for part in _PLUS.split(raw) if "@" not in raw else (raw,):  # a table whose cells stand between plus signs
            _cluster(text, at, part, items, unknown)
            at += len(part) + 1
    for m in matches(text, _SPELLED_FIRST, _SPELLED):
        value = chinese_digits(m.group().translate(_UNMARKED))
        _ask(_token(text, m.start(), m.end(), value), items, unknown)
    return items, unknown


# A word for a number that runs into it: QQ12345, No.E1234567, vx abc123; wxid_… is the account itself.
_WORD_BEFORE = re.compile(r"(?:Q(?=[0-9]{5,12}(?![0-9A-Za-z]))|NRA|OSA|FT[EN]|QQ|qq|ID|N[oO]|no|[Vv][Xx]|WX|wx(?!id_))[ :_.]*(?=[0-9A-Za-z])")
# Yuki Tanaka16643779064: a number that a Latin name runs into
_GLUED = re.compile(r"^[A-Za-z][A-Za-z .'\-]*[a-z](?=1[3-9][0-9][0-9 \-]{8,12}(?![0-9A-Za-z])|[0-9]{17}[0-9Xx](?![0-9A-Za-z]))")
_COLUMN = (("微信", "wechat"), ("QQ", "qq"), ("支付宝", "alipay"), ("邮箱", "email"))


def _columns(text: str) -> list[Item]:
    """Accounts in the columns of tables whose head names them: their names follow no form."""
    items = []
    for table in tables.find(text):
        for index, head in enumerate(table.head):
            kind = next((kind for word, kind in _COLUMN if head.startswith(word)), "")
            for row in table.rows if kind else ():
                if index < len(row) and 5 <= row[index][1] - row[index][0] <= 40 and text[slice(*row[index])].isascii():
                    items.append(Item(*row[index], kind, 0.9))
    return items


def _cluster(text: str, base: int, raw: str, items: list[Item], unknown: list[tuple[int, int]]) -> None:
    at = 0
    for cut in [*(_WIDE.finditer(raw)), None]:
        end = cut.start() if cut else len(raw)
        part = raw[at:end]
        if len(part) >= _SHORTEST:
            _part(text, base + at, part, items, unknown)
        if cut:
            at = cut.end()


def _part(text: str, base: int, part: str, items: list[Item], unknown: list[tuple[int, int]]) -> None:
    """Join the pieces of one written number and ask the detectors; what fits nothing is asked piece by piece."""
    pieces = [(*m.span(), m.group()) for m in _PIECE.finditer(part)]
    if sum(len(p[2]) for p in pieces) < _SHORTEST:
        return
    index = 0
    while index < len(pieces):
        start, end, value = pieces[index]
        label = size = None
        if len(pieces) - index > 1:
            label = _continued(text[max(0, base + start - 3) : base + start], base + start, items) or label_before(text, base + start)
            size = _joined(part, pieces, index, label, bool(phone.AREA.search(text, max(0, base + start - 8), base + start)))
            end = pieces[index + size - 1][1]
            value = "".join(p[2] for p in pieces[index : index + size])
        if "@" not in value and len(value) >= _SHORTEST:
            value = _undo(value.rstrip("._")) or value
            end = start + len(part[start:end].rstrip("._%+"))
            _ask(_token(text, base + start, base + end, value, label), items, unknown)
        index += size or 1


def _undo(value: str) -> str:
    """Letters that stand for digits, where nearly all others are digits."""
    if not value.isdigit() and _FIT.match(value) and sum(c.isdigit() for c in value) * 2 >= len(value):
        body = value[:-1].translate(_LOOKS) + (value[-1] if value[-1] in "Xx" else value[-1].translate(_LOOKS))
        return body
    return value


_ABROAD = re.compile(r"\+[1-9][0-9]{0,3}$|00[1-9][0-9]{0,3}$")
_TRAVEL_PARTS = re.compile(r"[A-Z]{1,3}(?: ?[0-9]{2,8}){1,3}(?![0-9A-Za-z])")
_STROKED = re.compile("(?=[0-9-]*[A-Za-z])[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+")
_WHOLE = re.compile(r"(?:\+?(?:00)?86-?)?1[3-9]\d{9}$|\d{15}$|\d{16,19}$|\d{17}[Xx]$")
_SIZES = {11, 13, 14, 15, 16, 17, 18, 19, 21}


def _joined(part: str, pieces: list[tuple[int, int, str]], index: int, label: str, area: bool) -> int:
    """How many pieces from ``index`` on make one number."""
    first = pieces[index][2]
    stroked = _STROKED.match(part, pieces[index][0]) if label in contact.LABELS else None
    if stroked:  # 微信Abc-12345
        return sum(1 for p in pieces[index:] if p[0] < stroked.end())
    if label == "passport" and (travel := _TRAVEL_PARTS.match(part, pieces[index][0])):  # EB 2740 916
        return sum(1 for p in pieces[index:] if p[0] < travel.end())
    if label in ("qq", "alipay", "wechat", "account"):
        stroke = label == "account" and len(first) <= 4 and part[pieces[index][1] : pieces[index + 1][0]] == "-"
        size = _run_of_groups(pieces, index, 20 if stroke else 8)  # 19-120101040038826
        if size > 1:
            return size
    if not _FIT.match(first) or _WHOLE.match(_undo(first)) or len(first) > 14:
        return 1
    value, best = "", 1
    for size in range(1, min(8 if len(first) > 1 else 19, len(pieces) - index) + 1):
        piece = pieces[index + size - 1][2]
        if not _FIT.match(piece) or (size > 1 and _WHOLE.match(_undo(piece)) and value.lstrip("+0") != "86"):
            break
        if size > 2 and best > 1 and _gap(part, pieces, index + size - 2) != _gap(part, pieces, index):
            break  # another mark than between the parts so far: another number
        value += piece
        plain = _undo(value)
        if len(plain) in _SIZES and _plausible(plain):
            best = size
        if len(value) > 22:
            break
    if (
        best == 1
        and len(pieces) > index + 1
        and re.fullmatch(r"0\d{2,3}|852|853|886", first)
        and re.fullmatch(r"\d{7,8}", pieces[index + 1][2])
    ):
        return 2
    if best == 1 and len(pieces) > index + 1 and area:  # （0571）8765-4321
        second = pieces[index + 1][2]
        if first.isdigit() and second.isdigit() and 7 <= len(first + second) <= 8:
            return 2
    if best == 1 and _ABROAD.match(first) and (label == "phone" or first[0] == "+"):  # +855 96 774 2018
        return _run_of_groups([(pieces[index][0], pieces[index][1], first.lstrip("+")), *pieces[index + 1 :]], 0)
    if best == 1:
        group = [p[2] for p in pieces[index : index + 8]]
        if (
            len(group) >= 3
            and all(g.isdigit() and 3 <= len(g) <= 5 for g in group[:-1])
            and group[-1].isdigit()
            and 10 <= sum(map(len, group)) <= 24
        ):
            return len(group)
    return best


def _gap(part: str, pieces: list[tuple[int, int, str]], index: int) -> str:
    return part[pieces[index][1] : pieces[index + 1][0]]


def _run_of_groups(pieces: list[tuple[int, int, str]], index: int, longest: int = 8) -> int:
    """How many short groups of digits from ``index`` on belong to one account number: 3845 139."""
    size = total = last = 0
    for start, _, piece in pieces[index : index + 24]:
        if not piece.isdigit() or len(piece) > longest or total + len(piece) > 30 or (size and start - last > 2):
            break
        size, total, last = size + 1, total + len(piece), start + len(piece)
    return size if total >= 5 else 1


def _plausible(value: str) -> bool:
    return bool(_WHOLE.match(value))


def _token(text: str, start: int, end: int, value: str, label: str | None = None) -> Token:
    return Token(
        start,
        end,
        value,
        text[start:end],
        label_before(text, start) if label is None else label,
        text[max(0, start - 60) : start],
        text[end : end + 28],
    )


_PAPER_BEFORE = re.compile("(?:出具|制作|作出|下达|签发)的$")  # the number of a paper
_JOINTS = frozenset("、和与及或")
_QUOTES = "“”‘’\"'「」"
_HANDLE_HEAD = re.compile(r"(?:@|live:(?:[.]cid[.])?)$")  # @duck_king77, live:wang
_COURIER = re.compile(r"(?:SF|YT|ZTO|STO|YZ|JD|EMS|JT|DB|KY|JDV)[A-Z]{0,2}[0-9]{9,}$")
_DOTTED = re.compile(r"1[3-9][0-9]\.[0-9]{4}\.[0-9]{4}$|0[0-9]{2,3}\.[0-9]{7,8}$")
_EXTENSION = re.compile(r"[ ]?(?:转|分机)[号：: ]?[0-9]{1,6}")


_SAME = {kind: kind for kind in contact.LABELS} | {"phone": "phone", "passport": "passport", "org_account": "account"}


def _continued(near: str, start: int, items: list[Item]) -> str:
    """The label of the number right before the one that starts at ``start``: 账号分别为X、Y; “X”与“Y”."""
    kind = _SAME.get(items[-1].kind, "") if items else ""
    gap = start - items[-1].end if kind else 0
    return kind if 1 <= gap <= 3 and near[-gap:].strip(_QUOTES) in _JOINTS else ""


def _ask(token: Token, items: list[Item], unknown: list[tuple[int, int]]) -> None:
    """Puts what the token is to the items, or to the unknown ones."""
    if token.label == "hotline":
        token = token._replace(label="phone" if _MOBILE.match(token.value) else "keep")
    if token.label == "" and _COURIER.match(token.value):
        return
    if _DOTTED.match(token.value):
        token = token._replace(value=token.value.replace(".", ""))
    if kind := _continued(token.near, token.start, items):
        token = token._replace(label=kind)
    if not token.label and token.after.startswith("号QQ"):  # 在75440722号QQ群内
        token = token._replace(label="qq")
    token = account.labelled(token)
    before = len(items)
    _decide(token, items, unknown)
    if len(items) > before and items[-1].kind == "phone" and (more := _EXTENSION.match(token.after)):
        items[-1] = items[-1]._replace(end=items[-1].end + more.end())
    if len(items) > before and items[-1].kind in contact.LABELS and (head := _HANDLE_HEAD.search(token.near)):
        items[-1] = items[-1]._replace(start=items[-1].start - (head.end() - head.start()))


def _decide(token: Token, items: list[Item], unknown: list[tuple[int, int]]) -> None:
    if token.near.endswith(("￥", "¥", "$")) or (token.label == "" and _PAPER_BEFORE.search(token.near)):
        return
    if token.label != "keep" and _MOBILE.match(token.value) and not token.after.startswith(("元", "余元", "万")):
        items.append(Item(token.start, token.end, "phone"))
        return
    if (
        token.label != "keep"
        and token.label not in ("id", "phone", "account", "passport", "qq", "wechat", "alipay")
        and keep.is_kept(token.value, token.raw, token.near, token.after)
    ):
        return
    if token.label in ("", "keep") and keep.is_kept(token.value, token.raw, token.near, token.after):
        return
    if (
        token.label in ("phone", "account", "qq", "wechat", "alipay")
        and len(token.value) < 15
        and keep._AFTER.match(token.after)
        and token.after[0] in "元万余"
    ):
        return
    for recognise in (contact.recognise, identity.recognise, phone.recognise, account.recognise):
        item = recognise(token)
        if item:
            items.append(item)
            return
    if (
        token.value.isdigit()
        and 11 <= len(token.value) <= 21
        and token.label == ""
        and not token.after.startswith(("扣押", "号", "决定", "）决", "的决"))
    ):
        unknown.append((token.start, token.end))
