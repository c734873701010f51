"""The wait that is told when a number is given, from a bounded look at who waits."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    Select,
    TextClause,
    bindparam,
    select,
    type_coerce,
    union_all,
)

from balie_app.queue.rules.choose import booked_urgency, minutes, strictness, urgency, walk_in_urgency
from balie_app.queue.rules.forecast import Person, Places, by_appointment, expected_waits, spread
from balie_app.queue.rules.visit import Contact
from balie_app.queue.store import tables
from balie_app.queue.store.desks import all_counters
from balie_app.queue.store.lists import heads, lengths
from balie_app.queue.store.outlook import Desks, open_desks
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.sampling import shown_wait
from balie_app.queue.store.work import Work
from balie_app.queue.views import Wait

PLAYED = 3
"""Waiting walk-ins, and as many appointments, of each kind that are played one by one; a longer list counts by its
length: each of these then stands for several."""
COUNTED = 50
"""People of each list that are counted: a wait that is longer still says nothing more."""

_contact = tables.contact
_AT_COUNTERS = Prepared(
    select(
        *(_contact.c.counter, _contact.c.state, _contact.c.contact_type, _contact.c.products),
        *(_contact.c.called_at, _contact.c.started_at),
    ).where(tables.AT_A_COUNTER)
)


def _list(condition: TextClause, order: Any) -> Select[Any]:
    asked = (_contact.c.label, _contact.c.products, _contact.c.only_counter, _contact.c.only_clerk)
    people = select(*asked, type_coerce(order, BigInteger).label("at"))
    today = _contact.c.day == bindparam("today", type_=tables.Day())
    return people.where(today, condition).order_by(order, _contact.c.label)


_LISTS = (_list(tables.WALK_IN, _contact.c.arrived_at), _list(tables.BOOKED, _contact.c.due_at))
"""Of each kind two lists, each in the order in which it is called."""
WALK_IN = 1
"""The first list: these are numbered from 1."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The wait of a newcomer, found in a look before the step; ``wait`` None: no open counter can take him."""

    wait: Wait | None


def expected_wait(work: Work, contact: Contact, needs: tuple[str, ...]) -> Wait | None:
    """How long the newly waiting ``contact`` will wait; None when no open counter can take it."""
    counters = all_counters(work)
    at_counters = cast("list[Contact]", _AT_COUNTERS.all(work.connection))  # rows with what is asked of them
    desks, free_in = open_desks(work.config, counters, at_counters, work.now)
    mine = desks.places(contact, needs)
    if not mine:
        return None
    shown = _shown(work, contact, desks, mine)
    if shown is not None:
        return shown
    people, ahead = _ahead(work, contact, desks, mine)
    middle = expected_waits([*people, Person(contact.id, 0, mine, probe=True)], free_in)[contact.id]
    wait = spread(middle, ahead, work.config.learned.booked)
    return Wait(*wait if contact.appointment_at is None else by_appointment(wait, minutes(work.now, contact.due_at)))


def _shown(work: Work, contact: Contact, desks: Desks, mine: Places) -> Wait | None:
    """What this station shows on its windows for such a visitor: the ticket tells the same, and it is known better."""
    kind = contact.contact_type
    if contact.appointment_at is not None or contact.only_counter is not None or mine != desks.places_of_type(kind):
        return None
    return shown_wait(work.head.uid, int(work.head.seq), kind, work.now)


def _ahead(work: Work, contact: Contact, desks: Desks, mine: Places) -> tuple[list[Person], int]:
    """Who is called before the newcomer, and may take one of the same counters, in the order of calling; how many."""
    own_kind = contact.contact_type
    kinds = tuple(
        code for code in work.config.contact_type_by_code if code == own_kind or desks.places_of_type(code) & mine
    )
    asked = {"today": work.day}
    rows = _first_of_each(kinds).all(work.connection, asked)
    weight = _weights(work, rows, kinds, asked)
    first = sorted(_more_urgent(work, contact, rows), key=lambda pair: (-pair[0], pair[1].label))
    people, ahead = [], 0.0
    for _, (label, products, only_counter, only_clerk, _, which) in first:
        lasts, places = desks.alike(kinds[(which - 1) // len(_LISTS)], products, only_counter, only_clerk)
        people.append(Person(label, lasts * weight[which], places))
        ahead += weight[which] if places & mine else 0.0
    return people, round(ahead)


def _more_urgent(work: Work, contact: Contact, rows: Sequence[Any]) -> Iterator[tuple[float, Any]]:
    """Those who are called before the newcomer, with their urgency."""
    strict = strictness(work.config.settings.strictness)
    own, now = urgency(contact, work.now, strict), work.now.timestamp() * 1000
    for row in rows:
        passed = (now - row.at) / 60_000
        walks_in = row.which % len(_LISTS) == WALK_IN
        theirs = walk_in_urgency(passed) if walks_in else booked_urgency(-passed, strict)
        if theirs >= own:
            yield theirs, row


def _weights(work: Work, rows: Sequence[Any], kinds: tuple[str, ...], asked: dict[str, Any]) -> dict[int, float]:
    """For how many people each one that was read stands, by list."""
    read = Tally(row.which for row in rows)
    full = tuple(which for which, count in read.items() if count == PLAYED)
    weights = dict.fromkeys(read, 1.0)
    if full:
        counts = _lengths(kinds, tuple(sorted(full))).all(work.connection, asked)
        weights |= {which: length / PLAYED for length, which in counts}
    return weights


@cache
def _first_of_each(kinds: tuple[str, ...]) -> Prepared:
    """The first people of each list, in one statement that is built once."""
    return Prepared(lambda dialect: union_all(*heads(_LISTS, kinds, PLAYED, dialect)))


@cache
def _lengths(kinds: tuple[str, ...], full: tuple[int, ...]) -> Prepared:
    """How long these lists are, counted as far as it matters."""
    return Prepared(lambda dialect: lengths(_LISTS, kinds, COUNTED, full, dialect))
