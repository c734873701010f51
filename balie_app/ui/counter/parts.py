"""Small pieces of the panel: a button that carries its key, the late sign, the huge number, a line with an icon."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from balie_app.ui import look
from balie_app.ui.counter.situation import Lateness

PAD = 12
SMALL_LINK = """
QPushButton { padding: 3px 7px; min-height: 0; font-size: 13px; border: 1px solid transparent; }
QPushButton:focus { padding: 2px 6px; border-width: 2px; }
"""
"""For quiet buttons that read like a word in a line."""
OUTDENT = 8
"""Padding and border of such a button, in px."""


class KeyButton(QPushButton):
    """A button with its word at the left and its key, quietly, at the right."""

    def __init__(self, text: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.rank = ""
        self.tight = False
        self.setStyleSheet("QPushButton { min-height: 0; padding: 0; }")  # we measure and write ourselves
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_rank("secondary")
        self.set_word(text)

    def set_word(self, text: str) -> None:
        """Change the word, and what a screen reader says."""
        self.setText(text)
        look.name(self, text.replace("&", ""), self.key.replace("⇧", "Shift "))
        self.updateGeometry()

    def set_rank(self, rank: str) -> None:
        """primary: the one next step; secondary: all others."""
        if rank != self.rank:
            self.rank = rank
            look.role(self, rank)
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font("body"))
        small = QFontMetrics(look.font("small"))
        word = metrics.horizontalAdvance(self.text().replace("&", ""))
        width = word + 2 * PAD + (small.horizontalAdvance(self.key) + PAD if self.key else 0)
        return QSize(width, metrics.height() + (10 if self.tight else 18))

    def set_tight(self, tight: bool) -> None:
        """Lower, for a low window."""
        if tight != self.tight:
            self.tight = tight
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._words(painter)

    def _words(self, painter: QPainter) -> None:
        primary = self.rank == "primary" and self.isEnabled()
        inner = self.rect().adjusted(PAD, 0, -PAD, 0)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("accent_text" if primary else "text_quiet" if self.isEnabled() else "text_disabled"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.key)
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if primary else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(look.colour("accent_text" if primary else "text" if self.isEnabled() else "text_disabled"))
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(inner, flags | Qt.TextFlag.TextShowMnemonic.value, self.text())


class LateChip(QWidget):
    """The alarm scale: amber with a clock sign, red with a filled one and "te laat"; nothing when in time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = Lateness.NONE
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_late(self, level: Lateness, text: str) -> None:
        """Show this level with these words."""
        if (level, text) == (self.level, self.text):
            return
        self.level, self.text = level, text
        look.name(self, text)
        self.setVisible(level is not Lateness.NONE)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look.font("body"))
        return QSize(metrics.horizontalAdvance(self.text) + metrics.height() + 3 * 8, metrics.height() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = "red" if self.level is Lateness.RED else "amber"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(f"{tone}_surface"))
        painter.drawRoundedRect(self.rect(), self.height() / 2, self.height() / 2)
        size = self.height() - 8
        sign = look.icon("clock_filled" if tone == "red" else "clock", f"{tone}_text")
        sign.paint(painter, QRect(8, 4, size, size))
        painter.setFont(look.font("body"))
        painter.setPen(look.colour(f"{tone}_text"))
        inner = self.rect().adjusted(size + 14, 0, -8, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text)


class BigNumber(QWidget):
    """The number, as large as the width allows."""

    def __init__(self, parent: QWidget | None = None, height: int = 92) -> None:
        super().__init__(parent)
        self.text = ""
        self.tone = "text"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.full = height
        self.setFixedHeight(height)

    def set_low(self, low: bool) -> None:
        """Half as high, when something else needs the room."""
        self.setFixedHeight(self.full // 2 if low else self.full)

    def show_text(self, text: str, tone: str = "text") -> None:
        """Show a number, or a quiet word instead of one."""
        if (text, tone) != (self.text, self.tone):
            self.text, self.tone = text, tone
            look.name(self, text)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = look.font("number")
        quiet = self.tone != "text"
        font.setPixelSize(int(self.height() * (0.5 if quiet else 0.92)))
        room = self.width() - 8
        wide = QFontMetrics(font).horizontalAdvance(self.text)
        if wide > room:
            font.setPixelSize(max(12, int(font.pixelSize() * room / wide)))
        painter.setFont(font)
        painter.setPen(look.colour(self.tone))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)


class Sign(QWidget):
    """A quiet icon that follows the theme."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.setFixedSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look.icon(self.icon, "text_quiet").paint(painter, self.rect())


class Opener(KeyButton):
    """A narrow button with a sign that points down: there is more to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(32, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(0, 0, 18, 18)
        place.moveCenter(self.rect().center())
        look.icon("chevron_down", "text" if self.isEnabled() else "text_disabled").paint(QPainter(self), place)


class Line(QWidget):
    """A line of text with an icon before it and room for something at its end; hidden when empty."""

    def __init__(self, icon: str, tail: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Sign(icon, self)
        self.label = label(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        if tail:
            row.addWidget(tail, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show this text; nothing at all when it is empty."""
        self.label.setText(text)
        self.setVisible(bool(text))


def label(text: str = "", role: str = "", parent: QWidget | None = None, wrap: bool = True) -> QLabel:
    """A label in plain text that wraps."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        look.role(made, role)
    return made
