"""Whom a counter should call, found by looking ahead from the hall as it stands, in a look before the step.

The step follows it only where nothing has changed that matters; without advice the index stands. Thinking is done only
in a process that is ready for it: making ready takes a second, and goes on in a thread of its own.
"""

from __future__ import annotations

import time
from collections import Counter as Tally
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock, Thread
from types import ModuleType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, or_, select

from balie_app.queue.rules.choose import Candidate, minutes
from balie_app.queue.rules.eligible import offered
from balie_app.queue.rules.offer import kind_of
from balie_app.queue.rules.opening import minutes_left
from balie_app.queue.rules.visit import AT_COUNTER, Appointment, AppointmentState, Contact, ContactState
from balie_app.queue.store import tables
from balie_app.queue.store.desks import all_counters
from balie_app.queue.store.outlook import Desks, open_desks
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work

if TYPE_CHECKING:
    from balie_app.queue.dispatch import live
    from balie_app.queue.dispatch.futures import Talk

ANSWER_WITHIN_S = 0.004
"""Thinking stops after this time; the answer so far counts."""
MOST = 200
"""People who wait, at most, for looking ahead; with more the index stands."""
BEFORE, AFTER = timedelta(minutes=25), timedelta(minutes=50)
"""Bookings that matter: from so long before now until so long after."""
RECENT = timedelta(minutes=60)
"""The walk-ins of this time are taken for what is to come."""
FAR = 1e5
"""Minutes until closing, where a hall never closes."""

_contact, _visit, _appointment = tables.contact, tables.visit, tables.appointment
_CONTACTS = Prepared(
    select(_contact)
    .where(_contact.c.day == bindparam("today"), or_(tables.WAITING, tables.AT_A_COUNTER))
    .order_by(_contact.c.arrived_at, _contact.c.label)
)
_NEEDS = Prepared(
    select(_visit.c.id, _visit.c.needs, _visit.c.language)
    .join(_contact, _contact.c.visit == _visit.c.id)
    .where(_contact.c.day == bindparam("today"), tables.WAITING)
)
_BOOKINGS = Prepared(
    select(_appointment).where(
        _appointment.c.day == bindparam("today"),
        _appointment.c.state == AppointmentState.BOOKED,
        _appointment.c.start > bindparam("since", type_=_appointment.c.start.type),
        _appointment.c.start < bindparam("until", type_=_appointment.c.start.type),
    )
)
_WALKED_IN = Prepared(
    select(_contact.c.contact_type).where(
        _contact.c.day == bindparam("today"),
        _contact.c.appointment_at.is_(None),
        _contact.c.ordinal == 1,
        _contact.c.label != "",
        _contact.c.arrived_at > bindparam("since", type_=_contact.c.arrived_at.type),
    )
)


@dataclass(frozen=True, slots=True)
class Advice:
    """Whom to call, and who was there when it was found."""

    contact: str
    known: frozenset[str]
    """Contacts (ids) that were taken into account; somebody else may be more urgent."""
    futures: int
    gain: float
    """By how much the mean cost is lower than with the rule's own choice."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The hall as it stands, as far as it matters for whom to call."""

    desks: Desks
    place: int
    """Position of the counter that calls, among the open ones."""
    waiting: tuple[Candidate, ...]
    at_counters: dict[int, Contact]


_ready: list[ModuleType] = []
_making_ready = Lock()


def prepare() -> None:
    """Make this process ready to look ahead. Takes a second; the first time ever on a machine half a minute."""
    from balie_app.queue.dispatch import live
    from balie_app.queue.dispatch.warm import compile_elsewhere

    compile_elsewhere()
    live.rehearse()
    _ready.append(live)


def _ready_or_soon() -> bool:
    """Whether this process can look ahead; the first who asks makes it so, in the background."""
    if not _ready and _making_ready.acquire(blocking=False):
        Thread(target=prepare, name="balie-advice", daemon=True).start()
    return bool(_ready)


def advice(work: Work, counter: int) -> Advice | None:
    """Whom this counter should call; None when the hall does not look ahead, or there is nothing to weigh."""
    if not work.config.settings.look_ahead or not _ready_or_soon():
        return None
    seen = _seen(work, counter)
    if seen is None or not 1 < len(seen.waiting) <= MOST:
        return None
    until = time.perf_counter() + ANSWER_WITHIN_S
    found = _ready[0].advise(_live(seen, work), seen.place, lambda: time.perf_counter() > until)
    if found is None or not found.futures:
        return None
    known = frozenset(each.contact.id for each in seen.waiting)
    return Advice(seen.waiting[found.visitor].contact.id, known, found.futures, found.gain)


