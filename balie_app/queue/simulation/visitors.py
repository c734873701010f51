"""The visitors of a recorded day, with what the record does not say drawn from a seed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from balie_app.queue.simulation.recorded import Matter, RecordedDay, RecordedTicket

SPREAD = 0.6
"""Standard deviation of the logarithm of conversation lengths (as measured in comparable halls)."""
APPOINTMENT_SHARE = 0.45
"""Of those who come for something that people make appointments for."""
EARLY_MEAN, EARLY_SPREAD = 6.0, 5.0
"""Minutes that people with an appointment come early: mean and standard deviation."""
LANGUAGES = (("nl", 0.86), ("en", 0.05), ("ar", 0.03), ("tr", 0.02), ("pl", 0.02), ("uk", 0.02))
INITIALS = "ABCDEFGHJKLMNPRSTVW"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One party on its way to the hall."""

    at: datetime
    """When it comes in (aware, UTC)."""
    products: tuple[str, ...]
    contact_type: str
    minutes: float
    """How long its conversation will last."""
    walk_seconds: float
    """From hearing the call to standing at the counter."""
    via: str
    """kiosk, reception or dispenser."""
    shows_up: bool = True
    """False: has gone home when called."""
    appointment_at: datetime | None = None
    initials: str = ""
    language: str = "nl"
    party: int = 1
    needs: tuple[str, ...] = ()


def visitors(day: RecordedDay, seed: int, timezone: str) -> tuple[Arrival, ...]:
    """All arrivals of the day in order; the same seed gives the same day."""
    random, zone = Random(seed), ZoneInfo(timezone)
    found = [_arrival(ticket, day, random, zone) for ticket in day.tickets]
    return tuple(sorted(found, key=lambda each: each.at))


def _arrival(ticket: RecordedTicket, day: RecordedDay, random: Random, zone: ZoneInfo) -> Arrival:
    matter = day.matters[ticket.queue]
    moment = datetime.combine(day.day, ticket.arrived, zone).astimezone(UTC) + timedelta(seconds=random.uniform(0, 59))
    booked = matter.appointments and random.random() < APPOINTMENT_SHARE
    return Arrival(
        at=moment,
        products=(random.choice(matter.products),),
        contact_type=matter.contact_type,
        minutes=_length(matter, random),
        walk_seconds=random.uniform(12, 45),
        via=_way_in(matter, random),
        shows_up=ticket.called is not None and random.random() > 0.015,
        appointment_at=_appointed(moment, random) if booked else None,
        initials=f"{random.choice(INITIALS)}. {random.choice(INITIALS)}." if booked else "",
        language=_pick_language(random),
        party=random.choices((1, 2, 3, 4), (78, 15, 5, 2))[0],
        needs=("wheelchair",) if random.random() < 0.015 else (),
    )


def _length(matter: Matter, random: Random) -> float:
    """Lognormal around the mean of the matter, in minutes; never under half a minute."""
    return max(0.5, matter.minutes * math.exp(random.gauss(-(SPREAD**2) / 2, SPREAD)))


def _appointed(arrival: datetime, random: Random) -> datetime:
    """The five-minute slot that somebody had who came at ``arrival``."""
    early = timedelta(minutes=max(-10.0, random.gauss(EARLY_MEAN, EARLY_SPREAD)))
    slot = 300
    return datetime.fromtimestamp(round((arrival + early).timestamp() / slot) * slot, UTC)


def _way_in(matter: Matter, random: Random) -> str:
    if matter.dispenser:
        return "dispenser"
    return "kiosk" if random.random() < 0.7 else "reception"


def _pick_language(random: Random) -> str:
    return random.choices([code for code, _ in LANGUAGES], [share for _, share in LANGUAGES])[0]
