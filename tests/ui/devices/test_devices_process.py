"""``balie devices window`` as a real process: first device, real service, change while it runs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from balie_app import cli, paths
from balie_app.devices.config import read_station
from balie_app.devices.linefile import put_line
from balie_app.devices.simulate import SimulatedDisplay
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall

ROOT = paths.resources().parent


class Window:
    """One process, told what to do by lines."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "balie_app", "devices", "window", "--child", *arguments]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    def ask(self, **what: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        while line := self.process.stdout.readline():
            answer: dict[str, Any] = json.loads(line)
            if "ready" not in answer:
                return answer
        raise AssertionError(self.process.stderr.read() if self.process.stderr else "")

    def says(self, text: str) -> bool:
        return any(text in each for each in self.ask(do="texts")["texts"])

    def click(self, name: str) -> None:
        answer = self.ask(do="click", name=name)
        assert answer["ok"], answer

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=60)
        return self.process.returncode


@pytest.fixture
def run() -> Iterator[Callable[..., Window]]:
    made: list[Window] = []

    def start(*arguments: str) -> Window:
        made.append(Window(*arguments))
        return made[-1]

    yield start
    for each in made:
        each.end()


@pytest.fixture
def display(tmp_path: Path) -> Iterator[SimulatedDisplay]:
    far = SimulatedDisplay("ditel-dn109", tmp_path / "poort")
    far.start()
    yield far
    far.stop()


def test_the_word_is_in_the_help() -> None:
    assert "balie devices window" in cli.usage()


@pytest.mark.e2e
def test_the_window_opens_without_a_hall_and_ends_in_good_order(run: Callable[..., Window], tmp_path: Path) -> None:
    window = run("--hall", str(tmp_path / "hall.db"), "--station", str(tmp_path / "station.toml"))
    assert window.says("Er hangt nog niets aan deze computer.")
    second = run("--hall", str(tmp_path / "hall.db"))
    assert second.process.wait(60) == 1
    assert window.end() == 0
    assert not (tmp_path / "hall.db").exists()


@pytest.mark.e2e
def test_the_devices_start_from_the_window_and_take_a_port_that_it_then_finds_taken(
    qtbot: QtBot, run: Callable[..., Window], display: SimulatedDisplay, tmp_path: Path
) -> None:
    where, file = str(tmp_path / "hall.db"), tmp_path / "station.toml"
    create_hall(where, template("three-counters", "Waterrijk")).close()
    line = {"name": "d", "kind": "display", "port": display.port, "template": "ditel-dn109", "counter": 1}
    put_line(file, line)
    window = run("--hall", where, "--station", str(file))
    qtbot.waitUntil(lambda: window.says("Balie gebruikt deze apparaten nu niet."), timeout=60_000)
    window.click("Apparaten starten")
    qtbot.waitUntil(lambda: window.says("gereed sinds"), timeout=60_000)
    window.click("d wijzigen")
    for _ in range(2):
        window.click("Verder")
    qtbot.waitUntil(lambda: window.says("gebruikt deze lijn nu."), timeout=60_000)
    window.click("Terug")
    window.ask(do="type", text="boven de balie")
    window.click("Verder")
    window.click("Opslaan zonder proef")
    assert read_station(file).lines[0].name == "boven de balie"
    hall = open_hall(where)
    qtbot.waitUntil(
        lambda: [(each.name, each.state) for each in hall.view().devices] == [("boven de balie", "gereed")],
        timeout=60_000,
    )
    hall.close()
    assert window.end() == 0
