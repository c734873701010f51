"""A day of an existing hall, out of its journal: who came, how long each conversation took, who sat where when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from balie_app.queue.dispatch.day import Day
from balie_app.queue.dispatch.kernel import NO_APPOINTMENT
from balie_app.queue.experiment.staffing import ALWAYS, Desk, clipped
from balie_app.queue.rules.eligible import obstacle
from balie_app.queue.rules.hall import Clerk, HallConfig
from balie_app.queue.rules.visit import Contact, ContactState, CounterState
from balie_app.queue.store import tables
from balie_app.queue.store.journal import entry_of

SHORTEST = 0.05
"""Minutes: a conversation that was called and finished at once still takes a moment."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A clerk at a counter: stretches of minutes since midnight in which people were called there."""

    counter: int
    clerk: str
    open: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class JournalDay:
    """What the hall knows of a day."""

    day: Day
    called: NDArray[np.float64]
    """The minute at which each visitor was really called."""
    visitors: tuple[Visitor, ...]
    seats: tuple[Seat, ...]
    config: HallConfig
    remarks: tuple[str, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The signs of the visitors, in the order of their numbers in ``day``."""
        return tuple(sorted({_sign(each) for each in self.visitors}))


def journal_day(connection: Connection, config: HallConfig, day: date) -> JournalDay:
    """Read a day. A day without conversations has none."""
    midnight = datetime.combine(day, time(), ZoneInfo(config.timezone)).astimezone(UTC)
    rows = _contacts(connection, day)
    done = [(each, needs) for each, needs in rows if _held(each)]
    contacts = [each for each, _ in done]
    return JournalDay(
        _day(done, midnight),
        _minutes((each.called_at for each in contacts), midnight),
        tuple(done),
        tuple(_seats(connection, midnight, contacts)),
        config,
        tuple(_remarks([each for each, _ in rows])),
    )


def _contacts(connection: Connection, day: date) -> list[Visitor]:
    contact, visit = tables.contact, tables.visit
    query = (
        select(contact, visit.c.needs)
        .join(visit, visit.c.id == contact.c.visit)
        .where(contact.c.day == day)
        .order_by(contact.c.waiting_since, contact.c.label, contact.c.ordinal)
    )
    return [(Contact(*row[:-1]), row[-1]) for row in connection.execute(query)]


def _held(contact: Contact) -> bool:
    return contact.state is ContactState.DONE and contact.called_at is not None and contact.finished_at is not None


def _remarks(contacts: Sequence[Contact]) -> Iterator[str]:
    left_out = sum(not _held(each) for each in contacts)
    if left_out:
        yield f"Weggelaten: {left_out} gesprekken die niet zijn afgerond (weggegaan, niet verschenen of nog bezig)."
    again = sum(_held(each) and each.waiting_since - each.arrived_at > timedelta(seconds=1) for each in contacts)
    if again:
        yield f"Van {again} gesprekken die doorverwezen zijn of apart stonden, is het laatste deel nagespeeld."


def _day(visitors: Sequence[Visitor], midnight: datetime) -> Day:
    """Walking to the counter belongs to the conversation: the counter is taken from the call on."""
    contacts = [each for each, _ in visitors]
    ready = _minutes((each.waiting_since for each in contacts), midnight)
    called = _minutes((each.called_at for each in contacts), midnight)
    ended = _minutes((each.finished_at for each in contacts), midnight)
    booked = np.array([each.appointment_at is not None for each in contacts], dtype=bool)
    appointed = _minutes((each.appointment_at or each.arrived_at for each in contacts), midnight)
    signs = {sign: number for number, sign in enumerate(sorted({_sign(each) for each in visitors}))}
    return Day(
        np.array([signs[_sign(each)] for each in visitors], dtype=np.int64),
        _minutes((each.arrived_at for each in contacts), midnight),
        np.where(booked, appointed, NO_APPOINTMENT),
        np.maximum(ended - called, SHORTEST),
        due=_minutes((each.due_at for each in contacts), midnight),
        ready=ready,
    )


def _minutes(moments: Iterable[datetime | None], midnight: datetime) -> NDArray[np.float64]:
    return np.array([0.0 if each is None else (each - midnight).total_seconds() / 60 for each in moments])


Visitor = tuple[Contact, tuple[str, ...]]
"""A conversation, and what its visitor needs."""


def _sign(visitor: Visitor) -> str:
    """Visitors with the same sign may go to the same counters."""
    contact, needs = visitor
    own = (contact.only_counter, contact.only_clerk)
    parts = [contact.contact_type, *contact.products, *needs, *(str(each) for each in own if each is not None)]
    return "|".join(parts)


# -- who sat where ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Turns:
    """One counter through the day: from which minute on which clerk calls there (None: nobody does)."""

    is_open: bool
    clerk: str | None
    steps: list[tuple[float, str | None]]

    def note(self, minute: float, now: Mapping[str, Any]) -> None:
        self.is_open = now.get("state", CounterState.OPEN if self.is_open else "") == CounterState.OPEN
        self.clerk = now.get("clerk", self.clerk)
        self.steps.append((minute, self.clerk if self.is_open else None))


def _seats(connection: Connection, midnight: datetime, contacts: Sequence[Contact]) -> Iterator[Seat]:
    table, end = tables.journal, midnight + timedelta(days=1)
    query = select(table).where(table.c.at >= midnight, table.c.at < end).order_by(table.c.seq)
    usual = {each.counter: each.clerk for each in reversed(contacts) if each.counter is not None}
    turns: dict[int, _Turns] = {}
    for row in connection.execute(query):
        entry = entry_of(row)
        for change in entry.changes:
            if change["of"] == tables.counter.name:
                counter, was = int(change["key"]), change["was"] or {}
                here = turns.setdefault(counter, _first(was, usual.get(counter)))
                here.note((entry.at - midnight).total_seconds() / 60, change["is"] or {})
    for counter in usual.keys() - turns.keys():  # open since an earlier day, and never closed
        turns[counter] = _Turns(True, usual[counter], [(0.0, usual[counter])])
    for counter, here in sorted(turns.items()):
        yield from _stretches(counter, here.steps)


def _first(was: Mapping[str, Any], usual: str | None) -> _Turns:
    """How the counter stood at midnight, from the first thing that changed."""
    is_open = was.get("state") == CounterState.OPEN
    clerk = was.get("clerk") or usual
    return _Turns(is_open, clerk, [(0.0, clerk if is_open else None)])


def _stretches(counter: int, steps: Sequence[tuple[float, str | None]]) -> Iterator[Seat]:
    found: dict[str, list[tuple[float, float]]] = {}
    for (since, clerk), (until, _) in zip(steps, [*steps[1:], (ALWAYS, None)], strict=True):
        if clerk is not None and until > since:
            found.setdefault(clerk, []).append((since, until))
    for clerk, stretches in found.items():
        yield Seat(counter, clerk, tuple(stretches))


# -- what may be done where ---------------------------------------------------------------------------

OWN, KINDS, ALL = "own", "kinds", "all"
TRAINING = (OWN, KINDS, ALL)
"""What clerks can do: their own competences; whole kinds of contact where they do a part; everything."""


def desks(found: JournalDay, training: str, opened: tuple[int, int] | None) -> list[Desk]:
    """The seats of the day as counters, with what each clerk may be given."""
    examples = {_sign(each): each for each in found.visitors}
    made = []
    for index, seat in enumerate(found.seats):
        counter = found.config.counter_by_number.get(seat.counter)
        if counter is None:
            continue
        clerk = _trained(found.config, seat.clerk, training)
        able = {sign for sign, each in examples.items() if obstacle(*each, counter, clerk, found.config) is None}
        stretches = seat.open if opened is None else clipped(seat.open, *opened)
        made.append(Desk(str(seat.counter), index, stretches, tuple(sorted(able))))
    return made


def _trained(config: HallConfig, code: str, training: str) -> Clerk:
    clerk = config.clerk_by_code.get(code) or Clerk(code, code, frozenset())
    if training == ALL:
        return replace(clerk, competences=frozenset({"*"}))
    if training == OWN:
        return clerk
    of_products = (config.product_by_slug.get(each) for each in clerk.competences)
    kinds_of = {product.contact_type for product in of_products if product is not None}
    return replace(clerk, competences=clerk.competences | kinds_of)
