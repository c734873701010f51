"""Play a whole day where somebody else decides: the look-ahead, or a planner who knows the day.

The kernel plays a rule by itself; here each decision is asked of a chooser, who sees what a hall sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from balie_app.queue.dispatch.compiled import floats, ints
from balie_app.queue.dispatch.day import Column, Counts, Day, Played, Staffing
from balie_app.queue.dispatch.kernel import NEVER, NO_APPOINTMENT, NOBODY, SHORTEST
from balie_app.queue.dispatch.sampling import Scene

EXPECTED_AHEAD, EXPECTED_BEHIND = 45.0, 25.0
"""A booking matters from so many minutes before its time until so many after it."""
HELD = 1.0
"""Minutes after which a counter that waits is asked again."""


@dataclass(slots=True)
class Table:
    """The state of a day that is being played."""

    day: Day
    staffing: Staffing
    now: float
    waiting: list[int]
    """Visitors, in order of arrival."""
    arrived: int
    order: Counts
    """Visitors who come, in order of arrival."""
    bookings: Counts
    """Visitors with an appointment, in order of its time."""
    free_at: Column
    busy_kind: Counts
    busy_since: Column
    start: Column
    counter: Counts

    def scene(self) -> tuple[Scene, Counts]:
        """What the hall sees now, and which visitors those who wait are."""
        day, here = self.day, np.array(self.waiting, dtype=np.int64)
        at = day.appointment[self.bookings]
        soon = self.bookings[(at <= self.now + EXPECTED_AHEAD) & (at > self.now - EXPECTED_BEHIND)]
        soon = soon[day.arrival[soon] > self.now]
        busy = np.where(self.free_at > self.now, self.busy_kind, NOBODY)
        return Scene(
            now=self.now,
            kind=ints(day.kind[here]),
            arrival=floats(day.arrival[here]),
            appointment=floats(np.maximum(day.appointment[here], NO_APPOINTMENT)),
            due=floats(day.due_at[here]),
            booked_kind=ints(day.kind[soon]),
            booked_at=floats(day.appointment[soon]),
            busy_kind=ints(busy),
            busy_since=floats(self.busy_since),
        ), here

    def admit(self) -> None:
        """Let in who has come."""
        while self.arrived < len(self.order) and self.day.arrival[self.order[self.arrived]] <= self.now:
            self.waiting.append(int(self.order[self.arrived]))
            self.arrived += 1

    def idle(self) -> Iterator[int]:
        """Counters that could call somebody, in the order in which they are asked."""
        for counter in self.staffing.order[0]:
            if self.free_at[counter] <= self.now and any(
                self.staffing.eligible[0, counter, self.day.kind[each]] for each in self.waiting
            ):
                yield int(counter)

    def call(self, visitor: int, counter: int) -> None:
        """The counter calls the visitor."""
        self.waiting.remove(visitor)
        self.start[visitor], self.counter[visitor] = self.now, counter
        self.free_at[counter] = self.now + max(float(self.day.service[visitor]), SHORTEST)
        self.busy_kind[counter], self.busy_since[counter] = self.day.kind[visitor], self.now

    def next_event(self, held: bool) -> float:
        """When somebody has to decide again."""
        moments = [NEVER]
        if self.arrived < len(self.order):
            moments.append(float(self.day.arrival[self.order[self.arrived]]))
        if self.waiting:
            moments += [float(each) for each in self.free_at if each > self.now]
        if held:
            moments.append(self.now + HELD)
        return min(moments)


Chooser = Callable[[Table, int], int]
"""Whom an idle counter calls, of those who wait; NOBODY: nobody yet."""


def set_table(day: Day, staffing: Staffing) -> Table:
    """A day before its first visitor."""
    by_arrival = np.lexsort((np.arange(len(day)), day.arrival))
    order = by_arrival[: int(day.comes.sum())]
    booked = np.flatnonzero(day.is_booked)
    begin = float(day.arrival[order[0]]) if len(order) else NEVER
    return Table(
        day=day,
        staffing=staffing,
        now=begin,
        waiting=[],
        arrived=0,
        order=order,
        bookings=booked[np.argsort(day.appointment[booked], kind="stable")],
        free_at=np.full(staffing.counters, begin),
        busy_kind=np.full(staffing.counters, NOBODY),
        busy_since=np.zeros(staffing.counters),
        start=np.full(len(day), NEVER),
        counter=np.full(len(day), NOBODY),
    )


def play_choosing(day: Day, staffing: Staffing, choose: Chooser) -> Played:
    """Play a day, all of it under the first stretch of the staffing; ``choose`` decides each call."""
    table = set_table(day, staffing)
    while table.now < NEVER:
        table.admit()
        held = False
        for counter in table.idle():
            visitor = choose(table, counter)
            if visitor == NOBODY:
                held = True
            else:
                table.call(visitor, counter)
        table.now = table.next_event(held)
    return Played(table.start, table.counter, table.free_at)
