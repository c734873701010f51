"""Paying and closing the till at a real counter window, by keys only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from sqlalchemy import delete

from balie_app.paths import resource
from balie_app.queue import commands as c
from balie_app.queue.commands import By
from balie_app.queue.config.catalogue import products
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.money import books
from balie_app.queue.money import commands as m
from balie_app.queue.money.tariffs import read_tariffs
from balie_app.queue.rules.money import Method, Payment, Receipt
from balie_app.queue.rules.till import Report
from balie_app.queue.store import tables
from balie_app.ui.counter.pay import PayPanel
from balie_app.ui.counter.pay_receipts import ReceiptsPanel
from balie_app.ui.counter.till import CloseTillPanel, OpenTillPanel
from balie_app.ui.counter.window import CounterWindow, Desk
from balie_app.ui.link import HallLink


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Waterrijk"), rehearsal=True)
    _, tariffs = read_tariffs(resource("tariffs", "voorbeeld-2026.toml"), {each.slug for each in products()})
    year = made.now().year
    made.perform(m.SetTariffs(year, tuple(replace(each, year=year) for each in tariffs)), By("test"))
    made.perform(c.OpenCounter(1, "anna"), By("test"))
    yield made
    made.close()


@pytest.fixture
def window(hall: Hall, tmp_path: Path, qtbot: Any) -> Iterator[CounterWindow]:
    link = HallLink(str(tmp_path / "hall.db"), By("counter-1", "anna"))
    made = CounterWindow(link, 1, "anna", "counter-1")
    made.printer = "bon"
    made.show()
    made.activateWindow()
    link.start()
    qtbot.waitUntil(lambda: made.desk is not None)
    yield made
    link.stop()
    made.close()
    made.deleteLater()


def desk(window: CounterWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def panel(window: CounterWindow, qtbot: Any) -> Callable[[str], Any]:
    """Press a key that opens a money panel, and wait for it."""

    def opened(keys: str) -> Any:
        press(window, keys)
        qtbot.waitUntil(lambda: desk(window).control.panel is not None)
        return desk(window).control.panel

    return opened


@pytest.fixture
def done(window: CounterWindow, qtbot: Any) -> Callable[[], None]:
    """Wait until the panel has done its work."""

    def wait() -> None:
        qtbot.waitUntil(lambda: desk(window).control.panel is None and not desk(window).control.pending)

    return wait


def press(window: CounterWindow, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def typed(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def receipts(hall: Hall) -> list[Receipt]:
    with hall.reading() as connection:
        return books.receipts(connection)


def till(hall: Hall) -> Report:
    with hall.looking() as work:
        return books.report_of(work.connection, 0, 1, work.now)


def visitor(hall: Hall, product: str) -> str:
    label: str = hall.perform(c.Issue(products=(product,)), By("host")).label
    for command in (c.CallNext(1), c.Start(1)):
        hall.perform(command, By("counter-1", "anna"))
    return label


def test_what_the_visitor_came_for_is_paid_by_card_with_four_keys(
    window: CounterWindow, hall: Hall, panel: Any, done: Any, qtbot: Any
) -> None:
    label = visitor(hall, "uittreksel-brp")
    qtbot.waitUntil(lambda: (here := desk(window).control.here) is not None and here.phase == "serving")
    shown = panel("F6")
    assert isinstance(shown, PayPanel)
    assert shown.total.text() == "Totaal € 15,00"
    press(window, "Ctrl+1")
    typed("A12F34")
    press(window, "Return")
    done()
    (receipt,) = receipts(hall)
    assert (receipt.ticket, receipt.total_cents, receipt.clerk) == (label, 1500, "anna")
    assert (receipt.payments[0].method, receipt.payments[0].reference) == (Method.CARD, "A12F34")
    assert [(job.kind, job.printer) for job in hall.view().print_jobs] == [("receipt", "bon")]
    assert f"Bon {receipt.number} is gemaakt." in desk(window).face.notice.label.text()


def test_pieces_are_chosen_by_searching_and_plus_and_minus(window: CounterWindow, panel: Any, done: Any) -> None:
    shown = panel("F6")
    typed("rijbewijs")
    press(window, "Return")
    assert (shown.search.text(), shown.total.text()) == ("", "Totaal € 50,00")
    typed("++-")
    assert shown.total.text() == "Totaal € 100,00"
    assert shown.list.chosen == "rijbewijs"
    press(window, "Ctrl+E")
    assert shown.total.text() == "Totaal € 0,00"
    assert QApplication.focusWidget() is shown.reason
    typed("minima")
    press(window, "Return")
    done()


def test_an_exempt_receipt_needs_no_payment_but_a_reason(
    window: CounterWindow, hall: Hall, panel: Any, done: Any
) -> None:
    panel("F6")
    typed("rijbewijs")
    press(window, "Return")
    press(window, "Ctrl+E")
    press(window, "Return")
    assert desk(window).control.panel is not None
    typed("brand in de woning")
    press(window, "Return")
    done()
    assert (receipts(hall)[0].total_cents, receipts(hall)[0].lines[0].exempt) == (0, "brand in de woning")


def test_cash_waits_for_the_till_and_tells_the_change(window: CounterWindow, hall: Hall, panel: Any, done: Any) -> None:
    shown = panel("F6")
    typed("vog")
    press(window, "Return")
    press(window, "Ctrl+2")
    assert "nog niet open" in shown.explanation.text()
    press(window, "Esc")
    assert isinstance(panel("Ctrl+F6"), OpenTillPanel)
    press(window, "Return")
    assert desk(window).control.panel is not None
    typed("150,00")
    press(window, "Return")
    done()
    shown = panel("F6")
    typed("vog")
    press(window, "Return")
    press(window, "Ctrl+2")
    typed("39")
    assert "past niet" in shown.explanation.text()
    shown.given.clear()
    typed("50")
    assert shown.explanation.text() == "Wisselgeld: € 10,00"
    press(window, "Return")
    done()
    assert "Wisselgeld: € 10,00" in desk(window).face.notice.label.text()
    assert till(hall).expected_cents == 19_000


def test_a_mixed_payment_needs_both_parts(window: CounterWindow, hall: Hall, panel: Any, done: Any) -> None:
    hall.perform(m.OpenTill(0, 1, 0), By("test"))
    shown = panel("F6")
    typed("vog")
    press(window, "Return")
    press(window, "Ctrl+3")
    press(window, "Return")
    assert QApplication.focusWidget() is shown.by_card
    typed("30")
    press(window, "Return")
    assert QApplication.focusWidget() is shown.reference
    typed("B7")
    press(window, "Return")
    done()
    assert [(each.method, each.cents) for each in receipts(hall)[0].payments] == [
        (Method.CARD, 3000),
        (Method.CASH, 1000),
    ]


def test_the_till_is_counted_and_closed_once_for_good(
    window: CounterWindow, hall: Hall, panel: Any, done: Any, qtbot: Any
) -> None:
    hall.perform(m.OpenTill(0, 1, 12_000), By("test"))
    shown = panel("Ctrl+F6")
    assert isinstance(shown, CloseTillPanel)
    shown.counts[10_000].setFocus()
    typed("1")
    press(window, "Return")
    assert QApplication.focusWidget() is shown.remark
    shown.counts[2000].setFocus()
    typed("1")
    assert shown.outcome.text() == "Geteld € 120,00 · verschil € 0,00"
    press(window, "Return")
    assert "staat deze kasdag vast" in shown.explanation.text()
    assert till(hall).till_day.closed_at is None  # type: ignore[union-attr]
    press(window, "Return")
    done()
    closed = till(hall).till_day
    assert closed is not None
    assert closed.closed_at is not None
    assert closed.difference_cents == 0
    assert isinstance(panel("Ctrl+F6"), OpenTillPanel)


def test_the_x_report_is_printed_from_the_till(window: CounterWindow, hall: Hall, panel: Any, done: Any) -> None:
    hall.perform(m.OpenTill(0, 1, 0), By("test"))
    panel("Ctrl+F6")
    press(window, "Ctrl+R")
    done()
    assert [job.kind for job in hall.view().print_jobs] == ["till"]


def test_a_receipt_is_copied_settled_and_paid_back(window: CounterWindow, hall: Hall, panel: Any, done: Any) -> None:
    by = By("counter-1", "anna")
    lines, later = (m.Wish("vog", 2),), (Payment(Method.LATER, 8000),)
    number = hall.perform(m.MakeReceipt(1, lines, later), by).number
    shown = panel("Shift+F6")
    assert isinstance(shown, ReceiptsPanel)
    press(window, "Return")
    done()
    assert [(job.kind, job.copy) for job in hall.view().print_jobs] == [("receipt", True)]
    shown = panel("Shift+F6")
    press(window, "Ctrl+3")
    assert shown.explanation.text() == "Nog te betalen: € 80,00"
    typed("C9")
    press(window, "Return")
    done()
    assert till(hall).paid == {"card": 8000, "cash": 0, "later": 0}
    shown = panel("Shift+F6")
    press(window, "Ctrl+2")
    press(window, "Return")
    assert QApplication.focusWidget() is shown.reason
    typed("aanvraag ingetrokken")
    shown.reference.setText("D1")
    press(window, "Return")
    done()
    refund = receipts(hall)[-1]
    assert (refund.about, refund.total_cents, refund.reason) == (number, -8000, "aanvraag ingetrokken")
    shown = panel("Shift+F6")
    shown.list.choose(number)
    for keys in ("Ctrl+2", "Ctrl+3"):
        press(window, keys)
        press(window, "Return")
        assert desk(window).control.panel is shown
    assert len(receipts(hall)) == 2


def test_a_part_of_a_receipt_is_paid_back_in_parts(window: CounterWindow, hall: Hall, panel: Any, done: Any) -> None:
    lines, card = (m.Wish("vog", 3), m.Wish("rijbewijs")), (Payment(Method.CARD, 17_000, "A1"),)
    number = hall.perform(m.MakeReceipt(1, lines, card), By("counter-1", "anna")).number
    shown = panel("Shift+F6")
    press(window, "Ctrl+2")
    assert shown.explanation.text().startswith(f"Terug van bon {number}: € 170,00.")
    for keys in ("Ctrl+-", "Ctrl+-", "Ctrl+Down", "Ctrl+-", "Ctrl+-"):
        press(window, keys)
    assert shown.explanation.text().startswith(f"Terug van bon {number}: € 40,00.")
    for keys in ("Ctrl+Up", "Ctrl+-"):
        press(window, keys)
    press(window, "Return")
    assert "Kies eerst wat er terug gaat" in desk(window).face.notice.label.text()
    for _ in range(5):  # no more than the receipt has
        press(window, "Ctrl++")
    press(window, "Ctrl+-")
    typed("twee te veel")
    shown.reference.setText("D1")
    press(window, "Return")
    done()
    refund = receipts(hall)[-1]
    assert (refund.about, refund.total_cents, [line.quantity for line in refund.lines]) == (number, -8000, [-2])
    shown = panel("Shift+F6")
    shown.list.choose(number)
    press(window, "Ctrl+2")
    assert shown.explanation.text().startswith(f"Terug van bon {number}: € 90,00.")
    press(window, "Ctrl+1")  # and back to the receipts, with the same one chosen
    assert (shown.list.chosen, shown.search.isVisible()) == (number, True)
    press(window, "Ctrl+2")
    typed("rest")
    shown.reference.setText("D2")
    press(window, "Return")
    done()
    assert sum(each.total_cents for each in receipts(hall)) == 0


def test_what_was_to_be_paid_later_is_paid_in_cash_by_keys_only(
    window: CounterWindow, hall: Hall, panel: Any, done: Any
) -> None:
    hall.perform(m.OpenTill(0, 1, 0), By("test"))
    hall.perform(m.MakeReceipt(1, (m.Wish("vog"),), (Payment(Method.LATER, 4000),)), By("counter-1", "anna"))
    panel("Shift+F6")
    for keys in ("Ctrl+3", "Ctrl+5", "Return"):
        press(window, keys)
    done()
    assert till(hall).paid == {"card": 0, "cash": 4000, "later": 0}


def test_a_clerk_who_began_with_the_card_makes_a_receipt_for_later(
    window: CounterWindow, hall: Hall, panel: Any, done: Any
) -> None:
    panel("F6")
    typed("vog")
    press(window, "Return")
    for keys in ("Ctrl+1", "Ctrl+4", "Return"):
        press(window, keys)
    done()
    (receipt,) = receipts(hall)
    assert receipt.payments == (Payment(Method.LATER, 4000),)


def test_every_coin_can_be_counted_for_cash_is_not_rounded(window: CounterWindow, hall: Hall, panel: Any) -> None:
    hall.perform(m.OpenTill(0, 1, 3), By("test"))
    shown = panel("Ctrl+F6")
    for cents in (2, 1):
        shown.counts[cents].setFocus()
        typed("1")
    assert shown.outcome.text() == "Geteld € 0,03 · verschil € 0,00"


def test_a_refusal_leaves_the_panel_open_with_what_was_typed(window: CounterWindow, panel: Any, qtbot: Any) -> None:
    shown: Any = panel("F6")
    typed("vog")
    press(window, "Return")
    press(window, "Ctrl+2")
    press(window, "Return")
    qtbot.waitUntil(lambda: "nog niet geopend" in desk(window).face.notice.label.text())
    still: Any = desk(window).control.panel
    assert still is shown
    assert not still.basket.empty


def test_every_field_and_button_of_the_money_panels_has_a_name(window: CounterWindow, hall: Hall, panel: Any) -> None:
    hall.perform(m.OpenTill(0, 1, 0), By("test"))
    for keys in ("F6", "Ctrl+F6", "Shift+F6"):
        shown = panel(keys)
        widgets = [*shown.findChildren(QLineEdit), *shown.findChildren(QAbstractButton)]
        assert [each for each in widgets if not each.accessibleName()] == []
        press(window, "Esc")


def test_a_hall_without_tariffs_says_what_to_do(
    tmp_path: Path, qtbot: Any, window: CounterWindow, hall: Hall, panel: Any
) -> None:
    with hall.engine.begin() as connection:
        connection.execute(delete(tables.tariff))
    shown = panel("F6")
    assert "nog geen tarieven" in shown.explanation.text()
