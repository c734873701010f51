"""The hall as a whole: its configuration, its clock, the end of the day."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import func, insert, select

from balie_app.queue import commands as c
from balie_app.queue.config import document
from balie_app.queue.rules import lifecycle
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, Contact, CounterState, CounterWork
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work, whole_ms

FASTEST = 240.0
"""The highest speed of a rehearsal clock."""


def configure(work: Work, command: c.Configure) -> None:
    """A new version of the hall's configuration; earlier versions stay."""
    _demand_counters_free(work, command)
    table = tables.configuration
    version = int(work.connection.execute(select(func.max(table.c.version))).scalar_one()) + 1
    text = json.dumps(document(command.config), ensure_ascii=False, default=str)
    work.connection.execute(insert(table).values(version=version, valid_from=work.now, document=text))
    work.hall_values["config_version"] = version
    work.say("configured", version=version, document=json.loads(text))


def _demand_counters_free(work: Work, command: c.Configure) -> None:
    """A counter with a visitor, and a kind of contact that somebody waits for, cannot be taken away."""
    table = tables.contact
    for row in work.connection.execute(select(table).where(table.c.day == work.day, tables.OPEN)):
        contact = work.seen(Contact, row)
        if contact.state in AT_COUNTER and contact.counter not in command.config.counter_by_number:
            raise Refused("counter-busy", counter=contact.counter, ticket=contact.label)
        if contact.contact_type not in command.config.contact_type_by_code:
            raise Refused("contact-type-in-use", contact_type=contact.contact_type, ticket=contact.label)


def set_clock(work: Work, command: c.SetClock) -> None:
    """Set the clock of a rehearsal hall. It never goes back, but the first setting of an empty hall is free."""
    move_clock(work, command.at, command.speed)
    say_clock(work)


def move_clock(work: Work, to: datetime | None, speed: float) -> None:
    """Set the clock as part of a step; what the step says about itself is its own affair."""
    if not work.head.rehearsal:
        raise Refused("clock-not-settable")
    at = whole_ms(to or work.now)
    if at < work.now and not _never_set(work):
        raise Refused("clock-goes-back", now=work.local().isoformat())
    if not 0 <= speed <= FASTEST:
        raise Refused("wrong-speed", speed=speed, most=FASTEST)
    work.hall_values |= {"clock_at": at, "clock_wall": work.wall, "clock_speed": speed}
    work.set_now(at)


def say_clock(work: Work) -> None:
    """Say that this step is the setting of the clock."""
    work.say("clock-set", at=work.now.isoformat(), speed=work.hall_values["clock_speed"])


def _never_set(work: Work) -> bool:
    """Whether this hall still follows the machine's clock and nobody has been in it."""
    untouched = bool(work.head.clock_at == work.head.clock_wall and work.head.clock_speed == 1)
    return untouched and work.connection.execute(select(tables.visit.c.id).limit(1)).first() is None


def close_day(work: Work, command: c.CloseDay) -> tuple[Contact, ...]:
    """End of the day: whoever is still open is closed with the reason and listed; counters close."""
    table = tables.contact
    rows = work.connection.execute(
        select(table).where(table.c.day <= work.day, tables.OPEN).order_by(table.c.label)
    ).all()
    closed = tuple(work.put(lifecycle.close_day(work.seen(Contact, row), command.reason, work.now)) for row in rows)
    for row in work.connection.execute(select(tables.counter)).all():
        counter = work.seen(CounterWork, row)
        if counter.state is not CounterState.CLOSED:
            work.put(CounterWork(counter.number, CounterState.CLOSED, None, work.now, counter.revision))
    work.say("day-closed", still_open=[each.label for each in closed], reason=command.reason)
    return closed
