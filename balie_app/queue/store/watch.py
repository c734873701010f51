"""The norm of appointments, watched before it breaks: who comes in danger, and which one action helps most.

From a picture alone, so on any thread; it takes about a tenth of a second in a large hall. Made for a process that made
ready for sampled futures (``sampling.prepare``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from balie_app.queue.rules.choose import Candidate, ranked, strictness
from balie_app.queue.rules.eligible import needs_privacy
from balie_app.queue.rules.hall import Clerk, ContactType, Counter, HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState
from balie_app.queue.store import sampling
from balie_app.queue.store.outlook import Desks
from balie_app.queue.store.sampling import Scene
from balie_app.queue.views import HallView

if TYPE_CHECKING:
    from balie_app.queue.dispatch.norm import Action

WORTH_SAYING = 0.3
"""Chance of a broken norm from which it is said."""
MOST_ACTIONS = 8


@dataclass(frozen=True, slots=True)
class InDanger:
    """A checked-in appointment."""

    contact: Contact
    left: float
    """Minutes until its norm is broken; negative: it was."""
    chance: float
    """Chance that it is broken, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Help:
    """The one action that helps most."""

    code: str
    """ "open": a counter and who would sit there; "also": the counter of a clerk who would help this kind too;
    "first": a ticket to be called out of order."""
    counter: int | None
    clerk: str | None
    contact_type: str
    label: str
    kept: float
    """Norms kept that would else be broken, as a mean."""
    earlier: float
    """Minutes that waiting walk-ins are called earlier, on average; negative: later."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What the norm looks like now."""

    dangers: tuple[InDanger, ...]
    """Every checked-in appointment, the largest chance first."""
    help: Help | None
    """None: nothing is in danger, or nothing surely helps."""


def watch(view: HallView, now: datetime) -> Watch | None:
    """The norm as ``view`` shows the hall; None in a process that did not make ready."""
    scene = scene_of(view, now)
    if not sampling.is_ready() or len(scene.order) > sampling.MOST:
        return None
    from balie_app.queue.dispatch import norm

    futures, played = sampling.how_many(scene), sampling.plain(scene)
    contacts = {each.contact.id: each.contact for each in scene.order}
    dangers = tuple(InDanger(contacts[d.key], d.left, d.chance) for d in norm.dangers(played, futures))
    if not dangers or dangers[0].chance < WORTH_SAYING:
        return Watch(dangers, None)
    found = norm.best(played, list(_actions(scene, view, dangers[0].contact)), futures)
    return Watch(dangers, None if found is None else _help(found.action, dangers[0].contact, found.kept, found.minutes))


def _help(action: Action, contact: Contact, kept: float, earlier: float) -> Help:
    counter, clerk = action.about
    number = int(counter) if isinstance(counter, int) else None
    return Help(action.code, number, str(clerk) or None, contact.contact_type, contact.label, kept, earlier)


def scene_of(view: HallView, now: datetime) -> Scene:
    """The hall of a picture, as it is played on."""
    busy = {each.visit for each in view.contacts if each.state in AT_COUNTER}
    waiting = (c for c in view.contacts if c.state is ContactState.WAITING and c.visit not in busy)
    known = [Candidate(each, view.visits[each.visit].needs, view.visits[each.visit].language) for each in waiting]
    order = [each for _, each in ranked(known, now, strictness(view.config.settings.strictness))]
    return Scene(view.config, Desks(view.config, _staffed(view)), order, view.contacts, view.appointments, now)


def _staffed(view: HallView) -> tuple[tuple[int, str], ...]:
    known = view.config.counter_by_number.keys(), view.config.clerk_by_code.keys()
    at_work = ((each.number, each.clerk) for each in view.counters if each.state is CounterState.OPEN)
    return tuple((number, clerk) for number, clerk in at_work if clerk and number in known[0] and clerk in known[1])


def _actions(scene: Scene, view: HallView, contact: Contact) -> Iterator[Action]:
    """What could be done for a contact in danger, few enough to try all."""
    from balie_app.queue.dispatch import norm

    plain = sampling.plain(scene)
    staffed, kind = scene.desks.staffed, scene.config.contact_type_by_code[contact.contact_type]
    for number, clerk in _openings(view, kind):
        desks = Desks(scene.config, (*staffed, (number, clerk)))
        yield norm.Action("open", (number, clerk), sampling.plain(replace(scene, desks=desks)))
    for number, clerk in _learners(scene, kind):
        desks = Desks(_with_competence(scene.config, clerk, kind.code), staffed)
        yield norm.Action("also", (number, clerk), sampling.plain(replace(scene, desks=desks)))
    yield norm.call_first(plain, contact.id, ("", ""))


def _openings(view: HallView, kind: ContactType) -> Iterator[tuple[int, str]]:
    """Of each type of counter that suits: a closed one, and a clerk who sits nowhere and can do this."""
    seated = {each.clerk for each in view.counters if each.state is not CounterState.CLOSED}
    free = next((c for c in view.config.clerks if c.code not in seated and _can(c, kind)), None)
    closed = {each.number for each in view.counters if each.state is CounterState.CLOSED}
    seen = set()
    for counter in view.config.counters:
        if free and counter.number in closed and counter.type not in seen and _suits(counter, kind):
            seen.add(counter.type)
            yield counter.number, free.code


def _learners(scene: Scene, kind: ContactType) -> Iterable[tuple[int, str]]:
    """Clerks at a counter that suits, who do not do this kind yet."""
    config = scene.config
    found = [
        (number, clerk)
        for number, clerk in scene.desks.staffed
        if _suits(config.counter_by_number[number], kind) and not _can(config.clerk_by_code[clerk], kind)
    ]
    return found[:MOST_ACTIONS]


def _suits(counter: Counter, kind: ContactType) -> bool:
    return counter.type in kind.counter_types and (counter.private or not needs_privacy(kind))


def _can(clerk: Clerk, kind: ContactType) -> bool:
    return "*" in clerk.competences or kind.code in clerk.competences


def _with_competence(config: HallConfig, clerk: str, kind: str) -> HallConfig:
    more = tuple(replace(c, competences=c.competences | {kind}) if c.code == clerk else c for c in config.clerks)
    return replace(config, clerks=more)
