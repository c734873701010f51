"""A scanner that types, for a whole application: its codes never reach a field, a button or a password."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt

from balie_app.ui.scanning.burst import FAST_S, Burst

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
HOLD_MS = round(1000 * FAST_S) + 5


class WedgeFilter(QObject):
    """Install with ``install(app)``; what was scanned comes out of ``scanned``.

    The first key of what may be a code is held back for some 40 ms, which nobody feels; a person's keys are then given
    to whoever has the focus, in their order.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject, prefix: str = "", seconds: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._burst = Burst(prefix)
        self._seconds = seconds
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._replaying = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def install(self, app: QCoreApplication | None) -> None:
        """See every key of the application before anybody else does."""
        if app is not None:
            app.installEventFilter(self)

    def remove(self) -> None:
        """See no more keys."""
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(event, QKeyEvent) or not _for_window(watched):
            return False
        if event.type() is QEvent.Type.KeyRelease:
            return False
        if event.type() is not QEvent.Type.KeyPress or event.isAutoRepeat():
            return False
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        return self._press(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        """True when nobody else is to see this key."""
        if event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr}:
            return False  # a scanner holds Shift for capitals; on its own it types nothing
        heard = self._burst.key(event.text(), event.key() in ENTERS, self._seconds())
        if heard.code:
            self._timer.stop()
            self._held.clear()
            self.scanned.emit(heard.code)
            return True
        if heard.replay:
            self._replay()
        if heard.hold:
            self._held.append((watched, event.clone()))
            self._timer.start(HOLD_MS)
        return heard.hold

    def _look(self) -> None:
        if self._burst.overdue(self._seconds()):
            self._replay()
        elif self._burst.held:
            self._timer.start(HOLD_MS)

    def _replay(self) -> None:
        """Give the held keys to whom they were for."""
        self._timer.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for watched, event in held:
                QCoreApplication.sendEvent(watched, event)
        finally:
            self._replaying = False


def _for_window(watched: QObject) -> bool:
    """Keys come to the window first and then to the widget with the focus: one of the two is enough."""
    return watched.isWindowType()
