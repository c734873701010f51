"""A station with a scanner, a roll of numbers, a display, and a second station that wants the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from balie_app.devices import cli_roll
from balie_app.devices.claims import BEAT_S
from balie_app.devices.config import read_station
from balie_app.devices.service import DeviceService
from balie_app.devices.sim_dispenser import SimulatedDispenser, SimulatedScanner
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.states import State, Status
from balie_app.queue.commands import Book, By, CallNext, Finish, Issue, OpenCounter, Recall, Start
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.store.feed import Feed

BY = By("counter-1", "anna")
STATION = """
hall = "hal.db"
station = "{station}"
[[lines]]
name = "lezer"
kind = "scanner"
port = "{folder}/lezer"
template = "scanner-datalogic"
line = {{ discard_ms = 0 }}
[[lines]]
name = "rol"
kind = "dispenser"
port = "{folder}/rol"
template = "button-bytes"
roll = true
map.1 = {{ contact_type = "quick" }}
[[lines]]
name = "displays"
kind = "display"
port = "{folder}/displays"
template = "modbus-number"
counters = {{ 1 = 1, 2 = 2 }}
"""
NAMES = ("lezer", "rol", "displays")


class Signs:
    def __init__(self) -> None:
        self._signs: SimpleQueue[None] = SimpleQueue()
        self.states: dict[str, Status] = {}

    def __call__(self, status: Status | None = None) -> None:
        if status is not None:
            self.states[status.name] = status
        self._signs.put(None)

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self._signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}; {self.states}")

    def cause(self, name: str, cause: str) -> None:
        self.until(lambda: name in self.states and self.states[name].cause == cause, f"{name} {cause}")


class Place:
    """A hall and devices; ``service`` starts a station on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.where = str(folder / "hal.db")
        self.hall: Hall = create_hall(self.where, template("three-counters", "Voorbeeld"))
        self.signs = Signs()
        self.scanner = SimulatedScanner("scanner-datalogic", folder / "lezer", self.signs)
        self.roll = SimulatedDispenser("button-bytes", folder / "rol", self.signs)
        self.displays = SimulatedDisplay("modbus-number", folder / "displays", self.signs, (1, 2))
        self._services: list[DeviceService] = []
        for device in (self.scanner, self.roll, self.displays):
            device.start()

    def service(self, station: str = "noord", signs: Signs | None = None) -> DeviceService:
        file = self.folder / f"{station}.toml"
        file.write_text(STATION.format(folder=self.folder, station=station), encoding="utf-8")
        made = DeviceService(self.where, read_station(file), signs or self.signs)
        made.start()
        self._services.append(made)
        return made

    def ready(self) -> None:
        for name in NAMES:
            self.signs.until(
                lambda name=name: name in self.signs.states and self.signs.states[name].state is State.READY, name
            )

    def labels(self) -> list[str]:
        return [entry.ticket or "" for entry in self.hall.journal() if entry.what == "issued"]

    def stop(self) -> None:
        for service in self._services:
            service.stop()
            assert service.join(0)
        for device in (self.scanner, self.roll, self.displays):
            device.stop()
        self.hall.close()


