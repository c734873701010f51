"""What a rule did to the visitors of some days: the columns of the comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.day import NORM_MINUTES, Column, Day, Played

ROUNDING = 1e-9
LATE_COST = 60.0

Found = dict[str, float | list[float]]


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of one day under one rule."""

    late: Column
    """Minutes from the later of time and check-in until the call, of each appointment."""
    late_kind: NDArray[np.int64]
    walk: Column
    """Minutes from arrival (or opening) until the call, of each walk-in."""
    overtaken: float
    """Appointments of the same kind that came later and were called before a walk-in, per walk-in."""
    cost: float
    """Per visitor."""

    @property
    def walk_mean(self) -> float:
        """Mean wait of the walk-ins, minutes."""
        return float(self.walk.mean()) if len(self.walk) else 0.0

    @property
    def in_time(self) -> float:
        """Share of the appointments called within the norm, in percent."""
        return 100 * float((self.late <= NORM_MINUTES + ROUNDING).mean()) if len(self.late) else 100.0


def waits(day: Day, played: Played) -> Waits:
    """What became of those who came."""
    booked, walked = day.comes & day.is_booked, day.comes & ~day.is_booked
    late = (played.start - np.maximum(day.appointment, day.arrival))[booked]
    walk = (played.start - np.maximum(day.arrival, 0.0))[walked]
    return Waits(late, day.kind[booked], walk, _overtaken(day, played, booked, walked), _cost(late, walk))


def _cost(late: Column, walk: Column) -> float:
    """`dispatch.md` section 3: convex in lateness, so that nobody who is late already is given up."""
    over = np.maximum(late - NORM_MINUTES, 0.0)
    appointments = LATE_COST * (over > ROUNDING) + 3 * over + over**2 / 10
    return float((appointments.sum() + (walk + walk**2 / 40).sum()) / max(len(late) + len(walk), 1))


def _overtaken(day: Day, played: Played, booked: NDArray[np.bool_], walked: NDArray[np.bool_]) -> float:
    came, called, kind = day.arrival, played.start, day.kind
    later = came[booked][np.newaxis] > came[walked][:, np.newaxis]
    sooner = called[booked][np.newaxis] < called[walked][:, np.newaxis] - ROUNDING
    alike = kind[booked][np.newaxis] == kind[walked][:, np.newaxis]
    return float((later & sooner & alike).sum() / max(walked.sum(), 1))


def columns(days: Sequence[Waits], kinds: Sequence[str]) -> Found:
    """The columns for one rule: visitors of all days together, cost and overtaking as means of days."""
    late = np.concatenate([each.late for each in days])
    kind = np.concatenate([each.late_kind for each in days])
    walk = np.concatenate([each.walk for each in days])
    kept, over = late <= NORM_MINUTES + ROUNDING, np.maximum(late, 0.0)
    return {
        "in_time": 100 * float(kept.mean()),
        "in_time_by_kind": [100 * float(kept[kind == each].mean()) for each in range(len(kinds)) if any(kind == each)],
        "late_p95": float(np.quantile(over, 0.95)),
        "late_p99": float(np.quantile(over, 0.99)),
        "walk_mean": float(walk.mean()),
        "walk_p90": float(np.quantile(walk, 0.90)),
        "walk_p95": float(np.quantile(walk, 0.95)),
        "walk_longest": float(walk.max()),
        "overtaken": fmean(each.overtaken for each in days),
        "cost": fmean(each.cost for each in days),
    }


def paired(days: Sequence[Waits], base: Sequence[Waits]) -> dict[str, list[float]]:
    """Mean differences with a base rule over the same days, with half of their 95 % interval (0 for one day)."""
    found = {}
    for name in ("in_time", "walk_mean", "cost"):
        pairs = zip(days, base, strict=True)
        apart = [float(getattr(one, name)) - float(getattr(other, name)) for one, other in pairs]
        half = _student(len(apart)) * stdev(apart) / sqrt(len(apart)) if len(apart) > 1 else 0.0
        found[name] = [fmean(apart), half]
    return found


def _student(days: int) -> float:
    """The 97.5 % point of Student's t for so many days (Cornish-Fisher, right to 1 % from four days on)."""
    z, free = 1.959964, max(days - 1, 1)
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / free + second / free**2 + third / free**3
