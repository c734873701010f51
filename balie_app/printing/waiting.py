"""An expected wait in words, the same on tickets, kiosks and waiting screens."""

from __future__ import annotations

from balie_app.printing.texts import words

ALMOST_AT_ONCE = 5
"""Minutes: when the longest expected wait is no more than this, no range is given."""


def rounded(low: int, high: int) -> tuple[int, int]:
    """The range in whole steps of five minutes (a quarter of an hour above an hour), never narrower than it was."""
    low, high = max(0, min(low, high)), max(low, high, 0)
    low_step, high_step = (5 if each <= 60 else 15 for each in (low, high))
    return low // low_step * low_step, -(-high // high_step) * high_step


def wait_time(low: int, high: int, language: str = "nl") -> str:
    """Only the time: "10 tot 15 minuten", "hooguit 10 minuten"; empty when it is almost at once."""
    low, high = rounded(low, high)
    if high <= ALMOST_AT_ONCE:
        return ""
    key = "at_most" if low == 0 else "about" if low == high else "range"
    spoken = words(language)
    few = f"{key}_to_ten"  # Arabic counts up to ten in another form
    return spoken.say(few if high <= 10 and few in spoken.words else key, low=low, high=high)


def wait_text(low: int, high: int, language: str = "nl") -> str:
    """A wait of ``low`` to ``high`` minutes as a phrase that stands by itself, without a full stop."""
    time = wait_time(low, high, language)
    return words(language).say("wait", time=time) if time else words(language).say("soon")
