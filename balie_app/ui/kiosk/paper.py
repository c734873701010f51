"""Whether a ticket comes out of the printer, as far as the hall knows."""

from __future__ import annotations

from balie_app.queue.views import HallView

PAPER_SECONDS = 8.0
"""A ticket that is not printed by then is not waited for."""
GOOD = frozenset({"queued", "sending"})


def printer_of(view: HallView, label: str) -> str:
    """Where this ticket comes out, while it is under way; empty when it is not."""
    mine = (job for job in view.print_jobs if job.label == label and job.kind == "ticket" and not job.copy)
    return next((job.printer for job in mine), "")


def printed(view: HallView, label: str) -> bool | None:
    """True: it was printed; False: it will not be; None: it is under way, maybe behind many others.

    ``view`` is from after the number was given: only unfinished and failed jobs are in it.
    """
    mine = [job for job in view.print_jobs if job.label == label and job.kind == "ticket" and not job.copy]
    if not mine:
        return None if view.more_paper else True
    return None if all(job.state in GOOD for job in mine) else False
