"""How long it will take: play the queue forward once, with usual durations.

What a step has time for, and what needs nothing but Python. Stations show the better forecast of ``dispatch.futures``,
which plays the hall forward many times.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p, sqrt
from statistics import NormalDist

from balie_app.queue.rules.durations import DEFAULT_SPREAD

Places = frozenset[int]
"""Positions of the counters that may take somebody."""
SHORTEST, SHORTEST_SPREAD = 0.5, 0.05
OVERDUE = 0.995
_LAW = NormalDist()


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


def in_front(queue: Sequence[Person]) -> list[int]:
    """For each person: how many before him may go to one of the same counters."""
    seen: dict[Places, int] = {}
    found = []
    for person in queue:
        found.append(sum(count for places, count in seen.items() if places & person.places))
        if not person.probe:
            seen[person.places] = seen.get(person.places, 0) + 1
    return found


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


def spread(middle: float, ahead: int = 1, booked: float = 0.0) -> tuple[float, float, float]:
    """The p10, p50 and p90 of the wait, when the queue played once answers ``middle``. Nothing in front is no wait.

    ``ahead``: how many are called before; the more there are, the more their conversations even out. ``booked``: the
    share of the hall's time that goes to appointments; one run knows nothing of those who come with an appointment
    meanwhile, and go first. The numbers fit the synthetic halls at loads of 0.8 and 0.9 (``balie bench forecast``).
    """
    if middle <= 0:
        return 0.0, 0.0, 0.0
    likely = middle / (1 - MEANWHILE * booked) + booked
    width = sqrt((OWN_VARIATION + BOOKED_VARIATION * booked) / (ahead + 1) + BOOKED_UNSURE * booked**2)
    return likely * exp(-TENTH * width), likely, likely * exp(TENTH * width)


MEANWHILE = 0.6
"""Part of the booked time that comes before somebody who waits."""
OWN_VARIATION, BOOKED_VARIATION, BOOKED_UNSURE = 0.36, 3.0, 0.2
"""Variance of the logarithm of a wait: of one conversation, and what appointments add to it."""
TENTH = 1.2816
"""Standard deviations from the middle within which eight of ten are."""


def by_appointment(wait: tuple[float, float, float], left: float) -> tuple[float, float, float]:
    """The range for somebody with an appointment, ``left`` minutes before its norm is broken.

    The nearer the norm, the more urgent he is: walk-ins who now go before him do not hold him up till after it.
    """
    low, likely, high = wait
    return (
        min(low, max(0.0, left - CALLED_BEFORE)),
        min(likely, max(0.0, left - CALLED_BEFORE / 2)),
        min(high, max(0.0, left)),
    )


CALLED_BEFORE = 5.0
"""Minutes before the norm from which an appointment may well be called."""
AT_ONCE = 5
"""Minutes: who waits no longer, in nine cases of ten, is told that it is almost at once."""
LONG = 60


def told(low: float, high: float) -> tuple[int, int]:
    """The range that is told, from the p10 and the p90: (0, 0) for almost at once, else rounded outward.

    To five minutes; above an hour to a quarter: no wait is known better than that. A longer wait is never told shorter.
    """
    if high <= AT_ONCE:
        return 0, 0
    low_step, high_step = (5 if each <= LONG else 15 for each in (low, high))
    return int(low // low_step * low_step), int(-(-high // high_step) * high_step)


def remaining(usual: float, spent: float, spread: float = DEFAULT_SPREAD, share: float = 0.5) -> float:
    """Minutes that a conversation still lasts in this ``share`` of the cases, given how long it has lasted.

    ``usual`` is the mean of such conversations, ``spread`` the standard deviation of their logarithm. One that lasts
    longer than almost all may end any moment.
    """
    mean, deviation = max(usual, SHORTEST), max(spread, SHORTEST_SPREAD)
    middle = log(mean) - deviation**2 / 2
    passed = _LAW.cdf((log(spent) - middle) / deviation) if spent > 0 else 0.0
    if passed > OVERDUE:
        return -0.25 * mean * log1p(-share)
    return max(exp(middle + deviation * _LAW.inv_cdf(passed + (1 - passed) * share)) - max(spent, 0.0), 0.0)


Talk = tuple[float, float, float]
"""A conversation that goes on: minutes so far; mean and spread of such ones."""


def free_times(talks: Sequence[Talk | None]) -> list[float]:
    """Minutes until each counter is free (None: now).

    Of several conversations the first ends sooner than any of them usually does: the likely first is taken to end
    early among its kind, the likely last late.
    """
    busy = [(index, talk) for index, talk in enumerate(talks) if talk is not None]
    busy.sort(key=lambda each: remaining(each[1][1], each[1][0], each[1][2]))
    found = [0.0] * len(talks)
    for place, (index, (spent, usual, spread)) in enumerate(busy, start=1):
        found[index] = remaining(usual, spent, spread, place / (len(busy) + 1))
    return found
