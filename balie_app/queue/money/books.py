"""Reading the books: tariffs of a year, receipts, till days and their figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Text, func, select, type_coerce

from balie_app.queue.rules.money import Method, Receipt, Tariff, left_of, number_of, paid_in
from balie_app.queue.rules.till import Move, Report, TillDay, report
from balie_app.queue.store import tables
from balie_app.queue.store.records import load

_receipt, _move, _day = tables.receipt, tables.till_move, tables.till_day


def tariffs(connection: Connection, year: int) -> tuple[Tariff, ...]:
    """The table of a year, by article and code."""
    table = tables.tariff
    rows = connection.execute(select(table).where(table.c.year == year))
    return tuple(sorted((load(Tariff, row) for row in rows), key=lambda each: (each.article, each.code)))


def years_of(connection: Connection, code: str) -> tuple[int, ...]:
    """The years in which this tariff is known."""
    table = tables.tariff
    return tuple(connection.execute(select(table.c.year).where(table.c.code == code).order_by(table.c.year)).scalars())


def next_serial(connection: Connection, year: int) -> int:
    """The serial number that follows on the last receipt of a year. The hall's steps come one by one."""
    last = connection.execute(select(func.max(_receipt.c.serial)).where(_receipt.c.year == year)).scalar()
    return int(last or 0) + 1


def receipts(connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Receipt]:
    """Receipts in the order of their numbers."""
    query = select(_receipt).where(*conditions).order_by(_receipt.c.year, _receipt.c.serial).limit(limit)
    return [load(Receipt, row) for row in connection.execute(query)]


def receipts_between(connection: Connection, first: date, last: date) -> list[Receipt]:
    """The receipts of these days, both counted."""
    return receipts(connection, _receipt.c.day >= first, _receipt.c.day <= last)


def latest_receipts(connection: Connection, limit: int) -> list[Receipt]:
    """The latest receipts, newest first."""
    query = select(_receipt).order_by(_receipt.c.year.desc(), _receipt.c.serial.desc()).limit(limit)
    return [load(Receipt, row) for row in connection.execute(query)]


def chain(connection: Connection, first: str) -> list[Receipt]:
    """A first receipt with all refunds and corrections that go back to it."""
    return receipts(connection, _receipt.c.first == first)


def settled(connection: Connection, first: str) -> list[Move]:
    """What was paid later on the receipts that go back to ``first``."""
    query = select(_move).where(_move.c.receipt == first).order_by(_move.c.at, _move.c.id)
    return [load(Move, row) for row in connection.execute(query)]


def outstanding(connection: Connection, first: str) -> int:
    """What is still to be paid, in cents."""
    open_now = sum(paid_in(each.payments, Method.LATER) for each in chain(connection, first))
    return open_now + sum(paid_in(each.payments, Method.LATER) for each in settled(connection, first))


def standing(connection: Connection, found: Sequence[Receipt]) -> list[tuple[Receipt, tuple[int, ...], int]]:
    """Of each receipt the pieces of its lines that were not taken back, and what is still to be paid on its chain."""
    firsts = {each.first for each in found}
    every = receipts(connection, _receipt.c.first.in_(firsts))
    moves = [load(Move, row) for row in connection.execute(select(_move).where(_move.c.receipt.in_(firsts)))]
    still = dict.fromkeys(firsts, 0)
    for first, payments in [*((e.first, e.payments) for e in every), *((e.receipt, e.payments) for e in moves)]:
        still[first] += paid_in(payments, Method.LATER)
    return [(each, left_of(each, every), still[each.first]) for each in found]


def open_receipts(connection: Connection) -> list[tuple[Receipt, int]]:
    """The first receipts on which something is still to be paid, and how many cents."""
    later = f'"method": "{Method.LATER.value}"'
    numbers = select(_receipt.c.first).where(type_coerce(_receipt.c.payments, Text).contains(later))
    firsts = receipts(connection, _receipt.c.number.in_(numbers))
    return [(each, cents) for each, _, cents in standing(connection, firsts) if cents]


def till_days(connection: Connection, till: int, limit: int = 1) -> list[TillDay]:
    """The latest days of a till, newest first."""
    query = select(_day).where(_day.c.till == till).order_by(_day.c.number.desc()).limit(limit)
    return [load(TillDay, row) for row in connection.execute(query)]


def till_day(connection: Connection, till: int, number: int) -> TillDay | None:
    """One day of a till; None when it was not opened (yet)."""
    row = connection.execute(select(_day).where(_day.c.till == till, _day.c.number == number)).first()
    return None if row is None else load(TillDay, row)


def tills(connection: Connection) -> tuple[int, ...]:
    """The tills that were ever opened."""
    return tuple(connection.execute(select(_day.c.till).distinct().order_by(_day.c.till)).scalars())


def booked_in(connection: Connection, till: int, number: int) -> tuple[list[Receipt], list[Move]]:
    """The receipts and moves of one day of a till."""
    moves = select(_move).where(_move.c.till == till, _move.c.period == number).order_by(_move.c.at, _move.c.id)
    found = receipts(connection, _receipt.c.till == till, _receipt.c.period == number)
    return found, [load(Move, row) for row in connection.execute(moves)]


def report_of(connection: Connection, till: int, number: int, at: datetime) -> Report:
    """The figures of a day of a till, open or closed."""
    opened = till_day(connection, till, number)
    found, moves = booked_in(connection, till, number)
    when = opened.closed_at if opened and opened.closed_at else at
    return report(till, number, when, opened, found, moves)


def gaps(connection: Connection, year: int) -> tuple[str, ...]:
    """Numbers of a year that are missing between its first and last receipt: there are none."""
    query = select(_receipt.c.serial).where(_receipt.c.year == year)
    known = set(connection.execute(query).scalars())
    return tuple(number_of(year, each) for each in range(1, max(known, default=0)) if each not in known)
