"""Loading the demonstration into the inner wing: the tree, the staff, then every case as it came about.

Run as a program by the launcher, once per installation.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from anxin.config import wing


def main() -> int:
    """Load everything; progress goes to standard output, one line."""
    wing.enter("inner")
    from django.utils import timezone

    from anxin.config.base import secret
    from anxin.demo import announcements, inquiry, lobby, statistics, supervision
    from anxin.demo.cases import generate
    from anxin.demo.clock import Clock
    from anxin.demo.desks import lend
    from anxin.demo.play import Life

    now = timezone.now()
    today = timezone.localdate(now)
    lives = [Life(package) for package in generate(SEED, today)]
    earliest = datetime.combine(today - timedelta(days=120), time(9), timezone.get_current_timezone())
    with Clock(earliest).running() as clock:
        populate(secret("demo_password"))
        story = [*schedule(lives, now), *supervision.schedule(now), *announcements.schedule(now), *statistics.schedule(now)]
        for moment, act in sorted(story, key=lambda one: one[0]):
            clock.moment = max(moment, clock.moment)
            act()
        inquiry.play()
        lobby.play()
        clock.moment = max(now, clock.moment)
        lend()
        statistics.play()
    print(f"{len(lives)} 个案件，其中 {sum(life.stuck for life in lives)} 个未通过发布前检查")
    return 0


SEED = 2014


def schedule(lives: list, now: datetime) -> list[tuple[datetime, Callable[[], None]]]:  # type: ignore[type-arg]
    """Every step of every case with its moment, in the order of time; nothing lies in the future."""
    from django.utils import timezone

    found = []
    for index, life in enumerate(lives):
        today = timezone.localdate(now)
        day = today - timedelta(days=max(life.package.scene.ago, 1))
        start = datetime.combine(day, time(9, index % 50), timezone.get_current_timezone())
        found += [(min(start + timedelta(days=after), now), place, index, act)
                  for place, (after, step) in enumerate(life.steps()) for act in [partial(life.act, step)]]
    return [(moment, act) for moment, _, _, act in sorted(found, key=lambda one: (one[0], one[2], one[1]))]


def populate(password: str) -> None:
    """The national tree, here and outside, and the demonstration's staff with their duties."""
    from django.contrib.auth.hashers import make_password
    from django.utils import timezone

    from anxin.demo.people import staff
    from anxin.inner.actor import Actor
    from anxin.inner.organs import actions, sending
    from anxin.inner.organs.models import Department, Staff, StaffDuty

    actions.load_tree()
    sending.send_tree(version=1)
    encoded = make_password(password)     # one slow hash for all of them
    departments = {(d.organ_id, d.name): d.pk for d in Department.objects.all()}
    for one in staff():
        actor = Actor.system("建立演示账号", one.organ)
        department = departments.get((one.organ, one.department))
        made = actions.add_staff(actor, one.username, one.name, one.organ, department, hashlib.sha256(password.encode()).hexdigest())
        Staff.objects.filter(pk=made.pk).update(password=encoded)
        actions.grant_duty(actor, made.pk, one.duty, department)
    StaffDuty.objects.update(since=timezone.now())      # the column's own default knows only the real clock


if __name__ == "__main__":
    sys.exit(main())
