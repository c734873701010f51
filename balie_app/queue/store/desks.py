"""The counters that are open now: who sits there, and whether somebody is being helped."""

from __future__ import annotations

from sqlalchemy import select

from balie_app.queue.rules.leave import Desk
from balie_app.queue.rules.visit import CounterState, CounterWork
from balie_app.queue.store import tables
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work

_counter = tables.counter
_ALL = Prepared(select(_counter).order_by(_counter.c.number))
_OPEN = Prepared(
    select(_counter.c.number, _counter.c.clerk).where(_counter.c.state == CounterState.OPEN).order_by(_counter.c.number)
)
_BUSY = Prepared(select(tables.contact.c.counter).where(tables.AT_A_COUNTER))


def all_counters(work: Work) -> list[CounterWork]:
    """Every counter that was ever open, by number."""
    return [load(CounterWork, row) for row in _ALL.all(work.connection)]


def other_desks(work: Work, number: int) -> tuple[Desk, ...]:
    """The open counters but counter ``number``, by number."""
    busy = {row.counter for row in _BUSY.all(work.connection)}
    rows = [row for row in _OPEN.all(work.connection) if row.number != number]
    counters, clerks = work.config.counter_by_number, work.config.clerk_by_code
    return tuple(
        Desk(counters[row.number], clerks.get(row.clerk), row.number not in busy)
        for row in rows
        if row.number in counters
    )
