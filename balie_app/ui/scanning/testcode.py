"""The test code as a picture: who scans it reads which keyboard the scanner thinks it has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from balie_app.printing.bitmap import qr_matrix
from balie_app.ui import look
from balie_app.ui.scanning.layout import TEST_CODE

MODULE = 4
"""Pixels of one little square: large enough for any scanner from a screen."""
QUIET = 4
"""White squares around it, as the standard wants."""


class TestCode(QWidget):
    """Black on white in every theme: that is what scanners read."""

    __test__ = False

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows = qr_matrix(TEST_CODE, QUIET)
        self.setFixedSize(self.sizeHint())
        look.name(self, name)

    def sizeHint(self) -> QSize:
        return QSize(MODULE * len(self._rows), MODULE * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(x * MODULE, y * MODULE, MODULE, MODULE, QColor("black"))
        painter.end()
