"""Whatever a view forgets, the database shows one person's rows at a time (Art 7, 8)."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from anxin.outer.party import queries, walls
from anxin.outer.party.models import Account, Act, Activation, Binding, Record, Session, StaffLook
from tests.outer.party.conftest import NUMBER, record

pytestmark = pytest.mark.django_db
TABLES = (Account, Activation, Binding, Record, Session, Act, StaffLook)


def seen() -> dict[str, int]:
    """What raw queries without any condition find."""
    with connection.cursor() as cursor:
        found = {}
        for model in TABLES:
            cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
            found[model.__name__] = cursor.fetchone()[0]
    return found


@pytest.fixture
def two(lawyer, person):
    other = person("1000000002")
    other.case = other.bind()
    other.activate()
    for one in (lawyer, other):
        one.get("/cases/")
        one.staff_look()
    return lawyer, other


def test_without_an_identity_nobody_sees_anything(two, db_role):
    with db_role("party"):
        walls.nobody()
        assert set(seen().values()) == {0}


def test_with_the_filters_of_the_views_turned_off_a_person_still_sees_only_the_own_rows(two, db_role):
    for one in two:
        with db_role("party"):
            walls.nobody()
            walls.identify(one.id)
            assert seen() == {"Account": 1, "Activation": 1, "Binding": 1, "Record": 1, "Session": 1, "Act": Act.objects.count(),
                              "StaffLook": 1}
            assert set(Binding.objects.values_list("account", flat=True)) == {one.id}
            assert set(Act.objects.values_list("account", flat=True)) == {one.id}


def test_a_claim_shows_the_account_row_and_no_case(two, db_role):
    with db_role("party"):
        walls.nobody()
        walls.claim(two[0].login)
        assert seen() == {"Account": 1, "Activation": 1, "Binding": 0, "Record": 0, "Session": 0, "Act": 0, "StaffLook": 0}


def test_the_record_of_an_ended_or_stale_binding_is_hidden_by_the_database_itself(two, db_role):
    mine, other = two
    Binding.objects.filter(pk=mine.case).update(lease_until="2020-01-01T00:00:00+08:00")
    Binding.objects.filter(pk=other.case).update(valid_until="2020-01-01T00:00:00+08:00")
    for one in two:
        with db_role("party"):
            walls.nobody()
            walls.identify(one.id)
            assert seen()["Record"] == 0


def test_with_every_filter_of_the_queries_turned_off_the_pages_show_the_own_case_alone(two, monkeypatch):
    """The views' own limits are replaced by none at all: what another has is still not found, and never shown."""
    mine, other = two
    Record.objects.filter(binding=other.case).update(record=record(number="另案的编号", person="令狐某"))
    monkeypatch.setattr(queries, "live", lambda account: Binding.objects.all())
    monkeypatch.setattr(queries, "_records", lambda account: {row.binding: row.record for row in Record.objects.all()})
    monkeypatch.setattr(queries, "acts", lambda account: Act.objects.all())
    monkeypatch.setattr(queries, "staff_looks", lambda account: StaffLook.objects.all())
    monkeypatch.setattr(queries, "sessions", lambda account: Session.objects.all())
    monkeypatch.setattr(queries, "ended", lambda account: [])
    assert mine.get(f"/cases/{other.case}/").status_code == 404
    assert mine.get(f"/cases/{other.case}/download/").status_code == 404
    for path in ("/cases/", f"/cases/{mine.case}/", "/looks/", "/account/"):
        page = mine.get(path).content.decode()
        assert "另案的编号" not in page
        assert "令狐某" not in page
        assert str(other.case) not in page
    assert mine.get("/account/").content.decode().count("最近使用") == 1


@pytest.mark.parametrize("statement", [
    "INSERT INTO party_act (id, account, kind, what, at, client) VALUES (gen_random_uuid(), %s, 'look', 'list', now(), '')",
    "INSERT INTO party_session (key_hash, account, began_at, seen_at, client) VALUES ('x', %s, now(), now(), '')",
])
def test_nobody_writes_in_another_person_s_name(two, db_role, statement):
    with db_role("party"):
        walls.nobody()
        walls.identify(two[0].id)
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            connection.cursor().execute(statement, [two[1].id])
        with connection.cursor() as cursor:
            cursor.execute("UPDATE party_account SET password = 'x' WHERE id = %s", [two[1].id])
            assert cursor.rowcount == 0


def test_the_door_has_no_right_to_messages_and_cannot_read_errands(two, db_role):
    with db_role("party"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM party_document")  # a view of what is public, and only what a link needs
    for table in ("party_message", "party_errand", "publications_publication", "submissions_sealed", "post_outbox"):
        with db_role("party"), pytest.raises(Exception, match="permission denied"), transaction.atomic():
            connection.cursor().execute(f"SELECT * FROM {table}")


@pytest.mark.django_db(transaction=True, available_apps=["anxin.outer.party"])
def test_a_pooled_connection_does_not_carry_an_identity_to_the_next_request(sender):
    import uuid

    with transaction.atomic():
        walls.identify(uuid.uuid4())
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('anxin.account', true)")
        assert cursor.fetchone()[0] in ("", None)
    with pytest.raises(RuntimeError):
        walls.identify(uuid.uuid4())


def test_contact_data_are_sealed_to_their_place(person):
    someone = person(contact={"email": "someone@example.org", "phone": "13900000001"})
    row = someone.row
    for value in (row.email, row.phone):
        assert b"someone" not in bytes(value)
        assert b"139" not in bytes(value)
    from anxin.outer.party.sealed import unseal

    assert unseal(f"email {row.pk}", row.email) == "someone@example.org"
    with pytest.raises(ValueError, match="打不开"):
        unseal(f"phone {row.pk}", row.email)
    assert NUMBER  # the number stands in the record alone
