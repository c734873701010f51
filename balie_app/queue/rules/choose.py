"""Who is called next: a pure function of the hall's state (`dispatch.md` sections 1 and 2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from balie_app.queue.rules.eligible import obstacle, offered
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.visit import Contact


@dataclass(frozen=True, slots=True)
class Strictness:
    """The three numbers of the urgency index: W (height), tau (minutes), L (late bonus)."""

    height: float
    tau: float
    late: float


def strictness(slider: float) -> Strictness:
    """Balanced (0: W 80, tau 2, L 5) to strict (1: W 320, tau 4, L 10); geometric in between."""
    return Strictness(80 * 4**slider, 2 * 2**slider, 5 * 2**slider)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A waiting contact and what its visit needs."""

    contact: Contact
    needs: tuple[str, ...] = ()
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this one: data first, and the sentence that a visitor may read."""

    rule: str
    text: str
    runner_up: str | None = None
    considered: int = 1


@dataclass(frozen=True, slots=True)
class Choice:
    """The contact to call, and why."""

    contact: Contact
    reason: Reason


def minutes(start: datetime, end: datetime) -> float:
    """Minutes from ``start`` to ``end``; negative when ``end`` is earlier."""
    return (end - start).total_seconds() / 60


def urgency(contact: Contact, now: datetime, strict: Strictness) -> float:
    """How urgent a waiting contact is now; about 1 for somebody who just walked in."""
    if contact.appointment_at is None:
        since = contact.waiting_since if contact.position == "last" else contact.arrived_at
        return 1 + max(0.0, minutes(since, now)) / 20
    slack = minutes(now, contact.due_at)
    if slack < 0:
        return strict.late + 0.5 * -slack
    return 0.15 + strict.height / strict.tau * math.exp(-slack / strict.tau)


def ranked(candidates: Iterable[Candidate], now: datetime, strict: Strictness) -> list[tuple[float, Candidate]]:
    """Candidates with their urgency, most urgent first; ties go to who waits longest, then to the lower label."""
    scored = [(urgency(each.contact, now, strict), each) for each in candidates]
    tops: dict[str, float] = {}
    for score, each in scored:
        kind = each.contact.contact_type
        tops[kind] = max(tops.get(kind, 0.0), score)
    # "first" (a second call, a transfer put in front) means: before the others of its kind
    lifted = [(tops[c.contact.contact_type] if c.contact.position == "first" else score, c) for score, c in scored]
    return sorted(
        lifted,
        key=lambda pair: (
            -pair[0],
            pair[1].contact.position != "first",
            pair[1].contact.arrived_at,
            pair[1].contact.label,
        ),
    )


def choose(
    candidates: Iterable[Candidate], counter: Counter, clerk: Clerk | None, config: HallConfig, now: datetime
) -> Choice | None:
    """The most urgent contact that this counter and clerk may take, or None. Deterministic; changes nothing."""
    allowed = [
        each
        for each in candidates
        if offered(each.contact, now) and obstacle(each.contact, each.needs, counter, clerk, config) is None
    ]
    order = ranked(allowed, now, strictness(config.settings.strictness))
    if not order:
        return None
    first, second = order[0][1].contact, order[1][1].contact if len(order) > 1 else None
    zone = ZoneInfo(config.timezone)
    return Choice(
        first, Reason(_rule(first), _sentence(first, second, now, zone), second.label if second else None, len(order))
    )


def _rule(contact: Contact) -> str:
    if contact.appointment_at is not None:
        return "appointment"
    return "first" if contact.position == "first" else "longest-wait"


def _sentence(first: Contact, second: Contact | None, now: datetime, zone: ZoneInfo) -> str:
    text = f"{shown(first.label)}: {_about(first, now, zone)}."
    return text if second is None else f"{text} {shown(second.label)} {_waits(second, now)} en kan nog."


def _about(contact: Contact, now: datetime, zone: ZoneInfo) -> str:
    if contact.appointment_at is None:
        return f"wacht {whole(contact.arrived_at, now)}, het langst van wie hier terecht kan"
    start = contact.appointment_at.astimezone(zone).strftime("%H:%M")
    late = minutes(max(contact.appointment_at, contact.arrived_at), now)
    return f"afspraak van {start}, " + (f"wacht {plural(late)}" if late >= 1 else "op tijd")


def _waits(contact: Contact, now: datetime) -> str:
    if contact.appointment_at is not None and contact.appointment_at > now:
        return f"heeft een afspraak over {plural(minutes(now, contact.appointment_at))}"
    return f"wacht {whole(contact.arrived_at, now)}"


def whole(start: datetime, end: datetime) -> str:
    """The time between, in whole minutes, in words."""
    return plural(minutes(start, end))


def plural(amount: float) -> str:
    """ "1 minuut", "6 minuten"; under one: "nog geen minuut"."""
    count = int(amount)
    return "nog geen minuut" if count < 1 else f"{count} minuut" if count == 1 else f"{count} minuten"
