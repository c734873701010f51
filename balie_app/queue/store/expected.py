"""The wait that is told when a number is given."""

from __future__ import annotations

from sqlalchemy import select

from balie_app.queue.rules.choose import Candidate
from balie_app.queue.rules.visit import Contact, ContactState, CounterWork, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.outlook import Outlook
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work
from balie_app.queue.views import Wait

MOST = 200
"""Waiting contacts that the forecast looks at: more in front than this makes no difference that is told."""


def expected_wait(work: Work, contact: Contact, visit: Visit) -> Wait | None:
    """How long the newly waiting ``contact`` will wait; None when no open counter can take it."""
    table, needs = tables.contact, tables.visit.c.needs
    open_now = table.c.state.in_((ContactState.WAITING, ContactState.CALLED, ContactState.SERVING))
    query = (
        select(*table.c, needs.label("visit_needs"))
        .join(tables.visit, tables.visit.c.id == table.c.visit)
        .where(table.c.day == work.day, tables.OPEN, open_now)
        .order_by(table.c.arrived_at)
        .limit(MOST)
    )
    contacts, candidates = [], [Candidate(contact, visit.needs)]
    for row in work.connection.execute(query):
        record = dict(row._mapping)
        wanted = record.pop("visit_needs")
        other = Contact(**record)
        contacts.append(other)
        if other.state is ContactState.WAITING and other.id != contact.id:
            candidates.append(Candidate(other, wanted))
    counters = [load(CounterWork, row) for row in work.connection.execute(select(tables.counter))]
    return Outlook(work.config, counters, contacts, candidates, work.now).waits.get(contact.id)
