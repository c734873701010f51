"""How the look-ahead thinks: its base rule, its costs, its horizon and its budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from balie_app.queue.dispatch.day import Rule, Staffing
from balie_app.queue.dispatch.kernel import INDEX
from balie_app.queue.dispatch.weighing import Weights
from balie_app.queue.rules.choose import Strictness

COST = Weights(60.0, 0.01, 3.0, 0.1, 0.15, 1.0, 1 / 40, 5.0)
"""The cost of `dispatch.md` section 3."""
WEIGHED = Weights(350.0, 0.1, 6.5, 0.4, 0.15, 1.0, 1 / 25, 5.0)
BASE = Strictness(450.0, 1.5, 22.0)


@dataclass(frozen=True, slots=True)
class Effort:
    """The numbers of the look-ahead. The defaults were found on days that no report is about."""

    weights: Weights = WEIGHED
    """Of the cost that it lowers; a late appointment weighs more here than in the cost of a day."""
    horizon: float = 40.0
    """Minutes in which people still come."""
    drain: float = 15.0
    """Minutes that are played on after that."""
    guard: float = 0.7
    """Standard errors of the mean paired difference by which another choice must be better."""
    work: int = 12_000
    """Visitors played in one decision, over all futures and choices: about 4 ms when compiled."""
    fewest: int = 8
    most: int = 96
    """Futures of one decision; when there is no time for the fewest, the index stands."""
    holds: tuple[float, ...] = ()
    """Minutes for which the counter might also wait."""
    strictness: Strictness = BASE
    scarcity: float = 0.0
    """Added to tau per kind: this share of the mean time between two counters that come free for it."""


def base_rule(effort: Effort, staffing: Staffing, mean: Sequence[float]) -> Rule:
    """The index that futures are played by; ``mean`` (K) service minutes.

    The fewer and the slower the counters for a kind, the sooner its appointments press.
    """
    eligible, means, base = staffing.eligible[0], np.asarray(mean, dtype=np.float64), effort.strictness
    able = np.maximum(eligible.sum(axis=0), 1)
    usual = (eligible * means).sum(axis=1) / np.maximum(eligible.sum(axis=1), 1)
    gaps = (eligible * usual[:, np.newaxis]).sum(axis=0) / able**2
    taus = base.tau + effort.scarcity * gaps
    return Rule(INDEX, tuple(Strictness(base.height, float(tau), base.late) for tau in taus))
