"""How long it will take: play the queue forward with usual durations.

One deterministic run gives the middle; the edges of the range widen with it. Issue 4's sampled
futures replace the edges, not the callers.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

Places = frozenset[int]
"""Positions of the counters that may take somebody."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the queue, in calling order: how long the conversation lasts and where it can be held."""

    key: str
    minutes: float
    places: Places
    probe: bool = False
    """A question "how long if I came now?": gets an answer, takes nobody's turn."""


def expected_waits(queue: Sequence[Person], free_in: Sequence[float]) -> dict[str, float]:
    """Minutes until each person is called, by key; absent for whom no open counter can take.

    ``free_in`` holds for each open counter the minutes until it is free (0: now).
    """
    clock = [(minutes, index) for index, minutes in enumerate(free_in)]
    heapq.heapify(clock)
    open_now = frozenset(range(len(free_in)))
    waiting = [person for person in queue if person.places & open_now]
    waits: dict[str, float] = {}
    while waiting and clock:
        minute, index = heapq.heappop(clock)
        busy = _serve(waiting, waits, minute, index)
        if busy is not None:
            heapq.heappush(clock, (minute + busy, index))
    return waits


def _serve(waiting: list[Person], waits: dict[str, float], minute: float, index: int) -> float | None:
    """Counter ``index`` is free at ``minute``: answer the probes in front, take one person; how long that lasts."""
    gone: list[Person] = []
    busy: float | None = None
    for person in waiting:
        if index not in person.places:
            continue
        waits[person.key] = minute
        gone.append(person)
        if not person.probe:
            busy = max(1.0, person.minutes)
            break
    for person in gone:
        waiting.remove(person)
    return busy


def spread(middle: float) -> tuple[float, float, float]:
    """The p10, p50 and p90 around an expected wait in minutes."""
    return 0.6 * middle, middle, 1.5 * middle + (2 if middle > 0 else 0)


def told(low: float, high: float) -> tuple[int, int]:
    """The range that is told: rounded outward to five minutes."""
    return int(low // 5 * 5), int(-(-high // 5) * 5)


def remaining(usual: float, spent: float) -> float:
    """Minutes a conversation will still last; one that runs over may end any moment."""
    return max(usual - spent, 0.25 * usual, 1.0)
