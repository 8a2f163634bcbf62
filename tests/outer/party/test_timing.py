"""How long an answer takes tells nobody who exists: measured in pairs (the work itself is compared in every run)."""

from __future__ import annotations

import math
import time
from statistics import median
from uuid import uuid4

import pytest

from anxin.outer.party.models import Attempt

pytestmark = [pytest.mark.django_db, pytest.mark.campaign, pytest.mark.timeout(0)]
PAIRS = 200


def pairs(first, second) -> tuple[list[float], list[float]]:
    """Times of the two, taken in turn and in both orders, in milliseconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(PAIRS):
        for which in ((0, 1), (1, 0))[turn % 2]:
            start = time.perf_counter()
            (first, second)[which]()
            times[which].append((time.perf_counter() - start) * 1000)
    return times


def same(times: tuple[list[float], list[float]]) -> float:
    """p of the rank test (Mann and Whitney, normal approximation) that both come from one distribution."""
    ranked = sorted((value, which) for which, values in enumerate(times) for value in values)
    ranks = sum(rank for rank, (_, which) in enumerate(ranked, 1) if which == 0)
    count = len(times[0])
    u = ranks - count * (count + 1) / 2
    z = (u - count * count / 2) / math.sqrt(count * count * (2 * count + 1) / 12)
    return math.erfc(abs(z) / math.sqrt(2))


def judged(times: tuple[list[float], list[float]], what: str) -> None:
    one, two = map(median, times)
    print(f"{what}: medians {one:.2f} and {two:.2f} ms, p = {same(times):.3f}")
    assert same(times) > 0.01 or abs(one - two) < 0.05 * max(one, two)


def test_a_case_of_another_and_no_case_take_the_same_time(lawyer, person):
    stranger = person("1000000003")
    stranger.bind()
    stranger.activate()
    judged(pairs(lambda: stranger.get(f"/cases/{lawyer.case}/"), lambda: stranger.get(f"/cases/{uuid4()}/")), "case")


def test_a_known_and_an_unknown_login_take_the_same_time(lawyer, person):
    stranger = person("1000000003")

    def guess(login: str) -> None:
        Attempt.objects.all().delete()
        stranger.post("/sign-in/", login=login, password="wrong password")

    judged(pairs(lambda: guess(lawyer.login), lambda: guess("1999999999")), "sign-in")
