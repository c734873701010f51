"""What this hall can be asked for at the kiosk, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from balie_app.queue.config import catalogue
from balie_app.queue.config.catalogue import LifeEvent
from balie_app.queue.rules.forecast import told
from balie_app.queue.rules.hall import HallConfig, HallIntake, Intake, Product
from balie_app.queue.rules.offer import Standing, standing
from balie_app.queue.rules.opening import gives_tickets, next_opening
from balie_app.queue.rules.visit import Appointment, AppointmentState
from balie_app.queue.views import HallView

HELP = "iemand-spreken"
"""The product of who wants to speak to somebody."""
TOP = 10
LATE_LIST = timedelta(hours=2)
"""An appointment that was longer ago is not in the list of times any more."""


def in_language(labels: Mapping[str, str], language: str) -> str:
    """The text in that language, else in English, else in Dutch; "" when there is none."""
    return (labels.get(language) or labels.get("en") or labels.get("nl", "")).strip()


def things(lists: Mapping[str, tuple[str, ...]], language: str) -> tuple[str, ...]:
    """The list in that language, else in English, else in Dutch."""
    return lists.get(language) or lists.get("en") or lists.get("nl", ())


def label(product: Product, language: str) -> str:
    """What the product is called."""
    return in_language(product.labels, language)


def most_asked(config: HallConfig) -> list[Product]:
    """The ten products that people ask for most and can take a number for; filled up from the hall's own list."""
    first = [config.product_by_slug[slug] for slug in catalogue.top_ten() if slug in config.product_by_slug]
    rest = [product for product in config.products if product not in first and product.slug != HELP]
    walk_in = [product for product in (*first, *rest) if product.intake in {Intake.BOTH, Intake.WALK_IN}]
    return walk_in[:TOP]


def events(config: HallConfig) -> list[LifeEvent]:
    """The life events for which this hall has something."""
    used = {code for product in config.products for code in product.life_events}
    return [event for event in catalogue.life_events() if event.code in used]


def of_event(config: HallConfig, code: str) -> list[Product]:
    """The products of a life event: what can be had at once first."""
    found = [product for product in config.products if code in product.life_events]
    return sorted(found, key=lambda product: list(ORDER).index(product.intake))


ORDER = (Intake.BOTH, Intake.WALK_IN, Intake.APPOINTMENT, Intake.NONE)


def expected(view: HallView, product: Product) -> tuple[int, int] | None:
    """The wait that is told to who takes a number now, in minutes; None: nobody can serve it now."""
    wait = view.type_waits.get(product.contact_type)
    return told(wait.p10, wait.p90) if wait else None


def stands(view: HallView, product: Product, now: datetime) -> Standing:
    """Whether the product can be had now, and if not, why."""
    wait = view.type_waits.get(product.contact_type)
    local = now.astimezone(ZoneInfo(view.config.timezone))
    return standing((product,), view.config, view.counters, local, wait.p50 if wait else None)


def again(view: HallView, product: Product, now: datetime) -> datetime | None:
    """The local time from which the product can be had again; None when that is not known."""
    return next_opening(view.config.opening, now.astimezone(ZoneInfo(view.config.timezone)), product.opening)


@dataclass(frozen=True, slots=True)
class Door:
    """Whether the kiosk can be used now."""

    numbers: bool
    """Numbers can be taken."""
    appointments: bool
    """Somebody with an appointment can be expected."""
    host_only: bool = False
    opens: datetime | None = None
    """Local time at which the hall opens next, when it gives no numbers now."""


def door(view: HallView, now: datetime) -> Door:
    """What the kiosk can do at this moment."""
    config = view.config
    if config.settings.intake is HallIntake.HOST:
        return Door(numbers=False, appointments=False, host_only=True)
    local = now.astimezone(ZoneInfo(config.timezone))
    if gives_tickets(config.opening, local):
        return Door(numbers=True, appointments=True)
    return Door(numbers=False, appointments=bool(soon(view, now)), opens=next_opening(config.opening, local))


def soon(view: HallView, now: datetime) -> list[Appointment]:
    """Appointments that may be checked in now, by time. No names: a kiosk never shows them."""
    early = timedelta(minutes=view.config.settings.early_minutes)
    return [
        each
        for each in view.appointments
        if each.state is AppointmentState.BOOKED and now - LATE_LIST <= each.start <= now + early
    ]


def times(appointments: Sequence[Appointment]) -> list[datetime]:
    """Their starting times, each once."""
    return sorted({each.start for each in appointments})
