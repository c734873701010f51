"""Money without a window: every word of docs/ctl.md about tariffs, receipts and the cash desk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balie_app import paths
from balie_app.queue.ctl import money

PAGE = paths.resources().parent / "docs" / "ctl.md"
TARIFFS = [
    {
        "code": "paspoort",
        "article": "1.2.1",
        "description": "Paspoort",
        "cents": 8000,
        "ledger": "8001",
        "products": ["paspoort-aanvragen"],
        "ready_days": 5,
    },
    {"code": "kaart", "article": "V.1", "description": "Kaart", "cents": 495, "kind": "sale", "vat_percent": 9},
]
CARD = {"method": "card", "cents": 8000, "reference": "A1"}


@pytest.fixture
def shop(talk: Any) -> Any:
    """A session with tariffs and a clerk at counter 1."""
    clerk = talk.ok("hall")["hall"]["clerks"][0]["code"]
    assert talk.ok("set-tariffs", "09:00", year=2026, tariffs=TARIFFS) == {"year": 2026, "count": 2}
    if talk.ok("counters")["counters"][0]["state"] != "open":
        talk.ok("open-counter", counter=1, clerk=clerk)
    return talk


@pytest.mark.parametrize("word", [*money.CHANGES, *money.QUESTIONS])
def test_every_word_stands_in_the_contract(word: str) -> None:
    assert f"`{word}`" in Path(PAGE).read_text(encoding="utf-8")


def test_a_day_of_money_from_tariffs_to_z(shop: Any) -> None:
    assert [each["code"] for each in shop.ok("tariffs", product="paspoort-aanvragen")["tariffs"]] == ["paspoort"]
    opened = shop.ok("open-till", float_cents=10_000)["till"]
    assert (opened["state"], opened["till_day"], opened["expected_cents"]) == ("open", 1, 10_000)
    lines = [{"tariff": "paspoort", "quantity": 2}, {"tariff": "kaart"}]
    parts = [
        {**CARD, "cents": 10_000},
        {"method": "cash", "cents": 5000, "given": 5000},
        {"method": "later", "cents": 1495},
    ]
    made = shop.ok("make-receipt", counter=1, lines=lines, payments=parts, printer="bon", note="twee\nregels")[
        "receipt"
    ]
    assert (made["number"], made["total_cents"], made["vat_cents"]) == ("2026-000001", 16_495, 41)
    assert (made["ready_on"], made["outstanding_cents"], made["about"]) == ("2026-03-09", 1495, None)
    assert [each["number"] for each in shop.ok("open-receipts")["receipts"]] == [made["number"]]
    paid = [{"method": "cash", "cents": 1495, "given": 2000}]
    assert shop.ok("settle", counter=1, receipt=made["number"], payments=paid)["receipt"]["outstanding_cents"] == 0
    back = [{"method": "cash", "cents": -8000}]
    refund = shop.ok("refund", counter=1, receipt=made["number"], pieces=[1, 0], reason="dubbel", payments=back)
    assert (refund["receipt"]["kind"], refund["receipt"]["about"]) == ("refund", made["number"])
    fixed = shop.ok(
        "correct",
        counter=1,
        receipt=made["number"],
        lines=[{"tariff": "paspoort"}],
        reason="geen kaart",
        payments=[{"method": "cash", "cents": -495}],
    )["receipt"]
    assert (fixed["total_cents"], fixed["lines"][0]["of"]) == (-495, 0)
    assert len(shop.ok("receipts")["receipts"]) == 3
    assert shop.ok("receipt", receipt=fixed["number"])["receipt"] == fixed
    shop.ok("copy-receipt", receipt=made["number"], printer="bon")
    shop.ok("print-till", printer="bon")
    shop.ok("open-drawer", counter=1, printer="bon", reason="wisselen")
    assert shop.ok("move-cash", cents=-5000, reason="kluis")["till"]["out_cents"] == -5000
    x = shop.ok("till")["till"]
    assert x["paid"] == {"card": 10_000, "cash": -2000, "later": 0}
    assert x["expected_cents"] == 10_000 - 2000 - 5000
    assert shop.no("close-till", counts=[])[0] == "remark-missing"
    z = shop.ok("close-till", counts=[{"cents": 1000, "pieces": 3}])["till"]
    assert (z["state"], z["difference_cents"]) == ("closed", 0)
    assert shop.ok("till", number=1)["till"] == z
    assert shop.no("close-till", counts=[])[0] == "till-already-closed"
    assert shop.ok("till", counter=1)["till"]["state"] == "not-open"
    assert shop.no("undo", counter=1)[0] == "receipt-stands"


@pytest.mark.parametrize(
    ("do", "fields", "field"),
    [
        ("make-receipt", {"counter": 1}, "lines"),
        ("make-receipt", {"counter": 1, "lines": [{"tariff": "x", "cents": 5}]}, "lines[0].cents"),
        (
            "make-receipt",
            {"counter": 1, "lines": [], "payments": [{"method": "pas", "cents": 1}]},
            "payments[0].method",
        ),
        (
            "make-receipt",
            {"counter": 1, "lines": [], "payments": [{"method": "card", "cents": 80.0}]},
            "payments[0].cents",
        ),
        ("make-receipt", {"counter": 1, "lines": [], "note": "\x1b@"}, "note"),
        ("make-receipt", {"counter": 1, "lines": [], "note": "x" * 5001}, "note"),
        ("make-receipt", {"counter": 1, "lines": [], "ready_on": "2026-03-02T10:00:00Z"}, "ready_on"),
        ("set-tariffs", {"year": 2026, "tariffs": [{**TARIFFS[0], "cents": "80"}]}, "tariffs[0].cents"),
        ("set-tariffs", {"year": 2026, "tariffs": {}}, "tariffs"),
        ("refund", {"counter": 1, "receipt": "x", "pieces": 1}, "pieces"),
        ("close-till", {}, "counts"),
        ("till", {"till": "hal"}, "till"),
    ],
)
def test_a_wrong_field_is_named(shop: Any, do: str, fields: dict[str, Any], field: str) -> None:
    code, facts = shop.no(do, **fields)
    assert (code, facts["field"]) == ("bad-request", field)


def test_refusals_of_money_have_their_own_codes(shop: Any) -> None:
    line = [{"tariff": "paspoort"}]
    assert shop.no("set-tariffs", year=2026, tariffs=[{**TARIFFS[0], "cents": -1}])[0] == "wrong-tariff"
    assert shop.no("set-tariffs", year=2026, tariffs=[{**TARIFFS[0], "year": 2025}])[0] == "wrong-tariff"
    assert (
        shop.no("make-receipt", counter=1, lines=[{"tariff": "paspoort", "year": 2025}])[0] == "tariff-of-another-year"
    )
    assert shop.no("make-receipt", counter=1, lines=[{"tariff": "boot"}])[0] == "no-such-tariff"
    assert (
        shop.no("make-receipt", counter=1, lines=line, payments=[{"method": "cash", "cents": 8000}])[0]
        == "till-not-open"
    )
    shop.ok("close-counter", counter=2)
    assert shop.no("make-receipt", counter=2, lines=line, payments=[CARD])[0] == "counter-closed"
    assert shop.no("receipt", receipt="2026-000001")[0] == "no-such-receipt"
    assert shop.no("till", number=5)[0] == "no-such-till-day"
    assert shop.no("purge-receipts", year=2026)[0] == "too-young-to-purge"
    assert shop.ok("purge-receipts", year=2001) == {"count": 0}
