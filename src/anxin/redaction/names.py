"""How a Chinese document writes a name: where one ends, where one starts, and what its surname is."""

from __future__ import annotations

import re
from functools import lru_cache

from anxin.redaction.chars import HAN, fold
from anxin.redaction.lexicon import compound_surnames, surnames, words
from anxin.redaction.view import View

_HAN_RUN = re.compile(f"[{HAN}]{{1,16}}")
_LATIN = re.compile(r"[A-Za-z]")
_JOINTS = re.compile(f"(?<=[{HAN}])[\\s·.*_\\-\u3000]+(?=[{HAN}])")
# One character that ends the name before it.
PARTICLES = frozenset("的、，。在与和对将被把向从用等是系因为于至到称说给让叫请跟同以及也又再已曾则均都就即便并但却而或未不没无家到去来"
                      "经受由按据拒所使致令趁持驾乘骑携抢偷盗骗劫杀打砍捅踢追跑逃住购买卖出开收付转借欠还找带送拉推拿取供述辩认作证讯问男女另")
# One character that may stand before a name.
LEADING = frozenset("、，。：；（“”对与和向由被将给同及是系为经因在令让称据受请跟从把了至到以叫即就经故且并而但或据于问给扶打骗约找"
                    "陪送替帮殴捅砍刺踢追拉劝见问向经用使")
