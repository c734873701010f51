"""Is this the printer that was meant? Two adapters that are alike change places when they are plugged in again."""

from __future__ import annotations

from balie_app.devices.driver import Output, Write
from balie_app.printing.escpos import MODEL_REQUEST

ANSWER_SECONDS = 5.0
AGAIN_SECONDS = 30.0
"""After a wrong name: cables may have been put right."""
UNNAMED = "een printer die zijn naam niet zegt"


class Identity:
    """Asks the model's name before the first ticket; nothing is asked when the profile names none."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted.casefold()
        self.reopened()

    def reopened(self) -> None:
        """The line was opened: it may be another printer."""
        self.found = ""
        """The name of a printer that is not the one; "" while all is well or nothing is known."""
        self.right = not self._wanted
        self._due: float | None = None
        self._asked = False

    def named(self, name: bytes) -> None:
        """The printer said its name."""
        if not self._asked:
            return
        words = name.decode("ascii", "replace").strip()
        self.right = self._wanted in words.casefold()
        self.found = "" if self.right else words or UNNAMED
        self._asked = False

    def tick(self, now: float) -> list[Output]:
        """Time passed, and the printer is well enough to answer."""
        if self.right or (self._due is not None and now < self._due):
            return []
        if self._asked:
            self._asked, self.found, self._due = False, UNNAMED, now + AGAIN_SECONDS
            return []
        self._asked, self._due = True, now + (AGAIN_SECONDS if self.found else ANSWER_SECONDS)
        return [Write(MODEL_REQUEST)]

    def next_deadline(self) -> float | None:
        return None if self.right else self._due
