"""The PostgreSQL of the tests: fresh, private, and gone afterwards."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from installer import postgres

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.postgres

HOLD = """
import sys
from installer.postgres import throwaway_postgres
with throwaway_postgres() as url:
    print(url, flush=True)
    sys.stdin.read()
"""


def folder_of(url: str) -> Path:
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def server_process(url: str) -> int:
    return int((folder_of(url) / "data" / "postmaster.pid").read_text().splitlines()[0])


def test_a_hall_s_database_starts_empty(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert tables == (0,)


def test_a_database_is_dropped_though_somebody_still_looks(postgres_server: str) -> None:
    with postgres.fresh_database(postgres_server) as url:
        forgotten = psycopg.connect(url)
    with forgotten, pytest.raises(psycopg.OperationalError):
        forgotten.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


def test_the_server_is_new_enough(postgres_server: str) -> None:
    with psycopg.connect(postgres_server) as connection:
        assert connection.info.server_version >= postgres.OLDEST * 10_000


def test_the_wheel_s_server_runs_where_debian_s_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "DEBIAN", tmp_path)
    with postgres.throwaway_postgres() as server, psycopg.connect(server) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_machine_without_any_server_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "DEBIAN", tmp_path)
    monkeypatch.setattr(postgres, "find_spec", lambda _: None)
    with pytest.raises(postgres.NoPostgresError, match="geen PostgreSQL 15"):
        postgres.server_binaries()


def test_the_server_leaves_nothing_behind() -> None:
    with postgres.throwaway_postgres() as url:
        process, folder = server_process(url), folder_of(url)
        os.kill(process, 0)
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's word to a child is Linux's")
def test_the_server_dies_with_a_killed_test_run() -> None:
    command = [sys.executable, "-c", HOLD]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        url = run.stdout.readline().strip()
        server = os.pidfd_open(server_process(url))
        run.send_signal(signal.SIGKILL)
    # a pidfd becomes readable when its process has ended
    ended, _, _ = select.select([server], [], [], 20)
    os.close(server)
    assert ended
    long_ago = time.time() - 3600
    os.utime(folder_of(url), (long_ago, long_ago))
    with postgres.throwaway_postgres():
        assert not folder_of(url).exists()


def test_a_server_in_use_is_never_swept_away() -> None:
    with postgres.throwaway_postgres() as url:
        long_ago = time.time() - 3600
        os.utime(folder_of(url), (long_ago, long_ago))
        with postgres.throwaway_postgres():
            assert folder_of(url).exists()
