"""The corridor does not wait for the periodic jobs, and what fails keeps nothing else back."""

from __future__ import annotations

from threading import Event

from anxin.inner.post import loop as inner
from anxin.work import loop


def test_a_job_that_takes_long_does_not_keep_the_corridor_back():
    stop, carried, finished = Event(), Event(), []

    def long_job():
        assert carried.wait(60), "the corridor waited for the job"
        finished.append(True)
        stop.set()

    loop.run(stop, [carried.set], [long_job], poll=0.01)
    assert finished, "what had begun was finished before the end"


def test_a_step_that_fails_does_not_keep_the_next_one_back():
    stop = Event()
    loop.run(stop, [lambda: 1 / 0, stop.set], poll=0.01)


def test_the_inner_worker_has_its_jobs_beside_the_corridor(monkeypatch):
    seen = []
    monkeypatch.setattr(loop, "run", lambda stop, *lines: seen.extend(lines))
    inner.run(Event())
    assert [len(line) for line in seen] == [4, 1]
