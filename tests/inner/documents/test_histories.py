"""Random histories of this chapter: whatever staff do, in whatever order, the invariants hold after every step.

200 histories on each of the two PostgreSQLs by default, 10,000 with ``--campaign``. They start from eight positions on
the way of the documents, each built once for 25 histories. The engine and the writers of files are tested elsewhere;
here each of their answers is computed once and remembered.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from anxin.inner import doctor
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases import actions as cases
from anxin.inner.cases.intake import take_data
from anxin.inner.documents import actions, artefacts, consent, drafts, exemptions, requests
from anxin.inner.documents.models import Draft, LegalDocument, Publication, Request
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.kiosk import actions as kiosk
from anxin.inner.kiosk.models import Release
from anxin.inner.organs.models import Staff, StaffDuty
from anxin.inner.organs.queries import holders
from anxin.inner.post.models import Parcel
from anxin.inner.post.worker import send_pending
from tests.inner import packages
from tests.inner.documents.conftest import SENTENCES, SYSTEM
from tests.inner.kiosk.papers import DECISION
from tests.inner.people import staff

pytestmark = pytest.mark.django_db(transaction=True)
DUTIES = ("handler", "department_head", "deputy_chief", "chief", "case_management", "secrecy", "press", "admin")
DONE: Counter[str] = Counter()
ACTORS: dict[int, Actor] = {}
POSITIONS = ((1, 0), (2, 2), (4, 1), (4, 4), (5, 0), (5, 4), (5, 5), (5, 5))
"""Right steps done on the indictment and on the other document: started, submitted, approved once, twice, released."""
BATCH = 25


def remembered(module, name, key, monkeypatch):
    """Replace a pure function by one that remembers its answers."""
    real, answers = getattr(module, name), {}

    def asked(*args, **kwargs):
        k = key(*args, **kwargs)
        if k not in answers:
            answers[k] = real(*args, **kwargs)
        return answers[k]

    monkeypatch.setattr(module, name, asked)


class Histories(RuleBasedStateMachine):
    """One history in one real savepoint, rolled back at its end: what it wrote burdens no later one."""

    people: dict[str, int]
    changed = True

    def __init__(self):
        super().__init__()
        self.clock = time_machine.travel(timezone.now(), tick=True)
        self.now = self.clock.start()
        self.block = transaction.atomic()
        self.block.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)
        self.clock.stop()

    def actor(self, duty: str) -> Actor:
        return self.acting(self.people[duty])

    def acting(self, key: int) -> Actor:
        """Nobody's duties change in these histories."""
        if key not in ACTORS:
            ACTORS[key] = Actor.of(Staff.objects.get(pk=key))
        return ACTORS[key]

    def attempt(self, name, act):
        """Do it; a refusal is an answer like any other, and leaves nothing behind."""
        try:
            with transaction.atomic():
                made = act()
            self.changed = True
            out = {Publication: "publish", Release: "show"} if name.startswith("sign") else {}
            DONE[out.get(type(made), name)] += 1
        except (Refused, NotAllowed):
            DONE["refused"] += 1

    def handler(self, document) -> Actor:
        return self.acting(document.case.handler_id)

    def draft(self, document):
        return document.drafts.order_by("-pk").first()

    def chain(self, draft):
        return draft and Chain.objects.filter(subject="draft", subject_id=draft.pk, state="open").first()

    def next_actor(self, chain) -> Actor:
        step = open_step(chain)
        done = chain.steps.exclude(actor=None).values_list("actor_id", flat=True)
        return self.acting(holders(step.duty, step.organ_id, chain.department_id, without=done)[0].pk)

    def sign(self, actor, draft, chain):
        seen = Processing(Draft.objects.get(pk=draft.pk)).content_hash
        if chain.steps.filter(state="waiting").exists():
            return actions.approve(actor, chain.pk, seen)
        out = kiosk.release if chain.purpose == "kiosk" else actions.publish
        return out(actor, chain.pk, seen)

    documents = st.integers(0, 1)
    who = st.sampled_from(DUTIES)

    def document(self, index):
        return LegalDocument.objects.select_related("case__handler").order_by("pk")[index]

    @rule(index=documents, steps=st.integers(1, 3))
    def advance(self, index, steps):
        self.go(index, steps)

    @rule(index=documents)
    def walk(self, index):
        """The whole of Article 21, from wherever the document is."""
        self.go(index, 5)

    def go(self, index, steps):
        """The right people do the next right things."""
        for _ in range(steps):
            document = self.document(index)
            draft = self.draft(document)
            chain = self.chain(draft)
            if draft is None or draft.state in ("published", "dropped"):
                self.attempt("start", lambda d=document: actions.start(self.handler(d), d.pk))
            elif draft.state == "work":
                self.attempt("submit", lambda d=document, r=draft: self.finish(self.handler(d), r))
            elif chain:
                self.attempt("sign", lambda r=draft, c=chain: self.sign(self.next_actor(c), r, c))

    def finish(self, actor, draft):
        for number in Processing(draft).open_doubts:
            draft = actions.answer(actor, draft.pk, draft.revision, number, True)
        draft = actions.review_secrecy(actor, draft.pk, draft.revision, "processed", list(SECRECY_CHECKS))
        actions.submit(actor, draft.pk, Processing(draft).content_hash)

    @rule(index=documents, duty=who)
    def somebody_signs(self, index, duty):
        draft = self.draft(self.document(index))
        if chain := self.chain(draft):
            self.attempt("sign by anyone", lambda: self.sign(self.actor(duty), draft, chain))

    @rule(index=documents, stale=st.booleans())
    def send_back(self, index, stale):
        draft = self.draft(self.document(index))
        if chain := self.chain(draft):
            self.attempt("send back", lambda: actions.send_back(self.next_actor(chain), chain.pk, "请核对"))

    @rule(index=documents, outcome=st.sampled_from(["open", "closed", "refer"]))
    def secrecy(self, index, outcome):
        document = self.document(index)
        if draft := self.draft(document):
            self.attempt("secrecy", lambda: actions.review_secrecy(
                self.handler(document), draft.pk, draft.revision, outcome, list(SECRECY_CHECKS), "理由"))

    @rule(index=documents, outcome=st.sampled_from(["open", "closed"]), duty=st.sampled_from(["secrecy", "handler"]))
    def answer_referral(self, index, outcome, duty):
        if draft := self.draft(self.document(index)):
            self.attempt("referral", lambda: actions.answer_referral(self.actor(duty), draft.pk, outcome, "经审查"))

    @rule(index=documents, mask=st.booleans())
    def decide(self, index, mask):
        document = self.document(index)
        draft = self.draft(document)
        if draft and draft.found:
            found = draft.found[-1]
            decision = {"action": "accept" if mask else "reject", "start": found["start"], "end": found["end"],
                        "expected": document.text[found["start"]:found["end"]], "reason": "经核对"}
            self.attempt("decide", lambda: actions.decide(self.handler(document), draft.pk, draft.revision, decision))

    @rule(person=st.sampled_from(["d1", "d2"]), months=st.sampled_from([20, 36, 42, 60]))
    def another_sentence(self, person, months):
        document = self.document(0)
        names = {"d1": "郑国梁", "d2": "段小毛"}
        self.attempt("sentence", lambda: cases.save_participant(
            self.handler(document), document.case_id, person,
            {"name": names[person], "role": "defendant", "sentence": {"type": "有期徒刑", "months": months}}))

    @rule(index=documents, flags=st.sampled_from([[], [], ["state_secret"], ["sealed_record"]]))
    def flags(self, index, flags):
        document = self.document(index)
        self.attempt("flags", lambda: cases.correct(self.handler(document), document.case_id, {"flags": flags}))

    @rule(duty=who)
    def hide(self, duty):
        if row := Publication.objects.filter(state="public").first():
            self.attempt("hide", lambda: actions.hide(self.actor(duty), row.pk, "核实"))

    @rule()
    def withdraw(self):
        """By its chain, all steps in a row."""
        row = Publication.objects.filter(state__in=["public", "hidden"]).first()
        if row is None:
            return
        self.attempt("ask", lambda: requests.about_publication(
            self.handler(row.document), row.pk, "withdrawal", "23", "再审改判"))
        while chain := Chain.objects.filter(subject="request", state="open", purpose="withdrawal").first():
            seen = Request.objects.get(pk=chain.subject_id).content_hash
            before = DONE["request"]
            self.attempt("request", lambda c=chain, s=seen: requests.approve(self.next_actor(c), c.pk, s))
            if DONE["request"] == before:
                return
        DONE["withdraw"] += Publication.objects.filter(pk=row.pk, state="withdrawn").count()

    @rule(duty=who | st.just("case_management"), end=st.sampled_from([kiosk.hide, kiosk.withdraw]))
    def off_the_screen(self, duty, end):
        if row := Release.objects.order_by("-pk").first():
            more = ("17",) if end is kiosk.withdraw else ()
            self.attempt("kiosk end", lambda: end(self.actor(duty), row.pk, "核实", *more))

    @rule(kind=st.sampled_from(["withdrawal", "restoration"]))
    def ask(self, kind):
        if row := Publication.objects.order_by("-pk").first():
            self.attempt(f"ask {kind}", lambda: requests.about_publication(
                self.handler(self.document(0)), row.pk, kind, "23", "经核实"))

    @rule()
    def ask_exemption(self):
        document, on = self.document(0), timezone.localdate() + timedelta(days=90)
        self.attempt("ask exemption", lambda: exemptions.request(
            self.handler(document), document.pk, "personal_privacy", "涉及隐私", on))

    @rule(person=st.sampled_from(["d2", "v1"]))
    def ask_own_name(self, person):
        document = self.document(0)
        self.attempt("ask name", lambda: requests.ask(
            self.handler(document), document.case_id, "name_disclosure", person=person, paper="0" * 64,
            article="19(P2)", reason="本人申请"))

    @rule(person=st.sampled_from(["d2", "v1"]))
    def revoke(self, person):
        document = self.document(0)
        self.attempt("revoke", lambda: consent.revoke(self.handler(document), document.case_id, person))

    @rule(times=st.integers(1, 2), stop=st.booleans())
    def request_moves(self, times, stop):
        for _ in range(times):
            chain = Chain.objects.filter(subject="request", state="open").order_by("-pk").first()
            if chain is None:
                return
            if stop and times == 2:
                self.attempt("refuse", lambda c=chain: requests.refuse(self.next_actor(c), c.pk, "不同意"))
            else:
                seen = Request.objects.get(pk=chain.subject_id).content_hash
                self.attempt("request", lambda c=chain, s=seen: requests.approve(self.next_actor(c), c.pk, s))

    @rule(index=documents, to=st.sampled_from(["handler", "second"]))
    def hand_over(self, index, to):
        case = self.document(index).case
        self.attempt("hand over", lambda: cases.hand_over(
            self.actor("department_head"), [case.pk], self.people[to], "调岗"))

    @rule(hours=st.sampled_from([-25, -1, 1, 26, 300]))
    def clock_jumps(self, hours):
        self.now.shift(timedelta(hours=hours))
        DONE["clock"] += 1

    @rule(acknowledged=st.booleans())
    def worker(self, acknowledged):
        send_pending()
        if acknowledged:
            Parcel.objects.filter(acknowledged_at=None).update(acknowledged_at=timezone.now())
        self.changed = True
        DONE["worker"] += 1

    @invariant()
    def all_invariants_hold(self):
        if not self.changed:
            return  # the step was refused and rolled back
        self.changed = False
        found = [f"{key} {sentence}" for key, check in doctor.INVARIANTS.items() for sentence in check()]
        assert not found, found


