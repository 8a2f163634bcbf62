"""The draft of a circular: sentences that state what was counted. A person edits and signs it (Art 25)."""

from __future__ import annotations

from collections.abc import Iterator

from anxin.figures.report import Line, Peer, Report
from anxin.figures.wording import with_unit

BASIS = "依照《人民检察院案件信息公开工作规定（试行）》第二十五条"
NAMED = 12
"""So many organs are named in one sentence; the table in the annex has them all."""


def title(report: Report) -> str:
    return f"关于{report.period.label}案件信息公开工作情况的通报"


def text(report: Report) -> str:
    """The body of the circular, one paragraph a line."""
    lines = {line.now.figure.id: line for line in report.lines()}
    peers = [peer for peer in report.peers() if peer.values["due"].number] if len(report.children) > 1 else []
    region = "本院和下级人民检察院" if len(report.children) > 1 else "本院"
    said = [f"{BASIS}，现将{report.period.label}{region}案件信息公开工作情况通报如下。"]
    parts = [
        ("总体情况", list(_whole(report, lines))),
        ("各院情况", list(_peers(peers, lines["rate"]))),
        ("审批、更正和反映办理情况", list(_errors(lines))),
        ("查询服务和重要案件信息发布情况", list(_services(lines))),
        ("有关要求", list(_demands(peers, lines["late"]))),
    ]
    for number, (heading, sentences) in zip("一二三四五", [part for part in parts if part[1]], strict=False):
        said += [f"{number}、{heading}", *sentences]
    return "\n".join(said)


def _whole(report: Report, lines: dict[str, Line]) -> Iterator[str]:
    now = {name: with_unit(line.now) for name, line in lines.items()}
    before = f"上一{report.period.kind}"
    grounds = _parts(lines["exempt"])
    yield (f"{report.period.label}，应公开法律文书{now['due']}，已公开{now['published']}，"
           f"依法不公开{now['exempt']}{grounds}，期限未满{now['pending']}。")  # fmt: skip
    if lines["rate"].now.number is not None:
        yield (f"扣除依法不公开的，公开率为{now['rate']}{_moved(lines['rate'], before)}；"
               f"按全部应公开计算，公开率为{now['rate_all']}。")  # fmt: skip
    if lines["on_time"].now.number or lines["late"].now.number:
        yield (f"按期公开{now['on_time']}，超期{now['late']}，按期公开率为{now['on_time_rate']}"
               f"{_moved(lines['on_time_rate'], before)}。")  # fmt: skip
    if lines["median_days"].now.number is not None:
        yield (f"从起算日到发布日，一半的文书用时不超过{now['median_days']}，"
               f"十分之九的文书用时不超过{now['p90_days']}。")  # fmt: skip


def _peers(peers: list[Peer], rate: Line) -> Iterator[str]:
    if not peers:
        return
    perfect = [peer for peer in peers if peer.values["on_time_rate"].number == 100]
    below = [peer for peer in peers if rate.now.number is not None
             and (peer.values["rate"].number or 0) < round(rate.now.number, 1) - 0.05]  # fmt: skip
    late = sorted((p for p in peers if p.values["late"].number), key=lambda p: -(p.values["late"].number or 0))
    sentence = f"有应公开文书的{len(peers)}个单位中"
    yield f"{sentence}，全部按期公开的{len(perfect)}个" + (f"：{_names(perfect)}。" if perfect else "。")
    if below:
        yield f"公开率低于总体水平（{rate.now.text}）的{len(below)}个：{_names(below, 'rate')}。"
    if late:
        yield f"有超期文书的{len(late)}个：{_names(late, 'late')}。"


def _errors(lines: dict[str, Line]) -> Iterator[str]:
    now = {name: with_unit(line.now) for name, line in lines.items()}
    yield f"审批中退回承办人{now['returned']}；公开以后更正、撤回和紧急隐藏{now['corrections']}。"
    escalated = lines["complaints_escalated"].now
    more = f"，逾期未答复或者有异议而报上级院{with_unit(escalated)}" if escalated.number else ""
    yield f"收到对案件信息公开工作的反映{now['complaints']}{_parts(lines['complaints'], '答复结果为')}{more}。"


def _services(lines: dict[str, Line]) -> Iterator[str]:
    wanted = (("applications", "收到案件查询申请"), ("assisted", "协助其他院办理身份认证"), ("answered", "提供查询"),
              ("announcements", "发布重要案件信息"))  # fmt: skip
    said = [f"{words}{with_unit(lines[name].now)}{_parts(lines[name])}" for name, words in wanted
            if lines[name].now.number]  # fmt: skip
    if said:
        yield "，".join(said) + "。"


def _demands(peers: list[Peer], late: Line) -> Iterator[str]:
    if late.now.number:
        whom = "有超期文书的单位" if peers else "有超期文书的部门"
        yield f"{whom}应当逐件查明原因，对期限届满仍未发布的抓紧办理（规定第二十一条）。"


def _moved(line: Line, before: str) -> str:
    if not line.change:
        return ""
    return f"，与{before}持平" if line.change == "持平" else f"，比{before}{line.change}"


def _parts(line: Line, lead: str = "其中") -> str:
    said = "、".join(f"{name}{n:,}{line.now.figure.unit}" for name, n in line.parts)
    return f"（{lead}{said}）" if said else ""


def _names(peers: list[Peer], figure: str = "") -> str:
    said = [p.name + (f"（{with_unit(p.values[figure])}）" if figure else "") for p in peers[:NAMED]]
    return "、".join(said) + (f"等{len(peers)}个单位" if len(peers) > NAMED else "")
