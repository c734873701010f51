"""station.toml changes while the service runs: what is different begins anew, what is the same never closes."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from balie_app import paths
from balie_app.devices.config import read_station
from balie_app.devices.config_model import LineConfig
from balie_app.devices.linefile import drop_line, put_line
from balie_app.devices.ports import opener
from balie_app.devices.reload import FileWatch
from balie_app.devices.service import DeviceService
from balie_app.devices.sim_dispenser import SimulatedDispenser, SimulatedScanner
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.states import State, Status
from balie_app.devices.transport import Transport
from balie_app.queue.commands import By, CallNext, Issue, OpenCounter
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.store.feed import Feed

BY = By("counter-1", "anna")


class Place:
    """A hall, a display, a dispenser, and a service that looks at its file as ``balie devices`` does."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "station.toml"
        self.hall: Hall = create_hall(folder / "hal.db", template("three-counters", "Voorbeeld"))
        self.display = SimulatedDisplay("modbus-number", folder / "display", self.sign)
        self.dispenser = SimulatedDispenser("button-bytes", folder / "deur", self.sign)
        self.scanner = SimulatedScanner("scanner-datalogic", folder / "lezer", self.sign)
        self.far = (self.display, self.dispenser, self.scanner)
        for each in self.far:
            each.start()
        put_line(self.file, self.line("display", "modbus-number", counter=1, address=1))
        put_line(self.file, self.line("deur", "button-bytes", "dispenser", map={"1": {"contact_type": "quick"}}))
        self._signs: SimpleQueue[None] = SimpleQueue()
        self.states: dict[str, Status] = {}
        self.opened: Tally[str] = Tally()
        config = read_station(self.file)
        self.watch = FileWatch(self.file, config)
        self.service = DeviceService(
            folder / "hal.db", config, self.told, open_line=self.opening, monitor_file=folder / "gezien.jsonl"
        )
        self.feed = Feed(str(folder / "hal.db"), self.sign, lambda _online: None)
        self.feed.start()
        self.service.start()
        self.ready("display", "deur")

    def line(self, name: str, model: str, kind: str = "display", **more: object) -> dict[str, object]:
        return {"name": name, "kind": kind, "port": str(self.file.parent / name), "template": model, **more}

    def opening(self, line: LineConfig) -> Callable[[], Transport]:
        really = opener(line.port, line.settings)

        def open_it() -> Transport:
            self.opened[line.name] += 1
            return really()

        return open_it

    def sign(self) -> None:
        if hasattr(self, "_signs"):
            self._signs.put(None)

    def told(self, status: Status) -> None:
        self.states[status.name] = status
        self.sign()

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self._signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}; {self.states}")

    def ready(self, *names: str) -> None:
        for name in names:
            self.until(lambda name=name: name in self.states and self.states[name].state is State.READY, name)

    def go_on(self) -> None:
        """As the service's own loop does when it looks at the file."""
        news = self.watch.news()
        assert news is not None
        self.service.adopt(news)

    def listed(self) -> dict[str, str]:
        return {device.name: device.state for device in self.hall.view().devices}

    def stop(self) -> None:
        self.service.stop()
        self.feed.stop()
        for each in self.far:
            each.stop()
        self.hall.close()


