"""What people may do to two documents of chapter 4, as a state machine whose invariants are the doctor's."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from anxin.inner import doctor
from anxin.inner.actor import Actor, NotAllowed, Refused
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases import actions as cases
from anxin.inner.documents import actions, batch, consent, exemptions, obligations, proof, reminders, requests
from anxin.inner.documents.models import Draft, LegalDocument, Publication, Request
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.kiosk import actions as kiosk
from anxin.inner.kiosk import followups as screen_proof
from anxin.inner.kiosk.models import Release
from anxin.inner.organs import mandates
from anxin.inner.organs.models import Absence, Staff
from anxin.inner.organs.queries import holders
from anxin.inner.post.models import Parcel
from anxin.inner.post.worker import send_pending

DUTIES = ("handler", "department_head", "deputy_chief", "chief", "case_management", "secrecy", "press", "admin")
DONE: Counter[str] = Counter()
ACTORS: dict[int, Actor] = {}


class Histories(RuleBasedStateMachine):
    """One history in one real savepoint, rolled back at its end: what it wrote burdens no later one."""

    people: dict[str, int]
    changed = False  # the position was looked at when it was built

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
        ACTORS.clear()

    def actor(self, duty: str) -> Actor:
        return self.acting(self.people[duty])

    def acting(self, key: int) -> Actor:
        """Who somebody is changes with absences, delegations and the clock alone."""
        if key not in ACTORS:
            ACTORS[key] = Actor.of(Staff.objects.get(pk=key))
        return ACTORS[key]

    def attempt(self, name, act):
        """Do it; a refusal is an answer like any other, and leaves nothing behind of its own operation."""
        try:
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
        ACTORS.clear()
        DONE["clock"] += 1

    @rule(duty=st.sampled_from(["department_head", "deputy_chief", "case_management"]), back=st.booleans())
    def away(self, duty, back):
        """Somebody is away, or back before the time; open steps follow."""
        running = Absence.objects.filter(staff_id=self.people[duty], ended_at=None).first()
        actor = self.actor(duty)
        if back and running:
            self.attempt("back", lambda: mandates.end_absence(actor, running.pk))
        else:
            self.attempt("away", lambda: mandates.enter_absence(actor, actor.staff_id, *self.week(), "休假"))
        ACTORS.clear()

    @rule()
    def delegate(self):
        """The head lends the duty to a colleague."""
        head = self.actor("department_head")
        self.attempt("delegate", lambda: mandates.delegate(
            head, head.staff_id, self.people["second"], "department_head", *self.week(), "出差", head.department_id))
        ACTORS.clear()

    def week(self):
        return timezone.now(), timezone.now() + timedelta(days=7)

    @rule(duty=st.sampled_from(["department_head", "deputy_chief", "case_management"]))
    def sign_together(self, duty):
        """Both documents at once; each is signed or refused by itself."""
        drafts_ = [d for d in (self.draft(self.document(i)) for i in (0, 1)) if d]
        picked = [(c.pk, Processing(d).content_hash) for d in drafts_ if (c := self.chain(d))]
        if picked:
            signed = sum(r.done for r in batch.sign(self.actor(duty), picked))
            DONE["sign together"] += signed
            self.changed = self.changed or bool(signed)

    @rule(sensitive=st.booleans())
    def read_twice(self, sensitive):
        """Where the rules ask for it, a colleague reads before the report."""
        document = self.document(0)
        if sensitive:
            self.attempt("flags", lambda: cases.correct(
                self.handler(document), document.case_id, {"flags": ["sensitive"]}))
        if draft := self.draft(document):
            self.attempt("ask reading", lambda: actions.ask_second_reading(
                self.handler(document), draft.pk, draft.revision, self.people["second"]))
            self.attempt("read", lambda: actions.confirm_second_reading(
                self.acting(self.people["second"]), draft.pk, Processing(self.draft(document)).content_hash))

    @rule(months=st.sampled_from([30, 42]), number=st.integers(1, 2))
    def retrial(self, months, number):
        document, today = self.document(0), timezone.localdate()
        sentences = {key: {"type": "有期徒刑", "months": months} for key in ("d1", "d2")}
        self.attempt("retrial", lambda: cases.register_judgment(
            self.handler(document), document.case_id, court="黟县人民法院", number=f"（2026）黟刑再{number}号",
            received_on=today, effective_on=today, sentences=sentences))

    @rule()
    def night(self):
        """The nightly work: obligations reckoned again, everything public proved, reminders."""
        obligations.reconcile_all()
        assert proof.prove_all() == {}, "nothing was forged"
        assert screen_proof.prove_all() == {}
        reminders.remind_all()
        self.changed = True
        DONE["night"] += 1

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
