"""The window "Papier" on a real hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from balie_app.queue.commands import By, Command
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui.layout.preview import Preview
from balie_app.ui.layout.window import LayoutWindow, build
from balie_app.ui.link import HallLink
from balie_app.ui.station import StationOptions

PATIENT_MS = 60_000
"""Only a test that fails waits this long."""


class Scene:
    """A hall, and windows on it."""

    def __init__(self, where: str, qtbot: QtBot) -> None:
        self.where, self.qtbot = where, qtbot
        self.links: list[HallLink] = []

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for it, as long as a busy machine needs."""
        self.qtbot.waitUntil(true, timeout=PATIENT_MS)

    def open(self, printer: str | None = None, who: str = "kim") -> LayoutWindow:
        """A window that shows the paper of the hall."""
        link = HallLink(self.where, By("layout", who))
        self.links.append(link)
        window = build(link, StationOptions(hall=self.where, station="layout", printer=printer))
        assert isinstance(window, LayoutWindow)
        link.by = By("layout", who)
        self.qtbot.addWidget(window)
        with self.qtbot.waitExposed(window):
            window.show()
        link.start()
        self.until(lambda: window.preview is not None and window.preview.shown is not None)
        return window

    def config(self) -> HallConfig:
        """The configuration of the hall as it is kept now."""
        with closing(open_hall(self.where)) as hall:
            return hall.config()

    def version(self) -> int:
        """The number of that configuration."""
        with closing(open_hall(self.where)) as hall:
            return hall.view().config_version

    def do(self, command: Command, who: str = "anna") -> None:
        """Somebody else does something."""
        with closing(open_hall(self.where)) as hall:
            hall.perform(command, By("hall", who))


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    """Three counters in Waterrijk."""
    where = str(tmp_path / "hall.db")
    create_hall(where, template("three-counters", "Gemeente Waterrijk")).close()
    made = Scene(where, qtbot)
    yield made
    for link in made.links:
        link.stop()


@pytest.fixture
def paper_of(qtbot: QtBot) -> Callable[[LayoutWindow], Preview]:
    """The preview of a window, at rest: everything that was wished for is shown."""

    def rest(window: LayoutWindow) -> Preview:
        preview = window.preview
        assert preview is not None
        qtbot.waitUntil(lambda: preview.at_rest, timeout=PATIENT_MS)
        return preview

    return rest


@pytest.fixture
def logo_file(tmp_path: Path, make_logo: Callable[..., bytes]) -> Path:
    """A small logo as a file."""
    path = tmp_path / "logo.png"
    path.write_bytes(make_logo())
    return path


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    """A picture of 3000 pixels that is no PNG."""
    path = tmp_path / "logo.jpg"
    image = QImage(3000, 1000, QImage.Format.Format_RGB32)
    image.fill(0xFFC8102E)
    image.save(str(path))
    return path
