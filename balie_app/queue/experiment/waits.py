"""Figures of waiting: of one day, and of the same day repeated with other lengths of conversation."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.experiment.realday import LONG_TYPES

T_95 = (12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.20, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.10)
"""Student's t for a 95 % interval, by the number of repeats minus two; 1.96 beyond."""
SHORT_NORM, LONG_NORM = 15.0, 30.0
NINETY = 0.9


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over repeats and half its 95 % interval (0: not repeated)."""

    value: float
    within: float = 0.0

    def plain(self) -> dict[str, float]:
        """For a JSON file."""
        return {"value": round(self.value, 3), "plus_minus": round(self.within, 3)}


@dataclass(frozen=True, slots=True)
class QueueWaits:
    """The visitors of one queue, in minutes."""

    visitors: int
    mean: float
    p90: float

    def plain(self) -> dict[str, float]:
        """For a JSON file."""
        return {name: round(value, 2) for name, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Waits:
    """How long people waited, in minutes and shares from 0 to 1."""

    visitors: int
    mean: Figure
    median: Figure
    p90: Figure
    longest: Figure
    within_15: Figure
    within_30: Figure
    within_norm: Figure
    """Within 15 minutes (quick, pickup, information) or 30 (extended, private)."""
    worst_queue: str
    """The queue with the highest mean."""
    worst_mean: float
    by_queue: dict[str, QueueWaits]

    def plain(self) -> dict[str, Any]:
        """For a JSON file."""
        names = ("mean", "median", "p90", "longest", "within_15", "within_30", "within_norm")
        figures: dict[str, Figure] = {name: getattr(self, name) for name in names}
        return {
            "visitors": self.visitors,
            **{name: figure.plain() for name, figure in figures.items()},
            "worst_queue": {"queue": self.worst_queue, "mean": round(self.worst_mean, 2)},
            "by_queue": {queue: each.plain() for queue, each in self.by_queue.items()},
        }


def waits(repeats: Sequence[NDArray[np.float64]], queues: Sequence[str], types: Sequence[str]) -> Waits:
    """Figures of waits in minutes, given per repeat of the day in the order of ``queues`` (a queue per visitor) and
    ``types`` (a contact type per visitor)."""
    long = np.array([each in LONG_TYPES for each in types])
    norms = np.where(long, LONG_NORM, SHORT_NORM)
    by_queue = _by_queue(repeats, np.array(queues))
    worst = max(by_queue, key=lambda queue: by_queue[queue].mean)
    return Waits(
        len(queues),
        mean=_figure(repeats, lambda day: float(day.mean())),
        median=_figure(repeats, lambda day: float(np.median(day))),
        p90=_figure(repeats, lambda day: rank(day, NINETY)),
        longest=_figure(repeats, lambda day: float(day.max())),
        within_15=_figure(repeats, lambda day: float((day <= SHORT_NORM).mean())),
        within_30=_figure(repeats, lambda day: float((day <= LONG_NORM).mean())),
        within_norm=_figure(repeats, lambda day: float((day <= norms).mean())),
        worst_queue=worst,
        worst_mean=by_queue[worst].mean,
        by_queue=by_queue,
    )


def rank(values: NDArray[np.float64], share: float) -> float:
    """The percentile by nearest rank, as everywhere in the figures of Balie."""
    order = np.sort(values)
    return float(order[math.ceil(round(len(order) * share, 9)) - 1])


def figure(values: Sequence[float]) -> Figure:
    """Mean of repeats with its 95 % interval."""
    count = len(values)
    if count < 2:
        return Figure(float(values[0]))
    t = T_95[count - 2] if count - 2 < len(T_95) else 1.96
    return Figure(float(np.mean(values)), t * float(np.std(values, ddof=1)) / math.sqrt(count))


def _figure(repeats: Sequence[NDArray[np.float64]], of: Callable[[NDArray[np.float64]], float]) -> Figure:
    return figure([of(day) for day in repeats])


def _by_queue(repeats: Sequence[NDArray[np.float64]], queues: NDArray[np.str_]) -> dict[str, QueueWaits]:
    found = {}
    for queue in sorted(set(queues.tolist())):
        mine = queues == queue
        means, p90s = [day[mine].mean() for day in repeats], [rank(day[mine], NINETY) for day in repeats]
        found[queue] = QueueWaits(int(mine.sum()), float(np.mean(means)), float(np.mean(p90s)))
    return found
