"""Displays whose protocol is more than a frame: Alpha signs and 2 × 20 customer displays."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.display import Encoder
from balie_app.devices.transport import LineSettings

COLUMNS = 20


@dataclass(frozen=True, slots=True)
class Alpha:
    """Adaptive / BetaBrite signs, M-protocol (manual 9708-8061).

    The number is string file 1, shown by text file A; a string changes without flicker. A new call
    is also put in the priority file, which flashes over everything until it is released.
    """

    gap_s: float = 0.1
    refresh_s: float = 45.0
    hold_s: float = 0.0

    def packet(self, address: int, body: bytes) -> bytes:
        """One packet: five NUL (the sign measures the speed on them), type, address, body, sum."""
        covered = b"\x02" + body + b"\x03"
        total = b"%04X" % (sum(covered) & 0xFFFF)
        return b"\x00" * 5 + b"\x01Z" + b"%02X" % address + covered + total + b"\x04"

    def hello(self) -> bytes:
        """Set up the memory once: text file A and string file 1; then let A show string 1."""
        memory = self.packet(0, b"E$" + b"AAU0100FF00" + b"1BL00200000")
        return memory + self.packet(0, b"AA\x1b b\x101")

    def call(self, address: int) -> bytes:
        """Three short beeps."""
        return self.packet(address, b"E(1")

    def show(self, address: int, text: str, attention: bool) -> bytes:
        shown = text.encode("cp437", "replace")
        string = self.packet(address, b"G1" + shown)
        return string + (self.packet(address, b"A0\x1b c" + shown) if attention else self.packet(address, b"A0"))

    def clear(self, address: int) -> bytes:
        return self.packet(address, b"G1") + self.packet(address, b"A0")


@dataclass(frozen=True, slots=True)
class DmD:
    """Epson DM-D customer displays (DM-D110 specification): the number on the upper line."""

    gap_s: float = 0.0
    refresh_s: float = 45.0
    hold_s: float = 0.0

    def hello(self) -> bytes:
        """Reset, Western characters, cursor off."""
        return b"\x1b@\x1bt\x10\x1fC\x00"

    def call(self, address: int) -> bytes:
        del address
        return b""

    def show(self, address: int, text: str, attention: bool) -> bytes:
        del address
        line = text.center(COLUMNS)[:COLUMNS].encode("cp1252", "replace")
        blink = b"\x1fE\x0a" if attention else b"\x1fE\x00"
        return b"\x0c\x1f$\x01\x01" + line + blink

    def clear(self, address: int) -> bytes:
        del address
        return b"\x1fE\x00\x0c"


@dataclass(frozen=True, slots=True)
class Cd5220:
    """Customer displays in CD5220 mode. In its string mode nothing else is heard until a clear."""

    gap_s: float = 0.0
    refresh_s: float = 45.0
    hold_s: float = 0.0

    def hello(self) -> bytes:
        return b"\x1b@\x1b_\x00"

    def call(self, address: int) -> bytes:
        del address
        return b""

    def show(self, address: int, text: str, attention: bool) -> bytes:
        del address, attention
        return b"\x0c\x1bQA" + text.center(COLUMNS)[:COLUMNS].encode("cp850", "replace") + b"\r"

    def clear(self, address: int) -> bytes:
        del address
        return b"\x0c"


DRIVERS: dict[str, Encoder] = {"alpha": Alpha(), "escpos-display": DmD(), "cd5220": Cd5220()}
"""Display drivers that are code, by the name station.toml gives them."""


def line_of(encoder: Encoder) -> LineSettings:
    """The line settings a display usually has."""
    found = getattr(encoder, "line", None)
    return found if isinstance(found, LineSettings) else LineSettings()
