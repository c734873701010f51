"""Who is called next: a pure function of the hall's state (`dispatch.md` sections 1 and 2)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from balie_app.queue.rules.eligible import obstacle, offered
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.leave import (
    LESS_FLEXIBLE,
    SPEAKER,
    Desk,
    Others,
    Wishes,
    left_to_others,
    nobody_else,
    waits_for_speaker,
)
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.urgency import appointment_urgency
from balie_app.queue.rules.urgency import walk_in_urgency as walk_in_urgency
from balie_app.queue.rules.visit import Contact


@dataclass(frozen=True, slots=True)
class Strictness:
    """The three numbers of the urgency index: W (height), tau (minutes), L (late bonus)."""

    height: float
    tau: float
    late: float

    def __post_init__(self) -> None:
        numbers = (self.height, self.tau, self.late)
        if not all(math.isfinite(each) and each >= 0 for each in numbers) or self.tau == 0:
            message = f"an urgency index needs finite numbers that are not negative, and a tau above 0: {numbers}"
            raise ValueError(message)


def strictness(slider: float) -> Strictness:
    """Balanced (0: W 80, tau 2, L 5) to strict (1: W 320, tau 4, L 10); geometric in between. Else a ValueError."""
    if not 0 <= slider <= 1:
        message = f"the slider runs from 0 to 1: {slider}"
        raise ValueError(message)
    return Strictness(80 * 4**slider, 2 * 2**slider, 5 * 2**slider)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A waiting contact and what its visit needs."""

    contact: Contact
    needs: tuple[str, ...] = ()
    language: str = "nl"

    @property
    def wishes(self) -> Wishes:
        """What this visitor needs."""
        return Wishes(self.contact, self.needs, self.language)


MOST_COMPARED = 20
"""Candidates that a reason names, most urgent first; all are counted."""
LOOK_AHEAD = "look-ahead"
"""The rule of a call that was weighed in sampled futures."""
ABSENT_PAUSE = "absent-pause"
"""Not offered for a moment, after "not there"."""
COMES_LATER = "comes-later"
"""Away until the time that was agreed."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A candidate as it stood in the comparison."""

    label: str
    contact_type: str
    urgency: float
    waited_minutes: float
    due_at: datetime
    appointment_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this one: data first, and the sentence that a visitor may read."""

    rule: str
    text: str
    runner_up: str | None = None
    considered: int = 1
    compared: tuple[Compared, ...] = ()
    """The called one and who else could be called, most urgent first."""
    blocked: dict[str, str] = field(default_factory=dict)
    """By label: why somebody who waits could not be called here and now."""


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
        return walk_in_urgency(minutes(since, now))
    return booked_urgency(minutes(now, contact.due_at), strict)


def booked_urgency(slack: float, strict: Strictness) -> float:
    """The urgency of an appointment, ``slack`` minutes before its norm is broken (negative: after)."""
    return appointment_urgency(slack, strict.height, strict.tau, strict.late)


def ranked(candidates: Iterable[Candidate], now: datetime, strict: Strictness) -> list[tuple[float, Candidate]]:
    """Candidates with their urgency, most urgent first; ties go to who waits longest, the lower label, the first
    question of a visit. No two contacts tie in all of these: the order is the same on every database."""
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
            pair[1].contact.ordinal,
        ),
    )


def why_not(
    each: Candidate,
    counter: Counter,
    clerk: Clerk | None,
    config: HallConfig,
    now: datetime,
    others: Others = nobody_else,
) -> str | None:
    """Why this contact may not be called here and now, whoever else waits; None when it may."""
    found = obstacle(each.contact, each.needs, counter, clerk, config)
    if found is not None:
        return found
    if not offered(each.contact, now):
        return COMES_LATER if each.contact.is_away(now) else ABSENT_PAUSE
    return SPEAKER if waits_for_speaker(each.wishes, clerk, others, config, now) else None


def choose(
    candidates: Iterable[Candidate],
    counter: Counter,
    clerk: Clerk | None,
    config: HallConfig,
    now: datetime,
    others: Others = nobody_else,
) -> Choice | None:
    """The most urgent contact that this counter and clerk may take, or None. Deterministic; changes nothing.

    ``others``: the other open counters; without them nobody is left to a less flexible one or to a better clerk.
    """
    allowed: list[Candidate] = []
    blocked: dict[str, str] = {}
    for each in candidates:
        code = why_not(each, counter, clerk, config, now, others)
        if code is None:
            allowed.append(each)
        elif len(blocked) < MOST_COMPARED:
            blocked[each.contact.label] = code
    order = ranked(allowed, now, strictness(config.settings.strictness))
    me = Desk(counter, clerk, idle=True)
    left = left_to_others((each.wishes for _, each in order), me, others, config, now)
    blocked |= {each.contact.label: LESS_FLEXIBLE for _, each in order if each.contact.id in left}
    order = [pair for pair in order if pair[1].contact.id not in left]
    return _choice(order, blocked, now, ZoneInfo(config.timezone)) if order else None


def instead(choice: Choice, contact: Contact, now: datetime, zone: ZoneInfo) -> Choice:
    """Another contact than the index's choice, found by looking ahead; the reason says so."""
    text = f"Vooruitgekeken: {_sentence(contact, choice.contact, now, zone)}"
    return Choice(contact, replace(choice.reason, rule=LOOK_AHEAD, text=text, runner_up=choice.contact.label))


def _choice(order: list[tuple[float, Candidate]], blocked: dict[str, str], now: datetime, zone: ZoneInfo) -> Choice:
    first, second = order[0][1].contact, order[1][1].contact if len(order) > 1 else None
    reason = Reason(
        rule=_rule(first),
        text=_sentence(first, second, now, zone),
        runner_up=second.label if second else None,
        considered=len(order),
        compared=tuple(_compared(score, each.contact, now) for score, each in order[:MOST_COMPARED]),
        blocked=blocked,
    )
    return Choice(first, reason)


def _compared(score: float, contact: Contact, now: datetime) -> Compared:
    waited = max(0.0, minutes(contact.arrived_at, now))
    kind, due, appointment = contact.contact_type, contact.due_at, contact.appointment_at
    return Compared(contact.label, kind, round(score, 3), round(waited, 1), due, appointment)


def _rule(contact: Contact) -> str:
    if contact.appointment_at is not None:
        return "appointment"
    return "first" if contact.position == "first" else "longest-wait"


def _sentence(first: Contact, second: Contact | None, now: datetime, zone: ZoneInfo) -> str:
    text = f"{shown(first.label)}: {_about(first, second is None, now, zone)}."
    return text if second is None else f"{text} {shown(second.label)} {_waits(second, now)} en kan nog."


def _about(contact: Contact, alone: bool, now: datetime, zone: ZoneInfo) -> str:
    if contact.appointment_at is None:
        waits = f"wacht {whole(contact.arrived_at, now)}"
        return waits if alone else f"{waits}, het meest dringend van wie hier terecht kan"
    return f"afspraak van {contact.appointment_at.astimezone(zone):%H:%M}, " + _pressed(contact, alone, now)


def _pressed(contact: Contact, alone: bool, now: datetime) -> str:
    """How an appointment stands with its norm, and whether it goes before its time."""
    slack = minutes(now, contact.due_at)
    if slack < 0:
        return f"{plural(-slack)} te laat"
    early = contact.appointment_at is not None and contact.appointment_at > now
    if alone and early:
        return "nu al: niemand anders wacht hier"
    return f"over {plural(slack)} te laat" if slack >= 1 else "bijna te laat"


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
