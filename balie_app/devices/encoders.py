"""Displays whose protocol is more than a frame: Alpha signs and 2 × 20 customer displays."""

from __future__ import annotations

from dataclasses import dataclass

from balie_app.devices.display import Encoder
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.reply import NO_REPLY, Reply

COLUMNS = 20
BRIGHTNESS_STEPS = 4
USUAL = LineSettings()
_UNHURRIED = LineSettings(gap_s=0.1)


@dataclass(frozen=True, slots=True)
class SignEncoder:
    """What signs that do not answer and have no other address on their line have in common."""

    line: LineSettings = USUAL
    reply: Reply = NO_REPLY
    refresh_s: float = 45.0
    keepalive_s: float = 0.0
    hold_s: float = 0.0
    attention_s: float = 10.0
    blink_period_s: float = 0.0

    def call(self, address: int) -> bytes:
        """What draws attention besides the number: nothing."""
        del address
        return b""

    def clear_all(self) -> bytes:
        """These displays have no common address."""
        return b""

    def keepalive(self, address: int) -> bytes:
        """These displays do not mind silence."""
        del address
        return b""

    def brightness(self, address: int, percent: int) -> bytes:
        """Nothing: set at the sign itself."""
        del address, percent
        return b""

    def target(self, address: int) -> bytes:
        """There are no answers."""
        del address
        return b""


def _step(percent: int) -> int:
    """Brightness 1 to 4."""
    return 1 + round(percent / 100 * (BRIGHTNESS_STEPS - 1))


@dataclass(frozen=True, slots=True)
class Alpha(SignEncoder):
    """Adaptive / BetaBrite signs, M-protocol (Alpha Sign Communications Protocol, 9708-8061 revision F: packets in
    chapter 6, text files in table 12 on page 18, memory and beeps in table 15 on page 21, control codes on page 81,
    a text file that calls a string file in table 34).

    The number is string file 1, shown by text file A; a string changes without flicker. A new call
    is also put in the priority file, which flashes over everything until it is released.
    """

    line: LineSettings = _UNHURRIED

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

    def show(self, address: int, text: str, attention: bool, counter: int = 0) -> bytes:
        del counter
        shown = text.encode("cp437", "replace")
        string = self.packet(address, b"G1" + shown)
        return string + (self.packet(address, b"A0\x1b c" + shown) if attention else self.packet(address, b"A0"))

    def clear(self, address: int) -> bytes:
        return self.packet(address, b"G1") + self.packet(address, b"A0")

    def clear_all(self) -> bytes:
        """Address 00 is every sign."""
        return self.clear(0)


@dataclass(frozen=True, slots=True)
class DmD(SignEncoder):
    """Epson DM-D customer displays: the number on the upper line.

    Source: Epson DM-D110 specification, pages 41 to 59 (ESC @, FF, US $ x y, US E n in steps of 50 ms,
    US C n, US X n) and page 52 (ESC t 16: WPC1252).
    """

    def hello(self) -> bytes:
        """Reset, Western characters, cursor off."""
        return b"\x1b@\x1bt\x10\x1fC\x00"

    def show(self, address: int, text: str, attention: bool, counter: int = 0) -> bytes:
        del address, counter
        line = text.center(COLUMNS)[:COLUMNS].encode("cp1252", "replace")
        blink = b"\x1fE\x0a" if attention else b"\x1fE\x00"
        return b"\x0c\x1f$\x01\x01" + line + blink

    def clear(self, address: int) -> bytes:
        del address
        return b"\x1fE\x00\x0c"

    def brightness(self, address: int, percent: int) -> bytes:
        del address
        return b"\x1fX" + bytes([_step(percent)])


@dataclass(frozen=True, slots=True)
class Cd5220(SignEncoder):
    """Customer displays in CD5220 mode. In its string mode nothing else is heard until a clear.

    Source: CD5220 manual, pages 15 to 17 (manualsdump 170863), and POS-X XP8200, page 19: ESC @, FF, ESC Q A and
    twenty characters, ESC _ n, ESC * n. Letters beyond ASCII depend on the display's own switches.
    """

    def hello(self) -> bytes:
        """Out of string mode first: there a reset would not be heard. Then reset, cursor off."""
        return b"\x0c\x1b@\x1b_\x00"

    def show(self, address: int, text: str, attention: bool, counter: int = 0) -> bytes:
        del address, attention, counter
        return b"\x0c\x1bQA" + text.center(COLUMNS)[:COLUMNS].encode("cp850", "replace") + b"\r"

    def clear(self, address: int) -> bytes:
        del address
        return b"\x0c"

    def brightness(self, address: int, percent: int) -> bytes:
        del address
        return b"\x1b*" + bytes([_step(percent)])


DRIVERS: dict[str, Encoder] = {"alpha": Alpha(), "escpos-display": DmD(), "cd5220": Cd5220()}
"""Display drivers that are code, by the name station.toml gives them."""
