"""The clock of a rehearsal hall."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work, whole_ms

FASTEST = 240.0
"""The highest speed of a rehearsal clock."""


def set_clock(work: Work, command: c.SetClock) -> None:
    """Set the clock of a rehearsal hall. It never goes back, but the first setting of an empty hall is free."""
    move_clock(work, command.at, command.speed)
    say_clock(work)


def move_clock(work: Work, to: datetime | None, speed: float) -> None:
    """Set the clock as part of a step; what the step says about itself is its own affair."""
    if not work.head.rehearsal:
        raise Refused("clock-not-settable")
    at = whole_ms(to or work.now)
    if at < work.now:
        _go_back(work, at)
    if not 0 <= speed <= FASTEST:
        raise Refused("wrong-speed", speed=speed, most=FASTEST)
    work.hall_values |= {"clock_at": at, "clock_wall": work.wall, "clock_speed": speed}
    work.set_now(at)


def _go_back(work: Work, at: datetime) -> None:
    """Only in a hall where nobody has been. Its configuration has been there all the time then."""
    if not never_set(work):
        raise Refused("clock-goes-back", now=work.local().isoformat())
    table = tables.configuration
    work.connection.execute(update(table).where(table.c.valid_from > at).values(valid_from=at))


def say_clock(work: Work) -> None:
    """Say that this step is the setting of the clock."""
    work.say("clock-set", at=work.now.isoformat(), speed=work.hall_values["clock_speed"])


def never_set(work: Work) -> bool:
    """Whether this hall still follows the machine's clock and nobody has been in it."""
    untouched = bool(work.head.clock_at == work.head.clock_wall and work.head.clock_speed == 1)
    return untouched and work.connection.execute(select(tables.visit.c.id).limit(1)).first() is None
