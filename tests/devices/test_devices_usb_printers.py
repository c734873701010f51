"""Printers without an adapter (``/dev/usb/lp0``): a pseudo-terminal and a named pipe stand in for the device."""

from __future__ import annotations

import errno
import grp  # noqa: F401  # found before the test has no rights to look for it
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest
import serial

from balie_app.devices.driver import Output, Print, Write
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Found, Opener, device_of, group_of, identity_of
from balie_app.devices.printer import PrinterDriver
from balie_app.devices.simulate import SimulatedPrinter
from balie_app.devices.states import advice
from balie_app.devices.suggest import suggestions
from balie_app.devices.transport import PortTrouble, held_back
from balie_app.devices.usblp import UsbPrinterTransport, usb_printers
from balie_app.printing.profiles import profile

TICKET = b"\x1b@A 012\n\x1dVB\0\x1dr\x01"
EPSON = Found("/dev/usb/lp0", 0x04B8, 0x0202, "J2K7", "1-1", "EPSON TM-T20III", printer=True)
ADAPTER = Found("/dev/ttyUSB0", 0x04B8, 0x0202, "J2K7", "1-2", "EPSON")


def test_a_ticket_is_printed_and_answered_without_any_line_settings(
    nothing_left: None, heard: Any, tmp_path: Path
) -> None:
    printer = SimulatedPrinter(tmp_path / "lp0")
    printer.start()
    line = Line("bon", Opener(f"usb-lp:{tmp_path / 'lp0'}", LineSettings()), PrinterDriver(profile("epson")), heard)
    line.start()
    try:
        assert heard.next("state").facts["ready"]
        line.submit(Print("j1", TICKET))
        assert heard.next("printed").facts["job"] == "j1"
        printer.fault("paper_out")
        while heard.next("state").facts["cause"] != "paper_out":
            pass
        printer.fault("unplug")
        assert heard.next("lost").facts["cause"] == "unplugged"
    finally:
        assert line.stop()
        printer.stop()
    assert [paper.text for paper in printer.papers] == ["A 012\n"]


def test_a_printer_that_only_listens_gets_the_whole_ticket(nothing_left: None, tmp_path: Path) -> None:
    pipe = tmp_path / "lp1"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    transport = UsbPrinterTransport(str(pipe))
    transport.write(TICKET * 10)
    assert os.read(end, 4096) == TICKET * 10
    transport.wake()
    assert transport.read(None) == b""
    transport.close()
    os.close(end)


def test_a_printer_that_takes_nothing_does_not_hold_its_thread(nothing_left: None, tmp_path: Path) -> None:
    pipe = tmp_path / "lp1"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    transport = UsbPrinterTransport(str(pipe), write_seconds=0.05)
    with pytest.raises(TimeoutError):
        transport.write(bytes(1 << 20))  # a pipe holds 64 KiB
    assert os.read(end, 1 << 20)
    transport.write(b"A")  # it works again when there is room
    transport.close()
    os.close(end)


def test_a_printer_that_is_not_there_is_missing(tmp_path: Path) -> None:
    opener = Opener(f"usb-lp:{tmp_path / 'lp0'}", LineSettings())
    assert opener.present() is False
    with pytest.raises(FileNotFoundError):
        opener()


def test_printers_are_found_by_who_made_them(tmp_path: Path) -> None:
    device = tmp_path / "devices/usb1/1-1"
    (device / "1-1:1.0").mkdir(parents=True)
    for name, text in {"idVendor": "04b8", "idProduct": "0202", "serial": "J2K7", "product": "TM-T20III"}.items():
        (device / name).write_text(f"{text}\n")
    (tmp_path / "class/lp3").mkdir(parents=True)
    (tmp_path / "class/lp3/device").symlink_to(device / "1-1:1.0")
    (tmp_path / "class/lp4").mkdir()  # one that is being pulled out
    (found,) = usb_printers(Path("/dev/usb"), tmp_path / "class")
    assert (found.device, found.vid, found.pid, found.serial) == ("/dev/usb/lp3", 0x04B8, 0x0202, "J2K7")
    assert (found.location, found.words) == ("1-1", "TM-T20III")
    assert usb_printers(Path("/dev/usb"), tmp_path / "nothing") == ()


