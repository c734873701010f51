"""The wizard in the terminal: it finds, suggests, lets the device show itself, and writes what the service reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest

from balie_app.devices import setup
from balie_app.devices.config import read_station
from balie_app.devices.farend import FarEnd
from balie_app.devices.linefile import put_line
from balie_app.devices.ports import Found
from balie_app.devices.sim_dispenser import SimulatedDispenser, SimulatedScanner
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.suggest import suggestions
from balie_app.devices.talk import Talk as Spoken


class Talk:
    """Answers in order; what was said is kept."""

    def __init__(self, *answers: str | Callable[[], str]) -> None:
        self.said: list[str] = []
        self._answers = list(answers)

    def ask(self, question: str) -> str:
        self.said.append(question)
        answer = self._answers.pop(0)
        return answer if isinstance(answer, str) else answer()

    @property
    def talk(self) -> Spoken:
        return Spoken(self.said.append, self.ask)


@pytest.fixture
def device(nothing_left: None) -> Iterator[Callable[[FarEnd], FarEnd]]:
    started: list[FarEnd] = []

    def start(far: FarEnd) -> FarEnd:
        far.start()
        started.append(far)
        return far

    yield start
    for far in started:
        far.stop()


def written(tmp_path: Path, line: dict[str, Any]) -> Any:
    file = tmp_path / "sub" / "station.toml"
    put_line(file, line)
    return read_station(file).lines[-1]


def test_a_display_shows_itself_and_is_written_down(device: Any, tmp_path: Path) -> None:
    shown = Event()
    far = device(SimulatedDisplay("ditel-dn109", tmp_path / "poort", shown.set))

    def look() -> str:
        return "j" if shown.wait(60) else "n"

    talk = Talk("1", "display", "display 4", "ditel-dn109", "4", "7", look)
    line = setup.interview(talk.talk, (Found(far.port),))
    assert far.shown == {7: "0707"}
    made = written(tmp_path, line or {})
    assert (made.name, made.counters, made.port) == ("display 4", {4: 7}, far.port)


def test_a_dispenser_is_known_by_a_press(device: Any, tmp_path: Path) -> None:
    far = device(SimulatedDispenser("button-bytes", tmp_path / "poort"))
    talk = Talk("1", "dispenser", "deur", "button-bytes", "quick", "pickup", "")
    plain = talk.talk

    def say(text: str) -> None:
        talk.said.append(text)
        if text.startswith("Druk nu"):
            far.press("1")

    line = setup.interview(Spoken(say, plain.ask), (Found(far.port),))
    assert "Ontvangen. Het werkt." in talk.said
    buttons = written(tmp_path, line or {}).buttons
    assert {button: wish.contact_type for button, wish in buttons.items()} == {"1": "quick", "2": "pickup"}


def test_a_scanner_is_known_by_a_code(device: Any, tmp_path: Path) -> None:
    far = device(SimulatedScanner("scanner", tmp_path / "poort"))
    talk = Talk("1", "scanner", "lezer", "scanner")

    def say(text: str) -> None:
        talk.said.append(text)
        if text.startswith("Houd nu"):
            far.scan("K7M2XJ")

    assert setup.interview(Spoken(say, talk.ask), (Found(far.port),)) is not None
    assert "Ontvangen. Het werkt." in talk.said


def test_a_printer_shows_what_it_can_do(device: Any, tmp_path: Path) -> None:
    papers: SimpleQueue[object] = SimpleQueue()
    far = device(SimulatedPrinter(tmp_path / "poort", on_paper=papers.put))

    def look() -> str:
        return "j" if papers.get(timeout=60) else "n"

    line = setup.interview(Talk("1", "printer", "bon", "epson", look).talk, (Found(far.port),))
    assert line is not None
    assert "Balie: proef van de printer" in far.papers[0].text


def test_a_port_that_does_not_open_is_told_with_what_to_do(tmp_path: Path) -> None:
    talk = Talk("1", "display", "d", "ditel-dn109", "1", "1", "misschien", "n")
    assert setup.interview(talk.talk, (Found(str(tmp_path / "weg")),)) is None
    assert any("niet gevonden" in text for text in talk.said)
    assert "Antwoord met j of n." in talk.said


def test_a_line_of_the_same_name_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    first = {"name": "a", "kind": "printer", "port": "/dev/ttyS1", "profile": "epson"}
    assert written(tmp_path, first).port == "/dev/ttyS1"
    written(tmp_path, {**first, "name": "b", "port": "/dev/ttyS2"})
    written(tmp_path, {**first, "port": "/dev/ttyS3"})
    lines = read_station(tmp_path / "sub" / "station.toml").lines
    assert [(line.name, line.port) for line in lines] == [("a", "/dev/ttyS3"), ("b", "/dev/ttyS2")]


def test_who_made_an_adapter_says_what_is_likely_on_it() -> None:
    assert suggestions(Found("x", 0x05F9, 0x1234))[0].driver == "scanner-datalogic"
    assert suggestions(Found("x", 0x04B8, 0x0202))[0].kind == "printer"
    assert suggestions(Found("x", 0x0519, 0x0001))[0].driver == "star"
    assert {each.kind for each in suggestions(Found("x", 0x0403, 0x6001))} >= {"display", "printer", "dispenser"}
    assert suggestions(Found("/dev/ttyS0"))


@pytest.mark.parametrize("found", [Found("x", 0x0403, 0x6001), Found("x", 0x1A86, 0x7523), Found("/dev/ttyS0")])
def test_each_reason_stands_on_its_own(found: Found) -> None:
    assert [each.why for each in suggestions(found) if each.why.startswith("of ")] == []


def test_without_ports_the_wizard_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main([], ports=lambda: ()) == 1
    assert "Steek de kabel in" in capsys.readouterr().out
