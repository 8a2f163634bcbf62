"""What the addresses of chapter 3 need: an item with a picture, and a task."""

from __future__ import annotations

from typing import Any

from anxin.inner import filestore
from anxin.inner.announcements import drafts
from anxin.inner.announcements.models import Picture, Task


def things(house: Any) -> dict[str, Any]:
    version = drafts.start(house.desk["handler"], "other")
    picture = Picture.objects.create(version=version, digest=filestore.save(b"a picture"), alt="图片", wordless=True)
    day = house.case.accepted_on
    task = Task.objects.create(case=house.case, organ_id=house.case.organ_id, category="other", event="办结",
                               happened_on=day, deadline=day)  # fmt: skip
    return {"announcement_id": version.announcement_id, "picture_id": picture.pk, "task_id": task.pk, "name": "hide"}
