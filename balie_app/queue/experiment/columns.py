"""A CSV file with known columns: every cell knows its place, every mistake is noted, nothing is guessed."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from balie_app.queue.experiment.mistakes import Mistake, Place

CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
MINUTES_A_DAY = 24 * 60


@dataclass(slots=True)
class Row:
    """One line of a table. What cannot be read is noted in ``mistakes`` and answered as None."""

    file: str
    line: int
    cells: dict[str, str]
    mistakes: list[Mistake]

    def place(self, column: str) -> Place:
        """Where this cell stands."""
        return Place(self.file, self.line, column)

    def wrong(self, column: str, problem: str) -> None:
        """Note a mistake in this cell."""
        self.mistakes.append(Mistake(self.place(column), problem))

    def text(self, column: str) -> str | None:
        """A text that is not empty."""
        found = self.cells[column]
        if not found:
            self.wrong(column, "hier staat niets. Vul deze cel in.")
        return found or None

    def clock(self, column: str) -> int | None:
        """Minutes since midnight."""
        found = self.cells[column]
        match = CLOCK.fullmatch(found)
        if match is None or int(match[1]) > 23 or int(match[2]) > 59:
            self.wrong(column, f"{_said(found)} is geen tijd. Schrijf uren en minuten, zoals 09:05.")
            return None
        return int(match[1]) * 60 + int(match[2])

    def whole(self, column: str, most: int) -> int | None:
        """A whole number from 0 to ``most``."""
        found = self.cells[column]
        if not (found.isascii() and found.isdigit() and len(found) < 10):
            self.wrong(column, f"{_said(found)} is geen heel getal van 0 of meer.")
            return None
        if int(found) > most:
            self.wrong(column, f"{found} kan niet kloppen. Verwacht: 0 tot {most}.")
            return None
        return int(found)

    def minutes(self, column: str, least: float, most: float) -> float | None:
        """A length in minutes."""
        found = self.cells[column]
        try:
            length = float(found)
        except ValueError:
            point = " Schrijf een punt in plaats van een komma." if "," in found else ""
            self.wrong(column, f"{_said(found)} is geen aantal minuten.{point}")
            return None
        if not math.isfinite(length) or not least <= length <= most:
            self.wrong(column, f"{found} minuten kan niet kloppen. Verwacht: {least:g} tot {most:g} minuten.")
            return None
        return length


def read_rows(path: Path, columns: Sequence[str], mistakes: list[Mistake]) -> list[Row]:
    """All lines of a file, which must have these columns (in any order); an unreadable file has none."""
    text = _text(path, mistakes)
    if text is None:
        return []
    if not text.strip():
        mistakes.append(Mistake(Place(path.name), f"dit bestand is leeg. Verwacht: {_listed(columns)}."))
        return []
    try:
        return list(_rows(path.name, text, columns, mistakes))
    except csv.Error as error:
        mistakes.append(Mistake(Place(path.name), f"dit is geen goed CSV-bestand ({error})."))
        return []


def _text(path: Path, mistakes: list[Mistake]) -> str | None:
    """The file's text; a file that cannot be opened raises OSError."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = "dit bestand is niet in UTF-8. Sla het op als 'CSV UTF-8'."
        mistakes.append(Mistake(Place(path.name, line), problem))
        return None


def _rows(file: str, text: str, columns: Sequence[str], mistakes: list[Mistake]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [each.strip() for each in next(reader)]
    problem = _header_problem(header, columns)
    if problem:
        mistakes.append(Mistake(Place(file, 1), problem))
        return
    line = reader.line_num + 1
    empty = True
    for cells in reader:
        start, line = line, reader.line_num + 1
        if not any(each.strip() for each in cells):
            continue
        empty = False
        if len(cells) != len(header):
            mistakes.append(
                Mistake(
                    Place(file, start), f"hier staan {len(cells)} cellen. Verwacht: {len(header)}, {_listed(header)}."
                )
            )
            continue
        yield Row(file, start, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}, mistakes)
    if empty:
        mistakes.append(Mistake(Place(file, 1), "onder de kolomnamen staat niets."))


def _header_problem(header: Sequence[str], columns: Collection[str]) -> str:
    if len(header) == 1 and ";" in header[0]:
        return "de kolommen zijn gescheiden door puntkomma's. Verwacht: komma's."
    missing = [each for each in columns if each not in header]
    if missing:
        return f"kolom {_listed(missing)} ontbreekt. Verwacht: {_listed(columns)}."
    strange = [each for each in header if each not in columns]
    if strange:
        return f"kolom {_listed(strange)} kent Balie niet. Verwacht: {_listed(columns)}."
    twice = sorted({each for each in header if header.count(each) > 1})
    return f"kolom {_listed(twice)} staat er twee keer." if twice else ""


def _listed(names: Collection[str]) -> str:
    return ", ".join(names)


def _said(text: str) -> str:
    return f"'{text[:40]}'" if text else "een lege cel"
