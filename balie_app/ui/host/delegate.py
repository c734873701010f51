"""How one line of a list is drawn: number, matter, time; signs before colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from balie_app.ui import look
from balie_app.ui.host.lines import Line, Tone
from balie_app.ui.models import ROW

PAD, GAP, SIGN = 12, 12, 16
ABOVE = 8
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
ONE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
INK = {Tone.PLAIN: "text", Tone.QUIET: "text_quiet", Tone.FREE: "green", Tone.AMBER: "amber_text", Tone.RED: "red_text"}
SIGNS = {Tone.AMBER: ("clock", "amber"), Tone.RED: ("clock_filled", "red")}
Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Draws a :class:`Line`. The matter wraps rather than being cut."""

    def __init__(self, view: QListView, widest_lead: str) -> None:
        """``widest_lead``: a sample as wide as the first column ever gets, such as "Kamer 10"."""
        super().__init__(view)
        self._view = view
        self._sample = widest_lead
        self.refresh()

    def refresh(self) -> None:
        """Take the fonts of the theme again."""
        self.lead_font, self.text_font = look.font("number", 0.5), look.font("body")
        self.under_font = look.font("small")
        self.tail_font = look.font("number", 15 / look.tokens().type["number"])
        self.lead_width = QFontMetrics(self.lead_font).horizontalAdvance(self._sample) if self._sample else SIGN + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Line | None = index.data(ROW)
        width = self._view.viewport().width()
        if line is None:
            return QSize(width, 48)
        middle = self._middle(QRect(0, 0, width, 1000), line)
        high = self._high(self.text_font, line.text, middle.width(), WRAP)
        high += self._high(self.under_font, line.under, middle.width(), WRAP) if line.under else 0
        least = QFontMetrics(self.tail_font).height() + (
            QFontMetrics(self.under_font).height() if line.tail_under else 0
        )
        return QSize(width, max(high, least) + 2 * ABOVE)

    def _high(self, font: QFont, text: str, width: int, flags: int) -> int:
        return QFontMetrics(font).boundingRect(QRect(0, 0, max(40, width), 1000), flags, text).height()

    def _tail_width(self, line: Line) -> int:
        sign = SIGN + 4 if line.tone in SIGNS else 0
        tail = QFontMetrics(self.tail_font).horizontalAdvance(line.tail) + sign
        return max(tail, QFontMetrics(self.under_font).horizontalAdvance(line.tail_under))

    def _middle(self, rect: QRect, line: Line) -> QRect:
        left = PAD + self.lead_width + GAP
        tail = self._tail_width(line)
        return rect.adjusted(left, ABOVE, -(PAD + (tail + GAP if tail else 0)), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line | None = index.data(ROW)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, state)
        ink = look.colour("text_quiet" if line.quiet else "text")
        self._lead(painter, rect, line, ink)
        self._matter(painter, self._middle(rect, line), line, ink)
        self._tail(painter, rect.adjusted(PAD, ABOVE, -PAD, 0), line)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and self._view.hasFocus()
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        painter.setPen(QPen(look.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent_surface" if chosen else "sunken"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)

    def _lead(self, painter: QPainter, rect: QRect, line: Line, ink: QColor) -> None:
        if line.sign:
            look.icon(line.sign, "text_quiet").paint(
                painter, QRect(rect.x() + PAD, rect.y() + ABOVE + 1, SIGN + 2, SIGN + 2)
            )
            return
        lift = QFontMetrics(self.lead_font).ascent() - QFontMetrics(self.text_font).ascent()
        painter.setFont(self.lead_font)
        painter.setPen(ink)
        painter.drawText(rect.adjusted(PAD, ABOVE - lift, 0, 0), ONE, line.lead)

    def _matter(self, painter: QPainter, rect: QRect, line: Line, ink: QColor) -> None:
        painter.setFont(self.text_font)
        painter.setPen(ink)
        painter.drawText(rect, WRAP, line.text)
        if line.under:
            down = self._high(self.text_font, line.text, rect.width(), WRAP)
            painter.setFont(self.under_font)
            painter.setPen(look.colour("text_quiet"))
            painter.drawText(rect.adjusted(0, down, 0, 0), WRAP, line.under)

    def _tail(self, painter: QPainter, rect: QRect, line: Line) -> None:
        right = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        metrics = QFontMetrics(self.tail_font)
        painter.setFont(self.tail_font)
        painter.setPen(look.colour(INK[line.tone]))
        painter.drawText(rect, right, line.tail)
        if line.tone in SIGNS:
            sign, shade = SIGNS[line.tone]
            left = rect.right() - metrics.horizontalAdvance(line.tail) - SIGN - 4
            top = rect.y() + (metrics.height() - SIGN) // 2
            look.icon(sign, shade).paint(painter, QRect(left, top, SIGN, SIGN))
        if line.tail_under:
            painter.setFont(self.under_font)
            painter.setPen(look.colour("text_quiet"))
            painter.drawText(rect.adjusted(0, metrics.height(), 0, 0), right, line.tail_under)
