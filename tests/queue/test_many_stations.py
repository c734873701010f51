"""Several processes at one hall: nothing is lost, doubled or done by halves. BALIE_TEST_LARGE=1 for the full size."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.hall import Clerk, Counter, CounterType, HallConfig
from balie_app.queue.rules.visit import Contact
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry
from installer.postgres import fresh_database, restartable_postgres

LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("station_program.py")
COUNTERS = 16
BY = c.By("test")


class Station:
    """A process that works at a hall, and what it was told by the hall."""

    def __init__(self, job: str, where: str, number: int, count: int = 1_000_000) -> None:
        self.said: list[dict[str, str]] = []
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
        command = [sys.executable, str(PROGRAM), job, where, str(number), str(count)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.busy = threading.Event()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):  # a killed process may leave half a line
                self.said.append(json.loads(line))
                if len(self.said) >= 3:
                    self.busy.set()

    def end(self) -> int:
        code = self.process.wait(600)
        self._reader.join(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def kill(self) -> None:
        self.process.kill()
        self.end()


@pytest.fixture
def start() -> Iterator[Callable[..., Station]]:
    stations: list[Station] = []

    def begin(*arguments: Any) -> Station:
        stations.append(Station(*arguments))
        return stations[-1]

    yield begin
    for each in stations:
        each.kill()


@pytest.fixture
def hall(hall_url: str, make_config: Callable[..., HallConfig]) -> Iterator[Hall]:
    made = large_hall(hall_url, make_config)
    yield made
    made.close()


def large_hall(where: str, make_config: Callable[..., HallConfig]) -> Hall:
    """A real hall with many closed counters, each with somebody who can do everything."""
    numbers = range(1, COUNTERS + 1)
    config = make_config(
        counters=tuple(Counter(number, CounterType.CLOSED, private=True) for number in numbers),
        clerks=tuple(Clerk(f"clerk{number}", f"Clerk {number}", frozenset({"*"})) for number in numbers),
    )
    hall = create_hall(where, config)
    for number in numbers:
        hall.perform(c.OpenCounter(number, f"clerk{number}"), BY)
    return hall


def all_entries(hall: Hall) -> list[Entry]:
    found: list[Entry] = []
    while more := hall.journal(found[-1].seq if found else 0):
        found += more
    return found


def assert_sound(hall: Hall) -> None:
    """What must hold whatever happened: the invariants of the hall, and the journal that explains the state."""
    entries = all_entries(hall)
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    assert all(each.changes or each.what in {"configured", "clock-set", "day-closed"} for each in entries)
    with hall.reading() as connection:
        assert first_difference(connection) is None
        visits = connection.execute(select(tables.visit.c.day, tables.visit.c.label)).all()
        contacts = [Contact(*row) for row in connection.execute(select(tables.contact))]
    assert max(Tally(visits).values(), default=1) == 1
    at_counters = [each for each in contacts if each.state in {"called", "serving"}]
    assert max(Tally(each.counter for each in at_counters).values(), default=1) == 1
    assert all(each.counter is not None for each in at_counters)
    assert all(each.counter is None for each in contacts if each.state in {"waiting", "parked", "producing"})


def test_stations_that_issue_at_once_never_give_a_number_twice(
    hall: Hall, hall_url: str, start: Callable[..., Station]
) -> None:
    each_gives = 500 if LARGE else 60
    stations = [start("issue", hall_url, number, each_gives) for number in range(8)]
    assert [each.end() for each in stations] == [0] * 8
    labels = [said["label"] for each in stations for said in each.said]
    assert len(labels) == len(set(labels)) == 8 * each_gives
    assert set(labels) == {f"K{number:03d}" for number in range(1, 8 * each_gives + 1)}
    assert_sound(hall)


def test_stations_that_call_at_once_call_everybody_once(
    hall: Hall, hall_url: str, start: Callable[..., Station]
) -> None:
    waiting = [hall.perform(c.Issue(("paspoort",)), BY).label for _ in range(3000 if LARGE else 240)]
    stations = [start("call", hall_url, number) for number in range(1, COUNTERS + 1 if LARGE else 9)]
    assert {each.end() for each in stations} == {0}
    called = [said["label"] for each in stations for said in each.said]
    assert sorted(called) == sorted(waiting)
    order = [each.ticket for each in all_entries(hall) if each.what == "called"]
    assert order == waiting
    assert_sound(hall)


def test_stations_killed_in_the_middle_of_steps_lose_nothing_that_was_acknowledged(
    hall: Hall, hall_url: str, start: Callable[..., Station]
) -> None:
    draw = random.Random(5)
    everybody = [start("anything", hall_url, number) for number in range(1, 4)]
    working = list(everybody)
    for killed in range(60 if LARGE else 4):
        victim = working.pop(draw.randrange(len(working)))
        assert victim.busy.wait(60)
        victim.kill()
        everybody.append(start("anything", hall_url, 4 + killed % (COUNTERS - 3)))
        working.append(everybody[-1])
    for each in working:
        assert each.busy.wait(60)
        each.kill()
    acknowledged = {said["key"] for each in everybody for said in each.said}
    assert len(acknowledged) > 20
    assert acknowledged <= {each.key for each in all_entries(hall)}
    assert_sound(hall)
    again = open_hall(hall_url)
    assert again.perform(c.Issue(("paspoort",)), BY).label
    again.close()


@pytest.mark.postgres
def test_a_server_that_crashes_in_the_middle_of_steps_loses_nothing_that_was_acknowledged(
    make_config: Callable[..., HallConfig], start: Callable[..., Station]
) -> None:
    with restartable_postgres() as server, fresh_database(server.url) as url:
        hall = large_hall(url, make_config)
        stations = [start("anything", url, number) for number in range(1, 4)]
        for _ in range(10 if LARGE else 2):
            told = [len(each.said) for each in stations]
            assert all(each.busy.wait(60) for each in stations)
            server.crash()
            server.start()
            until_all_said(stations, [before + 8 for before in told])
        for each in stations:
            each.kill()
        acknowledged = {said["key"] for each in stations for said in each.said}
        assert len(acknowledged) > 20
        assert acknowledged <= {each.key for each in all_entries(hall)}
        assert_sound(hall)
        hall.close()


def until_all_said(stations: list[Station], counts: list[int]) -> None:
    """Wait until each station was told of so many steps in all."""
    for _ in range(1200):
        if all(len(each.said) >= count for each, count in zip(stations, counts, strict=True)):
            return
        assert all(each.process.poll() is None for each in stations)
        threading.Event().wait(0.05)
    pytest.fail("the stations do not go on")
