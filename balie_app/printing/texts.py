"""The fixed words on paper, by language (``resources/texts/ticket.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from balie_app.paths import resource


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; a word that is missing there is Dutch."""

    language: str
    words: dict[str, str]
    weekdays: tuple[str, ...]
    """From Monday."""
    months: tuple[str, ...]
    alone: bool = False
    """Whether no Dutch line is kept below a line in this language."""

    def say(self, key: str, **facts: object) -> str:
        return self.words[key].format(**facts)

    def date(self, at: datetime) -> str:
        """The local date of ``at``, such as "di 14 januari 2020"."""
        day, month = self.weekdays[at.weekday()], self.months[at.month - 1]
        return self.say("date", weekday=day, day=at.day, month=month, year=at.year)

    def time(self, at: datetime) -> str:
        """The local time of ``at``, such as "10.42 uur"."""
        return self.say("time", hour=at.hour, minute=at.minute)


@cache
def all_words() -> dict[str, Words]:
    """Every language that tickets speak, by code. Dutch is always there."""
    with resource("texts", "ticket.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {language: _words(language, tables["nl"] | table) for language, table in tables.items()}


def words(language: str) -> Words:
    """The words of this language, or the Dutch ones when tickets do not speak it."""
    known = all_words()
    return known.get(language, known["nl"])


def _words(language: str, table: dict[str, object]) -> Words:
    texts = {key: value for key, value in table.items() if isinstance(value, str)}
    return Words(language, texts, _names(table["weekdays"]), _names(table["months"]))


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, list) else ()
