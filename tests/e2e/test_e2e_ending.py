"""Ctrl-C, SIGTERM and worse: everything ends, in good order, and nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from balie_app.paths import resources
from balie_app.queue.commands import OpenCounter

ROOT = resources().parent
BACKSTAGE = Path("out", "achter-de-schermen")
SOME_DEVICE = '[[lines]]\nname = "bon"\nkind = "printer"\nport = "{folder}/bon"\n'


def start_all(scene: Any, folder: Path) -> list[Any]:
    file = folder / "station.toml"
    file.write_text(SOME_DEVICE.format(folder=folder), encoding="utf-8")
    stations = [scene.start("host"), scene.counter(1), scene.start("screen", "--sound", "off"), scene.start("kiosk")]
    return [*(each.shows() for each in stations), scene.start("devices", "--station", str(file), "--status")]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_every_station_ends_in_good_order_on_a_signal(
    any_scene: Any, tmp_path: Path, number: signal.Signals, until: Callable[..., Any]
) -> None:
    scene = any_scene
    scene.make()
    scene.do(OpenCounter(1, "anna"))
    everything = start_all(scene, tmp_path)
    until(lambda: everything[-1].statuses, "the device service")
    for each in everything:
        each.send(number)
    for each in everything:
        assert each.leave() == 0, each.name
        assert "Traceback" not in each.said()
    for each in everything[:-1]:
        assert each.said() == "", each.name


def test_every_station_ends_when_its_input_closes(scene: Any, tmp_path: Path) -> None:
    scene.make()
    for each in start_all(scene, tmp_path):
        each.process.stdin.close()
        assert each.leave() == 0, each.name


@pytest.mark.parametrize("kind", ["host", "screen"])
def test_ctrl_c_while_a_station_starts_is_quiet(
    scene: Any, tmp_path: Path, kind: str, until: Callable[..., Any]
) -> None:
    scene.make()
    station = scene.start(kind)
    until((tmp_path / "logs" / f"{kind}.log").exists, "the log")  # from here on it is Balie's own affair
    station.send(signal.SIGINT)
    assert station.leave() in {0, -signal.SIGINT}
    assert station.said() == ""


# -- the demo --------------------------------------------------------------------------------------


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The demo without a display, running; its output is in ``tmp_path / "out"``."""
    words = ["demo", "--offscreen", "--minutes", "600", "--speed", "2", "--output", str(tmp_path / "out")]
    process = subprocess.Popen(
        [sys.executable, "-m", "balie_app", *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield process
    process.kill()
    process.communicate()


def wait_for_windows(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    said = process.stdout.readline()
    assert said.startswith("Alle vensters staan"), said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_the_demo_ends_with_all_its_processes_on_a_signal(
    demo: subprocess.Popen[str], tmp_path: Path, number: signal.Signals, alive: Callable[[str], dict[int, str]]
) -> None:
    wait_for_windows(demo)
    hall = str(tmp_path / BACKSTAGE / "hall.db")
    assert len(alive(hall)) == 6, "five stations and the devices"
    demo.send_signal(number)
    _, said = demo.communicate(timeout=120)
    assert demo.returncode == 130
    assert said == "Gestopt.\n"
    assert alive(hall) == {}


def test_ctrl_c_while_the_demo_starts_leaves_nothing(
    demo: subprocess.Popen[str], tmp_path: Path, alive: Callable[[str], dict[int, str]], until: Callable[..., Any]
) -> None:
    hall = str(tmp_path / BACKSTAGE / "hall.db")
    until(lambda: alive(hall), "the first station")
    demo.send_signal(signal.SIGINT)
    _, said = demo.communicate(timeout=120)
    assert demo.returncode == 130
    assert "Traceback" not in said
    assert alive(hall) == {}


def test_the_demos_processes_end_when_the_demo_is_killed(
    demo: subprocess.Popen[str], tmp_path: Path, alive: Callable[[str], dict[int, str]], until: Callable[..., Any]
) -> None:
    wait_for_windows(demo)
    hall = str(tmp_path / BACKSTAGE / "hall.db")
    os.kill(demo.pid, signal.SIGKILL)
    until(lambda: not alive(hall), lambda: f"their end: {alive(hall)}")
    assert list((tmp_path / BACKSTAGE).glob("*.err"))
    for file in (tmp_path / BACKSTAGE).glob("*.err"):
        assert "Traceback" not in file.read_text(encoding="utf-8"), file.name
