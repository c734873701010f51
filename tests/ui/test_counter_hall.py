"""The counter panel on a real hall: real link, real database, keys only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from balie_app.queue import commands as c
from balie_app.queue.commands import By
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.ui.counter.situation import Step
from balie_app.ui.counter.window import CounterWindow, Desk
from balie_app.ui.link import HallLink

HOST = By("host", "host")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Waterrijk"), rehearsal=True)
    yield made
    made.close()


@pytest.fixture
def window(hall: Hall, tmp_path: Path, qtbot: Any) -> Iterator[CounterWindow]:
    config = hall.config()
    clerk = next(clerk.code for clerk in config.clerks if "*" in clerk.competences)
    link = HallLink(str(tmp_path / "hall.db"), By("counter-1", clerk))
    made = CounterWindow(link, config.counters[0].number, clerk, "counter-1")
    made.show()
    made.activateWindow()
    link.start()
    qtbot.waitUntil(lambda: made.desk is not None)
    yield made
    link.stop()
    made.close()
    made.deleteLater()


@pytest.fixture
def press(window: CounterWindow, qtbot: Any) -> Callable[[str, str], None]:
    """Press a key and wait until the counter is in the given phase and free for the next key."""

    def make(keys: str, phase: str) -> None:
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
        qtbot.waitUntil(lambda: not desk(window).control.pending and now(window) == phase)

    return make


def desk(window: CounterWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def now(window: CounterWindow) -> str:
    here = desk(window).control.here
    return here.phase if here else ""


def a_visitor(hall: Hall, counter: int) -> str:
    """Give a number that this counter can help; answers its label."""
    config = hall.config()
    kind = next(k for k in config.contact_types if config.counter_by_number[counter].type in k.counter_types)
    visit = hall.perform(c.Issue(contact_type=kind.code, printer=None), HOST)
    return str(visit.label)


def what_happened(hall: Hall) -> list[str]:
    return [entry.what for entry in hall.journal() if entry.station == "counter-1"]


def test_a_visitor_is_helped_by_keys_alone(hall: Hall, window: CounterWindow, press: Any) -> None:
    press("Ctrl+O", "idle")
    label = a_visitor(hall, window.counter or 0)
    press("F8", "called")
    assert desk(window).face.number.text.replace(" ", "") == label
    assert desk(window).face.facts.why.isVisible()
    press("F9", "called")
    press("F10", "serving")
    press("F11", "idle")
    assert what_happened(hall) == ["counter-opened", "called", "recalled", "started", "finished"]


def test_a_wrong_finish_is_taken_back(hall: Hall, window: CounterWindow, press: Any, qtbot: Any) -> None:
    press("Ctrl+O", "idle")
    a_visitor(hall, window.counter or 0)
    press("F8", "called")
    press("F10", "serving")
    press("F11", "idle")
    qtbot.waitUntil(desk(window).face.keys.buttons[Step.UNDO].isEnabled)
    press("Ctrl+Z", "serving")
    assert what_happened(hall)[-1] == "undone"


def test_a_parked_visitor_comes_back_to_this_counter(hall: Hall, window: CounterWindow, press: Any, qtbot: Any) -> None:
    press("Ctrl+O", "idle")
    label = a_visitor(hall, window.counter or 0)
    press("F8", "called")
    press("F10", "serving")
    press("Ctrl+P", "serving")
    press("Return", "idle")
    press("Ctrl+H", "called")
    assert desk(window).face.number.text.replace(" ", "") == label
    assert what_happened(hall)[-3:] == ["parked", "resumed", "called"]


def test_a_note_travels_to_the_next_counter(hall: Hall, window: CounterWindow, press: Any) -> None:
    press("Ctrl+O", "idle")
    a_visitor(hall, window.counter or 0)
    press("F8", "called")
    press("F10", "serving")
    press("F7", "serving")
    panel: Any = desk(window).control.panel
    QTest.keyClicks(panel.note, "Pas is gezien")
    press("Return", "idle")
    waiting = [contact for contact in hall.view().contacts if contact.note]
    assert [contact.note for contact in waiting] == ["Pas is gezien"]


def test_nobody_waiting_is_said_and_not_an_error(hall: Hall, window: CounterWindow, press: Any, qtbot: Any) -> None:
    press("Ctrl+O", "idle")
    press("F8", "idle")
    assert desk(window).face.notice.label.text() == "Er wacht nu niemand die u kunt helpen."


def test_a_citizen_service_number_never_gets_into_a_note(hall: Hall, window: CounterWindow, press: Any) -> None:
    press("Ctrl+O", "idle")
    a_visitor(hall, window.counter or 0)
    press("F8", "called")
    press("F10", "serving")
    press("Ctrl+P", "serving")
    panel: Any = desk(window).control.panel
    QTest.keyClicks(panel.note, "bsn 111222333")
    press("Return", "serving")
    assert "burgerservicenummer" in desk(window).face.notice.label.text()
    assert not any("111222333" in contact.note for contact in hall.view().contacts)
