"""A second printer takes over: the rule on a clock of its own, and two stations with one hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from types import SimpleNamespace
from typing import Any

import pytest

from balie_app.devices.backups import Backups
from balie_app.devices.config import read_station
from balie_app.devices.service import DeviceService
from balie_app.devices.simulate import SimulatedPrinter
from balie_app.devices.states import State, Status
from balie_app.queue.commands import By, Command, Issue, TakeOver
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.store.feed import Feed
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import DeviceState, PrintJob

NOW = datetime(2030, 1, 14, 9, tzinfo=UTC)
HERE = frozenset({"balie"})


@dataclass
class Desk:
    error: Exception | None = None
    commands: list[Command] = field(default_factory=list)

    def perform(self, command: Command) -> object:
        if self.error is not None:
            raise self.error
        self.commands.append(command)
        return ()

    def submit(self, *_: object) -> None: ...
    def usable(self, line: str) -> bool:
        return bool(line)


def printer(name: str, state: State, backup: str = "", after_s: int = 10) -> DeviceState:
    return DeviceState(name, "printer", "noord", state.value, "", "", NOW, backup=backup, backup_after_s=after_s)


def view(*devices: DeviceState, waits: str = "deur") -> Any:
    job = PrintJob("j1", waits, "ticket", "K001", "queued", False, NOW)
    return SimpleNamespace(devices=devices, print_jobs=(job,))


@pytest.mark.parametrize(
    "state", [State.HELP, State.SILENT, State.GONE, State.MISCONFIGURED, State.CONNECTING, State.OFF]
)
def test_the_backup_takes_over_when_the_first_did_not_work_for_ten_seconds(state: State) -> None:
    desk = Desk()
    backups, hall = Backups(desk), view(printer("deur", state, "balie"))
    backups.look(hall, HERE, 100)
    assert desk.commands == []
    assert not backups.due(109)
    assert backups.due(110)
    backups.look(hall, HERE, 110)
    assert desk.commands == [TakeOver("deur", "balie")]
    assert not backups.hurry


@pytest.mark.parametrize("state", [State.READY, State.BUSY, State.ATTENTION])
def test_a_printer_that_works_keeps_its_paper(state: State) -> None:
    desk = Desk()
    backups = Backups(desk)
    for now in (100, 200, 300):
        backups.look(view(printer("deur", state, "balie")), HERE, now)
    assert desk.commands == []
    assert not backups.hurry


def test_a_line_that_is_opened_again_does_not_start_the_count_anew() -> None:
    desk = Desk()
    backups = Backups(desk)
    for now, state in ((100, State.GONE), (104, State.CONNECTING), (108, State.SILENT), (110, State.CONNECTING)):
        backups.look(view(printer("deur", state, "balie")), HERE, now)
    assert desk.commands == [TakeOver("deur", "balie")]


def test_a_printer_that_came_back_in_between_is_given_its_time_again() -> None:
    desk = Desk()
    backups = Backups(desk)
    for now, state in ((100, State.GONE), (109, State.READY), (111, State.GONE), (120, State.GONE)):
        backups.look(view(printer("deur", state, "balie")), HERE, now)
    assert desk.commands == []


def test_later_paper_follows_at_once_while_the_first_is_away() -> None:
    desk = Desk()
    backups = Backups(desk)
    hall = view(printer("deur", State.GONE, "balie"))
    backups.look(hall, HERE, 100)
    backups.look(hall, HERE, 115)
    backups.look(hall, HERE, 116)
    assert desk.commands == [TakeOver("deur", "balie")] * 2


def test_two_printers_that_back_each_other_up_and_are_both_away_move_nothing() -> None:
    desk = Desk()
    backups = Backups(desk)
    both = (printer("deur", State.GONE, "balie"), printer("balie", State.HELP, "deur"))
    for now in (100, 200, 300):
        backups.look(view(*both), frozenset(), now)
        backups.look(view(*both, waits="balie"), frozenset(), now)
    assert desk.commands == []
    assert not backups.hurry


def test_nothing_is_moved_when_nothing_waits_or_the_backup_is_elsewhere() -> None:
    desk = Desk()
    backups = Backups(desk)
    for now in (100, 200):
        backups.look(view(printer("deur", State.GONE, "balie"), waits="elders"), HERE, now)
        backups.look(view(printer("kiosk", State.GONE, "anders"), waits="kiosk"), HERE, now)
    assert desk.commands == []


def test_while_the_hall_is_away_nothing_is_lost() -> None:
    desk = Desk(error=Trouble("database-away", where="x"))
    backups, hall = Backups(desk), view(printer("deur", State.GONE, "balie", 1))
    backups.look(hall, HERE, 100)
    backups.look(hall, HERE, 101)
    desk.error = None
    backups.look(hall, HERE, 102)
    assert desk.commands == [TakeOver("deur", "balie")]


LINE = '[[lines]]\nname = "{name}"\nkind = "printer"\nport = "{port}"\n'


@pytest.mark.parametrize(
    ("more", "key"),
    [('backup = "bon"', "backup"), ("backup_after_s = 0", "backup_after_s"), ('backup = ""', "backup")],
)
def test_a_backup_that_cannot_be_is_told_with_its_key(tmp_path: Path, more: str, key: str) -> None:
    file = tmp_path / "station.toml"
    file.write_text(LINE.format(name="bon", port="/dev/ttyS0") + more, encoding="utf-8")
    if more == 'backup = ""':
        assert read_station(file).lines[0].backup == ""
        return
    with pytest.raises(ConfigMistakes, match=f"lines\\[0\\].{key}"):
        read_station(file)


class Stations:
    """A hall, printers on pseudo-terminals, and a station for each."""

    def __init__(self, where: str, folder: Path) -> None:
        self.where, self.folder = where, folder
        self.hall = create_hall(where, template("three-counters", "Voorbeeld"))
        self.signs: SimpleQueue[object] = SimpleQueue()
        self.states: dict[str, Status] = {}
        self.printers: dict[str, SimulatedPrinter] = {}
        self.services: list[DeviceService] = []
        self.feed = Feed(where, lambda: self.signs.put(None), lambda _online: None)
        self.feed.start()

    def station(self, name: str, backup: str = "") -> DeviceService:
        printer = self.printers.get(name) or SimulatedPrinter(self.folder / name, lambda: self.signs.put(None))
        if name not in self.printers:
            printer.start()
            self.printers[name] = printer
        file = self.folder / f"{name}.toml"
        more = f'backup = "{backup}"\nbackup_after_s = 1\n' if backup else ""
        line = LINE.format(name=name, port=self.folder / name)
        file.write_text(f'station = "{name}"\n{line}{more}', encoding="utf-8")
        service = DeviceService(self.where, read_station(file), self.heard)
        service.start()
        self.services.append(service)
        return service

    def heard(self, status: Status) -> None:
        self.states[status.name] = status
        self.signs.put(status)

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self.signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}")

    def wait_state(self, name: str, state: State) -> None:
        self.until(lambda: name in self.states and self.states[name].state is state, f"{name} {state}")

    def known(self, name: str) -> str:
        """The state of a printer as the hall knows it."""
        return next(each.state for each in self.hall.view().devices if each.name == name)

    def wait_paper(self, name: str, count: int) -> None:
        self.until(lambda: self.printers[name].printed >= count, f"{count} papers at {name}")

    def issue(self, printer: str) -> None:
        self.hall.perform(Issue(contact_type="quick", printer=printer), By("kiosk"))

    def stop(self) -> None:
        for service in self.services:
            service.stop()
        for each in self.printers.values():
            each.stop()
        self.feed.stop()
        self.hall.close()


@pytest.fixture
def stations(hall_url: str, nothing_left: None, tmp_path: Path) -> Iterator[Stations]:
    made = Stations(hall_url, tmp_path)
    yield made
    made.stop()


def test_a_ticket_comes_out_at_another_station_and_later_ones_at_the_first_again(stations: Stations) -> None:
    stations.station("deur", backup="balie")
    stations.station("balie")
    for name in ("deur", "balie"):
        stations.wait_state(name, State.READY)
    stations.printers["deur"].fault("paper_out")
    stations.wait_state("deur", State.HELP)
    stations.issue("deur")
    stations.wait_paper("balie", 1)
    stations.printers["deur"].fault("paper_out", on=False)
    stations.until(lambda: stations.known("deur") == State.READY, "everybody knows that it works again")
    stations.issue("deur")
    stations.wait_paper("deur", 1)
    assert [len(each.papers) for each in stations.printers.values()] == [1, 1]
    moved = [entry for entry in stations.hall.journal() if entry.what == "print-moved"]
    assert [(entry.station, entry.facts["labels"]) for entry in moved] == [("balie", ["K001"])]


def test_a_station_that_is_switched_off_is_helped_too(stations: Stations) -> None:
    first = stations.station("deur", backup="balie")
    stations.station("balie")
    for name in ("deur", "balie"):
        stations.wait_state(name, State.READY)
    first.stop()
    stations.issue("deur")
    stations.wait_paper("balie", 1)
    assert stations.printers["deur"].printed == 0
