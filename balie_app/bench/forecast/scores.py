"""How true forecasts were: errors, coverage, and how many waited much longer than they were told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.rules.forecast import told

Column = NDArray[np.float64]
SLACK = 1e-3
"""Minutes of rounding that make nobody wrong."""
MUCH_LATER = 5.0
FORMULAS = ("last_wait", "head_of_line", "queue_length", "capable_queue")
TARGETS = {
    "munich_ratio": "≤ 0,40",
    "simple_ratio": "≤ 0,60",
    "covered": "78–84 %",
    "much_later": "≤ 10 %",
}


def errors(waits: Column, formulas: Mapping[str, Column]) -> dict[str, float]:
    """Mean absolute error in minutes of each formula."""
    return {name: float(np.abs(each - waits).mean()) for name, each in formulas.items()}


def range_scores(waits: Column, low: Column, middle: Column, high: Column) -> dict[str, Any]:
    """What a range of p10, p50 and p90 is worth.

    ``covered`` counts those who had to wait for somebody (p90 above zero): of the others the wait is certain, and an
    interval without width says nothing about the calibration. ``covered_all`` counts everybody.
    """
    inside = (waits >= low - SLACK) & (waits <= high + SLACK)
    unsure = high > SLACK
    ranges = np.array([told(*pair) for pair in zip(low, high, strict=True)], dtype=float).reshape(-1, 2)
    return {
        "error": float(np.abs(middle - waits).mean()),
        "bias": float((middle - waits).mean()),
        "unsure": float(unsure.mean()),
        "covered": float(inside[unsure].mean()) if unsure.any() else None,
        "covered_all": float(inside.mean()),
        "width": float((high - low)[unsure].mean()) if unsure.any() else 0.0,
        "later_than_middle": float((waits > middle + MUCH_LATER).mean()),
        "told_inside": float(((waits >= ranges[:, 0] - SLACK) & (waits <= _up_to(ranges[:, 1]) + SLACK)).mean()),
        "told_width": float((ranges[:, 1] - ranges[:, 0])[unsure].mean()) if unsure.any() else 0.0,
        "much_later": float((waits > ranges[:, 1] + MUCH_LATER).mean()),
    }


def _up_to(high: Column) -> Column:
    """Almost at once means: within five minutes."""
    return np.where(high == 0, 5.0, high)


def ratios(own: Mapping[str, Any], simple: Mapping[str, float]) -> dict[str, float | None]:
    """The mean absolute error as a part of that of Munich's formula, and of the best simple one."""
    best = min(simple[name] for name in FORMULAS)
    return {
        "munich_ratio": own["error"] / simple["munich"] if simple["munich"] else None,
        "simple_ratio": own["error"] / best if best else None,
    }
