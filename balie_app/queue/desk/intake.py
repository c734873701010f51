"""Coming in: numbers, check-in, appointments, quick questions, going home, coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Integer, text

from balie_app.queue import commands as c
from balie_app.queue.desk import refusing
from balie_app.queue.desk.later import be_back, send_away
from balie_app.queue.desk.paper import queue_ticket
from balie_app.queue.desk.roll import given_label
from balie_app.queue.desk.slips import confirmation, queue_slip
from balie_app.queue.rules import lifecycle, numbering, offer
from balie_app.queue.rules.forecast import told
from balie_app.queue.rules.hall import ContactType, HallIntake, Intake, Product, Unserved
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import OPEN_STATES, Appointment, AppointmentState, Contact, ContactState, Visit
from balie_app.queue.store.expected import Foreseen, expected_wait
from balie_app.queue.store.outlook import usual_minutes
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.work import Work

APPOINTMENT_NORM = "appointment"
APPOINTMENT_MINUTES = 5
LARGEST_PARTY = 50
SELF_SERVICE = frozenset({"kiosk", "dispenser"})
"""Ways in where the visitor takes the number."""
_NEXT_NUMBER = Prepared(
    text(
        "INSERT INTO series (day, letter, last) VALUES (:day, :letter, 1)"
        " ON CONFLICT (day, letter) DO UPDATE SET last = series.last + 1 RETURNING last"
    ).columns(last=Integer)
)
"""The next number of a letter's series, in one round trip."""


def products_of(work: Work, slugs: tuple[str, ...]) -> list[Product]:
    """The products by their slugs; refused with the one this hall does not have."""
    unknown = next((slug for slug in slugs if slug not in work.config.product_by_slug), None)
    if unknown is not None:
        raise Refused("no-such-product", product=unknown)
    return [work.config.product_by_slug[slug] for slug in slugs]


def contact_type_of(work: Work, slugs: tuple[str, ...], given: str | None = None) -> ContactType:
    """The kind of contact that several products need together: a private one decides, else the longest."""
    if given is not None:
        if given not in work.config.contact_type_by_code:
            raise Refused("no-such-contact-type", contact_type=given)
        products_of(work, slugs)
        return work.config.contact_type_by_code[given]
    products = products_of(work, slugs)
    if not products:
        raise Refused("nothing-asked")
    return offer.kind_of(products, work.config)


def issue(work: Work, command: c.Issue) -> Visit:
    """Give a number to somebody without an appointment."""
    kind = contact_type_of(work, command.products, command.contact_type)
    products = products_of(work, command.products)
    _demand_way_in(work, command.via)
    refusing.demand_open(work, products)
    for product in products:
        _demand_walk_in(product)
    _demand_party(command.party)
    label = given_label(work, kind.letter, command)
    visit = _new_visit(work, kind, command.language, command.party, command.needs, command.via, label=label)
    due = work.now + timedelta(minutes=kind.norm_minutes)
    contact = _new_contact(work, visit, kind, command.products, due)
    visit = _told(work, visit, contact, products)
    if command.later is None:
        queue_ticket(work, visit, command.printer)
    else:
        visit = send_away(work, visit, (contact,), command.later, command.printer)
    quantity = {"quantity": command.quantity} if command.quantity > 1 else {}
    about = {"contact_type": kind.code, "products": list(command.products), "via": command.via}
    away = {} if command.later is None else {"later": command.later.isoformat()}
    nobody = {"nobody": True} if visit.told_low is None and not away else {}
    work.say("issued", visit.label, None, **about, **quantity, **nobody, **away)
    return visit


def foresee(work: Work, command: c.Issue) -> Foreseen:
    """How long somebody would wait who takes a number now: it is told, so it may be a step old."""
    kind = contact_type_of(work, command.products, command.contact_type)
    moments = (work.now, work.now, work.now)
    somebody = Contact("", "", work.day, "", ContactState.WAITING, kind.code, command.products, *moments)
    return Foreseen(expected_wait(work, somebody, tuple(sorted(set(command.needs)))))


def _demand_way_in(work: Work, via: str) -> None:
    """A hall may leave giving numbers to its kiosks and dispensers, or to its hosts."""
    intake = work.config.settings.intake
    by_visitor = via in SELF_SERVICE
    if intake is (HallIntake.HOST if by_visitor else HallIntake.KIOSK):
        raise Refused("not-allowed", via=via, intake=intake.value)


