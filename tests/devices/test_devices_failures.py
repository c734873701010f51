"""Far ends that misbehave, on real pseudo-terminals: no call is stalled and nothing wrong is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Event, Show
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import opener
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path

ANSWERING = ("modbus-number", "modbus-number-10", "segment-board")
DISPLAYS = (*known_templates("display"), *known_templates("lamp"))


class Bench:
    """Simulated displays on one line, and our line to them."""

    def __init__(self, folder: Path, heard: Any) -> None:
        self._folder, self._heard = folder, heard
        self._signs: SimpleQueue[None] = SimpleQueue()
        self._line: Line | None = None
        self.far: SimulatedDisplay | None = None
        self.seen: set[str] = set()
        """All that ever stood there: a gong is on for a moment only."""

    def start(
        self, name: str, addresses: tuple[int, ...] = (1,), settings: LineSettings | None = None
    ) -> SimulatedDisplay:
        encoder = DRIVERS.get(name) or load_template(template_path(name))
        self.far = SimulatedDisplay(encoder, self._folder / "lijn", self._changed, addresses)
        self.far.start()
        driver = DisplayDriver(encoder, addresses, settings)
        self._line = Line("a", opener(self.far.port, settings or encoder.line), driver, self._heard)
        self._line.start()
        self._heard.next("open")
        return self.far

    def _changed(self) -> None:
        if self.far is not None:
            self.seen.update(self.far.shown.values())
        self._signs.put(None)

    def show(self, address: int, text: str, attention: bool = False) -> None:
        assert self._line is not None
        self._line.submit(Show(address, text, attention))

    def until(self, true: Callable[[], object]) -> None:
        while not true():
            try:
                self._signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came; shows {self.far.shown if self.far else None}")

    def shown(self, address: int, text: str) -> None:
        """Wait until our line says that this stands there."""
        while self._heard.next("shown").facts != {"address": address, "text": text}:
            pass

    def cause(self, cause: str) -> Event:
        """Wait until our line says this of itself."""
        while (event := self._heard.next("state")).facts["cause"] != cause:
            pass
        return event

    def stop(self) -> None:
        if self._line is not None:
            assert self._line.stop()
        if self.far is not None:
            self.far.stop()


@pytest.fixture
def bench(nothing_left: None, heard: Any, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, heard)
    yield made
    made.stop()


def address_of(name: str) -> int:
    encoder = DRIVERS.get(name) or load_template(template_path(name))
    if isinstance(encoder, Template) and encoder.address.style != "none":
        return max(1, encoder.address.low)
    return 1 if name == "alpha" else 0


@pytest.mark.parametrize("name", [*DISPLAYS, *DRIVERS])
def test_every_display_has_a_simulation_that_shows_what_it_is_sent(bench: Bench, name: str) -> None:
    address = address_of(name)
    bench.start(name, (address,))
    bench.show(address, "A042", attention=name.startswith("usb-relay"))
    bench.until(lambda: any(sign in text for text in bench.seen for sign in ("42", "aan")))


@pytest.mark.parametrize("name", ANSWERING)
@pytest.mark.parametrize("fault", ["silent", "half", "other_address"])
def test_a_display_that_answers_nothing_or_nonsense_is_silent_and_found_again(
    bench: Bench, name: str, fault: str
) -> None:
    far = bench.start(name)
    far.fault(fault)
    bench.show(1, "A042")
    assert bench.cause("silent").facts["silent"] == (1,)
    far.fault(fault, on=False)
    bench.shown(1, "A042")
    bench.cause("")


def test_an_answer_with_a_wrong_checksum_is_not_believed(bench: Bench) -> None:
    far = bench.start("modbus-number-10")
    far.fault("wrong_checksum")
    bench.show(1, "A042")
    bench.cause("silent")


def test_a_far_end_that_answers_a_megabyte_of_noise_does_not_stop_the_others(bench: Bench) -> None:
    far = bench.start("modbus-number", (1, 2))
    far.fault("noise")
    bench.show(1, "A001")
    bench.show(2, "A002")
    bench.until(lambda: far.shown == {1: "1", 2: "2"})
    far.fault("noise", on=False)
    bench.show(1, "A003")
    bench.shown(1, "A003")


def test_an_adapter_that_hears_itself_is_no_answer(bench: Bench) -> None:
    settings = LineSettings(local_echo="discard", turnaround_s=0.005)
    far = bench.start("segment-board", (1,), settings)
    far.fault("echo")
    bench.show(1, "A042")
    bench.shown(1, "A042")


def test_one_of_many_that_is_switched_off_does_not_stop_the_others(bench: Bench) -> None:
    addresses = tuple(range(1, 9))
    far = bench.start("modbus-number", addresses)
    far.dead = {3}
    for address in addresses:
        bench.show(address, "A001")
    assert bench.cause("some_silent").facts["silent"] == (3,)
    for address in addresses:
        bench.show(address, "A002")
    bench.until(lambda: all(far.shown.get(address) == "2" for address in addresses if address != 3))
    far.dead = set()
    bench.until(lambda: far.shown.get(3) == "2")


def test_a_cable_that_is_pulled_in_the_middle_shows_the_newest_call_when_it_is_back(bench: Bench, heard: Any) -> None:
    far = bench.start("ditel-dn109")
    bench.show(1, "A001")
    bench.shown(1, "A001")
    far.fault("unplug")
    heard.next("lost")
    bench.show(1, "A002")
    bench.show(1, "A003")
    far.fault("unplug", on=False)
    bench.until(lambda: far.shown == {1: "A003"})


@pytest.mark.parametrize("name", ["ditel-dn109", "modbus-number"])
def test_twenty_displays_at_the_speed_of_a_wire_are_all_right(bench: Bench, name: str) -> None:
    addresses = tuple(range(1, 21))
    far = bench.start(name, addresses)
    far.byte_s = far._encoder.line.byte_s
    wanted = {address: f"A{address + 100}" for address in addresses}
    for address, text in wanted.items():
        bench.show(address, text)
    bench.until(lambda: {at: text[-3:] for at, text in far.shown.items()} == {at: t[-3:] for at, t in wanted.items()})
