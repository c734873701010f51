"""What the panel has to tell: a calm sentence that goes by itself, and the bar of a lost connection."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.counter.parts import Sign, label

STAYS_MS = 9000


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say it at once."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Notice(QWidget):
    """One sentence with a sign; hidden when there is nothing to say. A click puts it away."""

    gone = Signal()

    def __init__(self, icon: str, stays: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Sign(icon, self)
        self.label = label(parent=self)
        look.role(self, "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(STAYS_MS)
        self.timer.timeout.connect(self.clear)
        self.stays = stays
        self.hide()

    def say(self, text: str) -> None:
        """Show and announce a sentence."""
        if not text:
            return self.clear()
        fresh = text != self.label.text()
        self.label.setText(text)
        look.name(self, text)
        self.show()
        if not self.stays:
            self.timer.start()
        if fresh:
            announce(self, text)
        return None

    def clear(self) -> None:
        """Nothing to say any more."""
        self.timer.stop()
        self.hide()
        self.label.clear()
        self.gone.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        if not self.stays:
            self.clear()