def _demand_walk_in(product: Product) -> None:
    if product.intake is Intake.NONE:
        raise Refused("not-here", product=product.slug, refer_to=product.refer_to.get("nl", ""))
    if product.intake is Intake.APPOINTMENT:
        raise Refused("appointment-only", product=product.slug)


def _demand_party(party: int) -> None:
    if not 1 <= party <= LARGEST_PARTY:
        raise Refused("wrong-party", party=party, most=LARGEST_PARTY)


def _new_visit(
    work: Work,
    kind: ContactType,
    language: str,
    party: int,
    needs: tuple[str, ...],
    via: str,
    appointment: str | None = None,
    label: str | None = None,
) -> Visit:
    return work.put(
        Visit(
            id=work.new_id(),
            day=work.day,
            label=label or _next_label(work, kind.letter),
            code=work.new_code(),
            arrived_at=work.now,
            language=language,
            party=party,
            needs=tuple(sorted(set(needs))),
            via=via,
            appointment=appointment,
        )
    )


def _next_label(work: Work, letter: str) -> str:
    """The next number of a letter's series; a number is never given twice on a day."""
    number = _NEXT_NUMBER.first(work.connection, {"day": work.day.isoformat(), "letter": letter}).last
    return numbering.label(letter, number)


def _new_contact(
    work: Work,
    visit: Visit,
    kind: ContactType,
    products: tuple[str, ...],
    due: datetime,
    appointment: Appointment | None = None,
) -> Contact:
    return work.put(
        Contact(
            id=work.new_id(),
            visit=visit.id,
            day=visit.day,
            label=visit.label,
            state=ContactState.WAITING,
            contact_type=kind.code,
            products=products,
            arrived_at=work.now,
            due_at=due,
            waiting_since=work.now,
            appointment_at=appointment.start if appointment else None,
            only_clerk=appointment.officer if appointment else None,
        )
    )


def _told(work: Work, visit: Visit, contact: Contact, walk_in_for: Sequence[Product] | None = None) -> Visit:
    """Keep the wait that is told. A walk-in is refused when it would last until after closing time."""
    foreseen = work.foreseen
    wait = foreseen.wait if isinstance(foreseen, Foreseen) else expected_wait(work, contact, visit.needs)
    if wait is None:
        if walk_in_for is not None and work.config.settings.unserved is Unserved.REFUSE:
            refusing.demand_somebody(work, contact, visit.needs)
        return visit
    if walk_in_for is not None:
        lasts = usual_minutes(contact.products, contact.contact_type, visit.party, work.config)
        refusing.demand_fit(work, walk_in_for, wait.p50, lasts)
    low, high = told(wait.p10, wait.p90)
    return work.put(replace(visit, told_low=low, told_high=high))


def quick_contact(work: Work, command: c.QuickContact) -> Contact:
    """A question answered at once, without a ticket."""
    if command.counter is not None:
        work.counter(command.counter)
    kind = work.config.contact_type_by_code.get("information") or work.config.contact_types[0]
    contact = work.put(
        Contact(
            id=work.new_id(),
            visit="",
            day=work.day,
            label="",
            state=ContactState.DONE,
            contact_type=kind.code,
            products=(),
            arrived_at=work.now,
            due_at=work.now,
            waiting_since=work.now,
            finished_at=work.now,
            counter=command.counter,
            outcome=command.topic,
        )
    )
    work.say("quick-contact", topic=command.topic)
    return contact


def book(work: Work, command: c.Book) -> Appointment:
    """Make an appointment."""
    kind = contact_type_of(work, command.products)
    for product in products_of(work, command.products):
        _demand_bookable(product)
    _demand_party(command.party)
    if command.officer is not None and command.officer not in work.config.clerk_by_code:
        raise Refused("no-such-clerk", clerk=command.officer)
    usual = usual_minutes(command.products, kind.code, command.party, work.config)
    appointment = work.put(
        Appointment(
            code=work.new_code(6),
            day=work.local(command.start).date(),
            start=command.start,
            products=command.products,
            minutes=command.minutes or round(usual),
            party=command.party,
            officer=command.officer,
            initials=command.initials,
            language=command.language,
        )
    )
    if command.printer is not None:
        queue_slip(work, command.printer, confirmation(work, appointment))
    work.say("booked", appointment=appointment.code, start=command.start.isoformat())
    return appointment


