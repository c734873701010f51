"""Slips at the counter: papers handed in, what is missing, where else to go; only where there is a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from balie_app.queue import commands as c
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.views import HallView
from balie_app.ui.counter.endings import FinishPanel
from balie_app.ui.counter.papers import PapersPanel
from balie_app.ui.counter.picks import TicketPanel
from balie_app.ui.counter.refer import ReferPanel
from balie_app.ui.counter.situation import SLIPS, Step, situation
from balie_app.ui.counter.window import CounterWindow, Desk

OLD, PHOTO = "Oud paspoort of ID-kaart", "Nieuwe pasfoto"


@pytest.fixture
def open_window(fake_link: Any) -> Iterator[Callable[..., CounterWindow]]:
    made: list[CounterWindow] = []

    def make(view: HallView, printer: str | None = "bon") -> CounterWindow:
        window = CounterWindow(fake_link, 3, "anna", "counter-test")
        window.printer = printer
        made.append(window)
        window.show()
        window.activateWindow()
        fake_link.send(view)
        QApplication.processEvents()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def serving(sample_view: HallView) -> HallView:
    """A 011 is helped at counter 3 with a passport."""
    started = sample_view.read_at - timedelta(minutes=3)
    contacts = tuple(
        replace(each, state=ContactState.SERVING, started_at=started) if each.counter == 3 else each
        for each in sample_view.contacts
    )
    products = tuple(
        replace(p, refer_to={"nl": "Ga naar het wijkteam."}) if p.slug == "wmo" else p
        for p in sample_view.config.products
    )
    return replace(sample_view, contacts=contacts, config=replace(sample_view.config, products=products))


def press(window: CounterWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
    QApplication.processEvents()


def desk(window: CounterWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def said(window: CounterWindow) -> str:
    return desk(window).face.notice.label.text()


def papers(kind: SlipKind, *things: str, **more: Any) -> c.PrintSlip:
    about = {"label": "A011", "products": ("paspoort",), "counter": 3}
    return c.PrintSlip(kind, "bon", things=things, **about, **more)


def test_a_proof_of_papers_by_keyboard(open_window: Any, fake_link: Any, serving: HallView) -> None:
    window = open_window(serving)
    press(window, "Ctrl+I")
    panel = desk(window).control.panel
    assert isinstance(panel, PapersPanel)
    assert panel.list.hasFocus()
    press(window, "Space")
    press(window, "Down")
    press(window, "Space")
    press(window, "Return")
    assert fake_link.done == [papers(SlipKind.PAPERS_IN, OLD, PHOTO)]
    fake_link.answer()
    assert said(window) == "De strook wordt geprint."
    assert desk(window).control.panel is None


def test_what_is_missing_with_a_paper_of_ones_own_and_a_note(open_window: Any, fake_link: Any, serving: Any) -> None:
    window = open_window(serving)
    press(window, "Ctrl+I")
    press(window, "Ctrl+2")
    panel = desk(window).control.panel
    assert isinstance(panel, PapersPanel)
    panel.list.choose(PHOTO)
    panel.list.setFocus()
    press(window, "Space")
    assert [row.tail for row in panel.list.rows.rows] == ["", "ontbreekt"]
    panel.other.setText("Huurcontract")
    panel.note.setText("Ook van uw partner.")
    press(window, "Return")
    wanted = papers(SlipKind.PAPERS_MISSING, PHOTO, "Huurcontract", note="Ook van uw partner.")
    assert fake_link.done == [wanted]


def test_a_mark_can_be_taken_away_again(open_window: Any, fake_link: Any, serving: HallView) -> None:
    window = open_window(serving)
    press(window, "Ctrl+I")
    for _ in range(2):
        press(window, "Space")
    press(window, "Return")
    assert fake_link.done == []
    assert said(window) == "Kies eerst welke papieren op de strook komen."


def test_without_a_checklist_the_paper_is_typed(open_window: Any, fake_link: Any, serving: HallView) -> None:
    bare = tuple(replace(p, bring={}) for p in serving.config.products)
    window = open_window(replace(serving, config=replace(serving.config, products=bare)))
    press(window, "Ctrl+I")
    QTest.keyClicks(QApplication.focusWidget(), "Brief")
    press(window, "Return")
    assert fake_link.done == [papers(SlipKind.PAPERS_IN, "Brief")]


def test_the_only_paper_is_marked_at_once(open_window: Any, fake_link: Any, serving: HallView) -> None:
    one = tuple(replace(p, bring={"nl": (PHOTO,)}) for p in serving.config.products)
    window = open_window(replace(serving, config=replace(serving.config, products=one)))
    press(window, "Ctrl+I")
    press(window, "Return")
    assert fake_link.done == [papers(SlipKind.PAPERS_IN, PHOTO)]


def test_who_comes_back_for_papers_is_offered_the_slip_at_once(
    open_window: Any, fake_link: Any, serving: HallView
) -> None:
    window = open_window(serving)
    press(window, "Shift+F11")
    press(window, "Down")
    panel = desk(window).control.panel
    assert isinstance(panel, FinishPanel)
    assert panel.explanation.text() == "Daarna print u wat er ontbreekt."
    press(window, "Return")
    finish = c.Finish(counter=3, outcome="come-back", came_back_because="papers-missing")
    assert fake_link.done == [finish]
    contact = next(each for each in serving.contacts if each.counter == 3)
    fake_link.answer(replace(contact, state=ContactState.DONE))
    fake_link.send(replace(serving, contacts=tuple(each for each in serving.contacts if each.counter != 3)))
    offered = desk(window).control.panel
    assert isinstance(offered, PapersPanel)
    assert offered.kind is SlipKind.PAPERS_MISSING
    press(window, "Space")
    press(window, "Return")
    assert fake_link.done == [finish, papers(SlipKind.PAPERS_MISSING, OLD)]


@pytest.mark.parametrize(("down", "printer"), [(2, "bon"), (1, None), (0, "bon")])
def test_other_endings_offer_no_slip(
    open_window: Any, fake_link: Any, serving: HallView, down: int, printer: str | None
) -> None:
    window = open_window(serving, printer)
    press(window, "Shift+F11")
    for _ in range(down):
        press(window, "Down")
    press(window, "Return")
    contact = next(each for each in serving.contacts if each.counter == 3)
    fake_link.answer(replace(contact, state=ContactState.DONE))
    assert desk(window).control.panel is None


def test_a_referral_for_a_product_that_says_where(open_window: Any, fake_link: Any, serving: HallView) -> None:
    window = open_window(serving)
    press(window, "Shift+F7")
    panel = desk(window).control.panel
    assert isinstance(panel, ReferPanel)
    assert [(row.name, row.detail) for row in panel.list.rows.rows] == [("Hulp thuis (Wmo)", "Ga naar het wijkteam.")]
    panel.note.setText("Vraag naar Wmo.")
    press(window, "Return")
    wanted = c.PrintSlip(SlipKind.REFERRAL, "bon", label="A011", products=("wmo",), note="Vraag naar Wmo.", counter=3)
    assert fake_link.done == [wanted]


def test_a_referral_to_any_place_that_is_typed(open_window: Any, fake_link: Any, serving: HallView) -> None:
    window = open_window(serving)
    press(window, "Shift+F7")
    QTest.keyClicks(QApplication.focusWidget(), "juridisch loket")
    press(window, "Return")
    wanted = c.PrintSlip(
        SlipKind.REFERRAL, "bon", label="A011", products=("paspoort",), place="juridisch loket", counter=3
    )
    assert fake_link.done == [wanted]


def test_a_referral_needs_a_place(open_window: Any, fake_link: Any, serving: HallView) -> None:
    bare = tuple(replace(p, refer_to={}) for p in serving.config.products)
    window = open_window(replace(serving, config=replace(serving.config, products=bare)))
    press(window, "Shift+F7")
    press(window, "Return")
    assert fake_link.done == []
    assert said(window) == "Typ waar de bezoeker terecht kan."


def test_without_a_printer_slips_are_not_offered(open_window: Any, fake_link: Any, serving: HallView) -> None:
    window = open_window(serving, None)
    assert not any(desk(window).face.keys.items[step].isVisible() for step in SLIPS)
    for key in ("Ctrl+I", "Shift+F7"):
        press(window, key)
        assert said(window) == "Deze balie heeft geen printer."
    assert fake_link.done == []


def test_with_a_printer_they_are_in_the_menu_and_need_a_conversation(open_window: Any, sample_view: HallView) -> None:
    window = open_window(sample_view)
    items = desk(window).face.keys.items
    assert all(items[step].isVisible() and not items[step].isEnabled() for step in SLIPS)
    press(window, "Ctrl+I")
    assert said(window) == "Start eerst het gesprek met F10."


def test_every_control_of_the_panels_has_a_name(
    open_window: Any, serving: HallView, every_control_is_named: Any
) -> None:
    window = open_window(serving)
    for step in (Step.PAPERS, Step.REFER):
        desk(window).control.take(step)
        QApplication.processEvents()
        every_control_is_named(window)


def test_who_is_away_does_not_count_as_waiting_and_says_when(
    open_window: Any, sample_view: HallView, make_view: Any
) -> None:
    later = sample_view.read_at + timedelta(hours=2)
    away = make_view(
        contacts=tuple(
            replace(each, not_before=later) if each.label == "U008" else each
            for each in sample_view.contacts
            if each.counter != 3
        )
    )
    here = situation(away, 3, "anna", away.read_at, online=True)
    assert here is not None
    assert "U008" not in [each.label for each in here.waiting]
    (row,) = [row for row in TicketPanel(here).list.rows.rows if row.key == "U008"]
    assert "komt terug om 12:42" in row.detail
