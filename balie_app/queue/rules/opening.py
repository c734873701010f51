"""Opening hours."""

from __future__ import annotations

from datetime import datetime, timedelta

from balie_app.queue.rules.hall import Hours, Opening

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours(opening: Opening, local: datetime) -> Hours | None:
    """The opening hours of that local day; None when the hall is always open."""
    if local.date() in opening.exceptions:
        return opening.exceptions[local.date()]
    if not opening.weekdays:
        return None
    return opening.weekdays.get(WEEKDAYS[local.weekday()], ())


def minutes_left(opening: Opening, local: datetime) -> float | None:
    """Minutes until the hall closes for the day; None when it is always open."""
    day = hours(opening, local)
    if day is None:
        return None
    ends = [datetime.combine(local.date(), end) for _, end in day]
    return (max(ends) - local.replace(tzinfo=None)).total_seconds() / 60 if ends else 0.0


def gives_tickets(opening: Opening, local: datetime) -> bool:
    """Whether a number may be taken at this local time (the last one ``last_ticket_minutes`` before closing)."""
    day = hours(opening, local)
    if day is None:
        return True
    early = timedelta(minutes=opening.last_ticket_minutes)
    return any(
        datetime.combine(local.date(), start)
        <= local.replace(tzinfo=None)
        < datetime.combine(local.date(), end) - early
        for start, end in day
    )
