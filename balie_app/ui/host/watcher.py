"""Keeps an eye on the norm of appointments for the host, beside the window: nothing on show ever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from balie_app.queue.store.watch import Watch, watch
from balie_app.queue.views import HallView

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink

PAUSE_MS = 5_000
"""The norm is worked out so often at most, however fast the hall changes."""
ANYWAY_MS = 15_000
"""Minutes pass also when nothing happens."""

Look = Callable[[HallView, datetime], Watch | None]


class NormWatcher(QObject):
    """Gives each new :class:`Watch` with ``found``; None while this process is not ready for sampled futures."""

    found = Signal(object)

    def __init__(self, link: HallLink, parent: QObject, look: Look = watch) -> None:
        super().__init__(parent)
        self._link, self._look = link, look
        self._new = self._busy = False
        self._pause, self._anyway = QTimer(self), QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._next)
        self._anyway.timeout.connect(self.see)
        link.changed.connect(self.see)

    def begin(self) -> None:
        """Look from time to time, also when the hall does not change."""
        self._anyway.start(ANYWAY_MS)

    def end(self) -> None:
        """Look no more until ``begin``."""
        self._anyway.stop()
        self._pause.stop()

    def see(self) -> None:
        """The hall changed, or time passed."""
        self._new = True
        self._next()

    def _next(self) -> None:
        view = self._link.view
        if view is None or not self._new or self._busy or self._pause.isActive() or not self._anyway.isActive():
            return
        self._new, self._busy = False, True
        self._pause.start(PAUSE_MS)
        self._link.consider(partial(self._look, view, self._link.now()), self._tell)

    def _tell(self, found: Watch | None) -> None:
        self._busy = False
        self.found.emit(found)
        self._next()
