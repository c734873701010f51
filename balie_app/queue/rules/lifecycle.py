"""The life of a contact: each step that `hall.md` section 3 draws, and a refusal for all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from balie_app.queue.rules.hall import Settings
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState

State = ContactState


def _demand(contact: Contact, code: str, *states: ContactState) -> None:
    if contact.state not in states:
        raise Refused(code, ticket=contact.label, state=contact.state.value, counter=contact.counter)


def _ms(start: datetime, end: datetime) -> int:
    return max(0, round((end - start).total_seconds() * 1000))


def call(contact: Contact, counter: int, clerk: str, why: str, seq: int, now: datetime) -> Contact:
    """waiting → called."""
    if contact.state in AT_COUNTER:
        raise Refused("already-called", ticket=contact.label, counter=contact.counter)
    _demand(contact, "not-waiting", State.WAITING)
    return replace(
        contact,
        state=State.CALLED,
        counter=counter,
        clerk=clerk,
        called_at=now,
        call_seq=seq,
        first_called_at=contact.first_called_at or now,
        waited_ms=contact.waited_ms + _ms(contact.waiting_since, now),
        not_before=None,
        calls=contact.calls + 1,
        why=why,
    )


def recall(contact: Contact, seq: int, now: datetime) -> Contact:
    """called → called once more. The last call counts: until then the visitor waited."""
    _demand(contact, "not-called", State.CALLED)
    waited = contact.waited_ms + _since_call(contact, now)
    return replace(contact, called_at=now, call_seq=seq, calls=contact.calls + 1, waited_ms=waited)


def _since_call(contact: Contact, now: datetime) -> int:
    return _ms(contact.called_at, now) if contact.called_at is not None else 0


def start(contact: Contact, now: datetime) -> Contact:
    """called → serving: the visitor is there."""
    _demand(contact, "not-called", State.CALLED)
    return replace(contact, state=State.SERVING, started_at=now)


def not_there(contact: Contact, settings: Settings, now: datetime) -> Contact:
    """called → missed after enough calls; before that back to waiting, not offered for a while."""
    _demand(contact, "not-called", State.CALLED)
    if contact.calls > settings.recall_limit:
        return replace(contact, state=State.MISSED, finished_at=now, counter=None, clerk=None)
    pause = timedelta(minutes=settings.absent_pause_minutes)
    waited = contact.waited_ms + _since_call(contact, now)
    return replace(_waiting_again(contact, now, not_before=now + pause), waited_ms=waited)


def _waiting_again(contact: Contact, now: datetime, not_before: datetime | None = None) -> Contact:
    return replace(
        contact,
        state=State.WAITING,
        counter=None,
        clerk=None,
        started_at=None,
        finished_at=None,
        waiting_since=now,
        not_before=not_before,
    )


def come_back(contact: Contact, settings: Settings, norm: timedelta, now: datetime) -> Contact:
    """missed → waiting: within the tolerance with the original arrival time, later as a new walk-in."""
    _demand(contact, "wrong-state", State.MISSED)
    tolerance = timedelta(minutes=settings.return_tolerance_minutes)
    again = replace(_waiting_again(contact, now), calls=0)
    if contact.finished_at is not None and now - contact.finished_at <= tolerance:
        return again
    anew = replace(again, arrived_at=now, appointment_at=None, due_at=now + norm, position="arrival")
    return replace(anew, first_called_at=None, waited_ms=0)


def finish(contact: Contact, outcome: str, depth: int | None, because: str, now: datetime) -> Contact:
    """serving → done."""
    _demand(contact, "not-serving", State.SERVING)
    return replace(contact, state=State.DONE, finished_at=now, outcome=outcome, depth=depth, came_back_because=because)


def come_later(contact: Contact, at: datetime, now: datetime) -> Contact:
    """waiting → waiting, away until ``at``: the place stays, and the time away is no waiting time.

    The norm waits along, so that what was promised holds for the time that the visitor is here.
    """
    _demand(contact, "not-waiting", State.WAITING)
    here = be_back(contact, now) if contact.is_away(now) else contact
    return replace(
        here,
        not_before=at,
        waiting_since=at,
        due_at=here.due_at + (at - now),
        waited_ms=here.waited_ms + _ms(here.waiting_since, now),
        calls=0,
    )


def be_back(contact: Contact, now: datetime) -> Contact:
    """Somebody who would come back later today is here already."""
    if not contact.is_away(now) or contact.not_before is None:
        raise Refused("wrong-state", ticket=contact.label, state=contact.state.value, counter=contact.counter)
    early = contact.not_before - now
    return replace(contact, not_before=now, waiting_since=now, due_at=contact.due_at - early)


def leave(contact: Contact, now: datetime) -> Contact:
    """waiting, parked, producing or missed → left."""
    _demand(contact, "not-waiting", State.WAITING, State.PARKED, State.PRODUCING, State.MISSED)
    return replace(contact, state=State.LEFT, finished_at=now, counter=None)


def park(contact: Contact, note: str) -> Contact:
    """serving → parked; the counter is free."""
    _demand(contact, "not-serving", State.SERVING)
    return replace(contact, state=State.PARKED, counter=None, note=note or contact.note)


def produce(contact: Contact) -> Contact:
    """serving → producing: made while the visitor waits; the counter is free."""
    _demand(contact, "not-serving", State.SERVING)
    return replace(contact, state=State.PRODUCING, counter=None)


def resume(contact: Contact, now: datetime) -> Contact:
    """parked → waiting, with the original arrival time."""
    _demand(contact, "wrong-state", State.PARKED)
    return replace(_waiting_again(contact, now), calls=0)


def ready(contact: Contact, now: datetime) -> Contact:
    """producing → waiting for the second call, before the others of its kind."""
    _demand(contact, "wrong-state", State.PRODUCING)
    return replace(_waiting_again(contact, now), position="first", calls=0)


def close_day(contact: Contact, reason: str, now: datetime) -> Contact:
    """Whoever is still open at the end of the day has left, with the reason; who was missed stays missed."""
    if contact.state is State.MISSED:
        return replace(contact, outcome=reason)
    return replace(contact, state=State.LEFT, finished_at=now, counter=None, outcome=reason)


def leave_behind(contact: Contact, reason: str) -> Contact:
    """The same a day later: it ended when something was last heard of it, for nobody knows more."""
    moments = (contact.arrived_at, contact.waiting_since, contact.called_at, contact.started_at)
    return close_day(contact, reason, max(each for each in moments if each is not None))
