"""The calls beside the large one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from balie_app.ui import look
from balie_app.ui.screen import paint
from balie_app.ui.screen.board import ROWS
from balie_app.ui.screen.panel import Panel


@dataclass(frozen=True, slots=True)
class Row:
    """One call in the list."""

    number: str
    place: str
    fresh: bool = False


class EarlierPanel(Panel):
    """A list of numbers and places, the latest on top."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = ""
        self.hint = ""
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, heading: str, rows: tuple[Row, ...], hint: str) -> None:
        """Show these; the hint stands there as long as there are none."""
        if self.changed((self.heading, self.rows, self.hint), (heading, rows, hint)):
            self.heading, self.rows, self.hint = heading, rows, hint
            listed = "; ".join(f"{row.number}, {row.place}" for row in rows)
            self.say(f"{heading}: {listed}" if rows else hint)

    def draw(self, painter: QPainter) -> None:
        size = self._size
        if not self.rows:
            paint.paragraph(painter, QRectF(self.rect()), self.hint, "body", 1.25 * size, look.colour("text_quiet"))
            return
        made = paint.font("heading", size)
        paint.line(painter, QPointF(0, 0.95 * size), self.heading, made, look.colour("text_quiet"))
        top = 1.75 * size
        high = (self.height() - top) / max(ROWS, len(self.rows))
        for at, row in enumerate(self.rows):
            self._draw_row(painter, QRectF(0, top + at * high, self.width(), high), row)

    @property
    def _size(self) -> float:
        """The size of the heading in pixels."""
        return self.height() / (54 / 3.6) if self.height() > 40 * self.unit else 2.4 * self.unit

    def _draw_row(self, painter: QPainter, area: QRectF, row: Row) -> None:
        gap = self.unit
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), max(1.0, 0.12 * gap)), look.colour("line"))
        if row.fresh:
            painter.fillRect(area.adjusted(0, max(1.0, 0.12 * gap), 0, 0), look.colour("accent"))
        strong = look.colour("accent_text" if row.fresh else "accent")
        ink = look.colour("accent_text" if row.fresh else "text")
        inset = 1.6 * gap if row.fresh else 0.0
        widest = QFontMetricsF(paint.font("number", 100)).horizontalAdvance(f"{row.number}  {row.place}")
        px = min(area.height() * 0.66, 6.4 * gap, 100 * (area.width() - 2 * inset) / widest)
        made = paint.font("number", px)
        base = area.center().y() + QFontMetricsF(made).capHeight() / 2
        paint.line(painter, QPointF(area.left() + inset, base), row.number, made, strong)
        paint.line(painter, QPointF(area.right() - inset, base), row.place, made, ink, right=True)
