"""A planner who knows the whole day: a bound found by search, not a proof.

At every free counter it plays each candidate (and a short wait) on with the day's real arrivals and durations, and
takes the cheapest. No rule without that knowledge should be expected to do better; a cleverer search might.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from balie_app.queue.dispatch import weighing
from balie_app.queue.dispatch.compiled import floats, ints
from balie_app.queue.dispatch.day import Day, Played, Staffing
from balie_app.queue.dispatch.effort import COST, Effort
from balie_app.queue.dispatch.kernel import NOBODY, People
from balie_app.queue.dispatch.lookahead import LookAhead, blank, column
from balie_app.queue.dispatch.player import Table, play_choosing
from balie_app.queue.dispatch.sampling import Belief
from balie_app.queue.dispatch.weighing import Choices, Sums

AHEAD = 120.0
"""Minutes of the real day that each choice is played on for."""
HOLDS = (2.0, 6.0)
FOR_COST = Effort(weights=COST, holds=HOLDS)
"""The plan with the lowest cost."""
FOR_NORM = Effort(weights=COST._replace(late=1000.0), holds=HOLDS)
"""The plan that keeps most appointments within the norm."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Decides with the day's future in hand."""

    rule: LookAhead
    effort: Effort

    def choose(self, table: Table, counter: int) -> int:
        """Whom the counter calls, or NOBODY for a moment."""
        scene, here = table.scene()
        heads = self.rule.candidates(scene, counter)
        visitors = [*heads, *[NOBODY] * len(self.effort.holds)]
        hold = np.array([0.0] * len(heads) + list(self.effort.holds))
        choices = Choices(ints(np.array(visitors)), floats(hold))
        crowd, free, size = self._truth(table)
        sums = Sums(floats(np.zeros(len(visitors))), floats(np.zeros(len(visitors))))
        board = blank(table.staffing.counters, table.staffing.kinds, size)
        args = (table.staffing.offers, self.rule.rule, self.effort.weights, counter, choices)
        weighing.weigh(crowd, free, *args, table.now, table.now + AHEAD, board, sums)
        best = visitors[int(np.argmin(np.asarray(sums.total)))]
        return NOBODY if best == NOBODY else int(here[best])

    def _truth(self, table: Table) -> tuple[People, object, int]:
        """The one future that will be: those who wait, then those who come, as tables of one row."""
        day, now = table.day, table.now
        coming = table.order[table.arrived :]
        coming = coming[day.arrival[coming] <= now + AHEAD]
        some = np.concatenate([np.array(table.waiting, dtype=np.int64), coming])
        ready = np.maximum(day.arrival[some], now)
        columns = (ready, day.arrival[some], day.appointment[some], day.due_at[some], day.service[some])
        crowd = People(column(day.kind[some][np.newaxis]), *(column(each[np.newaxis]) for each in columns))
        return crowd, column(np.maximum(table.free_at, now)[np.newaxis]), len(some)


def plan(day: Day, staffing: Staffing, belief: Belief, effort: Effort = FOR_COST) -> Played:
    """A good plan for a day that is known; ``belief`` is asked for the means of the base rule only."""
    return play_choosing(day, staffing, Planner(LookAhead(staffing, belief, effort), effort).choose)
