"""The host desk as the host uses it: keys in, commands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from balie_app.queue.commands import (
    CheckIn,
    Issue,
    Leave,
    OpenCounter,
    PauseCounter,
    PrintOutcome,
    QuickContact,
    Ready,
    Reprint,
    Resume,
    Return,
    Undo,
)
from balie_app.queue.rules.hall import Intake
from balie_app.queue.rules.visit import ContactState, CounterState, CounterWork, Visit
from balie_app.queue.views import PrintJob
from balie_app.ui import look
from balie_app.ui.host.window import HostWindow, build
from balie_app.ui.station import StationOptions

OPTIONS = StationOptions(hall="x", station="host", printer="balie")
Key = Qt.Key


@pytest.fixture
def empty_window(qtbot, fake_link) -> Iterator[HostWindow]:
    window = build(fake_link, OPTIONS)
    assert isinstance(window, HostWindow)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.hide()


@pytest.fixture
def window(empty_window, fake_link, sample_view) -> HostWindow:
    fake_link.send(sample_view)
    return empty_window


def press(widget, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def named(window, name: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible())


def visit_of(sample_view, label: str = "U010", appointment: str | None = None) -> Visit:
    first = next(iter(sample_view.visits.values()))
    return replace(first, label=label, appointment=appointment, told_low=5, told_high=10)


# --- seeing ---------------------------------------------------------------------------------------


def test_before_the_hall_answers_nothing_claims_to_be_empty(empty_window) -> None:
    assert empty_window.header.connection == "verbinden…"
    assert empty_window.strip.text == "Verbinden met de hal…"
    assert not empty_window.number_button.isEnabled()
    assert not empty_window.waiting.view.known


def test_a_connection_without_a_picture_is_still_connecting(empty_window, fake_link) -> None:
    fake_link.online.emit(True)
    assert empty_window.header.connection == "verbinden…"


def test_the_header_tells_how_it_goes(window) -> None:
    assert window.header.figures == "10 wachten · langste 14 min · afspraken op tijd 92 %"
    assert window.header.connection == "verbonden"


def test_without_a_connection_the_last_picture_stays_with_its_time(window, fake_link, sample_view) -> None:
    fake_link.time += sample_view.read_at - sample_view.visits["v-A012"].arrived_at
    fake_link.online.emit(False)
    assert window.header.connection == "geen verbinding · stand van 10:42"
    assert window.waiting.view.lines.rows[0].tail == "te laat · 6 min"
    assert window.strip.text.startswith("Geen verbinding")
    fake_link.online.emit(True)
    assert window.waiting.view.lines.rows[0].tail != "te laat · 6 min"


def test_minutes_pass_without_a_new_picture(window, fake_link, sample_view) -> None:
    before = window.waiting.view.lines.rows[2].tail
    fake_link.time += sample_view.read_at - sample_view.contacts[4].arrived_at
    window.refresh()
    assert (before, window.waiting.view.lines.rows[2].tail) == ("14 min", "15 min")


def test_every_control_has_a_name(window, every_control_is_named) -> None:
    every_control_is_named(window)
    for page in (window.intake, window.quick):
        window.open(page)
        every_control_is_named(window)
    window.intake.start("paspoort")
    window.open(window.intake)
    every_control_is_named(window)
    window.show_ticket("A012")
    every_control_is_named(window)
    window.show_counter(3)
    every_control_is_named(window)


def test_the_tab_key_walks_in_reading_order(window) -> None:
    order = [window.search, window.quick_button, window.number_button, window.appointments.view, window.check_in,
             window.waiting.view]  # fmt: skip
    window.search.setFocus()
    for widget in order[1:]:
        press(window.focusWidget(), Key.Key_Tab)
        assert window.focusWidget() is widget


@pytest.mark.parametrize(("width", "height"), [(820, 728), (1366, 728), (1920, 1040)])
def test_the_window_fits_its_screen_with_any_panel_open(window, width: int, height: int) -> None:
    window.resize(width, height)
    window.new_number("paspoort")
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert window.minimumSizeHint().width() <= 820
    for part in (window.intake.give, window.intake.picker.box):
        right = part.mapTo(window.panel, part.rect().topRight()).x()
        assert 0 < right < window.panel.width()


def test_a_row_keeps_the_keyboard_when_others_come_and_go(window, fake_link, sample_view) -> None:
    window.waiting.view.select("c-U008")
    fake_link.send(replace(sample_view, contacts=sample_view.contacts[3:]))
    assert window.waiting.view.current().ref == "U008"


def test_switching_the_theme_is_enough(window, qapp) -> None:
    before = window.number_button.icon().cacheKey()
    look.apply(qapp, "dark")
    try:
        QApplication.processEvents()
        assert window.number_button.icon().cacheKey() != before
    finally:
        look.apply(qapp, "light")


# --- appointments ---------------------------------------------------------------------------------


def test_the_first_appointment_to_come_is_ready_for_enter(window, fake_link) -> None:
    press(window.appointments.view, Key.Key_Return)
    assert fake_link.done == [CheckIn(code="AFS-1042", printer="balie")]


def test_after_check_in_the_number_is_shown(window, fake_link, sample_view) -> None:
    window.check_in.click()
    fake_link.answer(visit_of(sample_view, "A012", "AFS-1042"))
    assert window.panel.page is window.ticket
    assert window.ticket.title == "Nummer A 012"


def test_a_click_on_an_appointment_checks_nobody_in(window, fake_link, qtbot) -> None:
    view = window.appointments.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.lines.index(2)).center())
    assert view.current().id == "AFS-1042"
    assert fake_link.done == []


def test_who_is_here_already_is_shown_instead_of_checked_in_twice(window, fake_link) -> None:
    window.appointments.view.select("AFS-1040")
    assert window.check_in.accessibleName() == "Nummer bekijken"
    press(window.appointments.view, Key.Key_Return)
    assert fake_link.done == []
    assert window.ticket.title == "Nummer A 012"


# --- search ---------------------------------------------------------------------------------------


def test_f2_a_time_and_enter_check_somebody_in(window, fake_link) -> None:
    press(window, Key.Key_F2)
    QTest.keyClicks(window.search, "1042")
    press(window.search, Key.Key_Return)
    assert fake_link.done == [CheckIn(code="AFS-1042", printer="balie")]
    assert window.search.text() == ""
    assert not window.search.is_open


def test_down_chooses_the_next_hit(window) -> None:
    QTest.keyClicks(window.search, "pas")
    hits = window.search.list.lines.rows
    press(window.search, Key.Key_Down)
    press(window.search, Key.Key_Return)
    assert window.panel.page is window.intake
    assert f"product:{window.intake.picker.chosen[0]}" == hits[1].id


def test_a_ticket_found_opens_its_details(window) -> None:
    QTest.keyClicks(window.search, "a12")
    press(window.search, Key.Key_Return)
    assert window.ticket.title == "Nummer A 012"


def test_escape_empties_the_search_box_first(window) -> None:
    window.open(window.quick)
    QTest.keyClicks(window.search, "pas")
    press(window.search, Key.Key_Escape)
    assert window.search.text() == ""
    assert window.panel.page is window.quick


# --- a number -------------------------------------------------------------------------------------


def test_a_number_takes_f3_half_a_word_and_enter_twice(window, fake_link, sample_view) -> None:
    press(window, Key.Key_F3)
    box = window.intake.picker.box
    QTest.keyClicks(box, "verhuiz")
    press(box, Key.Key_Return)
    press(box, Key.Key_Return)
    assert fake_link.done == [Issue(products=("verhuizen",), printer="balie")]
    fake_link.answer(visit_of(sample_view))
    assert window.intake.given.number == "U 010"
    assert window.intake.picker.chosen == ()
    assert window.focusWidget() is box


def test_enter_pressed_twice_gives_one_number(window, fake_link) -> None:
    window.new_number("verhuizen")
    press(window.intake.picker.box, Key.Key_Return)
    press(window.intake.picker.box, Key.Key_Return)
    assert len(fake_link.done) == 1


def test_language_party_and_wheelchair_go_with_the_number(window, fake_link) -> None:
    window.new_number("verhuizen")
    window.intake.picker.choose("uittreksel")
    language = window.intake.findChild(QComboBox)
    language.setCurrentIndex(language.findData("tr"))
    window.intake._party.setValue(3)
    window.intake._wheelchair.setChecked(True)
    window.intake.give.click()
    wanted = Issue(products=("verhuizen", "uittreksel"), language="tr", party=3, needs=("wheelchair",), printer="balie")
    assert fake_link.done == [wanted]


def test_the_papers_are_asked_at_level_two_and_not_at_level_one(window, fake_link, sample_view) -> None:
    window.new_number("paspoort")
    assert window.intake.papers == ("Oud paspoort of ID-kaart", "Nieuwe pasfoto")
    settings = replace(sample_view.config.settings, host_level=1)
    fake_link.send(replace(sample_view, config=replace(sample_view.config, settings=settings)))
    window.new_number("paspoort")
    assert window.intake.papers == ()


def test_the_wait_is_told_before_the_number_is_given(window) -> None:
    window.new_number("verhuizen")
    assert window.intake.wait == "Wachttijd: 5 tot 15 minuten"
    window.new_number("wmo")
    assert window.intake.wait == "Nu is er niemand die dit kan doen. Zeg dat erbij."
    assert window.intake.give.isEnabled()


@pytest.mark.parametrize(
    ("intake", "sentence"),
    [
        (Intake.APPOINTMENT, "Hulp thuis (Wmo) kan alleen met een afspraak."),
        (Intake.NONE, "Hulp thuis (Wmo) kan niet hier. Ga naar het wijkteam."),
    ],
)
def test_what_cannot_be_had_here_is_said_and_gets_no_number(window, fake_link, sample_view, intake, sentence) -> None:
    products = tuple(
        replace(p, intake=intake, refer_to={"nl": "Ga naar het wijkteam."}) if p.slug == "wmo" else p
        for p in sample_view.config.products
    )
    fake_link.send(replace(sample_view, config=replace(sample_view.config, products=products)))
    window.new_number("wmo")
    assert window.intake.wait == sentence
    press(window.intake.picker.box, Key.Key_Return)
    assert fake_link.done == []


def test_a_refusal_is_a_calm_line_and_nothing_typed_is_lost(window, fake_link) -> None:
    window.new_number("verhuizen")
    window.intake.give.click()
    fake_link.refuse(ValueError(), "De hal is gesloten.")
    assert window.message.text == "De hal is gesloten."
    assert window.intake.picker.chosen == ("verhuizen",)
    assert window.intake.give.isEnabled()


def test_escape_closes_the_panel_and_gives_the_keyboard_back(window) -> None:
    window.waiting.view.setFocus()
    window.new_number()
    press(window.intake.picker.box, Key.Key_Escape)
    assert window.panel.page is None
    assert window.focusWidget() is window.waiting.view


# --- everything else ------------------------------------------------------------------------------


def test_a_quick_contact_is_one_key(window, fake_link) -> None:
    press(window, Key.Key_F4)
    press(window.focusWidget(), Key.Key_2)
    assert fake_link.done == [QuickContact(topic="hours")]
    assert window.panel.page is None
    fake_link.answer()
    assert window.message.text == "Genoteerd: Openingstijden."


def test_a_ticket_can_be_printed_again_or_go_home(window, fake_link) -> None:
    window.show_ticket("U007")
    named(window, "Opnieuw printen").click()
    window.show_ticket("U007")
    named(window, "Naar huis").click()
    assert fake_link.done == [Reprint(label="U007", printer="balie"), Leave(label="U007")]


def test_those_not_in_the_queue_come_back_with_one_click(window, fake_link, make_view, make_contact) -> None:
    made = make_contact("A010", "id-kaart", 30, state=ContactState.PRODUCING)
    fake_link.send(make_view(contacts=(*make_view().contacts, made)))
    for row in window.aside.rows:
        row.button.click()
    assert fake_link.done == [Ready(label="A010"), Return(label="U006"), Resume(counter=1, label="U005")]


def test_the_same_row_stays_when_another_leaves(window, fake_link, sample_view) -> None:
    kept = window.aside.rows[1]
    contacts = tuple(c for c in sample_view.contacts if c.label != "U006")
    fake_link.send(replace(sample_view, contacts=contacts))
    assert window.aside.rows == (kept,)


def test_a_counter_can_be_opened_paused_and_its_last_step_taken_back(window, fake_link, sample_view) -> None:
    counters = tuple(CounterWork(4) if w.number == 4 else w for w in sample_view.counters)
    fake_link.send(replace(sample_view, counters=counters, undoable={3: "called"}))
    window.show_counter(4)
    named(window, "Openen").click()
    window.show_counter(3)
    named(window, "Ongedaan maken: oproep").click()
    named(window, "Pauze").click()
    assert fake_link.done == [OpenCounter(counter=4, clerk="chantal"), Undo(counter=3), PauseCounter(counter=3)]


def test_advice_is_carried_out_by_its_button_and_put_aside_by_later(window, fake_link, make_view, make_contact) -> None:
    contact = make_contact("V003", "geboorte", 20, appointment=-4)
    fake_link.send(make_view(contacts=(contact,), counters=tuple(CounterWork(n) for n in range(1, 7)), waits={}))
    assert window.strip.text.endswith("Balie 4 openen met Anna?")
    window.strip.do.click()
    assert fake_link.done == [OpenCounter(counter=4, clerk="anna")]
    window.strip.later.click()
    assert window.strip.text == "Het advies is weggelegd."
    assert window.strip.do.isHidden()


def test_the_screen_blanks_and_the_key_that_wakes_it_does_nothing_else(window, fake_link) -> None:
    window.appointments.view.setFocus()
    window.blank.idle.timeout.emit()
    assert window.blank.isVisible()
    press(window.appointments.view, Key.Key_Return)
    assert not window.blank.isVisible()
    assert fake_link.done == []
    press(window.appointments.view, Key.Key_Return)
    assert len(fake_link.done) == 1


def test_a_key_starts_the_idle_time_again(window) -> None:
    window.blank.idle.stop()
    press(window.search, Key.Key_A)
    assert window.blank.idle.isActive()
    assert window.blank.idle.interval() == 600_000


def test_an_empty_hall_says_so(window, fake_link, make_view) -> None:
    closed = tuple(CounterWork(n, CounterState.CLOSED) for n in range(1, 7))
    fake_link.send(make_view(contacts=(), appointments=(), counters=closed))
    assert window.waiting.view.lines.rows == ()
    assert not window.check_in.isEnabled()
    assert window.aside.isHidden()
    assert window.strip.text == "Niemand komt in het nauw."


def test_a_question_about_paper_is_answered_with_yes_or_no(window, fake_link, make_view, sample_view) -> None:
    job = PrintJob("7", "kiosk", "ticket", "A012", "unknown", False, sample_view.read_at)
    fake_link.send(make_view(contacts=(), print_jobs=(job,)))
    assert window.strip.text.startswith("Ligt bon A 012 in printer kiosk?")
    window.strip.other.click()
    assert fake_link.done == [PrintOutcome("7", "printed", "seen")]
    fake_link.send(make_view(contacts=()))
    assert window.strip.other.isHidden()
