"""A field with its name above it and what is wrong below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.setup.parts import label

ROOM = 10
"""Around the lines, in px."""


class Lines(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        high = round(QFontMetricsF(look.font("body")).lineSpacing() * rows) + ROOM
        self.setStyleSheet(f"QPlainTextEdit {{ min-height: {high}px; max-height: {high}px; }}")


class Field(QWidget):
    """A few lines of text with a name above, and below what is wrong with them; the last only when something is."""

    def __init__(self, rows: int, about: str) -> None:
        super().__init__()
        self.control = Lines(rows)
        self.name = label("strong")
        self.mistake = label("red", wrap=True)
        self.mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.control)
        column.addWidget(self.mistake)
        self.about = about

    def call(self, name: str) -> None:
        """Give the field another name."""
        self.name.setText(name)
        look.name(self.control, name, self.about)

    def blame(self, text: str) -> None:
        """Say what is wrong with it; "" when nothing is."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))
        look.name(self.control, self.name.text(), text or self.about)


class NoWheel(QObject):
    """Keeps the wheel from changing a choice while somebody scrolls past it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only a control that has the focus hears the wheel."""
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
