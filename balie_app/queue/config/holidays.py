"""Dutch public holidays, computed: those a hall may choose to be closed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial

from balie_app.queue.rules.hall import FreeDays, no_free_days

LUSTRUM = 5
NAMES = {
    "new-year": "Nieuwjaarsdag",
    "good-friday": "Goede vrijdag",
    "easter-sunday": "Eerste paasdag",
    "easter-monday": "Tweede paasdag",
    "kings-day": "Koningsdag",
    "liberation-day": "Bevrijdingsdag",
    "liberation-day-lustrum": "Bevrijdingsdag",
    "ascension-day": "Hemelvaartsdag",
    "whit-sunday": "Eerste pinksterdag",
    "whit-monday": "Tweede pinksterdag",
    "christmas-day": "Eerste kerstdag",
    "boxing-day": "Tweede kerstdag",
}
"""What a hall file calls them, and their Dutch names. Liberation day is a free day for everybody in years that end in
0 or 5 only; a hall chooses that (lustrum) or every year."""


def free_days(chosen: tuple[str, ...]) -> FreeDays:
    """The function that tells which dates of a year are among these holidays."""
    return partial(_chosen, chosen) if chosen else no_free_days


@lru_cache(maxsize=64)
def _chosen(chosen: tuple[str, ...], year: int) -> Mapping[date, str]:
    wanted = {NAMES[word] for word in chosen if word != "liberation-day-lustrum" or year % LUSTRUM == 0}
    return {day: name for day, names in _of_year(year).items() for name in names if name in wanted}


@lru_cache(maxsize=64)
def _of_year(year: int) -> dict[date, list[str]]:
    """All of them with their Dutch names. Two may fall on one day."""
    from holidays import country_holidays  # slow to load, and only halls that close on holidays need it

    found = country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    return {day: str(names).split("; ") for day, names in found.items()}
