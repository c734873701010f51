"""Star line mode: TSP650, TSP700, TSP800; also StarPRNT printers (TSP100III and IV, mC-Print), which know it too.

Bytes from "Line Thermal Printer, STAR Line Mode Command Specifications" Rev. 0.09, with its pages; numbers of
code pages as the encoders receiptline 4 and receipt-printer-encoder 4 have them, and ESC RS a as receiptio 2
has it. The first TSP100 (futurePRNT) prints pictures only.
"""

from __future__ import annotations

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.dialect import Style, two
from balie_app.printing.profiles import CodePage, Profile

ESC, GS, RS = b"\x1b", b"\x1d", b"\x1e"
RESET = ESC + b"@"
"""p. 3-60: also prints what stands in the line; automatic status stays as it is."""
CANCEL = b"\x18"
"""CAN, p. 5-11: forget what is not printed; the counter of ETB begins at 0 again."""
STATUS_ON, STATUS_OFF = ESC + RS + b"a\1", ESC + RS + b"a\0"
DONE_MARKER = b"\x17"
"""ETB, p. 3-54: waits until all before it is printed, counts one up, and says so when automatic status is on."""
STATUS_REQUEST = ESC + b"\x06\x01"
"""ESC ACK SOH, p. 5-7: answered at once, also while offline. Not to be used while automatic status is on (p. 5-11);
that is on for the length of a document only, therefore."""

ROWS = 24
"""Rows of dots of one ESC X."""
LINES_OF_4_MM, LINES_OF_3_MM = ESC + b"z\1", ESC + b"0"
"""p. 3-19; 3 mm are the 24 rows of a picture."""


class StarLine:
    """The dialect of Star's receipt printers."""

    drawer = b"\x07"
    """BEL, p. 3-44: 200 ms unless the printer was told otherwise."""

    def start(self, profile: Profile, page: CodePage) -> bytes:
        return RESET + LINES_OF_4_MM + profile.start + ESC + GS + b"t" + bytes((page.number,))

    def markers(self, done: str, job: bytes) -> tuple[bytes, bytes]:
        del done, job  # there is one marker, and it carries no name
        return STATUS_ON, DONE_MARKER + STATUS_OFF

    def style(self, old: Style, new: Style) -> bytes:
        font = b"" if old.small == new.small else ESC + RS + b"F" + bytes((new.small,))
        weight = b"" if old.bold == new.bold else ESC + (b"E" if new.bold else b"F")
        size = b"" if old.times == new.times else ESC + b"i" + bytes((new.times - 1, new.times - 1))
        return font + weight + size

    def align(self, where: int) -> bytes:
        return ESC + GS + b"a" + bytes((where,))

    def feed(self, dots: int) -> bytes:
        return ESC + b"I" + bytes((dots,))  # in 1/8 mm, p. 3-21; ESC J counts in 1/4 mm

    def image(self, bitmap: Bitmap, band: int) -> bytes:
        del band  # each command has 24 rows, p. 3-36
        out = bytearray(LINES_OF_3_MM)
        for top in range(0, bitmap.height, ROWS):
            out += ESC + b"X" + two(bitmap.width) + _columns(bitmap.rows[top : top + ROWS], bitmap.width) + b"\n"
        return bytes(out) + LINES_OF_4_MM

    def bar(self, width: int, height: int) -> bytes | None:
        del width, height
        return None

    def qr(self, payload: bytes, module: int) -> bytes:
        # p. 3-119 to 3-122
        steps = (b"S0\2", b"S2" + bytes((module,)), b"S1\1", b"D1\0" + two(len(payload)) + payload, b"P")
        return b"".join(ESC + GS + b"y" + step for step in steps)


def _columns(rows: tuple[bytes, ...], width: int) -> bytes:
    """Up to 24 rows of dots as columns of three bytes, the highest dot in the highest bit."""
    bits = [f"{int.from_bytes(row, 'big'):0{width}b}" for row in rows]
    bits += ["0" * width] * (ROWS - len(rows))
    return b"".join(int("".join(column), 2).to_bytes(3, "big") for column in zip(*bits, strict=True))
