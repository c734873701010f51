"""Clocks and figures of a measurement."""

from __future__ import annotations

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds of many times the same."""

    median: float
    p99: float
    worst: float
    count: int

    def plain(self) -> dict[str, float]:
        """For a JSON file."""
        return {name: round(value, 3) for name, value in asdict(self).items()}


def figure(seconds: list[float]) -> Figure:
    """What a list of durations comes to."""
    ordered = sorted(1000 * each for each in seconds)
    return Figure(
        statistics.median(ordered), ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)], ordered[-1], len(ordered)
    )


def timed(act: Callable[[], object]) -> float:
    """How many seconds that takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def machine_load() -> float:
    """How many processes wanted to run at once, over the last minute; 0 where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


def most_memory_mib() -> float:
    """The most memory this process had so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)
