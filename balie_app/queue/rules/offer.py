"""How it stands with what somebody comes for: can it be had now, and if not, why. Shown before a number is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum

from balie_app.queue.rules.eligible import obstacle
from balie_app.queue.rules.hall import ContactType, HallConfig, Intake, IntakeLimit, Privacy, Product
from balie_app.queue.rules.opening import gives_tickets, minutes_left
from balie_app.queue.rules.visit import Contact, ContactState, CounterState, CounterWork

_EPOCH = datetime.fromtimestamp(0, UTC)
STAFFED = frozenset({CounterState.OPEN, CounterState.PAUSED})


class Standing(StrEnum):
    """Whether a number can be taken; the words are those of the refusals."""

    NOW = "now"
    NOT_HERE = "not-here"
    APPOINTMENT_ONLY = "appointment-only"
    HALL_CLOSED = "hall-closed"
    PRODUCT_CLOSED = "product-closed"
    INTAKE_FULL = "intake-full"
    PAUSED = "nobody-now"
    """Who can do it has a pause."""
    NOBODY = "nobody-present"
    """Nobody who is there today can do it."""


def kind_of(products: Sequence[Product], config: HallConfig) -> ContactType:
    """The kind of contact that several products need together: a private one decides, else the longest."""
    kinds = [config.contact_type_by_code[each.contact_type] for each in products]
    return max(kinds, key=lambda kind: (kind.privacy is Privacy.PRIVATE, kind.minutes))


def standing(
    products: Sequence[Product],
    config: HallConfig,
    counters: Iterable[CounterWork],
    local: datetime,
    wait: float | None,
) -> Standing:
    """How it stands with these products together at this local time; ``wait`` is the expected one in minutes."""
    if any(each.intake is Intake.NONE for each in products):
        return Standing.NOT_HERE
    if any(each.intake is Intake.APPOINTMENT for each in products):
        return Standing.APPOINTMENT_ONLY
    if not gives_tickets(config.opening, local):
        return Standing.HALL_CLOSED
    if closed_product(products, config, local) is not None:
        return Standing.PRODUCT_CLOSED
    if wait is not None and not fits(products, config, local, wait):
        return Standing.INTAKE_FULL
    return presence(kind_of(products, config).code, tuple(each.slug for each in products), (), config, counters)


def closed_product(products: Iterable[Product], config: HallConfig, local: datetime) -> Product | None:
    """The first product that cannot be had at this hour, though the hall is open."""
    return next((each for each in products if not gives_tickets(config.opening, local, each.opening)), None)


def time_left(products: Iterable[Product], config: HallConfig, local: datetime) -> float | None:
    """Minutes until the first of these products ends for the day; None: no closing time."""
    left = [minutes_left(config.opening, local, own) for own in (None, *(each.opening for each in products))]
    return min((each for each in left if each is not None), default=None)


def fits(products: Sequence[Product], config: HallConfig, local: datetime, wait: float, lasts: float = 0.0) -> bool:
    """Whether who takes a number now is helped before closing time, as the hall's intake limit counts it."""
    limit, left = config.settings.intake_limit, time_left(products, config, local)
    if left is None or limit is IntakeLimit.NONE:
        return True
    usual = lasts or sum(each.minutes for each in products)
    return wait + usual <= left if limit is IntakeLimit.FINISHED else wait < left


def presence(
    kind: str, products: tuple[str, ...], needs: tuple[str, ...], config: HallConfig, counters: Iterable[CounterWork]
) -> Standing:
    """Whether somebody who is there can do it: NOW, PAUSED or NOBODY."""
    somebody = Contact("", "", _EPOCH.date(), "", ContactState.WAITING, kind, products, _EPOCH, _EPOCH, _EPOCH)
    found = {each.state for each in counters if each.state in STAFFED and _takes(each, somebody, needs, config)}
    if CounterState.OPEN in found:
        return Standing.NOW
    return Standing.PAUSED if found else Standing.NOBODY


def _takes(work: CounterWork, somebody: Contact, needs: tuple[str, ...], config: HallConfig) -> bool:
    place, clerk = config.counter_by_number.get(work.number), config.clerk_by_code.get(work.clerk or "")
    return place is not None and clerk is not None and obstacle(somebody, needs, place, clerk, config) is None
