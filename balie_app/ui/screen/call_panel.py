"""The newest call, to be read at ten metres."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from balie_app.ui import look
from balie_app.ui.screen import paint
from balie_app.ui.screen.panel import Panel

LEAST = 12.6
"""Units (hundredths of the window's height) that number and counter are high at least: over an eighth."""
NUMBER, PLACE = 18.0, 13.2
"""Units they are high where the width allows it."""


@dataclass(frozen=True, slots=True)
class LargeCall:
    """A call as it is written: "Nu aan de beurt", "A 012", "Balie 4"."""

    seq: int
    heading: str
    number: str
    place: str
    fresh: bool = False


class CallPanel(Panel):
    """One number and where it goes; or a welcome, before the first call."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.call: LargeCall | None = None
        self.welcome = ("", "")
        self.tall = False
        self._enters = QVariantAnimation(self)
        self._enters.setStartValue(0.0)
        self._enters.setEndValue(1.0)
        self._enters.valueChanged.connect(lambda _: self.update())

    def show_welcome(self, words: str, hint: str) -> None:
        """What is shown as long as nobody was called."""
        if self.changed(self.welcome, (words, hint)):
            self.welcome = (words, hint)
            self._named()

    def show_call(self, call: LargeCall | None) -> None:
        """Show this call; an announced one that was not here yet comes in."""
        old = self.call
        if not self.changed(old, call):
            return
        self.call = call
        self._named()
        if call and call.fresh and (old is None or old.seq != call.seq):
            self._enter()

    @property
    def moving(self) -> bool:
        """Whether a call is coming in."""
        return self._enters.state() == QVariantAnimation.State.Running

    def _enter(self) -> None:
        self._enters.stop()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._enters.setDuration(look.tokens().duration_ms)
        if self._enters.duration():
            self._enters.start()

    def _named(self) -> None:
        if self.call:
            self.say(f"{self.call.heading}: {self.call.number}, {self.call.place}")
        else:
            self.say(" ".join(self.welcome))

    def draw(self, painter: QPainter) -> None:
        fresh = self.call is not None and self.call.fresh
        radius = 1.6 * self.unit
        painter.setPen(look.colour("accent" if fresh else "line"))
        painter.setBrush(look.colour("accent" if fresh else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.call is None:
            self._draw_welcome(painter)
            return
        arrived = float(self._enters.currentValue()) if self.moving else 1.0
        arrived = 1 - (1 - arrived) ** 3
        painter.setOpacity(arrived)
        painter.translate((1 - arrived) * 5 * self.unit, 0)
        self._draw_call(painter, self.call)

    @property
    def _inner(self) -> QRectF:
        side = (2.2 if self.tall else 5.0) * self.unit
        return QRectF(self.rect()).adjusted(side, 0, -side, 0)

    def _draw_welcome(self, painter: QPainter) -> None:
        inner, unit = self._inner, self.unit * (0.6 if self.tall else 1.0)
        words, hint = self.welcome
        made = paint.fitted("display", words, inner.width(), 11 * unit)
        base = self.height() * 0.46
        paint.line(painter, QPointF(inner.left(), base), words, made, look.colour("accent"))
        area = QRectF(inner.left(), base + 4 * unit, inner.width(), self.height() - base - 6 * unit)
        paint.paragraph(painter, area, hint, "body", 4.4 * unit, look.colour("text"))

    def _draw_call(self, painter: QPainter, call: LargeCall) -> None:
        inner, unit = self._inner, self.unit
        ink = look.colour("accent_text" if call.fresh else "text")
        strong = look.colour("accent_text" if call.fresh else "accent")
        small = (2.6 if self.tall else 3.8) * unit
        top = (3.0 if self.tall else 4.8) * unit
        head = paint.fitted("heading", call.heading, inner.width(), small)
        paint.line(painter, QPointF(inner.left(), top + 0.75 * small), call.heading, head, ink)
        number_high, place_high = (LEAST, LEAST) if self.tall else (NUMBER, PLACE)
        free = (self.height() - top - 0.75 * small) / unit - number_high - place_high
        first = top + 0.75 * small + (free * 0.3 + number_high) * unit
        self._draw_number(painter, QPointF(inner.left(), first), call.number, number_high * unit, strong)
        base = first + (free * 0.32 + place_high) * unit
        self._draw_place(painter, QPointF(inner.left(), base), call.place, place_high * unit, ink)

    def _draw_number(self, painter: QPainter, at: QPointF, number: str, high: float, ink: QColor) -> None:
        """ "A 012", always of the same height: a wide one on a narrow screen is condensed."""
        made = paint.for_capitals("display", high)
        made.setWordSpacing(-0.07 * made.pixelSize())
        wide = QFontMetricsF(made).tightBoundingRect(number).width()
        painter.save()
        painter.translate(at)
        painter.scale(min(1.0, self._inner.width() / wide), 1.0)
        paint.line(painter, QPointF(self._overhang(made, number), 0), number, made, ink)
        painter.restore()

    @staticmethod
    def _overhang(made: QFont, text: str) -> float:
        """How far to move the text so that its ink, not its box, begins at the margin."""
        return -QFontMetricsF(made).leftBearing(text[0]) if text else 0.0

    def _draw_place(self, painter: QPainter, at: QPointF, place: str, high: float, ink: QColor) -> None:
        """ "Balie 4": its figures always full size; the word as large as fits beside them."""
        word, _, figure = place.rpartition(" ")
        large = paint.for_capitals("display", high)
        space = QFontMetricsF(large).horizontalAdvance(" ")
        room = self._inner.width() - QFontMetricsF(large).horizontalAdvance(figure) - space
        made = paint.fitted("display", word, room, large.pixelSize()) if word else large
        at = QPointF(at.x() + self._overhang(made, word or figure), at.y())
        width = paint.line(painter, at, word, made, ink) if word else -space
        paint.line(painter, QPointF(at.x() + width + space, at.y()), figure, large, ink)
