from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event as Flag
from typing import Any

import pytest
import serial

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Clear, Show
from balie_app.devices.line import BACK_OFF, STABLE_SECONDS, Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import cause_of, opener
from balie_app.devices.template_reader import load_template, template_path
from balie_app.devices.transport import MemoryTransport, Transport


def display() -> DisplayDriver:
    return DisplayDriver(load_template(template_path("edi-ed400d")), (1,))


class Ports:
    """Openings of a port, scripted: a transport, or a failure."""

    def __init__(self, *results: Transport | Exception) -> None:
        self.results: SimpleQueue[Transport | Exception] = SimpleQueue()
        for result in results:
            self.results.put(result)

    def __call__(self) -> Transport:
        result = self.results.get(timeout=60)
        if isinstance(result, Exception):
            raise result
        return result


class Waits:
    """A wait that takes no time: remembers how long it should have been."""

    def __init__(self) -> None:
        self.now = 0.0
        self.seconds: list[float] = []

    def clock(self) -> float:
        return self.now

    def wait(self, _flag: Flag, seconds: float) -> bool:
        self.seconds.append(seconds)
        self.now += seconds
        return False


def test_what_is_submitted_is_written(nothing_left: None, heard: Any) -> None:
    port = MemoryTransport()
    line = Line("a", Ports(port), display(), heard)
    line.start()
    heard.next("open")
    line.submit(Show(1, "A012"))
    assert heard.next("shown").facts == {"address": 1, "text": "A012"}
    assert bytes(port.written) == b"\x0201 012\x03"
    assert line.stop()
    assert port.closed


def test_a_port_that_cannot_be_opened_is_tried_with_growing_pauses(nothing_left: None, heard: Any) -> None:
    waits, port = Waits(), MemoryTransport()
    failures = [serial.SerialException(errno.ENOENT, "no such file")] * 7
    line = Line("a", Ports(*failures, port), display(), heard, clock=waits.clock, wait=waits.wait)
    line.start()
    assert heard.next().facts == {"cause": "missing"}
    assert heard.next().kind == "open"  # and was told only once that it is missing
    assert line.stop()
    assert waits.seconds == [*BACK_OFF, BACK_OFF[-1], BACK_OFF[-1]]


def test_a_call_made_while_the_line_is_away_is_shown_when_it_is_back(nothing_left: None, heard: Any) -> None:
    first, second = MemoryTransport(), MemoryTransport()
    ports = Ports(first)
    waits = Waits()
    line = Line("a", ports, display(), heard, clock=waits.clock, wait=waits.wait)
    line.start()
    heard.next("open")
    first.feed(OSError(errno.EIO, "gone"))
    assert heard.next("lost").facts == {"cause": "unplugged"}
    assert first.closed
    line.submit(Show(1, "A001"))
    line.submit(Show(1, "A002"))
    ports.results.put(second)
    heard.next("shown")
    assert bytes(second.written) == b"\x0201 002\x03"
    assert line.stop()


@pytest.mark.parametrize(
    ("error", "was_open", "cause"),
    [
        (serial.SerialException(errno.ENOENT, "x"), False, "missing"),
        (serial.SerialException(errno.EACCES, "x"), False, "permission"),
        (serial.SerialException(errno.EAGAIN, "x"), False, "in_use"),
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), False, "missing"),
        (serial.SerialTimeoutException("x"), True, "stuck"),
        (serial.SerialException("x"), True, "unplugged"),
        (OSError(errno.EIO, "x"), True, "unplugged"),
    ],
)
def test_each_failure_has_its_cause(error: Exception, was_open: bool, cause: str) -> None:
    assert cause_of(error, was_open) == cause


def test_bytes_go_over_a_real_port_both_ways(nothing_left: None, far: Any, heard: Any) -> None:
    seen: SimpleQueue[tuple[str, bytes]] = SimpleQueue()
    watch: Callable[[str, str, bytes], None] = lambda _line, direction, data: seen.put((direction, data))  # noqa: E731
    line = Line("a", opener(far.path, LineSettings()), display(), heard, on_bytes=watch)
    line.start()
    line.submit(Show(1, "A012"))
    assert far.expect(8) == b"\x0201 012\x03"
    far.send(b"\x06")
    assert [seen.get(timeout=60), seen.get(timeout=60)] == [("out", b"\x0201 012\x03"), ("in", b"\x06")]
    assert line.stop()


def test_an_adapter_pulled_out_and_put_back_under_another_name_works_again(
    nothing_left: None, far: Any, heard: Any, tmp_path: Path
) -> None:
    link = tmp_path / "usb adapter"
    link.symlink_to(far.path)
    waits = Waits()
    line = Line("a", opener(str(link), LineSettings()), display(), heard, clock=waits.clock, wait=waits.wait)
    line.start()
    heard.next("open")
    line.submit(Show(1, "A001"))
    assert far.expect(8) == b"\x0201 001\x03"
    link.unlink()
    far.unplug()
    assert heard.next("lost").facts == {"cause": "unplugged"}
    assert heard.next("lost").facts == {"cause": "missing"}
    far.plug()
    link.symlink_to(far.path)
    heard.next("open")
    assert far.expect(8) == b"\x0201 001\x03"
    waits.now += 1  # the silence between two frames is over
    line.submit(Clear(1))
    assert far.expect(8) == b"\x0201    \x03"
    assert line.stop()
    far.unplug()


def test_a_port_in_use_is_never_stolen(nothing_left: None, far: Any, heard: Any) -> None:
    with serial.Serial(far.path, exclusive=True):
        line = Line("a", opener(far.path, LineSettings()), display(), heard)
        line.start()
        assert heard.next("lost").facts == {"cause": "in_use"}
        assert line.stop()
    far.unplug()


def test_a_megabyte_of_noise_does_not_stall_a_call(nothing_left: None, heard: Any) -> None:
    port = MemoryTransport()
    line = Line("a", Ports(port), display(), heard)
    line.start()
    for _ in range(256):
        port.feed(b"\xa5" * 4096)
    line.submit(Show(1, "A012"))
    assert port.wait_written(b"012", 60)
    assert line.stop()


def test_ten_thousand_reconnects_leave_nothing_behind(nothing_left: None, heard: Any) -> None:
    ports, waits = Ports(), Waits()
    line = Line("a", ports, display(), heard, clock=waits.clock, wait=waits.wait)
    line.start()
    for _ in range(10_000):
        waits.now += STABLE_SECONDS
        port = MemoryTransport()
        ports.results.put(port)
        heard.next("open")
        port.feed(OSError(errno.EIO, "gone"))
        heard.next("lost")
    ports.results.put(MemoryTransport())
    heard.next("open")
    assert line.stop()
