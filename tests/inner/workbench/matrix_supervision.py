"""Chapter 5 in the table of addresses: who may open which page of supervision, and the things to open."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from anxin.figures.period import Period
from anxin.inner.post.submissions import Submission
from anxin.inner.statistics import circulars
from anxin.inner.supervision import complaints, inspections, opinion
from anxin.inner.supervision.models import Complaint, Order
from tests.inner.people import COUNTY

CASEWORK = {"handler", "department_head", "deputy_chief", "chief", "case_management"}
READERS = CASEWORK | {"secrecy"}
EVERY_DEPARTMENT = READERS | {"press", "office", "technical"}
SUPERVISE = {"case_management", "chief", "supervisor"}
ORDERED = {"case_management", "chief", "deputy_chief", "secrecy"}
CIRCULATED = SUPERVISE | {"deputy_chief", "department_head"}
ISSUE = {"case_management", "chief", "secrecy", "supervisor"}

MATRIX = {
    "complaints": (EVERY_DEPARTMENT | {"supervisor"}, set(), True),
    "complaint": (READERS | {"supervisor"}, READERS | {"supervisor"}, False),
    "supervision": (SUPERVISE | {"deputy_chief", "secrecy", "technical"}, set(), True),
    "circulars": (CIRCULATED, set(), True),
    "circular_new": (set(), {"case_management"}, True),
    "circular": (CIRCULATED, CIRCULATED, False),
    "circular_word": (CIRCULATED, set(), False),
    "circular_excel": (CIRCULATED, set(), False),
    "statistics": (SUPERVISE | {"deputy_chief"}, set(), True),
    "sites": (SUPERVISE | {"technical"}, SUPERVISE | {"technical"}, True),
    "inspections": (ISSUE, ISSUE, True),
    "inspection": ({"secrecy"}, {"secrecy"}, False),
    "sample": ({"secrecy"}, {"secrecy"}, False),
    "orders": (ORDERED | {"supervisor"}, set(), True),
    "order_new": (ISSUE, ISSUE, True),
    "order": (ORDERED, ORDERED, False),
    "opinions": (EVERY_DEPARTMENT, set(), True),
    "opinion_new": ({"press"}, {"press"}, True),
    "feeds": ({"press"}, {"press"}, True),
    "opinion": (READERS | {"press"}, READERS | {"press"}, False),
}


def things(house, publication) -> dict[str, int]:
    """A complaint with the handling department, an inspection of the secrecy department, an order, an opinion."""
    manager, handling = house.desk["case_management"], house.case.department_id or house.desk["handler"].department_id
    body = {"kind": "error", "text": "日期写错了。", "item": publication.public_id, "version": publication.version}
    complaints.take(Submission("complaint", "20260101-22222222", COUNTY, timezone.now(), body, [], []))
    complaint = complaints.forward(manager, Complaint.objects.get().pk, handling)
    today = timezone.localdate()
    inspection = inspections.open_one(
        house.desk["secrecy"], purpose="secrecy", root=COUNTY, title="保密检查", size=1,
        since=timezone.localdate(publication.published_at) - timedelta(days=1), until=today + timedelta(days=1),
    )  # fmt: skip
    order = Order.objects.create(
        issuer_id="341000", organ_id=COUNTY, kind="rectify", article="23", text="整改", due_on=today,
        issued_by_id=house.other["case_management"].staff_id, issued_at=timezone.now(),
    )  # fmt: skip
    entry = opinion.add(house.desk["press"], title="网帖", platform="论坛")
    keeper = house.desk["press"]
    opinion.assess(keeper, entry.pk, "一般", keeper.staff_id)
    opinion.step(keeper, entry.pk, "hand_over", "请核实。", handling)
    circular = circulars.draft(manager, COUNTY, Period.quarter(today).before())
    return {"circular_id": circular.pk, "complaint_id": complaint.pk, "inspection_id": inspection.pk, "order_id": order.pk, "opinion_id": entry.pk,
            "sample_id": inspection.samples.get().pk}  # fmt: skip
