"""Several processes at one hall: nothing is lost, doubled or done by halves. BALIE_TEST_LARGE=1 for the full size."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.rules.hall import Clerk, Counter, CounterType, HallConfig
from installer.postgres import Server, fresh_database, restartable_postgres

LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("station_program.py")
COUNTERS = 16
BY = c.By("test")
CRASHES = (signal.SIGQUIT, signal.SIGKILL)
"""A server that gives up at once, and one that is killed: what it had in hand is lost in both cases."""


class Station:
    """A process that works at a hall, and what it was told by the hall."""

    def __init__(self, job: str, where: str, number: int, count: int = 1_000_000) -> None:
        self.said: list[dict[str, Any]] = []
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


def test_stations_that_issue_at_once_never_give_a_number_twice(
    hall: Hall, hall_url: str, start: Callable[..., Station], soundness: Any
) -> None:
    each_gives = 500 if LARGE else 60
    stations = [start("issue", hall_url, number, each_gives) for number in range(8)]
    assert [each.end() for each in stations] == [0] * 8
    labels = [said["label"] for each in stations for said in each.said]
    assert len(labels) == len(set(labels)) == 8 * each_gives
    assert set(labels) == {f"K{number:03d}" for number in range(1, 8 * each_gives + 1)}
    soundness.assert_sound(hall)


def test_stations_that_call_at_once_call_everybody_once(
    hall: Hall, hall_url: str, start: Callable[..., Station], soundness: Any
) -> None:
    waiting = [hall.perform(c.Issue(("paspoort",)), BY).label for _ in range(3000 if LARGE else 240)]
    stations = [start("call", hall_url, number) for number in range(1, COUNTERS + 1 if LARGE else 9)]
    assert {each.end() for each in stations} == {0}
    called = [said["label"] for each in stations for said in each.said]
    assert sorted(called) == sorted(waiting)
    order = [each.ticket for each in soundness.all_entries(hall) if each.what == "called"]
    assert order == waiting
    soundness.assert_sound(hall)


def test_stations_whose_clocks_jump_and_disagree_give_no_number_twice_and_nobody_waits_less_than_nothing(
    hall: Hall, hall_url: str, start: Callable[..., Station], soundness: Any
) -> None:
    stations = [start("walk", hall_url, number, 200 if LARGE else 15) for number in range(1, 5)]
    assert [each.end() for each in stations] == [0] * 4
    said = [said for each in stations for said in each.said]
    numbers = [(each["day"], each["label"]) for each in said]
    assert len(set(numbers)) == len(numbers)
    assert len({day for day, _ in numbers}) > 1
    called = [each["waited"] for each in said if each["waited"] != -1]
    assert len(called) > len(said) / 4
    assert min(called) >= 0
    assert min(each["least"] for each in said) >= 0
    soundness.assert_sound(hall)


class Crew:
    """Stations that press anything; a killed one is replaced by a new one at the same counter."""

    def __init__(self, start: Callable[..., Station], where: str, size: int) -> None:
        self.start, self.where = start, where
        self.working = {number: start("anything", where, number) for number in range(1, size + 1)}
        self.killed: list[Station] = []

    def said(self) -> list[dict[str, Any]]:
        return [said for each in (*self.killed, *self.working.values()) for said in each.said]

    def work(self, steps: int) -> None:
        """Let them do so many more steps together, and each at least one."""
        enough = len(self.said()) + steps
        for _ in range(2400):
            if len(self.said()) >= enough and all(each.said for each in self.working.values()):
                return
            assert all(each.process.poll() is None for each in self.working.values())
            threading.Event().wait(0.05)
        pytest.fail("the stations do not go on")

    def kill(self, number: int) -> None:
        self.working[number].kill()
        self.killed.append(self.working.pop(number))

    def replace(self, number: int) -> None:
        self.kill(number)
        self.working[number] = self.start("anything", self.where, number)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Server | None]]:
    """Where a hall can be, and the server that can be killed there."""
    if request.param == "sqlite":
        yield str(tmp_path / "hall.db"), None
        return
    with restartable_postgres() as server, fresh_database(server.url) as url:
        yield url, server


def test_whatever_is_killed_every_acknowledged_step_is_there_and_no_step_is_half_done(
    place: tuple[str, Server | None], make_config: Callable[..., HallConfig], start: Callable[..., Station],
    soundness: Any, command_mix: Any, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    where, server = place
    draw, killed = random.Random(5), Tally[str]()
    with closing(large_hall(where, make_config)) as hall:
        crew = Crew(start, where, 8 if LARGE else 3)
        until = time.monotonic() + (60 if LARGE else 0)
        while killed.total() < 5 or time.monotonic() < until:
            crew.work(draw.randint(1, 60))
            if server is not None and killed.total() % 3 == 2:
                server.crash(draw.choice(CRASHES))
                server.start()
                killed["server"] += 1
            else:
                crew.replace(draw.choice(list(crew.working)))
                killed["station"] += 1
        crew.work(20)
        for number in list(crew.working):
            crew.kill(number)
        entries = soundness.assert_sound(hall)
    surely = {said["key"] for said in crew.said() if said["surely"]}
    assert len(surely) > 20
    assert surely <= {each.key for each in entries}
    assert killed["server"] or server is None
    if LARGE:
        kinds = Tally(said["kind"] for said in crew.said() if said["surely"])
        never = {"SetClock", "PurgeReceipts"}  # a real hall refuses to set its clock; a new one has nothing so old
        missing = {kind.__name__ for kind in command_mix.KINDS if kind.__module__ == c.__name__} - never - set(kinds)
        assert len(missing) < 8, missing  # a busy machine does not come to all of them in a minute
        with capsys.disabled():
            sys.stdout.write(f"\n{len(entries)} entries, killed {dict(killed)}, acknowledged {dict(kinds)}\n")
    with closing(open_hall(where)) as again:
        assert again.perform(c.Issue(("paspoort",)), BY).label


def test_the_mix_of_commands_has_every_kind(command_mix: Any, make_config: Callable[..., HallConfig]) -> None:
    known = command_mix.Seen(datetime(2030, 1, 14, 9, tzinfo=UTC), make_config())
    mix = command_mix.Mix(random.Random(1), 1, known)
    assert {kind.__name__ for kind in command_mix.KINDS} == {kind.__name__ for kind in c.Command.__subclasses__()}
    drawn = {type(mix.any()) for _ in range(5000)}
    assert drawn == set(command_mix.KINDS)
