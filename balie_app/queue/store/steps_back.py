"""Which step at a counter can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select

from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry, at_counter, entry_of

UNDONE = "undone"
REVERSIBLE = frozenset(
    {
        "called",
        "recalled",
        "started",
        "not-there",
        "missed",
        "finished",
        "parked",
        "produced",
        "transferred",
        "promised",
        "contact-added",
    }
)
FINAL = frozenset({"receipt", "refund", "correction", "settled"})
"""Steps with money at a counter: they are put right by another receipt, never taken back."""
RECENT = 400
"""How many entries back the picture looks: more than a busy hall makes in the undo window."""


def last_step(entries: Iterable[Entry]) -> Entry | None:
    """The step that undo would take back, from a counter's entries, newest first: undone ones do not count."""
    found = last_standing(entries)
    return found if found is not None and found.what in REVERSIBLE else None


def last_standing(entries: Iterable[Entry]) -> Entry | None:
    """The latest of a counter's entries, newest first, that was not taken back."""
    undone: set[int] = set()
    for entry in entries:
        if entry.what == UNDONE:
            undone.add(entry.facts["undoes"])
        elif entry.seq not in undone:
            return entry
    return None


def last_step_at(connection: Connection, counter: int) -> Entry | None:
    """The step that undo would take back at this counter."""
    return last_step(at_counter(connection, counter))


def undoable_steps(connection: Connection, seq: int, since: datetime) -> dict[int, str]:
    """By counter: what undo would take back there now."""
    table = tables.journal
    query = (
        select(table)
        .where(table.c.seq > seq - RECENT, table.c.counter.is_not(None), table.c.at >= since)
        .order_by(table.c.seq.desc())
    )
    by_counter: dict[int, list[Entry]] = {}
    for row in connection.execute(query):
        by_counter.setdefault(row.counter, []).append(entry_of(row))
    steps = {number: last_step(entries) for number, entries in by_counter.items()}
    return {number: step.what for number, step in steps.items() if step is not None}