def test_a_printer_and_an_adapter_of_one_maker_are_kept_apart() -> None:
    assert EPSON.identity == "usb-lp:04b8:0202:J2K7"
    assert device_of("usb-lp:04b8:0202", lambda: (EPSON, ADAPTER)) == "/dev/usb/lp0"
    assert device_of("usb:04b8:0202", lambda: (EPSON, ADAPTER)) == "/dev/ttyUSB0"
    assert device_of(EPSON.identity, lambda: (ADAPTER, EPSON)) == "/dev/usb/lp0"
    assert identity_of("usb-lp:/dev/bonprinter") is None
    assert device_of("usb-lp:/dev/bonprinter") == "/dev/bonprinter"


def test_on_a_usb_printer_nothing_but_a_printer_is_suggested() -> None:
    unknown = replace(EPSON, vid=0x0FE6)
    assert [(each.kind, each.driver) for each in suggestions(EPSON)] == [("printer", "epson")]
    assert [each.kind for each in suggestions(unknown)] == ["printer"]


@contextmanager
def without_rights() -> Iterator[None]:
    """As somebody who may nothing."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("kind", ["", "usb-lp:"])
def test_a_port_that_may_not_be_opened_names_its_group(tmp_path: Path, kind: str) -> None:
    device = tmp_path / "ttyUSB0"
    device.write_bytes(b"")
    device.chmod(0)
    for folder in (tmp_path, *takewhile(lambda each: each != Path(gettempdir()), tmp_path.parents)):
        folder.chmod(0o755)
    with without_rights(), pytest.raises(PortTrouble) as caught:
        Opener(f"{kind}{device}", LineSettings())()
    assert (caught.value.cause, caught.value.detail) == ("permission", group_of(str(device)))
    assert f"groep {group_of(str(device))} " in advice("permission", caught.value.detail)
    assert "groep dialout " in advice("permission")


def test_the_group_reaches_whoever_reads_the_state(nothing_left: None, heard: Any) -> None:
    def refuse() -> Any:
        raise PortTrouble("permission", "uucp")

    line = Line("bon", refuse, PrinterDriver(profile("epson")), heard)
    line.start()
    assert heard.next("lost").facts == {"cause": "permission", "detail": "uucp"}
    assert line.stop()


def test_a_line_that_waits_for_a_wire_the_cable_lacks_is_told_apart() -> None:
    with serial.serial_for_url("loop://") as port:
        port.rts = False  # on this port CTS follows RTS
        assert held_back(port, "rtscts")
        assert not held_back(port, "none")
        port.rts = True
        assert not held_back(port, "rtscts")
    assert 'flow = "none"' in advice("no_handshake")


def test_a_pseudo_terminal_has_no_wires_to_wait_for(far: Any) -> None:
    with serial.Serial(far.path) as port:
        assert not held_back(port, "rtscts")


class _Picture(PrinterDriver):
    """Prints a ticket that is one picture, as soon as it can."""

    def opened(self, now: float) -> list[Output]:
        return [Write(bytes(43_000))]


class _Slow:
    """A line on which each piece takes four seconds."""

    def __init__(self) -> None:
        self.now = 0.0
        self.stuck: list[bool] = []
        self.line: Line | None = None

    def clock(self) -> float:
        return self.now

    def write(self, data: bytes) -> None:
        self.now += 4
        assert self.line is not None
        self.stuck.append(self.line.stuck())

    def read(self, seconds: float | None) -> bytes:
        raise OSError(errno.EIO, "enough")

    def wake(self) -> None: ...
    def close(self) -> None: ...


def test_a_long_picture_on_a_slow_line_does_not_look_like_a_line_that_hangs(nothing_left: None, heard: Any) -> None:
    slow = _Slow()
    line = slow.line = Line("bon", lambda: slow, _Picture(profile("clone")), heard, clock=slow.clock)
    line.start()
    assert heard.next("lost").facts["cause"] == "unplugged"
    assert line.stop()
    assert len(slow.stuck) > 100
    assert not any(slow.stuck)
