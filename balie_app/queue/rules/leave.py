"""Whom an idle counter leaves to another one: to a less flexible counter, or to a clerk who speaks the language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from balie_app.queue.rules.eligible import competent, needs_privacy, obstacle
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.visit import Contact, ContactState

LESS_FLEXIBLE = "less-flexible-counter"
"""Left to an idle counter that can do less: it goes first."""
SPEAKER = "speaks-the-language"
"""Waits, within the norm, for a clerk who speaks the visitor's language."""
TO_SPARE = timedelta(minutes=2)
"""Somebody who waits for a language is called so long before the norm is broken."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open counter with its clerk."""

    counter: Counter
    clerk: Clerk | None
    idle: bool
    """Whether nobody is there."""


Others = Callable[[], Sequence[Desk]]
"""The other open counters, asked for only when it matters."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the visitor of a waiting contact needs."""

    contact: Contact
    needs: tuple[str, ...]
    language: str


def nobody_else() -> Sequence[Desk]:
    """No other counter is open."""
    return ()


def waits_for_speaker(each: Wishes, clerk: Clerk | None, others: Others, config: HallConfig, now: datetime) -> bool:
    """Whether the visitor waits for another clerk, who speaks his language: only as long as the norm allows."""
    if speaks(clerk, each.language) or now >= each.contact.due_at - TO_SPARE:
        return False
    return any(speaks(desk.clerk, each.language) and able(desk, each, config) for desk in others())


def speaks(clerk: Clerk | None, language: str) -> bool:
    """Whether the clerk speaks it."""
    return clerk is not None and language in clerk.languages


def able(desk: Desk, each: Wishes, config: HallConfig) -> bool:
    """Whether this contact may be called there."""
    return obstacle(each.contact, each.needs, desk.counter, desk.clerk, config) is None


def just_came(contact: Contact, config: HallConfig, now: datetime) -> bool:
    """Whether somebody began to wait so shortly ago that he may be left to another counter, where a hall wants that."""
    return now - contact.waiting_since < timedelta(seconds=config.settings.spare_flexible_seconds)


def left_to_others(order: Iterable[Wishes], me: Desk, others: Others, config: HallConfig, now: datetime) -> set[str]:
    """The contacts (ids), of those in calling order, that less flexible idle counters are about to call.

    Each of those takes one, the least flexible first, so that a room is not used up by what a stand-up counter can do.
    """
    left: set[str] = set()
    taken: set[int] = set()
    for each in order:
        if not just_came(each.contact, config, now):
            continue
        mine = flexibility(me, each.contact, config)
        free = [desk for desk in others() if desk.idle and desk.counter.number not in taken]
        better = [(flexibility(desk, each.contact, config), desk) for desk in free if able(desk, each, config)]
        first = min(better, key=lambda pair: (pair[0], pair[1].counter.number), default=None)
        if first is not None and first[0] < mine:
            taken.add(first[1].counter.number)
            left.add(each.contact.id)
    return left


def flexibility(desk: Desk, contact: Contact, config: HallConfig) -> tuple[int, int]:
    """How much else a counter could do; the lowest goes first.

    The order of preference of the kind of contact comes first, then how many kinds of contact the desk may take.
    """
    preferred = config.contact_type_by_code[contact.contact_type].counter_types
    kind = desk.counter.type
    place = preferred.index(kind) if kind in preferred else len(preferred)
    return place, sum(_may_take(desk, code, contact, config) for code in config.contact_type_by_code)


def _may_take(desk: Desk, code: str, like: Contact, config: HallConfig) -> bool:
    kind = config.contact_type_by_code[code]
    if desk.counter.type not in kind.counter_types or (needs_privacy(kind) and not desk.counter.private):
        return False
    moment = like.arrived_at
    state = ContactState.WAITING
    somebody = Contact("", "", like.day, "", state, code, (), moment, moment, moment)
    return desk.clerk is not None and competent(desk.clerk, somebody, config)
