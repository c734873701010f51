"""One table of a configuration document while it is read.

Reading never stops at a mistake: the mistake is noted, a harmless value is answered, and
:func:`balie_app.queue.config.parse.parse` refuses the whole document afterwards.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import TypeVar, cast

from balie_app.queue.config.mistakes import Mistake, nearest
from balie_app.queue.rules.privacy import contains_bsn

Kind = TypeVar("Kind", bound=StrEnum)
REQUIRED = "\0required"
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
MAX_TEXT = 2000
DAY = 24 * 60
"""Minutes: nothing at a counter lasts longer."""


def shown(value: object) -> str:
    """A value as it stands in the document, short enough for one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value[:40]}…"' if len(value) > 40 else f'"{value}"'
    if isinstance(value, Mapping):
        return "een tabel"
    return "een lijst" if isinstance(value, (list, tuple)) else str(value)[:40]


def printable(text: str) -> bool:
    """Whether the text has no control characters but line ends."""
    return all(character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"} for character in text)


class Table:
    """A table of the document, its place in it, and the list that mistakes go to."""

    def __init__(self, value: object, path: str, mistakes: list[Mistake]) -> None:
        self.path = path
        self.mistakes = mistakes
        self.asked: list[str] = []
        self.values: dict[str, object] = {}
        if isinstance(value, Mapping):
            self.values = {str(key): item for key, item in value.items()}
        else:
            self.wrong("", f"hier staat {shown(value)}.", "een tabel met sleutels en waarden")

    # -- places and mistakes ---------------------------------------------------------------------

    def at(self, key: str) -> str:
        """The place of a key of this table in the whole document."""
        return f"{self.path}.{key}" if self.path and key else self.path or key

    def wrong(self, key: str, problem: str, expected: str) -> None:
        """Note a mistake at a key of this table."""
        self.mistakes.append(Mistake(self.at(key), problem, expected))

    def has(self, key: str) -> bool:
        """Whether the document gives this key."""
        self.asked.append(key)
        return key in self.values

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                known = ", ".join(dict.fromkeys(self.asked))
                self.wrong(key, "deze sleutel kent Balie niet.", f"een van {known}{nearest(key, self.asked)}")

    def _given(self, key: str, expected: str, *, required: bool) -> object | None:
        """The value of a key; None when it is not there (a mistake when it is required)."""
        if self.has(key):
            return self.values[key]
        if required:
            self.wrong(key, "dit ontbreekt.", expected)
        return None

    # -- single values ---------------------------------------------------------------------------

    def text(self, key: str, default: str = REQUIRED, *, expected: str = "een tekst") -> str:
        """A text that is not blank; one with a default may be empty, which says the same."""
        value = self._given(key, expected, required=default is REQUIRED)
        if value is None or (value == "" and default is not REQUIRED):
            return "" if default is REQUIRED else default
        return self.checked_text(key, value, expected)

    def checked_text(self, key: str, value: object, expected: str = "een tekst") -> str:
        """The value as a text, when it is one that Balie may keep and print."""
        if not isinstance(value, str) or not value.strip():
            self.wrong(key, f"hier staat {shown(value)}.", expected)
        elif contains_bsn(value):
            self.wrong(
                key, "in deze tekst staat een burgerservicenummer. Dat bewaart Balie nooit.", "een tekst zonder BSN"
            )
        elif not printable(value) or len(value) > MAX_TEXT:
            self.wrong(key, "deze tekst kan Balie niet tonen of printen.", f"hoogstens {MAX_TEXT} gewone tekens")
        else:
            return value
        return ""

    def code(self, key: str, default: str = REQUIRED, most: int = 64) -> str:
        """A short name that other parts of the document refer to."""
        expected = f"een korte naam van letters, cijfers, - en _ (hoogstens {most} tekens)"
        value = self.text(key, default, expected=expected)
        if value and value != default and (len(value) > most or not CODE.fullmatch(value)):
            self.wrong(key, f"{shown(value)} kan geen naam zijn.", expected)
        return value

    def integer(self, key: str, low: int, high: int, default: int | None = None, *, required: bool = False) -> int:
        """A whole number within limits."""
        expected = f"een heel getal van {low} tot en met {high}"
        value = self._given(key, expected, required=required)
        if value is None:
            return low if default is None else default
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(key, f"hier staat {shown(value)}.", expected)
            return low
        return value

    def optional_integer(self, key: str, low: int, high: int) -> int | None:
        """A whole number within limits, or None when it is not given."""
        return self.integer(key, low, high) if self.has(key) else None

    def fraction(self, key: str, default: float | None = None) -> float:
        """A number from 0 to 1. A percentage (98) is a mistake with a hint."""
        value = self._given(key, "een getal van 0 tot en met 1", required=default is None)
        if value is None:
            return default or 0.0
        number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else math.nan
        if 0 <= number <= 1:
            return float(number)
        hint = f" (bedoelt u {number / 100:g}?)" if 1 < number <= 100 else ""
        self.wrong(key, f"hier staat {shown(value)}.", f"een getal van 0 tot en met 1{hint}")
        return 0.0

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._given(key, "", required=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.wrong(key, f"hier staat {shown(value)}.", "true of false")
        return default

    def choice(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """One of the words of an enumeration."""
        value = self._given(key, ", ".join(kind), required=default is None)
        first = default or next(iter(kind))
        return first if value is None else self.chosen(key, value, kind) or first

    def chosen(self, key: str, value: object, kind: type[Kind]) -> Kind | None:
        """The member of ``kind`` that the value names; None (and a mistake) when there is none."""
        words = [str(member) for member in kind]
        if isinstance(value, str) and value in words:
            return kind(value)
        hint = nearest(value, words) if isinstance(value, str) else ""
        self.wrong(key, f"{shown(value)} kent Balie niet.", ", ".join(words) + hint)
        return None

    # -- lists and tables ------------------------------------------------------------------------

    def items(self, key: str, expected: str, *, required: bool = False) -> list[object]:
        """The elements of a list."""
        value = self._given(key, expected, required=required)
        if isinstance(value, (list, tuple)):
            if required and not value:
                self.wrong(key, "deze lijst is leeg.", expected)
            return list(value)
        if value is not None:
            self.wrong(key, f"hier staat {shown(value)}.", expected)
        return []

    def texts(self, key: str, *, expected: str = "een lijst van teksten", required: bool = False) -> tuple[str, ...]:
        """A list of texts, each once."""
        items = self.items(key, expected, required=required)
        return self._texts(key, items)

    def _texts(self, key: str, items: Iterable[object]) -> tuple[str, ...]:
        texts = [self.checked_text(f"{key}[{index}]", item) for index, item in enumerate(items)]
        return tuple(dict.fromkeys(text for text in texts if text))

    def languages(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of language codes, at least one."""
        if not self.has(key):
            return default
        found = self.texts(key, expected='een lijst van taalcodes, zoals ["nl", "en"]', required=True)
        for language in found:
            self._check_language(key, language)
        return found

    def labels(self, key: str, *, required: bool = False) -> dict[str, str]:
        """Text by language, Dutch always among them; a plain text is the Dutch one."""
        expected = 'tekst per taal, zoals { nl = "Paspoort", en = "Passport" }'
        value = self._given(key, expected, required=required)
        if value is None:
            return {}
        if isinstance(value, str):
            return {"nl": self.checked_text(key, value)}
        by_language = self._by_language(key, value, expected)
        found = {language: self.checked_text(f"{key}.{language}", text) for language, text in by_language.items()}
        if "nl" not in found and isinstance(value, Mapping):
            self.wrong(f"{key}.nl", "de Nederlandse tekst ontbreekt.", "een tekst")
        return found

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists of texts by language; a plain list is the Dutch one."""
        expected = 'een lijst van teksten, of per taal: { nl = ["…"], en = ["…"] }'
        value = self._given(key, expected, required=False)
        if value is None:
            return {}
        by_language = {"nl": value} if isinstance(value, (list, tuple)) else self._by_language(key, value, expected)
        found: dict[str, tuple[str, ...]] = {}
        for language, items in by_language.items():
            where = key if value is items else f"{key}.{language}"
            if isinstance(items, (list, tuple)):
                found[language] = self._texts(where, items)
            else:
                self.wrong(where, f"hier staat {shown(items)}.", "een lijst van teksten")
        return found

    def _by_language(self, key: str, value: object, expected: str) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            self.wrong(key, f"hier staat {shown(value)}.", expected)
            return {}
        for language in value:
            self._check_language(key, language)
        return cast("Mapping[str, object]", value)

    def _check_language(self, key: str, language: object) -> None:
        if not isinstance(language, str) or not LANGUAGE.fullmatch(language):
            self.wrong(key, f"{shown(language)} is geen taalcode.", 'een taalcode, zoals "nl"')

    def table(self, key: str) -> Table:
        """A table within this one; an empty one when it is not given."""
        return Table(self.values[key] if self.has(key) else {}, self.at(key), self.mistakes)

    def tables(self, key: str, read: Callable[[Table], Item], *, required: bool = False) -> tuple[Item, ...]:
        """Read every table of a list of tables."""
        items = self.items(key, "een lijst met ten minste één tabel" if required else "een lijst", required=required)
        found = []
        for index, item in enumerate(items):
            table = Table(item, f"{self.at(key)}[{index}]", self.mistakes)
            if isinstance(item, Mapping):
                found.append(read(table))
                table.finish()
        return tuple(found)


Item = TypeVar("Item")
