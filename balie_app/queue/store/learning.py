"""What the hall learned about its own durations: kept in a small table, renewed when the first counter of a day opens.

It follows from the conversations of earlier days and from nothing else, so it is no part of the journal: throw the
table away and the next morning fills it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from balie_app.queue.rules.durations import Held, Learned, Usual, learn
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import ContactState
from balie_app.queue.store import tables
from balie_app.queue.store.work import Work

DAYS = 60
"""Days back from today that still say something."""
MOST = 6_000
"""Conversations that are read at most, latest days first: a morning's first step may not wait for a long past."""
_contact = tables.contact
_UNBROKEN = timedelta(seconds=1)


def read(connection: Connection) -> Learned:
    """What was learned last."""
    rows = connection.execute(select(tables.duration)).all()
    return Learned(
        {
            (row.contact_type, row.product): Usual(row.minutes, row.spread, row.seen, row.factor, row.booked)
            for row in rows
        }
    )


def once_a_day(work: Work) -> None:
    """Learn from the days before this one, unless that was done today; part of the step of ``work``."""
    if work.head.learned == work.day:
        return
    learned = learn(_held(work))
    work.connection.execute(delete(tables.duration))
    if learned.by_product:
        work.connection.execute(insert(tables.duration), [_row(key, each) for key, each in learned.by_product.items()])
    work.hall_values["learned"] = work.day


def _row(key: tuple[str, str], usual: Usual) -> dict[str, Any]:
    kind, product = key
    return {"contact_type": kind, "product": product, **asdict(usual)}


def _held(work: Work) -> Iterator[Held]:
    """The conversations of the last days, from the call until the counter was free again."""
    asked = (_contact.c.contact_type, _contact.c.products, _contact.c.called_at, _contact.c.finished_at)
    query = (
        select(*asked, _contact.c.arrived_at, _contact.c.waiting_since, _contact.c.appointment_at)
        .where(_contact.c.day < work.day, _contact.c.day >= work.day - timedelta(days=DAYS))
        .where(_contact.c.state == ContactState.DONE, _contact.c.label > "")
        .order_by(_contact.c.day.desc(), _contact.c.label.desc())
        .limit(MOST)
    )
    for row in work.connection.execute(query):
        held = _conversation(row, work.config)
        if held is not None:
            yield held


def _conversation(row: Any, config: HallConfig) -> Held | None:
    """None for what says nothing: never called, or only the last part of a conversation that was set aside."""
    kind = config.contact_type_by_code.get(row.contact_type)
    if kind is None or row.called_at is None or row.finished_at is None:
        return None
    if row.waiting_since - row.arrived_at > _UNBROKEN:
        return None
    known = [config.product_by_slug[slug] for slug in row.products if slug in config.product_by_slug]
    configured = sum(each.minutes for each in known) if known else kind.minutes
    product = known[0].slug if len(known) == 1 else ""
    took = (row.finished_at - row.called_at).total_seconds() / 60
    return Held(row.contact_type, product, took, float(configured), row.appointment_at is not None)
