"""What the demonstration's people do with a case, through the same functions as the workbench."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils import timezone

from anxin.demo.cases import Package
from anxin.inner.actor import Actor
from anxin.inner.approvals.conditions import missing
from anxin.inner.approvals.models import Chain
from anxin.inner.approvals.queries import open_step
from anxin.inner.cases import intake
from anxin.inner.cases.models import Case
from anxin.inner.documents import actions, exemptions, gate, requests, second_reading, text_quality
from anxin.inner.documents.models import Draft, Publication
from anxin.inner.documents.processing import Processing
from anxin.inner.documents.review import SECRECY_CHECKS
from anxin.inner.organs.queries import holders

Step = tuple[float, Callable[[], None]]
"""Days after the trigger (or after today for what has not begun), and what is done then."""

PUBLISHED = ("published", "late", "withdrawn")
DEPTH = {"at_head": 0, "at_leader": 1, "at_recheck": 2, "returned": 1, "published": 2, "late": 2, "withdrawn": 2}
"""How many approvals each goal needs after the report."""


class Life:
    """One case from its intake to where the scene wants it."""

    def __init__(self, package: Package) -> None:
        self.package, self.goal = package, package.scene.goal
        self.case: Case
        self.stuck = False

    def act(self, step: Callable[[], None]) -> None:
        """Do one step, unless the gate stopped this case before."""
        if not self.stuck:
            step()

    def steps(self) -> Iterator[Step]:
        """What happens, in order."""
        yield 0.1, self.take_in
        late = 12.0 if self.goal == "late" else 0.0
        if self.goal in (*DEPTH, "in_work", "referred"):
            yield 1.2 + late, self.process
        if self.goal in DEPTH:
            yield 1.4 + late, self.submit
            for index in range(DEPTH[self.goal]):
                yield 2.1 + index + late, self.approve
        if self.goal == "returned":
            yield 3.6, self.send_back
        if self.goal in PUBLISHED:
            yield 4.3 + late, self.publish
        if self.goal == "withdrawn":
            yield 10.2, self.ask_withdrawal
            for after in (10.4, 10.7, 11.2):
                yield after, self.approve_withdrawal
        if self.goal in ("juvenile", "exempt"):
            yield 2.2, self.ask_exemption
        if self.goal == "exempt":
            yield 3.1, self.approve_exemption
            yield 4.2, self.approve_exemption

    def take_in(self) -> None:
        with TemporaryDirectory(prefix="anxin-") as place:
            actor = Actor.system("案件办理系统移交", self.package.data["procuratorate"])
            self.case = intake.take(self.package.write(Path(place) / "package"), actor)

    @property
    def document(self) -> Any:
        return self.case.documents.get()

    @property
    def handler(self) -> Actor:
        assert self.case.handler is not None
        return Actor.of(self.case.handler)

    def process(self) -> None:
        """Mask, answer every doubt by hiding, fill in the secrecy review."""
        draft = actions.start(self.handler, self.document.pk)
        for index in range(len(draft.doubts)):
            draft = actions.answer(self.handler, draft.pk, draft.revision, index, mask=True)
        for finding in text_quality.open_findings(draft):
            draft = actions.answer_quality(self.handler, draft.pk, draft.revision, finding["key"], text_quality.READY[0])
        if self.goal == "in_work":
            return
        outcome = Draft.Secrecy.REFER if self.goal == "referred" else Draft.Secrecy.PROCESSED
        note = "案件涉及尚在侦查的另案，不能确定是否可以公开。" if self.goal == "referred" else ""
        draft = actions.review_secrecy(self.handler, draft.pk, draft.revision, outcome, list(SECRECY_CHECKS), note)
        self.read_again(draft)

    def read_again(self, draft: Draft) -> None:
        """Where the rules ask for it, a colleague reads before the report."""
        processing = Processing(Draft.objects.get(pk=draft.pk))
        if second_reading.rule(processing) is None:
            return
        reader = second_reading.candidates(self.case, self.case.handler_id)[0]
        actions.ask_second_reading(self.handler, draft.pk, draft.revision, reader.pk)
        actions.confirm_second_reading(Actor.of(reader), draft.pk, processing.content_hash, "复读无误。")

    def submit(self) -> None:
        draft = self.document.drafts.get()
        processing = Processing(draft)
        if missing(gate.to_submit(processing)):     # fail closed: it stays on the handler's desk, like any other
            self.stuck = True
            return
        actions.submit(self.handler, draft.pk, processing.content_hash)

    @property
    def chain(self) -> Chain:
        return Chain.objects.filter(subject="draft", subject_id=self.document.drafts.get().pk).latest("pk")

    def _next_actor(self, chain: Chain) -> Actor:
        step = open_step(chain)
        assert step is not None
        acted = chain.steps.exclude(actor=None).values_list("actor_id", flat=True)
        return Actor.of(holders(step.duty, step.organ_id, chain.department_id, without=acted)[0])

    def approve(self) -> None:
        chain = self.chain
        actions.approve(self._next_actor(chain), chain.pk, chain.content_hash, "同意")

    def send_back(self) -> None:
        chain = self.chain
        actions.send_back(self._next_actor(chain), chain.pk, "附件中取保候审的住所请再核对一遍，处理后重新报请。")

    def publish(self) -> None:
        chain = self.chain
        actions.publish(self._next_actor(chain), chain.pk, chain.content_hash, "复核无误")

    def ask_withdrawal(self) -> None:
        publication = Publication.objects.get(document=self.document)
        requests.about_publication(self.handler, publication.pk, "withdrawal", "23",
                                   "当事人反映文书内容可能推断出其身份，经核实予以撤回。")

    def approve_withdrawal(self) -> None:
        self.approve_exemption()

    def ask_exemption(self) -> None:
        ground, reason = ("juvenile_crime", "被告人犯罪时不满十八周岁。") if self.goal == "juvenile" else (
            "personal_privacy", "复查内容涉及申诉人的个人隐私，技术处理后仍可推断。")
        exemptions.request(self.handler, self.document.pk, ground, reason, timezone.localdate() + timedelta(days=365))

    def approve_exemption(self) -> None:
        chain = Chain.objects.filter(subject=exemptions.SUBJECT, title__contains=str(self.document)).latest("pk")
        if chain.state == Chain.State.OPEN:
            exemptions.approve(self._next_actor(chain), chain.pk, chain.content_hash, "同意")
