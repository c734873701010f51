"""Receipts at a counter: made, paid later, refunded, corrected, printed again. A receipt never changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from balie_app.queue.desk.paper import queue_paper
from balie_app.queue.desk.till import Drawer, clerk_at, demand_cash, drawer_for, new_move
from balie_app.queue.money import books, papers
from balie_app.queue.money import commands as m
from balie_app.queue.money.calendar import closed_days, working_days_after
from balie_app.queue.rules.money import (
    MOST_LINES,
    Line,
    Method,
    Payment,
    Receipt,
    ReceiptKind,
    Tariff,
    demand_paid,
    euro,
    kept_text,
    left_of,
    number_of,
    paid_in,
    priced,
    taken_back,
    tariff_id,
    total_of,
)
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import Move, MoveKind
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work

FARTHEST_READY = 365
"""Days."""


def make_receipt(work: Work, command: m.MakeReceipt) -> Receipt:
    """A receipt for a visitor: priced by this year's table, paid to the cent, numbered in the same step."""
    chosen = [_tariff(work, wish, work.day.year) for wish in command.lines]
    lines = _priced(chosen, command.lines)
    if not lines:
        raise Refused("no-lines", most=MOST_LINES)
    total = total_of(lines)
    _demand_why_nothing(lines, total, command.reason)
    demand_paid(ReceiptKind.RECEIPT, total, command.payments)
    receipt = _new(work, ReceiptKind.RECEIPT, command.counter, lines, command.payments)
    receipt = replace(
        receipt,
        ticket=_ticket(work, command),
        first=receipt.number,
        reason=kept_text(command.reason),
        note=kept_text(command.note),
        ready_on=_ready_on(work, chosen) if command.ready_on is None else _told(work, command.ready_on),
    )
    return _keep(work, receipt, command.printer, None)


def refund(work: Work, command: m.Refund) -> Receipt:
    """Money back, on a receipt of its own that refers to the first."""
    about = _receipt(work, command.receipt)
    left = left_of(about, books.chain(work.connection, about.first))
    asked = command.pieces
    if (
        len(asked) != len(left)
        or not any(asked)
        or any(not 0 <= n <= most for n, most in zip(asked, left, strict=True))
    ):
        raise Refused("refund-too-much", receipt=about.number)
    lines = tuple(taken_back(about.lines[index], index, pieces) for index, pieces in enumerate(asked) if pieces)
    demand_paid(ReceiptKind.REFUND, total_of(lines), command.payments)
    return _follow(work, ReceiptKind.REFUND, about, command, lines)


def correct(work: Work, command: m.Correct) -> Receipt:
    """What is left of a receipt taken back, and other lines or another way of paying in its place.

    Fees are due by the table of the year in which they were asked for: that of the first receipt, also in January.
    """
    about = _receipt(work, command.receipt)
    left = left_of(about, books.chain(work.connection, about.first))
    if not any(left):
        raise Refused("refund-too-much", receipt=about.number)
    back = tuple(taken_back(about.lines[index], index, pieces) for index, pieces in enumerate(left) if pieces)
    year = _receipt(work, about.first).year
    lines = back + _priced([_tariff(work, wish, year) for wish in command.lines], command.lines)
    demand_paid(ReceiptKind.CORRECTION, total_of(lines), command.payments)
    return _follow(work, ReceiptKind.CORRECTION, about, command, lines)


def settle(work: Work, command: m.Settle) -> Move:
    """What was to be paid later is paid, or a part of it."""
    about = _receipt(work, command.receipt)
    still = books.outstanding(work.connection, about.first)
    paid = sum(payment.cents for payment in command.payments)
    demand_paid(ReceiptKind.RECEIPT, paid, command.payments)
    if not 0 < paid <= still or paid_in(command.payments, Method.LATER):
        raise Refused("not-outstanding", receipt=about.number, left=euro(still))
    found = _drawer(work, command.counter, command.payments)
    payments = (*command.payments, Payment(Method.LATER, -paid))
    move = replace(new_move(work, MoveKind.SETTLED, found, command.counter, payments), receipt=about.first)
    _demand_clerk(move.clerk, command.counter)
    if command.printer is not None:
        before = [each for move in books.settled(work.connection, about.first) for each in move.payments]
        drawer = _drawer_opens(command.payments)
        first = _receipt(work, about.first)
        _queue(work, command.printer, first, (*before, *payments), still - paid, drawer, copy=True)
    work.say("settled", about.ticket or None, command.counter, receipt=about.number, cents=paid)
    return work.put(move)


def copy_receipt(work: Work, command: m.CopyReceipt) -> PrintRecord:
    """The same receipt on paper once more, with the same number, marked as a copy."""
    receipt = _receipt(work, command.receipt)
    moves = books.settled(work.connection, receipt.first) if receipt.number == receipt.first else []
    later = [each for move in moves for each in move.payments]
    still = books.outstanding(work.connection, receipt.first)
    work.say("receipt-copied", receipt.ticket or None, receipt=receipt.number, printer=command.printer)
    return _queue(work, command.printer, receipt, later, still, drawer=False, copy=True)


def _follow(
    work: Work, kind: ReceiptKind, about: Receipt, command: m.Refund | m.Correct, lines: tuple[Line, ...]
) -> Receipt:
    """A receipt that comes after another one, and never gives back more than came in."""
    if not command.reason.strip():
        raise Refused("reason-missing")
    if not 0 < len(lines) <= 2 * MOST_LINES:
        raise Refused("no-lines", most=MOST_LINES)
    _demand_covered(work, about, command.payments)
    receipt = _new(work, kind, command.counter, lines, command.payments)
    receipt = replace(
        receipt,
        ticket=about.ticket,
        first=about.first,
        about=about.number,
        reason=kept_text(command.reason),
        note=kept_text(command.note),
        ready_on=about.ready_on if kind is ReceiptKind.CORRECTION else None,
    )
    return _keep(work, receipt, command.printer, about.day)


