"""The whole comparison behind the last call at a counter, as the journal kept it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from balie_app.queue.ctl import shapes
from balie_app.queue.ctl.shapes import Json
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry, entry_of
from balie_app.queue.store.steps_back import UNDONE
from balie_app.queue.store.work import Work

CALLED = "called"


def explain(work: Work, counter: int) -> Json | None:
    """Which rule, which clock, who else was considered; null when nobody was called there yet."""
    work.counter(counter)
    entry, undone = _last_call(work, counter)
    if entry is None:
        return None
    facts = entry.facts
    return {
        "seq": entry.seq,
        "ticket": entry.ticket,
        "counter": counter,
        "at": shapes.time(work, entry.at),
        "why": {"rule": facts.get("rule"), "text": facts.get("why")},
        "reason": facts.get("reason", ""),
        "runner_up": facts.get("runner_up"),
        "count": facts.get("considered", 1),
        "considered": [_local(work, each) for each in facts.get("compared", [])],
        "blocked": facts.get("blocked", {}),
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


def _local(work: Work, compared: Json) -> Json:
    """A candidate of the comparison with its times as the hall's."""
    times = {key: compared[key] and datetime.fromisoformat(compared[key]) for key in ("due_at", "appointment_at")}
    return {**compared, **{key: shapes.time(work, moment) for key, moment in times.items()}}