@pytest.fixture
def place(nothing_left: None, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.stop()


def test_a_scanned_appointment_is_checked_in_and_the_beep_says_so(place: Place) -> None:
    booked = place.hall.perform(
        Book(("paspoort-aanvragen",), place.hall.now() + timedelta(minutes=10), initials="A."), BY
    )
    place.service()
    place.ready()
    place.scanner.scan("https://afspraken.voorbeeld.nl/a/" + booked.code.lower())
    place.signs.until(lambda: place.scanner.answers == ["accept"], "the good beep")
    assert [entry.what for entry in place.hall.journal()][-1] == "checked-in"
    place.scanner.scan("ANDERS")
    place.signs.until(lambda: place.scanner.answers[-1] == "refuse", "the bad beep")
    with place.hall.reading():
        assert "ANDERS" not in str(place.hall.journal())


def test_a_pull_from_the_roll_is_the_number_on_the_paper(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    place.service()
    place.ready()
    place.roll.press("1")
    place.signs.cause("rol", "roll_unset")
    place.signs.until(lambda: place.roll.lamp, "the lamp")
    assert place.labels() == []
    assert "balie devices roll quick NUMMER" in place.signs.states["rol"].advice
    assert cli_roll.main(["quick", "57", "--hall", place.where]) == 0
    assert "K 057" in capsys.readouterr().out
    place.signs.until(lambda: not place.roll.lamp, "the lamp off")
    place.roll.press("1")
    place.signs.until(lambda: place.roll.answers == ["refuse", "accept"], "the answer")
    assert place.labels() == ["K057"]
    place.signs.cause("rol", "")
    assert cli_roll.main(["quick", "57", "--hall", place.where]) == 1
    assert "al uitgegeven" in capsys.readouterr().err


def test_a_call_made_by_another_process_reaches_the_display_here(place: Place) -> None:
    place.service()
    place.ready()
    elsewhere = open_hall(place.where)
    elsewhere.perform(OpenCounter(2, "anna"), BY)
    elsewhere.perform(Issue(contact_type="quick"), BY)
    elsewhere.perform(CallNext(2), BY)
    elsewhere.close()
    place.signs.until(lambda: place.displays.shown.get(2) == "1", "the number")


def test_a_call_that_was_over_while_the_line_was_down_is_not_shown(place: Place) -> None:
    place.service()
    place.ready()
    place.hall.perform(OpenCounter(1, "anna"), BY)
    for _ in range(2):
        place.hall.perform(Issue(contact_type="quick"), BY)
    shown: list[str] = []
    place.displays.fault("unplug")
    place.signs.until(lambda: place.signs.states["displays"].state is State.GONE, "weg")
    place.hall.perform(CallNext(1), BY)
    place.hall.perform(Recall(1), BY)
    place.hall.perform(Start(1), BY)
    place.hall.perform(Finish(1), BY)
    place.hall.perform(CallNext(1), BY)
    place.displays.on_change = lambda: (shown.append(place.displays.shown.get(1, "")), place.signs())  # type: ignore[func-returns-value]
    place.displays.fault("unplug", on=False)
    place.signs.until(lambda: "2" in shown, "the newest call")
    assert "1" not in shown


def test_the_second_station_is_told_who_has_the_lines_and_gets_them_later(place: Place) -> None:
    first = place.service("noord")
    place.ready()
    other = Signs()
    place.service("zuid", other)
    for name in NAMES:
        other.cause(name, "claimed")
        assert other.states[name].state is State.MISCONFIGURED
        assert other.states[name].advice.startswith("Station noord op ")
    first.stop()
    for name in NAMES:
        other.until(lambda name=name: other.states[name].state is State.READY, f"{name} is ours")
    assert BEAT_S < 30


def test_everybody_at_the_hall_sees_the_devices(place: Place) -> None:
    service = place.service()
    place.ready()
    feed = Feed(place.where, place.signs, lambda _online: None)
    feed.start()
    place.signs.until(lambda: [each.state for each in place.hall.view().devices] == ["gereed"] * 3, "the list")
    feed.stop()
    assert {device.station for device in place.hall.view().devices} == {"noord"}
    service.stop()
    assert {device.state for device in place.hall.view().devices} == {"uit"}


def test_the_monitor_of_a_station_is_left_for_others(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "monitor.jsonl"
    (tmp_path / "oost.toml").write_text(STATION.format(folder=tmp_path, station="oost"), encoding="utf-8")
    service = DeviceService(place.where, read_station(tmp_path / "oost.toml"), place.signs, monitor_file=file)
    service.start()
    place.ready()
    place.roll.press("1")
    place.signs.until(lambda: place.roll.answers, "an answer")
    service.stop()
    seen = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert ("rol", "in", "1") in [(each["line"], each["direction"], each["text"]) for each in seen]
