"""Amounts are exact whatever is sold, refunded, corrected and paid later, in whatever order."""

from __future__ import annotations

import ast
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import balie_app
from balie_app.queue.money import commands as m
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.money import Method, Payment, amount, cents_of, euro, left_of, vat_in
from balie_app.queue.rules.refused import Refused

PACKAGE = Path(balie_app.__file__).parent
MODULES = sorted(
    [
        *(PACKAGE / "queue" / "money").glob("*.py"),
        *(PACKAGE / "queue" / "rules" / name for name in ("money.py", "till.py")),
        *(PACKAGE / "queue" / "desk" / name for name in ("receipts.py", "till.py", "tariffs.py")),
        PACKAGE / "queue" / "ctl" / "money.py",
        *(PACKAGE / "printing").glob("money*.py"),
        *(PACKAGE / "ui" / "counter").glob("pay*.py"),
        *(PACKAGE / "ui" / "counter").glob("till*.py"),
    ]
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_module_about_money_knows_floating_numbers(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), ast.dump(node)
        assert not (isinstance(node, ast.Name) and node.id in {"float", "round"}), ast.dump(node)
        assert not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and _numbers(node)), ast.dump(node)


def _numbers(node: ast.BinOp) -> bool:
    """Whether it may be a division: paths are joined with the same sign."""
    return not any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in (node.left, node.right))


@given(st.integers(-(10**11), 10**11))
def test_an_amount_written_and_read_again_is_the_same(cents: int) -> None:
    assert cents_of(amount(cents)) == cents
    assert euro(cents) == f"€ {amount(cents)}"


@pytest.mark.parametrize(
    ("text", "cents"),
    [("12", 1200), ("12,50", 1250), ("12.50", 1250), ("1.234,50", 123_450), ("€ 5,-", 500), ("€5,00", 500), ("0", 0)],
)
def test_amounts_are_read_as_people_write_them(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize(
    "text", ["", "twaalf", "1,2", "1,234", "12,5,0", "1e3", "nan", "--5", "12 50", "1234567890", "١٢"]
)
def test_what_is_no_amount_is_not_guessed(text: str) -> None:
    assert cents_of(text) is None


@given(st.integers(-(10**9), 10**9), st.integers(0, 100))
def test_vat_is_the_nearest_cent_and_the_same_both_ways(cents: int, percent: int) -> None:
    vat = vat_in(cents, percent)
    assert vat_in(-cents, percent) == -vat
    assert abs(vat * (100 + percent) - cents * percent) * 2 <= 100 + percent


steps = st.lists(
    st.tuples(
        st.sampled_from(["sell", "sell", "refund", "correct", "settle"]),
        st.lists(
            st.tuples(st.sampled_from(["paspoort", "uittreksel", "kaart"]), st.integers(1, 4), st.booleans()),
            min_size=1,
            max_size=3,
        ),
        st.integers(0, 7),
        st.integers(0, 100),
        st.integers(0, 100),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_lines_total_and_payments_are_always_equal_and_refunds_never_exceed(shop: Any, history: Any) -> None:
    if shop.figures().till_day is None:  # one hall for all histories: what must hold, holds for all of them together
        shop.open()
    for step in history:
        with suppress(Refused):  # what goes too far is refused; what is not refused must be exact
            _play(shop, *step)
    _assert_exact(shop)


def _play(shop: Any, what: str, wanted: Any, which: int, part: int, share: int) -> None:
    known = shop.receipts()
    wishes = tuple(m.Wish(code, count, "minima" if free else "") for code, count, free in wanted)
    if what == "sell" or not known:
        prices = {"paspoort": 8000, "uittreksel": 1750, "kaart": 495}
        total = sum(prices[each.tariff] * each.quantity for each in wishes if not each.exempt)
        shop.do(m.MakeReceipt(1, wishes, _split(total, part, share)))
        return
    about = known[which % len(known)]
    if what == "settle":
        shop.do(m.Settle(1, about.number, _split(max(1, shop.outstanding(about.first) * part // 100), 100, share)))
    elif what == "refund":
        left = left_of(about, known)
        pieces = tuple(most * part // 100 for most in left)
        total = -sum(line.cents // line.quantity * count for line, count in zip(about.lines, pieces, strict=True))
        shop.do(m.Refund(1, about.number, pieces, "dubbel", _split(total, part, share)))
    else:
        shop.do(m.Correct(1, about.number, wishes, "anders", _split(_difference(about, known, wishes), part, share)))


def _difference(about: Any, known: Any, wishes: Any) -> int:
    prices = {"paspoort": 8000, "uittreksel": 1750, "kaart": 495}
    back = sum(
        line.cents // line.quantity * left
        for line, left in zip(about.lines, left_of(about, known), strict=True)
        if left
    )
    new = sum(prices[each.tariff] * each.quantity for each in wishes if not each.exempt)
    return int(new - back)


def _split(total: int, part: int, share: int) -> tuple[Payment, ...]:
    """A total as card, cash and later: cut with whole numbers, so that it adds up."""
    now = total * part // 100
    card = now * share // 100
    cut = ((Method.CARD, card), (Method.CASH, now - card), (Method.LATER, total - now))
    return tuple(Payment(way, cents, "A1" if way is Method.CARD else "") for way, cents in cut if cents)


def _assert_exact(shop: Any) -> None:
    receipts = shop.receipts()
    assert [each.serial for each in receipts] == list(range(1, len(receipts) + 1))
    for each in receipts:
        assert sum(line.cents for line in each.lines) == each.total_cents
        assert sum(payment.cents for payment in each.payments) == each.total_cents
        assert all(
            0 <= left <= max(0, line.quantity) for left, line in zip(left_of(each, receipts), each.lines, strict=True)
        )
    for first in {each.first for each in receipts}:
        assert shop.outstanding(first) >= 0
        assert shop.paid(first) >= 0
        total = sum(each.total_cents for each in receipts if each.first == first)
        assert shop.paid(first) + shop.outstanding(first) == total >= 0
    figures = shop.figures()
    assert sum(figures.paid.values()) == sum(each.total_cents for each in receipts)
    assert sum(each.cents for each in figures.booked) == sum(each.total_cents for each in receipts)
    with shop.hall.reading() as connection:
        assert first_difference(connection) is None
