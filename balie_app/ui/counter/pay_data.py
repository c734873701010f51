"""What the money panels ask the hall before they open; each runs on the store thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from balie_app.queue.desk.till import drawer_for
from balie_app.queue.hall import Hall
from balie_app.queue.money import books
from balie_app.queue.rules.money import Receipt, Tariff
from balie_app.queue.rules.till import Report

LATEST = 100
"""Receipts that the panel offers; older ones are found in balie ctl."""


@dataclass(frozen=True, slots=True)
class Prices:
    """The table of this year."""

    year: int
    tariffs: tuple[Tariff, ...]
    cash: bool
    """Whether a till takes cash now."""


@dataclass(frozen=True, slots=True)
class Known:
    """A receipt that was made, with what can still be done about it."""

    receipt: Receipt
    left: tuple[int, ...]
    """Pieces of each line that were not taken back."""
    open_cents: int
    """Still to be paid, on it and what it began with."""

    def back_cents(self, pieces: Sequence[int]) -> int:
        """What so many of each line come to."""
        lines = zip(self.receipt.lines, pieces, strict=True)
        return sum(0 if line.exempt else line.unit_cents * count for line, count in lines)


def latest(hall: Hall) -> tuple[Known, ...]:
    """The latest receipts, newest first."""
    with hall.reading() as connection:
        found = books.latest_receipts(connection, LATEST)
        return tuple(Known(*each) for each in books.standing(connection, found))


def prices(hall: Hall, counter: int) -> Prices:
    """What can be paid at this counter today."""
    with hall.looking() as work:
        here = drawer_for(work, counter)
        found = books.tariffs(work.connection, work.day.year)
        return Prices(work.day.year, found, here.open_day is not None or here.closed_today)


def till_now(hall: Hall, counter: int) -> Report:
    """The till of this counter as it stands: the X report, or one without a day when it is not open."""
    with hall.looking() as work:
        here = drawer_for(work, counter)
        return books.report_of(work.connection, here.till, here.number, work.now)
