"""The lower edge of the wall: expected waits, and the municipality's messages."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from balie_app.ui import look
from balie_app.ui.screen import paint
from balie_app.ui.screen.panel import Panel

COLUMNS = 2
TIED = re.compile(r"(?<=\d) (?=\w)")
"""The space in "5 minuten": no line ends there."""
LEAST = 1.9
"""Units: text of the waits is not made smaller than this, while its line has room."""


class WaitsPanel(Panel):
    """Expected waits per kind of contact, as ranges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = ""
        self.waits: tuple[tuple[str, str], ...] = ()
        self.instead = ""

    def show_waits(self, heading: str, waits: tuple[tuple[str, str], ...], instead: str) -> None:
        """Show these; ``instead`` when nobody can be served."""
        if self.changed((self.heading, self.waits, self.instead), (heading, waits, instead)):
            self.heading, self.waits, self.instead = heading, waits, instead
            listed = "; ".join(f"{label}: {wait}" for label, wait in waits)
            self.say(f"{heading}: {listed}" if waits else instead)

    def draw(self, painter: QPainter) -> None:
        size = min(3.6 * self.unit, self.height() / 5)
        if not self.waits:
            paint.paragraph(painter, QRectF(self.rect()), self.instead, "body", 1.2 * size, look.colour("text"))
            return
        made = paint.font("heading", size)
        paint.line(painter, QPointF(0, 0.95 * size), self.heading, made, look.colour("text_quiet"))
        filled = math.ceil(len(self.waits) / COLUMNS)
        rows = max(filled, 3)
        gap = 4 * self.unit
        wide = (self.width() - gap * (COLUMNS - 1)) / COLUMNS
        top = 1.6 * size
        high = (self.height() - top) / rows
        px = self._size(wide, min(high * 0.62, 3.6 * self.unit))
        for at, (label, wait) in enumerate(self.waits):
            column, row = divmod(at, filled)
            self._draw_wait(painter, QRectF(column * (wide + gap), top + row * high, wide, high), label, wait, px)

    def _size(self, wide: float, px: float) -> float:
        """One size for all lines, so that the longest fits; a label is cut before text gets too small to read."""
        body, heading = (QFontMetricsF(paint.font(role, 100)).horizontalAdvance for role in ("body", "heading"))
        longest = max(body(label) + heading(wait) + 100 for label, wait in self.waits)
        return max(min(px, 100 * wide / longest), min(px, LEAST * self.unit))

    def _draw_wait(self, painter: QPainter, area: QRectF, label: str, wait: str, px: float) -> None:
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), max(1.0, 0.12 * self.unit)), look.colour("line"))
        ink, name = look.colour("text"), paint.font("body", px)
        base = area.center().y() + 0.36 * px
        taken = paint.line(painter, QPointF(area.right(), base), wait, paint.font("heading", px), ink, right=True)
        room = area.width() - taken - 0.6 * px
        label = QFontMetricsF(name).elidedText(label, Qt.TextElideMode.ElideRight, room)
        paint.line(painter, QPointF(area.left(), base), label, name, ink)


class MessagePanel(Panel):
    """One message at a time, on a quiet ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ("", "")

    def show_message(self, text: str, below: str = "") -> None:
        """Show this text, and smaller what stands below it."""
        if self.changed(self.words, (text, below)):
            self.words = (text, below)
            self.say(" ".join(word for word in self.words if word))

    def draw(self, painter: QPainter) -> None:
        text, below = (TIED.sub("\u00a0", words) for words in self.words)
        if not text:
            return
        radius, pad = 1.6 * self.unit, min(3.0 * self.unit, self.height() * 0.18)
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        area = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        px = min(3.6 * self.unit, self.height() / 4)
        gap = 0.3 * px
        upper = paint.wrapped("heading", text, area.width(), area.height() * (0.62 if below else 1.0), px)
        lower = paint.wrapped("body", below, area.width(), area.height() - upper.height - gap, 0.9 * px)
        top = area.top() + (area.height() - upper.height - (lower.height + gap if below else 0)) / 2
        upper.write(painter, QPointF(area.left(), top), look.colour("text"))
        lower.write(painter, QPointF(area.left(), top + upper.height + gap), look.colour("text"))
