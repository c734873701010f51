"""A kiosk with everything around it, to play the visitor with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from balie_app.queue.rules.visit import Visit
from balie_app.queue.views import HallView
from balie_app.ui.kiosk.parts import Prose, Tile
from balie_app.ui.kiosk.window import Kiosk
from balie_app.ui.station import StationOptions


class Seconds:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Listener:
    """In place of the voice: what would be heard."""

    present = True

    def __init__(self) -> None:
        self.heard: list[tuple[list[str], str]] = []
        self.hushed = 0

    def say(self, sentences: list[str], language: str) -> None:
        self.heard.append((list(sentences), language))

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        """Nothing runs."""


class Stand:
    """A kiosk with everything around it."""

    def __init__(self, link: Any, view: HallView, **options: Any) -> None:
        self.link, self.view = link, view
        self.seconds, self.voice = Seconds(), Listener()
        pin = options.pop("pin", "")
        given = StationOptions("hall.db", "kiosk", **({"printer": "bon"} | options))
        self.kiosk = Kiosk(link, given, self.voice, pin, self.seconds)  # type: ignore[arg-type]
        link.send(view)
        self.kiosk.show()
        QApplication.processEvents()

    def tile(self, name: str) -> Tile:
        found = [each for each in self.kiosk.buttons() if each.accessibleName() == name]
        assert len(found) == 1, (name, self.names)
        assert isinstance(found[0], Tile)
        return found[0]

    @property
    def names(self) -> list[str]:
        return [each.accessibleName() for each in self.kiosk.buttons()]

    def touch(self, *names: str) -> None:
        for name in names:
            QTest.mouseClick(self.tile(name), Qt.MouseButton.LeftButton)

    @property
    def heading(self) -> str:
        return self.kiosk.page.heading

    @property
    def text(self) -> str:
        shown = [part for part in self.kiosk.findChildren(Prose) if part.isVisible()]
        return " ".join(block.text for part in shown for block in part.blocks)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.seconds.now += 1
            self.kiosk.tick()

    def keys(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._focus, letter)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focus, key)

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.kiosk

    def given(self, label: str = "A031", **more: Any) -> Visit:
        visit = Visit(f"v-{label}", self.view.read_at.date(), label, "code", self.view.read_at, **more)
        self.link.answer(visit)
        return visit


@pytest.fixture
def stand(fake_link: Any, sample_view: HallView, qapp: QApplication) -> Iterator[Callable[..., Stand]]:
    made: list[Stand] = []

    def make(view: HallView | None = None, **options: Any) -> Stand:
        made.append(Stand(fake_link, view or sample_view, **options))
        return made[-1]

    yield make
    for each in made:
        each.kiosk.close()
        each.kiosk.deleteLater()


@pytest.fixture
def listener() -> Listener:
    return Listener()
