"""Reading the hall in one go: the picture that every station shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, select

from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Appointment, Contact, ContactState, CounterWork, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.outlook import Outlook
from balie_app.queue.store.records import load
from balie_app.queue.store.steps_back import undoable_steps
from balie_app.queue.views import Call, Clock, DayFigures, HallView, PrintJob

LAST_CALLS = 12


def clock_of(head: Row[Any]) -> Clock:
    """The hall's clock as its row says."""
    return Clock(head.rehearsal, head.clock_at, head.clock_wall, head.clock_speed)


def read_view(connection: Connection, head: Row[Any], config: HallConfig, wall: datetime) -> HallView:
    """The whole picture at the machine's time ``wall``; the caller's transaction makes it consistent."""
    clock = clock_of(head)
    now = max(clock.now(wall), head.last_at)
    day = now.astimezone(ZoneInfo(config.timezone)).date()
    counters = _counters(connection, config)
    contacts = _open_contacts(connection, day)
    visits = _visits(connection, day, contacts)
    outlook = Outlook(config, counters, contacts, _candidates(contacts, visits), now)
    place = {each.contact.id: index for index, each in enumerate(outlook.order)}
    contacts.sort(key=lambda each: (place.get(each.id, len(place)), each.called_at or each.arrived_at))
    since = now - timedelta(seconds=config.settings.undo_seconds)
    return HallView(
        seq=head.seq,
        read_at=now,
        clock=clock,
        config=config,
        counters=counters,
        contacts=tuple(contacts),
        visits=visits,
        appointments=_appointments(connection, day),
        calls=_calls(connection, day),
        waits=outlook.waits,
        type_waits=outlook.type_waits,
        figures=_figures(connection, day),
        print_jobs=_print_jobs(connection, day),
        undoable=undoable_steps(connection, int(head.seq), since),
    )


def _counters(connection: Connection, config: HallConfig) -> tuple[CounterWork, ...]:
    known = {row.number: load(CounterWork, row) for row in connection.execute(select(tables.counter))}
    return tuple(known.get(each.number) or CounterWork(each.number) for each in config.counters)


def _open_contacts(connection: Connection, day: date) -> list[Contact]:
    table = tables.contact
    query = select(table).where(table.c.day == day, tables.OPEN)
    return [load(Contact, row) for row in connection.execute(query)]


def _visits(connection: Connection, day: date, contacts: list[Contact]) -> dict[str, Visit]:
    table, open_visits = tables.visit, select(tables.contact.c.visit).where(tables.contact.c.day == day, tables.OPEN)
    if not contacts:
        return {}
    rows = connection.execute(select(table).where(table.c.id.in_(open_visits)))
    return {row.id: load(Visit, row) for row in rows}


def _candidates(contacts: list[Contact], visits: dict[str, Visit]) -> list[Candidate]:
    at_counter = {each.visit for each in contacts if each.state in AT_COUNTER}
    return [
        Candidate(each, visits[each.visit].needs, visits[each.visit].language)
        for each in contacts
        if each.state is ContactState.WAITING and each.visit not in at_counter
    ]


def _appointments(connection: Connection, day: date) -> tuple[Appointment, ...]:
    table = tables.appointment
    query = select(table).where(table.c.day == day).order_by(table.c.start, table.c.code)
    return tuple(load(Appointment, row) for row in connection.execute(query))


def _calls(connection: Connection, day: date) -> tuple[Call, ...]:
    table = tables.contact
    query = (
        select(table.c.call_seq, table.c.label, table.c.counter, table.c.called_at, tables.visit.c.language)
        .join(tables.visit, tables.visit.c.id == table.c.visit)
        .where(table.c.day == day, table.c.call_seq.is_not(None), table.c.counter.is_not(None))
        .order_by(table.c.call_seq.desc())
        .limit(LAST_CALLS)
    )
    return tuple(Call(*row) for row in connection.execute(query))


def _print_jobs(connection: Connection, day: date) -> tuple[PrintJob, ...]:
    table = tables.print_job
    query = select(table).where(table.c.day == day, tables.UNFINISHED).order_by(table.c.made_at, table.c.id)
    return tuple(
        PrintJob(row.id, row.printer, row.kind, row.label, row.state, row.copy, row.made_at, row.detail)
        for row in connection.execute(query)
    )


def _figures(connection: Connection, day: date) -> DayFigures:
    table = tables.contact.c
    query = select(
        table.label,
        table.state,
        table.appointment_at,
        table.first_called_at,
        table.due_at,
        table.waited_ms,
        table.ordinal,
    ).where(table.day == day)
    rows = connection.execute(query).all()
    called = [row for row in rows if row.first_called_at is not None]
    booked = [row for row in called if row.appointment_at is not None]
    waits = sorted(row.waited_ms / 60_000 for row in called if row.appointment_at is None)
    count = func.count()
    arrived = connection.execute(select(count).select_from(tables.visit).where(tables.visit.c.day == day)).scalar_one()
    return DayFigures(
        arrived=arrived,
        served=sum(row.state is ContactState.DONE and bool(row.label) for row in rows),
        missed=sum(row.state is ContactState.MISSED for row in rows),
        left=sum(row.state is ContactState.LEFT for row in rows),
        quick_contacts=sum(not row.label for row in rows),
        appointments_called=len(booked),
        appointments_in_time=sum(row.first_called_at <= row.due_at for row in booked),
        walk_ins_called=len(waits),
        wait_mean=sum(waits) / len(waits) if waits else None,
        wait_p90=waits[max(0, -(-len(waits) * 9 // 10) - 1)] if waits else None,
    )
