"""Paper at the reception: later today, what is missing, where else to go, confirmations, the report of the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from balie_app.queue.commands import ComeLater, Issue, PrintAgain, PrintDayReport, PrintOutcome, PrintSlip, Return
from balie_app.queue.rules.hall import Intake
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.views import PrintJob, Wait
from balie_app.ui.counter.steps import KEYS
from balie_app.ui.host import lines, words
from balie_app.ui.host.advice import advise
from balie_app.ui.host.later import suggested
from balie_app.ui.host.window import HostWindow, build
from balie_app.ui.station import StationOptions

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def shown(qtbot, fake_link, printer: str | None) -> HostWindow:
    window = build(fake_link, StationOptions(hall="x", station="host", printer=printer))
    assert isinstance(window, HostWindow)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def window(qtbot, fake_link, sample_view) -> Iterator[HostWindow]:
    made = shown(qtbot, fake_link, "bon")
    fake_link.send(sample_view)
    yield made
    made.hide()


@pytest.fixture
def bare_window(qtbot, fake_link, sample_view) -> Iterator[HostWindow]:
    """A host without a printer."""
    made = shown(qtbot, fake_link, None)
    fake_link.send(sample_view)
    yield made
    made.hide()


@pytest.fixture
def elsewhere(sample_view):
    """Help at home is not done here."""
    products = tuple(
        replace(p, intake=Intake.NONE, refer_to={"nl": "Ga naar het wijkteam."}) if p.slug == "wmo" else p
        for p in sample_view.config.products
    )
    return replace(sample_view, config=replace(sample_view.config, products=products))


@pytest.fixture
def away(sample_view, make_view):
    """U 008 comes back in two hours."""
    later = sample_view.read_at + timedelta(hours=2)
    return make_view(
        contacts=tuple(replace(c, not_before=later) if c.label == "U008" else c for c in sample_view.contacts)
    )


def press(window, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


# --- later today ----------------------------------------------------------------------------------


def test_later_today_is_two_keys_from_the_intake(window, fake_link, sample_view) -> None:
    window.new_number("verhuizen")
    press(window, Key.Key_F5)
    assert window.panel.page is window.later
    assert window.focusWidget() is window.later.time
    press(window, Key.Key_Return)
    at = sample_view.read_at.replace(hour=10, minute=15)  # 11:15 in the hall
    assert fake_link.done == [Issue(products=("verhuizen",), printer="bon", later=at)]
    visit = replace(sample_view.visits["v-A012"], label="U010")
    fake_link.answer(visit)
    assert window.message.text == "U 010 komt om 11:15 terug. De strook wordt geprint."
    assert window.panel.page is None
    assert window.intake.picker.chosen == ()


def test_a_refused_time_leaves_everything_as_it_was(window, fake_link) -> None:
    window.new_number("verhuizen")
    press(window, Key.Key_F5)
    press(window, Key.Key_Return)
    fake_link.refuse(Refused("wrong-come-back"), "Kies een andere tijd.")
    assert window.message.text == "Kies een andere tijd."
    assert window.panel.page is window.later
    assert window.intake.picker.chosen == ("verhuizen",)


def test_somebody_who_waits_can_come_back_later_too(window, fake_link, sample_view) -> None:
    window.show_ticket("U007")
    press(window, Key.Key_F5)
    window.later.time.setTime(QTime(14, 30))
    assert window.later.sentence == "De bezoeker houdt de plek en wordt vóór 14:30 niet geroepen."
    window.later.go.click()
    at = sample_view.read_at.replace(hour=13, minute=30)
    assert fake_link.done == [ComeLater(label="U007", at=at, printer="bon")]
    fake_link.answer()
    assert window.message.text.startswith("U 007 komt om 14:30 terug.")


def test_a_time_that_is_over_cannot_be_chosen(window, fake_link) -> None:
    window.show_ticket("U007")
    press(window, Key.Key_F5)
    window.later.time.setTime(QTime(9, 0))
    assert window.later.sentence == "Kies een tijd die nog komt."
    press(window, Key.Key_Return)
    assert fake_link.done == []


def test_an_appointment_is_not_sent_away(window) -> None:
    window.show_ticket("A012")
    press(window, Key.Key_F5)
    assert window.panel.page is window.ticket


def test_what_cannot_be_had_now_cannot_be_had_later(window, fake_link, elsewhere) -> None:
    fake_link.send(elsewhere)
    window.new_number("wmo")
    press(window, Key.Key_F5)
    assert window.panel.page is window.intake


@pytest.mark.parametrize(
    ("now", "wait", "expected"),
    [
        ((10, 42), Wait(6, 9, 14), time(11, 15)),
        ((10, 45), None, time(11, 15)),
        ((10, 44), Wait(60, 100, 140), time(12, 30)),
        ((23, 50), None, time(23, 45)),
    ],
)
def test_the_time_that_is_proposed_is_about_their_turn(now, wait, expected) -> None:
    assert suggested(datetime(2026, 11, 23, *now, tzinfo=UTC), wait) == expected


def test_who_is_away_does_not_wait_and_comes_back_with_one_click(window, fake_link, away) -> None:
    fake_link.send(away)
    assert window.header.figures.startswith("9 wachten")
    assert "U008" not in [line.ref for line in window.waiting.view.lines.rows]
    row = window.aside.rows[-1]
    assert (row.line.lead, row.line.text, row.line.tail) == ("U 008", "Komt terug", "om 12:42")
    row.button.click()
    assert fake_link.done == [Return(label="U008")]


def test_the_ticket_of_who_is_away_says_so_and_prints_that_slip_again(window, fake_link, away) -> None:
    fake_link.send(away)
    window.show_ticket("U008")
    assert window.ticket._where.text() == "Komt terug om 12:42"
    assert "min" not in window.ticket._facts.text()
    window.ticket._back.click()
    window.show_ticket("U008")
    window.ticket._print.click()
    assert fake_link.done == [Return(label="U008"), PrintSlip(SlipKind.COME_BACK, "bon", label="U008")]


def test_who_came_back_waits_since_then(away, sample_view) -> None:
    now = sample_view.read_at + timedelta(hours=2, minutes=3)
    (line,) = [line for line in lines.waiting_lines(away, now) if line.ref == "U008"]
    assert line.tail == "3 min"
    assert [line.ref for line in lines.aside_lines(away, now)] == ["U006", "U005"]
    assert "10 wachten" in words.figures(away, now)


# --- what is missing, and where else to go --------------------------------------------------------


def test_what_is_not_ticked_is_missing(window, fake_link) -> None:
    window.new_number("paspoort")
    window.intake._ticks[0].box.click()
    language = window.intake.findChild(QComboBox)
    language.setCurrentIndex(language.findData("tr"))
    press(window, Key.Key_S, CTRL)
    wanted = PrintSlip(
        SlipKind.PAPERS_MISSING, "bon", products=("paspoort",), things=("Nieuwe pasfoto",), language="tr"
    )
    assert fake_link.done == [wanted]
    fake_link.answer()
    assert window.message.text == "De strook wordt geprint."
    assert window.panel.page is None


def test_when_everything_is_there_nothing_is_missing(window, fake_link) -> None:
    window.new_number("paspoort")
    for tick in window.intake._ticks:
        tick.box.click()
    assert not window.intake.slip.isEnabled()
    press(window, Key.Key_S, CTRL)
    assert fake_link.done == []


def test_a_product_without_a_checklist_has_no_slip(window) -> None:
    window.new_number("verhuizen")
    assert window.intake.slip.isHidden()


def test_a_product_that_is_not_done_here_has_a_referral(window, fake_link, elsewhere) -> None:
    fake_link.send(elsewhere)
    window.new_number("wmo")
    assert window.intake.slip.accessibleName() == "Verwijzing"
    press(window, Key.Key_S, CTRL)
    assert fake_link.done == [PrintSlip(SlipKind.REFERRAL, "bon", products=("wmo",), language="nl")]


# --- confirmations and the report -----------------------------------------------------------------


def test_a_booked_appointment_is_confirmed_on_paper(window, fake_link) -> None:
    window.appointments.view.setFocus()
    press(window, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert fake_link.done == [PrintSlip(SlipKind.CONFIRMATION, "bon", code="AFS-1042")]


def test_who_is_here_already_needs_no_confirmation(window, fake_link) -> None:
    window.appointments.view.select("AFS-1040")
    assert window.confirm.isHidden()
    press(window, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert fake_link.done == []


def test_the_report_of_the_day_is_one_key_or_click(window, fake_link) -> None:
    press(window, Key.Key_D, CTRL)
    window.header.report.click()
    assert fake_link.done == [PrintDayReport("bon")] * 2
    fake_link.answer()
    assert window.message.text == "Het dagrapport wordt geprint."


def test_a_window_that_opens_waits_for_words_to_search_and_not_to_print(window) -> None:
    assert window.search.hasFocus()


def test_a_host_without_a_printer_sees_nothing_of_paper(bare_window, fake_link, elsewhere) -> None:
    window = bare_window
    fake_link.send(elsewhere)
    assert window.header.report.isHidden()
    assert window.confirm.isHidden()
    window.new_number("paspoort")
    assert window.intake.later.isHidden()
    assert window.intake.slip.isHidden()
    window.new_number("wmo")
    assert window.intake.slip.isHidden()
    window.show_ticket("U007")
    assert window.ticket._later.isHidden()
    press(window, Key.Key_F5)
    press(window, Key.Key_S, CTRL)
    press(window, Key.Key_D, CTRL)
    press(window, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert fake_link.done == []


def test_every_control_has_a_name(window, every_control_is_named) -> None:
    window.new_number("paspoort")
    every_control_is_named(window)
    press(window, Key.Key_F5)
    every_control_is_named(window)


@pytest.mark.parametrize(("width", "height"), [(820, 728), (1366, 728)])
def test_paper_makes_the_window_no_larger(window, width: int, height: int) -> None:
    window.resize(width, height)
    for page in (window.intake, window.ticket, window.later):
        window.open(page)
    assert (window.width(), window.height()) == (width, height)
    assert window.minimumSizeHint().width() <= 820


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (1100, False)])
def test_two_buttons_stand_beside_each_other_only_where_their_words_fit(window, qtbot, width, beside) -> None:
    window.resize(width, 728)
    window.new_number("verhuizen")
    QApplication.processEvents()
    window.new_number("paspoort")
    later, slip = window.intake.later, window.intake.slip
    qtbot.waitUntil(lambda: (later.y() == slip.y()) is beside and later.width() >= later.sizeHint().width())


# --- paper that did not come out ------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["papers-missing", "day-report"])
def test_a_slip_that_did_not_come_out_is_printed_again(sample_view, kind: str) -> None:
    def said(state: str, printer: str | None = "bon"):
        job = PrintJob("job-1", "bon", kind, "", state, False, sample_view.read_at)
        return advise(replace(sample_view, contacts=(), print_jobs=(job,)), sample_view.read_at, printer)

    failed, unknown = said("failed"), said("unknown")
    assert failed.sentence == "Een strook is niet geprint. Kijk bij de printer en print opnieuw."
    assert failed.command == PrintOutcome("job-1", "queued")
    assert unknown.sentence == "Kwam de strook uit printer bon?"
    assert unknown.command == PrintAgain("job-1", "bon")
    assert (said("unknown", None).button, said("unknown", None).command) == ("", None)


def test_no_key_of_the_reception_is_one_of_the_counter_in_the_same_window(window) -> None:
    mine = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    assert {"F5", "Ctrl+S", "Shift+F2", "Ctrl+D"} <= mine
    assert mine.isdisjoint(KEYS.values())
