"""Later today: instead of waiting, a visitor comes back at an agreed time and keeps the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from balie_app.queue import commands as c
from balie_app.queue.desk.paper import queue_paper
from balie_app.queue.rules import lifecycle, opening
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.slips import Slip, SlipKind, phrase
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, Visit
from balie_app.queue.slips import slip_text
from balie_app.queue.store.work import Work


def come_later(work: Work, command: c.ComeLater) -> Contact:
    """The visitor goes away until that time; every question of the visit that waits, waits for it."""
    visit = work.visit(command.label)
    visit = send_away(work, visit, work.contacts(visit), command.at, command.printer)
    work.say("comes-later", visit.label, at=command.at.isoformat())
    return work.contact(visit.label)


def send_away(work: Work, visit: Visit, contacts: Sequence[Contact], at: datetime, printer: str | None) -> Visit:
    """The visit with nothing told about its wait any more, and the come-back-at slip on its way."""
    _demand_free(contacts, visit)
    _demand_time(work, at)
    for each in contacts:
        if each.state is ContactState.WAITING:
            work.put(lifecycle.come_later(each, at, work.now))
    if printer is not None:
        slip = come_back_slip(work, visit, contacts, at)
        queue_paper(work, printer, slip.kind, slip_text(slip), slip.label)
    return work.put(replace(visit, told_low=None, told_high=None))


def _demand_free(contacts: Sequence[Contact], visit: Visit) -> None:
    """Somebody waits and stands at no counter; an appointment has a time of its own."""
    there = next((each for each in contacts if each.state in AT_COUNTER), None)
    if there is not None:
        raise Refused("already-called", ticket=visit.label, counter=there.counter)
    waiting = [each for each in contacts if each.state is ContactState.WAITING]
    if not waiting:
        raise Refused("not-waiting", ticket=visit.label, state=contacts[-1].state.value)
    if any(each.appointment_at is not None for each in waiting):
        raise Refused("has-appointment", ticket=visit.label)


def _demand_time(work: Work, at: datetime) -> None:
    """A time of today that is still to come, and at which somebody can be helped."""
    local, hall = work.local(at), work.config.opening
    left = opening.minutes_left(hall, local)
    if at <= work.now or local.date() != work.day or left == 0.0:
        raise Refused("wrong-come-back", at=local.isoformat(timespec="minutes"))


def be_back(work: Work, label: str) -> Contact:
    """Here before the agreed time: the visitor waits again at once, in the old place."""
    for each in work.contacts(work.visit(label)):
        if each.is_away(work.now):
            work.put(lifecycle.be_back(each, work.now))
    work.say("returned", label)
    return work.contact(label)


def come_back_slip(work: Work, visit: Visit, contacts: Sequence[Contact], at: datetime) -> Slip:
    """When to come back, with which number and for what."""
    known = work.config.product_by_slug
    slugs = dict.fromkeys(slug for each in contacts for slug in each.products if slug in known)
    return Slip(
        kind=SlipKind.COME_BACK,
        language=visit.language,
        at=work.now,
        label=visit.label,
        code=visit.code,
        when=at,
        products=tuple(phrase(known[slug].labels, visit.language) for slug in slugs),
    )
