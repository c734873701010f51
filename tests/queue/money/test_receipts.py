"""Receipts: exact, numbered without gaps, never changed, never undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text

from balie_app.queue import commands as c
from balie_app.queue.money import books, papers
from balie_app.queue.money import commands as m
from balie_app.queue.money.calendar import is_working_day, working_days_after
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.money import Method, Payment, ReceiptKind
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import Count
from balie_app.queue.store import tables


def refused(shop: Any, command: c.Command) -> Refused:
    before = shop.hall.view().seq
    with pytest.raises(Refused) as caught:
        shop.do(command)
    assert shop.hall.view().seq == before
    return caught.value


def test_a_receipt_has_lines_total_payment_and_everything_a_notice_needs(shop: Any, pay: Any) -> None:
    label = shop.play.issue("paspoort")
    shop.do(c.CallNext(1))
    shop.do(c.Start(1))
    wishes = (m.Wish("paspoort", 2), m.Wish("kaart"))
    receipt = shop.sell(*wishes, pay=pay["card"](16_495), note="met pasfoto")
    assert (receipt.number, receipt.kind, receipt.total_cents) == ("2030-000001", ReceiptKind.RECEIPT, 16_495)
    assert (receipt.counter, receipt.clerk, receipt.ticket, receipt.first) == (1, "anna", label, receipt.number)
    assert [(line.code, line.quantity, line.cents, line.vat_cents) for line in receipt.lines] == [
        ("paspoort", 2, 16_000, 0),
        ("kaart", 1, 495, 41),
    ]
    assert receipt.day == date(2030, 1, 14)
    assert receipt.ready_on == date(2030, 1, 21)


def test_numbers_follow_each_other_and_begin_anew_with_the_year(shop: Any, play: Any) -> None:
    numbers = [shop.sell("uittreksel").number for _ in range(3)]
    assert numbers == ["2030-000001", "2030-000002", "2030-000003"]
    play.later(days=365)
    assert refused(shop, m.MakeReceipt(1, (m.Wish("uittreksel"),), ())).code == "tariff-of-another-year"
    play.do(m.SetTariffs(2031, tuple(_next_year(each) for each in _tariffs(shop))))
    assert shop.sell("uittreksel").number == "2031-000001"


def _tariffs(shop: Any) -> Any:
    with shop.hall.reading() as connection:
        return books.tariffs(connection, 2030)


def _next_year(tariff: Any) -> Any:
    return replace(tariff, year=2031)


def test_a_refused_receipt_leaves_no_gap(shop: Any, pay: Any) -> None:
    shop.sell("uittreksel")
    for _ in range(3):
        assert refused(shop, m.MakeReceipt(1, (m.Wish("uittreksel"),), pay["card"](1))).code == "wrong-payment"
    assert shop.sell("uittreksel").number == "2030-000002"
    with shop.hall.reading() as connection:
        assert books.gaps(connection, 2030) == ()


def test_a_repeated_step_answers_the_same_receipt(shop: Any, pay: Any) -> None:
    command = m.MakeReceipt(1, (m.Wish("uittreksel"),), pay["card"](1750), key="eenmalig")
    assert shop.do(command) == shop.do(command)
    assert len(shop.receipts()) == 1


def test_the_tariff_of_another_year_or_of_none_is_refused_when_entered(shop: Any) -> None:
    assert refused(shop, m.MakeReceipt(1, (m.Wish("paspoort", year=2029),))).code == "tariff-of-another-year"
    assert refused(shop, m.MakeReceipt(1, (m.Wish("onbekend"),))).code == "no-such-tariff"
    assert refused(shop, m.MakeReceipt(1, ())).code == "no-lines"
    assert refused(shop, m.MakeReceipt(1, (m.Wish("paspoort", 0),))).code == "wrong-quantity"
    assert refused(shop, m.MakeReceipt(1, (m.Wish("paspoort", -1),))).code == "wrong-quantity"


def test_payments_come_to_the_total_exactly(shop: Any, pay: Any) -> None:
    shop.open()
    wish = (m.Wish("uittreksel"),)
    for wrong in ((), pay["card"](1749), pay["card"](1751), pay["card"](-1750), pay["cash"](1750) + pay["cash"](0)):
        assert refused(shop, m.MakeReceipt(1, wish, wrong)).code == "wrong-payment"
    nameless = (Payment(Method.CARD, 1750),)
    assert refused(shop, m.MakeReceipt(1, wish, nameless)).code == "card-reference-missing"
    escape = (Payment(Method.CARD, 1750, "A\x1b@"),)
    assert refused(shop, m.MakeReceipt(1, wish, escape)).code == "card-reference-missing"
    assert refused(shop, m.MakeReceipt(1, wish, pay["cash"](1750, 1700))).code == "given-too-little"
    mixed = shop.sell("uittreksel", pay=pay["card"](1000) + pay["cash"](500, 2000) + pay["later"](250))
    assert [each.change for each in mixed.payments] == [0, 1500, 0]
    assert shop.outstanding(mixed.number) == 250


def test_nothing_to_pay_needs_a_reason(shop: Any) -> None:
    assert refused(shop, m.MakeReceipt(1, (m.Wish("gratis"),))).code == "zero-needs-reason"
    assert shop.sell("gratis", reason="kosteloos volgens de wet").total_cents == 0
    exempt = shop.sell(m.Wish("paspoort", 1, "brand in de woning"))
    assert (exempt.total_cents, exempt.lines[0].exempt) == (0, "brand in de woning")
    half = shop.sell(m.Wish("paspoort", 1, "minima"), "uittreksel")
    assert half.total_cents == 1750


def test_a_refund_is_a_receipt_of_its_own_and_never_exceeds_the_first(shop: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell(m.Wish("uittreksel", 3), pay=pay["cash"](5250))
    one = shop.refund(first, 1, pay=pay["cash"](-1750))
    assert (one.number, one.kind, one.about, one.first) == (
        "2030-000002",
        ReceiptKind.REFUND,
        first.number,
        first.number,
    )
    assert one.total_cents == -1750
    assert refused(shop, m.Refund(1, first.number, (3,), "dubbel", pay["cash"](-5250))).code == "refund-too-much"
    assert refused(shop, m.Refund(1, first.number, (1,), " ", pay["cash"](-1750))).code == "reason-missing"
    assert refused(shop, m.Refund(1, first.number, (1, 1), "x", pay["cash"](-1750))).code == "refund-too-much"
    assert refused(shop, m.Refund(1, first.number, (0,), "x", ())).code == "refund-too-much"
    assert refused(shop, m.Refund(1, "2030-999999", (1,), "x", ())).code == "no-such-receipt"
    assert shop.refund(first, 2, pay=pay["cash"](-3500)).total_cents == -3500
    assert refused(shop, m.Refund(1, first.number, (1,), "dubbel", pay["cash"](-1750))).code == "refund-too-much"
    assert refused(shop, m.Refund(1, one.number, (1,), "dubbel", pay["cash"](-1750))).code == "refund-too-much"


def test_what_was_never_paid_is_not_paid_back_in_cash(shop: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell("uittreksel", pay=pay["later"](1750))
    assert refused(shop, m.Refund(1, first.number, (1,), "fout", pay["cash"](-1750))).code == "refund-too-much"
    shop.refund(first, 1, pay=pay["later"](-1750))
    assert shop.outstanding(first.number) == 0


def test_a_correction_takes_back_what_is_left_and_puts_something_else_in_its_place(shop: Any, pay: Any) -> None:
    first = shop.sell("paspoort")
    fixed = shop.do(m.Correct(1, first.number, (m.Wish("uittreksel"),), "verkeerd product", pay["card"](-6250)))
    assert [(line.code, line.cents, line.of) for line in fixed.lines] == [
        ("paspoort", -8000, 0),
        ("uittreksel", 1750, None),
    ]
    assert (fixed.kind, fixed.total_cents, fixed.about) == (ReceiptKind.CORRECTION, -6250, first.number)
    assert refused(shop, m.Refund(1, first.number, (1,), "nog eens", pay["card"](-8000))).code == "refund-too-much"
    again = shop.refund(fixed, 0, 1, pay=pay["card"](-1750))
    assert (again.about, again.first) == (fixed.number, first.number)
    assert shop.paid(first.number) == 0


def test_a_receipt_of_last_year_is_corrected_with_the_tariffs_of_that_year(shop: Any, play: Any, pay: Any) -> None:
    first = shop.sell("paspoort")
    play.later(days=365)
    dearer = tuple(replace(each, year=2031, cents=each.cents + 100) for each in _tariffs(shop))
    play.do(m.SetTariffs(2031, dearer))
    command = m.Correct(1, first.number, (m.Wish("uittreksel"),), "verkeerd product", pay["card"](1750 - 8000))
    fixed = shop.do(command)
    assert fixed.number == "2031-000001"
    assert [(line.code, line.year, line.cents) for line in fixed.lines] == [
        ("paspoort", 2030, -8000),
        ("uittreksel", 2030, 1750),
    ]
    again = m.Correct(1, fixed.number, (m.Wish("paspoort", year=2031),), "toch niet", pay["card"](8100 - 1750))
    assert refused(shop, again).code == "tariff-of-another-year"
    assert (
        shop.do(replace(again, lines=(m.Wish("paspoort", year=2030),), payments=pay["card"](6250))).total_cents == 6250
    )


def test_another_way_of_paying_is_a_correction_of_nought(shop: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell("uittreksel", pay=pay["cash"](1750))
    swap = pay["cash"](-1750) + pay["card"](1750)
    fixed = shop.do(m.Correct(1, first.number, (m.Wish("uittreksel"),), "toch met de pas", swap))
    assert fixed.total_cents == 0
    assert shop.figures().paid == {"card": 1750, "cash": 0, "later": 0}


def test_a_correction_pays_back_no_more_than_came_in_whatever_comes_in_another_way(shop: Any, pay: Any) -> None:
    shop.open(100_000)
    first = shop.sell("uittreksel")
    lines = (m.Wish("uittreksel"),)
    laundered = pay["cash"](-50_000) + pay["card"](50_000)
    assert refused(shop, m.Correct(1, first.number, lines, "wissel", laundered)).code == "refund-too-much"
    shop.do(m.Correct(1, first.number, lines, "toch contant", pay["card"](-1750) + pay["cash"](1750)))
    assert shop.paid(first.number) == 1750


@pytest.mark.parametrize("ready_on", [date(2030, 1, 13), date(2031, 1, 15), date(1, 1, 1), date(9999, 12, 31)])
def test_a_ready_date_that_is_over_or_very_far_is_refused(shop: Any, pay: Any, ready_on: date) -> None:
    command = m.MakeReceipt(1, (m.Wish("uittreksel"),), pay["card"](1750), ready_on=ready_on)
    assert refused(shop, command).code == "wrong-ready-date"
    assert shop.do(replace(command, ready_on=date(2030, 1, 14))).ready_on == date(2030, 1, 14)


def test_what_is_paid_later_is_settled_once(shop: Any, pay: Any) -> None:
    first = shop.sell("paspoort", pay=pay["later"](8000))
    shop.do(m.Settle(1, first.number, pay["card"](5000)))
    assert shop.outstanding(first.number) == 3000
    assert refused(shop, m.Settle(1, first.number, pay["card"](3001))).code == "not-outstanding"
    assert refused(shop, m.Settle(1, first.number, pay["later"](3000))).code == "not-outstanding"
    with shop.hall.reading() as connection:
        assert [(each.number, cents) for each, cents in books.open_receipts(connection)] == [(first.number, 3000)]
    shop.do(m.Settle(2, first.number, pay["card"](3000)))
    assert refused(shop, m.Settle(1, first.number, pay["card"](1))).code == "not-outstanding"
    with shop.hall.reading() as connection:
        assert books.open_receipts(connection) == []


def test_a_receipt_is_never_undone(shop: Any) -> None:
    shop.play.issue("paspoort")
    shop.do(c.CallNext(1))
    shop.do(c.Start(1))
    shop.sell("paspoort")
    assert refused(shop, c.Undo(1)).code == "receipt-stands"
    shop.do(c.Finish(1))
    shop.do(c.Undo(1))
    assert refused(shop, c.Undo(1)).code == "receipt-stands"
    assert len(shop.receipts()) == 1


def test_a_changed_tariff_changes_no_receipt(shop: Any) -> None:
    first = shop.sell("paspoort")
    dearer = tuple(_with_cents(each, each.cents + 100) for each in _tariffs(shop))
    assert shop.do(m.SetTariffs(2030, dearer[:2])) == 2
    assert shop.receipts() == [first]
    assert _tariffs(shop) == tuple(_with_revision(each, 2) for each in dearer[:2])


def _with_cents(tariff: Any, cents: int) -> Any:
    return replace(tariff, cents=cents)


def _with_revision(tariff: Any, revision: int) -> Any:
    return replace(tariff, revision=revision)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"cents": -1}, {"cents": 10_000_001}, {"year": 2029}, {"vat_percent": 21}, {"ready_days": 251}),
        *({"article": " "}, {"article": "1" * 65}, {"description": "x" * 201}, {"ledger": "8" * 33}),
    ],
)
def test_a_wrong_tariff_is_refused_and_the_table_stays(shop: Any, wrong: dict[str, Any]) -> None:
    before = _tariffs(shop)
    table = (replace(before[0], **wrong), *before[1:])
    assert refused(shop, m.SetTariffs(2030, table)).code == "wrong-tariff"
    assert refused(shop, m.SetTariffs(2030, (before[0], before[0]))).code == "wrong-tariff"
    assert _tariffs(shop) == before


def test_a_citizen_service_number_is_refused_wherever_it_is_typed(shop: Any, pay: Any) -> None:
    number = "123456782"
    for command in (
        m.MakeReceipt(1, (m.Wish("paspoort", 1, f"vrij {number}"),)),
        m.MakeReceipt(1, (m.Wish("paspoort"),), pay["card"](8000), note=number),
        m.MakeReceipt(1, (m.Wish("paspoort"),), (Payment(Method.CARD, 8000, number),)),
        m.MoveCash(0, 1, -100, number),
    ):
        assert refused(shop, command).code == "contains-bsn"


def test_only_somebody_at_a_counter_makes_a_receipt(shop: Any, pay: Any) -> None:
    command = m.MakeReceipt(3, (m.Wish("uittreksel"),), pay["card"](1750))
    with pytest.raises(Refused, match="counter-closed"):
        shop.hall.perform(command, c.By("ctl"))
    assert refused(shop, m.MakeReceipt(77, (m.Wish("uittreksel"),), pay["card"](1750))).code == "no-such-counter"


def test_the_paper_is_queued_in_the_same_step_and_a_copy_says_so(shop: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell("uittreksel", pay=pay["cash"](1750, 2000), printer="bon")
    shop.play.later(minutes=1)
    shop.do(m.CopyReceipt(first.number, "bon"))
    jobs = shop.hall.view().print_jobs
    found = [(job.kind, job.copy, papers.receipt_paper(job.content)) for job in jobs]
    assert [(kind, copy, paper.receipt, paper.drawer) for kind, copy, paper in found] == [
        ("receipt", False, first, True),
        ("receipt", True, first, False),
    ]
    assert refused(shop, m.CopyReceipt("2030-000009", "bon")).code == "no-such-receipt"


def test_what_is_still_to_be_paid_is_on_each_paper_as_it_stands(shop: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell(m.Wish("uittreksel", 2), pay=pay["later"](3500), printer="bon")
    back = pay["later"](-1750)
    shop.play.later(minutes=1)
    refund = shop.do(m.Refund(1, first.number, (1,), "dubbel", back, printer="bon"))
    shop.play.later(minutes=1)
    shop.do(m.Settle(1, refund.number, pay["cash"](1750, 2000), printer="bon"))
    shop.play.later(minutes=1)
    shop.do(m.CopyReceipt(refund.number, "bon"))
    jobs = shop.hall.view().print_jobs
    found = [(job.copy, papers.receipt_paper(job.content)) for job in jobs]
    assert [(copy, each.receipt.number, each.open_cents, each.drawer) for copy, each in found] == [
        (False, first.number, 3500, False),
        (False, refund.number, 1750, False),
        (True, first.number, 0, True),
        (True, refund.number, 0, False),
    ]
    assert [len(each.settled) for _, each in found] == [0, 0, 2, 0]
    assert found[1][1].about_day == first.day


@pytest.mark.parametrize("typed", ["\x1b@ weg", "nul\x00", "half \ud800 teken", "\x07"])
def test_what_a_database_or_printer_cannot_hold_is_left_out(shop: Any, typed: str) -> None:
    receipt = shop.sell(m.Wish("paspoort", 1, f"vrij {typed}"), note=typed, reason=typed)
    kept = receipt.note + receipt.reason + receipt.lines[0].exempt
    assert all(sign.isprintable() for sign in kept)
    shop.open()
    assert shop.do(m.MoveCash(0, 1, -100, f"kluis {typed}")).note.isprintable()


def test_a_very_long_note_is_cut_with_an_ellipsis(shop: Any) -> None:
    receipt = shop.sell("uittreksel", note="lang " * 2000)
    assert len(receipt.note) == 5000
    assert receipt.note.endswith("…")


def test_receipts_stay_when_the_visits_are_deleted(shop: Any) -> None:
    shop.play.issue("paspoort")
    shop.do(c.CallNext(1))
    shop.do(c.Start(1))
    first = shop.sell("paspoort")
    with shop.hall.engine.begin() as connection:
        connection.execute(delete(tables.contact))
        connection.execute(delete(tables.visit))
    assert shop.receipts() == [first]


def test_nothing_in_the_tables_of_money_is_a_floating_number(shop: Any, pay: Any) -> None:
    shop.open()
    shop.sell("uittreksel", pay=pay["cash"](1750))
    for table in (tables.tariff, tables.receipt, tables.till_move, tables.till_day):
        assert all(column.type.__class__.__name__ not in {"Float", "Numeric"} for column in table.columns)
    if shop.hall.engine.dialect.name == "sqlite":
        with shop.hall.reading() as connection:
            kinds = connection.execute(text("SELECT DISTINCT typeof(total_cents) FROM receipt")).scalars().all()
        assert kinds == ["integer"]


def test_receipts_younger_than_seven_whole_years_are_never_destroyed(shop: Any, play: Any, pay: Any) -> None:
    shop.open()
    shop.sell("uittreksel", pay=pay["later"](1750))
    shop.do(m.Settle(1, "2030-000001", pay["cash"](1750)))
    shop.do(m.CloseTill(0, 1, (Count(10_000, 1), Count(1000, 1), Count(500, 1), Count(200, 1), Count(50, 1))))
    play.at = play.at.replace(year=2037, month=12, day=31)
    play.later(minutes=0)
    caught = refused(shop, m.PurgeReceipts(2030))
    assert (caught.code, caught.facts["free"]) == ("too-young-to-purge", "01-01-2038")
    play.later(days=1)
    assert shop.do(m.PurgeReceipts(2030)) == 1 + 1 + 1 + 5
    assert shop.do(m.PurgeReceipts(2030)) == 0
    with shop.hall.reading() as connection:
        for table in (tables.receipt, tables.till_move, tables.till_day, tables.tariff):
            assert connection.execute(select(table)).all() == []
        assert first_difference(connection) is None


def test_the_journal_explains_all_money(shop: Any, play: Any, pay: Any) -> None:
    shop.open()
    first = shop.sell(m.Wish("uittreksel", 2), pay=pay["cash"](3500, 5000), printer="bon")
    shop.refund(first, 1, pay=pay["cash"](-1750))
    play.later(minutes=5)
    shop.do(m.Correct(1, first.number, (m.Wish("kaart"),), "kaart", pay["cash"](-1750) + pay["card"](495)))
    shop.do(m.MoveCash(0, 2, -5000, "naar de kluis"))
    with shop.hall.reading() as connection:
        assert first_difference(connection) is None
    with shop.hall.engine.begin() as connection:
        connection.execute(tables.receipt.update().where(tables.receipt.c.serial == 1).values(total_cents=1))
    with shop.hall.reading() as connection:
        found = first_difference(connection)
    assert found is not None
    assert "kassabon 2030-000001" in found.sentence()


def test_ready_dates_skip_weekends_holidays_and_the_halls_own_closed_days() -> None:
    assert working_days_after(date(2026, 12, 23), 2) == date(2026, 12, 28)
    assert working_days_after(date(2026, 12, 23), 2, {date(2026, 12, 28)}) == date(2026, 12, 29)
    assert working_days_after(date(2026, 11, 21), 0) == date(2026, 11, 23)
    assert working_days_after(date(2026, 11, 23), 0) == date(2026, 11, 23)
    for free in (date(2026, 4, 27), date(2026, 5, 5), date(2026, 5, 14), date(2026, 5, 25), date(2026, 4, 6)):
        assert not is_working_day(free)
    assert not is_working_day(date(2025, 4, 26))  # the King's day, moved because the 27th is a Sunday
    day = date(2026, 1, 1) + timedelta(days=363)
    assert working_days_after(day, 1) == date(2026, 12, 31)


def test_a_receipt_that_another_printer_makes_opens_no_drawer_there(shop: Any, pay: Any) -> None:
    shop.open()
    shop.sell("paspoort", pay=pay["cash"](8000), printer="balie-1")
    assert papers.receipt_paper(shop.hall.view().print_jobs[0].content).drawer
    shop.do(c.TakeOver("balie-1", "balie-2"))
    (job,) = shop.hall.view().print_jobs
    assert job.printer == "balie-2"
    assert not papers.receipt_paper(job.content).drawer


def test_a_drawer_that_waits_for_its_printer_stays_there(shop: Any) -> None:
    shop.open()
    shop.do(m.OpenDrawer(1, "balie-1", "wisselgeld"))
    assert shop.do(c.TakeOver("balie-1", "balie-2")) == ()
