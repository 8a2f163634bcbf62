"""The demonstration fills the touch screen through the workbench's own functions."""

from __future__ import annotations

import pytest

from anxin.demo import load, lobby
from anxin.inner.kiosk.models import Screen
from anxin.inner.post.models import Outbox


@pytest.mark.django_db
def test_the_demonstrations_screen_shows_three_decisions_masked(settings, tmp_path):
    settings.FILE_STORE = tmp_path / "files"
    load.populate("a password of the test")
    sent = Outbox.objects.count()
    lobby.play()
    rows = list(Screen.objects.all())
    assert len(rows) == 3
    assert not [row for row in rows for name in ("岑永明", "庞小军", "翟文慧", "浆洗街12号") if name in str(row.document)]
    assert Outbox.objects.count() == sent
