"""Paper: what is to be printed, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Visit
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work

TICKET = "ticket"
"""The kind of print job whose content follows from its number."""
NEXT_STATES = {
    "queued": {"sending", "cancelled", "failed"},
    "sending": {"printed", "unknown", "failed", "queued"},
    "unknown": {"printed", "failed", "cancelled"},
    "failed": {"cancelled", "queued"},
}
"""What a print job may become. "sending" goes back to "queued" only when no byte had left."""


def queue_ticket(work: Work, visit: Visit, printer: str | None, copy: bool = False) -> PrintRecord | None:
    """A ticket to be printed, in the same transaction as the number itself."""
    if printer is None:
        return None
    return queue_paper(work, printer, TICKET, "", visit.label, copy=copy)


def queue_paper(
    work: Work, printer: str, kind: str, content: str, label: str = "", *, copy: bool = False
) -> PrintRecord:
    """Any paper to be printed, in the same transaction as the step itself; ``content`` is all that stands on it."""
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
    """The same ticket again, marked as printed again."""
    visit = work.visit(command.label)
    job = queue_ticket(work, visit, command.printer, copy=True)
    work.say("reprinted", visit.label, printer=command.printer)
    return job


def print_outcome(work: Work, command: c.PrintOutcome) -> PrintRecord:
    """A printer says what became of a job."""
    job = print_job(work, command.job)
    if command.state not in NEXT_STATES.get(job.state, set()):
        raise Refused("wrong-job-state", job=job.id, state=job.state, wanted=command.state)
    work.say(f"print-{command.state}", job.label, printer=job.printer, detail=command.detail)
    return work.put(replace(job, state=command.state, detail=command.detail))
