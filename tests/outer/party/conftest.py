"""The parties' door under test: its own settings, its own database role, and what the inner wing sends."""

from __future__ import annotations

import importlib
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone

from anxin.exchange import codes
from anxin.exchange.package import HIDE, Item
from anxin.outer.party.models import Account
from anxin.outer.publications.models import Organ
from anxin.outer.submissions import actions
from anxin.web import errors

PASSWORD = "很长的一句密码 2026"
NUMBER, PERSON = "朝检刑诉受[2026]110105000077号", "欧阳某"


@pytest.fixture(autouse=True)
def door(settings, tmp_path, monkeypatch, db_role):
    """The settings of the door's own process; what is taken in is taken in with the intake's rights."""
    own = importlib.import_module("anxin.config.party")
    for name in ("DOOR", "ROOT_URLCONF", "MIDDLEWARE", "TEMPLATES", "MESSAGE_STORAGE", "CSRF_COOKIE_NAME",
                 "FILE_UPLOAD_HANDLERS", "FILE_UPLOAD_MAX_MEMORY_SIZE"):
        setattr(settings, name, getattr(own, name))
    settings.SMS_FILES = tmp_path / "sms"
    settings.PORTAL_ADDRESS, settings.PARTY_ADDRESS = "http://portal.test", "http://party.test"
    receive = actions.receive

    def as_intake(*args, **kwargs):
        with db_role("intake"):
            return receive(*args, **kwargs)

    monkeypatch.setattr(actions, "receive", as_intake)
    errors.page.cache_clear()
    clear_url_caches()
    yield
    errors.page.cache_clear()


def record(number: str = NUMBER, person: str = PERSON) -> dict:
    return {
        "number": number, "case_type": "一审公诉", "organ_name": "北京市朝阳区人民检察院", "role_label": "辩护人", "person": person,
        "fields": [{"item": "案由", "label": "案由", "value": "盗窃"}, {"item": "办案部门", "label": "办案部门", "value": "第一检察部"}],
        "timeline": [{"on": "2026-10-08", "step": "受理"}, {"on": "2026-10-20", "step": "退回补充侦查"}],
        "limit": {"deadline": "2026-12-08", "sentence": "自重新受理之日起一个月。", "steps": ["2026年10月8日受理", "退回补充侦查，重新计算"], "warning": ""},
        "measures": [{"kind": "取保候审", "executed_on": "2026-09-30", "ended_on": None}],
        "ruleset": "2014-trial", "as_of": timezone.now().isoformat(),
    }


class Person:
    """One account as the inner wing opens it, and its browser at this door, served in the door's own role."""

    def __init__(self, sender, db_role, login: str = "1000000001", contact: dict | None = None) -> None:
        self.sender, self.db_role, self.login = sender, db_role, login
        self.id, self.version, self.code = uuid4(), 0, ""
        self.client = Client(enforce_csrf_checks=False, headers={"host": "127.0.0.1"})
        self.contact = contact or {}
        self.renew()

    def renew(self, hours: float = 24) -> None:
        """A new activation code."""
        self.version, self.code = self.version + 1, codes.new_code()
        expires = timezone.now() + timedelta(hours=hours)
        self.sender.send(Item("activation", str(self.id), self.version, 0, {
            "account": str(self.id), "version": self.version, "login": self.login, "expires": expires.isoformat(),
            "code_hash": codes.code_hash(str(self.id), self.code)} | self.contact))

    def binding(self, key: UUID | None = None, version: int = 1, record_=None, **changes) -> Item:
        key = key or uuid4()
        return Item("binding", str(key), version, 0, {
            "binding": str(key), "account": str(self.id), "version": version, "role": "defender", "organ": "110105",
            "valid_until": None, "issued_at": timezone.now().isoformat(), "lease_hours": 72,
            "record": record_ or record()} | changes)

    def bind(self, **more) -> UUID:
        item = self.binding(**more)
        self.sender.send(item)
        return UUID(item.id)

    def staff_look(self, what: str = "answer", channel: str = "window") -> None:
        key = str(uuid4())
        self.sender.send(Item("staff_look", key, 1, 0, {
            "look": key, "binding": str(self.case), "account": str(self.id), "at": timezone.now().isoformat(), "what": what,
            "organ_name": "北京市朝阳区人民检察院", "department": "案件管理部门", "channel": channel}))

    def ending(self, key: UUID, version: int = 2) -> Item:
        return Item("binding_end", str(key), version, 0, {
            "binding": str(key), "account": str(self.id), "version": version, "reason": "委托关系已经解除",
            "article": "10", "ended_at": timezone.now().isoformat()})

    def end(self, key: UUID) -> None:
        self.sender.send(self.ending(key), lane=HIDE)

    def get(self, path: str):
        with self.db_role("party"):
            return self.client.get(path)

    def post(self, path: str, **data):
        with self.db_role("party"):
            return self.client.post(path, data)

    def activate(self, code: str = "", password: str = PASSWORD):
        return self.post("/activate/", login=self.login, code=code or self.code, password=password, again=password)

    def sign_in(self, password: str = PASSWORD):
        return self.post("/sign-in/", login=self.login, password=password)

    @property
    def row(self) -> Account:
        return Account.objects.get(pk=self.id)


@pytest.fixture
def person(sender, db_role):
    """``person("1000000002")`` is a new account."""
    return lambda login="1000000001", **more: Person(sender, db_role, login, **more)


@pytest.fixture
def lawyer(person):
    """A defender with one live case, signed in; ``lawyer.case`` is the binding."""
    someone = person()
    someone.case = someone.bind()
    assert someone.activate().status_code == 302
    return someone


@pytest.fixture
def organs():
    rows = [("110105", "北京市朝阳区人民检察院", "county"), ("510107", "成都市武侯区人民检察院", "county"), ("510100", "成都市人民检察院", "municipal")]
    return [Organ.objects.create(code=code, version=1, name=name, level=level) for code, name, level in rows]
