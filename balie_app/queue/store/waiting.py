"""The heads of the waiting lists that a counter may take, without loading the lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    TextClause,
    bindparam,
    literal_column,
    select,
    union_all,
)

from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.eligible import needs_privacy
from balie_app.queue.rules.hall import Clerk, ContactType, Counter, HallConfig
from balie_app.queue.rules.visit import Contact, ContactState
from balie_app.queue.store import tables
from balie_app.queue.store.lists import heads
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.work import Work

FIRST_LOOK = 3
"""People read of each list at first: who is called, the runner-up, and one to spare."""
WIDER = 8
"""How much further each next look goes, when too few of those suit this counter and clerk."""
ENOUGH = 2

Suits = Callable[[Candidate], bool]

_contact, _visit = tables.contact, tables.visit
_ASKED = (
    *(_contact.c.id, _contact.c.visit, _contact.c.label, _contact.c.contact_type, _contact.c.products),
    *(_contact.c.arrived_at, _contact.c.due_at, _contact.c.waiting_since, _contact.c.appointment_at),
    *(_contact.c.not_before, _contact.c.only_counter, _contact.c.only_clerk, _contact.c.position, _contact.c.ordinal),
)
"""What the rules ask about somebody who waits; the whole contact is read of the one who is called."""
_AT_COUNTERS = Prepared(select(_contact.c.visit).where(tables.AT_A_COUNTER))


def candidates_for(
    work: Work, counter: Counter, clerk: Clerk | None, suits: Suits, exclude: tuple[str, ...] = ()
) -> list[Candidate]:
    """Enough of the waiting contacts that this counter's type may take: the most urgent who suits is among them.

    A list is read in its order of urgency, and further only when too few of its first people suit.
    """
    kinds = tuple(kind.code for kind in work.config.contact_types if _may_take(kind, counter, clerk, work.config))
    asked = {"day": work.day, "counter": counter.number, "now": work.now}
    elsewhere = {row.visit for row in _AT_COUNTERS.all(work.connection)}
    limit = FIRST_LOOK
    while True:
        rows = _heads(kinds, limit).all(work.connection, asked)
        here = [row for row in rows if row.label not in exclude and row.visit not in elsewhere]
        found = [(row.which, _candidate(work, row)) for row in here]
        if _enough(rows, found, suits, limit):
            return [candidate for _, candidate in found]
        limit *= WIDER


def _may_take(kind: ContactType, counter: Counter, clerk: Clerk | None, config: HallConfig) -> bool:
    """Whether anybody with this kind of contact may be helped here; of the others no list is read."""
    if clerk is None or counter.type not in kind.counter_types or (needs_privacy(kind) and not counter.private):
        return False
    known = clerk.competences
    return "*" in known or kind.code in known or not known.isdisjoint(config.product_by_slug)


def _enough(rows: Iterable[Any], found: list[tuple[int, Candidate]], suits: Suits, limit: int) -> bool:
    """Whether nobody further down a list can be called before those that were read."""
    read: dict[int, int] = defaultdict(int)
    for row in rows:
        read[row.which] += 1
    full = {which for which, count in read.items() if which != _ALL_READ and count == limit}
    fit: dict[int, int] = defaultdict(int)
    for which, candidate in found:
        if which in full and suits(candidate):
            fit[which] += 1
    return all(fit[which] >= ENOUGH for which in full)


_ALL_READ = 0
"""The list of those out of line, which is short and always read to its end."""


@cache
def _heads(kinds: tuple[str, ...], limit: int) -> Prepared:
    """The statement, built once for each set of kinds: building it costs more than running it.

    Of each kind three lists, each in falling urgency: walk-ins, appointments past their norm, and
    appointments whose norm is still ahead. Who is out of line (put first or last, or waits for one
    counter) comes with them.
    """
    mine = _contact.c.only_counter.is_(None) | (_contact.c.only_counter == bindparam("counter"))
    apart = select(*_of_today(tables.OUT_OF_LINE, mine).subquery().c, literal_column(str(_ALL_READ)).label("which"))
    return Prepared(lambda dialect: union_all(apart, *heads(_LISTS, kinds, limit, dialect)))


def _of_today(condition: TextClause, *more: ColumnElement[bool]) -> Select[Any]:
    whole = select(*_ASKED, _visit.c.needs, _visit.c.language).join(_visit, _visit.c.id == _contact.c.visit)
    return whole.where(_contact.c.day == bindparam("day", type_=tables.Day()), condition, *more)


_IN_LINE = (_contact.c.position == "arrival") & _contact.c.only_counter.is_(None)
_NOW = bindparam("now", type_=tables.Instant())
_BOOKED = (_contact.c.due_at, _contact.c.label)
_LISTS = (
    _of_today(tables.WALK_IN, _IN_LINE).order_by(_contact.c.arrived_at, _contact.c.label),
    _of_today(tables.BOOKED, _IN_LINE, _contact.c.due_at < _NOW).order_by(*_BOOKED),
    _of_today(tables.BOOKED, _IN_LINE, _contact.c.due_at >= _NOW).order_by(*_BOOKED),
)


def _candidate(work: Work, row: Any) -> Candidate:
    contact = Contact(
        id=row.id,
        visit=row.visit,
        day=work.day,
        label=row.label,
        state=ContactState.WAITING,
        contact_type=row.contact_type,
        products=row.products,
        arrived_at=row.arrived_at,
        due_at=row.due_at,
        waiting_since=row.waiting_since,
        ordinal=row.ordinal,
        appointment_at=row.appointment_at,
        not_before=row.not_before,
        only_counter=row.only_counter,
        only_clerk=row.only_clerk,
        position=row.position,
    )
    return Candidate(contact, row.needs, row.language)
