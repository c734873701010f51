"""The paper that is under way, for the picture of the hall: read in full only when it is new or changed.

A thousand tickets may wait for a slow printer, and every window reads the picture after every step: what a window
already knows of a job is not fetched and converted again.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select

from balie_app.queue.store import tables
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.views import PrintJob

_job = tables.print_job
_HEADS = Prepared(
    select(_job.c.id, _job.c.revision, _job.c.state)
    .where(_job.c.day == bindparam("today", type_=tables.Day()), tables.UNFINISHED)
    .order_by(_job.c.made_at, _job.c.id)
)
_WHOLE = select(_job).where(_job.c.id.in_(bindparam("ids", expanding=True)))
AT_ONCE = 500
"""Jobs asked for in one statement: databases limit how many values it may have."""

_known: dict[str, dict[Any, PrintJob]] = {}
"""By hall, then by (job, revision, state). Replaced as a whole: threads need no lock, at worst one reads again."""


def print_jobs(connection: Connection, hall: str, day: date) -> tuple[PrintJob, ...]:
    """Paper of this day that is not printed yet, or went wrong; in the order in which it was asked for."""
    heads = _HEADS.all(connection, {"today": day})
    before = _known.get(hall, {})
    read = _whole(connection, [head.id for head in heads if head not in before])
    now = {head: before.get(head) or read[head.id] for head in heads}
    _known[hall] = now
    return tuple(now.values())


def _whole(connection: Connection, ids: list[str]) -> dict[str, PrintJob]:
    found = {}
    for start in range(0, len(ids), AT_ONCE):
        for row in connection.execute(_WHOLE, {"ids": ids[start : start + AT_ONCE]}):
            found[row.id] = PrintJob(
                row.id, row.printer, row.kind, row.label, row.state, row.copy, row.made_at, row.detail, row.content
            )
    return found
