"""The addresses of chapter 2 and what they need to exist."""

from __future__ import annotations

from anxin.inner.inquiry import applications, assistance, checks
from anxin.inner.organs.models import Organ
from tests.inner.inquiry.conftest import IN_PERSON, picture
from tests.inner.people import COUNTY

MANAGERS = {"case_management"}
MATRIX = {
    "inquiries": (MANAGERS, set(), True), "inquiry_new": (MANAGERS, MANAGERS, True),
    "inquiry": (MANAGERS, MANAGERS, False), "inquiry_paper": (MANAGERS, set(), False),
    "assistances": (MANAGERS, set(), True), "assistance": (MANAGERS, MANAGERS, False),
    "entitlements": (MANAGERS, set(), True), "entitlement_find": (MANAGERS, MANAGERS, True),
    "entitlement": (MANAGERS, MANAGERS, False),
    "looks": ({"case_management", "auditor"}, {"case_management", "auditor"}, True),
    "notices": (MANAGERS, MANAGERS, True),
}  # fmt: skip


def things(house):
    """An application with a paper, granted, and one thing the county helps with."""
    manager = house.desk["case_management"]
    body = {
        "name": "柳春燕", "id_type": "居民身份证", "id_number": "341023198003051236", "phone": "1", "email": "",
        "applicant": "party", "client": "", "relation": "", "licence": "", "case_number": house.case.number,
        "suspect": "", "charge": "", "notify_email": False, "notify_sms": False, "papers": [{"kind": "身份证"}],
    }  # fmt: skip
    application, _ = applications.enter(manager, COUNTY, "window", IN_PERSON, body, [picture()])
    binding = checks.check(manager, application.pk, house.case.pk, "v1", "属实")
    assistance.ask(application, Organ.objects.get(pk=COUNTY))
    application.assistance.manifest, application.assistance.forwarded_at = "0" * 64, application.received_at
    application.assistance.save()
    return {"application_id": application.pk, "paper_id": application.papers.get().pk, "number": 1, "binding_id": binding.pk}
