"""What a hall expects of visitors it has not seen: tables for sampling, from means and spreads."""

from __future__ import annotations

from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from balie_app.queue.dispatch.compiled import FAST, Floats, floats
from balie_app.queue.dispatch.sampling import Belief

QUANTILES = 128
EARLY_OFFSET, LATE_OFFSET, EARLY = (-9.0, 6.5), (4.0, 6.0), 0.86
"""Check-in minus appointed time: mean and deviation of those who mean to be early, of the others, share of the first.
Mode −10 minutes, 85 % before their time (Cerruti 2023)."""
NO_SHOW = 0.06


@cache
def _normal() -> NDArray[np.float64]:
    law = NormalDist()
    return np.array([law.inv_cdf((index + 0.5) / QUANTILES) for index in range(QUANTILES)])


@cache
def check_in_quantiles() -> NDArray[np.float64]:
    """(Q) minutes between appointed time and check-in, of those who come."""
    grid = np.linspace(-40.0, 40.0, 4001)
    early, late = (NormalDist(*each) for each in (EARLY_OFFSET, LATE_OFFSET))
    share = [EARLY * early.cdf(each) + (1 - EARLY) * late.cdf(each) for each in grid]
    return np.interp((np.arange(QUANTILES) + 0.5) / QUANTILES, share, grid)


def service_quantiles(mean: ArrayLike, sigma: ArrayLike) -> NDArray[np.float64]:
    """(K, Q) lognormal service times with these means (minutes) and deviations of the logarithm."""
    means, sigmas = np.asarray(mean, dtype=np.float64), np.asarray(sigma, dtype=np.float64)
    table = np.exp(np.multiply.outer(sigmas, _normal()))
    scaled: NDArray[np.float64] = table * (means / table.mean(axis=1))[:, np.newaxis]
    return scaled


def believe(mean: ArrayLike, sigma: ArrayLike, rates: ArrayLike, closes: float, norm: float = 5.0) -> Belief:
    """A belief about K kinds: service means and sigmas (K), walk-ins a minute (hours from zero, K), closing minute."""
    means = np.asarray(mean, dtype=np.float64)
    return Belief(
        service=floats(service_quantiles(means, sigma).ravel()),
        check_in=floats(check_in_quantiles()),
        rates=floats(np.asarray(rates, dtype=np.float64).ravel()),
        mean=floats(means),
        no_show=NO_SHOW,
        norm=norm,
        closes=closes,
        quantiles=QUANTILES,
        kinds=len(means),
    )


@cache
def chances(futures: int, many: int, seed: int) -> Floats:
    """(F, many) numbers between 0 and 1; each column holds all strata once, so that few futures already are fair."""
    rng = np.random.default_rng(seed)
    strata = np.tile((np.arange(futures) + 0.5) / futures, (many, 1))
    table = np.ascontiguousarray(rng.permuted(strata, axis=1).T)
    return table if FAST else table.tolist()
