"""What can be done with money, as values. The names are those of ``balie ctl``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from balie_app.queue.commands import Command
from balie_app.queue.rules.money import Payment, Tariff
from balie_app.queue.rules.till import Count


@dataclass(frozen=True, slots=True)
class Wish:
    """A line as it is entered: so many of a tariff."""

    tariff: str
    """Its code."""
    quantity: int = 1
    exempt: str = ""
    """Why nothing is charged for it."""
    year: int | None = None
    """None: this year; of a correction the year of the first receipt. Another year is refused."""


@dataclass(frozen=True, slots=True)
class SetTariffs(Command):
    """Give a year its table of tariffs, in place of the one it had. Answers how many there are."""

    year: int
    tariffs: tuple[Tariff, ...]


@dataclass(frozen=True, slots=True)
class MakeReceipt(Command):
    """A receipt at a counter. Answers the Receipt."""

    counter: int
    lines: tuple[Wish, ...]
    payments: tuple[Payment, ...] = ()
    ticket: str | None = None
    """None: that of the visitor at the counter, if any."""
    reason: str = ""
    """Why nothing is to be paid; only asked when that is so and no line says it."""
    note: str = ""
    ready_on: date | None = None
    """None: from the working days of the tariffs."""
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class Settle(Command):
    """Pay what was to be paid later. Answers the Move."""

    counter: int
    receipt: str
    payments: tuple[Payment, ...]
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class Refund(Command):
    """Give money back on a receipt of its own. Answers that Receipt."""

    counter: int
    receipt: str
    pieces: tuple[int, ...]
    """How many of each of its lines; 0 keeps a line."""
    reason: str
    payments: tuple[Payment, ...]
    note: str = ""
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class Correct(Command):
    """Take back what is left of a receipt and put other lines, or another way of paying, in its place."""

    counter: int
    receipt: str
    lines: tuple[Wish, ...]
    reason: str
    payments: tuple[Payment, ...]
    """What is still to be paid (or, below nought, paid back) beyond what the first receipt brought in."""
    note: str = ""
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class CopyReceipt(Command):
    """Print a receipt again, marked as a copy."""

    receipt: str
    printer: str


@dataclass(frozen=True, slots=True)
class OpenTill(Command):
    """Begin a day of the cash desk. Answers the TillDay."""

    till: int
    counter: int
    float_cents: int


@dataclass(frozen=True, slots=True)
class MoveCash(Command):
    """Put cash in the till, or (below nought) take it out, other than for a receipt. Answers the Move."""

    till: int
    counter: int
    cents: int
    reason: str


@dataclass(frozen=True, slots=True)
class CloseTill(Command):
    """The Z close: count, difference, and the end of this day of the cash desk. Answers the TillDay."""

    till: int
    counter: int
    counts: tuple[Count, ...] = field(default_factory=tuple)
    remark: str = ""
    printer: str | None = None


@dataclass(frozen=True, slots=True)
class PrintTill(Command):
    """Print the X report as it is now; of a closed day (``number``) its Z report again, as a copy."""

    till: int
    printer: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class OpenDrawer(Command):
    """Open the drawer without a receipt."""

    counter: int
    printer: str
    reason: str


@dataclass(frozen=True, slots=True)
class PurgeReceipts(Command):
    """Destroy a part of the receipts and till days of a year that need not be kept any longer.

    Answers how many records went; repeat it until that is nought.
    """

    year: int
