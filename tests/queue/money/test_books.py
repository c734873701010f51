"""The books for the finance department: debit is credit, every line is there, nothing is a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from balie_app.queue.money import commands as m
from balie_app.queue.money.export import LEDGER, RECEIPTS, ledger_csv, receipts_csv
from balie_app.queue.rules.money import cents_of
from balie_app.queue.rules.till import Count

DAY = date(2030, 1, 14)


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def a_day(shop: Any, pay: Any) -> None:
    shop.open(10_000)
    first = shop.sell(m.Wish("uittreksel", 2), "kaart", pay=pay["cash"](3000) + pay["card"](995))
    shop.sell("boekje", "paspoort", pay=pay["later"](11_000))
    shop.refund(first, 1, 1, pay=pay["cash"](-2245), reason="=2+5")
    shop.do(m.Settle(1, "2030-000002", pay["card"](5000)))
    shop.do(m.MoveCash(0, 1, -5000, "naar de kluis"))
    shop.do(m.CloseTill(0, 1, (Count(5000, 1), Count(500, 1), Count(200, 1), Count(50, 1)), "@kwijt"))


def test_debit_is_credit_on_every_day_of_the_till(shop: Any, pay: Any) -> None:
    a_day(shop, pay)
    with shop.hall.reading() as connection:
        found = rows(ledger_csv(connection, DAY, DAY))
    assert tuple(found[0]) == LEDGER
    debit, credit = (sum(cents_of(row[side]) or 0 for row in found) for side in ("debet", "credit"))
    assert debit == credit > 0
    by_ledger = {
        row["grootboek"]: (row["debet"], row["credit"]) for row in found if row["omschrijving"] != "Kasverschil"
    }
    assert by_ledger["8003"] == ("", "17,50")
    assert by_ledger["8401"] == ("", "24,79")
    assert by_ledger["BTW21"] == ("", "5,21")
    assert by_ledger["LATER"] == ("60,00", "")
    assert by_ledger["PIN"] == ("59,95", "")
    assert {row["omschrijving"] for row in found if row["grootboek"] == "KASVERSCHIL"} == {"'@kwijt"}


def test_every_line_of_every_receipt_is_in_the_list(shop: Any, pay: Any) -> None:
    a_day(shop, pay)
    with shop.hall.reading() as connection:
        found = rows(receipts_csv(connection, DAY, DAY))
    assert tuple(found[0]) == RECEIPTS
    assert [(row["bon"], row["bedrag"], row["btw"]) for row in found] == [
        ("2030-000001", "35,00", ""),
        ("2030-000001", "4,95", "0,41"),
        ("2030-000002", "30,00", "5,21"),
        ("2030-000002", "80,00", ""),
        ("2030-000003", "-17,50", ""),
        ("2030-000003", "-4,95", "-0,41"),
    ]
    assert found[4]["bij bon"] == "2030-000001"
    assert {row["medewerker"] for row in found} == {"anna"}


def test_a_day_without_money_is_only_a_header(shop: Any) -> None:
    with shop.hall.reading() as connection:
        assert rows(ledger_csv(connection, DAY, DAY)) == []


def test_a_text_that_looks_like_a_formula_is_made_harmless(shop: Any, pay: Any) -> None:
    shop.sell(m.Wish("paspoort", 1, '=HYPERLINK("http://x")'))
    with shop.hall.reading() as connection:
        (row,) = rows(receipts_csv(connection, DAY, DAY))
    assert row["vrijstelling"] == '\'=HYPERLINK("http://x")'