# Parts that make two characters no name at the end of a run: 某某, 等人.
NOT_NAMES = frozenset("某某 等人 本人 他人 二人 三人 四人 五人 众人 双方 对方 自己 其他 有关 相关 上述 下列 左右 以上 以下 单位 相关人 "
                      "被告 证人 时许 许可 何人 任何 全部 万元 成员 单位代 管理 方式 时间 应当 应予 施工 司法 公安 从事 经营 计划 "
                      "成年 成立 申诉 申请 申诉人 平时 安全 方法 明知 明确 何处 何时 何地 水平 冷静 常住 段时间 家属 时已 家中 "
                      "宣布 宣读 于是 关于 由于 相应 权利 经审 经查 经过 经依 经鉴 严重 广东 江苏 云南 安徽 海南 湖南 河南 陕西 "
                      "山东 山西 江西 甘肃 宁夏 吉林 辽宁 黑龙 贵州 和解 和平 和谐 房屋 车辆 车牌 银行 金额 现金 有限 公司 商量 商议 "
                      "高速 万余 从中 项目 支付 石块 尚未 查明 查获 能够 别墅 通话 通过 连续 温度 路口 路段 路边 卫生 文件 文书".split())


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The name as the view writes it: folded, without separators between Chinese characters."""
    return _JOINTS.sub("", fold(name).strip())


@lru_cache(maxsize=4096)
def split(name: str) -> tuple[str, str]:
    """Surname (or what stays of it) and the rest: ``欧阳|修``, ``玉|素甫·买合木提``, ``D|avid``."""
    plain = fold(name).strip()
    if "·" in plain or _LATIN.match(plain):
        return plain[:1], plain[1:]
    plain = key(name)
    if len(plain) >= 3 and plain[:2] in compound_surnames():
        return plain[:2], plain[2:]
    return plain[:1], plain[1:]


def looks_like(text: str) -> bool:
    """Whether the whole text may be a name: a known surname and one or two characters more (three after 氏)."""
    if text in NOT_NAMES or (text in words() and len(text) > 1):
        return False
    if text[:2] in compound_surnames():
        return 3 <= len(text) <= 4
    return text[0] in surnames() and 2 <= len(text) <= 3


def ends_at(text: str, at: int) -> int:
    """How likely a name may end before ``at``: 3 sure, 2 a word follows, 1 a particle, 0 no."""
    if at >= len(text):
        return 3
    char = text[at]
    if not ("\u3400" <= char <= "\u9fff"):
        return 3
    if char in "的、":
        return 3
    if text[at:at + 2] in words():
        return 2
    return 1 if char in PARTICLES else 0


def starts_at(text: str, at: int) -> int:
    """How likely a name may start at ``at``: 3 sure, 2 after a word, 1 after a particle, 0 no."""
    if at <= 0:
        return 3
    char = text[at - 1]
    if not ("\u3400" <= char <= "\u9fff"):
        return 3
    if char in LEADING:
        return 2
    return 1 if text[max(0, at - 2):at] in words() else 0


def read(view: View, at: int) -> int:
    """End of the name that starts at ``at`` of the view, 0 when there is none."""
    text = view.text
    m = _HAN_RUN.match(text, at)
    if not m:
        return 0
    stop = m.end()
    dotted = _dotted(view, at, stop)
    if dotted:
        return dotted
    family = 2 if text[at:at + 2] in compound_surnames() else 1
    if family == 1 and text[at] not in surnames():
        # a minority name without a dot: only when it fills the whole run
        return stop if 2 <= stop - at <= 6 and stop < len(text) and _bounded(text, at, stop) else 0
    best, choice = 0.0, 0
    for size in (family + 1, family + 2):
        end = at + size
        if end > stop:
            break
        name = text[at:end]
        if name in NOT_NAMES:
            continue
        score = float(ends_at(text, end))
        if not score:
            continue
        if name in words() or (size == 3 and text[at + 1:end] in words() and name[:2] in words()):
            score -= 1.5
        score += min(text.count(name), 4) * 0.45
        if score > best:
            best, choice = score, end
    if not choice and stop - at == 4 and ends_at(text, stop) == 3:
        return stop
    return choice if best >= 0.9 else 0


def _bounded(text: str, at: int, stop: int) -> bool:
    name = text[at:stop]
    return ends_at(text, stop) == 3 and not any(name[i:i + 2] in words() for i in range(len(name) - 1)) and name not in NOT_NAMES


def _dotted(view: View, at: int, stop: int) -> int:
    """End of a name with dots (玉素甫·买合木提) that starts at ``at``, 0 when it has none."""
    dots = [place for place, gap in view.gaps(at, min(stop, at + 12)) if "·" in gap or gap.strip() == "."]
    if not dots or not 2 <= dots[0] - at <= 6:
        return 0
    text, place = view.text, dots[-1]
    best = 0
    for end in range(place + 2, min(stop, place + 7) + 1):
        sure = ends_at(text, end)
        if sure == 3:
            return end
        if sure and not best:
            best = end
    return best


def read_back(view: View, end: int) -> int:
    """Start of the name that ends at ``end`` of the view, -1 when there is none."""
    text = view.text
    dots = [place for place, gap in view.gaps(max(0, end - 8), end) if "·" in gap or gap.strip() == "."]
    if dots and end - dots[-1] >= 1:
        start = dots[0]
        floor = max(0, dots[0] - 6)
        while start > floor and "\u3400" <= text[start - 1] <= "\u9fff" and text[start - 1] not in "、和与及的对了" and text[start - 2:start] not in words():
            start -= 1
        return start if dots[0] - start >= 2 else -1
    best, choice = 0.0, -1
    for size in (2, 3, 4):
        start = end - size
        if start < 0:
            break
        name = text[start:end]
        if not name.isalpha() or not looks_like(name) or (size == 4 and name[:2] not in compound_surnames()):
            continue
        score = float(starts_at(text, start)) + (0.6 if name[:2] in compound_surnames() else 0) + min(text.count(name), 4) * 0.45
        if score > best and starts_at(text, start):
            best, choice = score, start
    if choice < 0:
        choice = _whole_run(text, end)
    return choice


def _whole_run(text: str, end: int) -> int:
    """Start of a bounded run without a known surname (娜仁托雅), -1 when it is not one."""
    start = end
    while start > 0 and end - start < 7 and "\u3400" <= text[start - 1] <= "\u9fff" and text[start - 1] not in "、":
        start -= 1
    name = text[start:end]
    plain = not any(name[i:i + 2] in words() for i in range(len(name) - 1))
    return start if 3 <= len(name) <= 6 and plain and starts_at(text, start) == 3 else -1
