"""Carrying inside what the public sent in."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone

from anxin.outer.post.actions import enqueue
from anxin.outer.submissions.actions import forget_forwarded
from anxin.outer.submissions.models import Submission
from anxin.outer.submissions.queries import sealed_part
from anxin.work.schedule import register

AT_ONCE = 50


def forward() -> int:
    """Hand the oldest waiting submissions to the corridor, each once; how many."""
    waiting = Submission.objects.filter(forwarded_at=None).order_by("received_at").select_for_update(skip_locked=True)
    rows = list(waiting[:AT_ONCE])
    for row in rows:
        payload = {
            "ticket": row.ticket, "kind": row.kind, "organ": row.organ, "received_at": row.received_at.isoformat(),
            "papers": len(row.parts) - 1,
        }  # fmt: skip
        blobs = {part: sealed_part(digest) for part, digest in row.parts.items()}
        enqueue("submission", row.ticket, 1, payload, blobs)
        row.forwarded_at = timezone.now()
        row.save(update_fields=["forwarded_at"])
    return len(rows)


register("来件转入工作网", forward, every=timedelta(seconds=1))
register("来件清理", forget_forwarded, at=time(3, 0))