def _demand_covered(work: Work, about: Receipt, payments: Sequence[Payment]) -> None:
    """Neither what was paid nor what is still to be paid may fall below nought, and no more goes back than came in.

    The last matters where money comes in another way at the same time: a till is no exchange office.
    """
    before = [each for one in books.chain(work.connection, about.first) for each in one.payments]
    before += [each for one in books.settled(work.connection, about.first) for each in one.payments]
    came_in = sum(each.cents for each in before if each.method is not Method.LATER)
    back = sum(each.cents for each in payments if each.method is not Method.LATER and each.cents < 0)
    open_now = paid_in([*before, *payments], Method.LATER)
    paid = came_in + sum(each.cents for each in payments if each.method is not Method.LATER)
    if open_now < 0 or paid < 0 or came_in + back < 0:
        raise Refused("refund-too-much", receipt=about.number)


def _receipt(work: Work, number: str) -> Receipt:
    found = work.get(Receipt, number)
    if found is None:
        raise Refused("no-such-receipt", receipt=number)
    return found


def _tariff(work: Work, wish: m.Wish, year: int) -> Tariff:
    """The tariff of this year; one of another year is refused."""
    found = work.get(Tariff, tariff_id(year, wish.tariff)) if wish.year in {None, year} else None
    if found is not None:
        return found
    known = books.years_of(work.connection, wish.tariff)
    if known:
        raise Refused("tariff-of-another-year", tariff=wish.tariff, year=wish.year or known[-1], now=year)
    raise Refused("no-such-tariff", tariff=wish.tariff, year=year)


def _priced(tariffs: Sequence[Tariff], wishes: Sequence[m.Wish]) -> tuple[Line, ...]:
    if len(wishes) > MOST_LINES:
        raise Refused("no-lines", most=MOST_LINES)
    return tuple(
        priced(tariff, wish.quantity, kept_text(wish.exempt)) for tariff, wish in zip(tariffs, wishes, strict=True)
    )


def _demand_why_nothing(lines: Sequence[Line], total: int, reason: str) -> None:
    """A receipt of nought needs a reason: on the receipt, or on a line."""
    if total == 0 and not reason.strip() and not any(line.exempt for line in lines):
        raise Refused("zero-needs-reason")


def _new(
    work: Work, kind: ReceiptKind, counter: int, lines: tuple[Line, ...], payments: tuple[Payment, ...]
) -> Receipt:
    """The next number of the year. It exists only when this step is committed, so there is never a gap."""
    found = _drawer(work, counter, payments)
    clerk = clerk_at(work, counter)
    _demand_clerk(clerk, counter)
    year = work.day.year
    serial = books.next_serial(work.connection, year)
    return Receipt(
        number=number_of(year, serial),
        year=year,
        serial=serial,
        kind=kind,
        day=work.day,
        at=work.now,
        counter=counter,
        clerk=clerk,
        ticket="",
        till=found.till,
        period=found.number,
        lines=lines,
        payments=payments,
        total_cents=total_of(lines),
        first="",
    )


def _demand_clerk(clerk: str, counter: int) -> None:
    if not clerk or not counter:
        raise Refused("counter-closed", counter=counter)


def _drawer(work: Work, counter: int, payments: Sequence[Payment]) -> Drawer:
    work.counter(counter)
    found = drawer_for(work, counter)
    if any(each.method is Method.CASH for each in payments):
        demand_cash(found)
    return found


def _ticket(work: Work, command: m.MakeReceipt) -> str:
    if command.ticket is not None:
        return work.visit(command.ticket).label if command.ticket else ""
    here = work.at_counter(command.counter)
    return here.label if here else ""


def _ready_on(work: Work, tariffs: Sequence[Tariff]) -> date | None:
    days = [each.ready_days for each in tariffs if each.ready_days is not None]
    return working_days_after(work.day, max(days), closed_days(work.config)) if days else None


def _told(work: Work, ready_on: date) -> date:
    """A ready date that somebody typed: from today, within a year."""
    last = work.day + timedelta(days=FARTHEST_READY)
    if not work.day <= ready_on <= last:
        raise Refused("wrong-ready-date", first=f"{work.day:%d-%m-%Y}", last=f"{last:%d-%m-%Y}")
    return ready_on


def _keep(work: Work, receipt: Receipt, printer: str | None, about_day: date | None) -> Receipt:
    work.say(
        receipt.kind.value,
        receipt.ticket or None,
        receipt.counter,
        receipt=receipt.number,
        total_cents=receipt.total_cents,
        **({"about": receipt.about} if receipt.about else {}),
    )
    if printer is not None:
        before = books.outstanding(work.connection, receipt.first) if receipt.about else 0
        still = before + paid_in(receipt.payments, Method.LATER)
        _queue(work, printer, receipt, (), still, _drawer_opens(receipt.payments), about_day=about_day)
    return work.put(receipt)


def _drawer_opens(payments: Sequence[Payment]) -> bool:
    return any(each.method is Method.CASH for each in payments)


def _queue(
    work: Work,
    printer: str,
    receipt: Receipt,
    settled: Sequence[Payment],
    open_cents: int,
    drawer: bool,
    *,
    about_day: date | None = None,
    copy: bool = False,
) -> PrintRecord:
    if about_day is None and receipt.about:
        about_day = _receipt(work, receipt.about).day
    paper = papers.ReceiptPaper(receipt, about_day, tuple(settled), open_cents, drawer)
    return queue_paper(work, printer, papers.RECEIPT, papers.receipt_text(paper), receipt.ticket, copy=copy)
