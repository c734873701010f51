"""The paper that is under way, for the picture of the hall: read in full only when it is new or changed.

A thousand tickets may wait for a slow printer, and every window reads the picture after every step: what a window
already knows of a job is not fetched and converted again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, String, bindparam, cast, func, literal_column, select

from balie_app.queue.store import tables
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.views import PrintJob

_job = tables.print_job
_WAITS = (_job.c.day == bindparam("today", type_=tables.Day())) & tables.UNFINISHED


def _stamp(dialect: str) -> Select[tuple[str | None]]:
    each = _job.c.id + ":" + cast(_job.c.revision, String) + ":" + _job.c.state
    joined = func.group_concat(each) if dialect == "sqlite" else func.string_agg(each, literal_column("','"))
    return select(joined.label("stamp")).where(_WAITS)


_STAMP = Prepared(_stamp)
"""All jobs that wait, as one text: the same text, the same jobs. The database makes it much faster than a row a job."""
_HEADS = Prepared(select(_job.c.id, _job.c.revision, _job.c.state).where(_WAITS).order_by(_job.c.made_at, _job.c.id))
_WHOLE = select(_job).where(_job.c.id.in_(bindparam("ids", expanding=True)))
AT_ONCE = 500
"""Jobs asked for in one statement: databases limit how many values it may have."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read last of one hall."""

    stamp: str | None = None
    jobs: dict[Any, PrintJob] = field(default_factory=dict)
    """By (job, revision, state), in their order."""
    told: tuple[PrintJob, ...] = ()


_known: dict[str, _Known] = {}
"""By hall. Replaced as a whole: threads need no lock, at worst one reads again."""


def print_jobs(connection: Connection, hall: str, day: date) -> tuple[PrintJob, ...]:
    """Paper of this day that is not printed yet, or went wrong; in the order in which it was asked for."""
    today = {"today": day}
    before, stamp = _known.get(hall, _Known()), _STAMP.first(connection, today).stamp
    if stamp is None or stamp != before.stamp:
        jobs = _jobs(connection, _HEADS.all(connection, today) if stamp else [], before.jobs)
        before = _known[hall] = _Known(stamp, jobs, tuple(jobs.values()))
    return before.told


def _jobs(connection: Connection, heads: list[Any], before: dict[Any, PrintJob]) -> dict[Any, PrintJob]:
    read = _whole(connection, [head.id for head in heads if head not in before])
    return {head: before.get(head) or read[head.id] for head in heads}


def _whole(connection: Connection, ids: list[str]) -> dict[str, PrintJob]:
    found = {}
    for start in range(0, len(ids), AT_ONCE):
        for row in connection.execute(_WHOLE, {"ids": ids[start : start + AT_ONCE]}):
            found[row.id] = PrintJob(
                row.id, row.printer, row.kind, row.label, row.state, row.copy, row.made_at, row.detail, row.content
            )
    return found
