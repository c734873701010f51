"""What the parts of the waiting screen share."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from balie_app.ui import look

Content = TypeVar("Content")


class Panel(QWidget):
    """A part of the wall: painted in units of a hundredth of the window's height, read aloud by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.unit = 10.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def say(self, text: str) -> None:
        """What a screen reader reads here."""
        if text != self.accessibleName():
            look.name(self, text)

    def changed(self, old: Content, new: Content) -> bool:
        """Whether there is something new to paint; asks for the painting when so."""
        if old == new:
            return False
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Paint the content."""
