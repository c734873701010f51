"""Working days of a Dutch town hall."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from functools import cache

from balie_app.queue.rules.hall import HallConfig

SATURDAY = 5
MOST_DAYS = 250


@cache
def _national(year: int) -> frozenset[date]:
    from holidays import country_holidays  # slow to load, and few steps need it

    # Liberation Day counts every year here, as in the law on periods; the library knows it once in five years.
    return frozenset(country_holidays("NL", years=year)) | {date(year, 5, 5)}


def is_working_day(day: date, closed: Container[date] = ()) -> bool:
    """Whether offices work: no weekend, no Dutch national holiday, none of the hall's own closed days."""
    return day.weekday() < SATURDAY and day not in _national(day.year) and day not in closed


def working_days_after(day: date, count: int, closed: Container[date] = ()) -> date:
    """The ``count``-th working day after ``day``; with 0 the first working day from ``day`` itself."""
    found = day if count else day - timedelta(days=1)
    for _ in range(max(1, min(count, MOST_DAYS))):
        found += timedelta(days=1)
        while not is_working_day(found, closed):
            found += timedelta(days=1)
    return found


def closed_days(config: HallConfig) -> frozenset[date]:
    """The days on which this hall stays closed by its own choice."""
    return frozenset(day for day, hours in config.opening.exceptions.items() if not hours)
