"""Somebody who means harm, with real processes: killed in the middle of a frame, two on one port, cables pulled."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from balie_app.devices.sim_dispenser import SimulatedDispenser
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.queue.commands import By, CallNext, Issue, OpenCounter
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall

pytestmark = pytest.mark.e2e
ROOT = Path(__file__).parents[2]
BY = By("counter-1", "anna")
STATION = """
station = "{station}"
[[lines]]
name = "{name}"
kind = "display"
port = "{port}"
template = "ditel-dn109"
counter = 1
"""


class Scene:
    """A hall, a display on a pseudo-terminal, and files of stations that want it."""

    def __init__(self, folder: Path, where: str) -> None:
        self.folder, self.where = folder, where
        self.hall: Hall = create_hall(where, template("three-counters", "Voorbeeld"))
        self.signs: SimpleQueue[None] = SimpleQueue()
        self.display = SimulatedDisplay("ditel-dn109", folder / "display", lambda: self.signs.put(None))
        self.display.start()

    def station(self, station: str, name: str = "display", more: str = "") -> str:
        file = self.folder / f"{station}.toml"
        text = STATION.format(station=station, name=name, port=self.folder / "display") + more
        file.write_text(text, encoding="utf-8")
        return str(file)

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self.signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}; it shows {self.display.shown}")

    def call(self) -> None:
        self.hall.perform(OpenCounter(1, "anna"), BY)
        self.hall.perform(Issue(contact_type="quick"), BY)
        self.hall.perform(CallNext(1), BY)

    def stop(self) -> None:
        self.display.stop()
        self.hall.close()


@pytest.fixture
def scene(nothing_left: None, tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path, str(tmp_path / "hal.db"))
    yield made
    made.stop()


def test_a_service_killed_in_the_middle_of_a_frame_leaves_the_right_number_behind(
    run: Callable[..., Any], scene: Scene
) -> None:
    class Half(SimulatedDisplay):
        """Knows that a frame has begun."""

        begun = False

        def heard(self, data: bytes) -> str:
            self.begun = True
            return super().heard(data)

    scene.display.stop()
    scene.display = half = Half("ditel-dn109", scene.folder / "display", lambda: scene.signs.put(None))
    half.start()
    file = scene.station("noord", more="line = { inter_byte_ms = 100 }\n")
    first = run("--hall", scene.where, "--station", file, "--status")
    first.until("display", "gereed")
    scene.call()
    scene.until(lambda: half.begun, "the first byte")
    assert first.end(signal.SIGKILL) == -signal.SIGKILL
    assert scene.display.text != "K001"
    second = run("--hall", scene.where, "--station", file, "--status")
    second.until("display", "gereed")
    scene.until(lambda: scene.display.shown == {1: "K001"}, "the number")
    assert second.end() == 0


def test_two_services_on_one_port_do_not_take_each_other_s_bytes(
    run: Callable[..., Any], scene: Scene, tmp_path: Path
) -> None:
    other = create_hall(tmp_path / "andere.db", template("one-desk", "Voorbeeld"))  # so no list of devices tells them
    first = run("--hall", scene.where, "--station", scene.station("noord"), "--status")
    first.until("display", "gereed")
    second = run("--hall", str(tmp_path / "andere.db"), "--station", scene.station("zuid"), "--status")
    refused = second.until("display", "fout ingesteld")
    assert (refused["cause"], refused["advice"]) == (
        "in_use",
        "Een ander programma gebruikt deze poort. Sluit dat programma.",
    )
    scene.call()
    scene.until(lambda: scene.display.shown == {1: "K001"}, "the number")
    assert first.end(signal.SIGKILL) == -signal.SIGKILL
    second.until("display", "gereed")
    assert second.end() == 0
    other.close()


def test_two_services_of_one_hall_are_told_and_the_second_goes_on_with_its_own(
    run: Callable[..., Any], scene: Scene, tmp_path: Path
) -> None:
    own = SimulatedDisplay("ditel-dn109", tmp_path / "eigen")
    own.start()
    first = run("--hall", scene.where, "--station", scene.station("noord"), "--status")
    first.until("display", "gereed")
    more = STATION.format(station="", name="eigen", port=tmp_path / "eigen").replace('station = ""', "")
    second = run("--hall", scene.where, "--station", scene.station("zuid", more=more), "--status")
    wanted = {"display": "claimed", "eigen": "gereed"}
    last: dict[str, dict[str, Any]] = {}
    while {name: status["cause"] or status["state"] for name, status in last.items()} != wanted:
        status = json.loads(second.line())
        last[status["device"]] = status
    assert last["display"]["state"] == "fout ingesteld"
    assert last["display"]["advice"].startswith("Station noord op ")
    assert first.end() == 0
    second.until("display", "gereed")
    assert second.end() == 0
    own.stop()


def ctl(where: str, *requests: dict[str, object]) -> list[dict[str, Any]]:
    """Another station, as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "balie_app", "ctl", "--hall", where],
        input="".join(json.dumps(each) + "\n" for each in requests),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert all(each["ok"] for each in answers), answers
    return answers


