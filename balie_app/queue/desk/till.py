"""The cash desk: which till money goes in, opening, cash put in and taken out, the X report and the Z close."""

from __future__ import annotations

from dataclasses import dataclass, replace

from balie_app.queue.desk.paper import queue_paper
from balie_app.queue.money import books, papers
from balie_app.queue.money import commands as m
from balie_app.queue.rules.money import MOST_CENTS, Method, Payment, euro, kept_text
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.till import COMMON, Move, MoveKind, TillDay, counted_cents, name_of
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work


@dataclass(frozen=True, slots=True)
class Drawer:
    """A till at this moment."""

    till: int
    number: int
    """The day that money which comes in now belongs to."""
    open_day: TillDay | None
    closed_today: bool = False
    """Its Z close was today: what comes in now goes to the next day."""


def drawer(work: Work, till: int) -> Drawer:
    """A till as it stands now."""
    latest = next(iter(books.till_days(work.connection, till)), None)
    if latest is None:
        return Drawer(till, 1, None)
    if latest.closed_at is None:
        return Drawer(till, latest.number, latest)
    return Drawer(till, latest.number + 1, None, closed_today=work.local(latest.closed_at).date() == work.day)


def drawer_for(work: Work, counter: int) -> Drawer:
    """The till that money at this counter goes in: its own or the common one, whichever is in use."""
    own, common = drawer(work, counter), drawer(work, COMMON)
    for each in (own, common):
        if each.open_day is not None:
            return each
    for each in (own, common):
        if each.closed_today:
            return each
    return own if own.number > 1 else common


def demand_cash(found: Drawer) -> None:
    """Refuse cash while no till is open; after today's Z close it may come, for the next day."""
    if found.open_day is None and not found.closed_today:
        raise Refused("till-not-open", till=name_of(found.till))


def clerk_at(work: Work, counter: int) -> str:
    """The code of who does it: the clerk at the counter, or whoever the station says (0: not at a counter)."""
    sits = work.counter(counter).clerk if counter else None
    return sits or work.by.actor[:32]


def open_till(work: Work, command: m.OpenTill) -> TillDay:
    """A new day of the cash desk."""
    found = _till(work, command.till)
    if found.open_day is not None:
        raise Refused("till-open", till=name_of(command.till), day=f"{found.open_day.day:%d-%m-%Y}")
    if not 0 <= command.float_cents <= MOST_CENTS:
        raise Refused("wrong-amount", most=euro(MOST_CENTS))
    day = TillDay(
        id=f"{command.till}/{found.number}",
        till=command.till,
        number=found.number,
        day=work.day,
        opened_at=work.now,
        opened_by=clerk_at(work, command.counter),
        float_cents=command.float_cents,
    )
    work.say("till-opened", till=day.till, number=day.number, float_cents=day.float_cents)
    return work.put(day)


def move_cash(work: Work, command: m.MoveCash) -> Move:
    """Cash that goes to the safe, or change that comes from it."""
    found = _till(work, command.till)
    demand_cash(found)
    reason = kept_text(command.reason)
    if not reason:
        raise Refused("reason-missing")
    most = _most(work, found, command.cents)
    if not 0 < abs(command.cents) <= most:
        raise Refused("wrong-amount", most=euro(most))
    kind = MoveKind.PUT_IN if command.cents > 0 else MoveKind.TAKEN_OUT
    move = new_move(work, kind, found, command.counter, (Payment(Method.CASH, command.cents),))
    work.say(f"cash-{kind}", till=found.till, number=found.number, cents=command.cents, reason=reason)
    return work.put(replace(move, note=reason))


def _most(work: Work, found: Drawer, cents: int) -> int:
    """How much can go in or out: out of an open till no more than should be in it."""
    if cents >= 0 or found.open_day is None:
        return MOST_CENTS
    expected = books.report_of(work.connection, found.till, found.number, work.now).expected_cents
    return max(0, min(MOST_CENTS, expected))


def new_move(work: Work, kind: MoveKind, found: Drawer, counter: int, payments: tuple[Payment, ...]) -> Move:
    """A move of money now, not yet kept."""
    return Move(
        id=work.new_id(),
        kind=kind,
        receipt="",
        till=found.till,
        period=found.number,
        day=work.day,
        at=work.now,
        counter=counter,
        clerk=clerk_at(work, counter),
        payments=payments,
    )


def close_till(work: Work, command: m.CloseTill) -> TillDay:
    """The Z close. It is final: nothing of that day can change any more."""
    found = _till(work, command.till)
    if found.open_day is None:
        raise Refused("till-already-closed" if found.number > 1 else "till-not-open", till=name_of(command.till))
    counted = counted_cents(command.counts)
    expected = books.report_of(work.connection, found.till, found.number, work.now).expected_cents
    remark = kept_text(command.remark)
    if counted != expected and not remark:
        raise Refused("remark-missing", difference=euro(counted - expected))
    closed = work.put(
        replace(
            found.open_day,
            closed_at=work.now,
            closed_by=clerk_at(work, command.counter),
            counted=tuple(each for each in command.counts if each.pieces),
            expected_cents=expected,
            counted_cents=counted,
            remark=remark,
        )
    )
    if command.printer is not None:
        figures = books.report_of(work.connection, found.till, found.number, work.now)
        queue_paper(work, command.printer, papers.TILL, papers.report_text(replace(figures, till_day=closed)))
    work.say("till-closed", till=found.till, number=found.number, difference_cents=counted - expected)
    return closed


def print_till(work: Work, command: m.PrintTill) -> PrintRecord:
    """The X report on paper, or the Z report of an earlier day once more."""
    found = _till(work, command.till)
    number = found.number if command.number is None else command.number
    figures = books.report_of(work.connection, command.till, number, work.now)
    closed = figures.till_day is not None and figures.till_day.closed_at is not None
    if number != found.number and not closed:
        raise Refused("no-such-till-day", till=name_of(command.till), number=number)
    work.say("till-printed", till=command.till, number=number, printer=command.printer)
    return queue_paper(work, command.printer, papers.TILL, papers.report_text(figures), copy=closed)


def open_drawer(work: Work, command: m.OpenDrawer) -> PrintRecord:
    """The drawer opens without a receipt; the journal knows why."""
    reason = kept_text(command.reason)
    if not reason:
        raise Refused("reason-missing")
    clerk_at(work, command.counter)
    work.say("drawer-opened", counter=None, at_counter=command.counter, reason=reason)
    return queue_paper(work, command.printer, papers.DRAWER, "{}")


def _till(work: Work, till: int) -> Drawer:
    if till != COMMON:
        work.counter(till)
    return drawer(work, till)
