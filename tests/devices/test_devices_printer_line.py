"""Printers on real lines: pseudo-terminals with simulated printers, and ports that break in the middle of a write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
import serial

from balie_app.devices.driver import Event, Output, Print, Reopen
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import opener
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.transport import MemoryTransport, Transport
from balie_app.printing.bitmap import Bitmap
from balie_app.printing.documents import Code, Cut, Document, Image, Number
from balie_app.printing.documents import Line as Row
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import profile

WELL = b"\x12\x12\x12\x12"
PICTURE = Image(Bitmap(576, tuple(bytes((row % 256,)) * 72 for row in range(400))))
TICKET = Document("", "nl", (Row("Gemeente Voorbeeld"), Number("A 012"), PICTURE, Code("k7Q2mZx9TbRw"), Cut()))


@pytest.fixture
def bench(nothing_left: None, tmp_path: Path, heard: Any) -> Iterator[Callable[[str], tuple[SimulatedPrinter, Line]]]:
    parts: list[Any] = []

    def make(name: str) -> tuple[SimulatedPrinter, Line]:
        far = SimulatedPrinter(tmp_path / "bon", profile_name=name)
        far.start()
        line = Line("bon", opener(far.port, LineSettings()), PrinterDriver(profile(name)), heard)
        line.start()
        parts.extend((line, far))
        return far, line

    yield make
    for part in parts:
        part.stop()


def ready(heard: Any) -> None:
    """Wait until the printer takes a ticket."""
    while not heard.next("state").facts["ready"]:
        pass


@pytest.mark.parametrize("name", ["epson", "star", "nippon", "custom-vkp80"])
def test_a_ticket_goes_over_a_line_and_is_printed(bench: Any, heard: Any, name: str) -> None:
    far, line = bench(name)
    ready(heard)
    line.submit(Print("job", encode(TICKET, profile(name))))
    assert heard.next("printed").facts["job"] == "job"
    assert far.papers[0].paper().problems == ()
    assert "A 012" in far.papers[0].text


def test_a_picture_reaches_a_printer_with_a_small_buffer_whole(bench: Any, heard: Any) -> None:
    far, line = bench("clone")
    far.fault("small_buffer")
    ready(heard)
    data = encode(TICKET, profile("clone"))
    assert len(data) > 2 * far.BUFFER
    line.submit(Print("job", data))
    assert heard.next("printed").facts["job"] == "job"
    assert far.papers[0].paper().problems == ()
    assert far.papers[0].data.count(b"\x1dv0\0") == data.count(b"\x1dv0\0")


def test_the_paper_that_runs_out_on_a_line_leaves_the_ticket_unknown(bench: Any, heard: Any) -> None:
    far, line = bench("epson")
    ready(heard)
    far.rows_left = 2
    line.submit(Print("job", encode(TICKET, profile("epson"))))
    assert heard.next("unknown").facts == {"job": "job", "detail": "paper_out"}


class Breaking(MemoryTransport):
    """Takes 100 bytes of a ticket and then nothing any more: how much arrived, nobody knows."""

    def write(self, data: bytes) -> None:
        if len(data) <= 100:
            super().write(data)
            return
        super().write(data[:100])
        raise serial.SerialTimeoutException("Write timeout")


def test_a_write_that_broke_off_is_unknown_and_the_printer_is_set_free_first(nothing_left: None, heard: Any) -> None:
    ports: SimpleQueue[Transport] = SimpleQueue()
    broken, fresh = Breaking(), MemoryTransport()
    ports.put(broken)
    ports.put(fresh)
    line = Line("bon", lambda: ports.get(timeout=60), PrinterDriver(profile("epson")), heard)
    line.start()
    broken.feed(WELL)
    ready(heard)
    line.submit(Print("job", encode(TICKET, profile("epson"))))
    assert heard.next("unknown").facts["job"] == "job"
    assert heard.next("lost").facts["cause"] == "stuck"
    heard.next("open")
    assert fresh.wait_written(b"\n\x1dVB\0")
    band = 8 + 72 * 128
    assert bytes(fresh.written).startswith(bytes(band) + b"\x10\x05\x02\x1b@\n\x1dVB\0")
    assert line.stop()


class Stubborn:
    """A driver that wants its port opened anew, once."""

    def __init__(self) -> None:
        self.openings = 0

    def opened(self, now: float) -> list[Output]:
        del now
        self.openings += 1
        return [Event("greeting")]

    def closed(self, now: float) -> list[Output]:
        del now
        return [Event("closed")]

    def submit(self, request: object, now: float) -> list[Output]:
        del request, now
        return [Reopen("stuck")]

    def receive(self, data: bytes, now: float) -> list[Output]:
        del data, now
        return []

    def tick(self, now: float) -> list[Output]:
        del now
        return []

    def next_deadline(self) -> float | None:
        return None


def test_a_driver_may_have_its_port_opened_anew(nothing_left: None, heard: Any) -> None:
    ports: SimpleQueue[Transport] = SimpleQueue()
    first, second = MemoryTransport(), MemoryTransport()
    ports.put(first)
    ports.put(second)
    driver = Stubborn()
    line = Line("bon", lambda: ports.get(timeout=60), driver, heard)
    line.start()
    heard.next("greeting")
    line.submit(Print("job", b""))
    heard.next("closed")
    assert heard.next("lost").facts["cause"] == "stuck"
    assert first.closed
    heard.next("greeting")
    assert driver.openings == 2
    assert line.stop()
