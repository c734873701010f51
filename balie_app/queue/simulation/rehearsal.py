"""The hall in which the demo day is played: the public hall of a city, with counters by kind of contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from balie_app.queue.config.templates import template
from balie_app.queue.rules.hall import Clerk, Counter, CounterType, HallConfig, Product
from balie_app.queue.simulation.recorded import RecordedDay

FLOOR = (
    (CounterType.STAND_UP, 15, "hal"),
    (CounterType.CLOSED, 13, "hal"),
    (CounterType.ROOM, 3, "kamers"),
    (CounterType.GROUP_ROOM, 1, "kamers"),
)
"""How many counters of each type, numbered through, and their zone. About as many as were open on the real day."""

NAMES = (
    *("Anna", "Bram", "Carla", "Daan", "Emre", "Femke", "Gijs", "Hanna"),
    *("Ines", "Jan", "Karim", "Lotte", "Mila", "Noor", "Omar", "Pien"),
    *("Quinten", "Ruben", "Sara", "Thijs", "Ursula", "Victor", "Wout", "Xander"),
    *("Yara", "Zoë", "Amir", "Bo", "Chris", "Dewi", "Eva", "Finn"),
)
LANGUAGES = (("nl",), ("nl", "en"), ("nl", "ar"), ("nl", "tr"), ("nl", "pl"), ("nl", "uk", "en"))

COMPETENCES = {
    CounterType.STAND_UP: frozenset({"quick", "pickup", "information"}),
    CounterType.CLOSED: frozenset({"extended", "private", "quick", "pickup", "information"}),
    CounterType.ROOM: frozenset({"private", "consultation", "extended"}),
    CounterType.GROUP_ROOM: frozenset({"private", "consultation", "group", "extended"}),
}
"""What a clerk at such a counter can do: the kind of contact, not a department."""


def rehearsal_config(day: RecordedDay) -> HallConfig:
    """The configuration of the demo hall, open all day, with the durations of that day."""
    base = template("haarlem", "Voorbeeldstad", "nl")
    return replace(
        base,
        name="Publiekshal",
        counters=tuple(_counters()),
        clerks=tuple(clerk_for(counter) for counter in _counters()),
        products=tuple(_with_durations(base.products, day)),
        opening=replace(base.opening, weekdays={}),
    )


def _counters() -> list[Counter]:
    kinds = [(kind, zone) for kind, count, zone in FLOOR for _ in range(count)]
    return [
        Counter(
            number,
            kind,
            zone,
            private=kind is not CounterType.STAND_UP,
            accessible=kind is not CounterType.STAND_UP or number % 3 == 1,
            capacity=8 if kind is CounterType.GROUP_ROOM else 3,
        )
        for number, (kind, zone) in enumerate(kinds, start=1)
    ]


def clerk_for(counter: Counter) -> Clerk:
    """Who works at this counter on the demo day."""
    name = NAMES[counter.number - 1]
    return Clerk(
        name.lower().replace("ë", "e"), name, COMPETENCES[counter.type], LANGUAGES[counter.number % len(LANGUAGES)]
    )


def _with_durations(products: Iterable[Product], day: RecordedDay) -> Iterable[Product]:
    """Products with the mean duration of their matter on that day, as a hall learns it from its own journal."""
    means = {slug: matter.minutes for matter in day.matters.values() for slug in matter.products}
    return (replace(each, minutes=round(means[each.slug])) if each.slug in means else each for each in products)
