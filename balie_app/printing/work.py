"""From a job in the print queue to the bytes for its printer."""

from __future__ import annotations

from dataclasses import replace

from balie_app.printing.documents import Document
from balie_app.printing.encoder import encode
from balie_app.printing.money import money_document
from balie_app.printing.profiles import Profile
from balie_app.printing.sample import sample_ticket
from balie_app.printing.slips import slip_document
from balie_app.printing.ticket import ticket
from balie_app.queue.config.trial import TRIAL, trial_paper
from balie_app.queue.rules.visit import Contact, ContactState
from balie_app.queue.slips import SLIPS
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, PrintJob


def prepare() -> None:
    """Call once on the main thread of a program without windows, before jobs are made on other threads."""
    from balie_app.printing.drawing import ready

    ready()


def job_bytes(view: HallView, job: PrintJob, profile: Profile) -> bytes:
    """What has to be sent for this job; Trouble "ticket-gone" when its visit is over."""
    return encode(job_document(view, job), profile, job_number(job))


def job_document(view: HallView, job: PrintJob) -> Document:
    """The paper of this job, for previews too."""
    if job.kind == TRIAL:
        paper, language = trial_paper(job.content)
        return sample_ticket(replace(view.config, paper=paper, texts={}), language, view.read_at)
    if job.kind in SLIPS:
        return slip_document(view.config, job.kind, job.content, copy=job.copy)
    if job.kind != "ticket":
        practice = view.clock.rehearsal
        return money_document(view.config, job.kind, job.content, copy=job.copy, practice=practice)
    contact = next((one for one in view.contacts if one.label == job.label), None)
    if contact is None or contact.visit not in view.visits:
        raise Trouble("ticket-gone", label=job.label)
    visit = view.visits[contact.visit]
    return ticket(view.config, visit, contact, people_before(view, contact), copy=job.copy)


def job_number(job: PrintJob) -> bytes:
    """The four printable bytes by which printers with a job marker name this job."""
    return "".join(sign for sign in job.id if sign.isascii() and sign.isalnum())[-4:].rjust(4, "0").encode()


def people_before(view: HallView, contact: Contact) -> int | None:
    """How many wait for the same kind of contact and stand before this one; None when it does not wait."""
    if contact.state is not ContactState.WAITING:
        return None
    before = 0
    for other in view.contacts:
        if other.id == contact.id:
            break
        here = other.state is ContactState.WAITING and not other.is_away(view.read_at)
        before += here and other.contact_type == contact.contact_type
    return before
