"""A day of the cash desk: the float, what came in and went out, the count at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from balie_app.queue.rules.money import Method, Payment, Receipt, ReceiptKind, paid_in, taxed
from balie_app.queue.rules.refused import Refused

DENOMINATIONS = (
    *(50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500),
    *(200, 100, 50, 20, 10, 5, 2, 1),
)
"""Notes and coins, in cents."""
MOST_COUNTED = 99_999
COMMON = 0
"""The number of the till that all counters share; other tills have the number of their counter."""


class MoveKind(StrEnum):
    """Money that moves without a receipt of its own."""

    SETTLED = "settled"
    """A receipt that was to be paid later is paid."""
    TAKEN_OUT = "taken-out"
    PUT_IN = "put-in"


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of one note or coin."""

    cents: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Move:
    """Money that came in or went out without a new receipt."""

    id: str
    kind: MoveKind
    receipt: str
    till: int
    period: int
    day: date
    at: datetime
    counter: int
    clerk: str
    payments: tuple[Payment, ...]
    note: str = ""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class TillDay:
    """One day of one till, from opening to Z close. After the close nothing of it changes any more."""

    id: str
    """Till and number, such as "4/12"."""
    till: int
    number: int
    """The days of a till are numbered from 1, without gaps."""
    day: date
    opened_at: datetime
    opened_by: str
    float_cents: int
    closed_at: datetime | None = None
    closed_by: str = ""
    counted: tuple[Count, ...] = ()
    expected_cents: int = 0
    counted_cents: int = 0
    remark: str = ""
    revision: int = 1

    @property
    def difference_cents(self) -> int:
        """What was counted above (or, below nought, under) what should be there."""
        return self.counted_cents - self.expected_cents


@dataclass(frozen=True, slots=True)
class Booked:
    """What belongs to one ledger code."""

    ledger: str
    pieces: int
    cents: int
    vat_cents: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a till so far (X) or at its close (Z)."""

    till: int
    number: int
    at: datetime
    till_day: TillDay | None
    """None: not opened yet; what was booked waits for the next day."""
    receipts: int
    refunds: int
    corrections: int
    first: str
    last: str
    paid: dict[str, int] = field(default_factory=dict)
    """By way of paying, in cents; settled receipts included."""
    out_cents: int = 0
    in_cents: int = 0
    expected_cents: int = 0
    """Cash that should be in the drawer."""
    booked: tuple[Booked, ...] = ()
    taxed: tuple[tuple[int, int, int], ...] = ()
    """(VAT percentage, amount with VAT, VAT in it)."""


def name_of(till: int) -> str:
    """What people call a till."""
    return f"kas {till}" if till else "de kas van de hal"


def counted_cents(counts: Sequence[Count]) -> int:
    """What was counted. Refused when a note or coin does not exist, or is counted twice."""
    for each in counts:
        if each.cents not in DENOMINATIONS or not 0 <= each.pieces <= MOST_COUNTED:
            raise Refused("wrong-count", most=MOST_COUNTED)
    if len({each.cents for each in counts}) < len(counts):
        raise Refused("wrong-count", most=MOST_COUNTED)
    return sum(each.cents * each.pieces for each in counts)


def report(
    till: int, number: int, at: datetime, opened: TillDay | None, receipts: Sequence[Receipt], moves: Sequence[Move]
) -> Report:
    """The figures of one till day, from its receipts (in their order) and moves."""
    paid = {each.value: sum(paid_in(receipt.payments, each) for receipt in receipts) for each in Method}
    for move in moves:
        for payment in move.payments if move.kind is MoveKind.SETTLED else ():
            paid[payment.method] += payment.cents
    out, back = (_moved(moves, kind) for kind in (MoveKind.TAKEN_OUT, MoveKind.PUT_IN))
    lines = [line for receipt in receipts for line in receipt.lines]
    return Report(
        till=till,
        number=number,
        at=at,
        till_day=opened,
        receipts=sum(each.kind is ReceiptKind.RECEIPT for each in receipts),
        refunds=sum(each.kind is ReceiptKind.REFUND for each in receipts),
        corrections=sum(each.kind is ReceiptKind.CORRECTION for each in receipts),
        first=receipts[0].number if receipts else "",
        last=receipts[-1].number if receipts else "",
        paid=paid,
        out_cents=out,
        in_cents=back,
        expected_cents=(opened.float_cents if opened else 0) + paid[Method.CASH] + out + back,
        booked=booked(receipts),
        taxed=taxed(lines),
    )


def _moved(moves: Iterable[Move], kind: MoveKind) -> int:
    return sum(payment.cents for move in moves if move.kind is kind for payment in move.payments)


def booked(receipts: Iterable[Receipt]) -> tuple[Booked, ...]:
    """What each ledger code gets."""
    found: dict[str, Booked] = {}
    for line in (line for receipt in receipts for line in receipt.lines):
        so_far = found.get(line.ledger, Booked(line.ledger, 0, 0, 0))
        found[line.ledger] = Booked(
            line.ledger,
            so_far.pieces + line.quantity,
            so_far.cents + line.cents,
            so_far.vat_cents + line.vat_cents,
        )
    return tuple(found[ledger] for ledger in sorted(found))
