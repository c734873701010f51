"""ESC/POS: Epson, those who follow it, and kiosk printers by Custom and Nippon.

Bytes from Epson's TM-T88III specification and TM-L90 command reference; page numbers where a command is not in every
manual. What differs between printers is in their profiles.
"""

from __future__ import annotations

import re

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.dialect import Style, two
from balie_app.printing.profiles import CodePage, Profile

ESC, GS = b"\x1b", b"\x1d"
RESET = ESC + b"@"
AUTO_STATUS = GS + b"a\xff"
DONE_MARKER = GS + b"r\x01"
"""Paper sensor, asked through the ordinary buffer: its answer says that everything before it is done."""

STATUS_REQUEST = b"".join(bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4))
"""Printer, cause of offline, error, paper; four answers of one byte, in this order."""
KIOSK_STATUS_REQUEST = b"\x10\x04\x14"
"""Custom: one answer of six bytes."""
NIPPON_STATUS_REQUEST = ESC + b"v"
GO_ON, START_OVER = b"\x10\x05\x01", b"\x10\x05\x02"
"""After an error whose cause was taken away: from the line where it stopped, or with empty buffers (TM-L90 p. 83).
Printers take no notice of them when there was no such error."""
MODEL_REQUEST = GS + b"I\x43"
"""The printer's model in words (TM-J2000 p. 469)."""

DRAWER = ESC + b"p\x00\x19\xfa"
"""A pulse of 50 ms on the first of the two connectors for drawers, and half a second of rest."""

SMALL, BOLD, DOUBLE = 0x01, 0x08, 0x30

_REAL_TIME = re.compile(rb"\x10(?=[\x04\x05\x14])")


class EscPos:
    """The dialect of most receipt printers."""

    drawer = DRAWER

    def start(self, profile: Profile, page: CodePage) -> bytes:
        # The reset switches automatic status off, so it is asked for again at once.
        automatic = AUTO_STATUS if profile.auto_status else b""
        return RESET + automatic + profile.start + ESC + b"t" + bytes((page.number,))

    def markers(self, done: str, job: bytes) -> tuple[bytes, bytes]:
        return {
            "gs-r": (b"", DONE_MARKER),
            "gs-h": (b"", GS + b"(H\x06\x0000" + job),
            "nippon": (GS + b"G1" + job, GS + b"G0"),
        }[done]

    def style(self, old: Style, new: Style) -> bytes:
        mode = b"" if _mode(old) == _mode(new) else ESC + b"!" + bytes((_mode(new),))
        if new.times > 2:
            return mode + _size(new.times)
        return (_size(1) if old.times > 2 else b"") + mode

    def align(self, where: int) -> bytes:
        return ESC + b"a" + bytes((where,))

    def feed(self, dots: int) -> bytes:
        return ESC + b"J" + bytes((dots,))

    def image(self, bitmap: Bitmap, band: int) -> bytes:
        out = bytearray()
        for top in range(0, bitmap.height, band):
            rows = bitmap.rows[top : top + band]
            out += GS + b"v0\0" + two(bitmap.width // 8) + two(len(rows)) + harmless(b"".join(rows))
        return bytes(out)

    def bar(self, width: int, height: int) -> bytes | None:
        across, rows = width // 16, height // 2  # mode 3 doubles dots both ways
        return GS + b"v0\x03" + two(across) + two(rows) + b"\xff" * (across * rows)

    def qr(self, payload: bytes, module: int) -> bytes:
        steps = (b"A2\0", b"C" + bytes((module,)), b"E1", b"P0" + payload, b"Q0")
        return b"".join(GS + b"(k" + two(len(step) + 1) + b"1" + step for step in steps)


def harmless(dots: bytes) -> bytes:
    """Dots that hold no real-time command: printers obey DLE EOT, ENQ and DC4 also inside pictures (TM-T88III p. 72).

    One dot more beside a lone one is not seen; a drawer that opens by itself is.
    """
    return _REAL_TIME.sub(b"\x18", dots)


def _mode(style: Style) -> int:
    return SMALL * style.small | BOLD * style.bold | DOUBLE * (style.times == 2)


def _size(times: int) -> bytes:
    return GS + b"!" + bytes(((times - 1) * 0x11,))
