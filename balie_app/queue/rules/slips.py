"""Slips that a visitor takes along besides the ticket: what is on each, in the visitor's language and in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from balie_app.queue.rules.hall import Labels, Product


class SlipKind(StrEnum):
    """What a slip is for; also the kind of its print job (at most sixteen characters)."""

    COME_BACK = "come-back"
    """Later today: when to come back, with the same number."""
    CONFIRMATION = "confirmation"
    """Of an appointment."""
    PAPERS_IN = "papers-in"
    """Proof of papers handed in."""
    PAPERS_MISSING = "papers-missing"
    """What is still missing, for the next time."""
    REFERRAL = "referral"
    """Where else to go."""


DAY_REPORT = "day-report"
"""The figures of a day: the one slip that is not for a visitor."""
MOST_THINGS = 20
"""Papers on one slip."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in the visitor's language and in Dutch; equal when there is no translation."""

    spoken: str
    dutch: str


@dataclass(frozen=True, slots=True)
class Slip:
    """Everything on one slip, so that it can be printed when the visit is over and the hall was set up anew."""

    kind: SlipKind
    language: str
    at: datetime
    """When it was made."""
    label: str = ""
    """The visitor's number; empty when there is none (yet)."""
    code: str = ""
    """The opaque code of the visit or the appointment, for the QR."""
    when: datetime | None = None
    """When to come back, or the time of the appointment."""
    products: tuple[Phrase, ...] = ()
    things: tuple[Phrase, ...] = ()
    """Papers: handed in, missing, or to bring."""
    again: tuple[Phrase, ...] = ()
    """The rest of the checklist, to bring again next time."""
    counter: int | None = None
    clerk: str = ""
    """A code, never a name."""
    place: Phrase | None = None
    """Where else to go."""
    note: str = ""


def phrase(labels: Labels, language: str) -> Phrase:
    """A text of the configuration in both languages."""
    dutch = labels.get("nl", "")
    return Phrase(labels.get(language) or dutch, dutch)


def checklist(products: Iterable[Product], language: str) -> tuple[Phrase, ...]:
    """What to bring for all of these products, each thing once."""
    found = (
        _thing(product.bring, at, language) for product in products for at in range(len(product.bring.get("nl", ())))
    )
    return tuple(dict.fromkeys(found))


def things_in(products: Iterable[Product], said: Iterable[str], language: str) -> tuple[Phrase, ...]:
    """Things that a station named, in both languages; what is on no checklist stays as it was typed."""
    known = tuple(products)
    found = (next(_named(known, thing, language), Phrase(thing, thing)) for thing in said)
    return tuple(dict.fromkeys(found))


def _named(products: Iterable[Product], thing: str, language: str) -> Iterator[Phrase]:
    """The thing where a checklist has it, whatever language the station's window speaks."""
    return (
        _thing(product.bring, things.index(thing), language)
        for product in products
        for things in product.bring.values()
        if thing in things and len(things) == len(product.bring.get("nl", ()))
    )


def _thing(bring: Mapping[str, tuple[str, ...]], at: int, language: str) -> Phrase:
    """The same place in the list of each language; a list of another length is no translation of the Dutch one."""
    dutch, theirs = bring["nl"], bring.get(language, ())
    return Phrase(theirs[at] if len(theirs) == len(dutch) else dutch[at], dutch[at])
