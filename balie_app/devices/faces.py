"""What each display of a line should show, and which of them is to be served next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Errand(IntEnum):
    """Why a display is to be spoken to; the lowest goes first."""

    CALL = 0
    CHANGE = 1
    REFRESH = 2
    KEEPALIVE = 3


@dataclass(slots=True)
class Face:
    """One display: the newest state wins, whatever was waiting."""

    address: int
    text: str = ""
    counter: int = 0
    known: bool = False
    """Somebody has said what it should show."""
    attention_until: float = 0.0
    beep: bool = False
    dark: bool = False
    """In the dark half of a blink."""
    toggle_at: float = 0.0
    refresh_at: float = 0.0
    keepalive_at: float = 0.0
    soon_again: bool = False
    """The line has just opened: half a frame may still have been in the display, so that it missed the first."""
    errand: Errand | None = None
    order: int = 0
    not_before: float = 0.0
    tries: int = 0
    failures: int = 0
    """Errands in a row without an answer."""

    def want(self, errand: Errand, order: int) -> None:
        """Serve this display; an errand that is already waiting keeps its place unless this one goes before it."""
        if self.errand is None or errand < self.errand:
            self.errand, self.order = errand, order
        if errand is Errand.CALL or not self.failures:
            self.not_before = 0.0  # a call is worth a try even at a display that was silent


def next_face(faces: list[Face], now: float) -> Face | None:
    """Whose turn it is: displays that answer first, calls before the rest, then who waits longest."""
    waiting = [face for face in faces if face.errand is not None and face.not_before <= now]
    return min(waiting, key=lambda face: (face.failures > 0, face.errand or 0, face.order), default=None)


def first_moment(faces: list[Face]) -> float | None:
    """When the first of the waiting may be served, as far as they themselves decide."""
    return min((face.not_before for face in faces if face.errand is not None), default=None)
