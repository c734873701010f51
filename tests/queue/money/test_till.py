"""The cash desk: opening, X, Z, and what is refused. After the Z close nothing of that day changes."""

from __future__ import annotations

from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.money import books, papers
from balie_app.queue.money import commands as m
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import Count


def refused(shop: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        shop.do(command)
    return caught.value


def test_cash_needs_an_open_till_and_card_does_not(shop: Any, pay: Any) -> None:
    shop.sell("uittreksel")
    wanted = m.MakeReceipt(1, (m.Wish("uittreksel"),), pay["cash"](1750))
    assert refused(shop, wanted).code == "till-not-open"
    assert refused(shop, m.CloseTill(0, 1)).code == "till-not-open"
    shop.open()
    assert shop.do(wanted).period == 1
    assert refused(shop, m.OpenTill(0, 1, 0)).code == "till-open"


def test_the_x_report_counts_everything_and_changes_nothing(shop: Any, pay: Any) -> None:
    shop.open(10_000)
    first = shop.sell(m.Wish("uittreksel", 2), pay=pay["cash"](3500, 5000))
    shop.sell("kaart", "boekje", pay=pay["card"](3495))
    shop.sell("paspoort", pay=pay["later"](8000))
    shop.refund(first, 1, pay=pay["cash"](-1750))
    shop.do(m.Settle(1, "2030-000003", pay["cash"](3000)))
    shop.do(m.MoveCash(0, 1, -5000, "naar de kluis"))
    shop.do(m.MoveCash(0, 1, 2000, "wisselgeld"))
    x = shop.figures()
    assert (x.receipts, x.refunds, x.corrections, x.first, x.last) == (3, 1, 0, "2030-000001", "2030-000004")
    assert x.paid == {"card": 3495, "cash": 3500 - 1750 + 3000, "later": 5000}
    assert x.expected_cents == 10_000 + 4750 - 5000 + 2000
    assert sum(x.paid.values()) == sum(each.cents for each in x.booked)
    assert {each.ledger: each.cents for each in x.booked} == {"8001": 8000, "8003": 1750, "8401": 3000, "8402": 495}
    assert x.taxed == ((9, 495, 41), (21, 3000, 521))
    assert shop.figures() == x


def test_the_z_close_counts_asks_a_remark_for_a_difference_and_is_final(shop: Any, play: Any, pay: Any) -> None:
    shop.open(5000)
    shop.sell("uittreksel", pay=pay["cash"](1750))
    counts = (Count(5000, 1), Count(1000, 1), Count(500, 1), Count(200, 1))
    assert refused(shop, m.CloseTill(0, 1, counts)).facts["difference"] == "€ -0,50"
    play.later(hours=1)
    closed = shop.do(m.CloseTill(0, 1, counts, "muntje gevallen", printer="bon"))
    assert (closed.expected_cents, closed.counted_cents, closed.difference_cents) == (6750, 6700, -50)
    assert (closed.remark, closed.closed_by, closed.closed_at) == ("muntje gevallen", "anna", play.at)
    assert refused(shop, m.CloseTill(0, 1, counts)).code == "till-already-closed"
    assert refused(shop, c.Undo(1)).code == "receipt-stands"
    (job,) = shop.hall.view().print_jobs
    z = papers.report_paper(job.content)
    assert z.till_day == closed
    assert z == shop.figures()


def test_what_comes_after_the_z_close_goes_to_the_next_day(shop: Any, play: Any, pay: Any) -> None:
    shop.open(0)
    shop.do(m.CloseTill(0, 1))
    before = shop.figures()
    late = shop.sell("uittreksel", pay=pay["cash"](1750))
    shop.do(m.MoveCash(0, 1, -1000, "kluis"))
    assert late.period == 2
    assert shop.figures() == before
    play.later(hours=20)
    assert refused(shop, m.MakeReceipt(1, (m.Wish("uittreksel"),), pay["cash"](1750))).code == "till-not-open"
    assert shop.open(5000).number == 2
    x = shop.figures(number=2)
    assert (x.receipts, x.first, x.expected_cents) == (1, late.number, 5000 + 1750 - 1000)
    closing = shop.do(m.CloseTill(0, 1, (Count(5000, 1), Count(500, 1), Count(200, 1), Count(50, 1))))
    assert closing.difference_cents == 0


@pytest.mark.parametrize(
    "wrong",
    [(Count(300, 1),), (Count(100, -1),), (Count(100, 100_000),), (Count(100, 1), Count(100, 1))],
)
def test_a_count_that_cannot_be_is_refused(shop: Any, wrong: tuple[Count, ...]) -> None:
    shop.open(0)
    assert refused(shop, m.CloseTill(0, 1, wrong, "x")).code == "wrong-count"


def test_amounts_that_cannot_be_are_refused(shop: Any) -> None:
    assert refused(shop, m.OpenTill(0, 1, -1)).code == "wrong-amount"
    assert refused(shop, m.OpenTill(0, 1, 10**9)).code == "wrong-amount"
    assert refused(shop, m.OpenTill(9, 1, 0)).code == "no-such-counter"
    shop.open()
    assert refused(shop, m.MoveCash(0, 1, 0, "x")).code == "wrong-amount"
    assert refused(shop, m.MoveCash(0, 1, 100, " ")).code == "reason-missing"
    assert refused(shop, m.OpenDrawer(1, "bon", "")).code == "reason-missing"


def test_no_more_goes_to_the_safe_than_is_in_the_till(shop: Any, pay: Any) -> None:
    shop.open(10_000)
    shop.sell("uittreksel", pay=pay["cash"](1750))
    caught = refused(shop, m.MoveCash(0, 1, -11_751, "kluis"))
    assert (caught.code, caught.facts["most"]) == ("wrong-amount", "€ 117,50")
    shop.do(m.MoveCash(0, 1, -11_750, "kluis"))
    assert shop.figures().expected_cents == 0


def test_a_counter_with_its_own_till_uses_that_one(shop: Any, pay: Any) -> None:
    shop.open(0)
    shop.do(m.OpenTill(2, 2, 0))
    assert shop.sell("uittreksel", pay=pay["cash"](1750)).till == 0
    assert shop.sell("uittreksel", pay=pay["cash"](1750), counter=2).till == 2
    assert (shop.figures(0).expected_cents, shop.figures(2).expected_cents) == (1750, 1750)
    with shop.hall.reading() as connection:
        assert books.tills(connection) == (0, 2)


def test_an_x_report_a_z_copy_and_the_drawer_go_to_the_printer(shop: Any, play: Any) -> None:
    shop.open(0)
    shop.do(m.PrintTill(0, "bon"))
    play.later(minutes=1)
    shop.do(m.OpenDrawer(1, "bon", "wisselen"))
    play.later(minutes=1)
    shop.do(m.CloseTill(0, 1))
    shop.do(m.PrintTill(0, "bon", 1))
    assert [(job.kind, job.copy) for job in shop.hall.view().print_jobs] == [
        ("till", False),
        ("drawer", False),
        ("till", True),
    ]
    assert refused(shop, m.PrintTill(0, "bon", 7)).code == "no-such-till-day"
