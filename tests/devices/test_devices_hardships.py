"""What a town hall does to serial lines, on real pseudo-terminals (docs/device-failures.md has the whole list)."""

from __future__ import annotations

import ast
import os
import re
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from balie_app.devices import transport as transports
from balie_app.devices.config import read_station
from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Event, Output, Settle, Show
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Found, Opener, cause_of, opener
from balie_app.devices.template_reader import load_template, template_path
from balie_app.devices.transport import LINE_ERRORS, MemoryTransport
from balie_app.queue.config.mistakes import ConfigMistakes

DEVICES = Path(transports.__file__).parent
NOBODY = 65534


def display(addresses: tuple[int, ...] = (1,)) -> DisplayDriver:
    return DisplayDriver(load_template(template_path("edi-ed400d")), addresses)


def frame(text: str) -> bytes:
    return b"\x0201" + text.rjust(4).encode() + b"\x03"


@contextmanager
def without_rights(path: str) -> Iterator[None]:
    """As somebody who may not open this port."""
    if os.geteuid():
        Path(path).chmod(0)
        yield
        return
    Path(path).chmod(0o600)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_port_that_we_may_not_open_is_told_once_with_what_to_do(nothing_left: None, far: Any, heard: Any) -> None:
    tries: list[float] = []

    def open_line() -> Any:
        tries.append(1)
        with without_rights(far.path):
            return opener(far.path, LineSettings())()

    now = [0.0]

    def wait(_flag: Any, seconds: float) -> bool:
        now[0] += seconds
        return False

    line = Line("a", open_line, display(), heard, clock=lambda: now[0], wait=wait)
    line.start()
    assert heard.next().facts["cause"] == "permission"
    line.submit(Show(1, "A001"))
    while len(tries) < 8:
        os.sched_yield()
    assert line.stop()
    assert heard.events.empty()
    assert now[0] >= 1 + 2 + 4 + 8 + 15
    far.unplug()


@pytest.mark.parametrize("what", ["a folder", "a file", "nothing there", "no terminal"])
def test_what_is_no_port_is_not_found_and_leaves_nothing_open(nothing_left: None, tmp_path: Path, what: str) -> None:
    path = {
        "a folder": tmp_path,
        "a file": tmp_path / "f",
        "nothing there": tmp_path / "x",
        "no terminal": Path("/dev/null"),
    }[what]
    (tmp_path / "f").write_text("", encoding="utf-8")
    with pytest.raises(LINE_ERRORS) as caught:
        opener(str(path), LineSettings())()
    assert cause_of(caught.value, was_open=False) == "missing"


def test_a_port_s_name_may_have_spaces_and_letters_of_any_kind(far: Any, tmp_path: Path, heard: Any) -> None:
    link = tmp_path / "display boven balie 4 (é)"
    link.symlink_to(far.path)
    line = Line("a", opener(str(link), LineSettings()), display(), heard)
    line.start()
    line.submit(Show(1, "A042"))
    assert far.expect(8) == frame("042")
    assert line.stop()


@pytest.mark.parametrize("name", ["COM3", "COM10", "COM256"])
def test_a_com_port_above_nine_is_given_to_pyserial_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / "station.toml"
    lines = f'[[lines]]\nname = "a"\nkind = "display"\nport = "{name}"\ntemplate = "edi-ed400d"\ncounter = 1\n'
    file.write_text(lines, encoding="utf-8")
    asked: list[str] = []
    monkeypatch.setattr("balie_app.devices.ports.SerialTransport", lambda port, _settings: asked.append(port))
    opener(read_station(file).lines[0].port, LineSettings())()
    assert asked == [name]  # it puts \\.\ before it where Windows wants that


@pytest.mark.parametrize("port", ["a\\u0000b", "a\\nb"])
def test_a_port_s_name_that_no_system_has_is_a_mistake_in_the_file(tmp_path: Path, port: str) -> None:
    file = tmp_path / "station.toml"
    lines = f'[[lines]]\nname = "a"\nkind = "display"\nport = "{port}"\ntemplate = "edi-ed400d"\ncounter = 1\n'
    file.write_text(lines, encoding="utf-8")
    with pytest.raises(ConfigMistakes) as caught:
        read_station(file)
    assert [each.key for each in caught.value.mistakes] == ["lines[0].port"]


def test_two_equal_adapters_that_changed_names_keep_their_displays(far: Any, heard: Any) -> None:
    other = type(far)()
    here = {far.path: "1-1.1", other.path: "1-1.2"}

    def ports() -> list[Found]:
        return [Found(path, 0x1A86, 0x7523, location=place) for path, place in here.items()]

    for turn in ("A001", "A002"):
        for place, text in (("1-1.1", turn), ("1-1.2", turn.replace("A0", "A1"))):
            line = Line("a", Opener(f"usb:1a86:7523@{place}", LineSettings(), ports), display(), heard)
            line.start()
            line.submit(Show(1, text))
            wanted = next(end for end in (far, other) if here[end.path] == place)
            assert wanted.expect(8) == frame(text[1:])
            assert line.stop()
        here = {far.path: "1-1.2", other.path: "1-1.1"}  # plugged in the other way round
    other.unplug()


