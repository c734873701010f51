"""Remarks on a configuration: choices that are allowed, but seldom meant. Each has its place and one Dutch sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

from balie_app.queue.config.checks import sounding_alike
from balie_app.queue.config.hours import WEEKDAYS
from balie_app.queue.config.mistakes import nearest
from balie_app.queue.rules.eligible import competent, needs_privacy
from balie_app.queue.rules.hall import ContactType, Counter, CounterType, HallConfig, Hours, Intake, Opening, Product
from balie_app.queue.rules.visit import Contact, ContactState

NORM_CODES = ("appointment", "walk-in-short", "walk-in-long", "first-contact", "come-back")
"""Norms that figures and calling order know; others are kept, and used by nobody."""
LONG = 4 * 60
"""Minutes: a conversation that usually lasts longer is probably a slip."""
NOBODY_IS_CALLED_THERE = frozenset({CounterType.RECEPTION, CounterType.READING_ROOM})
_EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at again."""

    key: str
    """Where, such as ``counters[2]`` (counted from 0)."""
    text: str
    """One Dutch sentence."""

    def sentence(self) -> str:
        """The remark as people read it."""
        return f"Let op: {self.text}"


def remarks(config: HallConfig) -> list[Remark]:
    """Everything that is allowed, but probably not what was meant."""
    return [
        *_letters(config),
        *_kinds_without_a_counter(config),
        *_without_clerks(config),
        *_long(config),
        *_norms(config),
        *_hours_of_the_hall(config),
        *_hours_of_products(config),
    ]


def _letters(config: HallConfig) -> Iterator[Remark]:
    for letters in sounding_alike(kind.letter for kind in config.contact_types):
        yield Remark("contact_types", f"de letters {' en '.join(letters)} lijken op elkaar als ze worden uitgesproken.")


def _serves(counter: Counter, kind: ContactType) -> bool:
    return counter.type in kind.counter_types and (counter.private or not needs_privacy(kind))


def _kinds_without_a_counter(config: HallConfig) -> Iterator[Remark]:
    for index, kind in enumerate(config.contact_types):
        if not any(_serves(counter, kind) for counter in config.counters):
            yield Remark(f"contact_types[{index}].counter_types", f'geen balie kan "{kind.code}" helpen.')


def _without_clerks(config: HallConfig) -> Iterator[Remark]:
    """Counters and products for which nobody has the competence."""
    if not config.clerks:
        yield Remark("clerks", "er zijn nog geen medewerkers.")
        return
    able = {kind.code for kind in config.contact_types if _does(config, kind.code, ())}
    able |= {each.contact_type for each in config.products if _does(config, each.contact_type, (each.slug,))}
    for index, counter in enumerate(config.counters):
        if counter.type in NOBODY_IS_CALLED_THERE:
            continue
        here = [kind for kind in config.contact_types if _serves(counter, kind)]
        if here and not any(kind.code in able for kind in here):
            yield Remark(f"counters[{index}]", f"geen medewerker kan iets doen van wat op plek {counter.number} hoort.")
        elif not here:
            yield Remark(f"counters[{index}]", f"geen soort contact hoort op plek {counter.number}.")
    yield from _products_without_clerks(config)


def _products_without_clerks(config: HallConfig) -> Iterator[Remark]:
    for index, product in enumerate(config.products):
        kind = config.contact_type_by_code[product.contact_type]
        if product.intake is Intake.NONE or not any(_serves(counter, kind) for counter in config.counters):
            continue
        if not _does(config, product.contact_type, (product.slug,)):
            booked = "" if product.intake is Intake.WALK_IN else ", ook niet op afspraak"
            yield Remark(f"products[{index}]", f'geen medewerker kan "{product.slug}" doen{booked}.')


def _does(config: HallConfig, kind: str, products: tuple[str, ...]) -> bool:
    somebody = Contact("", "", _EPOCH.date(), "", ContactState.WAITING, kind, products, _EPOCH, _EPOCH, _EPOCH)
    return any(competent(clerk, somebody, config) for clerk in config.clerks)


def _long(config: HallConfig) -> Iterator[Remark]:
    for index, product in enumerate(config.products):
        if product.minutes > LONG:
            yield Remark(f"products[{index}].minutes", f'"{product.slug}" duurt {product.minutes} minuten.')
    for index, kind in enumerate(config.contact_types):
        if kind.minutes > LONG:
            yield Remark(f"contact_types[{index}].minutes", f'"{kind.code}" duurt {kind.minutes} minuten.')


def _norms(config: HallConfig) -> Iterator[Remark]:
    for index, norm in enumerate(config.norms):
        if norm.code not in NORM_CODES:
            text = f'de norm "{norm.code}" kent Balie niet, en gebruikt hem nergens{nearest(norm.code, NORM_CODES)}.'
            yield Remark(f"norms[{index}].code", text)


def _hours_of_the_hall(config: HallConfig) -> Iterator[Remark]:
    opening = config.opening
    if opening.weekdays and not any(opening.weekdays.values()):
        yield Remark("opening.weekdays", "de hal is volgens deze tijden nooit open.")
    elif opening.weekdays and not any(_gives_a_number(hours, opening) for hours in opening.weekdays.values()):
        yield Remark("opening.last_ticket_minutes", "zo geeft de hal op geen enkele dag een nummer.")


def _gives_a_number(hours: Hours, opening: Opening) -> bool:
    return any(_minutes(end) - _minutes(start) > opening.last_ticket_minutes for start, end in hours)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _hours_of_products(config: HallConfig) -> Iterator[Remark]:
    for index, product in enumerate(config.products):
        own = product.opening
        if own is not None and own.weekdays and not _ever(product, config.opening):
            yield Remark(f"products[{index}].opening", f'"{product.slug}" is nooit te krijgen zolang de hal open is.')


def _ever(product: Product, hall: Opening) -> bool:
    own = product.opening.weekdays if product.opening else {}
    for day in WEEKDAYS:
        there = hall.weekdays.get(day, ()) if hall.weekdays else ((time.min, time.max),)
        if any(max(a, c) < min(b, d) for a, b in there for c, d in own.get(day, ())):
            return True
    return False