@pytest.fixture
def two_documents(people, settings, tmp_path, monkeypatch):
    """An indictment for the internet and a decision for the screen; files and the engine's answers are made once."""
    settings.SPOOL = tmp_path / "spool"
    taken = take_data(packages.case(), packages.files(), SYSTEM)
    cases.register_judgment(
        people["handler"], taken.pk, court="黟县人民法院", number="（2014）黟刑初字第30号",
        received_on=date(2014, 10, 10), effective_on=date(2014, 10, 10), sentences=SENTENCES,
    )  # fmt: skip
    paper = {"file": "决定书.txt", "doc_type": "撤销案件决定书", "title": "撤销案件决定书",
             "number": "黟检撤案〔2014〕7号", "version": 1, "concluded_on": "2014-09-01"}  # fmt: skip
    other = packages.case(documents=[paper], department_case_number="黟检刑诉受[2014]341023000002号",
                          unified_case_number="34102320140000002", case_type="立案侦查",
                          participants=[{"key": "v1", "name": "柳春燕", "role": "victim"}])  # fmt: skip
    take_data(other, packages.files(DECISION, "决定书.txt"), SYSTEM)
    second = staff("另一承办人", "handler")
    StaffDuty.objects.update(since="2000-01-01T00:00:00Z")
    Histories.people = {duty: people[duty].staff_id for duty in DUTIES} | {"second": second.pk}
    ACTORS.clear()
    remembered(artefacts, "build", lambda p: p.content_hash, monkeypatch)
    remembered(drafts, "analyse", lambda *a, **k: repr((a[0], a[1:3], a[3].id, sorted(a[4].items()), k)), monkeypatch)
    remembered(artefacts.Artefacts, "save", lambda made: made.content_hash, monkeypatch)


@pytest.mark.once
@pytest.mark.parametrize("histories", [
    200, pytest.param(10_000, marks=[pytest.mark.campaign, pytest.mark.timeout(4 * 3600)]),
])  # fmt: skip
def test_no_history_breaks_an_invariant(two_documents, histories):
    DONE.clear()
    for number in range(histories // BATCH):
        _from_position(number)
    print(f"histories: {histories}; done: {dict(DONE.most_common())}")
    wanted = ("start", "submit", "sign", "publish", "show", "send back", "hide", "withdraw", "kiosk end")
    assert not [name for name in wanted if not DONE[name]]


def _from_position(number):
    """Build one position without a refusal, run a batch of histories from it, and take it back."""
    before, builder = DONE.copy(), Histories()
    try:
        for index, steps in enumerate(POSITIONS[number % len(POSITIONS)]):
            builder.go(index, steps)
        assert DONE["refused"] == before["refused"], f"position {number} was not reached"
        builder.all_invariants_hold()
        DONE.clear()
        DONE.update(before)
        run_state_machine_as_test(seed(number)(Histories), settings=settings(
            max_examples=BATCH, stateful_step_count=4, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ))  # fmt: skip
    finally:
        builder.teardown()
