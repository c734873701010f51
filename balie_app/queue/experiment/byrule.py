"""One real day, three ways: as recorded, its departments played again, and the same people by kind of contact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import Day, Played, Rule
from balie_app.queue.dispatch.kernel import FIRST_COME, INDEX, NEVER, NO_APPOINTMENT
from balie_app.queue.experiment.playing import Floor, lengths
from balie_app.queue.experiment.realday import RealDay
from balie_app.queue.experiment.staffing import ALWAYS, Degree, Desk, desks, minutes_open, one_by_one
from balie_app.queue.experiment.waits import Figure, Waits, figure, waits
from balie_app.queue.rules.choose import strictness as strictness_of

Minutes = NDArray[np.float64]

DEPARTMENTS = "departments"
ARRANGEMENTS = (DEPARTMENTS, *(str(each) for each in Degree))


@dataclass(frozen=True, slots=True)
class Arranged:
    """The day under one arrangement, repeated with other lengths of conversation."""

    waits: Waits
    overtime: Figure
    """Counter minutes worked outside the hours that the record has: to finish, and to help who still waited."""
    ends: Figure
    """Minute since midnight at which the last visitor left the counter."""
    waiting: tuple[float, ...]
    """People waiting per minute of the day, mean of the repeats."""
    by_queue: dict[str, tuple[float, ...]]
    """The same per queue, means of every ``SERIES_STEP`` minutes."""
    spread: tuple[float, ...]
    """Visitors by wait: in bands of ten minutes, mean of the repeats; the last band is the rest."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of one day."""

    day: RealDay
    recorded: Arranged
    arranged: dict[str, Arranged]
    """By arrangement: departments, and the degrees of training."""
    begins: int
    """The minute since midnight with which the ``waiting`` series begin."""
    open_minutes: int
    """Counter minutes in the record."""
    work: Figure
    """Minutes of conversation."""
    seeds: tuple[int, ...]
    settings: dict[str, float | str | None] = field(default_factory=dict)


BANDS, BAND = 13, 10.0
SERIES_STEP = 5


def compare(
    day: RealDay,
    seeds: Sequence[int],
    strictness: float,
    longer: float = 1.0,
    degrees: Sequence[Degree] = tuple(Degree),
    opened: tuple[int, int] | None = None,
    tick: Callable[[], object] = lambda: None,
    policy: int = INDEX,
) -> Comparison:
    """Play the day once per seed and arrangement (``tick`` after each). ``longer`` makes all conversations longer;
    counters call only while ``opened`` (two minutes since midnight)."""
    stage = _Stage(day, longer)
    work = [lengths(stage.means, seed) for seed in seeds]
    found = {DEPARTMENTS: stage.arranged(desks(day, Degree.SAME, opened), FIRST_COME, work, strictness, tick)}
    for degree in degrees:
        found[str(degree)] = stage.arranged(desks(day, degree, opened), policy, work, strictness, tick)
    return Comparison(
        day,
        stage.recorded(),
        found,
        stage.begins,
        minutes_open(day, stage.ends),
        figure([float(each.sum()) for each in work]),
        tuple(seeds),
        {"strictness": strictness, "longer": longer, "open": _hours(opened)},
    )


def _hours(opened: tuple[int, int] | None) -> str | None:
    return None if opened is None else "-".join(f"{minute // 60:02}:{minute % 60:02}" for minute in opened)


