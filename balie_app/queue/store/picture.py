"""Reading the hall in one go: the picture that every station shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, bindparam, case, func, select

from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Appointment, Contact, ContactState, CounterWork, Promise, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.devices import read_devices
from balie_app.queue.store.outlook import Outlook
from balie_app.queue.store.papers import print_jobs
from balie_app.queue.store.records import load
from balie_app.queue.store.sampling import Shown, remember
from balie_app.queue.store.steps_back import undoable_steps
from balie_app.queue.views import Call, Clock, DayFigures, HallView

LAST_CALLS = 12

# Statements are built once: building one costs more than running it.
_contact, _visit = tables.contact, tables.visit
_today = bindparam("today", type_=tables.Day())
_ON_DAY = _contact.c.day == _today
_COUNTERS = select(tables.counter)
_OPEN_CONTACTS = select(_contact).where(_ON_DAY, tables.OPEN)
_OPEN_VISITS = select(_visit).where(_visit.c.id.in_(select(_contact.c.visit).where(_ON_DAY, tables.OPEN)))
_APPOINTMENTS = (
    select(tables.appointment)
    .where(tables.appointment.c.day == _today)
    .order_by(tables.appointment.c.start, tables.appointment.c.code)
)
_CALLS = (
    select(_contact.c.call_seq, _contact.c.label, _contact.c.counter, _contact.c.called_at, _visit.c.language)
    .join(_visit, _visit.c.id == _contact.c.visit)
    .where(_ON_DAY, _contact.c.call_seq.is_not(None), _contact.c.counter.is_not(None))
    .order_by(_contact.c.call_seq.desc())
    .limit(LAST_CALLS)
)
_PROMISES = select(tables.promise).where(tables.NOT_KEPT).order_by(tables.promise.c.due_at, tables.promise.c.id)
_CALLED = _contact.c.first_called_at.is_not(None)
_BOOKED = _CALLED & _contact.c.appointment_at.is_not(None)


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_COUNTS = select(
    _how_many((_contact.c.state == ContactState.DONE) & (_contact.c.label != "")).label("served"),
    _how_many(_contact.c.state == ContactState.MISSED).label("missed"),
    _how_many(_contact.c.state == ContactState.LEFT).label("gone"),
    _how_many(_contact.c.label == "").label("quick"),
    _how_many(_BOOKED).label("booked"),
    _how_many(_BOOKED & (_contact.c.first_called_at <= _contact.c.due_at)).label("in_time"),
).where(_ON_DAY)
_WAITS = select(_contact.c.waited_ms).where(_ON_DAY, _CALLED, _contact.c.appointment_at.is_(None))
_WAITS = _WAITS.order_by(_contact.c.waited_ms)
_ARRIVED = select(func.count()).select_from(_visit).where(_visit.c.day == _today)


def clock_of(head: Row[Any]) -> Clock:
    """The hall's clock as its row says."""
    return Clock(head.rehearsal, head.clock_at, head.clock_wall, head.clock_speed)


def read_view(connection: Connection, head: Row[Any], config: HallConfig, wall: datetime) -> HallView:
    """The whole picture at the machine's time ``wall``; the caller's transaction makes it consistent."""
    clock = clock_of(head)
    now = max(clock.now(wall), head.last_at)
    day = now.astimezone(ZoneInfo(config.timezone)).date()
    config = config.on(day)
    counters = _counters(connection, config)
    contacts = _open_contacts(connection, day)
    visits = _visits(connection, day)
    appointments = _appointments(connection, day)
    outlook = Outlook(config, counters, contacts, _candidates(contacts, visits), now, appointments)
    if outlook.from_futures:
        remember(head.uid, Shown(int(head.seq), now, outlook.type_waits))
    place = {each.contact.id: index for index, each in enumerate(outlook.order)}
    last = len(place)
    contacts.sort(key=lambda c: (place.get(c.id, last), c.called_at or c.arrived_at, c.label, c.ordinal))
    since = now - timedelta(seconds=config.settings.undo_seconds)
    return HallView(
        seq=head.seq,
        read_at=now,
        clock=clock,
        config=config,
        counters=counters,
        contacts=tuple(contacts),
        visits=visits,
        appointments=appointments,
        calls=_calls(connection, day),
        waits=outlook.waits,
        type_waits=outlook.type_waits,
        figures=_figures(connection, day),
        print_jobs=print_jobs(connection, head.uid, day),
        undoable=undoable_steps(connection, int(head.seq), since),
        devices=read_devices(connection, wall),
        config_version=head.config_version,
        promises=_promises(connection),
    )


def _counters(connection: Connection, config: HallConfig) -> tuple[CounterWork, ...]:
    known = {row.number: load(CounterWork, row) for row in connection.execute(_COUNTERS)}
    return tuple(known.get(each.number) or CounterWork(each.number) for each in config.counters)


def _open_contacts(connection: Connection, day: date) -> list[Contact]:
    return [load(Contact, row) for row in connection.execute(_OPEN_CONTACTS, {"today": day})]


def _visits(connection: Connection, day: date) -> dict[str, Visit]:
    return {row.id: load(Visit, row) for row in connection.execute(_OPEN_VISITS, {"today": day})}


def _candidates(contacts: list[Contact], visits: dict[str, Visit]) -> list[Candidate]:
    at_counter = {each.visit for each in contacts if each.state in AT_COUNTER}
    return [
        Candidate(each, visits[each.visit].needs, visits[each.visit].language)
        for each in contacts
        if each.state is ContactState.WAITING and each.visit not in at_counter
    ]


def _appointments(connection: Connection, day: date) -> tuple[Appointment, ...]:
    return tuple(load(Appointment, row) for row in connection.execute(_APPOINTMENTS, {"today": day}))


def _calls(connection: Connection, day: date) -> tuple[Call, ...]:
    return tuple(Call(*row) for row in connection.execute(_CALLS, {"today": day}))


def _promises(connection: Connection) -> tuple[Promise, ...]:
    return tuple(load(Promise, row) for row in connection.execute(_PROMISES))


def _figures(connection: Connection, day: date) -> DayFigures:
    today = {"today": day}
    counts = connection.execute(_COUNTS, today).one()
    waits = [waited / 60_000 for waited in connection.execute(_WAITS, today).scalars()]
    return DayFigures(
        arrived=connection.execute(_ARRIVED, today).scalar_one(),
        served=counts.served,
        missed=counts.missed,
        left=counts.gone,
        quick_contacts=counts.quick,
        appointments_called=counts.booked,
        appointments_in_time=counts.in_time,
        walk_ins_called=len(waits),
        wait_mean=sum(waits) / len(waits) if waits else None,
        wait_p90=waits[max(0, -(-len(waits) * 9 // 10) - 1)] if waits else None,
    )
