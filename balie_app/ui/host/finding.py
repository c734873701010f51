"""What the search box finds: appointments, numbers, products. Half a word is enough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from balie_app.queue.rules.hall import HallConfig, Intake
from balie_app.queue.rules.numbering import typed
from balie_app.queue.rules.visit import Appointment, AppointmentState, Contact
from balie_app.queue.views import HallView
from balie_app.ui.host import words
from balie_app.ui.host.lines import who
from balie_app.ui.host.words import filled, translate

LIMIT = 8


class Kind(StrEnum):
    """What was found."""

    APPOINTMENT = "appointment"
    TICKET = "ticket"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found."""

    kind: Kind
    ref: str
    """An appointment's code, a ticket's label, a product's slug."""
    lead: str
    text: str
    under: str = ""
    action: str = ""
    """What Enter does, in a word."""

    @property
    def id(self) -> str:
        """Unique among the hits."""
        return f"{self.kind}:{self.ref}"

    @property
    def spoken(self) -> str:
        """The whole hit as one sentence for a screen reader."""
        return ", ".join(part for part in (self.lead, self.text, self.under, self.action) if part)


def find(query: str, view: HallView, limit: int = LIMIT) -> list[Hit]:
    """The best hits for what was typed: a number, then appointments, then products."""
    wanted = query.strip()
    if not wanted:
        return []
    found = [_ticket(c, view) for c in _tickets(wanted, view)]
    found += [_appointment(a, view) for a in _appointments(wanted, view)]
    return (found + [_product(slug, view.config) for slug in products(wanted, view.config, limit)])[:limit]


def _tickets(wanted: str, view: HallView) -> list[Contact]:
    """Open contacts with this label; a bare number fits every letter."""
    bare = re.fullmatch(r"\d{1,3}", wanted)
    label = typed(wanted)
    seen: dict[str, Contact] = {}
    for contact in view.contacts:
        digits = contact.label.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if contact.label == label or (bare and digits.lstrip("0") == wanted.lstrip("0")):
            seen.setdefault(contact.label, contact)
    return list(seen.values())


def label_of(code: str, view: HallView) -> str:
    """The ticket of somebody who checked in with this appointment and is still here; else empty."""
    return next((v.label for v in view.visits.values() if v.appointment == code), "")


def _time(wanted: str) -> str:
    """ "10:40", "10.40" and "1040" as "10:40"; half a time as far as it goes; "" for anything else."""
    found = re.fullmatch(r"(\d{1,2})[:.u](\d{0,2})|(\d{2})(\d{2})", wanted)
    if found is None:
        return ""
    hours, rest = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{int(hours):02}:{rest}"


def _appointments(wanted: str, view: HallView) -> list[Appointment]:
    """Today's appointments not cancelled, by time, code or initials; those not here yet first."""
    time, letters = _time(wanted), _letters(wanted)
    found = [
        a
        for a in view.appointments
        if a.state is not AppointmentState.CANCELLED
        and (
            (time and words.clock(a.start, view.config).startswith(time))
            or a.code.lower() == wanted.lower()
            or (letters and _letters(a.initials).startswith(letters))
        )
    ]
    return sorted(found, key=lambda a: (a.state is not AppointmentState.BOOKED, a.start))


def _letters(text: str) -> str:
    """Initials without points and spaces: "S. de V." as "sdev"."""
    return re.sub(r"[\W\d_]+", "", text).lower()


def products(wanted: str, config: HallConfig, limit: int = LIMIT) -> list[str]:
    """Slugs of the products that fit, best first; typing errors are forgiven."""
    from balie_app.queue.config.search import find as search

    return [product.slug for product in search(config.products, wanted, words.own_language(), limit)]


def _ticket(contact: Contact, view: HallView) -> Hit:
    return Hit(
        Kind.TICKET,
        contact.label,
        words.ticket(contact.label),
        words.subject(contact.products, contact.contact_type, view.config),
        words.contact_state(contact, view.config, view.read_at),
        translate("Host", "bekijken"),
    )


def _appointment(appointment: Appointment, view: HallView) -> Hit:
    booked = appointment.state is AppointmentState.BOOKED
    subject = words.subject(appointment.products, "", view.config)
    arrived = filled(translate("Host", "%1 · al ingecheckt"), subject)
    return Hit(
        Kind.APPOINTMENT,
        appointment.code,
        words.clock(appointment.start, view.config),
        who(appointment),
        subject if booked else arrived,
        translate("Host", "inchecken") if booked else translate("Host", "bekijken"),
    )


def _product(slug: str, config: HallConfig) -> Hit:
    product = config.product_by_slug[slug]
    how = {
        Intake.APPOINTMENT: translate("Host", "alleen met afspraak"),
        Intake.NONE: translate("Host", "niet bij ons"),
    }.get(product.intake, "")
    parts = [words.kind(product.contact_type, config), how]
    under = " · ".join(part for part in parts if part)
    return Hit(Kind.PRODUCT, slug, "", words.label(product.labels), under, translate("Host", "nummer geven"))
