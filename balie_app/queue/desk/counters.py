"""Sitting down at a counter, pausing, leaving it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import CounterState, CounterWork
from balie_app.queue.store import learning, tables
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work


def open_counter(work: Work, command: c.OpenCounter) -> CounterWork:
    """A clerk sits down at a counter and takes people."""
    found = work.counter(command.counter)
    if command.clerk not in work.config.clerk_by_code:
        raise Refused("no-such-clerk", clerk=command.clerk)
    _demand_not_elsewhere(work, command)
    if found.clerk not in {None, command.clerk}:
        _demand_empty(work, command.counter)
    opened = _now(work, found, CounterState.OPEN, command.clerk, "counter-opened")
    if work.changed():
        learning.once_a_day(work)
    return opened


def _demand_not_elsewhere(work: Work, command: c.OpenCounter) -> None:
    table = tables.counter
    query = select(table).where(table.c.clerk == command.clerk, table.c.number != command.counter)
    for row in work.connection.execute(query):
        other = load(CounterWork, row)
        if other.state is not CounterState.CLOSED:
            raise Refused("clerk-elsewhere", clerk=command.clerk, counter=other.number)


def _demand_empty(work: Work, number: int) -> None:
    there = work.at_counter(number)
    if there is not None:
        raise Refused("counter-busy", counter=number, ticket=there.label)


def pause_counter(work: Work, command: c.PauseCounter) -> CounterWork:
    """Take nobody new; who is there is helped to the end."""
    found = work.counter(command.counter)
    if found.state is CounterState.CLOSED:
        raise Refused("counter-closed", counter=command.counter, state=found.state.value)
    return _now(work, found, CounterState.PAUSED, found.clerk, "counter-paused")


def resume_counter(work: Work, command: c.ResumeCounter) -> CounterWork:
    """Take people again."""
    found = work.counter(command.counter)
    if found.state is CounterState.CLOSED:
        raise Refused("counter-closed", counter=command.counter, state=found.state.value)
    return _now(work, found, CounterState.OPEN, found.clerk, "counter-resumed")


def close_counter(work: Work, command: c.CloseCounter) -> CounterWork:
    """The clerk leaves; refused while somebody is there."""
    found = work.counter(command.counter)
    _demand_empty(work, command.counter)
    return _now(work, found, CounterState.CLOSED, None, "counter-closed")


def _now(work: Work, found: CounterWork, state: CounterState, clerk: str | None, what: str) -> CounterWork:
    if found.state is state and found.clerk == clerk:
        return found
    work.say(what, counter=found.number, clerk=clerk)
    return work.put(replace(found, state=state, clerk=clerk, since=work.now))
