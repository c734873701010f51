"""Small floor plans, drawn: one desk, three counters, ten places in the way of Haarlem."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui import look

WIDTH, HEIGHT = 200, 120


class HallPicture(QWidget):
    """The floor plan of one kind of hall; decoration, so a screen reader passes it by."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Room for the plan at 100 %."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the floor and what stands on it, in the middle of the widget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - WIDTH) / 2, (self.height() - HEIGHT) / 2)
        _floor(painter)
        PLANS[self.kind](painter)
        painter.end()


def _floor(painter: QPainter) -> None:
    painter.setPen(QPen(look.colour("line"), 1.5))
    painter.setBrush(look.colour("background"))
    painter.drawRoundedRect(QRectF(1, 1, WIDTH - 2, HEIGHT - 2), 10, 10)
    # the entrance
    painter.setPen(QPen(look.colour("line_strong"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(86, HEIGHT - 3), QPointF(114, HEIGHT - 3))


def _desk(painter: QPainter, x: float, y: float, wide: float = 24) -> None:
    """A stand-up counter: a bar, with a clerk behind it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(QRectF(x, y, wide, 7), 3.5, 3.5)
    _person(painter, x + wide / 2, y - 7, "text_quiet")


def _reception(painter: QPainter, x: float, y: float) -> None:
    """The host: a desk with a corner, near the entrance."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(look.colour("accent"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([QPointF(x - 12, y + 12), QPointF(x - 12, y), QPointF(x + 14, y)])
    _person(painter, x + 3, y + 11, "text_quiet")


def _room(painter: QPainter, x: float, y: float, wide: float, high: float, people: int = 1) -> None:
    """A closed counter or a room: walls with a door, and a table."""
    painter.setBrush(look.colour("accent_surface"))
    painter.setPen(QPen(look.colour("accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawRoundedRect(QRectF(x, y, wide, high), 4, 4)
    painter.setPen(QPen(look.colour("background"), 3))
    painter.drawLine(QPointF(x + wide / 2 - 5, y + high), QPointF(x + wide / 2 + 5, y + high))
    step = wide / (people + 1)
    for number in range(people):
        _person(painter, x + step * (number + 1), y + high / 2 - 1, "accent")


def _person(painter: QPainter, x: float, y: float, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.colour(colour)))
    painter.drawEllipse(QPointF(x, y), 3.6, 3.6)


def _visitors(painter: QPainter, *places: tuple[float, float]) -> None:
    for x, y in places:
        _person(painter, x, y, "line_strong")


def _one_desk(painter: QPainter) -> None:
    _desk(painter, 70, 46, 60)
    _visitors(painter, (100, 66), (60, 92), (73, 97), (86, 92))


def _three_counters(painter: QPainter) -> None:
    _desk(painter, 26, 34, 34)
    _room(painter, 82, 12, 44, 34)
    _room(painter, 138, 12, 50, 34, 2)
    _reception(painter, 150, 80)
    _visitors(painter, (43, 54), (36, 86), (50, 92), (64, 86), (118, 78))


def _haarlem(painter: QPainter) -> None:
    for number in range(4):
        _desk(painter, 12 + number * 27, 34, 20)
    for number in range(3):
        _room(painter, 124 + number * 24, 10, 20, 28)
    _room(painter, 10, 60, 26, 24)
    _room(painter, 42, 60, 26, 24)
    _room(painter, 128, 58, 62, 28, 4)
    _reception(painter, 152, 98)
    _visitors(painter, (22, 50), (76, 50), (84, 70), (97, 64), (110, 70), (126, 98), (60, 102))


PLANS: dict[str, Callable[[QPainter], None]] = {
    "one-desk": _one_desk,
    "three-counters": _three_counters,
    "haarlem": _haarlem,
}
"""How to draw each kind of ``queue.config.templates``."""
