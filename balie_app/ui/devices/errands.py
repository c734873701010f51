"""Work that may take long or never end, kept off the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from balie_app.devices.ports import Found, ports_now

Answer = TypeVar("Answer")
LOOK_MS = 2000
"""Between two looks at which ports there are."""


class Errands(QObject):
    """Runs each errand on a thread of its own; its answer comes back on this one.

    The threads die with the program, so that a port that hangs never keeps a window from closing.
    """

    _home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home.connect(lambda answer: answer(), Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Do ``work`` elsewhere, then ``done`` with its answer here. Work that can fail answers how."""

        def go() -> None:
            answer = work()
            with suppress(RuntimeError):  # the window was closed meanwhile
                self._home.emit(lambda: done(answer))

        Thread(target=go, name="balie-errand", daemon=True).start()


class PortWatch(QObject):
    """Which ports this computer has, looked at again and again while somebody wants to know."""

    changed = Signal()

    def __init__(self, ports: Callable[[], tuple[Found, ...]] = ports_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ports: tuple[Found, ...] = ()
        self.fresh: frozenset[str] = frozenset()
        """Ports that came since ``begin``."""
        self.known = False
        """Whether there was an answer at all."""
        self._ask = ports
        self._asking = False
        self._first: frozenset[str] | None = None
        self._errands = Errands(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on; what is there already is not new."""
        self._first, self.fresh = None, frozenset()
        self._timer.start()
        self.look()

    def end(self) -> None:
        """No more looking."""
        self._timer.stop()

    def look(self) -> None:
        """Look now; one question at a time, however long the system takes."""
        if not self._asking:
            self._asking = True
            self._errands.run(self._ask, self._answered)

    def _answered(self, found: tuple[Found, ...]) -> None:
        self._asking, self.known = False, True
        names = frozenset(each.device for each in found)
        if self._first is None:
            self._first = names
        fresh = names - self._first
        self._first &= names  # pulled out and put back: new
        self.ports, self.fresh = found, fresh
        self.changed.emit()
