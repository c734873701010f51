"""What a family of printers calls things: the commands that the encoder needs, without a word about documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.profiles import CodePage, Profile

LEFT, CENTRE, RIGHT = 0, 1, 2
"""Where a row stands on the paper."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look."""

    small: bool = False
    bold: bool = False
    times: int = 1
    """Times the ordinary character, each way."""


class Dialect(Protocol):
    """One command language. Every answer is whole commands; nothing is remembered between calls."""

    drawer: bytes
    """Opens the cash drawer."""

    def start(self, profile: Profile, page: CodePage) -> bytes:
        """Everything as after switching on, then this code page."""

    def markers(self, done: str, job: bytes) -> tuple[bytes, bytes]:
        """What goes before and after a document so that the printer says it is done; ``job``: four printable bytes."""

    def style(self, old: Style, new: Style) -> bytes:
        """From one style to the other."""

    def align(self, where: int) -> bytes:
        """LEFT, CENTRE or RIGHT from the next row on."""

    def feed(self, dots: int) -> bytes:
        """White of 1 to 255 dots."""

    def image(self, bitmap: Bitmap, band: int) -> bytes:
        """Dots, at most ``band`` rows a command."""

    def bar(self, width: int, height: int) -> bytes | None:
        """A thin line, measured in dots; None where a row of dashes is shorter to send."""

    def qr(self, payload: bytes, module: int) -> bytes:
        """A QR code that the printer makes itself: model 2, correction level M."""


def two(number: int) -> bytes:
    """A number as two bytes, the lowest first."""
    return number.to_bytes(2, "little")
