"""The wait that is told when a number is given, from a bounded look at who waits."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    CompoundSelect,
    Row,
    TextClause,
    bindparam,
    func,
    literal_column,
    select,
    type_coerce,
    union_all,
)

from balie_app.queue.rules.choose import booked_urgency, strictness, urgency, walk_in_urgency
from balie_app.queue.rules.forecast import Person, Places, expected_waits, spread
from balie_app.queue.rules.visit import Contact, CounterWork, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.outlook import Desks, open_desks
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work
from balie_app.queue.views import Wait

PLAYED = 6
"""Waiting walk-ins, and as many appointments, of each kind that are played one by one; a longer list counts by its
length: each of these then stands for several."""
COUNTED = 50
"""People of each list that are counted: a wait that is longer still says nothing more."""

_contact = tables.contact
_AT_COUNTERS = select(
    *(_contact.c.counter, _contact.c.state, _contact.c.contact_type, _contact.c.products),
    *(_contact.c.called_at, _contact.c.started_at),
).where(tables.AT_A_COUNTER)
_COUNTERS = select(tables.counter).order_by(tables.counter.c.number)
_LISTS = ((tables.WALK_IN, _contact.c.arrived_at), (tables.BOOKED, _contact.c.due_at))
"""Of each kind two lists, each in the order in which it is called."""
WALK_IN = 0


def expected_wait(work: Work, contact: Contact, visit: Visit) -> Wait | None:
    """How long the newly waiting ``contact`` will wait; None when no open counter can take it."""
    counters = [load(CounterWork, row) for row in work.connection.execute(_COUNTERS)]
    at_counters = cast("list[Contact]", work.connection.execute(_AT_COUNTERS).all())  # rows with what is asked of them
    desks, free_in = open_desks(work.config, counters, at_counters, work.now)
    mine = desks.places(contact, visit.needs)
    if not mine:
        return None
    me = Person(contact.id, 0, mine, probe=True)
    return Wait(*spread(expected_waits([*_ahead(work, contact, desks, mine), me], free_in)[me.key]))


def _ahead(work: Work, contact: Contact, desks: Desks, mine: Places) -> list[Person]:
    """Who is called before the newcomer, and may take one of the same counters."""
    own_kind = contact.contact_type
    kinds = tuple(
        code for code in work.config.contact_type_by_code if code == own_kind or desks.places_of_type(code) & mine
    )
    asked = {"today": work.day}
    rows = work.connection.execute(_first_of_each(kinds), asked).all()
    weight = _weights(work, rows, kinds, asked)
    goes_first = _comparison(work, contact)
    people = []
    for index, (which, products, only_counter, only_clerk, moment) in enumerate(rows):
        if goes_first(which % 2, moment):
            minutes, places = desks.alike(kinds[which // 2], products, only_counter, only_clerk)
            people.append(Person(str(index), minutes * weight[which], places))
    return people


def _comparison(work: Work, contact: Contact) -> Callable[[int, int], bool]:
    """Whether somebody of that list, with that time (ms since 1970), is called before the newcomer."""
    strict = strictness(work.config.settings.strictness)
    own, now = urgency(contact, work.now, strict), work.now.timestamp() * 1000

    def goes_first(which: int, moment: int) -> bool:
        if which == WALK_IN:
            return walk_in_urgency((now - moment) / 60_000) >= own
        return booked_urgency((moment - now) / 60_000, strict) >= own

    return goes_first


def _weights(work: Work, rows: Sequence[Row[Any]], kinds: tuple[str, ...], asked: dict[str, Any]) -> dict[int, float]:
    """For how many people each one that was read stands, by list."""
    read = Tally(row[0] for row in rows)
    full = tuple(which for which, count in read.items() if count == PLAYED)
    weights = dict.fromkeys(read, 1.0)
    if full:
        counts = work.connection.execute(_lengths(kinds, full), asked)
        weights |= {which: length / PLAYED for which, length in counts}
    return weights


@cache
def _first_of_each(kinds: tuple[str, ...]) -> CompoundSelect[Any]:
    """The first people of each list, in one statement that is built once."""
    heads = []
    for index, kind in enumerate(kinds):
        for which, (condition, order) in enumerate(_LISTS, start=2 * index):
            asked = (_contact.c.products, _contact.c.only_counter, _contact.c.only_clerk)
            named = select(
                literal_column(str(which)).label("which"), *asked, type_coerce(order, BigInteger).label("at")
            )
            head = named.where(*_of(kind, condition)).order_by(order, _contact.c.label).limit(PLAYED)
            heads.append(select(head.subquery()))
    return union_all(*heads)


@cache
def _lengths(kinds: tuple[str, ...], full: tuple[int, ...]) -> CompoundSelect[Any]:
    """How long these lists are, counted as far as it matters."""
    lengths: list[Any] = []
    for which in full:
        condition, order = _LISTS[which % 2]
        those = select(_contact.c.label).where(*_of(kinds[which // 2], condition))
        # in order, so that PostgreSQL reads the index and never the table from its beginning
        some = those.order_by(order, _contact.c.label).limit(COUNTED).subquery()
        lengths.append(select(literal_column(str(which)).label("which"), func.count(some.c.label).label("length")))
    return union_all(*lengths)


def _of(kind: str, condition: TextClause) -> tuple[Any, ...]:
    return _contact.c.day == bindparam("today"), _contact.c.contact_type == kind, condition
