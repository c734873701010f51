"""The service on a real hall, its devices simulated on pseudo-terminals."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from balie_app.devices.config import StationConfig, read_station
from balie_app.devices.farend import FarEnd as Simulated
from balie_app.devices.service import DeviceService
from balie_app.devices.simulate import SimulatedDispenser, SimulatedDisplay, SimulatedPrinter
from balie_app.devices.states import State, Status
from balie_app.queue.commands import (
    By,
    CallNext,
    Finish,
    Issue,
    OpenCounter,
    PrintAgain,
    PrintDayReport,
    PrintSlip,
    Start,
)
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.rules.slips import SlipKind

BY = By("counter-1", "anna")
STATION = """
hall = "hal.db"
station = "noord"
[[lines]]
name = "bon"
kind = "printer"
port = "{folder}/bon"
[[lines]]
name = "display"
kind = "display"
port = "{folder}/display"
template = "ditel-dn109"
counter = 1
[[lines]]
name = "deur"
kind = "dispenser"
port = "{folder}/deur"
template = "button-bytes"
printer = "bon"
map.1 = {{ contact_type = "quick" }}
map.2 = {{ products = ["bestaat-niet"] }}
"""


class Changes:
    """Waits until something is true, woken by whatever changed; never sleeps."""

    def __init__(self) -> None:
        self.signs: SimpleQueue[Status | None] = SimpleQueue()

    def __call__(self, status: Status | None = None) -> None:
        self.signs.put(status)

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self.signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}")


class Room:
    """A hall, a station file, and simulated devices that can be reached by fixed names."""

    def __init__(self, folder: Path, where: str = "") -> None:
        self.where = where or str(folder / "hal.db")
        self.file = folder / "station.toml"
        self.file.write_text(STATION.format(folder=folder), encoding="utf-8")
        self.hall: Hall = create_hall(self.where, template("three-counters", "Voorbeeld"))
        self.changes = Changes()
        self.printer = SimulatedPrinter(folder / "bon", self.changes)
        self.display = SimulatedDisplay("ditel-dn109", folder / "display", self.changes)
        self.dispenser = SimulatedDispenser("button-bytes", folder / "deur", self.changes)
        self.devices: tuple[Simulated, ...] = (self.printer, self.display, self.dispenser)
        self.states: dict[str, Status] = {}

    def heard(self, status: Status) -> None:
        self.states[status.name] = status
        self.changes(status)

    def service(self) -> DeviceService:
        config: StationConfig = read_station(self.file)
        made = DeviceService(self.where, config, self.heard)
        made.start()
        return made

    def wait_state(self, name: str, state: State) -> None:
        self.changes.until(lambda: name in self.states and self.states[name].state is state, f"{name} {state}")

    def wait_ready(self) -> None:
        for name in ("bon", "display", "deur"):
            self.wait_state(name, State.READY)

    def happened(self, what: str) -> int:
        return sum(entry.what == what for entry in self.hall.journal())


@pytest.fixture
def room(nothing_left: None, tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    for device in made.devices:
        device.start()
    yield made
    for device in made.devices:
        device.stop()
    made.hall.close()


@pytest.fixture
def service(room: Room) -> Iterator[DeviceService]:
    made = room.service()
    room.wait_ready()
    yield made
    made.stop()
    assert made.join(0)


def test_slips_a_copy_and_the_day_s_report_come_out_of_the_printer(room: Room, service: DeviceService) -> None:
    slip = PrintSlip(SlipKind.REFERRAL, "bon", place="Het wijkteam", note="Neem\x1b@ de brief mee.", language="en")
    job = room.hall.perform(slip, BY)
    room.changes.until(lambda: room.happened("print-printed") == 1, "the slip")
    room.hall.perform(PrintAgain(job.id, "bon"), BY)
    room.hall.perform(PrintDayReport("bon"), BY)
    room.changes.until(lambda: room.happened("print-printed") == 3, "the copy and the report")
    first, again, report = room.printer.papers
    assert "Hier kunt u terecht" in first.text
    assert "Het wijkteam" in first.text
    assert "Opnieuw geprint" not in first.text
    assert "Opnieuw geprint" in again.text
    assert "Dagrapport" in report.text
    assert room.hall.view().print_jobs == ()


def test_a_press_gives_one_ticket_on_paper(room: Room, service: DeviceService) -> None:
    room.dispenser.fault("double")
    room.dispenser.press("1")
    room.changes.until(lambda: room.printer.papers, "a ticket")
    room.changes.until(lambda: room.happened("print-printed"), "print-printed")
    assert "K 001" in room.printer.papers[0].text
    assert room.printer.papers[0].paper().problems == ()
    room.changes.until(lambda: room.dispenser.answers == ["accept"], "the answer")
    assert room.happened("issued") == 1


def test_a_refused_press_lights_the_lamp(room: Room, service: DeviceService) -> None:
    room.dispenser.press("2")
    room.changes.until(lambda: room.dispenser.answers == ["refuse"], "a refusal")
    room.changes.until(lambda: room.dispenser.lamp, "the lamp")
    assert room.happened("issued") == 0


def test_without_paper_the_dispenser_says_so_and_the_ticket_waits(room: Room, service: DeviceService) -> None:
    room.hall.perform(Issue(contact_type="quick", printer="bon"), BY)
    room.changes.until(lambda: room.happened("print-printed"), "the first ticket")  # and status comes by itself
    room.printer.fault("paper_out")
    room.wait_state("bon", State.HELP)
    assert room.states["bon"].advice == "Het papier is op. Leg een nieuwe rol in de printer."
    room.hall.perform(Issue(contact_type="quick", printer="bon"), BY)
    room.changes.until(lambda: room.dispenser.lamp, "the lamp")
    room.dispenser.press("1")
    room.changes.until(lambda: room.dispenser.answers == ["refuse"], "a refusal")
    assert len(room.printer.papers) == 1
    room.printer.fault("paper_out", on=False)
    room.changes.until(lambda: len(room.printer.papers) == 2, "the ticket that waited")
    room.changes.until(lambda: not room.dispenser.lamp, "the lamp off")


def test_a_call_shows_at_its_counter_and_goes(room: Room, service: DeviceService) -> None:
    room.hall.perform(OpenCounter(1, "anna"), BY)
    room.hall.perform(Issue(contact_type="quick"), BY)
    room.hall.perform(CallNext(1), BY)
    room.changes.until(lambda: room.display.shown == {1: "K001"}, "the number")
    room.changes.until(lambda: room.states["display"].shows == {1: "K001"}, "the status")
    room.hall.perform(Start(1), BY)
    room.hall.perform(Finish(1), BY)
    room.changes.until(lambda: room.display.shown == {1: ""}, "a dark display")


def test_a_call_made_while_the_display_is_unplugged_is_there_when_it_is_back(
    room: Room, service: DeviceService
) -> None:
    room.hall.perform(OpenCounter(1, "anna"), BY)
    room.display.fault("unplug")
    room.wait_state("display", State.GONE)
    room.hall.perform(Issue(contact_type="quick"), BY)
    room.hall.perform(CallNext(1), BY)
    room.display.fault("unplug", on=False)
    room.changes.until(lambda: room.display.shown == {1: "K001"}, "the number")


def test_a_ticket_that_was_being_sent_is_unknown_after_a_restart(room: Room) -> None:
    first = room.service()
    room.wait_ready()
    room.printer.fault("silent")
    room.hall.perform(Issue(contact_type="quick", printer="bon"), BY)
    room.changes.until(lambda: room.happened("print-sending"), "print-sending")
    first.stop()
    room.printer.fault("silent", on=False)
    second = room.service()
    room.changes.until(lambda: room.happened("print-unknown"), "print-unknown")
    room.wait_state("bon", State.READY)
    second.stop()
    assert len(room.printer.papers) <= 1  # the silent printer may have printed it; nobody printed it again
    assert room.happened("print-sending") == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_told_and_leaves_no_line_open(room: Room) -> None:
    class Broken:
        def at_counters(self) -> Any:
            raise AttributeError("a bug")

        def perform(self, *_: object) -> None: ...
        def close(self) -> None: ...

    made = DeviceService(room.where, read_station(room.file), room.heard, open_port=lambda _where: Broken())
    made.start()
    assert made.join(20)
    assert not made.ended_well
    assert {status.state for status in made.statuses} == {State.OFF}


@pytest.mark.e2e
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_service_tells_its_state_and_ends_when_asked(run: Callable[..., Any], room: Room, how: int) -> None:
    process = run("--station", str(room.file), "--status")
    assert process.until("bon", "gereed")["advice"] == ""
    room.printer.fault("unplug")
    assert process.until("bon", "weg")["advice"].startswith("De verbinding is weg.")
    assert process.end(how) == 0


@pytest.mark.e2e
def test_a_mistake_in_the_station_file_stops_it_with_one_line_for_each(run: Callable[..., Any], room: Room) -> None:
    room.file.write_text(room.file.read_text(encoding="utf-8").replace("ditel", "dittel"), encoding="utf-8")
    process = run("--station", str(room.file))
    _, errors = process.process.communicate(timeout=60)
    assert process.process.returncode == 2
    assert "lines[1].template" in errors.decode()


@pytest.mark.e2e
def test_the_service_outlives_a_hall_that_is_not_there_yet(run: Callable[..., Any], room: Room) -> None:
    process = run("--station", str(room.file), "--status", "--hall", str(room.file.with_name("later.db")))
    process.until("bon", "gereed")
    create_hall(room.file.with_name("later.db"), template("one-desk", "Voorbeeld")).close()
    assert process.end() == 0


@pytest.mark.e2e
def test_simulated_devices_are_a_command_too(run: Callable[..., Any], tmp_path: Path) -> None:
    process = run("simulate", "dispenser", "--link", str(tmp_path / "knop"))
    assert process.line() == f"poort {tmp_path / 'knop'}"
    fd = os.open(tmp_path / "knop", os.O_RDWR | os.O_NOCTTY)
    process.tell("press 3")
    assert os.read(fd, 1) == b"3"
    os.write(fd, b"\x0e")
    while "lamp aan" not in process.line():
        pass
    os.close(fd)
    assert process.end() == 0
    assert not (tmp_path / "knop").is_symlink()


def test_the_service_follows_a_hall_on_either_database(hall_url: str, tmp_path: Path) -> None:
    room = Room(tmp_path, hall_url)
    for device in room.devices:
        device.start()
    service = room.service()
    try:
        room.wait_ready()
        room.dispenser.press("1")
        room.changes.until(lambda: room.happened("print-printed"), "print-printed")
        room.hall.perform(OpenCounter(1, "anna"), BY)
        room.hall.perform(CallNext(1), BY)
        room.changes.until(lambda: room.display.shown == {1: "K001"}, "the number")
    finally:
        service.stop()
        for device in room.devices:
            device.stop()
        room.hall.close()
    assert len(room.printer.papers) == 1