class _Stage:
    """What stays the same under every arrangement: who comes, when, with how much work."""

    def __init__(self, day: RealDay, longer: float) -> None:
        self.day = day
        self.queues = [each.queue for each in day.tickets]
        self.types = [day.matters[queue].contact_type for queue in self.queues]
        number = {queue: position for position, queue in enumerate(day.queues)}
        self.kind = np.array([number[queue] for queue in self.queues], dtype=np.int64)
        self.arrived = np.array([each.arrived for each in day.tickets], dtype=np.float64)
        self.walk_in = np.full(len(self.queues), NO_APPOINTMENT)
        self.means = longer * np.array([day.measured[queue].mean or 0.0 for queue in self.queues])
        calls = [each.called for each in day.tickets if each.called is not None]
        steps = [minute for each in day.counters.values() for minute, _ in each]
        self.begins = min((*steps, *(each.arrived for each in day.tickets)))
        self.ends = max((*steps, *calls))

    def recorded(self) -> Arranged:
        called = np.array([each.called for each in self.day.tickets], dtype=np.float64)
        return self._outcome([called], [0.0], [float(self.ends)])

    def arranged(
        self, places: Sequence[Desk], policy: int, work: Sequence[Minutes], slider: float, tick: Callable[[], object]
    ) -> Arranged:
        floor = Floor(places, self.day.queues, Rule(policy, strictness_of(slider)))
        hours = self._hours(places)
        calls, overtime, ends = [], [], []
        for lasting in work:
            outcome = floor.played(Day(self.kind, self.arrived, self.walk_in, lasting))
            if outcome.start.max(initial=0.0) >= NEVER:
                raise ValueError("somebody was never called")  # the reader refuses days in which that could be
            calls.append(outcome.start)
            overtime.append(_outside(hours, outcome, lasting))
            ends.append(float((outcome.start + lasting).max()))
            tick()
        return self._outcome(calls, overtime, ends)

    def _hours(self, places: Sequence[Desk]) -> list[tuple[tuple[float, float], ...]]:
        """The hours of each desk in the record itself; where it never closes, the record's own end."""
        split = {queue: one_by_one(steps) for queue, steps in self.day.counters.items()}
        recorded = [split[each.queue][each.index] for each in places]
        return [
            tuple((since, float(self.ends) if until == ALWAYS else until) for since, until in each) for each in recorded
        ]

    def _outcome(self, calls: Sequence[Minutes], overtime: Sequence[float], ends: Sequence[float]) -> Arranged:
        return Arranged(
            waits([each - self.arrived for each in calls], self.queues, self.types),
            figure(overtime),
            figure(ends),
            self._waiting(calls, np.ones(len(self.kind), dtype=bool)),
            {
                queue: _in_steps(self._waiting(calls, self.kind == number))
                for number, queue in enumerate(self.day.queues)
            },
            self._bands(calls),
        )

    def _waiting(self, calls: Sequence[Minutes], of: NDArray[np.bool_]) -> tuple[float, ...]:
        minutes = np.arange(self.begins, max(self.ends, max(float(each.max()) for each in calls)) + 1)
        come = np.searchsorted(np.sort(self.arrived[of]), minutes, side="right")
        gone = [np.searchsorted(np.sort(each[of]), minutes, side="right") for each in calls]
        return tuple(float(round(each, 2)) for each in come - np.mean(gone, axis=0))

    def _bands(self, calls: Sequence[Minutes]) -> tuple[float, ...]:
        edges = [*(BAND * number for number in range(BANDS)), np.inf]
        counted = [np.histogram(each - self.arrived, edges)[0] for each in calls]
        return tuple(float(round(each, 1)) for each in np.mean(counted, axis=0))


def _in_steps(line: Sequence[float]) -> tuple[float, ...]:
    parts = [line[begin : begin + SERIES_STEP] for begin in range(0, len(line), SERIES_STEP)]
    return tuple(sum(part) / len(part) for part in parts)


def _outside(hours: Sequence[tuple[tuple[float, float], ...]], outcome: Played, work: Minutes) -> float:
    """Minutes of conversation outside the recorded hours of the desk where they took place."""
    inside = 0.0
    for desk, stretches in enumerate(hours):
        mine = outcome.counter == desk
        begin, end = outcome.start[mine], (outcome.start + work)[mine]
        for since, until in stretches:
            inside += float(np.clip(np.minimum(end, until) - np.maximum(begin, since), 0.0, None).sum())
    return max(0.0, float(work.sum()) - inside)
