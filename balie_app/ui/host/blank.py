"""The blank screen: after some time without anybody at the desk, nobody reads initials from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from balie_app.ui import look
from balie_app.ui.host import parts

IDLE_MINUTES = 10
ALIVE = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress})


class Blank(QWidget):
    """Lies over its window after idle time; any key or a click takes it away and does nothing else."""

    def __init__(self, window: QWidget, idle_minutes: float = IDLE_MINUTES) -> None:
        super().__init__(window)
        look.role(self, "brand")
        self._window = window
        self._clock = parts.label("", "display")
        hint = parts.label(self.tr("Druk op een toets om verder te gaan."))
        layout = QVBoxLayout(self)
        parts.fill(layout, (None, self._clock, hint, None), space=12)
        layout.setAlignment(self._clock, Qt.AlignmentFlag.AlignHCenter)
        layout.setAlignment(hint, Qt.AlignmentFlag.AlignHCenter)
        look.name(self, self.tr("Scherm is leeg"), hint.text())
        self.idle = QTimer(self)
        self.idle.setInterval(round(idle_minutes * 60_000))
        self.idle.timeout.connect(self.cover)
        self.hide()

    def watch(self) -> None:
        """Begin to look whether anybody is there."""
        self.idle.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def unwatch(self) -> None:
        """Stop looking."""
        self.idle.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def tell_time(self, text: str) -> None:
        """The clock is all that is left to see."""
        self._clock.setText(text)

    def cover(self) -> None:
        """Hide what is on the screen."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in ALIVE:
            self.idle.start()
        if kind in KEYS and self.isVisible():
            if kind == QEvent.Type.ShortcutOverride:
                event.accept()
            else:
                self.hide()
            return True
        return False
