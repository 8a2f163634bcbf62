"""The embedded cluster: private, recoverable, and harmless to everybody else's processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import psycopg
import pytest

from anxin.launch import postmaster
from anxin.launch.account import public_place
from anxin.launch.postgres import Cluster


@pytest.fixture
def cluster():
    cluster = Cluster(public_place("anxin-test-"), throw_away=True)
    yield cluster
    cluster.remove()


def query(cluster: Cluster, text: str):
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        cursor = connection.execute(text)
        return cursor.fetchall() if cursor.description else None


def test_no_connection_without_the_password(cluster):
    cluster.start()
    for password in ("", "wrong"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(cluster.url("postgres", password=password), connect_timeout=5)
    assert query(cluster, "SELECT current_setting('listen_addresses')") == [("",)]
    assert query(cluster, "SELECT DISTINCT auth_method FROM pg_hba_file_rules") == [("scram-sha-256",)]


def test_acknowledged_work_survives_a_killed_server(cluster):
    cluster.throw_away = False
    cluster.start()
    query(cluster, "CREATE TABLE kept AS SELECT 1 AS number")
    os.killpg(cluster._server.pid, 9)
    cluster._server.wait()
    again = Cluster(cluster.records, throw_away=True)
    again.start()
    assert query(again, "SELECT number FROM kept") == [(1,)]
    again.stop()


def test_a_server_left_running_by_a_killed_launcher_is_taken_over(cluster):
    cluster.start()
    query(cluster, "CREATE TABLE kept AS SELECT 1 AS number")
    again = Cluster(cluster.records, throw_away=True)
    again.start()
    assert cluster._server.wait(10) is not None
    assert query(again, "SELECT number FROM kept") == [(1,)]
    again.stop()


def test_a_stale_pid_that_belongs_to_a_stranger_harms_nobody(cluster):
    cluster.start()
    cluster.stop()
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        home = cluster.elsewhere() or cluster.records
        pid_file = home / "data" / "postmaster.pid"
        pid_file.write_text(f"{stranger.pid}\n{home / 'data'}\n{int(time.time()) - 9999}\n5432\n\n\n  1 2\nready   \n")
        assert not postmaster.is_ours(stranger.pid, home / "data")
        cluster.start()
        assert query(cluster, "SELECT 1") == [(1,)]
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_an_interrupted_first_run_is_begun_again(cluster):
    half = (cluster.elsewhere() or cluster.records) / "data.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18")
    cluster.start()
    assert query(cluster, "SELECT 1") == [(1,)]


def test_modes_of_parent_directories_stay(cluster):
    before = {parent: parent.stat().st_mode for parent in cluster.records.parents}
    cluster.start()
    assert {parent: parent.stat().st_mode for parent in cluster.records.parents} == before
    assert cluster.records.stat().st_mode & 0o077 == 0o011
    assert ((cluster.elsewhere() or cluster.records) / "data").stat().st_mode & 0o777 == 0o700
