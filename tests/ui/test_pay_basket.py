"""What is put together before a receipt is made: pieces, exemptions, ways of paying."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.queue.money.commands import Wish
from balie_app.queue.rules.money import Method, Payment, ReceiptKind, Tariff, amount, demand_paid
from balie_app.queue.rules.refused import Refused
from balie_app.ui.counter.pay_basket import Basket, Paying, change_of, refund_payments

TARIFFS = (
    Tariff("1", 2026, "paspoort", "1.2.1", "Paspoort", 8000, products=("paspoort",)),
    Tariff("2", 2026, "kind", "1.2.2", "Paspoort, tot 18 jaar", 6000, products=("paspoort",)),
    Tariff("3", 2026, "brp", "1.4.1", "Uittreksel", 1750, products=("uittreksel",)),
    Tariff("4", 2026, "gratis", "1.4.2", "Bewijs van in leven zijn", 0),
)


def codes(tariffs: list[Tariff]) -> list[str]:
    return [each.code for each in tariffs]


def test_what_the_visitor_came_for_is_proposed_when_there_is_one_tariff_for_it() -> None:
    basket = Basket(TARIFFS, ("uittreksel",))
    assert basket.wishes("") == (Wish("brp", 1),)
    assert Basket(TARIFFS, ("uittreksel", "uittreksel")).total == 3500


def test_with_several_tariffs_for_a_product_they_stand_first_and_the_clerk_chooses() -> None:
    basket = Basket(TARIFFS, ("paspoort",))
    assert basket.empty
    assert codes(basket.shown(""))[:2] == ["paspoort", "kind"]
    basket.add("gratis", 1)
    assert codes(basket.shown("")) == ["gratis", "paspoort", "kind", "brp"]


def test_words_and_articles_find_a_tariff() -> None:
    basket = Basket(TARIFFS)
    assert codes(basket.shown("uittr")) == ["brp"]
    assert codes(basket.shown("1.2.2")) == ["kind"]
    assert codes(basket.shown("paspoort 18")) == ["kind"]
    assert codes(basket.shown("zeilboot")) == []


def test_pieces_stay_between_none_and_the_most() -> None:
    basket = Basket(TARIFFS)
    basket.add("brp", -1)
    assert basket.empty
    basket.add("brp", 5000)
    assert basket.pieces["brp"] == 999
    basket.add("bestaat-niet", 1)
    assert basket.wishes("") == (Wish("brp", 999),)


def test_what_is_exempt_costs_nothing_and_needs_a_reason() -> None:
    basket = Basket(TARIFFS)
    basket.add("paspoort", 1)
    basket.add("brp", 2)
    assert (basket.total, basket.needs_reason) == (11_500, False)
    basket.turn_exempt("paspoort")
    assert (basket.total, basket.needs_reason) == (3500, True)
    assert basket.wishes("minima") == (Wish("paspoort", 1, "minima"), Wish("brp", 2))
    basket.add("paspoort", -1)
    assert not basket.needs_reason
    basket.turn_exempt("kind")
    assert not basket.exempt


def test_a_tariff_of_nought_needs_a_reason_too() -> None:
    basket = Basket(TARIFFS)
    basket.add("gratis", 1)
    assert basket.needs_reason


@pytest.mark.parametrize(
    ("paying", "parts"),
    [
        (Paying("card", "A1"), (Payment(Method.CARD, 1750, "A1"),)),
        (Paying("cash"), (Payment(Method.CASH, 1750),)),
        (Paying("cash", given="20"), (Payment(Method.CASH, 1750, given=2000),)),
        (Paying("cash", given="17,49"), None),
        (Paying("cash", given="veel"), None),
        (
            Paying("mixed", "A1", "10", "10,00"),
            (Payment(Method.CARD, 1000, "A1"), Payment(Method.CASH, 750, given=1000)),
        ),
        (Paying("mixed", "A1", "", ""), None),
        (Paying("mixed", "A1", "17,51", ""), None),
        (Paying("later"), (Payment(Method.LATER, 1750),)),
    ],
)
def test_the_fields_become_payments_or_nothing(paying: Paying, parts: tuple[Payment, ...] | None) -> None:
    assert paying.payments(1750) == parts


def test_nothing_due_is_no_payment() -> None:
    assert Paying("card").payments(0) == ()
    assert change_of((Payment(Method.CASH, 1750, given=2000), Payment(Method.CARD, 1, "A"))) == 250


ways = st.sampled_from(["card", "cash", "mixed", "later"])
amounts = st.one_of(st.just(""), st.integers(-100, 20_000).map(amount), st.text(max_size=5))


@given(st.integers(0, 20_000), ways, amounts, amounts)
def test_whatever_is_typed_the_payments_come_to_the_total_or_there_are_none(
    total: int, way: str, by_card: str, given_cash: str
) -> None:
    parts = Paying(way, "A1", by_card, given_cash).payments(total)
    if parts is not None:
        try:
            demand_paid(ReceiptKind.RECEIPT, total, parts)
        except Refused as error:
            pytest.fail(error.code)


@given(st.integers(0, 20_000), st.integers(0, 20_000), st.sampled_from(["card", "cash"]))
def test_money_goes_back_first_off_what_is_still_to_be_paid(back: int, open_cents: int, way: str) -> None:
    parts = refund_payments(back, open_cents, way, "A1")
    assert sum(each.cents for each in parts) == -back
    assert sum(-each.cents for each in parts if each.method is Method.LATER) == min(back, open_cents)
    demand_paid(ReceiptKind.REFUND, -back, parts)
