"""The lines of the host's lists, worked out from the hall's picture. No Qt, no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from balie_app.queue.rules.hall import Counter
from balie_app.queue.rules.visit import (
    AT_COUNTER,
    Appointment,
    AppointmentState,
    Contact,
    ContactState,
    CounterState,
    CounterWork,
)
from balie_app.queue.views import HallView
from balie_app.ui.host import words
from balie_app.ui.host.words import filled, translate

AMBER_AFTER = timedelta(minutes=3)
SOON = timedelta(minutes=15)


class Tone(StrEnum):
    """How a line's right-hand side looks. Amber and red carry a sign of their own, never colour alone."""

    PLAIN = "plain"
    QUIET = "quiet"
    FREE = "free"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, ready to be drawn."""

    id: str
    lead: str
    """Number, time or place: what the eye looks for."""
    text: str
    under: str = ""
    tail: str = ""
    tail_under: str = ""
    tone: Tone = Tone.PLAIN
    quiet: bool = False
    """Not of interest now: drawn in quiet ink."""
    ref: str = ""
    """What an action needs: an appointment's code, a ticket's label, a counter's number."""
    sign: str = ""
    """An icon's name, drawn instead of the lead."""
    action: str = ""
    """What this line's own button does: check-in, ready, return or resume."""

    @property
    def spoken(self) -> str:
        """The whole line as one sentence for a screen reader."""
        return ", ".join(part for part in (self.lead, self.text, self.under, self.tail, self.tail_under) if part)


def lateness(contact: Contact, now: datetime) -> Tone:
    """Amber from three minutes after an appointment should have begun, red past its norm; walk-ins only amber."""
    if contact.appointment_at is None:
        return Tone.AMBER if now >= contact.due_at else Tone.PLAIN
    if now >= contact.due_at:
        return Tone.RED
    return Tone.AMBER if now >= expected_at(contact) + AMBER_AFTER else Tone.PLAIN


def expected_at(contact: Contact) -> datetime:
    """When the promise began to run: the later of appointed time and arrival, or arrival."""
    return max(contact.appointment_at or contact.arrived_at, words.here_since(contact))


def _late_words(contact: Contact, now: datetime) -> str:
    count = words.minutes(words.minutes_between(expected_at(contact), now))
    if contact.appointment_at is not None and lateness(contact, now) is Tone.RED:
        return filled(translate("Host", "te laat · %1"), count)
    return count


def waiting_lines(view: HallView, now: datetime) -> list[Line]:
    """Everybody who waits here, in the order in which they will be called."""
    here = (c for c in view.contacts if c.state is ContactState.WAITING and not c.is_away(now))
    return [_waiting(c, view, now) for c in here]


def _waiting(contact: Contact, view: HallView, now: datetime) -> Line:
    config = view.config
    facts = words.about(view.visits.get(contact.visit))
    if contact.appointment_at is not None:
        facts.insert(0, filled(translate("Host", "afspraak %1"), words.clock(contact.appointment_at, config)))
    if contact.not_before is not None and contact.not_before > now:
        facts.append(filled(translate("Host", "was er niet, weer vanaf %1"), words.clock(contact.not_before, config)))
    early = contact.appointment_at is not None and now < contact.appointment_at
    return Line(
        id=contact.id,
        lead=words.ticket(contact.label),
        text=words.subject(contact.products, contact.contact_type, config),
        under=words.listed(facts),
        tail=translate("Host", "op tijd") if early else _late_words(contact, now),
        tail_under=words.still(view.waits.get(contact.id)),
        tone=Tone.QUIET if early else lateness(contact, now),
        ref=contact.label,
    )


def appointment_lines(view: HallView, now: datetime) -> list[Line]:
    """Today's appointments that still need somebody: by time, those nobody came for at the end."""
    late = timedelta(minutes=view.config.settings.late_minutes)
    by_code = _contacts_by_appointment(view)
    coming: list[Line] = []
    overdue: list[Line] = []
    for appointment in sorted(view.appointments, key=lambda a: (a.start, a.code)):
        if appointment.state is AppointmentState.BOOKED:
            missed = now > appointment.start + late
            (overdue if missed else coming).append(_booked(appointment, view, now, missed))
        elif appointment.state is AppointmentState.ARRIVED and (contact := by_code.get(appointment.code)):
            coming.append(_arrived(appointment, contact, view, now))
    return coming + overdue


def _contacts_by_appointment(view: HallView) -> dict[str, Contact]:
    """Waiting contacts of checked-in appointments, by the appointment's code."""
    found: dict[str, Contact] = {}
    for contact in view.contacts:
        visit = view.visits.get(contact.visit)
        if contact.state is ContactState.WAITING and visit is not None and visit.appointment:
            found.setdefault(visit.appointment, contact)
    return found


def who(appointment: Appointment) -> str:
    """Initials as booked; nothing more is known here."""
    return appointment.initials or translate("Host", "Afspraak")


