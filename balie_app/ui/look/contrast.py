"""How well two colours can be told apart (WCAG 2.2, relative luminance)."""

from __future__ import annotations

LIMITS = {"text": 4.5, "public": 7.0, "signs": 3.0}
"""Lowest ratio for each list of pairs in ``tokens.toml``."""


def luminance(colour: str) -> float:
    """Relative luminance of "#RRGGBB", 0 (black) to 1 (white)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast between two colours, 1 (none) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def failures(colours: dict[str, str], pairs: dict[str, list[list[str]]]) -> list[tuple[str, str, float, float]]:
    """Pairs under their limit: (text, ground, ratio, limit)."""
    return [
        (text, ground, round(ratio(colours[text], colours[ground]), 2), LIMITS[kind])
        for kind, listed in pairs.items()
        for text, ground in listed
        if ratio(colours[text], colours[ground]) < LIMITS[kind]
    ]
