"""Values of the hall as the JSON objects of the contract. Times are local, with their offset."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from balie_app.queue.rules.visit import Appointment, Contact, ContactState, CounterWork, Promise, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.expected import expected_wait
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.picture import read_view
from balie_app.queue.store.work import Work, current
from balie_app.queue.views import Wait

Json = dict[str, Any]
MANY = 200
"""From so many waiting on, one ticket's forecast is not worth a look at all of them."""


def time(work: Work, moment: datetime | None) -> str | None:
    """A time in the hall's zone, in seconds (milliseconds where there are any); null when it did not happen."""
    if moment is None:
        return None
    return work.local(moment).isoformat(timespec="milliseconds" if moment.microsecond else "seconds")


def forecast(wait: Wait | None) -> Json | None:
    """An expected wait in minutes; null when nobody who is there can help."""
    if wait is None:
        return None
    return {"p10": round(wait.p10, 1), "p50": round(wait.p50, 1), "p90": round(wait.p90, 1)}


def ticket(work: Work, label: str) -> Json:
    """Today's ticket with this number. Refused when there is none."""
    visit = work.visit(label)
    contacts = work.contacts(visit)
    now = current(contacts)
    return ticket_of(work, visit, contacts, now, _wait(work, visit, now))


def _wait(work: Work, visit: Visit, now: Contact) -> Wait | None:
    """How long somebody who waits will wait: as the stations show it, or as it is told when very many wait."""
    if now.state is not ContactState.WAITING:
        return None
    table = tables.contact
    some = select(table.c.id).where(table.c.day == work.day, tables.WAITING).limit(MANY).subquery()
    if work.connection.execute(select(func.count()).select_from(some)).scalar_one() == MANY:
        return expected_wait(work, now, visit.needs)
    return read_view(work.connection, work.head, work.config, work.wall).waits.get(now.id)


def ticket_of(work: Work, visit: Visit, contacts: Sequence[Contact], now: Contact, wait: Wait | None) -> Json:
    """A visit as one ticket: what it is about ``now``, and all its contacts."""
    about = contact(work, now)
    return {
        "label": visit.label,
        "state": about["state"],
        "contact_type": about["contact_type"],
        "products": about["products"],
        "language": visit.language,
        "party": visit.party,
        "issued_at": time(work, visit.arrived_at),
        **{key: about[key] for key in ("due_at", "called_at", "started_at", "finished_at", "counter", "clerk")},
        "appointment": visit.appointment,
        "calls": now.calls,
        "referrals": now.referrals,
        "note": now.note,
        "forecast": forecast(wait),
        "contacts": [contact(work, each) for each in contacts],
    }


def contact(work: Work, found: Contact) -> Json:
    """One conversation of a visit, with its times."""
    return {
        "ordinal": found.ordinal,
        "state": found.state.value,
        "contact_type": found.contact_type,
        "products": list(found.products),
        "arrived_at": time(work, found.arrived_at),
        "due_at": time(work, found.due_at),
        "appointment_at": time(work, found.appointment_at),
        "called_at": time(work, found.called_at),
        "started_at": time(work, found.started_at),
        "finished_at": time(work, found.finished_at),
        "counter": found.counter,
        "clerk": found.clerk,
        "calls": found.calls,
        "referrals": found.referrals,
        "waited_minutes": round(found.waited_ms / 60_000, 2),
        "note": found.note,
        "outcome": found.outcome,
        "depth": found.depth,
        "came_back_because": found.came_back_because,
        "why": found.why,
    }


def quick(work: Work, found: Contact) -> Json:
    """A question answered at once."""
    kind, state = found.contact_type, found.state.value
    at = time(work, found.finished_at)
    return {"topic": found.outcome, "contact_type": kind, "state": state, "counter": found.counter, "at": at}


def counter(work: Work, found: CounterWork) -> Json:
    """A counter of the hall and who is there."""
    place = work.config.counter_by_number[found.number]
    there = work.at_counter(found.number)
    return {
        "counter": found.number,
        "type": place.type.value,
        "zone": place.zone,
        "clerk": found.clerk,
        "state": found.state.value,
        "ticket": there.label if there else None,
    }


def appointment(work: Work, found: Appointment) -> Json:
    """A booking; nothing about who comes."""
    return {
        "code": found.code,
        "state": found.state.value,
        "start": time(work, found.start),
        "products": list(found.products),
        "minutes": found.minutes,
        "officer": found.officer,
        "party": found.party,
    }


def promise(work: Work, found: Promise) -> Json:
    """Who lets a visitor know, and before when."""
    times = {"due": time(work, found.due_at), "kept_at": time(work, found.kept_at)}
    return {"promise": found.id, "ticket": found.label, "clerk": found.clerk, "about": found.about, **times}


def entry(work: Work, found: Entry) -> Json:
    """A journal entry without the changes it holds."""
    return {
        "seq": found.seq,
        "at": time(work, found.at),
        "station": found.station,
        "actor": found.actor,
        "what": found.what,
        "ticket": found.ticket,
        "facts": found.facts,
    }