def _appointment_facts(appointment: Appointment, view: HallView) -> str:
    facts = []
    if appointment.party > 1:
        facts.append(words.people(appointment.party))
    if appointment.language != "nl":
        facts.append(words.language(appointment.language))
    subject = words.subject(appointment.products, "", view.config)
    return f"{subject} · {words.listed(facts)}" if facts else subject


def _booked(appointment: Appointment, view: HallView, now: datetime, missed: bool) -> Line:
    over = words.minutes_between(appointment.start, now)
    until = words.minutes_between(now, appointment.start)
    if missed:
        tail = translate("Host", "niet gekomen")
    elif appointment.start <= now:
        tail = filled(translate("Host", "%1 over tijd"), words.minutes(over)) if over else translate("Host", "nu")
    else:
        soon = appointment.start - now <= SOON
        tail = filled(translate("Host", "over %1"), words.minutes(max(1, until))) if soon else ""
    return Line(
        id=appointment.code,
        lead=words.clock(appointment.start, view.config),
        text=who(appointment),
        under=_appointment_facts(appointment, view),
        tail=tail,
        tone=Tone.QUIET,
        quiet=missed,
        ref=appointment.code,
        action="check-in",
    )


def _arrived(appointment: Appointment, contact: Contact, view: HallView, now: datetime) -> Line:
    tone = lateness(contact, now)
    left = words.minutes_between(now, contact.due_at)
    if tone is Tone.RED:
        tail = _late_words(contact, now)
    elif now < expected_at(contact):
        tail = translate("Host", "is er")
    else:
        tail = filled(translate("Host", "nog %1"), words.minutes(left))
    return Line(
        id=appointment.code,
        lead=words.clock(appointment.start, view.config),
        text=who(appointment),
        under=_appointment_facts(appointment, view),
        tail=tail,
        tail_under=words.ticket(contact.label),
        tone=tone,
        ref=contact.label,
    )


def counter_lines(view: HallView, now: datetime) -> list[Line]:
    """Every counter, in the hall's order: who is there and for how long."""
    here = {c.counter: c for c in view.contacts if c.state in AT_COUNTER}
    by_number = view.config.counter_by_number
    return [
        _counter(by_number[w.number], w, here.get(w.number), view, now) for w in view.counters if w.number in by_number
    ]


def _counter(counter: Counter, work: CounterWork, contact: Contact | None, view: HallView, now: datetime) -> Line:
    clerk = view.config.clerk_by_code.get(work.clerk or "")
    kind = words.counter_kind(counter)
    facts = [kind[:1].upper() + kind[1:]] + ([clerk.name] if clerk else [])
    number = str(counter.number)
    line = Line(id=number, lead=words.counter_name(counter.number, view.config), text=" · ".join(facts), ref=number)
    if contact is None:
        tone = Tone.FREE if work.state is CounterState.OPEN else Tone.QUIET
        closed = work.state is CounterState.CLOSED
        return replace(line, tail=words.counter_state(work.state), tone=tone, quiet=closed)
    begin = contact.started_at or contact.called_at or now
    matter = words.subject(contact.products, contact.contact_type, view.config)
    return replace(
        line,
        text=filled("%1 · %2", words.ticket(contact.label), matter),
        under=line.text,
        tail=words.minutes(words.minutes_between(begin, now)),
        tail_under=translate("Host", "geroepen") if contact.state is ContactState.CALLED else "",
    )


def aside_lines(view: HallView, now: datetime) -> list[Line]:
    """Those who are neither waiting here nor being helped: missed, away, parked, their product in the making."""
    order = (ContactState.PRODUCING, ContactState.MISSED, ContactState.PARKED)
    found = [c for state in order for c in view.contacts if c.state is state]
    later = [c for c in view.contacts if c.is_away(now)]
    return [_aside(c, view) for c in found] + [_away(c, view) for c in later]


def _away(contact: Contact, view: HallView) -> Line:
    back = contact.comes_back_at or contact.arrived_at
    return Line(
        id=contact.id,
        lead=words.ticket(contact.label),
        text=translate("Host", "Komt terug"),
        under=words.subject(contact.products, contact.contact_type, view.config),
        tail=filled(translate("Host", "om %1"), words.clock(back, view.config)),
        tone=Tone.QUIET,
        ref=contact.label,
        action="return",
    )


def _aside(contact: Contact, view: HallView) -> Line:
    word, action = {
        ContactState.PRODUCING: (translate("Host", "In de maak"), "ready"),
        ContactState.MISSED: (translate("Host", "Niet verschenen"), "return"),
        ContactState.PARKED: (translate("Host", "Even weg"), "resume"),
    }[contact.state]
    since = contact.finished_at or contact.started_at or contact.arrived_at
    return Line(
        id=contact.id,
        lead=words.ticket(contact.label),
        text=word,
        under=contact.note or words.subject(contact.products, contact.contact_type, view.config),
        tail=filled(translate("Host", "sinds %1"), words.clock(since, view.config)),
        tone=Tone.QUIET,
        ref=contact.label,
        action=action,
    )
