"""What an account does, written down for the person and for the inner wing (Art 4, 7)."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils import timezone

from anxin.outer.party import sessions
from anxin.outer.party.models import Act, Errand
from anxin.outer.party.sealed import seal

LOOKS = {"list": "查看案件列表", "record": "查看案件进程", "download": "下载程序性信息"}

STAFF_LOOKS = {"answer": "答复您的查询", "papers": "查看您提交的证明材料", "code": "发出一次性激活码"}
CHANNELS = {"telephone": "电话", "mail": "邮件", "window": "检察服务窗口"}


def note(request: HttpRequest, account: UUID, kind: str, what: str, binding: UUID | None = None) -> None:
    """One act of the account that has been identified; the worker sends it inside."""
    row = Act(id=uuid4(), account=account, binding=binding, kind=kind, what=what, at=timezone.now(),
              client=sessions.client(request), address=sessions.address(request))  # fmt: skip
    row.save(force_insert=True)


def ask_worker(kind: str, target: str) -> None:
    """Leave an errand for the worker: the same work whoever is meant, and whether or not they exist."""
    key = uuid4()
    Errand(id=key, kind=kind, target=seal(f"errand {key}", target), at=timezone.now()).save(force_insert=True)
