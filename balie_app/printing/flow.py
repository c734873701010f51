"""Where things stand on paper drawn in the house font: the layout that PDF and preview share.

Units are dots of 1/8 mm on paper of 80 mm, from the top left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from balie_app.printing.bitmap import Bitmap, qr_matrix, runs
from balie_app.printing.documents import (
    Align,
    Code,
    Document,
    Image,
    Line,
    Number,
    Pair,
    Part,
    Rule,
    Size,
    Space,
    clean,
)
from balie_app.printing.wrapping import wrap

WIDTH, MARGIN, TOP = 640, 44, 48
PIXELS = {Size.SMALL: 21, Size.NORMAL: 26, Size.LARGE: 44}
LEADING = 1.34
QR_MODULE = 7
NUMBER_HIGHEST = 220
BLACK, PAPER = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True)
class Text:
    """A row of text in a box ``width`` wide; ``y`` is the top of the row."""

    x: float
    y: float
    width: float
    text: str
    pixels: float
    bold: bool = False
    align: str = "left"
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle: a rule, a module of a QR code, a dot."""

    x: float
    y: float
    width: float
    height: float
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Characters in the fixed cells of a thermal printer; only on paper read back from bytes."""

    x: float
    y: float
    text: str
    cell_width: int
    cell_height: int
    across: int = 1
    down: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture in black dots, on whatever is below it."""

    x: float
    y: float
    bitmap: Bitmap

    @property
    def height(self) -> int:
        """Dots."""
        return self.bitmap.height


Item = Text | Bar | Glyphs | Dots
Measure = Callable[[str, float, bool], float]
"""Width of (text, pixels, bold) in dots."""


def flow(document: Document, measure: Measure, width: int = WIDTH, margin: int = MARGIN) -> tuple[int, list[Item]]:
    """The height of the paper, and everything on it. ``width`` and ``margin`` are those of the paper."""
    sheet = _Sheet(document.right_to_left, measure, width, margin)
    for part in document.parts:
        sheet.add(part)
    return round(sheet.y + TOP), sheet.items


class _Sheet:
    def __init__(self, right_to_left: bool, measure: Measure, width: int, margin: int) -> None:
        self.start = "right" if right_to_left else "left"
        self.measure = measure
        self.margin, self.wide = margin, width - 2 * margin
        self.items: list[Item] = []
        self.y: float = TOP

    def add(self, part: Part) -> None:
        if isinstance(part, Line):
            self._line(part)
        elif isinstance(part, Number):
            self._number(part)
        elif isinstance(part, Space):
            self.y += part.dots
        elif isinstance(part, Pair):
            self._pair(part)
        elif isinstance(part, Rule):
            wide, high = (self.wide, 2) if part.wide else (144, 4)
            self.items.append(Bar(self._beginning(wide), self.y, wide, high))
            self.y += high
        elif isinstance(part, Code):
            self._code(part)
        elif isinstance(part, Image):
            self._image(part)

    def _line(self, line: Line) -> None:
        pixels = PIXELS[line.size]
        align = "centre" if line.align is Align.CENTRE else self.start
        for row in wrap(clean(line.text), self.wide, lambda text: self.measure(text, pixels, line.bold)):
            self.items.append(Text(self.margin, self.y, self.wide, row, pixels, line.bold, align))
            self.y += round(pixels * LEADING)

    def _pair(self, pair: Pair) -> None:
        pixels, amount = PIXELS[pair.size], clean(pair.right)
        room = self.wide - self.measure(amount, pixels, pair.bold) - pixels
        rows = wrap(clean(pair.left), max(pixels, room), lambda text: self.measure(text, pixels, pair.bold)) or [""]
        for row in rows:
            self.items.append(Text(self.margin, self.y, self.wide, row, pixels, pair.bold))
            self.y += round(pixels * LEADING)
        last = self.y - round(pixels * LEADING)
        self.items.append(Text(self.margin, last, self.wide, amount, pixels, pair.bold, "right"))

    def _number(self, number: Number) -> None:
        wide = self.wide
        text = clean(number.text)
        pixels = min(NUMBER_HIGHEST, wide / max(1.0, self.measure(text, 100, True)) * 100)
        # Large letters stand a little inside their box: moved out, so that they line up with the text.
        edge = self.margin + pixels * (0.024 if self.start == "right" else -0.016)
        self.items.append(Text(edge, self.y - pixels * 0.2, wide, text, pixels, True, self.start))
        self.y += pixels * 0.98

    def _code(self, code: Code) -> None:
        matrix = qr_matrix(clean(code.payload))
        left = self._beginning(len(matrix) * QR_MODULE)
        for row, modules in enumerate(matrix):
            for first, length in runs("".join("1" if module else "0" for module in modules)):
                x, y = left + first * QR_MODULE, self.y + row * QR_MODULE
                self.items.append(Bar(x, y, length * QR_MODULE, QR_MODULE))
        self.y += len(matrix) * QR_MODULE

    def _image(self, image: Image) -> None:
        dots = image.dots.narrowed(round(self.wide))
        centred = self.margin + (self.wide - dots.width) // 2
        left = centred if image.align is Align.CENTRE else self._beginning(dots.width)
        self.items.append(Dots(left, self.y, dots))
        self.y += dots.height

    def _beginning(self, wide: int) -> float:
        return self.margin if self.start == "left" else self.margin + self.wide - wide