def test_a_call_of_another_process_reaches_the_display_of_this_one_on_either_database(
    run: Callable[..., Any], hall_url: str, tmp_path: Path
) -> None:
    scene = Scene(tmp_path, hall_url)
    try:
        service = run("--hall", scene.where, "--station", scene.station("noord"), "--status")
        service.until("display", "gereed")
        ctl(
            scene.where,
            {"do": "open-counter", "counter": 1, "clerk": "anna"},
            {"do": "issue", "products": ["paspoort-aanvragen"]},
            {"do": "next", "counter": 1},
        )
        scene.until(lambda: scene.display.shown == {1: "K001"}, "the number")
        ctl(scene.where, {"do": "start", "counter": 1}, {"do": "finish", "counter": 1})
        scene.until(lambda: scene.display.shown == {1: ""}, "a dark display")
        assert service.end() == 0
    finally:
        scene.stop()


def test_a_cable_that_is_pulled_and_put_back_five_times_costs_nothing_but_time(
    run: Callable[..., Any], scene: Scene
) -> None:
    service = run("--hall", scene.where, "--station", scene.station("noord"), "--status")
    service.until("display", "gereed")
    scene.call()
    scene.until(lambda: scene.display.shown == {1: "K001"}, "the number")
    for _ in range(5):
        scene.display.fault("unplug")
        service.until("display", "weg")
        scene.display.shown = {}
        scene.display.fault("unplug", on=False)
        scene.until(lambda: scene.display.shown == {1: "K001"}, "the number again")
    assert service.end() == 0


def test_a_press_twice_without_paper_is_refused_and_gives_no_ticket_later(
    run: Callable[..., Any], scene: Scene, tmp_path: Path
) -> None:
    printer, door = SimulatedPrinter(tmp_path / "bon"), SimulatedDispenser("button-bytes", tmp_path / "deur")
    door.on_change = lambda: scene.signs.put(None)
    printer.start()
    door.start()
    printer.fault("paper_out")
    door.fault("double")
    more = (
        f'[[lines]]\nname = "bon"\nkind = "printer"\nport = "{tmp_path / "bon"}"\n'
        f'[[lines]]\nname = "deur"\nkind = "dispenser"\nport = "{tmp_path / "deur"}"\ntemplate = "button-bytes"\n'
        'printer = "bon"\nmap.1 = { contact_type = "quick" }\n'
    )
    service = run("--hall", scene.where, "--station", scene.station("noord", more=more), "--status")
    assert service.until("bon", "hulp nodig")["cause"] == "paper_out"
    scene.until(lambda: door.lamp, "the lamp")
    door.press("1")
    scene.until(lambda: door.answers, "an answer")
    assert door.answers == ["refuse"]
    printer.fault("paper_out", on=False)
    scene.until(lambda: not door.lamp, "the lamp off")
    assert happened(scene.hall, "issued") == 0
    door.press("1")
    scene.until(lambda: len(door.answers) > 1, "an answer")
    assert door.answers == ["refuse", "accept"]
    assert service.end() == 0
    assert happened(scene.hall, "issued") == 1
    printer.stop()
    door.stop()


def test_a_service_killed_while_it_prints_leaves_the_ticket_to_a_person(
    run: Callable[..., Any], scene: Scene, tmp_path: Path
) -> None:
    printer = SimulatedPrinter(tmp_path / "bon", lambda: scene.signs.put(None))
    printer.start()
    more = f'[[lines]]\nname = "bon"\nkind = "printer"\nport = "{tmp_path / "bon"}"\n'
    file = scene.station("noord", more=more)
    first = run("--hall", scene.where, "--station", file, "--status")
    first.until("bon", "gereed")
    printer.fault("silent")
    scene.hall.perform(Issue(contact_type="quick", printer="bon"), BY)
    scene.until(lambda: happened(scene.hall, "print-sending"), "the ticket on its way")
    assert first.end(signal.SIGKILL) == -signal.SIGKILL
    printer.fault("silent", on=False)
    second = run("--hall", scene.where, "--station", file, "--status")
    scene.until(lambda: happened(scene.hall, "print-unknown"), "the question to a person")
    second.until("bon", "gereed")
    assert second.end() == 0
    assert happened(scene.hall, "print-sending") == 1
    assert len(printer.papers) <= 1
    printer.stop()


def happened(hall: Hall, what: str) -> int:
    return sum(entry.what == what for entry in hall.journal())
