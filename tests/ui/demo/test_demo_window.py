"""The control window of the demo, and its conductor on a real rehearsal hall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from balie_app.ui.demo.conductor import Conductor
from balie_app.ui.demo.main import places
from balie_app.ui.demo.props import PRINTER, Props
from balie_app.ui.demo.stage import DISPLAYED, PANELS
from balie_app.ui.demo.window import ControlWindow

WAIT = 30_000


@pytest.fixture
def props(tmp_path: Path) -> Iterator[Props]:
    made = Props(tmp_path, DISPLAYED, lambda: None, lambda printed: None)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def conductor(tmp_path: Path, props: Props) -> Iterator[Conductor]:
    made = Conductor(str(tmp_path / "hall.db"), 1, PRINTER, props.press)
    made.arrivals = made.arrivals[:40]
    made.prepare()
    yield made
    made.stop()


@pytest.fixture
def window(qtbot: QtBot, conductor: Conductor, props: Props) -> ControlWindow:
    made = ControlWindow(conductor, props, PANELS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_clock_stands_until_the_stations_are_there(conductor: Conductor, window: ControlWindow) -> None:
    assert conductor.state.now == conductor.opens
    assert conductor.state.paused


def test_speed_and_pause_reach_the_hall(conductor: Conductor, window: ControlWindow, qtbot: QtBot) -> None:
    conductor.start()
    window.choose_speed(60)
    qtbot.waitUntil(lambda: conductor.state.now > conductor.opens and conductor.state.speed == 60, timeout=WAIT)
    conductor.pace(60, paused=True)
    qtbot.waitUntil(lambda: conductor.state.paused, timeout=WAIT)
    pictures: list[Any] = []
    conductor.picture(pictures.append)
    qtbot.waitUntil(lambda: bool(pictures), timeout=WAIT)
    assert pictures[0].clock.speed == 0


def test_a_counter_is_taken_over_and_given_back(
    conductor: Conductor, window: ControlWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, bool]] = []
    monkeypatch.setattr(conductor, "take_over", lambda number, on: asked.append((number, on)))
    for _ in range(2):
        qtbot.mouseClick(window.taken[4], Qt.MouseButton.LeftButton)
    assert asked == [(4, True), (4, False)]
    assert "overnemen" in window.taken[4].text()


def test_a_failure_of_the_day_is_heard(conductor: Conductor, qtbot: QtBot) -> None:
    conductor.start()
    conductor._order(lambda hall, player: 1 / 0)  # type: ignore[arg-type, return-value, func-returns-value]
    qtbot.waitUntil(lambda: conductor.failed is not None, timeout=WAIT)
    with pytest.raises(ZeroDivisionError):
        conductor.check()


def test_every_control_of_the_window_is_named(window: ControlWindow, every_control_is_named: Any) -> None:
    every_control_is_named(window)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_all_windows_of_the_demo_fit_the_screen(size: tuple[int, int]) -> None:
    screen = QRect(0, 0, *size)
    for words in places(screen).values():
        x, y = (int(part) for part in words[1].split(","))
        width, height = (int(part) for part in words[3].split("x"))
        assert width > 0
        assert height > 0
        assert screen.contains(QRect(x, y, width, height))


def test_the_same_day_opens_once_and_closes_with_the_demo(window: ControlWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.compare, Qt.MouseButton.LeftButton)
    opened = window.show_same_day()
    assert opened.isVisible()
    assert window.show_same_day() is opened
    window.close()
    assert not opened.isVisible()
    qtbot.addWidget(opened)
