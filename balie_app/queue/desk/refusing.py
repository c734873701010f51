"""At the door: when no number is given, and why; the facts say when it can be had again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from balie_app.queue.rules import offer, opening
from balie_app.queue.rules.hall import Opening, Product
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, CounterWork
from balie_app.queue.store import tables
from balie_app.queue.store.records import load
from balie_app.queue.store.work import Work

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_COUNTERS = select(tables.counter)


def demand_open(work: Work, products: Sequence[Product]) -> None:
    """The hall gives numbers now, and each of these products can be had now."""
    hall, local = work.config.opening, work.local()
    if not opening.gives_tickets(hall, local):
        because = opening.closed_because(hall, local.date())
        raise Refused("hall-closed", because=because, **_again(hall, local, None))
    closed = offer.closed_product(products, work.config, local)
    if closed is not None:
        own = closed.opening
        because = opening.closed_because(own, local.date()) if own else ""
        raise Refused("product-closed", product=closed.slug, because=because, **_again(hall, local, own))


def _again(hall: Opening, local: datetime, own: Opening | None) -> dict[str, str | None]:
    """When it opens again: for programs, and as the sentence that people read."""
    at = opening.next_opening(hall, local, own)
    if at is None:
        return {"opens": None, "again": "Vraag de receptie wanneer het wel kan."}
    day = "Vandaag" if at.date() == local.date() else f"Weer op {_DAYS[at.weekday()]} {at.day}-{at.month}"
    return {"opens": at.isoformat(timespec="minutes"), "again": f"{day} vanaf {at:%H:%M} uur."}


def demand_fit(work: Work, products: Sequence[Product], expected: float, lasts: float) -> None:
    """Who takes a number now is helped before closing time; ``lasts``: how long that takes, in minutes."""
    local = work.local()
    if offer.fits(products, work.config, local, expected, lasts):
        return
    left = offer.time_left(products, work.config, local) or 0.0
    limit = work.config.settings.intake_limit.value
    raise Refused("intake-full", minutes_left=round(left), expected=round(expected), lasts=round(lasts), limit=limit)


def demand_somebody(work: Work, contact: Contact, needs: tuple[str, ...]) -> None:
    """Somebody who is there, at a counter or in a pause, can do what is asked."""
    counters = [load(CounterWork, row) for row in work.connection.execute(_COUNTERS)]
    found = offer.presence(contact.contact_type, contact.products, needs, work.config, counters)
    if found is offer.Standing.NOBODY:
        raise Refused("nobody-present", contact_type=contact.contact_type, products=list(contact.products))
