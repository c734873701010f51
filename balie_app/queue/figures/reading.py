"""Visits with their conversations, read one after the other, so that a year fits in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from balie_app.queue.rules.visit import ContactState
from balie_app.queue.store import tables
from balie_app.queue.store.journal import entry_of
from balie_app.queue.store.steps_back import UNDONE

AT_ONCE = 2000
_AWAY, _BACK = frozenset({"parked", "produced"}), frozenset({"resumed", "ready"})


@dataclass(slots=True)
class Aside:
    """Time set aside, and the conversation before it, in milliseconds."""

    served: int = 0
    aside: int = 0
    since: int | None = None
    """When it was set aside, while it still is."""


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation as the figures see it. Times in minutes; None: it did not come to that."""

    state: ContactState
    contact_type: str
    products: tuple[str, ...]
    counter: int | None
    outcome: str
    came_back_because: str
    waited: float | None
    within: bool
    after_appointment: float | None
    """From the later of appointed time and check-in to the call; None for a walk-in."""
    walked: float | None
    served: float | None
    aside: float


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit as the figures see it; ``quick`` is a question without a number."""

    began: datetime
    quick: bool
    contacts: list[Held] = field(default_factory=list)
    told: tuple[int, int] | None = None
    waited_first: float | None = None


def visits(connection: Connection, start: datetime, end: datetime) -> Iterator[Stay]:
    """Every visit and quick question that began from ``start`` until ``end``, in no order that matters."""
    contact, visit, day = tables.contact, tables.visit, timedelta(days=1)
    asides = _asides(connection, start, end + day)
    query = (
        select(contact, visit.c.arrived_at.label("began"), visit.c.told_low, visit.c.told_high)
        .join(visit, visit.c.id == contact.c.visit, isouter=True)
        .where(contact.c.day >= (start - day).date(), contact.c.day <= (end + day).date())
        .order_by(contact.c.visit, contact.c.ordinal, contact.c.id)
        .execution_options(yield_per=AT_ONCE)
    )
    rows = connection.execute(query)
    for _, together in groupby(rows, key=lambda row: row.visit or row.id):
        stay = _stay(list(together), asides)
        if start <= stay.began < end:
            yield stay


def _stay(rows: list[Row[Any]], asides: dict[str, Aside]) -> Stay:
    first = rows[0]
    began: datetime = first.began or first.arrived_at
    told = None if first.told_low is None else (first.told_low, first.told_high)
    waited = None if first.first_called_at is None else _minutes(began, first.first_called_at)
    return Stay(began, not first.visit, [_held(row, asides) for row in rows], told, waited)


def _held(row: Row[Any], asides: dict[str, Aside]) -> Held:
    called, aside = row.first_called_at is not None, asides.get(row.id) or Aside()
    after = None
    if called and row.appointment_at is not None:
        after = _minutes(max(row.appointment_at, row.arrived_at), row.first_called_at)
    served = aside.served / 60_000
    apart = aside.aside / 60_000
    if row.started_at is not None and row.finished_at is not None:
        until = row.finished_at if aside.since is None else _moment(aside.since)
        served += _minutes(row.started_at, until)
        apart += _minutes(until, row.finished_at)
    walked = called and row.started_at is not None and row.called_at is not None
    return Held(
        state=row.state,
        contact_type=row.contact_type,
        products=row.products,
        counter=row.counter,
        outcome=row.outcome,
        came_back_because=row.came_back_because,
        waited=row.waited_ms / 60_000 if called else None,
        within=called and row.first_called_at <= row.due_at,
        after_appointment=after,
        walked=_minutes(row.called_at, row.started_at) if walked else None,
        served=served or None,
        aside=apart,
    )


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def _asides(connection: Connection, start: datetime, end: datetime) -> dict[str, Aside]:
    """By contact: what the journal says about being set aside. The row itself only knows the last stretch."""
    table = tables.journal
    query = (
        select(table)
        .where(table.c.what.in_((*_AWAY, *_BACK, UNDONE)), table.c.at >= start, table.c.at < end)
        .order_by(table.c.seq)
    )
    steps = [entry_of(row) for row in connection.execute(query)]
    undone = {step.facts["undoes"] for step in steps if step.what == UNDONE}
    found: dict[str, Aside] = {}
    for step in steps:
        if step.seq in undone or step.what == UNDONE:
            continue
        at = round(step.at.timestamp() * 1000)
        for change in step.changes:
            if change["of"] == tables.contact.name:
                _note(found.setdefault(change["key"], Aside()), step.what, at, change)
    return found


def _note(aside: Aside, what: str, at: int, change: dict[str, Any]) -> None:
    if what in _AWAY:
        aside.since = at
    elif aside.since is not None:
        aside.aside += at - aside.since
        started = (change["was"] or {}).get("started_at")
        aside.served += max(0, aside.since - started) if started else 0
        aside.since = None
