"""Chapter 2 at the workbench: from the window to the slip, the code once, the end with one click."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from anxin.inner.inquiry.models import Application, Binding
from tests.inner.inquiry.conftest import IN_PERSON, picture
from tests.inner.people import COUNTY

FORM = {
    "organ": COUNTY, "channel": "window", "checked_how": IN_PERSON, "applicant": "party", "name": "柳春燕",
    "id_type": "居民身份证", "id_number": "341023198003051236", "phone": "13800000000", "kind_1": "身份证",
}  # fmt: skip


def test_from_the_window_to_the_slip_and_the_end(house):
    client = house.browser("case_management")
    paper = SimpleUploadedFile("card.png", picture(), "image/png")
    entered = client.post("/inquiries/new/", {**FORM, "case_number": house.case.number, "file_1": paper})
    application = Application.objects.get()
    assert application.ticket in entered.content.decode()
    page = client.get(f"/inquiries/{application.pk}/").content.decode()
    assert "姓名一致" in page
    assert "341023198003051236" not in page
    shown = client.get(f"/inquiries/papers/{application.papers.get().pk}/1/")
    assert shown.headers["Content-Type"] == "image/png"
    assert shown.content.startswith(b"\x89PNG")
    act = {"act": "check", "whose": f"{house.case.pk}:v1", "reason": "证件与本案被害人一致。"}
    assert client.post(f"/inquiries/{application.pk}/", act).status_code == 302
    address = f"/entitlements/{Binding.objects.get().pk}/"
    slip = client.post(address, {"act": "answer", "channel": "window", "checked_how": IN_PERSON}).content.decode()
    assert "案件程序性信息查询答复单" in slip
    assert "段小毛" not in slip
    assert "一次性激活码" in client.post(address, {"act": "code"}).content.decode()
    assert "检察服务窗口" in client.get(address).content.decode()
    assert client.post(address, {"act": "end", "ground": "解除委托"}).status_code == 302
    assert client.post(address, {"act": "answer", "channel": "window", "checked_how": IN_PERSON}).status_code == 422
    for one in ("/inquiries/?state=all", "/entitlements/?ended=1", "/looks/", "/notices/", "/assistance/"):
        assert client.get(one).status_code == 200


def test_a_refused_decision_keeps_the_page_and_says_why(house):
    client = house.browser("case_management")
    client.post("/inquiries/new/", {**FORM, "case_number": house.case.number, "kind_1": ""})
    application = Application.objects.get()
    act = {"act": "check", "whose": f"{house.case.pk}:v1", "reason": "属实"}
    answer = client.post(f"/inquiries/{application.pk}/", act)
    assert answer.status_code == 422
    assert "还缺：身份证" in answer.content.decode()
