"""The top of the wall: whose hall this is, the clock, and quietly what is amiss."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPen
from PySide6.QtWidgets import QWidget

from balie_app.ui import look
from balie_app.ui.screen import paint
from balie_app.ui.screen.panel import Panel

MUTE = "speaker"
"""This sign is struck through: there is no sound."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header says."""

    hall: str = ""
    municipality: str = ""
    clock: str = ""
    day: str = ""
    notices: tuple[tuple[str, str], ...] = ()
    """Sign and words of what is amiss: an old picture, no sound."""


class Header(Panel):
    """Hall, municipality, clock."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = Heading()
        self.tall = False

    def show_heading(self, heading: Heading) -> None:
        """Show this from now on."""
        if self.changed(self.heading, heading):
            self.heading = heading
            words = (
                heading.hall,
                heading.municipality,
                heading.day,
                heading.clock,
                *(text for _, text in heading.notices),
            )
            self.say(", ".join(word for word in words if word))

    def draw(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), look.colour("brand"))
        unit, ink = self.unit * (0.62 if self.tall else 1.0), look.colour("brand_text")
        side = (2.5 if self.tall else 4.0) * self.unit
        middle = self.height() / 2
        left, right = side, self.width() - side
        clock = paint.font("number", 6.2 * unit)
        wide = QFontMetricsF(clock).horizontalAdvance("00:00") if self.heading.clock else 0.0
        paint.line(painter, QPointF(right, middle + 2.2 * unit), self.heading.clock, clock, ink, right=True)
        beside = right - wide - 2.5 * unit
        left += self._logo(painter, left)
        notes = self._right_block(painter, beside, unit)
        room = beside - notes - left - 2 * unit
        self._left_block(painter, left, room, unit)

    def _logo(self, painter: QPainter, left: float) -> float:
        """The municipality's logo, when it has given one; the room it takes."""
        path = look.own_brand().logo
        if path is None:
            return 0.0
        edge = int(self.height() * 0.6)
        QIcon(str(path)).paint(painter, QRect(int(left), (self.height() - edge) // 2, edge, edge))
        return edge + 2 * self.unit

    def _left_block(self, painter: QPainter, left: float, room: float, unit: float) -> None:
        heading, ink = self.heading, look.colour("brand_text")
        name = paint.fitted("title", heading.hall, room, 4.0 * unit)
        alone = not heading.municipality
        paint.line(painter, QPointF(left, self.height() / 2 + (1.4 if alone else -0.1) * unit), heading.hall, name, ink)
        below = paint.fitted("body", heading.municipality, room, 2.9 * unit)
        paint.line(painter, QPointF(left, self.height() / 2 + 3.7 * unit), heading.municipality, below, ink)

    def _right_block(self, painter: QPainter, right: float, unit: float) -> float:
        """Day and notices, to the left of the clock; the width."""
        middle = self.height() / 2
        lines = [("", self.heading.day), *self.heading.notices] if self.heading.day else list(self.heading.notices)
        step = 3.3 * unit
        top = middle - step * (len(lines) - 1) / 2 + 0.95 * unit
        return max(
            (self._note(painter, right, top + at * step, *one, unit=unit) for at, one in enumerate(lines)), default=0.0
        )

    def _note(self, painter: QPainter, right: float, base: float, sign: str, words: str, *, unit: float) -> float:
        made = paint.font("body", 2.7 * unit)
        width = paint.line(painter, QPointF(right, base), words, made, look.colour("brand_text"), right=True)
        if not sign:
            return width
        edge = 2.7 * unit
        spot = QRectF(right - width - 1.4 * edge, base - 0.85 * edge, edge, edge).toRect()
        look.icon(sign, "brand_text").paint(painter, spot)
        if sign == MUTE:
            self._strike(painter, spot)
        return width + 1.4 * edge

    @staticmethod
    def _strike(painter: QPainter, spot: QRect) -> None:
        wide = max(1.5, spot.width() / 12)
        for shade, thick, shift in (("brand", wide, wide), ("brand_text", wide, 0.0)):
            painter.setPen(QPen(look.colour(shade), thick))
            painter.drawLine(QPointF(spot.left() + shift, spot.top()), QPointF(spot.right() + shift, spot.bottom()))
