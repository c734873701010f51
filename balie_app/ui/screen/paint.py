"""Drawing text that fits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from balie_app.ui import look

WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
SMALLEST = 8
"""Pixels: text never gets smaller than this."""


def font(role: str, px: float) -> QFont:
    """A font of the look in this size."""
    made = look.font(role)
    made.setPixelSize(max(SMALLEST, round(px)))
    return made


def fitted(role: str, text: str, width: float, px: float) -> QFont:
    """The font in ``px``, or as much smaller as the text needs to fit in ``width`` pixels."""
    made = font(role, px)
    wide = QFontMetricsF(made).horizontalAdvance(text)
    return font(role, px * width / wide - 0.5) if wide > width else made


def for_capitals(role: str, height: float) -> QFont:
    """The font whose capitals and figures are ``height`` pixels high."""
    probe = font(role, 200)
    return font(role, 200 * height / QFontMetricsF(probe).capHeight())


def line(painter: QPainter, at: QPointF, text: str, made: QFont, colour: QColor, *, right: bool = False) -> float:
    """Write one line with its baseline at ``at`` (its end there with ``right``); the width in pixels."""
    width = QFontMetricsF(made).horizontalAdvance(text)
    painter.setFont(made)
    painter.setPen(colour)
    painter.drawText(QPointF(at.x() - width, at.y()) if right else at, text)
    return width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Wrapped text that was made to fit."""

    text: str
    made: QFont
    width: float
    height: float

    def write(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Write it with its upper left corner there."""
        painter.setFont(self.made)
        painter.setPen(colour)
        painter.drawText(QRectF(at.x(), at.y(), self.width, self.height + 1), WRAPPED, self.text)


def wrapped(role: str, text: str, width: float, height: float, px: float) -> Paragraph:
    """The text in ``px``, or as much smaller as it needs to fit in the width and height."""
    while True:
        made = font(role, px)
        bounds = QFontMetricsF(made).boundingRect(QRectF(0, 0, width, 10 * height), WRAPPED, text)
        if (bounds.height() <= height and bounds.width() <= width) or px <= SMALLEST:
            return Paragraph(text, made, width, bounds.height())
        px *= 0.93


def paragraph(painter: QPainter, area: QRectF, text: str, role: str, px: float, colour: QColor) -> None:
    """Write wrapped text in the area from its top, smaller when it would not fit."""
    wrapped(role, text, area.width(), area.height(), px).write(painter, area.topLeft(), colour)
