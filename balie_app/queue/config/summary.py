"""A configuration in a few lines."""

from __future__ import annotations

from collections import Counter as Tally

from balie_app.queue.config.holidays import NAMES
from balie_app.queue.config.hours import WEEKDAYS
from balie_app.queue.config.remarks import remarks
from balie_app.queue.rules.hall import CounterType, HallConfig, Intake, Opening

KINDS = {
    CounterType.STAND_UP: "sta-balie",
    CounterType.QUICK: "snelbalie",
    CounterType.CLOSED: "gesloten balie",
    CounterType.ROOM: "spreekkamer",
    CounterType.GROUP_ROOM: "groepskamer",
    CounterType.READING_ROOM: "leeskamer",
    CounterType.TABLE: "tafel",
    CounterType.RECEPTION: "receptie",
}
"""What a counter type is called in Dutch."""
_DAYS = dict(zip(WEEKDAYS, ("ma", "di", "wo", "do", "vr", "za", "zo"), strict=True))


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def short(config: HallConfig) -> str:
    """How much of everything there is, in one line."""
    return ", ".join(
        [
            _many(len(config.counters), "balie", "balies"),
            _many(len(config.contact_types), "soort contact", "soorten contact"),
            _many(len(config.products), "product", "producten"),
            _many(len(config.clerks), "medewerker", "medewerkers"),
        ]
    )


def summary(config: HallConfig) -> list[str]:
    """The hall in a few lines for the command line."""
    kinds = Tally(counter.type for counter in config.counters)
    elsewhere = sum(product.intake is Intake.NONE for product in config.products)
    return [
        f"{config.name} ({config.municipality})",
        f"  inrichting  {short(config)}",
        f"  balies      {', '.join(f'{number} × {KINDS[kind]}' for kind, number in kinds.items())}",
        *(f"  letter {kind.letter}    {kind.labels['nl']} ({kind.code})" for kind in config.contact_types),
        f"  elders      {_many(elsewhere, 'product', 'producten')} met een verwijzing",
        f"  talen       {', '.join(config.languages)}",
        f"  open        {_hours(config.opening)}",
        *_closed_on(config.opening),
        *_planned(config),
        *(remark.sentence() for remark in remarks(config)),
    ]


def _hours(opening: Opening) -> str:
    if not opening.weekdays:
        return "altijd"
    days = []
    for day, name in _DAYS.items():
        if hours := opening.weekdays.get(day):
            days.append(f"{name} " + " en ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in hours))
    return ", ".join(days) or "nooit"


def _closed_on(opening: Opening) -> list[str]:
    names = dict.fromkeys(NAMES[word] for word in opening.holidays)
    return [f"  dicht op    {', '.join(names)}"] if names else []


def _planned(config: HallConfig) -> list[str]:
    """What begins to hold on a date of its own."""
    days = [day.strftime("%d-%m-%Y") for day in config.changes]
    return [f"  verandert   op {', '.join(days)}"] if days else []
