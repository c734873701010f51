"""Which port is meant, what is thrown away, what happens to a port that hangs or goes up and down."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event as Flag
from typing import Any

import pytest

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Show
from balie_app.devices.line import BACK_OFF, LOOK_SECONDS, STABLE_SECONDS, STUCK_SECONDS, Line
from balie_app.devices.lineset import LineSet
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Found, Opener, cause_of, device_of, identity_of, opener
from balie_app.devices.template_reader import load_template, template_path
from balie_app.devices.transport import MemoryTransport, PortTrouble, Transport

CH340 = Found("/dev/ttyUSB0", 0x1A86, 0x7523, "", "1-1.2", "QinHeng CH340")
TWIN = Found("/dev/ttyUSB1", 0x1A86, 0x7523, "", "1-1.3", "QinHeng CH340")
FTDI = Found("/dev/ttyUSB2", 0x0403, 0x6001, "A50285BI", "1-2", "FTDI FT232R")


def display() -> DisplayDriver:
    return DisplayDriver(load_template(template_path("edi-ed400d")), (1,))


@pytest.mark.parametrize(
    ("port", "device"),
    [
        ("usb:1a86:7523@1-1.3", "/dev/ttyUSB1"),
        ("usb:0403:6001", "/dev/ttyUSB2"),
        ("usb:0403:6001:A50285BI", "/dev/ttyUSB2"),
        ("/dev/ttyS0", "/dev/ttyS0"),
        ("COM12", "COM12"),
    ],
)
def test_an_adapter_is_found_by_what_it_is_and_where_it_is_plugged_in(port: str, device: str) -> None:
    assert device_of(port, lambda: (CH340, TWIN, FTDI)) == device


def test_two_equal_adapters_are_never_guessed_between() -> None:
    with pytest.raises(PortTrouble) as caught:
        device_of("usb:1a86:7523", lambda: (CH340, TWIN))
    assert cause_of(caught.value, was_open=False) == "ambiguous"


def test_an_adapter_that_is_not_there_is_missing() -> None:
    with pytest.raises(FileNotFoundError) as caught:
        device_of("usb:0403:6001:ANDERS", lambda: (CH340, FTDI))
    assert cause_of(caught.value, was_open=False) == "missing"


@pytest.mark.parametrize("found", [CH340, TWIN, FTDI])
def test_the_name_that_set_up_writes_finds_the_same_adapter_again(found: Found) -> None:
    assert device_of(found.identity, lambda: (CH340, TWIN, FTDI)) == found.device


def test_a_port_that_is_no_adapter_keeps_its_own_name() -> None:
    assert identity_of("/dev/ttyS0") is None
    assert Found("/dev/ttyS0").identity == "/dev/ttyS0"


def test_an_adapter_that_comes_back_under_another_name_is_opened_there(far: Any) -> None:
    now = [Found("/dev/nowhere", 0x0403, 0x6001, "A1", "1-2")]
    port = Opener("usb:0403:6001:A1", LineSettings(), lambda: now)
    assert port.present() is False
    now[0] = Found(far.path, 0x0403, 0x6001, "A1", "1-4")
    assert port.present() is True
    transport = port()
    transport.write(b"A")
    assert far.expect(1) == b"A"
    transport.close()


def test_what_was_said_before_the_line_opened_is_thrown_away(far: Any) -> None:
    far.send(b"AT\r")  # a modem manager probing a new port
    transport = opener(far.path, LineSettings())()
    far.send(b"1")
    assert transport.read(5) == b"1"
    transport.close()


def test_a_line_is_deaf_for_a_moment_after_opening(nothing_left: None, heard: Any) -> None:
    now, seen = [0.0], []

    class Port(MemoryTransport):
        def read(self, seconds: float | None) -> bytes:
            data = super().read(0)
            if not data and now[0] < 1:
                now[0] += 1.0
            return data or super().read(0 if now[0] < 1 else seconds)

    class Listening(DisplayDriver):
        def receive(self, data: bytes, at: float) -> Any:
            seen.append(data)
            return super().receive(data, at)

    port = Port()
    port.feed(b"AT\r")
    driver = Listening(load_template(template_path("edi-ed400d")), (1,))
    line = Line("a", lambda: port, driver, heard, clock=lambda: now[0], discard_s=1.0)
    line.submit(Show(1, "A012"))
    line.start()
    heard.next("shown")
    port.feed(b"x")
    assert line.stop()
    assert b"AT\r" not in seen
    assert bytes(port.written) == b"\x0201 012\x03"


class Waits:
    def __init__(self) -> None:
        self.now = 0.0
        self.seconds: list[float] = []

    def wait(self, _flag: Flag, seconds: float) -> bool:
        self.seconds.append(seconds)
        self.now += seconds
        return False


def test_a_line_that_goes_up_and_down_is_opened_less_and_less_often(nothing_left: None, heard: Any) -> None:
    waits, opened = Waits(), []
    ready: SimpleQueue[None] = SimpleQueue()

    def open_line() -> Transport:
        if len(opened) == 8:
            ready.put(None)
            raise OSError(errno.ENOENT, "enough")
        port = MemoryTransport()
        waits.now += STABLE_SECONDS if len(opened) == 5 else 0.0
        opened.append(port)
        port.feed(OSError(errno.EIO, "gone"))
        return port

    line = Line("a", open_line, display(), heard, clock=lambda: waits.now, wait=waits.wait)
    line.start()
    ready.get(timeout=60)
    assert line.stop()
    assert waits.seconds[:6] == [1, 2, 4, 8, 15, 15]
    causes = [heard.next("lost").facts["cause"] for _ in range(3)]
    assert causes == ["unplugged", "unplugged", "vanishes"]  # the advice then names what takes ports away


def test_a_line_that_was_open_for_a_while_begins_with_the_shortest_pause(nothing_left: None, heard: Any) -> None:
    waits = Waits()

    class Port(MemoryTransport):
        def read(self, seconds: float | None) -> bytes:
            waits.now += STABLE_SECONDS
            raise OSError(errno.EIO, "gone")

    done: SimpleQueue[None] = SimpleQueue()
    opened = []

    def open_line() -> Transport:
        opened.append(1)
        if len(opened) > 5:
            done.put(None)
        return Port()

    line = Line("a", open_line, display(), heard, clock=lambda: waits.now, wait=waits.wait)
    line.start()
    done.get(timeout=60)
    assert line.stop()
    assert set(waits.seconds[:5]) == {BACK_OFF[0]}


def test_who_puts_the_cable_back_waits_a_second_and_not_fifteen(nothing_left: None, heard: Any) -> None:
    waits, there = Waits(), [False]

    class Door:
        tries = 0

        def __call__(self) -> Transport:
            self.tries += 1
            if self.tries < 6:
                raise FileNotFoundError(errno.ENOENT, "away")
            return MemoryTransport()

        def present(self) -> bool:
            there[0] = self.tries == 5 and waits.now > 17
            return there[0]

    line = Line("a", Door(), display(), heard, clock=lambda: waits.now, wait=waits.wait)
    line.start()
    heard.next("open")
    assert line.stop()
    assert set(waits.seconds) == {LOOK_SECONDS}
    assert waits.now == sum(BACK_OFF[:4]) + 3 * LOOK_SECONDS


class Hanging(MemoryTransport):
    """An adapter whose driver never comes back from a write."""

    def __init__(self, free: Flag) -> None:
        super().__init__()
        self.hangs = Flag()
        self._free = free

    def write(self, data: bytes) -> None:
        self.hangs.set()
        self._free.wait()


def test_a_worker_that_hangs_in_a_write_is_given_up_and_replaced(nothing_left: None, heard: Any) -> None:
    now, free = [0.0], Flag()
    first, second = Hanging(free), MemoryTransport()
    ports: list[Transport] = [first, second]

    def make(name: str) -> Line:
        return Line(name, lambda: ports.pop(0), display(), heard, clock=lambda: now[0])

    lines = LineSet(("a",), make)
    lines.start()
    lines.submit("a", Show(1, "A001"))
    assert first.hangs.wait(60)
    now[0] += STUCK_SECONDS - 1
    assert lines.watch() == []
    now[0] += 2
    assert lines.watch() == ["a"]
    assert lines.hanging("a")
    lines.submit("a", Show(1, "A002"))
    assert second.wait_written(b"002", 60)
    free.set()
    lines.stop()
    assert lines.watch() == []


def test_a_line_that_another_station_has_hears_nothing_until_it_is_free(nothing_left: None, heard: Any) -> None:
    ports: list[MemoryTransport] = []

    def open_line() -> Transport:
        ports.append(MemoryTransport())
        return ports[-1]

    lines = LineSet(("a",), lambda name: Line(name, open_line, display(), heard))
    lines.start()
    heard.next("open")
    lines.hold("a")
    lines.submit("a", Show(1, "A001"))
    lines.release("a")
    heard.next("open")
    lines.submit("a", Show(1, "A002"))
    assert ports[-1].wait_written(b"002", 60)
    lines.stop()
    assert all(b"001" not in port.written for port in ports)


def test_an_adapter_that_cannot_turn_the_line_round_is_set_wrongly(far: Any) -> None:
    with pytest.raises(PortTrouble) as caught:
        opener(far.path, LineSettings(rs485="rts"))()
    assert cause_of(caught.value, was_open=False) == "no_rs485"


def test_ten_thousand_openings_of_a_real_port_leave_no_descriptor(nothing_left: None, far: Any) -> None:
    before = sum(1 for _ in Path("/proc/self/fd").iterdir())
    door = opener(far.path, LineSettings())
    for _ in range(10_000):
        door().close()
    assert sum(1 for _ in Path("/proc/self/fd").iterdir()) == before
    far.unplug()


def test_a_cable_that_is_pulled_five_hundred_times_leaves_no_descriptor(
    nothing_left: None, far: Any, heard: Any, tmp_path: Path
) -> None:
    link, waits = tmp_path / "lijn", Waits()
    link.symlink_to(far.path)
    line = Line("a", opener(str(link), LineSettings()), display(), heard, clock=lambda: waits.now, wait=waits.wait)
    line.start()
    before = 0
    for turn in range(500):
        heard.next("open")
        if turn == 10:
            before = sum(1 for _ in Path("/proc/self/fd").iterdir())
        link.unlink()
        far.unplug()
        heard.next("lost")
        far.plug()
        link.symlink_to(far.path)
    heard.next("open")
    assert sum(1 for _ in Path("/proc/self/fd").iterdir()) <= before
    assert line.stop()
    far.unplug()


def test_bytes_can_be_sent_with_a_pause_between_them(nothing_left: None, heard: Any) -> None:
    waits, port = Waits(), MemoryTransport()
    driver = DisplayDriver(load_template(template_path("edi-ed400d")), (1,), LineSettings(inter_byte_s=0.01))
    opened: Callable[[], Transport] = lambda: port  # noqa: E731
    line = Line("a", opened, driver, heard, clock=lambda: waits.now, wait=waits.wait)
    line.submit(Show(1, "A012"))
    line.start()
    heard.next("shown")
    assert line.stop()
    assert waits.seconds.count(0.01) == 8
