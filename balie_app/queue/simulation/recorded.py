"""A recorded day of a real office: who arrived when for what, and how long it took."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from balie_app.paths import resource


@dataclass(frozen=True, slots=True)
class RecordedTicket:
    """One ticket of the record."""

    queue: str
    number: int
    arrived: time
    called: time | None
    """None: never called."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A queue of the record, as products of a Dutch hall."""

    queue: str
    contact_type: str
    products: tuple[str, ...]
    minutes: float
    """Mean length of a conversation on that day."""
    appointments: bool = False
    """Whether people make appointments for this."""
    dispenser: bool = False
    """Whether the button dispenser by the door gives numbers for this."""


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """A whole day."""

    day: date
    source: str
    tickets: tuple[RecordedTicket, ...]
    """By arrival."""
    matters: dict[str, Matter]
    """By queue letter."""


DEMO_DAY = date(2020, 1, 14)
DEMO_SOURCE = "Stad Warschau, wijkkantoor Praga-Południe, 14 januari 2020"
UNMEASURED_MINUTES = 5.0
"""For a queue of which the record gives no mean: nobody was called there while others waited."""


def demo_day() -> RecordedDay:
    """The day that ships with the product."""
    folder = resource("demo", "praga-poludnie-2020-01-14")
    means = {
        row["queue"]: float(row["mean_service_minutes"] or UNMEASURED_MINUTES) for row in _rows(folder / "service.csv")
    }
    tickets = [
        RecordedTicket(
            row["queue"], int(row["number"]), _clock(row["arrived"]), _clock(row["called"]) if row["called"] else None
        )
        for row in _rows(folder / "tickets.csv")
    ]
    tickets.sort(key=lambda each: (each.arrived, each.queue, each.number))
    return RecordedDay(DEMO_DAY, DEMO_SOURCE, tuple(tickets), _matters(means))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _clock(text: str) -> time:
    return time.fromisoformat(text)


def _matters(means: dict[str, float]) -> dict[str, Matter]:
    with resource("demo", "matters.toml").open("rb") as file:
        given: list[dict[str, Any]] = tomllib.load(file)["matters"]
    return {each["queue"]: _matter(each, means.get(each["queue"], UNMEASURED_MINUTES)) for each in given}


def _matter(given: dict[str, Any], minutes: float) -> Matter:
    return Matter(
        queue=given["queue"],
        contact_type=given["contact_type"],
        products=tuple(given["products"]),
        minutes=minutes,
        appointments=given.get("appointments", False),
        dispenser=given.get("dispenser", False),
    )
