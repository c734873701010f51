"""Conversation lengths that make the departments' own waits come true: a second look at an uncertain record.

The record's means are implied by calls while people waited. Fitted ones are the lengths per queue with which the
departments, played again, give the recorded mean wait. What the experiment says holds better when it holds with both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from balie_app.queue.experiment.byrule import DEPARTMENTS, compare
from balie_app.queue.experiment.realday import RealDay

LEAST, MOST = 1 / 3, 3.0
"""Bounds of the factor: where hardly anybody waited, no length follows from the waits."""
HALVINGS = 10


def fitted(
    day: RealDay, seeds: Sequence[int], strictness: float, tick: Callable[[], object] = lambda: None
) -> tuple[RealDay, dict[str, float]]:
    """The day with other means, and the factor by queue. The queues do not touch each other, so all go at once."""
    recorded = _mean_waits(day)
    low, high = dict.fromkeys(day.queues, LEAST), dict.fromkeys(day.queues, MOST)
    for _ in range(HALVINGS):
        middle = {queue: (low[queue] * high[queue]) ** 0.5 for queue in day.queues}
        found = compare(_scaled(day, middle), seeds, strictness, degrees=(), tick=tick)
        for queue, held in found.arranged[DEPARTMENTS].waits.by_queue.items():
            (high if held.mean > recorded[queue] else low)[queue] = middle[queue]
    factors = {queue: round((low[queue] * high[queue]) ** 0.5, 3) for queue in day.queues}
    return _scaled(day, factors), factors


def _scaled(day: RealDay, factors: dict[str, float]) -> RealDay:
    measured = {
        queue: replace(held, mean=held.mean * factors.get(queue, 1.0)) if held.mean is not None else held
        for queue, held in day.measured.items()
    }
    return replace(day, measured=measured)


def _mean_waits(day: RealDay) -> dict[str, float]:
    found: dict[str, list[int]] = {}
    for each in day.tickets:
        if each.called is not None:
            found.setdefault(each.queue, []).append(each.called - each.arrived)
    return {queue: sum(waits) / len(waits) for queue, waits in found.items()}
