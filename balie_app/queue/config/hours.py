"""Opening hours: days of the week, exceptions by date, and the last ticket."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise

from balie_app.queue.config.dates import as_date
from balie_app.queue.config.holidays import NAMES, free_days
from balie_app.queue.config.mistakes import nearest
from balie_app.queue.config.table import DAY, Table, shown
from balie_app.queue.rules.hall import Hours, Opening

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_HOURS = 'een lijst van tijden, zoals [["08:30", "12:30"], ["13:30", "17:00"]]; gesloten is []'
_PAIR = 'van en tot, zoals ["08:30", "17:00"]'


def opening(table: Table) -> Opening:
    """The opening hours of a hall or a product; no weekdays at all means always open."""
    exceptions = table.table("exceptions")
    holidays = _holidays(table)
    found = Opening(
        weekdays=_weekdays(table.table("weekdays")),
        exceptions=_exceptions(exceptions),
        last_ticket_minutes=table.integer("last_ticket_minutes", 0, DAY, 0),
        holidays=holidays,
        reasons=_reasons(exceptions),
        free_days=free_days(holidays),
    )
    table.finish()
    return found


def _holidays(table: Table) -> tuple[str, ...]:
    found = table.texts("holidays", expected='een lijst van feestdagen, zoals ["new-year", "kings-day"]')
    for word in found:
        if word not in NAMES:
            table.wrong(
                "holidays", f"de feestdag {shown(word)} kent Balie niet.", ", ".join(NAMES) + nearest(word, NAMES)
            )
    return tuple(word for word in found if word in NAMES)


def _weekdays(table: Table) -> dict[str, Hours]:
    found = {day: _hours(table, day) for day in WEEKDAYS if table.has(day)}
    table.finish()
    return found


def _exceptions(table: Table) -> dict[date, Hours]:
    found: dict[date, Hours] = {}
    for key in table.values:
        day = as_date(key)
        if day is None:
            table.wrong(key, f"{shown(key)} is geen datum.", "jaar-maand-dag, zoals 2026-04-27")
        elif isinstance(table.values[key], Mapping):
            found[day] = _hours(table.table(key), "hours")
        else:
            found[day] = _hours(table, key)
    return found


def _reasons(table: Table) -> dict[date, str]:
    """Why there is an exception, by date; a place that is no table of its own has no reason."""
    found: dict[date, str] = {}
    for key, value in table.values.items():
        day = as_date(key)
        if day is None or not isinstance(value, Mapping):
            continue
        inner = table.table(key)
        inner.has("hours")  # read with the hours
        if reason := inner.text("reason", ""):
            found[day] = reason
        inner.finish()
    return found


def _hours(table: Table, key: str) -> Hours:
    pairs = [_pair(table, f"{key}[{index}]", item) for index, item in enumerate(table.items(key, _HOURS))]
    good = [pair for pair in pairs if pair is not None]
    for before, after in pairwise(good):
        if after[0] < before[1]:
            table.wrong(key, "deze tijden overlappen of staan niet op volgorde.", _HOURS)
    return tuple(good)


def _pair(table: Table, key: str, value: object) -> tuple[time, time] | None:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        table.wrong(key, f"hier staat {shown(value)}.", _PAIR)
        return None
    start, end = (_time(table, f"{key}[{index}]", item) for index, item in enumerate(value))
    if start is None or end is None:
        return None
    if start >= end:
        table.wrong(key, f"{start:%H:%M} ligt niet voor {end:%H:%M}.", _PAIR)
        return None
    return start, end


def _time(table: Table, key: str, value: object) -> time | None:
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    table.wrong(key, f"{shown(value)} is geen tijd.", 'uren en minuten, zoals "08:30"')
    return None
