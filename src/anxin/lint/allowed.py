"""What may be said about a pending case, taken out of the working copy: laws, suspected crimes, fixed phrases, notices.

Every function takes and gives a text of the same length, so offsets do not move.
"""

from __future__ import annotations

import re

from anxin.lint.vocabulary import ALLOWED, CRIME, Rules

_CANDIDATE = "\ue002"
_LIST = f"{_CANDIDATE}+(?:(?:、|和|及|与|以及){_CANDIDATE}+)*"
# A crime's name in another form (走私普通货物罪): only characters that names of crimes use, between 涉嫌 and 罪.
_OTHER_FORM = "涉嫌[^，。；：！？\n的了在把被将用其他她它名岁元万构某收伙\ue000\ue001a-zA-Z0-9]{1,30}?罪(?![行证恶责犯孽过])"
# A name counts as a suspected crime before 罪, 犯罪, 案 or after 涉嫌, not where it tells what somebody did.
_ACCUSED = re.compile(
    f"{_LIST}(?:等?(?:{{数}}个?)?(?:罪名|罪(?![行证恶责犯孽过])|犯罪(?![行事所经过分手动情团集窝链网故既未后时中])|类犯罪))"
    f"|{_LIST}等?(?:{{数}}[件起])?(?:一|系列|专|串)?案(?!发|情|值|犯)"
    f"|(?:涉嫌|涉){_LIST}等?(?=[，。；、：！？）)”」\\s被的已于一由经向，]|一案|提起|批准|决定|立案|移送|依法|$)"
    f"|{_OTHER_FORM}"
    .replace("{数}", "[0-9一二三四五六七八九十两]"), re.MULTILINE)
_TITLE = re.compile("《[^《》\n]{1,60}(?:法|法典|条例|规定|规则|办法|解释|意见|决定|通知|公约|细则|纲要|准则|修正案|"
                    "书|证|函|公告|通告)(?:[(（][^()（）]{1,12}[)）])?》")
_ARTICLE = "(?:第?[0-9〇零一二三四五六七八九十百千]{1,8}条(?:之[一二三四五六七八九十])?|第?[^，。；]{1,4}[款项])"
_SENTENCE = re.compile("[^。！？\n]+")
_LAW = "《[^》]{1,60}》|刑法|刑事诉讼法|刑诉法|监察法|宪法|法律|规则|司法解释"
_QUOTES_LAW = re.compile(f"(?:{_LAW})(?:{_ARTICLE}|、|和|及|的|等)*(?:{_ARTICLE}|(?:有关|相关)?(?:明确)?规定)")
# What the law provides for everyone, without naming the law: whoever ... may, must, must not ...
_PROVISION = re.compile("^[^，。他她我这那]{0,12}(?:当事人|犯罪嫌疑人|被告人|被害人|证人|人民检察院|人民法院|公安机关|检察机关|公民|单位|个人)"
                        "[^。他她我这那]*的，[^。他她我这那]*(?:应当|可以|有权|不得)(?![^。]*(?:从重|严惩|处罚|判))")
_NORMATIVE = re.compile("应当|可以|有权|不得|是指|徒刑|处罚金|的，?是|的，?为|以[^，。]{1,20}(?:论处|处罚)")
# Words that speak of this case and not of every case.
_CONCRETE = re.compile("某|本案|该案|此案|涉案|身为|其行为|的行为已|已构成|指控|伙同|"
                       "[0-9]{4}年|[0-9]月|[0-9.]+[余多]?[万亿]?元|"
                       "被告人[^、，。；的]{2,4}(?:利用|在|于|收|伙|违|将|因|以|的)")


def named(text: str, rules: Rules) -> str:
    """The text with crimes' names as ``CRIME``, laws and what they provide for everyone as ``ALLOWED``."""
    return _crimes(_laws(text), rules)


def without_allowed(work: str, rules: Rules) -> str:
    """``named`` text with fixed phrases of procedure and notices of rights as ``ALLOWED`` too."""
    for pattern in rules.phrases:
        work = pattern.sub(lambda m: ALLOWED * len(m.group()), work)
    for pattern in rules.notices:
        work = pattern.sub(lambda m: _notice(m.group(), rules), work)
    return work


def _laws(text: str) -> str:
    """Titles of laws and papers, and sentences that quote what the law says of every case."""
    work = _SENTENCE.sub(lambda m: _quotation(m.group()), text)
    return _TITLE.sub(lambda m: ALLOWED * len(m.group()), work)


def _quotation(sentence: str) -> str:
    """Without what the law provides for everyone; what stands before the law's name is read like anything else."""
    law = _QUOTES_LAW.search(sentence)
    provides = _NORMATIVE.search(sentence, law.end()) if law else _PROVISION.match(sentence)
    start = law.start() if law else 0
    if provides and not _CONCRETE.search(sentence, start):
        return sentence[:start] + ALLOWED * (len(sentence) - start)
    return sentence


def _crimes(text: str, rules: Rules) -> str:
    pieces, at = [], 0
    for start, end, _ in rules.crimes.read(text):
        pieces += [text[at:start], _CANDIDATE * (end - start)]
        at = end
    marked = "".join(pieces) + text[at:]
    accused = _ACCUSED.sub(lambda m: CRIME * len(m.group()), marked)
    return "".join(t if c == _CANDIDATE else c for c, t in zip(accused, text, strict=True))


def _notice(phrase: str, rules: Rules) -> str:
    if any(rules.is_hard(meaning) for _, _, meaning in rules.words.read(phrase)):
        return phrase
    return ALLOWED * len(phrase)
