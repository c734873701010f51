"""A trial print: paper that belongs to nobody, to see how a layout comes out of a printer."""

from __future__ import annotations

from balie_app.queue import commands as c
from balie_app.queue.config.trial import TRIAL, trial_paper, trial_text
from balie_app.queue.desk.paper import queue_paper
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work


def print_trial(work: Work, command: c.PrintTrial) -> PrintRecord:
    """Queue a sample ticket that looks like this. A wrong layout is refused with its mistakes."""
    content = trial_text(command.paper, command.language)
    trial_paper(content)
    work.say("trial-print", printer=command.printer)
    return queue_paper(work, command.printer, TRIAL, content)
