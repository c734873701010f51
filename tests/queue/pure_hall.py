"""A hall without a database: the same use cases and rules on values in memory. Loaded by path.

What a use case asks of the database is answered here by looking at everything; a use case that asks something else is
beyond this hall (``BeyondError``), and then it takes over what the other halls hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from balie_app.queue import commands as c
from balie_app.queue import desk
from balie_app.queue.desk import calls, counters, intake, undo
from balie_app.queue.hall import Hall
from balie_app.queue.rules import numbering
from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.leave import Desk
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState, CounterWork, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.records import TABLES, change, key_column, load
from balie_app.queue.store.steps_back import last_step
from balie_app.queue.store.work import Work

BY = c.By("test", "anna")


class BeyondError(Exception):
    """This step needs the database."""


class _NoDatabase:
    def execute(self, *_: object, **__: object) -> Any:
        raise BeyondError

    dialect = SimpleNamespace(name="none")
    exec_driver_sql = scalar = scalars = execute


class PureHall:
    """All records by kind and key, and the journal."""

    def __init__(self, other: Hall) -> None:
        self.adopt(other)

    def adopt(self, other: Hall) -> None:
        """Hold what that hall holds."""
        self.records = records_of(other)
        self.entries = list(other.journal(0, 100_000))
        with other.looking() as work:
            self.seq, self.config, self.now = int(work.head.seq), work.whole, work.now
            self.head = {name: getattr(work.head, name) for name in tables.hall.columns.keys()}  # noqa: SIM118
            self.last = work.head.last_at
            rows = work.connection.execute(select(tables.series))
            self.series = {(row.day, row.letter): row.last for row in rows}

    def perform(self, command: c.Command) -> Any:
        """One step, wholly or not at all. Raises Refused, or BeyondError."""
        before = self.series.copy(), self.records.copy(), self.entries.copy(), self.seq, self.last
        try:
            work = PureWork(self)
            with _answered_here(work):
                if hasattr(desk, "begin_day") and desk.begin_day(work, command, None):
                    self._keep(work)
                    work = PureWork(self)
            with _answered_here(work):
                result = desk.perform(work, command)
        except (Refused, BeyondError):
            self.series, self.records, self.entries, self.seq, self.last = before
            raise
        if work.changed():
            self._keep(work)
        return result

    def _keep(self, work: PureWork) -> None:
        said, self.seq, self.now, self.last = work._said, self.seq + 1, work.now, work.now
        assert said is not None
        changed = [(work._was[place], after) for place, after in work._now.items() if after is not work._was[place]]
        parts = tuple(change(before, after) for before, after in changed)
        self.entries.append(Entry(self.seq, self.now, "", "", said.what, said.ticket, said.facts, said.counter, parts))
        for place, after in work._now.items():
            if after is None:
                del self.records[place]
            else:
                self.records[place] = after


class PureWork(Work):
    """One step in a hall without a database."""

    def __init__(self, hall: PureHall) -> None:
        self.hall = hall
        clock = {"clock_at": hall.now, "clock_wall": hall.now, "clock_speed": 0.0, "last_at": hall.last}
        head = SimpleNamespace(**hall.head | clock | {"seq": hall.seq})
        super().__init__(_NoDatabase(), head, hall.config, BY, hall.now, hall.now)  # type: ignore[arg-type]

    def all(self, kind: type[Any]) -> Iterator[Any]:
        """Every record of that kind, as this step sees it."""
        together = self.hall.records | self._now
        return (self.known(each) for (of, _), each in list(together.items()) if of is kind and each is not None)

    def get(self, kind: type[Any], key: str | int) -> Any:
        if (kind, key) not in self._now:
            found = self.hall.records.get((kind, key))
            return None if found is None else self.known(found)
        return self._now[kind, key]

    def at_counter(self, number: int) -> Contact | None:
        self.counter(number)
        return next((each for each in self.all(Contact) if each.counter == number and each.state in AT_COUNTER), None)

    def visit(self, label: str) -> Visit:
        for each in self.all(Visit):
            if (each.day, each.label) == (self.day, label):
                return each
        raise Refused("no-such-ticket", ticket=label)

    def contacts(self, visit: Visit) -> list[Contact]:
        mine = [each for each in self.all(Contact) if each.visit == visit.id]
        return sorted(mine, key=lambda each: each.ordinal)


@contextmanager
def _answered_here(work: PureWork) -> Iterator[None]:
    """What the use cases ask the database, asked of this step."""
    ways: list[tuple[Any, str, Callable[..., Any]]] = [
        (calls, "candidates_for", _candidates),
        (calls, "other_desks", _other_desks),
        (calls, "other_desks", _other_desks),
        (intake, "expected_wait", lambda *_: None),
        (intake, "_next_label", _next_label),
        (counters, "_demand_not_elsewhere", _demand_not_elsewhere),
        (undo, "at_counter", lambda _, counter, limit=20: tuple(islice(_at(work, counter), limit))),
        (undo, "last_step_at", lambda _, counter: last_step(_at(work, counter))),
        (undo, "entries", lambda _, since, limit: [each for each in work.hall.entries if each.seq > since][:limit]),
    ]
    with pytest.MonkeyPatch.context() as patch:
        for module, name, way in ways:
            patch.setattr(module, name, way)
        yield


def _at(work: PureWork, counter: int) -> Iterator[Entry]:
    return (each for each in reversed(work.hall.entries) if each.counter == counter)


def _candidates(work: PureWork, counter: Any, clerk: Any, suits: Any, exclude: tuple[str, ...] = ()) -> list[Candidate]:
    """Everybody who waits today and is not at a counter with another question."""
    busy = {each.visit for each in work.all(Contact) if each.state in AT_COUNTER}
    waiting = [each for each in work.all(Contact) if each.state is ContactState.WAITING and each.day == work.day]
    free = [each for each in waiting if each.visit not in busy and each.label not in exclude]
    visits = {each.id: each for each in work.all(Visit)}
    return [Candidate(each, visits[each.visit].needs, visits[each.visit].language) for each in free]


def _other_desks(work: PureWork, number: int) -> tuple[Desk, ...]:
    """The open counters but this one, and whether somebody is there."""
    busy = {each.counter for each in work.all(Contact) if each.state in AT_COUNTER}
    there = sorted((each for each in work.all(CounterWork) if each.number != number), key=lambda each: each.number)
    return tuple(
        Desk(
            work.config.counter_by_number[e.number], work.config.clerk_by_code.get(e.clerk or ""), e.number not in busy
        )
        for e in there
        if e.state is CounterState.OPEN
    )


def _other_desks(work: PureWork, number: int) -> tuple[Desk, ...]:
    busy = {each.counter for each in work.all(Contact) if each.state in AT_COUNTER}
    here = [each for each in work.all(CounterWork) if each.state is CounterState.OPEN and each.number != number]
    counters, clerks = work.config.counter_by_number, work.config.clerk_by_code
    return tuple(
        Desk(counters[each.number], clerks.get(each.clerk or ""), each.number not in busy)
        for each in sorted(here, key=lambda each: each.number)
        if each.number in counters
    )


def _next_label(work: PureWork, letter: str) -> str:
    place = (work.day, letter)
    work.hall.series[place] = number = work.hall.series.get(place, 0) + 1
    return numbering.label(letter, number)


def _demand_not_elsewhere(work: PureWork, command: c.OpenCounter) -> None:
    for each in work.all(CounterWork):
        if each.clerk == command.clerk and each.number != command.counter and each.state is not CounterState.CLOSED:
            raise Refused("clerk-elsewhere", clerk=command.clerk, counter=each.number)


def records_of(hall: Hall) -> dict[tuple[type, Any], Any]:
    """Every record that a hall's tables hold."""
    with hall.reading() as connection:
        return {
            (kind, row._mapping[key_column(kind)]): load(kind, row)
            for kind, table in TABLES.items()
            for row in connection.execute(select(table))
        }
