"""The hall as it stands when a walk-in takes a number: what a forecast may know, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import Day, Played, Rule, Staffing, play
from balie_app.queue.dispatch.halls import SyntheticHall
from balie_app.queue.dispatch.kernel import INDEX, NEVER
from balie_app.queue.rules.choose import Strictness

Positions = NDArray[np.int64]
LATEST = 30.0
"""Minutes after its time that a booking without anybody still counts as one that may come."""


@dataclass(frozen=True)
class PlayedDay:
    """A day of the generator as it went under the rule of the house."""

    day: Day
    played: Played
    staffing: Staffing

    @cached_property
    def start(self) -> NDArray[np.float64]:
        """(n) minute of the call."""
        return self.played.start

    @cached_property
    def end(self) -> NDArray[np.float64]:
        """(n) minute at which the conversation ended."""
        return self.played.start + self.day.service

    @cached_property
    def waited(self) -> NDArray[np.float64]:
        """(n) minutes waited."""
        return self.played.start - self.day.arrival

    @cached_property
    def is_walk_in(self) -> NDArray[np.bool_]:
        """(n) who came without an appointment."""
        return ~self.day.is_booked

    def moments(self) -> Iterator[Moment]:
        """Every walk-in of the day, in order of arrival."""
        mine = np.flatnonzero(self.is_walk_in & self.day.comes)
        for who in mine[np.argsort(self.day.arrival[mine], kind="stable")]:
            yield Moment(self, int(who), float(self.day.arrival[who]))


@dataclass(frozen=True)
class Moment:
    """``who`` takes a number at minute ``now``."""

    of: PlayedDay
    who: int
    now: float

    @cached_property
    def kind(self) -> int:
        """What the visitor comes for."""
        return int(self.of.day.kind[self.who])

    @cached_property
    def waits(self) -> float:
        """What nobody knows yet: the minutes until the call."""
        return float(self.of.waited[self.who])

    @cached_property
    def waiting(self) -> Positions:
        """Who waits already."""
        found = (self.of.day.arrival <= self.now) & (self.of.start > self.now - 1e-9)
        found[self.who] = False
        return np.flatnonzero(found)

    @cached_property
    def talking(self) -> Positions:
        """Who is at a counter."""
        return np.flatnonzero((self.of.start < self.now - 1e-9) & (self.of.end > self.now + 1e-9))

    @cached_property
    def coming(self) -> Positions:
        """Bookings for which nobody has come yet."""
        day = self.of.day
        return np.flatnonzero(day.is_booked & (day.arrival > self.now) & (day.appointment > self.now - LATEST))

    @cached_property
    def may_take(self) -> NDArray[np.bool_]:
        """(C) the counters that may take the visitor."""
        found: NDArray[np.bool_] = self.of.staffing.eligible[0][:, self.kind]
        return found

    @cached_property
    def is_free(self) -> NDArray[np.bool_]:
        """(C) the counters without a conversation."""
        free = np.ones(self.of.staffing.counters, dtype=bool)
        free[self.of.played.counter[self.talking]] = False
        return free


def played_day(hall: SyntheticHall, seed: int, strict: Strictness) -> PlayedDay:
    """The day of that seed under the urgency index."""
    day = hall.day(seed)
    played = play(day, hall.staffing, Rule(INDEX, strict))
    if np.any(played.start[day.comes] >= NEVER):
        message = f"day {seed}: somebody was never called"
        raise ValueError(message)
    return PlayedDay(day, played, hall.staffing)
