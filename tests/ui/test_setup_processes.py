"""``balie`` without a word as a real process: first start, stations of its own, a clean end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from balie_app import paths
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall
from balie_app.ui.setup.stations import Launcher, Station

ROOT = paths.resources().parent


class Balie:
    """One ``balie`` process, told what to do by lines."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "balie_app", "--child", *arguments]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        self.hear()

    def hear(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read() if self.process.stderr else ""
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, **what: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def click(self, name: str) -> None:
        answer = self.ask(do="click", name=name)
        assert answer["ok"], answer

    def texts(self) -> list[str]:
        answer = self.ask(do="texts")
        assert answer["ok"], answer
        found: list[str] = answer["texts"]
        return found

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)
        return self.process.returncode


@pytest.fixture
def start() -> Iterator[Callable[..., Balie]]:
    made: list[Balie] = []

    def run(*arguments: str) -> Balie:
        made.append(Balie(*arguments))
        return made[-1]

    yield run
    for each in made:
        each.end()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.e2e
def test_a_first_start_ends_in_a_hall_with_one_desk(qtbot: QtBot, start: Callable[..., Balie], tmp_path: Path) -> None:
    where = tmp_path / "hall.db"
    balie = start("--hall", str(where))
    balie.click("Verder")
    balie.ask(do="type", text="Waterrijk")
    for name in ("Verder", "Verder", "Hal maken"):
        balie.click(name)
    assert where.is_file()
    qtbot.waitUntil(lambda: any("Publiekshal Waterrijk" in text for text in balie.texts()), timeout=20_000)
    assert balie.end() == 0
    again = start("--hall", str(where))
    assert "Hal maken" not in again.texts()


@pytest.mark.e2e
def test_ctrl_c_ends_the_stations_opened_from_the_start_window(
    qtbot: QtBot, start: Callable[..., Balie], tmp_path: Path
) -> None:
    where = str(tmp_path / "hall.db")
    create_hall(where, template("three-counters", "Waterrijk")).close()
    launcher = Launcher(where)
    balie = start("--hall", where)
    balie.click("Wachtscherm openen")
    qtbot.waitUntil(lambda: launcher.runs("screen"), timeout=20_000)
    assert balie.end() == 0
    assert not launcher.runs("screen")


@pytest.mark.e2e
def test_a_hall_that_cannot_be_opened_is_one_sentence_and_not_zero(tmp_path: Path) -> None:
    file = tmp_path / "hall.db"
    file.write_bytes(b"geen hal" * 200)
    command = [sys.executable, "-m", "balie_app", "--hall", str(file)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "niets veranderd" in ran.stderr
    assert file.read_bytes() == b"geen hal" * 200


@pytest.mark.e2e
def test_a_station_that_ends_at_once_tells_why(qtbot: QtBot, tmp_path: Path) -> None:
    launcher = Launcher(str(tmp_path / "hall.db"))
    launcher.start(Station("host", "host"))
    said: list[str] = []
    qtbot.waitUntil(lambda: bool(said.append(launcher.complaint("host")) or said[-1]), timeout=20_000)
    assert "Er is geen hal" in said[-1]
    assert launcher.complaint("host") == ""


@pytest.mark.e2e
def test_a_station_lives_on_when_its_window_of_origin_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    where = str(tmp_path / "hall.db")
    create_hall(where, template("three-counters", "Waterrijk")).close()
    first, second = Launcher(where), Launcher(where)
    first.start(Station("screen", "screen"))
    qtbot.waitUntil(lambda: second.runs("screen"), timeout=20_000)
    process = first._own["screen"][0]
    assert os.getsid(process.pid) == process.pid
    first.end_all()
    assert not alive(process.pid)
    assert not second.runs("screen")
    with closing(open_hall(where)) as hall:
        assert hall.config().municipality == "Waterrijk"
