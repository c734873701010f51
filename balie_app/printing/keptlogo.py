"""The logo in a printer's own memory: put there once, and printed with eleven bytes from then on. ESC/POS only."""

from __future__ import annotations

from balie_app.printing.bitmap import Bitmap
from balie_app.printing.dialect import two
from balie_app.printing.escpos import harmless

_GRAPHICS = b"\x1d(L"


def stored_picture(key: bytes) -> bytes:
    """Print what the printer keeps under this key of two characters, at its own size.

    Epson TM-L90 specification p. 160, GS ( L function 69: 1D 28 4C 06 00 30 45 kc1 kc2 x y. A printer that keeps
    nothing there prints nothing.
    """
    return _command(b"0E" + key + b"\x01\x01")


def store_picture(bitmap: Bitmap, key: bytes) -> bytes:
    """Keep this picture under this key, also without power.

    Epson TM-T81 specification p. 87, GS ( L function 67: m fn a kc1 kc2 b xL xH yL yH c d…, the width in dots. That
    memory wears: ten times a day is too often for it (HPRT TP809 manual, p. 61).
    """
    dots = harmless(b"".join(bitmap.rows))
    return _command(b"0C0" + key + b"\x01" + two(bitmap.width) + two(bitmap.height) + b"1" + dots)


def _command(body: bytes) -> bytes:
    return _GRAPHICS + two(len(body)) + body
