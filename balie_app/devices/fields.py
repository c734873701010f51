"""Reads the tables of a file a person wrote, and collects all that is wrong in it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from balie_app.queue.config.mistakes import ConfigMistakes, Mistake, nearest

Table = dict[str, object]


class Fields:
    """Reads the keys of one TOML table; what is wrong goes into a list that all tables share."""

    def __init__(self, table: Table, prefix: str, mistakes: list[Mistake]) -> None:
        self.prefix, self.mistakes = prefix, mistakes
        self._table, self._seen = table, set[str]()

    def wrong(self, key: str, problem: str, expected: str) -> None:
        """Note a mistake at ``key`` of this table."""
        self.mistakes.append(Mistake(f"{self.prefix}.{key}" if self.prefix else key, problem, expected))

    def raw(self, key: str) -> object:
        """Whatever stands there; None when it is not there."""
        self._seen.add(key)
        return self._table.get(key)

    def text(self, key: str, default: str | None = None, allowed: tuple[str, ...] = ()) -> str:
        value = self.raw(key)
        expected = "een van " + ", ".join(allowed) if allowed else "een tekst"
        if value is None and default is not None:
            return default
        if value is None:
            self.wrong(key, "ontbreekt.", expected)
        elif not isinstance(value, str) or (allowed and value not in allowed) or not (value or default == ""):
            self.wrong(key, f"{value!r} kan niet.", expected)
        else:
            return value
        return default or ""

    def number(self, key: str, default: int | None, low: int, high: int) -> int:
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            problem = "ontbreekt." if value is None else f"{value!r} kan niet."
            self.wrong(key, problem, f"een getal van {low} tot en met {high}")
            return default if default is not None else low
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.wrong(key, f"{value!r} kan niet.", "true of false")
        return default

    def texts(self, key: str, default: tuple[str, ...] | None = ()) -> tuple[str, ...]:
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if isinstance(value, list) and all(isinstance(item, str) for item in value) and value:
            return tuple(value)
        self.wrong(key, "ontbreekt." if value is None else f"{value!r} kan niet.", "een lijst van teksten")
        return ()

    def table(self, key: str) -> Fields | None:
        """The table at ``key``; None when it is not there."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, f"{value!r} kan niet.", f"een tabel [{key}]")
            value = {}
        return Fields(value, f"{self.prefix}.{key}" if self.prefix else key, self.mistakes)

    def tables(self, key: str) -> list[Fields]:
        """The tables of ``[[key]]``, counted from 0 in messages."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.wrong(key, "kan niet.", f"een of meer keren [[{key}]]")
            return []
        return [Fields(item, f"{key}[{at}]", self.mistakes) for at, item in enumerate(value)]

    def names(self) -> tuple[str, ...]:
        """All keys of this table, marking each as known."""
        self._seen.update(self._table)
        return tuple(self._table)

    def finish(self) -> None:
        """Every key that nobody asked for is a mistake (most often a slip of the pen)."""
        for key in self._table:
            if key not in self._seen:
                self.wrong(key, f"is onbekend{nearest(key, self._seen)}.", "een van " + ", ".join(sorted(self._seen)))


def read_toml(path: Path) -> Table:
    """The tables of a TOML file; raises ConfigMistakes when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigMistakes([Mistake("", f"{error}.", "geldige TOML")], path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        problem = f"Dit bestand kan niet worden gelezen ({type(error).__name__})."
        raise ConfigMistakes([Mistake("", problem, "een leesbaar tekstbestand")], path.name) from error
