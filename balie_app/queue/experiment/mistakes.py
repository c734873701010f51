"""What is wrong in the files of a recorded day: file, line and column, so that it can be put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_SHOWN = 20
"""Mistakes that are listed; the others are counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file."""

    file: str
    line: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        line = "" if self.line is None else f", regel {self.line}"
        column = "" if self.column is None else f", kolom {self.column}"
        return f"{self.file}{line}{column}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong, as a Dutch sentence."""

    place: Place
    problem: str

    def sentence(self) -> str:
        """Place and problem on one line."""
        return f"{self.place}: {self.problem}"


class FileMistakes(Exception):
    """The files cannot be used; every mistake is in ``mistakes``."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.sentences()))

    def sentences(self) -> list[str]:
        """One sentence a mistake, and how many more there are."""
        told = [each.sentence() for each in self.mistakes[:MOST_SHOWN]]
        more = len(self.mistakes) - len(told)
        return [*told, f"En nog {more} fouten."] if more else told
