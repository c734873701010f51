"""Chances for sampled futures: how long conversations last, who comes and when.

Everybody has his own row of chances, the same in every forecast (common random numbers): one counter more or one person
less changes a forecast by what that counter or person does, and by nothing else. Each row holds the same strata in
another order, so that few futures already have the right mean and spread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import NormalDist
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.kernel import NEVER

Chances = NDArray[np.float64]
"""One number per person (or conversation) and future: (n, futures)."""

ROWS = 4096
"""Rows of chances; two people rarely share one."""
EARLY, LATE = (-9.0, 6.5), (4.0, 6.0)
"""Minutes from appointment to check-in (mean, standard deviation) of those who mean to be early, and of the others."""
SHARE_LATE = 0.14
"""Most come early: mode −10 minutes, 84 % before their time (Cerruti 2023)."""
NO_SHOW = 0.06
"""Share of bookings for which nobody comes."""
OVERDUE = 0.995
"""A conversation longer than this share of its kind may end any moment: its length says nothing any more."""
SHORTEST = 0.5
"""Minutes: no conversation is taken to last less."""
AT_ONCE = 1e-6
_LAW = NormalDist()
_cdf = np.vectorize(_LAW.cdf, otypes=[float])


@cache
def shares(futures: int) -> Chances:
    """Rows of probabilities (ROWS, futures)."""
    strata = (np.arange(futures) + 0.5) / futures
    return np.random.default_rng(2026).permuted(np.tile(strata, (ROWS, 1)), axis=1)


@cache
def _normals(futures: int) -> Chances:
    return quantiles(shares(futures))


@cache
def _grid() -> tuple[Chances, Chances]:
    low = np.concatenate([np.geomspace(1e-9, 1e-3, 200, endpoint=False), np.linspace(1e-3, 0.5, 1000)])
    share = np.concatenate([low, 1 - low[-2::-1]])
    return share, np.array([_LAW.inv_cdf(each) for each in share])


def quantiles(share: Chances) -> Chances:
    """The standard normal quantiles of these probabilities."""
    found: Chances = np.interp(share, *_grid())
    return found


def rows(keys: Sequence[str]) -> NDArray[np.int64]:
    """Which row of chances each key has."""
    return np.array([crc32(key.encode()) % ROWS for key in keys], dtype=np.int64)


def durations(keys: Sequence[str], minutes: Sequence[float], spread: Sequence[float], futures: int) -> Chances:
    """How long these conversations last: lognormal with these means and spreads of the logarithm."""
    deviation = np.array(spread, dtype=np.float64)[:, None]
    mean = np.maximum(np.array(minutes, dtype=np.float64), SHORTEST)[:, None]
    found: Chances = mean * np.exp(deviation * _normals(futures)[rows(keys)] - deviation**2 / 2)
    return found


def remaining(key: str, spent: float, minutes: float, spread: float, futures: int) -> Chances:
    """Minutes that a conversation still lasts (futures), given how long it has lasted."""
    share = shares(futures)[rows([key])[0]]
    mean, deviation = max(minutes, SHORTEST), max(spread, 0.05)
    middle = float(np.log(mean)) - deviation**2 / 2
    passed = _LAW.cdf((float(np.log(max(spent, 1e-9))) - middle) / deviation)
    if passed > OVERDUE:
        overdue: Chances = -0.25 * mean * np.log1p(-share)
        return overdue
    whole = np.exp(middle + deviation * quantiles(passed + (1 - passed) * share))
    left: Chances = np.maximum(whole - max(spent, 0.0), AT_ONCE)
    return left


def check_ins(keys: Sequence[str], starts: Sequence[float], futures: int) -> Chances:
    """The minute from now at which each booking checks in; NEVER where nobody comes.

    Nobody has come for them yet: the later that is, the more likely nobody will.
    """
    start = np.array(starts, dtype=np.float64)[:, None]
    every, mine = shares(futures), rows(keys)
    comes, side, moment = (every[(mine + shift) % ROWS] for shift in (1, 2, 3))
    (early, early_left), (late, late_left) = (_truncated(start, moment, *law) for law in (EARLY, LATE))
    early_left, late_left = (1 - SHARE_LATE) * early_left, SHARE_LATE * late_left
    left = np.maximum(early_left + late_left, 1e-9)
    absent = NO_SHOW / (NO_SHOW + (1 - NO_SHOW) * left)
    at = np.maximum(np.where(side < late_left / left, late, early), AT_ONCE)
    return np.where(comes < absent, NEVER, at)


def _truncated(start: Chances, share: Chances, mean: float, deviation: float) -> tuple[Chances, Chances]:
    """Normal moments after now, and the chance (n, 1) that the moment is after now at all."""
    passed = _cdf((0.0 - start - mean) / deviation)
    drawn = np.clip(passed + (1 - passed) * share, 1e-9, 1 - 1e-9)
    return start + mean + deviation * quantiles(drawn), 1 - passed
