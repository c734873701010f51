"""Synthetic halls and their days: 3, 10 and 40 counters, seeded; the same days as the reference's, seed by seed.

Minutes since opening (08:30 to 17:00). Kinds: 0 quick, 1 extended, 2 private, 3 consultation in a room. Durations are
an assumption (slot lengths of 5 to 40 minutes seen in practice), not a measurement: a hall's own come from its journal.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import Column, Day, Staffing
from balie_app.queue.dispatch.kernel import NEVER, NO_APPOINTMENT

OPEN_MINUTES = 510.0
KINDS = ("quick", "extended", "private", "consultation")
MEAN = np.array([6.0, 14.0, 25.0, 35.0])
"""(K) mean service in minutes, with about 40 seconds of walking and changing over."""
SPREAD = np.array([0.75, 0.60, 0.60, 0.50])
"""(K) coefficient of variation of the service time, which is lognormal."""
SIGMA = np.sqrt(np.log(1 + SPREAD**2))
MU = np.log(MEAN) - SIGMA**2 / 2
SHORTEST_SERVICE = 0.8
MIX = np.array([0.40, 0.50, 0.07, 0.03])
"""(K) share of the visitors."""
BOOKED = np.array([0.42, 0.62, 0.72, 0.92])
"""(K) share of them that has an appointment."""
NO_SHOW = 0.06
PROFILE = np.array([1.00, 1.25, 1.30, 1.15, 0.80, 0.85, 0.95, 0.85, 0.70])
"""Walk-ins by hour, relative; the last is half an hour."""
HOURS = np.array([1.0] * 8 + [0.5])
DAY_EFFECT = 0.05
"""Standard deviation of the log of a day's number of walk-ins."""
EARLY = 0.86
"""Share of visitors with an appointment who mean to be early."""
EARLY_OFFSET, LATE_OFFSET = (-9.0, 6.5), (4.0, 6.0)
"""Check-in after the appointed time, minutes: mean and standard deviation of either group."""
_SKILLS: dict[str, tuple[tuple[int, tuple[int, ...]], ...]] = {
    "small": ((1, (0, 1)), (1, (0, 1, 2)), (1, (1, 2, 3))),
    "mid": ((2, (0,)), (4, (0, 1)), (1, (1,)), (1, (1, 2)), (1, (1, 2, 3)), (1, (2, 3))),
    "large": ((8, (0,)), (14, (0, 1)), (5, (1,)), (5, (1, 2)), (4, (1, 2, 3)), (4, (2, 3))),
}
NAMES = tuple(_SKILLS)


def capacity(eligible: NDArray[np.bool_], work: Column, minutes: float) -> float:
    """How many visitors a day the counters (C, K) can take at most, each of them busy all ``minutes``.

    ``work`` (K) is the counter time that one average visitor brings, by kind. By the theorem of maximum flow and
    minimum cut, some set of kinds is the bottleneck: all counters that may take any of it, divided by its work.
    """
    kinds = range(len(work))
    sets = chain.from_iterable(combinations(kinds, size) for size in range(1, len(work) + 1))
    return min(float(minutes * eligible[:, k].any(axis=1).sum() / work[k].sum()) for k in map(list, sets))


@dataclass(frozen=True)
class SyntheticHall:
    """A hall of the generator at one load: the share of its capacity that the expected day takes."""

    name: str
    load: float

    @cached_property
    def staffing(self) -> Staffing:
        """All counters open all day."""
        rows = [skills for count, skills in _SKILLS[self.name] for _ in range(count)]
        return Staffing([[kind in row for kind in range(len(KINDS))] for row in rows])

    @cached_property
    def visitors(self) -> float:
        """Expected number of visitors a day, those who do not show up included."""
        work = (MIX * (BOOKED * (1 - NO_SHOW) + 1 - BOOKED)) * MEAN
        return capacity(self.staffing.eligible[0], work, OPEN_MINUTES) * self.load

    @cached_property
    def walk_in_rates(self) -> NDArray[np.float64]:
        """(hours, K) expected walk-ins a minute."""
        daily = self.visitors * MIX * (1 - BOOKED)
        return np.outer(PROFILE / ((PROFILE * HOURS).sum() * 60.0), daily)

    def day(self, seed: int) -> Day:
        """The day of that seed: always the same one."""
        rng = np.random.default_rng(seed)
        effect = math.exp(rng.normal(0, DAY_EFFECT) - DAY_EFFECT**2 / 2)
        parts = [part for kind in range(len(KINDS)) for part in self._of_kind(rng, kind, effect)]
        kind = np.concatenate([np.full(len(arrival), each) for each, _, arrival in parts]).astype(np.int64)
        appointment = np.concatenate([each for _, each, _ in parts])
        arrival = np.concatenate([each for _, _, each in parts])
        order = np.argsort(np.where(arrival < NEVER, arrival, appointment), kind="stable")
        kind, appointment, arrival = kind[order], appointment[order], arrival[order]
        service = np.maximum(np.exp(rng.normal(MU[kind], SIGMA[kind])), SHORTEST_SERVICE)
        return Day(kind, arrival, appointment, service)

    def _of_kind(self, rng: np.random.Generator, kind: int, effect: float) -> list[tuple[int, Column, Column]]:
        """Appointments and walk-ins: (kind, appointed, arrival). The order of the draws is part of a seed."""
        times = _appointments(rng, self.visitors * MIX[kind] * BOOKED[kind])
        arrival = times + offsets(rng, len(times))
        arrival = np.maximum(arrival, -5.0 + rng.random(len(arrival)) * 5)
        arrival = np.where(rng.random(len(arrival)) < NO_SHOW, NEVER, arrival)
        count = rng.poisson(self.visitors * MIX[kind] * (1 - BOOKED[kind]) * effect)
        return [(kind, times, arrival), (kind, np.full(count, NO_APPOINTMENT), _walk_ins(rng, count))]


def _appointments(rng: np.random.Generator, expected: float) -> Column:
    """Appointed minutes: slots spread over the day on a grid of five minutes, nine in ten of them booked."""
    slots = max(1, math.ceil(expected / 0.9))
    times = np.round((np.arange(slots) + rng.random()) * (OPEN_MINUTES - 20) / slots / 5) * 5
    kept: Column = times[rng.random(slots) < expected / slots]
    return kept


def offsets(rng: np.random.Generator, count: int) -> Column:
    """Check-in minus appointed time, in minutes."""
    early = rng.random(count) < EARLY
    return np.where(early, rng.normal(*EARLY_OFFSET, count), rng.normal(*LATE_OFFSET, count))


def _walk_ins(rng: np.random.Generator, count: int) -> Column:
    weights = PROFILE * HOURS
    shares = np.concatenate([[0], np.cumsum(weights) / weights.sum()])
    edges = np.append(np.arange(0, 9) * 60.0, OPEN_MINUTES)
    arrival: Column = np.interp(rng.random(count), shares, edges)
    return arrival
