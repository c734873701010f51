"""What only shows when the whole configuration is seen: doubles, and names that nobody has."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from balie_app.queue.config.mistakes import Mistake, nearest
from balie_app.queue.rules.hall import ContactType, Counter, HallConfig

Thing = TypeVar("Thing")
SOUND_ALIKE = ("BDPT", "MN")
"""Ticket letters that sound alike in Dutch."""


def cross_checks(config: HallConfig) -> list[Mistake]:
    """Every mistake between the parts. Parts that could not be read are empty and not blamed again."""
    codes = {kind.code for kind in config.contact_types}
    slugs = {product.slug for product in config.products}
    return [
        *_doubles("counters", "number", config.counters, lambda each: each.number and (each.number, each.valid_from)),
        *_doubles(
            "contact_types", "code", config.contact_types, lambda each: each.code and (each.code, each.valid_from)
        ),
        *_doubles("products", "slug", config.products, lambda each: each.slug and (each.slug, each.valid_from)),
        *_doubles("clerks", "code", config.clerks, lambda clerk: clerk.code),
        *_doubles("norms", "code", config.norms, lambda norm: norm.code and (norm.code, norm.valid_from)),
        *_shared_letters(config.contact_types),
        *_nothing_to_begin_with("counters", config.counters),
        *_nothing_to_begin_with("contact_types", config.contact_types),
        *_unknown_contact_types(config, codes),
        *_unknown_competences(config, codes, slugs),
    ]


def _doubles(section: str, key: str, things: Iterable[Thing], name: Callable[[Thing], Hashable]) -> list[Mistake]:
    first: dict[Hashable, int] = {}
    found = []
    for index, thing in enumerate(things):
        value = name(thing)
        if value and first.setdefault(value, index) != index:
            said = value[0] if isinstance(value, tuple) else value
            problem = f"{said} staat ook al bij {section}[{first[value]}]."
            found.append(Mistake(f"{section}[{index}].{key}", problem, "iets wat nog niet in gebruik is"))
    return found


def _shared_letters(kinds: Iterable[ContactType]) -> list[Mistake]:
    """A letter belongs to one kind of contact, also later on; the same kind may keep it from version to version."""
    first: dict[str, int] = {}
    found, listed = [], list(kinds)
    for index, kind in enumerate(listed):
        before = first.setdefault(kind.letter, index)
        if kind.letter and listed[before].code != kind.code:
            problem = f"{kind.letter} staat ook al bij contact_types[{before}]."
            found.append(Mistake(f"contact_types[{index}].letter", problem, "iets wat nog niet in gebruik is"))
    return found


def _nothing_to_begin_with(section: str, things: Sequence[Counter | ContactType]) -> list[Mistake]:
    if not things or any(each.valid_from is None for each in things):
        return []
    problem = "hier geldt alles pas vanaf een latere datum."
    return [Mistake(section, problem, "ten minste één zonder valid_from")]


def _unknown_contact_types(config: HallConfig, codes: set[str]) -> list[Mistake]:
    return [
        Mistake(
            f"products[{index}].contact_type",
            f'het soort contact "{product.contact_type}" bestaat niet (bij product "{product.slug}").',
            ", ".join(sorted(codes)) + nearest(product.contact_type, codes),
        )
        for index, product in enumerate(config.products)
        if product.contact_type and product.contact_type not in codes
    ]


def _unknown_competences(config: HallConfig, codes: set[str], slugs: set[str]) -> list[Mistake]:
    known = codes | slugs | {"*"}
    return [
        Mistake(
            f"clerks[{index}].competences",
            f'"{word}" is geen soort contact en geen product (bij medewerker "{clerk.code}").',
            f'{", ".join(sorted(codes))}, een product of "*"{nearest(word, known)}',
        )
        for index, clerk in enumerate(config.clerks)
        for word in sorted(clerk.competences - known)
    ]


def sounding_alike(letters: Iterable[str]) -> list[str]:
    """Groups of these ticket letters that are easily confused when they are read aloud.

    No mistake: a hall may choose so. The shipped templates never do.
    """
    given = set(letters)
    return [both for group in SOUND_ALIKE if len(both := "".join(sorted(given & set(group)))) > 1]
