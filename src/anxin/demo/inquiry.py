"""Chapter 2 in the demonstration: applications in every state, one lawyer who may ask, one person helped elsewhere."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from django.utils import timezone
from PIL import Image, ImageDraw

from anxin.config.base import VAR
from anxin.demo.people import holding
from anxin.demo.places import ORGANS
from anxin.inner.actor import Actor
from anxin.inner.cases.models import Case
from anxin.inner.inquiry import accounts, applications, checks, law
from anxin.inner.organs.models import Organ, Staff
from anxin.launch.keys import write
from anxin.regulation import inquiry

LAWYER = ("律师执业证", "法律援助公函")
CODE_FILE = "demo_party_code"
"""In ``var/secrets``: account number and one-time code of the demonstration's lawyer."""


def play() -> None:
    """Through the same actions as the workbench; nothing happens where no case fits."""
    home = ORGANS[0]
    manager = Actor.of(Staff.objects.get(username=holding(home, "case_management").username))
    how = law.listed(Organ.objects.get(pk=home), "identity_check")[0]
    fitting = [case for case in Case.objects.filter(organ_id=home).order_by("-pk")[:30] if _open(case)][:5]
    if len(fitting) < 5:
        return
    lawyer = _enter(manager, how, fitting[0], "defender_lawyer", "顾文彬", LAWYER, 1)
    binding = checks.check(manager, lawyer.pk, fitting[0].pk, _accused(fitting[0]).key, "律师执业证、法律援助公函齐全有效。")
    assert binding is not None
    code = accounts.issue_code(manager, binding.inquirer_id)
    write(VAR / "secrets" / CODE_FILE, f"{binding.inquirer.login} {code}")
    _enter(manager, how, fitting[1], "party", _accused(fitting[1]).name, ("身份证",), 2)
    waiting = _enter(manager, how, fitting[2], "defender_other", "阮青松", ("身份证",), 3)
    applications.tell_missing(manager, waiting.pk)
    refused = _enter(manager, how, fitting[3], "close_relative", "沙丽华", ("身份证", "结婚证"), 4)
    ground = law.listed(fitting[3].organ, "inquiry_refusal")[1]
    checks.refuse(manager, refused.pk, ground, "结婚证登记的配偶不是本案当事人。")
    minor = _enter(manager, how, fitting[4], "legal_representative", "温如玉", ("身份证", "户口本"), 5)
    checks.check(manager, minor.pk, fitting[4].pk, _accused(fitting[4]).key, "户口本证明监护关系。")
    withdrawn = _enter(manager, how, fitting[1], "agent_lawyer", "纪云帆", LAWYER, 6)
    applications.withdraw(manager, withdrawn.pk)
    _assisted(how, fitting[2])


def _assisted(how: str, case: Case) -> None:
    """Somebody who lives in another county goes to the organ there (Art 9)."""
    helper = Staff.objects.filter(organ__level="county", duties__duty="case_management").exclude(organ_id=case.organ_id)
    if first := helper.first():
        _enter(Actor.of(first), how, case, "party", _accused(case).name, ("身份证",), 7)


def _open(case: Case) -> bool:
    recent = case.concluded_on is None or case.concluded_on > timezone.localdate() - timedelta(days=170)
    fits = inquiry.availability(case.facts(), law.rules_of(case.organ)) is None
    return recent and fits and _accused(case) is not None


def _accused(case: Case) -> Any:
    return case.participants.filter(role__in=("defendant", "non_prosecuted")).first()


def _enter(actor: Actor, how: str, case: Case, kind: str, name: str, papers: tuple[str, ...], number: int) -> Any:
    body = {
        "name": name, "id_type": "居民身份证", "id_number": f"99999919900101{number:04}", "phone": f"1990000000{number}",
        "email": f"p{number}@example.test", "applicant": kind, "client": "" if kind == "party" else _accused(case).name,
        "relation": "", "licence": "", "case_number": case.number, "suspect": "", "charge": "", "notify_email": True,
        "notify_sms": True, "papers": [{"kind": paper} for paper in papers],
    }  # fmt: skip
    files = [_paper(number, place) for place, _ in enumerate(papers)]
    return applications.enter(actor, case.organ_id, "window", how, body, files)[0]


def _paper(number: int, place: int) -> bytes:
    """A picture of a paper that is plainly none."""
    image, out = Image.new("RGB", (640, 400), "#f4f1e8"), io.BytesIO()
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 620, 380), outline="#8a7f66", width=3)
    draw.text((60, 60), f"ANXIN DEMONSTRATION PAPER {number}-{place + 1}", fill="#555555")
    for line in range(6):
        draw.line((60, 120 + 36 * line, 560 - 60 * (line % 3), 120 + 36 * line), fill="#b9b09a", width=6)
    image.save(out, "PNG")
    return out.getvalue()
