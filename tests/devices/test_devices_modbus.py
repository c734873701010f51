"""Modbus both ways with what we did not write: libmodbus (``mbpoll``), and pymodbus as the device."""

from __future__ import annotations

import importlib.util
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from balie_app.devices.display import DisplayDriver
from balie_app.devices.driver import Show
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.template_reader import load_template, template_path

MBPOLL, SOCAT = shutil.which("mbpoll"), shutil.which("socat")
pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(MBPOLL is None, reason="mbpoll (Debian package mbpoll) asks our display and reads our frames"),
]
SLAVE = Path(__file__).with_name("modbus_slave.py")


def mbpoll(port: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """libmodbus as the master of unit 1: values to write, or ``-c N`` to read from register 0."""
    command = [MBPOLL or "", "-m", "rtu", "-a", "1", "-b", "9600", "-P", "none", "-0", "-r", "0", "-1", "-q", "-o", "5"]
    return subprocess.run(
        [*command, *words] if words[0] == "-c" else [*command, str(port), *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """Two ends of one line: pseudo-terminals joined by socat, so that each end may be opened and closed."""
    if SOCAT is None:
        pytest.skip("socat (Debian package socat) joins two pseudo-terminals")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    ends = [f"pty,raw,echo=0,link={end}" for end in (ours, theirs)]
    with subprocess.Popen([SOCAT, "-d", "-d", *ends], stderr=subprocess.PIPE) as process:
        said = b""
        while b"starting data transfer loop" not in said:
            assert process.stderr is not None
            said += os.read(process.stderr.fileno(), 4096)
        yield ours, theirs
        process.terminate()


@pytest.fixture
def slave(wire: tuple[Path, Path]) -> Iterator[Path]:
    """pymodbus' serial server as unit 1; answers our end of its line."""
    if importlib.util.find_spec("pymodbus") is None:
        pytest.skip("pymodbus (test extra) is the device that our frames are written to")
    ours, theirs = wire
    command = [sys.executable, str(SLAVE), str(theirs)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], 60)
        assert ready
        assert process.stdout.readline() == b"ready\n"
        yield ours
        process.communicate(timeout=60)


@pytest.mark.parametrize(
    ("template", "values", "shown"),
    [("modbus-number", ("42",), "42"), ("modbus-number-10", ("16688", "13362"), "A042")],
)
def test_libmodbus_writes_to_our_display_and_believes_its_answer(
    nothing_left: None, tmp_path: Path, template: str, values: tuple[str, ...], shown: str
) -> None:
    display = SimulatedDisplay(template, tmp_path / "display", addresses=(1,))
    display.start()
    done = mbpoll(tmp_path / "display", *values)
    display.stop()
    assert f"Written {len(values)} references." in done.stdout, done
    assert display.shown == {1: shown}


def test_libmodbus_hears_no_answer_of_a_display_at_another_address(nothing_left: None, tmp_path: Path) -> None:
    display = SimulatedDisplay("modbus-number", tmp_path / "display", addresses=(2,))
    display.start()
    done = mbpoll(tmp_path / "display", "-o", "0.2", "42")
    display.stop()
    assert "timed out" in done.stderr
    assert display.shown == {}


@pytest.mark.parametrize(
    ("template", "label", "registers"),
    [
        ("modbus-number", "A042", ["42"]),
        ("modbus-number", "K999", ["999"]),
        ("modbus-number-10", "A042", ["16688", "13362"]),
    ],
)
def test_what_we_write_to_a_device_of_pymodbus_is_read_back_by_libmodbus(
    slave: Path, nothing_left: None, heard: Any, template: str, label: str, registers: list[str]
) -> None:
    kind = load_template(template_path(template))
    line = Line("a", opener(str(slave), kind.line), DisplayDriver(kind, (1,)), heard)
    line.start()
    line.submit(Show(1, label))
    assert heard.next("shown").facts == {"address": 1, "text": label}  # pymodbus answered, and we understood
    assert line.stop()
    done = mbpoll(slave, "-c", str(len(registers)), str(slave))
    assert [each.split()[-1] for each in done.stdout.splitlines() if each.startswith("[")] == registers, done


def test_a_unit_that_pymodbus_does_not_have_is_silent(slave: Path, nothing_left: None, heard: Any) -> None:
    kind = load_template(template_path("modbus-number"))
    line = Line("a", opener(str(slave), kind.line), DisplayDriver(kind, (1, 9)), heard)
    line.start()
    line.submit(Show(9, "A001"))
    line.submit(Show(1, "A002"))
    while (state := heard.next("state").facts)["silent"] != (9,):
        pass
    assert state["cause"] == "some_silent"
    assert line.stop()
