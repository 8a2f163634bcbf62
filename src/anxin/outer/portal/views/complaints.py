"""反映问题 (Art 23): from any item or in general, without signing in; the receipt; the dispute of an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from anxin.exchange.refused import Refused
from anxin.outer.complaints import actions
from anxin.outer.publications import queries
from anxin.outer.publications.models import Organ, Publication
from anxin.outer.submissions.queries import status

SHOWN = 8


class ComplaintForm(forms.Form):
    kind = forms.ChoiceField(label="反映的问题", choices=list(actions.KINDS.items()), widget=forms.RadioSelect)
    organ = forms.CharField(label="检察院", max_length=60, help_text="例如：成都市武侯区人民检察院。")
    place = forms.CharField(label="在什么地方", max_length=300, required=False, help_text="例如：第三段第二句。")
    text = forms.CharField(
        label="具体情况", max_length=4000, widget=forms.Textarea({"rows": 6}),
        help_text="反映泄露的，请不要重复写出泄露的内容，说明位置即可。",
    )  # fmt: skip
    contact = forms.CharField(
        label="联系方式", max_length=200, required=False, help_text="不填写也会办理、答复；答复凭回执在本网站查询。"
    )
    website = forms.CharField(label="此栏请勿填写", max_length=200, required=False)

    def __init__(self, *args: Any, item: Publication | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.code = item.organ if item else ""
        if item:
            del self.fields["organ"]

    def clean_website(self) -> str:
        """Only programs fill in what nobody sees; a person who did it by mistake is told."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("这一栏请留空，然后重新提交。")
        return ""

    def clean_organ(self) -> str:
        name = self.cleaned_data["organ"].strip().replace("\0", "")
        found = list(Organ.objects.filter(name=name)[:1] or Organ.objects.filter(name__contains=name)[: SHOWN + 1])
        if len(found) != 1:
            names = "、".join(organ.name for organ in found[:SHOWN])
            hint = f"请写全称：{names}{'……' if len(found) > SHOWN else ''}" if found else "没有找到，请核对名称。"
            raise forms.ValidationError(hint)
        self.code = found[0].code
        return name


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def complain(request: HttpRequest) -> HttpResponse:
    """The form; after a POST the receipt, shown once."""
    item = _item(request)
    organ = queries.organ(request.GET.get("organ", "")[:6].replace("\0", ""))
    initial = {"organ": organ.name if organ else "", "kind": "error"}
    form = ComplaintForm(request.POST if request.method == "POST" else None, item=item, initial=initial)
    context: dict[str, Any] = {"here": "complaints", "form": form, "item": item}
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("kind", "text", "place", "contact")}
        try:
            receipt = actions.complain(request.META.get("REMOTE_ADDR", ""), form.code, item, **given)
        except Refused as refused:
            form.add_error(None, str(refused))
            return render(request, "portal/complaint.html", context, status=429)
        context |= {"receipt": receipt, "organ": queries.organ(form.code)}
        return render(request, "portal/complaint_done.html", context)
    return render(request, "portal/complaint.html", context, status=422 if form.is_bound else 200)


def _item(request: HttpRequest) -> Publication | None:
    """The version that the address names, whether or not it is still public."""
    public_id = request.GET.get("item", "")[:64].replace("\0", "")
    version = request.GET.get("version", "")
    asked = int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None
    return queries.version(public_id, asked) if public_id else None


@never_cache
@csrf_protect
@require_POST
def dispute(request: HttpRequest) -> HttpResponse:
    """The holder of a ticket does not accept the answer: to the superior organ, once."""
    found = status(request.POST.get("ticket", "")[:20], request.POST.get("code", ""))
    text = request.POST.get("text", "").replace("\0", "").strip()[:2000]
    context: dict[str, Any] = {"here": "tickets"}
    if found is None or found.ticket.kind != "complaint" or not text:
        context["sentence"] = "没有提交成功：请从查询办理情况的页面重新填写异议的理由。"
        return render(request, "portal/dispute_done.html", context, status=422)
    try:
        context["receipt"] = actions.dispute(request.META.get("REMOTE_ADDR", ""), found, text)
    except Refused as refused:
        context["sentence"] = str(refused)
        return render(request, "portal/dispute_done.html", context, status=429)
    return render(request, "portal/dispute_done.html", context | {"about": found.ticket.ticket})
