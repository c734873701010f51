"""Breaking text into rows that fit, between words where that can be."""

from __future__ import annotations

from collections.abc import Callable


def wrap(text: str, width: float, measure: Callable[[str], float] = len) -> list[str]:
    """Rows of ``text`` that measure at most ``width`` each; a longer word is broken."""
    words = text.split()
    if words and measure(whole := " ".join(words)) <= width:  # most lines: measuring is what takes time
        return [whole]
    rows: list[str] = []
    row = ""
    for word in words:
        longer = f"{row} {word}" if row else word
        if measure(longer) <= width:
            row = longer
            continue
        if row:
            rows.append(row)
        *full, row = _broken(word, width, measure)
        rows += full
    return [*rows, row] if row else rows


def _broken(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and measure(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces
