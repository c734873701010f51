"""A station without a window, for tests: started as a process of its own, told by arguments what to do.

Prints one line for each step that the hall acknowledged, and nothing before that.
"""

from __future__ import annotations

import json
import os
import random
import sys
import uuid
from collections import deque
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Column, String

from balie_app.queue import commands as c
from balie_app.queue import hall as hall_module
from balie_app.queue.hall import Hall, open_hall
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import migrations, tables
from balie_app.queue.store.work import Work
from balie_app.queue.trouble import Trouble

PASSING = {"database-away", "outcome-unknown", "locked"}
"""Troubles that a station waits out."""


def tell(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def issue(hall: Hall, number: int, count: int) -> None:
    for _ in range(count):
        visit = hall.perform(c.Issue(("paspoort",)), c.By(f"station-{number}"))
        tell(label=visit.label, day=visit.day.isoformat())


def call(hall: Hall, number: int, count: int) -> None:
    by = c.By(f"counter-{number}")
    while (called := hall.perform(c.CallNext(number), by)) is not None:
        tell(label=called.label, waited=called.waited_ms)
        hall.perform(c.Start(number), by)
        hall.perform(c.Finish(number), by)


def walk(hall: Hall, number: int, count: int) -> None:
    """A number, a call and a conversation by turns, on a clock of its own that jumps: over midnight, or a day back.

    It begins in the evening before the day with an hour that comes twice.
    """
    draw, by = random.Random(number), c.By(f"counter-{number}")
    for _ in range(count):
        shift_clock(minutes=draw.choice((-1500, -70, -1, 0, 1, 30, 59, 90, 400)))
        visit = hall.perform(c.Issue(("paspoort",)), by)
        called = None
        with suppress(Refused):  # another clock made it tomorrow meanwhile, and closed the counters
            hall.perform(c.OpenCounter(number, f"clerk{number}"), by)
            called = hall.perform(c.CallNext(number), by)
        waits = [wait.p10 for wait in hall.view().waits.values()]
        waited = -1 if called is None else called.waited_ms
        tell(label=visit.label, day=visit.day.isoformat(), waited=waited, least=min(waits, default=0.0))
        with suppress(Refused):
            hall.perform(c.Start(number), by)
            hall.perform(c.Finish(number), by)


EVENING = datetime(2030, 10, 26, 19, 0, tzinfo=UTC)
_shift = EVENING - hall_module.wall_clock()
_wall = hall_module.wall_clock


def shift_clock(minutes: float) -> None:
    """From now on this machine's clock is that much further off."""
    global _shift
    _shift += timedelta(minutes=minutes)
    hall_module.wall_clock = lambda: hall_module.whole_ms(_wall() + _shift)


def upgrade(hall: Hall, number: int, count: int) -> None:
    """The hall was opened by a program with a second schema, and works."""
    tell(opened=True, label=hall.perform(c.Issue(("paspoort",)), c.By(f"station-{number}")).label)


def second_schema() -> None:
    """This program knows a schema that the others do not: visits remember a colour."""
    from alembic import op  # slow to load, and of no use to the other jobs

    name = f"{migrations.__name__}.schema_0002"
    sys.modules[name] = step = ModuleType(name)
    colour = Column("colour", String(8), nullable=False, server_default="geel")
    step.upgrade = lambda: op.add_column("visit", colour)  # type: ignore[attr-defined]
    tables.SCHEMA = 2
    tell(opening=True)


def anything(hall: Hall, number: int, count: int) -> None:
    """Random steps until somebody ends this process; the key of each that the hall acknowledged."""
    mix_of = _beside("command_mix")
    draw, by = random.Random(f"{number}/{os.getpid()}"), c.By(f"station-{number}", f"clerk{number}")
    mix = mix_of.Mix(draw, number, mix_of.seen(hall.view()))
    writes = _works_of(hall)
    for step in range(count):
        key = uuid.uuid4().hex.translate(str.maketrans("0123456789", "ghijklmnop"))
        if step % 8 == 7:
            with suppress(Trouble):
                mix.known = mix_of.seen(hall.view())
        command = mix.any(key)
        try:
            result = hall.perform(command, by)
        except Refused:
            continue
        except Trouble as trouble:
            if trouble.code not in PASSING:
                raise
            continue
        mix.remember(result)
        tell(key=key, kind=type(command).__name__, surely=writes[-1].changed())


def _works_of(hall: Hall) -> deque[Work]:
    """The last unit of work of this hall: whether it had anything to write, or asked for what was so already."""
    made, last = hall._work, deque[Work](maxlen=1)

    def work(*arguments: Any) -> Work:
        last.append(made(*arguments))
        return last[-1]

    hall._work = work  # type: ignore[method-assign]
    return last


def _beside(name: str) -> Any:
    """The file of that name beside this one."""
    found = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert found is not None
    assert found.loader is not None
    module = module_from_spec(found)
    sys.modules[name] = module
    found.loader.exec_module(module)
    return module


JOBS = {"issue": issue, "call": call, "walk": walk, "anything": anything, "upgrade": upgrade}

if __name__ == "__main__":
    job, where, number, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if job == "upgrade":
        second_schema()
    hall = open_hall(where)
    JOBS[job](hall, number, count)
    hall.close()
