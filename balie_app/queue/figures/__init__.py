"""The figures of a hall over a period (`hall.md` section 9): computed from what happened, never per person."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from balie_app.queue.figures.definitions import DEFINITIONS
from balie_app.queue.figures.grouping import BY, History
from balie_app.queue.figures.reading import visits
from balie_app.queue.figures.tally import Tally
from balie_app.queue.rules.hall import HallConfig

__all__ = ["BY", "figures", "span"]


def span(first: date | datetime, last: date | datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From ``first`` until just before the second value. A last day counts whole; a last time does not count itself."""
    start = first if isinstance(first, datetime) else datetime.combine(first, time(), zone)
    end = last if isinstance(last, datetime) else datetime.combine(last + timedelta(days=1), time(), zone)
    return start, end


def figures(
    connection: Connection, config: HallConfig, start: datetime, end: datetime, by: str | None = None
) -> dict[str, Any]:
    """All figures of the visits that began from ``start`` until ``end``, and ``by`` groups when asked."""
    history = History(connection, config)
    total, groups = Tally(), dict[Any, Tally]()
    for visit in visits(connection, start, end):
        total.add(visit, visit.contacts, of_visit=True)
        if by is not None:
            _add_to_groups(groups, history, by, visit)
    zone = ZoneInfo(config.timezone)
    targets = _targets(history.config_at(end - timedelta(milliseconds=1)), end)
    found = {
        "from": start.astimezone(zone).isoformat(),
        "to": end.astimezone(zone).isoformat(),
        **total.figures(targets),
        "definitions": DEFINITIONS,
    }
    if by is not None:
        order = sorted(groups, key=lambda key: (key is None, str(key)))
        found |= {"by": by, "groups": [{"key": key, **groups[key].figures(targets)} for key in order]}
    return found


def _add_to_groups(groups: dict[Any, Tally], history: History, by: str, visit: Any) -> None:
    """A visit counts where its first conversation belongs, each conversation where it belongs itself."""
    belongs = [history.keys(by, visit, contact) for contact in visit.contacts]
    for key in {key for keys in belongs for key in keys}:
        mine = [contact for contact, keys in zip(visit.contacts, belongs, strict=True) if key in keys]
        groups.setdefault(key, Tally()).add(visit, mine, of_visit=key in belongs[0])


def _targets(config: HallConfig, end: datetime) -> dict[str, float | None]:
    """The shares that are promised, by the code of the norm, as they held at the end of the period."""
    day = (end - timedelta(milliseconds=1)).astimezone(ZoneInfo(config.timezone)).date()
    norms = {code: config.norm_on(code, day) for code in ("appointment", "walk-in-short", "first-contact", "come-back")}
    return {code: None if norm is None else norm.share for code, norm in norms.items()}
