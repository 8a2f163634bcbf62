"""Notices go out by a real mail server and by text message, and say nothing of anybody's case."""

from __future__ import annotations

import socket
from datetime import timedelta
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from django.test import Client
from django.utils import timezone

from anxin.exchange.package import Item
from anxin.outer.party import jobs, messages
from anxin.outer.party.models import Account, Message
from tests.outer.party.conftest import NUMBER, PERSON

pytestmark = pytest.mark.django_db
CONTACT = {"email": "someone@example.org", "phone": "13900000001"}


class Box:
    """What the mail server was given."""

    def __init__(self) -> None:
        self.letters, self.refuse = [], False

    async def handle_DATA(self, server, session, envelope):
        if self.refuse:
            return "451 try again later"
        self.letters.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


@pytest.fixture
def box(settings):
    box = Box()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    server.stop()


@pytest.fixture
def told(person, box):
    someone = person(contact=CONTACT)
    someone.case = someone.bind()
    someone.activate()
    Account.objects.update(email_confirmed=True)
    messages.deliver()
    return someone


def test_that_an_account_can_be_opened_is_told_by_text_message_alone(told, box, settings):
    """The address for letters is confirmed only afterwards; the code itself is never sent."""
    sent = texts(settings)
    assert len(sent) == 1
    assert "可以激活" in sent[0]
    assert told.code not in sent[0]
    assert box.letters == []


def notice(someone, what: str = "progress", version: int = 1) -> None:
    payload = {"account": str(someone.id), "version": version, "what": what, "at": timezone.now().isoformat()}
    someone.sender.send(Item("notice", str(uuid4()), version, 0, payload))


def texts(settings) -> list[str]:
    return [path.read_text() for path in sorted(settings.SMS_FILES.glob("*.txt"))] if settings.SMS_FILES.exists() else []


def plain(content: bytes) -> str:
    import email
    from email import policy

    letter = email.message_from_bytes(content, policy=policy.default)
    return f"{letter['subject']}\n{letter.get_content()}"


def test_nothing_sensitive_stands_in_any_message(told, box, settings):
    for version, what in enumerate(("progress", "expiring"), 1):
        notice(told, what, version)
    told.end(told.case)
    assert messages.deliver() == 2
    told.bind()
    for version, what in enumerate(("progress", "expiring"), 3):
        notice(told, what, version)
    assert messages.deliver() == 4
    everything = "\n".join([plain(content) for _, content in box.letters] + texts(settings))
    for word in (NUMBER, NUMBER[:8], PERSON, "盗窃", "取保候审", "朝阳", told.login, str(told.id), "辩护人"):
        assert word not in everything, word
    for words in ("新的进展", "将要到期", "有变动", "可以激活"):
        assert words in everything, words
    assert {to for tos, _ in box.letters for to in tos} == {"someone@example.org"}
    assert not [m for m in Message.objects.all() if bytes(m.address)]


def test_a_notice_is_sent_once_and_only_in_the_ways_that_were_chosen(told, box, settings):
    told.post("/account/notices/", notify_email="on", email="someone@example.org")
    notice(told)
    messages.deliver()
    assert messages.deliver() == 0
    assert len(box.letters) == 1
    assert not [text for text in texts(settings) if "新的进展" in text]


def test_an_address_that_was_not_confirmed_gets_no_notice(told, box):
    Account.objects.update(email_confirmed=False)
    notice(told)
    messages.deliver()
    assert box.letters == []


def test_after_the_last_binding_ended_only_the_end_itself_is_told(told, box):
    notice(told)
    told.end(told.case)
    notice(told, version=2)
    messages.deliver()
    assert [("有变动" in plain(content)) for _, content in box.letters] == [True]


def test_an_end_is_told_once_also_while_other_rights_last(told, box):
    told.bind()
    told.end(told.case)
    told.end(told.case)
    messages.deliver()
    assert [("有变动" in plain(content)) for _, content in box.letters] == [True]


def test_a_server_that_refuses_is_tried_again_later_and_holds_nobody_up(told, box):
    box.refuse = True
    Account.objects.update(notify_sms=False)
    notice(told)
    assert messages.deliver() == 0
    row = Message.objects.get(channel="email")
    assert row.attempts == 1
    assert row.retry_at > timezone.now() - timedelta(seconds=60)
    box.refuse = False
    Message.objects.update(retry_at=None)
    assert messages.deliver() == 1
    assert len(box.letters) == 1


def test_a_sign_in_at_a_machine_that_was_not_used_before_is_told(told, box):
    for _ in range(2):  # the second time at the usual machine; a letter to confirm the address went out before
        jobs.run_errands()
        messages.deliver()
        box.letters.clear()
        told.post("/sign-out/")
        told.sign_in()
    jobs.run_errands()
    messages.deliver()
    assert box.letters == []
    told.client = Client(headers={"host": "127.0.0.1"})
    told.sign_in()
    jobs.run_errands()
    messages.deliver()
    assert ["没有用过的设备" in plain(content) for _, content in box.letters] == [True]
