"""Beginning and ending a day: nobody silently disappears, and no counter stays open overnight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select

from balie_app.queue import commands as c
from balie_app.queue.desk import paper
from balie_app.queue.desk.clock import never_set
from balie_app.queue.rules import lifecycle
from balie_app.queue.rules.visit import (
    Appointment,
    AppointmentState,
    Contact,
    ContactState,
    CounterState,
    CounterWork,
    DayEnd,
)
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.work import Work

STARTED, CLOSED = "day-started", "day-closed"
ENDINGS = frozenset({STARTED, CLOSED})
"""Journal entries that closed a day."""

_contact, _counter, _appointment = tables.contact, tables.counter, tables.appointment
_STILL_OPEN = tables.OPEN & ((_contact.c.state != ContactState.MISSED) | (_contact.c.outcome == ""))
"""Who was missed stays so, and has a reason once the day is closed."""


def left_open(work: Work, at: datetime | None) -> bool:
    """Whether the step of this moment is the first of a day, and an earlier one left something open."""
    today = work.local(at).date()
    if work.local(work.head.last_at).date() >= today or (work.head.rehearsal and never_set(work)):
        return False
    waits = select(_contact.c.id).where(_contact.c.day < today, _STILL_OPEN).limit(1)
    if work.connection.execute(waits).first() is not None or bool(_open_counters(work, today)):
        return True
    return paper.left_waiting(work, today)


def start_day(work: Work, command: c.StartDay) -> DayEnd:
    """What was left open on an earlier day is closed with a reason and listed; numbers begin anew by themselves."""
    until = work.day - timedelta(days=1)
    paper.let_go(work)
    contacts = _close_contacts(work, until, lambda each: lifecycle.leave_behind(each, command.reason))
    end = DayEnd(contacts, _close(work, _open_counters(work, work.day)), _forget_names(work, until))
    return _said(work, STARTED, end, command.reason)


def close_day(work: Work, command: c.CloseDay) -> DayEnd:
    """Whoever is still open is closed with the reason and listed; counters close."""

    def closed(each: Contact) -> Contact:
        if each.day < work.day:
            return lifecycle.leave_behind(each, command.reason)
        return lifecycle.close_day(each, command.reason, work.now)

    contacts = _close_contacts(work, work.day, closed)
    end = DayEnd(contacts, _close(work, _open_counters(work, None)), _forget_names(work, work.day))
    return _said(work, CLOSED, end, command.reason)


def _said(work: Work, what: str, end: DayEnd, reason: str) -> DayEnd:
    facts: dict[str, Any] = {"counters": [each.number for each in end.counters], "no_shows": list(end.no_shows)}
    work.say(what, still_open=[each.label for each in end.contacts], reason=reason, **facts)
    return end


def ending(work: Work, entry: Entry) -> DayEnd:
    """What an earlier step closed, as it is now: the answer to who asks for that step again."""
    found = [(change["of"], change["key"]) for change in entry.changes]
    contacts = [work.get(Contact, key) for of, key in found if of == _contact.name]
    counters = [work.get(CounterWork, key) for of, key in found if of == _counter.name]
    return DayEnd(
        tuple(each for each in contacts if each is not None),
        tuple(each for each in counters if each is not None),
        tuple(entry.facts.get("no_shows", ())),
    )


def _close_contacts(work: Work, until: date, close: Callable[[Contact], Contact]) -> tuple[Contact, ...]:
    query = select(_contact).where(_contact.c.day <= until, _STILL_OPEN)
    rows = work.connection.execute(query.order_by(_contact.c.day, _contact.c.label, _contact.c.ordinal)).all()
    return tuple(work.put(close(work.seen(Contact, row))) for row in rows)


def _open_counters(work: Work, before: date | None) -> list[CounterWork]:
    """Counters that are open or pause; with ``before`` only those of an earlier day."""
    rows = work.connection.execute(
        select(_counter).where(_counter.c.state != CounterState.CLOSED).order_by(_counter.c.number)
    )
    found = [work.seen(CounterWork, row) for row in rows.all()]
    return [each for each in found if before is None or each.since is None or work.local(each.since).date() < before]


def _close(work: Work, counters: Iterable[CounterWork]) -> tuple[CounterWork, ...]:
    return tuple(work.put(replace(each, state=CounterState.CLOSED, clerk=None, since=work.now)) for each in counters)


def _forget_names(work: Work, until: date) -> tuple[str, ...]:
    """Initials live until the end of their day. Answers the appointments that nobody came for."""
    column = _appointment.c
    not_come: ColumnElement[bool] = (column.day == until) & (column.state == AppointmentState.BOOKED)
    query = select(_appointment).where(column.day <= until, (column.initials != "") | not_come)
    found = [work.seen(Appointment, row) for row in work.connection.execute(query.order_by(column.start, column.code))]
    for each in found:
        if each.initials:
            work.put(replace(each, initials=""))
    return tuple(each.code for each in found if each.state is AppointmentState.BOOKED)
