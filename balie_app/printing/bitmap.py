"""Black dots in rows: what a raster line or a QR code is to a thermal printer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import qrcode


@dataclass(frozen=True, slots=True)
class Bitmap:
    """``rows`` holds the dots, eight in a byte, the leftmost in the highest bit; 1 is black."""

    width: int
    """Dots; always a whole number of bytes."""
    rows: tuple[bytes, ...]

    @property
    def height(self) -> int:
        return len(self.rows)

    def narrowed(self, width: int) -> Bitmap:
        """No wider than ``width`` dots: a wider one is made smaller, both ways by as much."""
        fits = width // 8 * 8
        if self.width <= fits:
            return self
        columns = [at * self.width // fits for at in range(fits)]
        rows = []
        for at in range(max(1, self.height * fits // self.width) if self.rows else 0):
            bits = f"{int.from_bytes(self.rows[at * self.width // fits], 'big'):0{self.width}b}"
            rows.append(int("".join(bits[column] for column in columns), 2).to_bytes(fits // 8, "big"))
        return Bitmap(fits, tuple(rows))

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """(row, first dot, length) of each run of black dots."""
        for y, row in enumerate(self.rows):
            for first, length in runs(f"{int.from_bytes(row, 'big'):0{self.width}b}"):
                yield y, first, length


def runs(bits: str) -> list[tuple[int, int]]:
    """(first, length) of each run of "1" in a row of dots."""
    found, at = [], bits.find("1")
    while at >= 0:
        end = bits.find("0", at)
        end = len(bits) if end < 0 else end
        found.append((at, end - at))
        at = bits.find("1", end)
    return found


def qr_matrix(payload: str, quiet: int = 0) -> list[list[bool]]:
    """The modules of a QR code (correction level M) with ``quiet`` white modules around it."""
    code = qrcode.QRCode(border=quiet, error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data(payload)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def scaled(matrix: Sequence[Sequence[bool]], dots: int) -> Bitmap:
    """Each cell of the matrix as a square of ``dots`` by ``dots``; the right edge padded to a byte."""
    width = -(-len(matrix[0]) * dots // 8) * 8
    rows: list[bytes] = []
    for line in matrix:
        bits = "".join(("1" if cell else "0") * dots for cell in line).ljust(width, "0")
        rows += [int(bits, 2).to_bytes(width // 8, "big")] * dots
    return Bitmap(width, tuple(rows))