def _seen(work: Work, counter: int) -> Seen | None:
    today = {"today": work.day}
    contacts = [load(Contact, row) for row in _CONTACTS.all(work.connection, today)]
    counters = all_counters(work)
    desks, _ = open_desks(work.config, counters, contacts, work.now)
    place = next((index for index, (number, _) in enumerate(desks.staffed) if number == counter), None)
    if place is None:
        return None
    waiting = [each for each in _waiting(work, contacts) if desks.places(each.contact, each.needs)]
    busy = {each.counter: each for each in contacts if each.state in AT_COUNTER and each.counter is not None}
    return Seen(desks, place, tuple(waiting), busy)


def _live(seen: Seen, work: Work) -> live.Live:
    """The hall in the look-ahead's words."""
    opening, zone = work.config.opening, ZoneInfo(work.config.timezone)
    left = minutes_left(opening, work.now.astimezone(zone))
    return _ready[0].Live(  # type: ignore[no-any-return]
        counters=[_talk(seen.at_counters.get(number), seen.desks, work.now) for number, _ in seen.desks.staffed],
        people=[_person(each, seen.desks, work.now) for each in seen.waiting],
        coming=_coming(work, seen.desks),
        drops=_drops(work, seen.desks),
        closes=FAR if left is None else left,
        strictness=work.config.settings.strictness,
    )


def _talk(contact: Contact | None, desks: Desks, now: datetime) -> Talk | None:
    if contact is None:
        return None
    usual = desks.usual(contact.contact_type, contact.products)
    since = contact.called_at or now
    return _ready[0].Talk(contact.id, max(0.0, minutes(since, now)), usual.minutes, usual.spread)  # type: ignore[no-any-return]


def _person(each: Candidate, desks: Desks, now: datetime) -> object:
    contact = each.contact
    usual = desks.usual(contact.contact_type, contact.products)
    counts = contact.waiting_since if contact.position == "last" else contact.arrived_at
    due = None if contact.appointment_at is None else minutes(now, contact.due_at)
    places, arrival = desks.places(contact, each.needs), min(0.0, minutes(now, counts))
    return _ready[0].Waiting(contact.id, places, usual.minutes, usual.spread, arrival=arrival, due=due)


def _coming(work: Work, desks: Desks) -> list[object]:
    """Bookings of about now for which nobody has come yet."""
    span = {"today": work.day, "since": work.now - BEFORE, "until": work.now + AFTER}
    found = []
    for row in _BOOKINGS.all(work.connection, span):
        booking = load(Appointment, row)
        known = [work.config.product_by_slug[each] for each in booking.products if each in work.config.product_by_slug]
        if known:
            code = kind_of(known, work.config).code
            usual = desks.usual(code, booking.products)
            _, places = desks.alike(code, booking.products, None, booking.officer)
            if places:
                start = minutes(work.now, booking.start)
                found.append(_ready[0].Coming(booking.code, places, usual.minutes, usual.spread, start))
    return found


def _drops(work: Work, desks: Desks) -> list[object]:
    """Who may walk in: as many of each kind as in the last hour."""
    asked = {"today": work.day, "since": work.now - RECENT}
    found = []
    for code, count in Tally(row.contact_type for row in _WALKED_IN.all(work.connection, asked)).items():
        places, usual = desks.places_of_type(code), desks.usual(code, ())
        if places:
            found.append(_ready[0].Drop(places, usual.minutes, usual.spread, count / (RECENT.total_seconds() / 60)))
    return found


def _waiting(work: Work, contacts: Sequence[Contact]) -> Iterator[Candidate]:
    away = {each.visit for each in contacts if each.state in AT_COUNTER}
    visits = {row.id: row for row in _NEEDS.all(work.connection, {"today": work.day})}
    for each in contacts:
        if each.state is ContactState.WAITING and each.visit not in away and offered(each, work.now):
            visit = visits[each.visit]
            yield Candidate(each, visit.needs, visit.language)
