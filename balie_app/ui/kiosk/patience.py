"""How long the kiosk waits for a visitor who does nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

WARNING_SECONDS = 20.0
"""How long the question "are you still there?" stays."""
IDLE_SECONDS = 45.0
SLOW_IDLE_SECONDS = 90.0
"""For who asked for large text or for reading aloud."""
NUMBER_SECONDS = 20.0
"""How long the number stays when it is on paper as well."""
WRITE_SECONDS = 60.0
"""How long it stays when it must be written down, before the question."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a page waits, and whether it asks before it goes."""

    seconds: float
    asks: bool = True


class Patience:
    """Counts the seconds since the visitor did something."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._since = seconds()

    def touched(self) -> None:
        """The visitor did something."""
        self._since = self._seconds()

    def left(self, limit: Limit) -> float:
        """Seconds until the kiosk asks; when it asked already, below zero."""
        return limit.seconds - (self._seconds() - self._since)

    def asking(self, limit: Limit) -> bool:
        """Whether the question is on the screen."""
        return limit.asks and self.left(limit) <= 0

    def over(self, limit: Limit) -> bool:
        """Whether the visitor is gone."""
        return self.left(limit) <= (-WARNING_SECONDS if limit.asks else 0)
