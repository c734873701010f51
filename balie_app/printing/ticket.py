"""The ticket a visitor takes along: number, kind of contact, wait, what to bring, where to wait.

In the visitor's language, with the Dutch line kept under the lines that staff have to read too; the hall may want it
otherwise, and may leave lines out (``HallConfig.paper``).
There is never a name on it, and the QR holds nothing but the opaque code of the visit.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from balie_app.printing.documents import Code, Cut, Document, Line, Number, Part, Rule, Size, clean
from balie_app.printing.stationery import GAP, WIDE, foot, head, keeps_dutch, text_in, tongue, with_dutch
from balie_app.printing.texts import Words, words
from balie_app.printing.waiting import wait_time
from balie_app.queue.rules.hall import ContactType, HallConfig
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.paper import Paper, TicketLine
from balie_app.queue.rules.visit import Contact, Visit

MOST_TO_BRING = 6
"""Lines of the checklist on a ticket: more is not read while standing."""


def ticket(
    config: HallConfig, visit: Visit, contact: Contact, people_before: int | None, *, copy: bool = False
) -> Document:
    """The ticket of this visit. ``people_before``: how many wait before them; None: not told."""
    label = shown(visit.label)
    spoken = tongue(config, visit.language)
    parts = [
        *head(config, spoken, copy=copy),
        Number(label),
        *_kind(config, visit, contact, spoken),
        *_wait(config.paper, visit, contact, people_before, spoken),
        *_place(config, contact, spoken),
        *_bring(config, contact, spoken),
        *(_code(visit) if config.paper.shows(TicketLine.CODE) else ()),
        *foot(config, spoken),
        Cut(),
    ]
    return Document(f"{spoken.say('number')} {label}", spoken.language, tuple(parts))


def zone(config: HallConfig, contact: Contact) -> str:
    """Where to wait for this contact; empty when the hall has no zones or it is not sure which."""
    if contact.only_counter is not None:
        counter = config.counter_by_number.get(contact.only_counter)
        return counter.zone if counter else ""
    kind = config.contact_type_by_code.get(contact.contact_type)
    for counter_type in kind.counter_types if kind else ():
        zones = {counter.zone for counter in config.counters if counter.type == counter_type}
        if zones:
            return zones.pop() if len(zones) == 1 else ""
    return ""


def things_to_bring(config: HallConfig, contact: Contact, language: str) -> tuple[str, ...]:
    """The checklists of all products of this contact, each thing once."""
    products = [config.product_by_slug[slug] for slug in contact.products if slug in config.product_by_slug]
    things = (thing for product in products for thing in product.bring.get(language) or product.bring.get("nl", ()))
    return tuple(dict.fromkeys(clean(thing) for thing in things))


def _kind(config: HallConfig, visit: Visit, contact: Contact, spoken: Words) -> Iterator[Part]:
    kind = config.contact_type_by_code.get(contact.contact_type)
    at = visit.arrived_at.astimezone(ZoneInfo(config.timezone))
    yield GAP
    if kind is not None and config.paper.shows(TicketLine.KIND):
        yield from _kind_in_words(kind, spoken)
    if config.paper.shows(TicketLine.MOMENT):
        yield Line(spoken.say("moment", date=spoken.date(at), time=spoken.time(at)))
    if contact.appointment_at is not None:
        booked = contact.appointment_at.astimezone(ZoneInfo(config.timezone))
        yield Line(spoken.say("appointment", time=spoken.time(booked)), bold=True)


def _kind_in_words(kind: ContactType, spoken: Words) -> Iterator[Part]:
    label = text_in(kind.labels, spoken.language)
    yield Line(clean(label), Size.LARGE, bold=True)
    if label != kind.labels["nl"] and keeps_dutch(spoken):
        yield Line(clean(kind.labels["nl"]), Size.SMALL)


def _wait(paper: Paper, visit: Visit, contact: Contact, people_before: int | None, spoken: Words) -> Iterator[Part]:
    told = visit.told_low is not None and visit.told_high is not None and paper.shows(TicketLine.WAIT)
    before = people_before if paper.shows(TicketLine.BEFORE) else None
    if not told and not before:
        return
    yield from (GAP, Rule(), GAP)
    if told and visit.told_low is not None and visit.told_high is not None:
        yield from _expected(visit.told_low, visit.told_high, spoken)
    if before and contact.appointment_at is None:
        yield Line(spoken.say("before", count=before))


def _expected(low: int, high: int, spoken: Words) -> Iterator[Part]:
    dutch = words("nl")
    time = wait_time(low, high, spoken.language)
    if not time:
        yield from with_dutch(spoken, "soon")
        return
    yield Line(spoken.say("wait_label"))
    yield Line(time, Size.LARGE, bold=True)
    if keeps_dutch(spoken):
        yield Line(dutch.say("wait", time=wait_time(low, high)), Size.SMALL)


def _place(config: HallConfig, contact: Contact, spoken: Words) -> Iterator[Part]:
    name = clean(zone(config, contact))
    if not config.paper.shows(TicketLine.PLACE):
        return
    if name:
        yield from with_dutch(spoken, "zone", zone=name)
    else:
        yield from with_dutch(spoken, "screen")


def _bring(config: HallConfig, contact: Contact, spoken: Words) -> Iterator[Part]:
    things = things_to_bring(config, contact, spoken.language)
    if not things or not config.paper.shows(TicketLine.BRING):
        return
    yield from (GAP, Rule(), GAP)
    yield Line(spoken.say("bring"), bold=True)
    for thing in things[:MOST_TO_BRING]:
        yield Line(f"- {thing}")


def _code(visit: Visit) -> Iterator[Part]:
    yield WIDE
    yield Code(visit.code)
