"""A hall with tariffs, a clerk at counter 1 and, on request, an open till."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.money import books
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import Method, Payment, Receipt, Tariff, TariffKind, paid_in
from balie_app.queue.rules.till import Report

YEAR = 2030


def tariff(code: str, cents: int, **rest: Any) -> Tariff:
    given: dict[str, Any] = {
        "article": f"1.{len(code)}",
        "description": code.capitalize(),
        "ledger": "8001",
        "year": YEAR,
    } | rest
    return Tariff(id="", code=code, cents=cents, **given)


TARIFFS = (
    tariff("paspoort", 8000, products=("paspoort",), ready_days=5),
    tariff("uittreksel", 1750, ledger="8003"),
    tariff("gratis", 0, ledger="8003"),
    tariff("kaart", 495, kind=TariffKind.SALE, vat_percent=9, ledger="8402"),
    tariff("boekje", 3000, kind=TariffKind.SALE, vat_percent=21, ledger="8401"),
)


class Shop:
    """A counter where people pay."""

    def __init__(self, play: Any) -> None:
        self.play = play
        self.hall = play.hall
        play.open((1, "anna"), (2, "bram"))
        play.do(m.SetTariffs(YEAR, TARIFFS))

    def do(self, command: c.Command) -> Any:
        return self.play.do(command)

    def open(self, cents: int = 10_000, till: int = 0) -> Any:
        return self.do(m.OpenTill(till, 1, cents))

    def sell(self, *wishes: m.Wish | str, pay: tuple[Payment, ...] | None = None, **rest: Any) -> Receipt:
        """A receipt for these, paid by card when nothing else is said."""
        lines = tuple(m.Wish(each) if isinstance(each, str) else each for each in wishes)
        if pay is None:
            prices = {each.code: each.cents for each in TARIFFS}
            pay = card(sum(prices[each.tariff] * each.quantity for each in lines if not each.exempt))
        made: Receipt = self.do(m.MakeReceipt(rest.pop("counter", 1), lines, pay, **rest))
        return made

    def refund(self, receipt: Receipt, *pieces: int, pay: tuple[Payment, ...], reason: str = "dubbel") -> Receipt:
        made: Receipt = self.do(m.Refund(1, receipt.number, pieces, reason, pay))
        return made

    def figures(self, till: int = 0, number: int = 1) -> Report:
        with self.hall.looking() as work:
            return books.report_of(work.connection, till, number, work.now)

    def receipts(self) -> list[Receipt]:
        with self.hall.reading() as connection:
            return books.receipts(connection)

    def outstanding(self, number: str) -> int:
        with self.hall.reading() as connection:
            return books.outstanding(connection, number)

    def paid(self, first: str) -> int:
        """What came in by card and cash on a first receipt and all that go back to it."""
        with self.hall.reading() as connection:
            lists = [each.payments for each in books.chain(connection, first)]
            lists += [each.payments for each in books.settled(connection, first)]
        return sum(paid_in(each, way) for each in lists for way in (Method.CARD, Method.CASH))


def card(cents: int) -> tuple[Payment, ...]:
    return (Payment(Method.CARD, cents, "A12345"),) if cents else ()


def cash(cents: int, given: int | None = None) -> tuple[Payment, ...]:
    return (Payment(Method.CASH, cents, given=given),)


def later(cents: int) -> tuple[Payment, ...]:
    return (Payment(Method.LATER, cents),)


@pytest.fixture
def shop(play: Any) -> Shop:
    return Shop(play)


@pytest.fixture
def pay() -> dict[str, Callable[..., tuple[Payment, ...]]]:
    return {"card": card, "cash": cash, "later": later}
