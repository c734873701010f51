"""Whom to call, found by looking ahead: every candidate is played on in sampled futures, the same for all.

The index answers by itself; somebody else is called only when the mean difference in cost over paired futures exceeds
``guard`` standard errors. How many futures there are follows from the work that each takes and not from a clock, so
that the same hall gets the same answer everywhere; a caller who has to answer in time gives ``stop``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch import kernel, weighing
from balie_app.queue.dispatch.beliefs import chances
from balie_app.queue.dispatch.compiled import FAST, Floats, floats, ints
from balie_app.queue.dispatch.day import Staffing
from balie_app.queue.dispatch.effort import Effort, base_rule
from balie_app.queue.dispatch.kernel import NOBODY, Board, People
from balie_app.queue.dispatch.sampling import CHANCES, Belief, Scene
from balie_app.queue.dispatch.weighing import Choices, Sums
from balie_app.queue.rules.urgency import appointment_urgency, walk_in_urgency

MANY = 1 << 14
"""Chances of each future that are drawn once, and used from another place at each decision."""
BATCH = 16
"""Futures that are played before looking whether more are needed."""
Stop = Callable[[], bool]


def no_hurry() -> bool:
    """For callers without a deadline."""
    return False


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do: whom to call (index among those who wait), or NOBODY: wait a moment."""

    visitor: int
    own: int
    """Whom the rule would call by itself."""
    futures: int = 0
    """How many were played; 0 when there was nothing to weigh, or no time."""
    gain: float = 0.0
    """By how much the mean cost is lower than with the rule's own choice."""


