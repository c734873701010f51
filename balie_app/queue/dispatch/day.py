"""Days, staffing and rules as values, and the one call that plays them: what the rest of the house uses of the kernel.

day = Day(kind=…, arrival=…, appointment=…, service=…)
played = play(day, Staffing(eligible), Rule(INDEX, strictness(0.5)))
played.start - day.arrival
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from balie_app.queue.dispatch import kernel
from balie_app.queue.dispatch.compiled import floats, ints
from balie_app.queue.dispatch.kernel import NEVER, NOBODY
from balie_app.queue.rules.choose import Strictness
from balie_app.queue.rules.choose import strictness as strictness_of

NORM_MINUTES = 5.0
"""The promise to somebody with an appointment: called within this many minutes of the later of time and check-in."""

Column = NDArray[np.float64]
Counts = NDArray[np.int64]


def booked(appointment: Column) -> NDArray[np.bool_]:
    """Who has an appointment."""
    return appointment >= 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """Visitors, one per index, in any order; n of each. Minutes from any zero, the same for all."""

    kind: Counts
    """Small whole numbers: visitors of one kind may go to the same counters."""
    arrival: Column
    """Minute of ticket or check-in: waiting counts from here. NEVER for a no-show."""
    appointment: Column
    """Appointed minute; negative for a walk-in (NO_APPOINTMENT)."""
    service: Column
    """Minutes from the call until the counter is free again."""
    due: Column | None = None
    """Minute at which an appointment's norm is broken. None: NORM_MINUTES after the later of time and check-in."""
    ready: Column | None = None
    """Minute from which he can be called. None: from arrival."""

    def __len__(self) -> int:
        return len(self.kind)

    @property
    def comes(self) -> NDArray[np.bool_]:
        """(n) who comes at all."""
        return self.arrival < NEVER

    @property
    def is_booked(self) -> NDArray[np.bool_]:
        """(n) who has an appointment."""
        return booked(self.appointment)

    @property
    def due_at(self) -> Column:
        """(n) minute at which the norm is broken; meaningless for walk-ins."""
        if self.due is not None:
            return self.due
        return np.maximum(self.appointment, self.arrival) + NORM_MINUTES

    def people(self) -> tuple[kernel.People, Counts]:
        """The visitors as the kernel wants them, and which visitor each of them is."""
        ready = self.arrival if self.ready is None else self.ready
        order = np.lexsort((self.arrival, ready))
        columns = (ready, self.arrival, self.appointment, self.due_at, self.service)
        return kernel.People(ints(self.kind[order]), *(floats(each[order]) for each in columns)), order


class Staffing:
    """Which counter may take which kinds, during which stretch of the day. Made once, used for many days."""

    def __init__(self, eligible: ArrayLike, begins: Sequence[float] = (0.0,), order: ArrayLike | None = None) -> None:
        """``eligible`` (C, K), or (P, C, K) with ``begins`` (P) ascending; a counter without kinds is closed.

        The first stretch also holds before its begin. ``order`` (C) or (P, C): in which order idle counters are asked;
        when None, the least flexible first (see ``by_flexibility``).
        """
        matrix = np.asarray(eligible, dtype=bool)
        matrix = matrix[np.newaxis] if matrix.ndim == 2 else matrix
        self.eligible: NDArray[np.bool_] = matrix
        self.begins: Column = np.asarray(begins, dtype=np.float64)
        if matrix.ndim != 3 or len(self.begins) != len(matrix) or np.any(np.diff(self.begins) < 0):
            message = f"staffing: {matrix.shape} does not fit {len(self.begins)} ascending begins"
            raise ValueError(message)
        stretches, counters, _ = matrix.shape
        asked = np.stack([by_flexibility(each) for each in matrix]) if order is None else np.asarray(order)
        self.order: Counts = np.broadcast_to(asked, (stretches, counters)).astype(np.int64)
        self.offers = self._offers()

    @property
    def counters(self) -> int:
        """How many counters there are, open or closed."""
        return int(self.eligible.shape[1])

    @property
    def kinds(self) -> int:
        """How many kinds of visitors there are."""
        return int(self.eligible.shape[2])

    def _offers(self) -> kernel.Offers:
        rows = self.eligible.reshape(-1, self.kinds)
        first = np.concatenate([[0], np.cumsum(rows.sum(axis=1))])
        kinds = np.nonzero(rows)[1]
        return kernel.Offers(floats(self.begins), ints(self.order.ravel()), ints(first), ints(kinds))

    @classmethod
    def shifts(cls, eligible: ArrayLike, shifts: Sequence[Sequence[tuple[float, float]]]) -> Staffing:
        """Counters (C, K) that are open during their shifts: (from, to) minutes, per counter any number of them."""
        matrix = np.asarray(eligible, dtype=bool)
        begins = sorted({moment for counter in shifts for shift in counter for moment in shift}) or [0.0]
        begins.insert(0, begins[0] - 1.0)  # before the first shift nobody is there
        there = [[any(start <= at < end for start, end in counter) for counter in shifts] for at in begins]
        return cls(matrix[np.newaxis] & np.array(there)[:, :, np.newaxis], begins)


