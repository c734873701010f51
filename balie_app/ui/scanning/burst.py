"""Telling a scanner from a person, by speed alone: no Qt, no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass

FAST_S = 0.035
"""A scanner types faster than this from key to key; a person does not."""
SHORTEST = 4
"""Characters: fewer is somebody who hits two keys at once."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a key means: ``hold`` it back, let the held ones ``replay``, or a whole ``code`` came in."""

    hold: bool = False
    replay: bool = False
    code: str = ""


class Burst:
    """Keys that come in a burst and end with Enter are a code; all others are a person's."""

    def __init__(self, prefix: str = "") -> None:
        """``prefix``: a character that the scanner sends first, and nobody types; then nothing else is held back."""
        self._prefix = prefix
        self._text = ""
        self._last = 0.0

    @property
    def held(self) -> bool:
        """Whether keys are being held back."""
        return bool(self._text)

    def key(self, text: str, enter: bool, now: float) -> Heard:
        """A key went down at ``now`` (seconds). ``text`` is what it types; Enter types nothing."""
        fast = self.held and now - self._last <= FAST_S
        if not fast:
            return self._first(text, now)
        self._last = now
        if enter:
            code, self._text = self._text.removeprefix(self._prefix), ""
            return Heard(code=code) if len(code) >= SHORTEST else Heard(replay=True)
        if not text.isprintable() or not text:
            self._text = ""
            return Heard(replay=True)
        self._text += text
        return Heard(hold=True)

    def _first(self, text: str, now: float) -> Heard:
        """A key after a pause: maybe the first of a code. What was held before it was a person's."""
        replay, self._text = self.held, ""
        begins = bool(text) and text.isprintable() and (not self._prefix or text == self._prefix)
        if begins:
            self._text, self._last = text, now
        return Heard(hold=begins, replay=replay)

    def overdue(self, now: float) -> bool:
        """Whether the held keys were a person's after all; they are forgotten here and must be replayed."""
        if not self.held or now - self._last <= FAST_S:
            return False
        self._text = ""
        return True
