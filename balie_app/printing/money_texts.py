"""The fixed words on receipts and reports (``resources/texts/receipt.toml``), and how dates are written there."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from balie_app.paths import resource
from balie_app.printing.texts import words
from balie_app.queue.rules.hall import HallConfig


@cache
def _texts() -> dict[str, str | list[str]]:
    with resource("texts", "receipt.toml").open("rb") as file:
        return tomllib.load(file)


def say(key: str, **facts: object) -> str:
    """One text, filled in."""
    text = _texts()[key]
    return (text if isinstance(text, str) else " ".join(text)).format(**facts)


def paragraphs(key: str, **facts: object) -> tuple[str, ...]:
    """A text of several paragraphs, filled in."""
    found = _texts()[key]
    return tuple(each.format(**facts) for each in ([found] if isinstance(found, str) else found))


def moment(config: HallConfig, at: datetime) -> str:
    """Date and time in the hall: "di 14 januari 2020, 10.42 uur"."""
    local = at.astimezone(ZoneInfo(config.timezone))
    dutch = words("nl")
    return dutch.say("moment", date=dutch.date(local), time=dutch.time(local))


def in_full(day: date) -> str:
    """A day: "di 14 januari 2020"."""
    return words("nl").date(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo("UTC")))