def stuff(path: str) -> None:
    """Fill the way to a far end that reads nothing."""
    port = os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while True:
            os.write(port, bytes(256))
    os.close(port)


def test_a_far_end_that_reads_no_more_is_told_and_shows_the_newest_call_when_it_does(
    nothing_left: None, far: Any, heard: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transports, "WRITE_SECONDS", 0.1)
    stuff(far.path)
    line = Line("a", opener(far.path, LineSettings()), display(), heard)
    line.start()
    line.submit(Show(1, "A001"))
    while (event := heard.next()).kind != "lost":  # the kernel may still find room for a few
        if event.kind == "shown":
            line.submit(Show(1, "A001"))
    assert event.facts == {"cause": "stuck"}
    line.submit(Show(1, "A777"))
    got = b""
    while not got.endswith(frame("777")):
        got += far.expect(1)
    assert line.stop()
    far.unplug()


def test_a_line_that_was_stopped_by_a_lost_xon_goes_on_when_it_is_opened_again(far: Any) -> None:
    settings = LineSettings(flow="xonxoff")
    first = opener(far.path, settings)()
    far.send(b"\x13")  # XOFF, and then the cable was pulled
    assert first.read(0.2) == b""
    first.close()
    second = opener(far.path, settings)()
    second.write(b"A042")
    assert far.expect(4) == b"A042"
    second.close()


@pytest.mark.parametrize(
    ("settings", "flag"), [(LineSettings(baud=1200), termios.B1200), (LineSettings(baud=38400), termios.B38400)]
)
def test_a_port_has_the_speed_that_the_station_says(far: Any, settings: LineSettings, flag: int) -> None:
    line = opener(far.path, settings)()
    assert termios.tcgetattr(far.master)[4:6] == [flag, flag]
    line.close()


def test_a_bug_in_a_driver_costs_its_line_a_new_beginning(nothing_left: None, heard: Any) -> None:
    class Clumsy(DisplayDriver):
        def receive(self, data: bytes, now: float) -> list[Output]:
            raise ZeroDivisionError

    ports = [MemoryTransport(), MemoryTransport()]
    spare = list(ports)
    line = Line("a", lambda: spare.pop(0), Clumsy(load_template(template_path("edi-ed400d")), (1,)), heard)
    line.start()
    heard.next("open")
    ports[0].feed(b"x")
    assert heard.next("lost").facts == {"cause": "bug"}
    line.submit(Show(1, "A042"))
    assert ports[1].wait_written(frame("042"), 60)
    assert ports[0].closed
    assert line.stop()


def test_a_number_that_a_dispenser_s_own_printer_lacks_is_refused_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "eigen.toml"
    file.write_text(
        '[device]\nname = "x"\nkind = "dispenser"\nsource = "x"\n[value]\nencoding = "segments"\nwidth = 4\n'
        '[receive.map]\n31 = "1"\n[commands.accept]\nparts = ["value"]\n[commands.refuse]\nparts = ["NAK"]\n'
        '[[vectors]]\nhex = "31"\npress = "1"\n',
        encoding="utf-8",
    )
    driver = DispenserDriver(load_template(file))
    driver.opened(0)
    driver.receive(b"1", 1)
    assert [each.data for each in driver.submit(Settle(True, "K001"), 1)] == [b"\x15"]  # type: ignore[union-attr]
    assert any(isinstance(each, Event) and each.kind == "press" for each in driver.receive(b"1", 5))


def test_no_line_looks_at_a_clock_that_can_be_set_back() -> None:
    shown_to_people = {"monitor.py", "rooms.py", "farend.py", "sim_printer.py", "claims.py"}
    found = set()
    for file in DEVICES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {
                "time.time",
                "datetime.now",
                "datetime.utcnow",
            }:
                found.add(file.name)
    assert found == shown_to_people


def test_nothing_waits_for_a_port_to_be_empty_and_every_port_has_a_limit_on_writing() -> None:
    calls = []
    for file in DEVICES.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "flush":
                calls.append(ast.unparse(node))
    assert set(calls) == {"sys.stdout.flush()"}
    made = transports._closed_port("/dev/x", LineSettings())
    assert made.write_timeout == transports.WRITE_SECONDS
    assert made.exclusive is True


def test_every_test_that_the_list_of_failures_names_is_there() -> None:
    tests = Path(__file__).parents[1]
    text = (tests.parent / "docs" / "device-failures.md").read_text(encoding="utf-8")
    written = "".join(file.read_text(encoding="utf-8") for file in (tests / "devices").glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+)`", text))
    assert len(named) > 40
    assert {name for name in named if f"def {name}(" not in written} == set()
    assert all(f"\n| {number} |" in text for number in range(1, 26))
