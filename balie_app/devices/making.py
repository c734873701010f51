"""From a job of the print queue to what its printer gets: bytes for a roll, or pages for a printer of the system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from balie_app.devices.config_model import LineConfig
from balie_app.devices.ports import on_pages, spooled
from balie_app.printing.escpos import RESET
from balie_app.printing.pdf import Paper, pdf
from balie_app.printing.profiles import Profile, profile
from balie_app.printing.work import job_bytes, job_document
from balie_app.queue.money.papers import DRAWER
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, PrintJob

Maker = Callable[[HallView, PrintJob], bytes]
"""What is sent for a job; Trouble when there is nothing to send."""


def profile_of(line: LineConfig) -> Profile:
    """The printer's profile, with what station.toml says of this very printer."""
    known = profile(line.profile)
    pages = tuple(page for page in known.code_pages if page.codec in line.code_pages)
    return replace(
        known,
        qr=line.qr or known.qr,
        code_pages=pages or known.code_pages,
        identity=line.identity or known.identity,
    )


def maker_of(line: LineConfig) -> Maker:
    """How jobs for this printer are made."""
    return _page if on_pages(line.port) else partial(job_bytes, profile=profile_of(line))


def clean_start(line: LineConfig) -> bytes:
    """What ends a paper that was torn off in its middle, when this program did not end by itself.

    The printer may still take our first bytes for the rest of a picture; after those it begins anew, on new paper.
    """
    known = profile_of(line)
    return b"" if spooled(line.port) else bytes(known.dots // 8 * known.band + 8) + RESET + b"\n" + known.cut


def _page(view: HallView, job: PrintJob) -> bytes:
    if job.kind == DRAWER:
        raise Trouble("no-drawer", printer=job.printer)
    return pdf(job_document(view, job), Paper.A4)
