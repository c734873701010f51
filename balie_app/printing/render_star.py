"""What a Star printer in line mode would have on its paper after these bytes."""

from __future__ import annotations

from balie_app.printing.bitmap import Bitmap, qr_matrix, scaled
from balie_app.printing.render import TO_CUTTER, Paper

LINE_4_MM, LINE_3_MM = 32, 24
ROWS = 24
"""Rows of dots of one ESC X."""
FEED_FIRST = frozenset(b"\x02\x0323")
"""Parameters of the cut that feed to the cutter first (p. 3-43)."""


class StarPaper(Paper):
    """Paper in a Star printer: the same paper, other commands."""

    def _reset(self, _data: bytes = b"") -> None:
        super()._reset()
        self.line = LINE_4_MM
        self._picture: Bitmap | None = None

    def _heavy(self, _data: bytes) -> None:
        self.heavy = True

    def _light(self, _data: bytes) -> None:
        self.heavy = False

    def _expand(self, data: bytes) -> None:
        self.down, self.across = data[0] % 48 + 1, data[1] % 48 + 1

    def _feed_double_dots(self, data: bytes) -> None:
        self._feed_dots(b"\0")
        self.y += data[0] * 2

    def _line_spacing_default(self, _data: bytes) -> None:
        self.line = LINE_4_MM

    def _line_spacing_picture(self, _data: bytes) -> None:
        self.line = LINE_3_MM

    def _columns(self, data: bytes) -> None:
        """A piece of a picture in columns: it stands in the line until the line ends."""
        bits = [f"{int.from_bytes(data[at : at + 3], 'big'):024b}" for at in range(2, len(data), 3)]
        width = -(-len(bits) // 8) * 8
        rows = ["".join(column).ljust(width, "0") for column in zip(*bits, strict=True)]
        self._picture = Bitmap(width, tuple(int(row, 2).to_bytes(width // 8, "big") for row in rows))

    def _line_end(self, data: bytes = b"") -> None:
        picture, self._picture = self._picture, None
        if picture is None:
            super()._line_end(data)
            return
        self._dots(picture, 1, 1)
        self.rows.append(f"[beeld {picture.width}×{picture.height}]")
        self.y += max(0, self.line - ROWS)

    def _cut(self, data: bytes = b"") -> None:
        if data[:1] and data[0] in FEED_FIRST:
            self.y += TO_CUTTER
        super()._cut()

    def _cancel(self, _data: bytes) -> None:
        self.pending, self._picture = [], None

    def _code_model(self, data: bytes) -> None:
        if data != b"\2":
            self._problems.append(f"QR model {data[0]}")

    def _code_level(self, data: bytes) -> None:
        if data != b"\1":
            self._problems.append(f"QR level {data[0]}")

    def _code_module(self, data: bytes) -> None:
        self.module = data[0]

    def _code_data(self, data: bytes) -> None:
        self.code = data

    def _code_print(self, _data: bytes) -> None:
        self._dots(scaled(qr_matrix(self.code.decode()), self.module), 1, 1)
        self.rows.append(f"[QR {self.code.decode()}]")
