"""Opening hours: of the hall, and of a product within them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from balie_app.queue.rules.hall import Hours, Opening

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours(opening: Opening, local: datetime) -> Hours | None:
    """The opening hours of that local day; None when it is open all day without a closing time.

    An exception comes first, then a public holiday that counts here, then the day of the week.
    """
    day = local.date()
    if day in opening.exceptions:
        return opening.exceptions[day]
    if opening.holidays and day in opening.free_days(day.year):
        return ()
    if not opening.weekdays:
        return None
    return opening.weekdays.get(WEEKDAYS[local.weekday()], ())


def closed_because(opening: Opening, day: date) -> str:
    """Why that date is not like others: the reason of its exception, or the public holiday; "" for another day."""
    if day in opening.exceptions:
        return opening.reasons.get(day, "")
    return opening.free_days(day.year).get(day, "") if opening.holidays else ""


def within(opening: Opening, own: Opening | None, local: datetime) -> Hours | None:
    """The hours of that day on which a product can be had: its own, within the hall's. None: all day."""
    there = hours(opening, local)
    mine = None if own is None else hours(own, local)
    if there is None or mine is None:
        return there if mine is None else mine
    both = ((max(a, c), min(b, d)) for a, b in there for c, d in mine)
    return tuple((start, end) for start, end in both if start < end)


def minutes_left(opening: Opening, local: datetime, own: Opening | None = None) -> float | None:
    """Minutes of opening time until it closes for the day, breaks not counted; None when it is always open."""
    day = within(opening, own, local)
    if day is None:
        return None
    now = local.replace(tzinfo=None)
    left = (_at(local, end) - max(now, _at(local, start)) for start, end in day)
    return sum((each for each in left if each > timedelta()), timedelta()).total_seconds() / 60


def _at(local: datetime, clock: time) -> datetime:
    return datetime.combine(local.date(), clock)


def gives_tickets(opening: Opening, local: datetime, own: Opening | None = None) -> bool:
    """Whether a number may be taken at this local time.

    The last one is taken ``last_ticket_minutes`` before a closing time; of a product with hours of its own both count.
    """
    return _gives(opening, local) and (own is None or _gives(own, local))


def _gives(opening: Opening, local: datetime) -> bool:
    day = hours(opening, local)
    if day is None:
        return True
    early, now = timedelta(minutes=opening.last_ticket_minutes), local.replace(tzinfo=None)
    return any(_at(local, start) <= now < _at(local, end) - early for start, end in day)


LOOK_AHEAD_DAYS = 14


def next_opening(opening: Opening, local: datetime, own: Opening | None = None) -> datetime | None:
    """The local time at which it opens next; None when it does not within two weeks, or is always open."""
    for days in range(LOOK_AHEAD_DAYS + 1):
        day = (local + timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
        for start, _ in within(opening, own, day) or ():
            at = day.replace(hour=start.hour, minute=start.minute)
            if at > local:
                return at
    return None
