"""Slips besides the ticket, and the report of a day: made from the hall as it is, kept whole with the print job."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from balie_app.queue import commands as c
from balie_app.queue.desk.later import come_back_slip
from balie_app.queue.desk.paper import print_job, queue_paper
from balie_app.queue.desk.till import clerk_at
from balie_app.queue.figures import figures, span
from balie_app.queue.rules.hall import Product
from balie_app.queue.rules.money import kept_text
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import (
    DAY_REPORT,
    MOST_THINGS,
    Phrase,
    Slip,
    SlipKind,
    checklist,
    phrase,
    things_in,
)
from balie_app.queue.rules.visit import Appointment, AppointmentState, Visit
from balie_app.queue.slips import SLIPS, DayReport, report_text, slip_text
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.store.work import Work


def print_slip(work: Work, command: c.PrintSlip) -> PrintRecord:
    """A slip for a visitor. The journal says which kind and about what, never what somebody typed."""
    slip = _MAKE[command.kind](work, command)
    facts: dict[str, Any] = {"slip": slip.kind.value, "printer": command.printer, "products": list(command.products)}
    # by_counter, not counter: a step there can still be taken back after a slip
    work.say("slip-printed", slip.label or None, None, **facts, by_counter=command.counter, things=len(slip.things))
    return queue_slip(work, command.printer, slip)


def queue_slip(work: Work, printer: str, slip: Slip) -> PrintRecord:
    """A slip to be printed, as part of a step."""
    return queue_paper(work, printer, slip.kind, slip_text(slip), slip.label)


def confirmation(work: Work, appointment: Appointment, language: str | None = None) -> Slip:
    """Date, time, what for and what to bring; who receives the visitor is not told on paper."""
    spoken = language or appointment.language
    products = [work.config.product_by_slug[each] for each in appointment.products]
    return Slip(
        kind=SlipKind.CONFIRMATION,
        language=spoken,
        at=work.now,
        code=appointment.code,
        when=appointment.start,
        products=_labels(products, spoken),
        things=checklist(products, spoken),
    )


def _confirmation(work: Work, command: c.PrintSlip) -> Slip:
    found = work.get(Appointment, command.code.strip().upper())
    if found is None:
        raise Refused("unknown-code", appointment=command.code)
    if found.state is AppointmentState.CANCELLED:
        raise Refused("cancelled", appointment=found.code)
    return confirmation(work, found, command.language)


def _come_back(work: Work, command: c.PrintSlip) -> Slip:
    visit = work.visit(command.label)
    contact = work.contact(visit.label)
    if contact.comes_back_at is None or not contact.is_away(work.now):
        raise Refused("not-away", ticket=visit.label)
    return come_back_slip(work, visit, work.contacts(visit), contact.comes_back_at)


def _papers_in(work: Work, command: c.PrintSlip) -> Slip:
    if not command.label:
        raise Refused("no-such-ticket", ticket="")
    return _papers(work, command, ())


def _papers_missing(work: Work, command: c.PrintSlip) -> Slip:
    _, products, language = _about(work, command)
    missing = things_in(products, command.things, language)
    return _papers(work, command, tuple(each for each in checklist(products, language) if each not in missing))


def _papers(work: Work, command: c.PrintSlip, again: tuple[Phrase, ...]) -> Slip:
    visit, products, language = _about(work, command)
    things = tuple(each for each in map(kept_text, command.things) if each)
    if not 1 <= len(things) <= MOST_THINGS:
        raise Refused("nothing-listed", most=MOST_THINGS)
    return _slip(work, command, visit, language, products, things=things_in(products, things, language), again=again)


def _referral(work: Work, command: c.PrintSlip) -> Slip:
    visit, products, language = _about(work, command)
    said = kept_text(command.place)
    elsewhere = next((each.refer_to for each in products if each.refer_to), None)
    if not said and elsewhere is None:
        raise Refused("no-place")
    place = Phrase(said, said) if said else phrase(elsewhere or {}, language)
    return _slip(work, command, visit, language, products, place=place)


def _slip(
    work: Work,
    command: c.PrintSlip,
    visit: Visit | None,
    language: str,
    products: Iterable[Product],
    *,
    things: tuple[Phrase, ...] = (),
    again: tuple[Phrase, ...] = (),
    place: Phrase | None = None,
) -> Slip:
    """What these slips have in common."""
    return Slip(
        kind=command.kind,
        language=language,
        at=work.now,
        label=visit.label if visit else "",
        products=_labels(products, language),
        things=things,
        again=again,
        counter=command.counter,
        clerk=clerk_at(work, command.counter) if command.counter is not None else "",
        place=place,
        note=kept_text(command.note),
    )


def _about(work: Work, command: c.PrintSlip) -> tuple[Visit | None, list[Product], str]:
    """The visit, the products and the language; all of them follow from the number when they are not given."""
    visit = work.visit(command.label) if command.label else None
    slugs = command.products or (work.contact(visit.label).products if visit else ())
    unknown = next((slug for slug in slugs if slug not in work.config.product_by_slug), None)
    if unknown is not None:
        raise Refused("no-such-product", product=unknown)
    language = command.language or (visit.language if visit else "nl")
    return visit, [work.config.product_by_slug[slug] for slug in slugs], language


def _labels(products: Iterable[Product], language: str) -> tuple[Phrase, ...]:
    return tuple(phrase(each.labels, language) for each in products)


_MAKE: dict[SlipKind, Callable[[Work, c.PrintSlip], Slip]] = {
    SlipKind.COME_BACK: _come_back,
    SlipKind.CONFIRMATION: _confirmation,
    SlipKind.PAPERS_IN: _papers_in,
    SlipKind.PAPERS_MISSING: _papers_missing,
    SlipKind.REFERRAL: _referral,
}


def print_day_report(work: Work, command: c.PrintDayReport) -> PrintRecord:
    """The figures of a day; those of today are of today so far."""
    day = command.day or work.day
    if day > work.day:
        raise Refused("wrong-report-day", day=f"{day:%d-%m-%Y}")
    found = work.foreseen if isinstance(work.foreseen, DayReport) else _report(work, day)
    work.say("day-report", day=day.isoformat(), printer=command.printer)
    return queue_paper(work, command.printer, DAY_REPORT, report_text(found))


def foresee(work: Work, command: c.PrintDayReport) -> DayReport:
    """The figures, found in a look before the step: a whole day is much to read while others wait."""
    return _report(work, command.day or work.day)


def _report(work: Work, day: date) -> DayReport:
    start, end = span(day, day, ZoneInfo(work.config.timezone))
    found = figures(work.connection, work.config, start, end)
    return DayReport(day, work.now, {name: value for name, value in found.items() if name != "definitions"})


def print_again(work: Work, command: c.PrintAgain) -> PrintRecord:
    """A slip or report as it was, marked as a reprint; tickets and receipts have their own way.

    One that did not come out, or of which nobody knows, needs no more care: this one takes its place.
    """
    job = print_job(work, command.job)
    if job.kind not in SLIPS:
        raise Refused("no-such-job", job=command.job)
    if job.state in {"unknown", "failed"}:
        work.put(replace(job, state="cancelled"))
    work.say("reprinted", job.label or None, slip=job.kind, printer=command.printer)
    return queue_paper(work, command.printer, job.kind, job.content, job.label, copy=True)
