"""Paper: what is to be printed, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, select

from balie_app.queue import commands as c
from balie_app.queue.money import papers
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.store import tables
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work

TICKET = "ticket"
"""The kind of print job whose content follows from its number."""
LONGEST_NAME = 40
"""Characters of a printer's name."""
NEXT_STATES = {
    "queued": {"sending", "cancelled", "failed"},
    "sending": {"printed", "unknown", "failed", "queued"},
    "unknown": {"printed", "failed", "cancelled"},
    "failed": {"cancelled", "queued"},
}
"""What a print job may become. "sending" goes back to "queued" only when no byte had left."""

_job = tables.print_job
_today = bindparam("today", type_=tables.Day())
_WAITING = (
    select(_job)
    .where(_job.c.day == _today, tables.UNFINISHED, _job.c.state == "queued", _job.c.printer == bindparam("of"))
    .where(_job.c.kind != papers.DRAWER)  # a drawer hangs on its own printer
    .order_by(_job.c.made_at, _job.c.id)
)
_LEFT = select(_job).where(_job.c.day < _today, tables.UNFINISHED, _job.c.state.in_(("queued", "sending")))
_IN_DOUBT = select(_job).where(
    _job.c.day == _today,
    tables.UNFINISHED,
    _job.c.kind == "ticket",
    _job.c.label == bindparam("ticket"),
    _job.c.state.in_(("unknown", "failed")),
)


def queue_ticket(work: Work, visit: Visit, printer: str | None, copy: bool = False) -> PrintRecord | None:
    """A ticket to be printed, in the same transaction as the number itself."""
    if printer is None:
        return None
    return queue_paper(work, printer, TICKET, "", visit.label, copy=copy)


def queue_paper(
    work: Work, printer: str, kind: str, content: str, label: str = "", *, copy: bool = False
) -> PrintRecord:
    """Any paper to be printed, in the same transaction as the step itself; ``content`` is all that stands on it."""
    if not 0 < len(printer) <= LONGEST_NAME:
        raise Refused("wrong-printer", most=LONGEST_NAME)
    return work.put(
        PrintRecord(
            id=work.new_id(),
            day=work.day,
            printer=printer,
            kind=kind,
            label=label,
            state="queued",
            copy=copy,
            made_at=work.now,
            content=content,
        )
    )


def print_job(work: Work, job: str) -> PrintRecord:
    """A piece of paper by the name of its job."""
    found = work.get(PrintRecord, job)
    if found is None:
        raise Refused("no-such-job", job=job)
    return found


def reprint(work: Work, command: c.Reprint) -> PrintRecord | None:
    """The same ticket again, marked as printed again: whoever asks knows that the earlier paper is not there."""
    visit = work.visit(command.label)
    for lost in _in_doubt(work, visit):
        work.put(replace(lost, state="cancelled", detail="reprinted"))
    job = queue_ticket(work, visit, command.printer, copy=True)
    work.say("reprinted", visit.label, printer=command.printer)
    return job


def print_outcome(work: Work, command: c.PrintOutcome) -> PrintRecord:
    """A printer says what became of a job."""
    job = print_job(work, command.job)
    elsewhere = command.printer not in {"", job.printer}
    if elsewhere or command.state not in NEXT_STATES.get(job.state, set()):
        raise Refused("wrong-job-state", job=job.id, state=job.state, wanted=command.state)
    work.say(f"print-{command.state}", job.label, printer=job.printer, detail=command.detail)
    return work.put(replace(job, state=command.state, detail=command.detail))


def take_over(work: Work, command: c.TakeOver) -> tuple[PrintRecord, ...]:
    """Move what waits for a printer; what is being sent, or may be on paper, stays where it is."""
    if command.backup == command.printer:
        return ()
    rows = work.connection.execute(_WAITING.limit(max(0, command.most)), {"today": work.day, "of": command.printer})
    waiting = [work.seen(PrintRecord, row) for row in rows.all()]
    moved = tuple(work.put(replace(each, printer=command.backup, content=_elsewhere(each))) for each in waiting)
    if moved:
        labels = [job.label for job in moved]
        work.say("print-moved", printer=command.backup, instead_of=command.printer, labels=labels)
    return moved


def _elsewhere(job: PrintRecord) -> str:
    """What is on the paper when another printer makes it: no drawer opens at somebody else's desk."""
    return papers.without_drawer(job.content) if job.kind == papers.RECEIPT else job.content


def left_waiting(work: Work, today: date) -> bool:
    """Whether paper of an earlier day is still on its way: no printer looks at it any more."""
    return work.connection.execute(_LEFT.limit(1), {"today": today}).first() is not None


def let_go(work: Work) -> None:
    """Paper of an earlier day: what waited is not printed, for its number is somebody else's today."""
    for row in work.connection.execute(_LEFT, {"today": work.day}).all():
        job = work.seen(PrintRecord, row)
        work.put(replace(job, state="cancelled" if job.state == "queued" else "unknown", detail="day-over"))


def _in_doubt(work: Work, visit: Visit) -> list[PrintRecord]:
    rows = work.connection.execute(_IN_DOUBT, {"today": visit.day, "ticket": visit.label})
    return [work.seen(PrintRecord, row) for row in rows.all()]
