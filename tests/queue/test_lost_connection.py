"""A connection that breaks: what became of the step is found out, never guessed."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit, urlunsplit

import psycopg
import pytest

from balie_app.queue import commands as c
from balie_app.queue import hall as hall_module
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.trouble import Trouble

pytestmark = pytest.mark.postgres
BY = c.By("test")
ISSUE = c.Issue(("paspoort",))
SOCKET = ".s.PGSQL.5432"


class Cable:
    """A cable between the hall and its server that can be cut around a commit."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self._server = str(Path(parse_qs(parts.query)["host"][0]) / SOCKET)
        self.folder = Path(tempfile.mkdtemp(prefix="balie-cable-", dir="/tmp"))
        self.url = urlunsplit(parts._replace(query=f"host={quote(str(self.folder), safe='')}"))
        self.cut: str | None = None
        """"before": a commit never arrives; "after": its answer never comes. Once, unless ``gone``."""
        self.gone = False
        self.cuts = 0
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.folder / SOCKET))
        self._listener.listen()
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                if self.gone:
                    near.close()
                    continue
                far = socket.socket(socket.AF_UNIX)
                far.connect(self._server)
                self._ends += [near, far]
                threading.Thread(target=self._carry, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._carry, args=(far, near, False), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, to_server: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if to_server and self.cut and b"COMMIT\0" in data:  # not "READ COMMITTED"
                    self._break(source, target, data)
                    return
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _break(self, near: socket.socket, far: socket.socket, data: bytes) -> None:
        how, self.cut = self.cut, None
        self.cuts += 1
        near.shutdown(socket.SHUT_RDWR)
        if how == "after":
            far.sendall(data)
        far.shutdown(socket.SHUT_WR)  # the server reads what came, and then the end

    def close(self) -> None:
        for end in [self._listener, *self._ends]:
            end.close()
        shutil.rmtree(self.folder)


@pytest.fixture
def cable(postgres_url: str) -> Iterator[Cable]:
    made = Cable(postgres_url)
    yield made
    made.close()


@pytest.fixture
def hall(cable: Cable, postgres_url: str, make_config: Callable[..., HallConfig]) -> Iterator[Hall]:
    create_hall(postgres_url, make_config()).close()
    opened = open_hall(cable.url)
    yield opened
    opened.close()


def issued(hall: Hall) -> list[str | None]:
    return [each.ticket for each in hall.journal() if each.what == "issued"]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_step_whose_connection_is_cut_in_the_commit_is_done_once(hall: Hall, cable: Cable, when: str) -> None:
    cable.cut = when
    visit = hall.perform(ISSUE, BY)
    assert cable.cuts == 1
    assert issued(hall) == [visit.label] == ["K001"]
    assert hall.perform(ISSUE, BY).label == "K002"


def test_a_step_that_cannot_be_found_out_says_so_and_can_be_repeated_safely(
    hall: Hall, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hall_module, "FIND_OUT_S", (0.0, 0.01))
    hall.perform(ISSUE, BY)
    cable.cut, cable.gone = "after", True
    with pytest.raises(Trouble) as caught:
        hall.perform(ISSUE, BY)
    assert caught.value.code == "outcome-unknown"
    cable.gone = False
    assert hall.perform(replace(ISSUE, key=str(caught.value.facts["key"])), BY).label == "K002"
    assert issued(hall) == ["K001", "K002"]


def test_a_server_that_is_away_is_said_at_once_and_nothing_is_done(hall: Hall, cable: Cable, postgres_url: str) -> None:
    cable.gone = True
    end_sessions(postgres_url)
    with pytest.raises(Trouble) as caught:
        hall.perform(ISSUE, BY)
    assert caught.value.code == "database-away"
    with pytest.raises(Trouble):
        hall.view()
    cable.gone = False
    assert hall.perform(ISSUE, BY).label == "K001"


def test_a_session_that_the_server_ended_meanwhile_is_replaced_unnoticed(hall: Hall, postgres_url: str) -> None:
    end_sessions(postgres_url)
    assert hall.perform(ISSUE, BY).label == "K001"
    end_sessions(postgres_url)
    assert hall.view().figures.arrived == 1


def end_sessions(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as link:
        link.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_step_waits_for_a_long_step_of_another_station_and_then_gives_up(
    postgres_url: str, make_config: Callable[..., HallConfig]
) -> None:
    create_hall(postgres_url, make_config()).close()
    hall = open_hall(f"{postgres_url}&options=-c%20lock_timeout%3D200")
    with psycopg.connect(postgres_url) as other:
        other.execute("SELECT * FROM hall FOR UPDATE")
        with pytest.raises(Trouble) as caught:
            hall.perform(ISSUE, BY)
        assert caught.value.code == "locked"
        other.rollback()
    assert hall.perform(ISSUE, BY).label == "K001"
    hall.close()
