"""重要案件信息审批表: the chain of a wording, or of a request about it, as the form an office files (Art 13, 14)."""

from __future__ import annotations

from collections.abc import Iterator

from anxin.inner.announcements import law, requests
from anxin.inner.announcements.models import Version
from anxin.inner.announcements.wording import Wording
from anxin.inner.approvals.models import Chain
from anxin.inner.documents.approval_form import Row, form
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.regulation.chains import FLAGS


def of_version(chain: Chain, version: Version) -> bytes:
    """The form of a wording's chain as DOCX."""
    return form(chain, "重要案件信息审批表", list(_rows(Wording(version))))


def of_request(chain: Chain, version: Version) -> bytes:
    """The form of a request to withdraw or to restore as DOCX."""
    reason, article = requests.asked(chain)
    rows: list[Row] = [("案件信息", version.title), ("报请事项", requests.name(chain))]
    return form(chain, "重要案件信息事项审批表", [*rows, ("依据和理由", f"{law.label(article)}\n{reason}")])


def _rows(wording: Wording) -> Iterator[Row]:
    version, item = wording.version, wording.version.announcement
    yield ("标题", wording.title)
    yield ("类别", law.categories()[item.category].title, "拟制人", item.drafter.name)
    if item.case:
        yield ("案件名称", item.case.name, "部门受案号", item.case.number)
    yield ("公开文本", wording.body)
    checks = "、".join(SECRECY_CHECKS[c] for c in version.secrecy_checks if c in SECRECY_CHECKS)
    told = [version.get_secrecy_display() or "没有结论", f"已核对：{checks}" if checks else "", version.secrecy_note]
    yield ("保密审查", "\n".join(line for line in told if line))
    yield ("标识", "、".join(FLAGS[name] for name in sorted(law.flags_of(item))) or "没有")
    kept = [f"“{text[:30]}”：{held['reason']}（{held['by']}）" for text, held in version.justified.items()]
    if kept:
        yield ("说明理由保留的语句", "\n".join(kept))
