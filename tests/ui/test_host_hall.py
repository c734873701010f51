"""The host desk on a real hall: real link, real database, keys only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from balie_app.queue import commands as c
from balie_app.queue.commands import By
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.ui.host.window import HostWindow
from balie_app.ui.link import HallLink
from balie_app.ui.station import StationOptions

DESK = By("counter-1", "anna")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Waterrijk"), rehearsal=True)
    made.perform(c.OpenCounter(1, "anna"), DESK)
    yield made
    made.close()


@pytest.fixture
def window(hall: Hall, tmp_path: Path, qtbot: Any) -> Iterator[HostWindow]:
    link = HallLink(str(tmp_path / "hall.db"), By("host"))
    made = HostWindow(link, StationOptions(hall=str(tmp_path / "hall.db"), station="host", printer="balie"))
    made.show()
    made.activateWindow()
    link.start()
    qtbot.waitUntil(lambda: link.view is not None and made.isActiveWindow())
    yield made
    link.stop()
    made.close()
    made.deleteLater()


def waiting(window: HostWindow) -> list[str]:
    return [line.ref for line in window.waiting.view.lines.rows]


def test_a_number_given_at_the_desk_waits_in_the_hall_with_its_ticket_on_the_printer(window, hall, qtbot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F3)
    box = window.intake.picker.box
    QTest.keyClicks(box, "uittreksel")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(waiting(window)) == 1)
    view = hall.view()
    assert waiting(window) == [view.contacts[0].label]
    assert window.intake.given.number.replace(" ", "") == view.contacts[0].label
    assert [(job.printer, job.label) for job in view.print_jobs] == [("balie", view.contacts[0].label)]
    assert "issued" in [entry.what for entry in hall.journal()]


def test_an_appointment_found_by_its_code_is_checked_in_and_called_away(window, hall, qtbot) -> None:
    product = next(p.slug for p in hall.config().products if p.contact_type == "quick")
    start = hall.now() + timedelta(minutes=4)
    booked = hall.perform(c.Book((product,), start, initials="S. de V."), By("host"))
    qtbot.waitUntil(lambda: window.appointments.view.lines.rowCount() == 1)
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(window.search, booked.code)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(waiting(window)) == 1)
    label = waiting(window)[0]
    assert window.ticket.title.replace(" ", "") == f"Nummer{label}"
    hall.perform(c.CallTicket(1, label), DESK)
    qtbot.waitUntil(lambda: waiting(window) == [])
    shown = window.counters.view.lines.rows[0]
    assert shown.text.replace(" ", "").startswith(label)
    assert window.appointments.view.lines.rowCount() == 0


def test_a_refusal_of_the_hall_is_one_dutch_sentence(window, hall, qtbot) -> None:
    visit = hall.perform(c.Issue(products=("uittreksel-brp",), contact_type="quick"), By("kiosk"))
    qtbot.waitUntil(lambda: waiting(window) == [visit.label])
    hall.perform(c.Leave(visit.label), By("host"))
    window.desk.leave(visit.label)
    qtbot.waitUntil(lambda: window.message.text != "")
    assert window.message.text.endswith(".")
    assert "Traceback" not in window.message.text


def test_a_counter_opened_from_the_host_desk_is_open_for_everyone(window, hall, qtbot) -> None:
    window.show_counter(2)
    qtbot.waitUntil(lambda: window.counter.clerk != "")
    clerk = window.counter.clerk
    window.counter.open_button.click()
    qtbot.waitUntil(lambda: window.counters.view.lines.rows[1].tail == "vrij")
    assert hall.view().counters[1].clerk == clerk
    assert window.message.text == "Balie 2 is open."
