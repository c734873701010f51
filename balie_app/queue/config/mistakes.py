"""What is wrong in a configuration, said so that the person who wrote it can put it right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from balie_app.queue.rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong."""

    key: str
    """Where, such as ``counters[2].type`` (counted from 0)."""
    problem: str
    """A Dutch sentence."""
    expected: str
    """The expected form, in Dutch, without a full stop."""

    def sentence(self) -> str:
        """Place, problem and expected form on one line."""
        place = f"{self.key}: " if self.key else ""
        return f"{place}{self.problem} Verwacht: {self.expected}"


class ConfigMistakes(Refused):
    """The configuration is wrong; every mistake is in ``mistakes``, and in ``facts`` for ``balie ctl``."""

    def __init__(self, mistakes: Iterable[Mistake], file: str = "", lines: Mapping[str, int] | None = None) -> None:
        self.mistakes = tuple(mistakes)
        self.file = file
        self.lines = dict(lines or {})
        listed = [{"key": m.key, "problem": m.problem, "expected": m.expected} for m in self.mistakes]
        super().__init__("config-mistakes", mistakes=listed, file=file)

    def sentences(self) -> list[str]:
        """One sentence a mistake, with the file and, where it is known, the line."""
        return [self._place(mistake.key) + mistake.sentence() for mistake in self.mistakes]

    def __str__(self) -> str:
        return "\n".join(self.sentences())

    def _place(self, key: str) -> str:
        if not self.file:
            return ""
        line = self.lines.get(key)
        return f"{self.file}, regel {line}: " if line else f"{self.file}: "


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant (" (bedoelt u …?)"), or nothing."""
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    by_plain = {name.lower().replace("-", "_"): name for name in known}
    close = difflib.get_close_matches(plain, by_plain, n=1, cutoff=0.6)
    return f' (bedoelt u "{by_plain[close[0]]}"?)' if close else ""
