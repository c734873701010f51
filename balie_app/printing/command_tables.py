"""The commands of printers as their manuals list them: what `commands` reads bytes with.

Written from the manuals, not from our encoder, so that the one checks the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Sized:
    """A command that says itself how long it is."""

    name: str
    header: int
    """Bytes with which its length is known."""
    length: Callable[[bytes], int]
    """From the header: how many bytes follow it."""
    data: int
    """Where its parameters begin."""


@dataclass(frozen=True)
class Table:
    """One command language."""

    fixed: Mapping[bytes, tuple[str, int]]
    """First bytes → name, and how many bytes follow."""
    sized: Mapping[bytes, Sized]

    @cached_property
    def heads(self) -> frozenset[bytes]:
        """How commands begin."""
        return frozenset((*self.fixed, *self.sized))

    @cached_property
    def longest_head(self) -> int:
        return max(map(len, self.heads))


def _count(at: int, each: int = 1) -> Callable[[bytes], int]:
    """Two bytes at ``at``, the lowest first, tell how many things of ``each`` bytes follow."""
    return lambda header: int.from_bytes(header[at : at + 2], "little") * each


def _area(header: bytes) -> int:
    return int.from_bytes(header[4:6], "little") * int.from_bytes(header[6:8], "little")


ESCPOS = Table(
    fixed={
        b"\x1b@": ("reset", 0),
        b"\x1bt": ("code-page", 1),
        b"\x1b!": ("style", 1),
        b"\x1bE": ("bold", 1),
        b"\x1bM": ("font", 1),
        b"\x1ba": ("align", 1),
        b"\x1bJ": ("feed-dots", 1),
        b"\x1bd": ("feed-lines", 1),
        b"\x1b3": ("line-spacing", 1),
        b"\x1b2": ("line-spacing-default", 0),
        b"\x1bp": ("drawer", 3),
        b"\x1bi": ("cut", 0),
        b"\x1bm": ("cut", 0),
        b"\x1bv": ("ask-status", 0),
        b"\x1d!": ("size", 1),
        b"\x1da": ("auto-status", 1),
        b"\x1dr": ("ask-paper", 1),
        b"\x1dI": ("ask-identity", 1),
        b"\x1dG1": ("job-start", 4),
        b"\x1dG0": ("job-end", 0),
        b"\x1dV\x00": ("cut", 0),
        b"\x1dV\x01": ("cut", 0),
        b"\x1dVA": ("cut-after-feed", 1),
        b"\x1dVB": ("cut-after-feed", 1),
        b"\x1c.": ("single-byte", 0),
        b"\x10\x04": ("ask-realtime", 1),
        b"\x10\x05": ("recover", 1),
        b"\n": ("line-end", 0),
        b"\x00": ("nothing", 0),
    },
    sized={
        b"\x1d(k": Sized("code", 5, _count(3), 5),
        b"\x1d(H": Sized("ask-job", 5, _count(3), 5),
        b"\x1dv0": Sized("raster", 8, _area, 3),
    },
)

STAR = Table(  # "STAR Line Mode Command Specifications" Rev. 0.09, chapter 3
    fixed={
        b"\x1b@": ("reset", 0),
        b"\x1b\x1dt": ("code-page", 1),
        b"\x1b\x1eF": ("font", 1),
        b"\x1bE": ("heavy", 0),
        b"\x1bF": ("light", 0),
        b"\x1bi": ("expand", 2),
        b"\x1b\x1da": ("align", 1),
        b"\x1bI": ("feed-dots", 1),
        b"\x1bJ": ("feed-double-dots", 1),
        b"\x1ba": ("feed-lines", 1),
        b"\x1bz": ("line-spacing-default", 1),
        b"\x1b0": ("line-spacing-picture", 0),
        b"\x07": ("drawer", 0),
        b"\x1bd": ("cut", 1),
        b"\x1b\x1dyS0": ("code-model", 1),
        b"\x1b\x1dyS1": ("code-level", 1),
        b"\x1b\x1dyS2": ("code-module", 1),
        b"\x1b\x1dyP": ("code-print", 0),
        b"\x1b\x1ea": ("auto-status", 1),
        b"\x1b\x1eE": ("counter-reset", 1),
        b"\x1b\x06\x01": ("ask-realtime", 0),
        b"\x17": ("ask-done", 0),
        b"\x18": ("cancel", 0),
        b"\n": ("line-end", 0),
        b"\x00": ("nothing", 0),
    },
    sized={
        b"\x1b\x1dyD1": Sized("code-data", 8, _count(6), 8),
        b"\x1bX": Sized("columns", 4, _count(2, 3), 2),
    },
)
TABLES = {"escpos": ESCPOS, "star": STAR}
"""By the dialect of a profile."""
