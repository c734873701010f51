"""Forecasts of a picture from sampled futures, in processes that made ready for it.

Stations do; a program that looks once and goes does not, and gets the quick forecast of ``rules.forecast``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any

from balie_app.queue.rules.choose import Candidate, minutes, strictness
from balie_app.queue.rules.hall import HallConfig, Privacy
from balie_app.queue.rules.visit import AT_COUNTER, Appointment, AppointmentState, Contact
from balie_app.queue.views import Wait

if TYPE_CHECKING:
    from balie_app.queue.dispatch import futures
    from balie_app.queue.dispatch.futures import Coming, Talk, Waiting
    from balie_app.queue.store.outlook import Desks

MOST = 300
"""People who wait, at most, to be played forward many times; with more the quick forecast has to do."""
ENOUGH_PLAYED = 2400
"""People times futures in one picture, where nothing is compiled: a picture may not take much longer for it."""
FEWEST_FUTURES = 8
LATEST = timedelta(minutes=30)
"""A booking without anybody still counts as one that may come, so long after its time."""
AHEAD = timedelta(hours=4)
APPOINTMENT_NORM, APPOINTMENT_MINUTES = "appointment", 5

_futures: list[ModuleType] = []


def prepare() -> None:
    """Make ready, once a process. Takes a second; the first time ever on a machine, where it can compile, ten."""
    if not _futures:
        from balie_app.queue.dispatch.warm import compile_elsewhere

        compile_elsewhere()
        _futures.append(play_a_little())


def play_a_little() -> ModuleType:
    """Load and compile what futures need; answers their module."""
    from balie_app.queue.dispatch import futures

    somebody = futures.Waiting("somebody", frozenset({0}), 5.0, 0.6)
    futures.sampled_waits([somebody], [], [None], strictness(0.5))
    return futures


@dataclass(frozen=True, slots=True)
class Scene:
    """The hall as it stands, as far as it matters for who waits how long."""

    config: HallConfig
    desks: Desks
    order: Sequence[Candidate]
    """Who waits, most urgent first."""
    contacts: Sequence[Contact]
    appointments: Sequence[Appointment]
    now: datetime

    def coming(self) -> list[Appointment]:
        """Bookings for which somebody may still come, in the next hours."""
        since, until = self.now - LATEST, self.now + AHEAD
        booked = (each for each in self.appointments if each.state is AppointmentState.BOOKED)
        return [each for each in booked if since < each.start < until]


def sampled(scene: Scene) -> dict[str, Wait] | None:
    """The waits by contact, and by "type:" and a kind of somebody who would come now; None: not in this process."""
    if not _futures or len(scene.order) > MOST:
        return None
    found = _futures[0].play_futures(plain(scene), how_many(scene))
    return {key: Wait(*each) for key, each in _futures[0].ranges(found).items()}


def how_many(scene: Scene) -> int:
    """How many futures a picture has time for; only in a process that made ready."""
    known = _futures[0]
    count: int = known.FUTURES
    played = len(scene.order) + min(len(scene.coming()), MOST // 2)
    return count if known.FAST else min(count, max(FEWEST_FUTURES, ENOUGH_PLAYED // max(1, played)))


def is_ready() -> bool:
    """Whether this process made ready."""
    return bool(_futures)


def plain(scene: Scene) -> futures.Scene:
    """The same in numbers, as futures are played from it; only in a process that made ready."""
    make = _futures[0]
    found: futures.Scene = make.Scene(
        [*_waiting(scene, make.Waiting)],
        [_coming(scene, each, make.Coming) for each in scene.coming() if _kind(each, scene.config)],
        _talks(scene, make.Talk),
        strictness(scene.config.settings.strictness),
    )
    return found


def _waiting(scene: Scene, make: type[Waiting]) -> Iterator[Waiting]:
    firsts = _firsts(scene)
    for each in scene.order:
        contact = each.contact
        usual = scene.desks.usual(contact.contact_type, contact.products)
        yield make(
            contact.id,
            scene.desks.places(contact, each.needs),
            usual.minutes,
            usual.spread,
            arrival=_arrival(contact, firsts, scene.now),
            due=None if contact.appointment_at is None else minutes(scene.now, contact.due_at),
            ready=0.0 if contact.not_before is None else max(0.0, minutes(scene.now, contact.not_before)),
        )
    for code in scene.config.contact_type_by_code:
        yield make(f"type:{code}", scene.desks.places_of_type(code), 1.0, 0.6, probe=True)


def _firsts(scene: Scene) -> dict[str, datetime]:
    """By kind of contact: when the first who waits came."""
    found: dict[str, datetime] = {}
    for each in scene.order:
        contact = each.contact
        found[contact.contact_type] = min(contact.arrived_at, found.get(contact.contact_type, contact.arrived_at))
    return found


def _arrival(contact: Contact, firsts: Mapping[str, datetime], now: datetime) -> float:
    """From when his wait counts: who was put first goes before the others of his kind, who was put last after them."""
    since = {"first": firsts[contact.contact_type] - timedelta(seconds=1), "last": contact.waiting_since}
    return min(0.0, minutes(now, since.get(contact.position, contact.arrived_at)))


def _coming(scene: Scene, booking: Appointment, make: type[Coming]) -> Coming:
    code = _kind(booking, scene.config)
    usual = scene.desks.usual(code, booking.products)
    places = scene.desks.alike(code, booking.products, None, booking.officer)[1]
    norm = scene.config.norm_minutes(APPOINTMENT_NORM, APPOINTMENT_MINUTES, booking.day)
    return make(booking.code, places, usual.minutes, usual.spread, minutes(scene.now, booking.start), float(norm))


def _kind(booking: Appointment, config: HallConfig) -> str:
    """The kind of contact that its products need together; "" when the hall has none of them any more."""
    codes = [config.product_by_slug[slug].contact_type for slug in booking.products if slug in config.product_by_slug]
    kinds = [config.contact_type_by_code[code] for code in codes]
    most = max(kinds, key=lambda kind: (kind.privacy is Privacy.PRIVATE, kind.minutes), default=None)
    return most.code if most else ""


def _talks(scene: Scene, make: type[Talk]) -> list[Talk | None]:
    at = {each.counter: each for each in scene.contacts if each.state in AT_COUNTER}
    return [_talk(scene, at.get(number), make) for number, _ in scene.desks.staffed]


def _talk(scene: Scene, contact: Contact | None, make: type[Talk]) -> Talk | None:
    if contact is None:
        return None
    usual = scene.desks.usual(contact.contact_type, contact.products)
    since: Any = contact.called_at or contact.started_at or scene.now
    return make(contact.id, max(0.0, minutes(since, scene.now)), usual.minutes, usual.spread)


# -- what was shown last -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """The waits by kind of contact of the last picture that this process made of a hall."""

    seq: int
    at: datetime
    type_waits: Mapping[str, Wait]


OLDEST = timedelta(minutes=2)
_shown: dict[str, Shown] = {}


def remember(hall: str, shown: Shown) -> None:
    """Keep what the stations of this process show, so that a ticket tells the same."""
    _shown[hall] = shown


def shown_wait(hall: str, seq: int, kind: str, now: datetime) -> Wait | None:
    """The wait that this process shows for such a visitor, if nothing happened in the hall since; else None."""
    shown = _shown.get(hall)
    if shown is None or shown.seq != seq or not timedelta(0) <= now - shown.at <= OLDEST:
        return None
    wait = shown.type_waits.get(kind)
    passed = minutes(shown.at, now)
    return wait and Wait(*(max(0.0, each - passed) for each in (wait.p10, wait.p50, wait.p90)))