def by_flexibility(eligible: NDArray[np.bool_]) -> Counts:
    """(C) counters from the least to the most flexible: what else a counter could do, the scarcer the more it counts.

    Each kind counts for one divided by the number of counters (C, K) that may take it; equal ones in their own order.
    """
    able = np.maximum(eligible.sum(axis=0), 1)
    return np.argsort((eligible / able).sum(axis=1).round(9), kind="stable").astype(np.int64)


BALANCED = strictness_of(0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """How the next visitor is chosen."""

    policy: int
    strictness: Strictness | Sequence[Strictness] = BALANCED
    """Of the index: one for all kinds, or one per kind."""
    lead: Sequence[float] | float = 0.0
    """Minutes by which the index takes an appointment for more pressed than it is; one, or one per kind."""

    def numbers(self, kinds: int) -> kernel.Rule:
        """The rule as the kernel wants it."""
        given = self.strictness
        per_kind = [given] * kinds if isinstance(given, Strictness) else list(given)
        return kernel.Rule(
            self.policy,
            height=floats(np.array([each.height for each in per_kind])),
            tau=floats(np.array([each.tau for each in per_kind])),
            late=floats(np.array([each.late for each in per_kind])),
            lead=floats(np.broadcast_to(np.asarray(self.lead, dtype=np.float64), (kinds,))),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """What became of a day's visitors, in the order of the day."""

    start: Column
    """(n) minute of the call; NEVER when not called."""
    counter: Counts
    """(n) index of the counter that called; NOBODY (-1) when not called."""
    free_at: Column
    """(C) minute at which each counter is free after its last conversation."""


def blank_board(people: kernel.People, kinds: int, free_at: Column) -> kernel.Board:
    """A board on which nobody has been admitted yet."""
    count = len(people.ready)
    queues = np.full(kernel.QUEUES * kinds, NOBODY)
    return kernel.Board(
        head=ints(queues),
        tail=ints(queues),
        behind=ints(np.full(count, NOBODY)),
        place=floats(np.zeros(count)),
        free_at=floats(free_at),
        start=floats(np.full(count, NEVER)),
        counter=ints(np.full(count, NOBODY)),
        tally=ints(np.zeros(3, dtype=np.int64)),
    )


def play(
    day: Day,
    staffing: Staffing,
    rule: Rule,
    *,
    begin: float | None = None,
    until: float = NEVER,
    free_at: ArrayLike | None = None,
) -> Played:
    """Play a day under a rule, from ``begin`` to ``until`` (both included), and answer who was called when and where.

    ``begin`` None: from the first visitor. ``free_at`` (C): when counters come free; None: all are free at the begin.
    A conversation that began is finished, also past ``until`` and past the end of a shift.
    """
    people, order = day.people()
    start = begin if begin is not None else float(min(people.ready, default=0.0))
    free = np.full(staffing.counters, start) if free_at is None else np.asarray(free_at, dtype=np.float64)
    board = blank_board(people, staffing.kinds, free)
    kernel.play(people, staffing.offers, rule.numbers(staffing.kinds), board, start, until)
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    called, counter = np.asarray(board.start, dtype=np.float64), np.asarray(board.counter, dtype=np.int64)
    return Played(called[back], counter[back], np.asarray(board.free_at, dtype=np.float64))
