"""What stands on paper about money, kept with the print job, so that printing needs no second look at the books."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from balie_app.queue.rules.money import Method, Payment, Receipt
from balie_app.queue.rules.till import Booked, Report, TillDay
from balie_app.queue.store.records import plain, unplain

RECEIPT, TILL, DRAWER = "receipt", "till", "drawer"
"""Kinds of print jobs."""


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A receipt on paper."""

    receipt: Receipt
    about_day: date | None = None
    """When the receipt that this one is about was made."""
    settled: tuple[Payment, ...] = ()
    """What was paid on it later."""
    open_cents: int = 0
    """What is still to be paid on it."""
    drawer: bool = False
    """Whether the drawer opens."""


def receipt_text(paper: ReceiptPaper) -> str:
    """The paper as the text that a print job keeps."""
    found = {
        "receipt": plain(paper.receipt),
        "about_day": paper.about_day.isoformat() if paper.about_day else None,
        "settled": [asdict(each) for each in paper.settled],
        "open_cents": paper.open_cents,
        "drawer": paper.drawer,
    }
    return json.dumps(found, ensure_ascii=False)


def receipt_paper(text: str) -> ReceiptPaper:
    """The inverse of :func:`receipt_text`."""
    data: dict[str, Any] = json.loads(text)
    return ReceiptPaper(
        receipt=Receipt(**unplain(Receipt, data["receipt"])),
        about_day=date.fromisoformat(data["about_day"]) if data["about_day"] else None,
        settled=tuple(Payment(**{**each, "method": Method(each["method"])}) for each in data["settled"]),
        open_cents=data["open_cents"],
        drawer=data["drawer"],
    )


def without_drawer(text: str) -> str:
    """The same receipt on paper, at a printer that is not the drawer's."""
    return receipt_text(replace(receipt_paper(text), drawer=False))


def report_text(report: Report) -> str:
    """The figures of a till as the text that a print job keeps."""
    opened = None if report.till_day is None else plain(report.till_day)
    numbers = {name: getattr(report, name) for name in _PLAIN}
    booked = [asdict(each) for each in report.booked]
    at = report.at.isoformat()
    return json.dumps({**numbers, "at": at, "till_day": opened, "booked": booked, "taxed": report.taxed})


def report_paper(text: str) -> Report:
    """The inverse of :func:`report_text`."""
    data: dict[str, Any] = json.loads(text)
    opened = data["till_day"]
    return Report(
        **{name: data[name] for name in _PLAIN},
        at=datetime.fromisoformat(data["at"]).astimezone(UTC),
        till_day=None if opened is None else TillDay(**unplain(TillDay, opened)),
        booked=tuple(Booked(**each) for each in data["booked"]),
        taxed=tuple((percent, cents, vat) for percent, cents, vat in data["taxed"]),
    )


_PLAIN = (
    *("till", "number", "receipts", "refunds", "corrections", "first", "last", "paid"),
    *("out_cents", "in_cents", "expected_cents"),
)
