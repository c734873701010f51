"""The counter panel: keys give commands, the panel shows what is the case, and says kindly what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, ContactState, CounterState, CounterWork
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView
from balie_app.ui.counter.memory import Wishes, keep_wishes, recall_wishes
from balie_app.ui.counter.situation import Lateness, Step
from balie_app.ui.counter.steps import KEYS
from balie_app.ui.counter.window import CounterWindow, Desk

Make = Callable[..., Any]


@pytest.fixture
def open_window(fake_link: Any) -> Iterator[Callable[..., CounterWindow]]:
    made: list[CounterWindow] = []

    def make(view: HallView | None, counter: int | None = 3, clerk: str | None = "anna") -> CounterWindow:
        window = CounterWindow(fake_link, counter, clerk, "counter-test")
        made.append(window)
        window.show()
        window.activateWindow()
        if view is not None:
            fake_link.send(view)
        QApplication.processEvents()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def at_counter(view: HallView, **changes: Any) -> HallView:
    """The sample view with the visitor at counter 3 changed; ``None`` state: nobody is there."""
    if changes.get("state", ...) is None:
        return replace(view, contacts=tuple(contact for contact in view.contacts if contact.counter != 3))
    return replace(
        view, contacts=tuple(replace(each, **changes) if each.counter == 3 else each for each in view.contacts)
    )


def serving(view: HallView, **changes: Any) -> HallView:
    return at_counter(view, state=ContactState.SERVING, started_at=view.read_at - timedelta(minutes=3), **changes)


def idle(view: HallView) -> HallView:
    return at_counter(view, state=None)


def closed(view: HallView, state: CounterState = CounterState.CLOSED) -> HallView:
    works = tuple(CounterWork(3, state) if work.number == 3 else work for work in view.counters)
    return replace(idle(view), counters=works)


def press(window: QWidget, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
    QApplication.processEvents()


def desk(window: CounterWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def said(window: CounterWindow) -> str:
    return desk(window).face.notice.label.text()


# --- keys ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "phase", "command"),
    [
        ("F8", idle, c.CallNext(counter=3)),
        ("F9", None, c.Recall(counter=3)),
        ("F10", None, c.Start(counter=3)),
        ("F11", serving, c.Finish(counter=3)),
        ("F12", None, c.NotThere(counter=3)),
        ("Ctrl+Z", None, c.Undo(counter=3)),
        ("Ctrl+M", serving, c.Produce(counter=3)),
        ("Ctrl+O", closed, c.OpenCounter(counter=3, clerk="anna")),
        ("Ctrl+H", idle, c.Resume(counter=3, label="U005")),
    ],
)
def test_one_key_gives_one_command(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView, key: str, phase: Any, command: Any
) -> None:
    window = open_window(phase(sample_view) if phase else sample_view)
    press(window, key)
    assert fake_link.done == [command]


@pytest.mark.parametrize(
    ("key", "phase", "command"),
    [
        ("Alt+P", idle, c.PauseCounter(counter=3)),
        ("Alt+S", idle, c.CloseCounter(counter=3)),
        ("Alt+H", lambda view: closed(view, CounterState.PAUSED), c.ResumeCounter(counter=3)),
    ],
)
def test_the_door_has_its_letters(
    open_window: Callable[..., CounterWindow],
    fake_link: Any,
    sample_view: HallView,
    qtbot: Any,
    key: str,
    phase: Any,
    command: Any,
) -> None:
    window = open_window(phase(sample_view))
    press(window, key)
    qtbot.waitUntil(lambda: fake_link.done == [command])  # Qt shows the button pressed for a moment first


@pytest.mark.parametrize(
    ("keys", "phase", "command"),
    [
        (("Shift+F11", "Return"), serving, c.Finish(counter=3)),
        (("Shift+F11", "F11"), serving, c.Finish(counter=3)),
        (
            ("Shift+F11", "Down", "Return"),
            serving,
            c.Finish(counter=3, outcome="come-back", came_back_because="papers-missing"),
        ),
        (("Ctrl+P", "Return"), serving, c.Park(counter=3)),
        (("F7", "Return"), serving, c.Transfer(counter=3, contact_type="pickup")),
        (("Ctrl+T", "Return"), serving, c.AddContact(counter=3, products=("paspoort",))),
        (("Ctrl+K", "Return"), idle, c.CallTicket(counter=3, label="A012")),
    ],
)
def test_what_asks_something_is_done_with_return(
    open_window: Callable[..., CounterWindow],
    fake_link: Any,
    sample_view: HallView,
    keys: Any,
    phase: Any,
    command: Any,
) -> None:
    window = open_window(phase(sample_view))
    for key in keys:
        press(window, key)
    assert fake_link.done == [command]


def test_next_is_kindly_refused_while_somebody_is_there(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    press(window, "F8")
    assert fake_link.done == []
    assert said(window) == "Rond eerst A 011 af."
    assert desk(window).face.notice.isVisible()


def test_a_second_press_waits_for_the_answer_to_the_first(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    press(window, "F8")
    press(window, "F8")
    assert fake_link.done == [c.CallNext(counter=3)]
    assert not desk(window).face.keys.buttons[Step.NEXT].isEnabled()
    fake_link.answer(None)
    assert said(window) == "Er wacht nu niemand die u kunt helpen."
    assert desk(window).face.keys.buttons[Step.NEXT].isEnabled()


def test_escape_leaves_a_question_and_changes_nothing(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    for key in KEYS[Step.TRANSFER], KEYS[Step.PARK], KEYS[Step.SECOND], KEYS[Step.OUTCOME]:
        press(window, key)
        assert desk(window).control.panel is not None
        press(window, "Esc")
        assert desk(window).control.panel is None
    assert fake_link.done == []
    assert desk(window).face.keys.buttons[Step.DONE].hasFocus()


def test_done_can_be_set_to_ask_the_outcome(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    desk(window).face.keys.outcome_wish.trigger()
    press(window, "F11")
    assert fake_link.done == []
    press(window, "F11")
    assert fake_link.done == [c.Finish(counter=3)]
    assert recall_wishes("counter-test").ask_outcome


# --- what is shown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "primary"),
    [(closed, Step.OPEN), (idle, Step.NEXT), (at_counter, Step.START), (serving, Step.DONE)],
)
def test_the_one_primary_button_is_the_next_step_and_has_the_keyboard(
    open_window: Callable[..., CounterWindow], sample_view: HallView, phase: Any, primary: Step
) -> None:
    keys = desk(open_window(phase(sample_view))).face.keys
    assert [step for step, button in keys.buttons.items() if button.rank == "primary"] == [primary]
    assert keys.buttons[primary].isVisible()
    assert keys.buttons[primary].isEnabled()
    assert keys.buttons[primary].hasFocus()


def test_the_keyboard_follows_to_the_next_step(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(sample_view)
    fake_link.send(serving(sample_view))
    assert desk(window).face.keys.buttons[Step.DONE].hasFocus()


def test_everything_about_the_visit_is_shown(open_window: Callable[..., CounterWindow], sample_view: HallView) -> None:
    note = "Pas is verlopen."
    window = open_window(serving(sample_view, note=note, visit="v-A012", label="A012"))
    face = desk(window).face
    assert face.number.text == "A 012"
    assert face.status.text() == "in gesprek · 3:00"
    assert face.facts.subject.text() == "Paspoort aanvragen"
    assert face.facts.people.label.text() == "2 personen"
    assert face.facts.needs.label.text() == "rolstoel"
    assert face.facts.note.line.label.text() == note
    assert face.facts.bring.line.label.text() == "Neem mee: oud paspoort of ID-kaart, nieuwe pasfoto"
    face.facts.why.button.click()
    assert face.facts.why.sentence.isVisible()
    assert face.facts.why.sentence.text() == "Afspraak van 10:40; wacht het langst."


def test_the_next_one_and_its_note_are_seen_before_calling(
    open_window: Callable[..., CounterWindow], sample_view: HallView, make_contact: Make
) -> None:
    sent = replace(make_contact("U030", "verhuizen", 20), note="Huurcontract is gezien.", referrals=1)
    view = replace(sample_view, contacts=(sent,), visits=sample_view.visits)
    window = open_window(view)
    face = desk(window).face
    assert face.coming.text() == "Hierna: U 030"
    assert face.facts.note.isVisible()
    assert face.facts.note.line.label.text() == "Huurcontract is gezien."
    assert face.footer.queue.text() == "wachten 1 · volgende U 030"


@pytest.mark.parametrize(
    ("minutes", "level", "text"),
    [(2, Lateness.NONE, ""), (3, Lateness.AMBER, "3 min over tijd"), (6, Lateness.RED, "6 min te laat")],
)
def test_a_late_appointment_has_a_sign_and_words(
    open_window: Callable[..., CounterWindow], sample_view: HallView, minutes: int, level: Lateness, text: str
) -> None:
    at = sample_view.read_at - timedelta(minutes=minutes)
    window = open_window(at_counter(sample_view, appointment_at=at, first_called_at=sample_view.read_at))
    chip = desk(window).face.facts.chip
    assert (chip.level, chip.text) == (level, text)
    assert chip.isVisible() == (level is not Lateness.NONE)


def test_undo_says_what_it_takes_back(open_window: Callable[..., CounterWindow], sample_view: HallView) -> None:
    window = open_window(replace(sample_view, undoable={3: "called"}))
    assert desk(window).face.keys.buttons[Step.UNDO].text() == "Ongedaan maken: A 011 geroepen"


def test_not_there_tells_what_becomes_of_the_visitor(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(sample_view)
    press(window, "F12")
    contact = next(each for each in sample_view.contacts if each.counter == 3)
    fake_link.answer(replace(contact, state=ContactState.WAITING))
    assert said(window).startswith("A 011 staat weer in de wachtrij. De eerste 3 min")
    press(window, "F12")
    fake_link.answer(replace(contact, state=ContactState.MISSED))
    assert said(window) == "A 011 is niet verschenen. Wie binnen 30 min terugkomt, houdt zijn plek."


def test_the_timers_go_on_between_two_pictures(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    fake_link.time += timedelta(seconds=75)
    desk(window).face.tick()
    assert desk(window).face.status.text() == "in gesprek · 4:15"


# --- sending on ---------------------------------------------------------------------------------


def test_a_transfer_shows_where_and_how_long_and_takes_the_note_along(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    press(window, "F7")
    panel: Any = desk(window).control.panel
    QTest.keyClicks(panel.search, "besl")
    assert panel.explanation.text().startswith("A 011 wacht tot Balie 4 of Balie 5 roept: 5 tot 25 min.")
    QTest.keyClicks(panel.note, "Akte is gezien")
    press(window, "Return")
    assert fake_link.done == [c.Transfer(counter=3, contact_type="private", note="Akte is gezien")]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("balie 2", c.Transfer(counter=3, to_counter=2)),
        ("kamer6", c.Transfer(counter=3, to_counter=6)),
        ("begrafenis", c.Transfer(counter=3, products=("overlijden",))),
        ("verhuising", c.Transfer(counter=3, products=("verhuizen",))),
    ],
)
def test_a_counter_or_a_product_is_found_by_typing(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView, typed: str, command: Any
) -> None:
    window = open_window(serving(sample_view))
    press(window, "F7")
    QTest.keyClicks(QApplication.focusWidget() or window, typed)
    press(window, "Return")
    assert fake_link.done == [command]


def test_a_second_referral_needs_a_reason(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    press(window, "F7")
    press(window, "Return")
    fake_link.refuse(Refused("second-referral", ticket="A011"))
    panel: Any = desk(window).control.panel
    assert panel.reason.isVisible()
    press(window, "Return")
    assert len(fake_link.done) == 1
    assert said(window) == "Geef een reden voor de tweede doorverwijzing."
    QTest.keyClicks(panel.reason, "verkeerd begrepen")
    press(window, "Return")
    again = c.Transfer(counter=3, contact_type="pickup", confirm=True, reason="verkeerd begrepen")
    assert fake_link.done[1] == again


def test_out_of_order_and_private_at_an_open_counter_ask_a_reason(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    press(window, "Ctrl+K")
    panel: Any = desk(window).control.panel
    QTest.keyClicks(panel.search, "v 002")
    assert "vertrouwelijk" in panel.explanation.text()
    press(window, "Return")
    assert fake_link.done == []
    QTest.keyClicks(panel.reason, "kamers zijn vol")
    press(window, "Return")
    assert fake_link.done == [c.CallTicket(counter=3, label="V002", reason="kamers zijn vol")]


def test_going_on_with_a_parked_visitor_calls_him_here(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    press(window, "Ctrl+H")
    fake_link.answer(next(each for each in sample_view.contacts if each.label == "U005"))
    assert fake_link.done[1] == c.CallTicket(counter=3, label="U005", reason="verder na parkeren")


def test_with_more_than_one_in_the_making_the_panel_asks_which(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView, make_contact: Make
) -> None:
    made: tuple[Contact, ...] = tuple(
        make_contact(label, "uittreksel", 9, state=ContactState.PRODUCING) for label in ("U021", "U022")
    )
    window = open_window(replace(sample_view, contacts=sample_view.contacts + made))
    press(window, "Ctrl+G")
    press(window, "Down")
    press(window, "Return")
    assert fake_link.done == [c.Ready(label="U022")]


# --- troubles -----------------------------------------------------------------------------------


def test_a_refusal_is_one_calm_sentence_and_the_panel_goes_on(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    press(window, "F8")
    fake_link.refuse(Refused("counter-closed", counter=3))
    assert said(window) == "Balie 3 is niet open. Open de balie eerst."
    press(window, "F8")
    assert len(fake_link.done) == 2


def test_offline_shows_the_time_of_the_last_picture_and_calls_nobody(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    fake_link.online.emit(False)
    face = desk(window).face
    assert "10:42" in face.offline.label.text()
    assert face.offline.isVisible()
    assert not any(button.isEnabled() for button in face.keys.buttons.values())
    press(window, "F8")
    assert fake_link.done == []
    assert "geen verbinding" in said(window)
    fake_link.online.emit(True)
    assert not face.offline.isVisible()
    assert face.keys.buttons[Step.NEXT].isEnabled()


def test_a_trouble_during_a_step_frees_the_keys_again(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(sample_view)
    press(window, "F10")
    fake_link.refuse(Trouble("database-away", where="hal"))
    assert "antwoordt niet" in said(window)
    assert desk(window).face.keys.buttons[Step.START].isEnabled()


# --- before work, and around it -----------------------------------------------------------------


def test_before_the_first_picture_the_window_waits_calmly(open_window: Callable[..., CounterWindow]) -> None:
    window = open_window(None)
    assert window.desk is None
    press(window, "F8")
    assert window.isVisible()


def test_without_counter_and_clerk_the_panel_asks_both_and_opens(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(sample_view, counter=None, clerk=None)
    assert window.welcome is not None
    assert window.welcome.counters.chosen == "6"
    window.welcome.clerks.choose("els")
    press(window, "Return")
    assert fake_link.done == [c.OpenCounter(counter=6, clerk="els")]
    assert window.windowTitle() == "Kamer 6"


def test_a_known_counter_asks_only_who_sits_there(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(sample_view, counter=6, clerk=None)
    assert window.welcome is not None
    assert not window.welcome.counters.isVisible()
    window.welcome.clerks.choose("driss")
    press(window, "Return")
    assert fake_link.done == [c.OpenCounter(counter=6, clerk="driss")]


def test_a_counter_at_work_is_taken_up_where_it_was(
    open_window: Callable[..., CounterWindow], sample_view: HallView
) -> None:
    window = open_window(sample_view, clerk=None)
    assert desk(window).face.head.title.text() == "Balie 3 · Anna"
    assert desk(window).face.number.text == "A 011"


def test_somebody_else_can_sit_down_at_a_closed_counter(
    open_window: Callable[..., CounterWindow], fake_link: Any, sample_view: HallView
) -> None:
    window = open_window(closed(sample_view))
    desk(window).face.head.other.click()
    assert window.welcome is not None
    window.welcome.clerks.choose("bram")
    window.welcome.go.click()
    assert fake_link.done == [c.OpenCounter(counter=3, clerk="bram")]


def test_the_wide_window_also_shows_the_queue_and_the_story(
    open_window: Callable[..., CounterWindow], sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    press(window, "Ctrl+L")
    side = desk(window).side
    assert side.isVisible()
    assert side.heading.text() == "Wachten voor deze balie: 8"
    story = [row.name for row in side.story.rows.rows]
    assert story[-1] == "10:39   gesprek begonnen"
    assert recall_wishes("counter-test").wide


def test_a_number_in_the_queue_is_called_by_choosing_it(
    open_window: Callable[..., CounterWindow], sample_view: HallView
) -> None:
    window = open_window(idle(sample_view))
    press(window, "Ctrl+L")
    side = desk(window).side
    side.list.choose("U008")
    QTest.keyClick(side.list, Qt.Key.Key_Return)
    panel: Any = desk(window).control.panel
    assert panel.list.chosen == "U008"


def test_the_window_stays_on_top_when_pinned(open_window: Callable[..., CounterWindow], sample_view: HallView) -> None:
    window = open_window(sample_view)
    press(window, "Ctrl+B")
    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert recall_wishes("counter-test").on_top


def test_wishes_that_cannot_be_read_are_the_usual_ones(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BALIE_CONFIG", str(tmp_path))
    (tmp_path / "panel-x.toml").write_text("wide = [broken", encoding="utf-8")
    assert recall_wishes("x") == Wishes()
    assert keep_wishes("x", Wishes(wide=True))
    assert recall_wishes("x") == Wishes(wide=True)


@pytest.mark.parametrize("phase", [closed, idle, at_counter, serving])
def test_every_control_has_a_name(
    open_window: Callable[..., CounterWindow],
    sample_view: HallView,
    every_control_is_named: Callable[[QWidget], None],
    phase: Any,
) -> None:
    window = open_window(phase(sample_view))
    press(window, "Ctrl+L")
    every_control_is_named(window)
    for step in (Step.TRANSFER, Step.PARK, Step.SECOND, Step.OUTCOME, Step.TICKET):
        desk(window).control.take(step)
        every_control_is_named(window)
        desk(window).control.closed.emit()


def test_the_tab_key_goes_in_reading_order(open_window: Callable[..., CounterWindow], sample_view: HallView) -> None:
    window = open_window(serving(sample_view, note="x"))
    keys = desk(window).face.keys
    keys.buttons[Step.DONE].setFocus()
    passed = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        passed.append((QApplication.focusWidget() or window).accessibleName())
    assert passed[:3] == ["Klaar met een andere uitkomst", "Doorverwijzen", "Meer…"]


def test_a_low_window_keeps_every_button_in_sight(
    open_window: Callable[..., CounterWindow], sample_view: HallView
) -> None:
    window = open_window(serving(sample_view))
    window.resize(360, 460)
    QApplication.processEvents()
    keys = desk(window).face.keys
    shown = [button for button in keys.buttons.values() if button.isVisible()]
    bottoms = [button.mapTo(window, button.rect().bottomLeft()).y() for button in shown]
    assert max(bottoms) < window.height()
    tops = sorted({button.mapTo(window, button.rect().topLeft()).y() for button in shown})
    assert all(below - above >= shown[0].height() for above, below in pairwise(tops))


def test_where_nobody_else_is_open_the_transfer_says_so(
    open_window: Callable[..., CounterWindow], sample_view: HallView
) -> None:
    works = tuple(work if work.number == 3 else CounterWork(work.number) for work in sample_view.counters)
    window = open_window(replace(serving(sample_view), counters=works))
    press(window, "F7")
    panel: Any = desk(window).control.panel
    assert panel.explanation.text() == "Let op: nu kan niemand anders dit doen. A 011 wacht tot dat wel zo is."
    assert panel.list.rows.rows[0].detail == "nu nergens anders open"
    assert panel.list.rows.rows[0].tail == ""
