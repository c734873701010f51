"""The fields of a request, read one by one; the first that is missing, wrong or unknown is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from balie_app.queue.config.mistakes import nearest
from balie_app.queue.config.table import LANGUAGE, printable
from balie_app.queue.ctl.lines import bad
from balie_app.queue.rules import numbering

T = TypeVar("T")
Read = Callable[[str, Any], T]
"""Checks the value at a place (for the message) and answers it."""

WHOLE = 2**31 - 1
YEARS = (1971, 2199)
"""Years that every database and calendar here can count in."""


class Fields:
    """The fields of one JSON object; ``place`` is its own name in the request."""

    def __init__(self, values: dict[str, Any], place: str = "") -> None:
        self.values = values
        self.place = place
        self.asked: list[str] = []

    def at(self, key: str) -> str:
        """How a field is named in a message."""
        return f"{self.place}.{key}" if self.place else key

    def need(self, key: str, read: Read[T]) -> T:
        """A field that must be there."""
        self.asked.append(key)
        return read(self.at(key), self.values.get(key))

    def may(self, key: str, read: Read[T]) -> T | None:
        """A field that may be left out, or null."""
        self.asked.append(key)
        value = self.values.get(key)
        return None if value is None else read(self.at(key), value)

    def has(self, key: str, read: Read[T], default: T) -> T:
        """A field that may be left out, and what holds then."""
        found = self.may(key, read)
        return default if found is None else found

    def finish(self) -> None:
        """Refuse a field that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                known = ", ".join(self.asked) or "geen"
                raise bad(self.at(key)[:64], f"alleen de velden {known}{nearest(key[:64], self.asked)}")


def text(most: int, *, empty: bool = False, lines: bool = False) -> Read[str]:
    """A text of at most ``most`` characters without control characters."""
    expected = f"een tekst van {0 if empty else 1} tot {most} gewone tekens"

    def read(place: str, value: Any) -> str:
        if not isinstance(value, str) or len(value) > most or not printable(value):
            raise bad(place, expected)
        if not (empty or value.strip()) or ("\n" in value and not lines):
            raise bad(place, expected)
        return value

    return read


def whole(low: int = -WHOLE, high: int = WHOLE) -> Read[int]:
    """A whole number within limits."""

    def read(place: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise bad(place, "een heel getal" + ("" if high == WHOLE else f" van {low} tot en met {high}"))
        return value

    return read


def flag(place: str, value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise bad(place, "true of false")
    return value


def word(*known: str) -> Read[str]:
    """One of these words."""

    def read(place: str, value: Any) -> str:
        if not isinstance(value, str) or value not in known:
            hint = nearest(value[:64], known) if isinstance(value, str) else ""
            raise bad(place, ", ".join(known) + hint)
        return value

    return read


def texts(read_one: Read[str], *, empty: bool = False) -> Read[tuple[str, ...]]:
    """A list of texts."""

    def read(place: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > 500 or not (value or empty):
            raise bad(place, "een lijst van teksten" + ("" if empty else ", met ten minste één"))
        return tuple(dict.fromkeys(read_one(f"{place}[{index}]", each) for index, each in enumerate(value)))

    return read


def table(place: str, value: Any) -> dict[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise bad(place, "een JSON-object")
    return value


def moment(place: str, value: Any) -> datetime:
    """A time with an offset, in UTC."""
    found = as_moment(value)
    if found is None:
        raise bad(place, "een tijd met verschil, zoals 2026-03-02T09:00:00+01:00")
    return found


def as_moment(value: Any) -> datetime | None:
    """An ISO 8601 time with an offset, in UTC and whole milliseconds; None for anything else."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    if found.tzinfo is None or not YEARS[0] <= found.year <= YEARS[1]:
        return None
    return found.astimezone(UTC).replace(microsecond=found.microsecond // 1000 * 1000)


def edge(place: str, value: Any) -> date | datetime:
    """The beginning or the end of a period: a day of the hall, or a time."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        day = None
    found = day or as_moment(value)
    if found is None or not YEARS[0] <= found.year <= YEARS[1]:
        raise bad(place, "een dag, zoals 2026-03-02, of een tijd met verschil")
    return found


def language(place: str, value: Any) -> str:
    """A language code."""
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        raise bad(place, 'een taalcode, zoals "nl"')
    return value


def near(known: Iterable[str], read_one: Read[str]) -> Read[str]:
    """Any word, but not one that is a mistyped known one."""
    words = tuple(known)

    def read(place: str, value: Any) -> str:
        found = read_one(place, value)
        if found not in words and (hint := nearest(found, words)):
            raise bad(place, ", ".join(words) + hint)
        return found

    return read


NAME = text(64)
"""A code, slug or other short name."""
SENTENCE = text(500, empty=True)
NOTE = text(2000, empty=True, lines=True)


def ticket(place: str, value: Any) -> str:
    """A number as people write it: "K001", "K 1" and "k 001" are the same."""
    return numbering.typed(text(16)(place, value))
