"""The counters of a real day one by one, and what each clerk can do: as it was, or by kind of contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from balie_app.queue.experiment.realday import RealDay

ALWAYS = 1e8
"""A counter that the record never closes closes at this minute."""
WINDING_DOWN = 60
"""Minutes before a queue's last closing in which a clerk who leaves first helps who still waits."""

Stretch = tuple[float, float]
"""Open from, to, in minutes."""


class Degree(StrEnum):
    """How widely clerks are trained."""

    SAME = "same"
    """Each clerk does the matter of the own department, as on the day itself."""
    NEIGHBOURS = "neighbours"
    """Each clerk also does one other matter of the same kind of contact."""
    GENERALISTS = "generalists"
    """Each clerk does all matters of the same kind of contact."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One counter of the day with the clerk behind it."""

    queue: str
    """Whose counter the record says it was."""
    index: int
    """First, second, … counter of that queue, from 0."""
    open: tuple[Stretch, ...]
    does: tuple[str, ...]
    """The queues whose visitors are called here."""
    stays_for: tuple[str, ...] = ()
    """After its last hours it goes on for these queues until nobody of them waits."""
    awaits: float = 0.0
    """…and at least until this minute: the last visitor of a queue that nobody else helps by then."""

    @property
    def closes(self) -> float:
        """The minute of its last closing."""
        return self.open[-1][1] if self.open else -1.0


def desks(day: RealDay, degree: Degree, opened: tuple[int, int] | None = None) -> list[Desk]:
    """All counters of the day, ``opened`` only between two minutes. Whoever has a number is helped: ``stays_for``."""
    made = [
        Desk(
            queue, index, stretches if opened is None else clipped(stretches, *opened), _does(day, queue, index, degree)
        )
        for queue in sorted(day.counters)
        for index, stretches in enumerate(one_by_one(day.counters[queue]))
    ]
    staying = somebody_stays(made, {each.queue: float(each.arrived) for each in day.tickets})
    return [_winding_down(each, day) for each in staying]


def somebody_stays(made: Sequence[Desk], last_come: Mapping[str, float]) -> list[Desk]:
    """The desk that closes last of those that can help a queue stays for it, until its last visitor (who comes at
    ``last_come``) is helped. A queue that nobody can help keeps nobody."""
    kept: dict[int, list[str]] = {}
    for queue in last_come:
        able = [number for number, each in enumerate(made) if queue in each.does and each.open]
        if able:
            kept.setdefault(max(able, key=lambda number: (made[number].closes, -number)), []).append(queue)
    return [
        replace(each, stays_for=tuple(sorted(kept[number])), awaits=max(last_come[queue] for queue in kept[number]))
        if number in kept
        else each
        for number, each in enumerate(made)
    ]


def _winding_down(desk: Desk, day: RealDay) -> Desk:
    """Whoever closes in the last hour of the own queue stays for that queue too."""
    if not desk.open or desk.queue not in desk.does or desk.closes < day.counters[desk.queue][-1][0] - WINDING_DOWN:
        return desk
    return replace(desk, stays_for=tuple(sorted({*desk.stays_for, desk.queue})))


def one_by_one(steps: Sequence[tuple[int, int]]) -> list[tuple[Stretch, ...]]:
    """A count of open counters as separate counters: the last that opened is the first that closes."""
    edges = [*steps, (ALWAYS, 0)]
    most = max((count for _, count in steps), default=0)
    found: list[tuple[Stretch, ...]] = []
    for index in range(most):
        stretches: list[Stretch] = []
        for (since, count), (until, _) in pairwise(edges):
            if count <= index:
                continue
            if stretches and stretches[-1][1] == since:
                stretches[-1] = (stretches[-1][0], float(until))
            else:
                stretches.append((float(since), float(until)))
        found.append(tuple(stretches))
    return found


def clipped(stretches: Sequence[Stretch], begin: float, end: float) -> tuple[Stretch, ...]:
    """What is left of these hours between two minutes."""
    cut = ((max(since, float(begin)), min(until, float(end))) for since, until in stretches)
    return tuple((since, until) for since, until in cut if since < until)


def _does(day: RealDay, queue: str, index: int, degree: Degree) -> tuple[str, ...]:
    kind = day.matters[queue].contact_type
    alike = [each for each in day.queues if day.matters[each].contact_type == kind]
    if degree is Degree.SAME or queue not in alike or len(alike) == 1:
        return (queue,) if queue in alike else _without_visitors(alike, degree)
    if degree is Degree.GENERALISTS:
        return tuple(alike)
    step = 1 + index % (len(alike) - 1)  # colleagues of one queue each help another neighbour
    return (queue, alike[(alike.index(queue) + step) % len(alike)])


def _without_visitors(alike: Sequence[str], degree: Degree) -> tuple[str, ...]:
    """What a clerk does whose own queue had no visitors that day."""
    return {Degree.SAME: (), Degree.NEIGHBOURS: tuple(alike[:1]), Degree.GENERALISTS: tuple(alike)}[degree]


def minutes_open(day: RealDay, until: int) -> int:
    """Counter minutes that the record has open, up to the minute ``until``."""
    return sum(_open_until(steps, until) for steps in day.counters.values())


def _open_until(steps: Sequence[tuple[int, int]], until: int) -> int:
    edges = pairwise([*steps, (until, 0)])
    return sum(count * max(0, min(after, until) - since) for (since, count), (after, _) in edges)