class LookAhead:
    """Advice for the counters of one hall, as long as its staffing and its beliefs stay the same."""

    def __init__(self, staffing: Staffing, belief: Belief, effort: Effort | None = None, seed: int = 1) -> None:
        self.staffing, self.belief, self.effort = staffing, belief, effort or Effort()
        self.rule = base_rule(self.effort, staffing, belief.mean).numbers(staffing.kinds)
        self._seed, self._draws = seed, np.random.default_rng(seed)
        hours = np.asarray(belief.rates, dtype=np.float64).reshape(-1, belief.kinds)
        expected = float(hours.sum(axis=1).max(initial=0.0)) * self.effort.horizon
        self._walk_ins = math.ceil(expected + 3 * math.sqrt(expected))

    def advise(self, scene: Scene, counter: int, stop: Stop = no_hurry) -> Advice:
        """Whom this idle counter calls. Somebody waits whom it may take."""
        heads = self.candidates(scene, counter)
        visitors = [*heads, *[NOBODY] * len(self.effort.holds)]
        size = len(scene.kind) + len(scene.booked_kind) + self._walk_ins
        futures = min(self.effort.work // max(size * len(visitors), 1), self.effort.most)
        if len(visitors) < 2 or futures < self.effort.fewest or stop():
            return Advice(heads[0], heads[0])
        hold = np.array([0.0] * len(heads) + list(self.effort.holds))
        choices = Choices(ints(np.array(visitors)), floats(hold))
        played, sums = self._weighed(scene, counter, choices, _batches(futures), size, stop)
        return self._best(visitors, sums, played)

    def candidates(self, scene: Scene, counter: int) -> list[int]:
        """The heads of the lines that this counter may take, most urgent first."""
        eligible = self.staffing.eligible[0, counter]
        heads: dict[int, tuple[float, float, int]] = {}
        for visitor, kind in enumerate(scene.kind):
            if eligible[kind]:
                line, place = self._line(scene, visitor, kind)
                here = (place, scene.arrival[visitor], visitor)
                heads[line] = min(heads.get(line, here), here)
        found = [visitor for _, _, visitor in heads.values()]
        return sorted(found, key=lambda each: (-self.urgency(scene, each), scene.arrival[each], each))

    def _line(self, scene: Scene, visitor: int, kind: int) -> tuple[int, float]:
        if scene.appointment[visitor] < 0.0:
            return kernel.QUEUES * kind + kernel.WALK_IN, scene.arrival[visitor]
        late = scene.due[visitor] - self.rule.lead[kind] < scene.now
        return kernel.QUEUES * kind + (kernel.LATE if late else kernel.BOOKED), scene.due[visitor]

    def urgency(self, scene: Scene, visitor: int) -> float:
        """How urgent somebody is by the rule that futures are played by."""
        if scene.appointment[visitor] < 0.0:
            return walk_in_urgency(scene.now - scene.arrival[visitor])
        kind, rule = scene.kind[visitor], self.rule
        slack = scene.due[visitor] - scene.now - rule.lead[kind]
        return appointment_urgency(slack, rule.height[kind], rule.tau[kind], rule.late[kind])

    def _weighed(
        self, scene: Scene, counter: int, choices: Choices, batches: list[int], size: int, stop: Stop
    ) -> tuple[int, Sums]:
        """Play the choices, batch by batch, until all are played, nothing can change any more, or time is up."""
        m, done = len(choices.visitor), 0
        sums = Sums(floats(np.zeros(m)), floats(np.zeros(m)))
        begin, arrivals = scene.now, scene.now + self.effort.horizon
        for futures in batches:
            crowd, free = self._futures(scene, arrivals, futures, size)
            board = blank(len(free[0]), self.staffing.kinds, size)
            args = (self.staffing.offers, self.rule, self.effort.weights, counter, choices)
            weighing.weigh(crowd, free, *args, begin, arrivals + self.effort.drain, board, sums)
            done += futures
            if stop() or not self._open(sums, done):
                break
        return done, sums

    def _futures(self, scene: Scene, until: float, futures: int, size: int) -> tuple[People, Floats]:
        counters = len(scene.busy_kind)
        crowd, free = tables(futures, size), column(np.zeros((futures, counters)))
        needed = counters + len(scene.kind) + CHANCES * (len(scene.booked_kind) + self._walk_ins)
        many = max(MANY, 2 * needed)
        first = int(self._draws.integers(0, many - needed))
        drawn = chances(futures, many, self._seed)
        weighing.sample(scene, self.belief, until, drawn, first, self._walk_ins, crowd, free)
        return crowd, free

    def _bounds(self, sums: Sums, done: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Mean differences (m) and their standard errors."""
        mean = np.asarray(sums.total) / done
        variance = np.maximum(np.asarray(sums.square) / done - mean**2, 0.0)
        return mean, np.sqrt(variance / max(done - 1, 1))

    def _open(self, sums: Sums, done: int) -> bool:
        """Whether more futures could still change the answer."""
        mean, error = self._bounds(sums, done)
        return bool(np.any((mean - error)[1:] < 0.0))

    def _best(self, visitors: list[int], sums: Sums, done: int) -> Advice:
        mean, error = self._bounds(sums, done)
        surely = mean + self.effort.guard * error
        surely[0] = 0.0
        best = int(np.argmin(np.where(surely < -1e-9, surely, np.where(np.arange(len(surely)) == 0, 0.0, 1.0))))
        return Advice(visitors[best], visitors[0], done, -float(mean[best]))


def _batches(futures: int) -> list[int]:
    """Whole batches, and what is left when that is not too few to add anything."""
    if futures < BATCH:
        return [futures]
    rest = futures % BATCH
    return [BATCH] * (futures // BATCH) + ([rest] if rest >= BATCH // 2 else [])


def column(values: NDArray[np.generic]) -> Floats:
    """A table in the form the event loop reads fastest."""
    return np.ascontiguousarray(values) if FAST else values.tolist()


def tables(futures: int, size: int) -> People:
    """Room for the visitors of several futures."""
    kind = column(np.zeros((futures, size), dtype=np.int64))
    return People(kind, *(column(np.zeros((futures, size))) for _ in range(5)))


def blank(counters: int, kinds: int, size: int) -> Board:
    """A board to be wiped before each future."""
    queues, people = np.zeros(kernel.QUEUES * kinds, dtype=np.int64), np.zeros(size, dtype=np.int64)
    return Board(
        head=ints(queues),
        tail=ints(queues),
        behind=ints(people),
        place=floats(np.zeros(size)),
        free_at=floats(np.zeros(counters)),
        start=floats(np.zeros(size)),
        counter=ints(people),
        tally=ints(np.zeros(3, dtype=np.int64)),
    )
