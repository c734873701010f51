"""The demo's comparison: the same day per department and by kind of contact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from balie_app.queue.experiment.byrule import compare
from balie_app.queue.experiment.reading import read_day
from balie_app.queue.experiment.real import DEMO_SOURCE, demo_files
from balie_app.queue.experiment.remarks import prepared
from balie_app.queue.experiment.report import document
from balie_app.queue.experiment.shipped import SameDay, same_day, shipped_day
from balie_app.ui import look, tongue
from balie_app.ui.demo.sameday import DEGREES, SameDayWindow


@pytest.fixture(scope="module")
def day() -> SameDay:
    return shipped_day()


@pytest.fixture
def window(qtbot: QtBot, day: SameDay) -> SameDayWindow:
    made = SameDayWindow(day)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    tongue.speak("en")
    yield
    tongue.silence()


def texts(window: SameDayWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel))


def test_what_ships_is_what_the_command_makes_of_the_shipped_record(day: SameDay) -> None:
    made = same_day(
        json.loads(
            json.dumps(document([compare(prepared(read_day(demo_files(), DEMO_SOURCE)), (1, 2), 0.5)], None, True))
        )
    )
    assert made.queues == day.queues
    assert made.tracks["recorded"] == day.tracks["recorded"]
    for name, track in day.tracks.items():
        assert made.tracks[name].mean == pytest.approx(track.mean, abs=3)
    assert (made.begin, made.step, made.visitors) == (day.begin, day.step, day.visitors)


def test_it_opens_at_the_busiest_moment(window: SameDayWindow, day: SameDay) -> None:
    total = day.tracks["recorded"].total
    assert window.slider.value() == total.index(max(total))
    assert f"{max(total):.0f} wachten" in texts(window)


def test_the_figures_are_those_of_the_outcome(window: SameDayWindow, day: SameDay) -> None:
    shown = texts(window)
    for name in ("recorded", "departments", "generalists"):
        assert f"{day.tracks[name].mean:.1f}".replace(".", ",") in shown


def test_another_degree_of_training_changes_the_right_side_only(window: SameDayWindow, day: SameDay) -> None:
    left = window._left.text()
    window.degree.setCurrentIndex(DEGREES.index("same"))
    assert window._left.text() == left
    at = window.slider.value()
    assert window._right.text() == f"{sum(day.tracks['same'].at(at).values()):.0f} wachten"
    assert "verandert er niets" in texts(window)


def test_who_waits_longer_is_named(window: SameDayWindow) -> None:
    assert "Wel langer wachten: belastingen" in texts(window)


def test_the_day_plays_to_its_end_and_stops(window: SameDayWindow, qtbot: QtBot, day: SameDay) -> None:
    window._timer.setInterval(0)
    qtbot.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert window.slider.value() == 0
    assert window.play.text() == "Pauze"
    qtbot.waitUntil(lambda: not window._timer.isActive(), timeout=20_000)
    assert window.slider.value() == day.steps - 1
    assert window.play.text() == "Speel de dag af"
    assert window._left.text() == "0 wachten"


def test_playing_can_be_paused_and_goes_on_where_it_was(window: SameDayWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.play, Qt.MouseButton.LeftButton)
    window._next()
    qtbot.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert not window._timer.isActive()
    at = window.slider.value()
    assert at > 0
    qtbot.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert window.slider.value() == at


def test_a_window_that_is_closed_does_not_play_on(window: SameDayWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.play, Qt.MouseButton.LeftButton)
    window.close()
    assert not window._timer.isActive()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_both_looks(window: SameDayWindow, qapp: QApplication, theme: str) -> None:
    look.apply(qapp, theme)
    window.slider.setValue(10)
    picture = window.bars.grab().toImage()
    shades = {picture.pixelColor(x, 36).name() for x in range(picture.width())}
    assert look.colour("accent").name() in shades or look.colour("line_strong").name() in shades
    look.apply(qapp, "light")


def test_it_speaks_english_with_english_names(english: None, window: SameDayWindow) -> None:
    shown = texts(window)
    assert "By kind of contact" in shown
    assert "Some wait longer: taxes" in shown
    assert "16.4" in shown


def test_every_control_is_named(window: SameDayWindow, every_control_is_named: Any) -> None:
    every_control_is_named(window)