@pytest.fixture
def place(nothing_left: None, tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.stop()


def test_a_device_that_is_added_is_used_and_the_others_stay_open(place: Place) -> None:
    put_line(place.file, place.line("lezer", "scanner-datalogic", "scanner", line={"discard_ms": 0}))
    place.go_on()
    place.ready("lezer")
    place.scanner.scan("ONBEKEND")
    place.until(lambda: place.scanner.answers == ["refuse"], "an answer from the hall")
    assert place.opened == {"display": 1, "deur": 1, "lezer": 1}


def test_a_display_that_moves_to_another_counter_shows_that_counter(place: Place) -> None:
    place.hall.perform(OpenCounter(2, "anna"), BY)
    place.hall.perform(Issue(contact_type="quick"), BY)
    place.hall.perform(CallNext(2), BY)
    put_line(place.file, place.line("display", "modbus-number", counter=2, address=1))
    place.go_on()
    place.until(lambda: place.display.shown.get(1) == "1", "the number")
    assert place.opened == {"display": 2, "deur": 1}


def test_a_device_that_is_taken_out_lets_go_and_leaves_the_list(place: Place) -> None:
    place.until(lambda: len(place.listed()) == 2, "both in the list")
    drop_line(place.file, "deur")
    place.go_on()
    place.until(lambda: place.listed().keys() == {"display"}, "one in the list")
    assert [status.name for status in place.service.statuses] == ["display"]
    other = opener(str(place.file.parent / "deur"), read_station(place.file).lines[0].settings)()
    other.close()


def test_a_button_gives_what_the_file_says_now(place: Place) -> None:
    put_line(place.file, place.line("deur", "button-bytes", "dispenser", map={"2": {"contact_type": "extended"}}))
    place.go_on()
    place.until(lambda: place.opened["deur"] == 2, "open again")
    place.ready("deur")
    place.dispenser.press("2")
    place.until(lambda: place.dispenser.answers == ["accept"], "a ticket")
    (issued,) = [entry for entry in place.hall.journal() if entry.what == "issued"]
    assert (issued.ticket or "").endswith("001")


def test_all_devices_may_go_and_one_may_come_back(place: Place) -> None:
    drop_line(place.file, "deur")
    drop_line(place.file, "display")
    place.go_on()
    place.until(lambda: place.service.statuses == (), "none")
    put_line(place.file, place.line("display", "modbus-number", counter=1, address=1))
    place.go_on()
    place.until(lambda: place.opened["display"] == 2, "open again")


def test_a_line_that_hangs_when_it_is_taken_out_is_given_up(place: Place) -> None:
    drop_line(place.file, "deur")
    stop = place.service._lines._lines["deur"].stop
    place.service._lines._lines["deur"].stop = lambda seconds=5.0: False  # type: ignore[method-assign]
    place.go_on()
    place.until(lambda: len(place.service.statuses) == 1, "one")
    assert place.service._lines.hanging("deur")
    assert stop()


def test_a_mistake_changes_nothing_and_is_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "station.toml"
    line = {"name": "d", "kind": "display", "port": "/dev/ttyS1", "template": "ditel-dn109", "counter": 1}
    put_line(file, line)
    watch = FileWatch(file, read_station(file))
    assert watch.news() is None
    good = file.read_text(encoding="utf-8")
    with caplog.at_level(logging.WARNING, "balie.devices"):
        file.write_text(good.replace("ditel", "dietel"), encoding="utf-8")
        assert watch.news() is None
        assert watch.news() is None
    first, *others = [record.message for record in caplog.records]
    assert first.startswith("station.toml: lines[0].template:")
    assert others == ["De apparaten gaan verder zoals het bestand eerder was."]
    file.unlink()
    assert watch.news() is None
    file.write_text(f"# beter\n{good}", encoding="utf-8")
    assert watch.news() is None
    put_line(file, {**line, "counter": 2})
    news = watch.news()
    assert news is not None
    assert news.lines[0].counters == {2: 1}


def test_another_hall_needs_a_new_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "station.toml"
    put_line(file, {"name": "d", "kind": "printer", "port": "/dev/ttyS1"})
    watch = FileWatch(file, read_station(file))
    file.write_text('hall = "ander.db"\n' + file.read_text(encoding="utf-8"), encoding="utf-8")
    with caplog.at_level(logging.WARNING, "balie.devices"):
        assert watch.news() is None
    assert "start balie devices opnieuw" in caplog.text


def test_the_program_itself_notices(place: Place, tmp_path: Path) -> None:
    place.service.stop()
    command = [sys.executable, "-m", "balie_app", "devices", "--station", str(place.file), "--status", "--child"]
    pipe = subprocess.PIPE
    arguments = [*command, "--hall", str(tmp_path / "hal.db")]
    root = paths.resources().parent
    with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        heard = (json.loads(line) for line in process.stdout)
        assert next(said for said in heard if (said["device"], said["state"]) == ("display", "gereed"))
        put_line(place.file, place.line("lezer", "scanner-datalogic", "scanner", line={"discard_ms": 0}))
        assert next(said for said in heard if (said["device"], said["state"]) == ("lezer", "gereed"))
        process.stdin.close()
        for _ in heard:
            pass
        process.wait(60)
        assert process.returncode == 0