def _demand_bookable(product: Product) -> None:
    if product.intake is Intake.WALK_IN:
        raise Refused("walk-in-only", product=product.slug)
    if product.intake is Intake.NONE:
        _demand_walk_in(product)


def _appointment(work: Work, code: str) -> Appointment:
    found = work.get(Appointment, code.strip().upper())
    if found is None:
        raise Refused("unknown-code", appointment=code)
    if found.state is AppointmentState.CANCELLED:
        raise Refused("cancelled", appointment=found.code)
    if found.state is AppointmentState.ARRIVED:
        raise Refused("already-checked-in", appointment=found.code)
    return found


def cancel_appointment(work: Work, command: c.CancelAppointment) -> Appointment:
    """Take an appointment off the list."""
    found = _appointment(work, command.code)
    work.say("appointment-cancelled", appointment=found.code)
    return work.put(replace(found, state=AppointmentState.CANCELLED, initials=""))


def move_appointment(work: Work, command: c.MoveAppointment) -> Appointment:
    """Give an appointment another time."""
    found = _appointment(work, command.code)
    work.say("appointment-moved", appointment=found.code, start=command.start.isoformat())
    return work.put(replace(found, start=command.start, day=work.local(command.start).date()))


def check_in(work: Work, command: c.CheckIn) -> Visit:
    """A visitor with an appointment is here; one who is very late waits as a walk-in."""
    found = _appointment(work, command.code)
    _demand_day(work, found)
    kind = contact_type_of(work, found.products)
    late = work.now > found.start + timedelta(minutes=_limit(work, found, "late_minutes"))
    language = command.language or found.language
    visit = _new_visit(work, kind, language, found.party, command.needs, command.via, found.code)
    norm = work.config.norm_minutes(APPOINTMENT_NORM, APPOINTMENT_MINUTES, work.day)
    due = (
        work.now + timedelta(minutes=kind.norm_minutes)
        if late
        else max(work.now, found.start) + timedelta(minutes=norm)
    )
    contact = _new_contact(work, visit, kind, found.products, due, None if late else found)
    visit = _told(work, visit, contact)
    work.put(replace(found, state=AppointmentState.ARRIVED))
    queue_ticket(work, visit, command.printer)
    work.say("checked-in", visit.label, appointment=found.code, late=late, via=command.via)
    return visit


def _demand_day(work: Work, found: Appointment) -> None:
    if found.day != work.day:
        raise Refused("wrong-day", appointment=found.code, day=found.day.isoformat())
    opens = found.start - timedelta(minutes=_limit(work, found, "early_minutes"))
    if work.now < opens:
        raise Refused("too-early", appointment=found.code, **{"from": work.local(opens).isoformat()})


def _limit(work: Work, found: Appointment, name: str) -> int:
    """The hall's limit in minutes, or the largest that one of the products sets."""
    own = [getattr(work.config.product_by_slug[slug], name) for slug in found.products]
    known = [minutes for minutes in own if minutes is not None]
    usual: int = getattr(work.config.settings, name)
    return max(known) if known else usual


def leave(work: Work, command: c.Leave) -> Contact:
    """A waiting visitor went home: every conversation that is still open is off."""
    contact = work.put(lifecycle.leave(work.contact(command.label), work.now))
    for other in work.contacts(work.visit(command.label)):
        if other.state in OPEN_STATES:
            work.put(lifecycle.leave(other, work.now))
    work.say("left", contact.label)
    return contact


def come_back(work: Work, command: c.Return) -> Contact:
    """A missed visitor is here after all, or one who would come back later is here already."""
    contact = work.contact(command.label)
    if contact.is_away(work.now):
        return be_back(work, command.label)
    missed = next(
        (each for each in work.contacts(work.visit(command.label)) if each.state is ContactState.MISSED), contact
    )
    kind = work.config.contact_type_by_code[missed.contact_type]
    norm = timedelta(minutes=kind.norm_minutes)
    again = work.put(lifecycle.come_back(missed, work.config.settings, norm, work.now))
    work.say("returned", again.label)
    return again
