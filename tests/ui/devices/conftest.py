"""A window of devices on a bench: ports plugged in and out, devices on pseudo-terminals, a hall that plays along."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from balie_app.devices.farend import FarEnd
from balie_app.devices.ports import Found, opener
from balie_app.ui.devices.window import DevicesWindow
from balie_app.ui.setup.stations import Launcher, Station

PATIENCE_MS = 30_000


class Plays(Launcher):
    """A launcher that starts nothing."""

    def __init__(self) -> None:
        super().__init__("hal.db")
        self.started: list[list[str]] = []
        self.said = ""

    def start(self, station: Station, *more: str) -> None:
        self.started.append(station.arguments("hal.db", "light", "nl", *more)[3:])

    def complaint(self, name: str) -> str:
        said, self.said = self.said, ""
        return said


class Bench:
    """A window, the ports it sees, and devices on them."""

    def __init__(self, qtbot: QtBot, link: Any, folder: Path) -> None:
        self.qtbot, self.link, self.folder = qtbot, link, folder
        self.file = folder / "station.toml"
        self.ports: list[Found] = []
        self.far: list[FarEnd] = []
        self.launcher = Plays()
        self.open_line: Callable[..., Any] = lambda line: opener(line.port, line.settings)
        self.window = DevicesWindow(
            link, self.file, self.launcher, lambda: tuple(self.ports), lambda line: self.open_line(line)
        )
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def plug(self, far: FarEnd, words: str = "FTDI FT232R") -> str:
        """A device on a port that the computer then sees."""
        far.start()
        self.far.append(far)
        self.ports.append(Found(far.port, words=words))
        return far.port

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=PATIENCE_MS)

    def begin(self, port: str, kind: str, model: str) -> None:
        """The first three pages."""
        wizard = self.window.wizard
        self.window.add()
        self.until(lambda: port in wizard.port.list.keys)
        wizard.port.list.choose(port)
        self.on()
        wizard.kind.cards[kind].click()
        self.on()
        wizard.model.list.choose(model)
        self.on()

    def on(self) -> None:
        """The button at the bottom right."""
        assert self.window.wizard.forward.isEnabled()
        self.window.wizard.forward.click()

    def ready(self) -> None:
        self.until(lambda: self.window.tester.health.ready)

    def lines(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = tomllib.loads(self.file.read_text(encoding="utf-8"))["lines"]
        return found

    def end(self) -> None:
        self.window.close()
        for each in self.far:
            each.stop()
        self.until(lambda: not self.window.tester.alive)
        self.until(lambda: not any(each.name == "balie-errand" for each in threading.enumerate()))


@pytest.fixture
def bench(qtbot: QtBot, fake_link: Any, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(qtbot, fake_link, tmp_path)
    yield made
    made.end()


TWO = """station = "noord"

[[lines]]
name = "bon"
kind = "printer"
port = "/dev/ttyS8"

[[lines]]
name = "deur"
kind = "dispenser"
port = "/dev/ttyS9"
template = "button-bytes"
printer = "bon"
map.1 = { contact_type = "counter" }
line = { discard_ms = 100 }
"""


@pytest.fixture
def two(bench: Bench) -> Bench:
    bench.file.write_text(TWO, encoding="utf-8")
    bench.window.look()
    return bench
