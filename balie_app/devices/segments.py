"""Seven segments: which bars make a sign. Bit 0 is the top bar, then clockwise; bit 6 the middle; bit 7 the point."""

from __future__ import annotations

_BARS = {
    " ": "", "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc",
    "7": "abc", "8": "abcdefg", "9": "abcdfg", "-": "g", "A": "abcefg", "B": "fgcde", "C": "afed", "D": "bcdeg",
    "E": "afged", "F": "afge", "G": "afedc", "H": "fgbce", "J": "bcde", "L": "fed", "P": "abfge", "R": "ge",
    "S": "afgcd", "T": "fged", "U": "fedcb", "Y": "fgbcd",
}  # fmt: skip

SIGNS = {sign: sum(1 << "abcdefg".index(bar) for bar in bars) for sign, bars in _BARS.items()}
"""Sign → byte. No K, M, V, W, X, Z: seven bars cannot make them."""


def sign_of(bars: int) -> str:
    """The sign that a person reads in these bars; "?" when it is none."""
    return next((sign for sign, made in SIGNS.items() if made == bars & 0x7F), "?")
