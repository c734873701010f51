"""How long it will take: play the queue forward with usual durations.

One deterministic run gives the middle; the edges of the range widen with it. Issue 4's sampled
futures replace the edges, not the callers.
"""

from __future__ import annotations

import heapq
from collections import deque
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
    lines = _lines(queue, frozenset(range(len(free_in))))
    waits: dict[str, float] = {}
    while lines and clock:
        minute, index = heapq.heappop(clock)
        busy = _serve(lines, waits, minute, index)
        if busy is not None:
            heapq.heappush(clock, (minute + busy, index))
    return waits


Line = deque[tuple[int, Person]]
"""People that the same counters may take, with their place in the whole queue."""


def _lines(queue: Sequence[Person], open_now: Places) -> dict[Places, Line]:
    lines: dict[Places, Line] = {}
    for place, person in enumerate(queue):
        if person.places & open_now:
            lines.setdefault(person.places, deque()).append((place, person))
    return lines


def _serve(lines: dict[Places, Line], waits: dict[str, float], minute: float, index: int) -> float | None:
    """Counter ``index`` is free at ``minute``: answer the probes in front, take one person; how long that lasts."""
    while True:
        line = min((each for each in lines.values() if index in each[0][1].places), key=_front, default=None)
        if line is None:
            return None
        _, person = line.popleft()
        if not line:
            del lines[person.places]
        waits[person.key] = minute
        if not person.probe:
            return max(1.0, person.minutes)


def _front(line: Line) -> int:
    return line[0][0]


def spread(middle: float) -> tuple[float, float, float]:
    """The p10, p50 and p90 around an expected wait in minutes."""
    return 0.6 * middle, middle, 1.5 * middle + (2 if middle > 0 else 0)


def told(low: float, high: float) -> tuple[int, int]:
    """The range that is told: rounded outward to five minutes."""
    return int(low // 5 * 5), int(-(-high // 5) * 5)


def remaining(usual: float, spent: float) -> float:
    """Minutes a conversation will still last; one that runs over may end any moment."""
    return max(usual - spent, 0.25 * usual, 1.0)
