"""The whole comparison behind the last call at a counter.

The journal keeps why somebody was called. Who else was considered follows from the journal too: the hall
is put back to just before the call and the rule, a pure function, is asked again.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from balie_app.queue.config import parse
from balie_app.queue.ctl import shapes
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.rules.choose import Candidate, Compared, Reason, choose
from balie_app.queue.rules.hall import Clerk, HallConfig
from balie_app.queue.rules.leave import Desk
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState, CounterWork, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry, entry_of
from balie_app.queue.store.records import unplain
from balie_app.queue.store.steps_back import UNDONE
from balie_app.queue.store.versions import document_of
from balie_app.queue.store.work import Work

CALLED, CONFIGURED = "called", "configured"
AT_ONCE = 1000

Plain = dict[str, Any]


def explain(work: Work, counter: int) -> Json | None:
    """Which rule, which clock, who else was considered; null when nobody was called there yet."""
    work.counter(counter)
    entry, undone = _last_call(work, counter)
    if entry is None:
        return None
    facts, again = entry.facts, _asked_again(work, entry, counter)
    return {
        "seq": entry.seq,
        "ticket": entry.ticket,
        "counter": counter,
        "at": shapes.time(work, entry.at),
        "why": {"rule": facts.get("rule"), "text": facts.get("why")},
        "reason": facts.get("reason", ""),
        "runner_up": facts.get("runner_up"),
        "count": again.considered if again else 0,
        "considered": [_compared(work, each) for each in again.compared] if again else [],
        "blocked": again.blocked if again else {},
        "undone": undone,
    }


def _last_call(work: Work, counter: int) -> tuple[Entry | None, bool]:
    """The last call at the counter, and whether it was taken back."""
    table = tables.journal
    query = (
        select(table)
        .where(table.c.counter == counter, table.c.what.in_((CALLED, UNDONE)))
        .order_by(table.c.seq.desc())
        .limit(100)
    )
    undone: set[int] = set()
    for row in work.connection.execute(query):
        entry = entry_of(row)
        if entry.what == CALLED:
            return entry, entry.seq in undone
        undone.add(entry.facts["undoes"])
    return None, False


def _asked_again(work: Work, entry: Entry, counter: int) -> Reason | None:
    """What the rule says about the hall as it was just before the call; None when it would have called nobody."""
    config = _config_before(work.connection, entry)
    place = config.counter_by_number.get(counter)
    contacts, visits, counters = _before(work.connection, entry, ZoneInfo(config.timezone))
    busy = {each.visit for each in contacts if each.state in AT_COUNTER}
    passed = set(entry.facts.get("excluded", []))
    candidates = [
        Candidate(each, visits[each.visit].needs, visits[each.visit].language)
        for each in contacts
        if each.state is ContactState.WAITING and each.visit not in busy and each.label not in passed
    ]
    if place is None:
        return None
    others = _others(contacts, [each for each in counters if each.number != counter], config)
    choice = choose(candidates, place, _clerk(entry, config.clerk_by_code), config, entry.at, lambda: others)
    return None if choice is None else choice.reason


def _others(contacts: list[Contact], counters: list[CounterWork], config: HallConfig) -> tuple[Desk, ...]:
    taken = {each.counter for each in contacts if each.state in AT_COUNTER}
    places, clerks = config.counter_by_number, config.clerk_by_code
    return tuple(
        Desk(places[each.number], clerks.get(each.clerk or ""), each.number not in taken)
        for each in counters
        if each.state is CounterState.OPEN and each.number in places
    )


def _config_before(connection: Connection, entry: Entry) -> HallConfig:
    """The configuration as it held for that step: by the journal's order, for its times may be equal."""
    table = tables.journal
    query = select(table).where(table.c.what == CONFIGURED, table.c.seq < entry.seq).order_by(table.c.seq.desc())
    last = connection.execute(query.limit(1)).first()
    whole = parse(document_of(connection, 1) if last is None else entry_of(last).facts["document"])
    return whole.on(entry.at.astimezone(ZoneInfo(whole.timezone)).date())


def _clerk(entry: Entry, known: dict[str, Clerk]) -> Clerk | None:
    called = next(each for each in entry.changes if each["of"] == tables.contact.name)
    return known.get(called["is"].get("clerk") or "")


def _before(
    connection: Connection, entry: Entry, zone: ZoneInfo
) -> tuple[list[Contact], dict[str, Visit], list[CounterWork]]:
    """Contacts, visits and counters of that day as they were before an entry, played from the day's own entries."""
    midnight = datetime.combine(entry.at.astimezone(zone).date(), time(), zone)
    held: dict[tuple[str, str], Plain] = {}
    for changes in reversed(_changes_since(connection, midnight, entry.seq)):
        for change in changes:
            place = (change["of"], change["key"])
            if change["is"] is None:
                held.pop(place, None)
            elif change["of"] == tables.counter.name:  # each day begins with all counters closed
                held[place] = {"number": change["key"], **held.get(place, {}), **change["is"]}
            elif change["was"] is None or place in held:  # who came before this day is of no account
                held[place] = {**held.get(place, {}), **change["is"]}
    contacts = [Contact(**unplain(Contact, it)) for (of, _), it in held.items() if of == tables.contact.name]
    visits = {key: Visit(**unplain(Visit, it)) for (of, key), it in held.items() if of == tables.visit.name}
    counters = [CounterWork(**unplain(CounterWork, it)) for (of, _), it in held.items() if of == tables.counter.name]
    return contacts, visits, sorted(counters, key=lambda each: each.number)


def _changes_since(connection: Connection, midnight: datetime, seq: int) -> list[tuple[Plain, ...]]:
    """What each entry of the day before ``seq`` changed, newest first."""
    table, found = tables.journal, list[tuple[Plain, ...]]()
    while True:
        query = select(table).where(table.c.seq < seq).order_by(table.c.seq.desc()).limit(AT_ONCE)
        page = [entry_of(row) for row in connection.execute(query)]
        today = [each for each in page if each.at >= midnight]
        found += [each.changes for each in today]
        if len(page) < AT_ONCE or len(today) < len(page):
            return found
        seq = page[-1].seq


def _compared(work: Work, found: Compared) -> Json:
    return {
        "label": found.label,
        "contact_type": found.contact_type,
        "urgency": found.urgency,
        "waited_minutes": found.waited_minutes,
        "due_at": shapes.time(work, found.due_at),
        "appointment_at": shapes.time(work, found.appointment_at),
    }
