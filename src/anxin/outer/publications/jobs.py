"""Periodic work of this room."""

from __future__ import annotations

from datetime import time, timedelta

from anxin.outer.publications import files
from anxin.outer.publications.actions import end_again, is_named
from anxin.work import schedule


def remove_orphan_files() -> int:
    """Delete files that no public or hidden version names; how many."""
    orphans = [digest for digest in files.stored() if not is_named(digest)]
    for digest in orphans:
        files.remove(digest)
    return len(orphans)


schedule.register("outer: standing orders", end_again, every=timedelta(minutes=1))
schedule.register("outer: orphan files", remove_orphan_files, at=time(4))
