"""Pictures for printers with small buffers: band by band, each when the printer has done the one before."""

from __future__ import annotations

from balie_app.printing.commands import CommandReader
from balie_app.printing.profiles import Profile

SMALL = 256
"""Bytes: a picture command that is no longer, such as a thin line, fits in every buffer."""


def pieces(data: bytes, profile: Profile) -> list[bytes]:
    """The bytes of a job in order, with at most one band of dots in a piece.

    One piece when the profile is not slow, or when there is nothing but text.
    """
    if not profile.slow:
        return [data]
    reader = CommandReader(profile.dialect)
    found, piece = [], b""
    for command in reader.feed(data):
        piece += command.raw
        if command.name == "raster" and len(command.raw) > SMALL:
            found.append(piece)
            piece = b""
    rest = piece + reader.rest
    return [*found, rest] if rest or not found else found


def longest(data: bytes, profile: Profile) -> int:
    """Bytes of the longest command in a job: what a printer may still wait for when the line broke."""
    return max([256, *(len(command.raw) for command in CommandReader(profile.dialect).feed(data))])
