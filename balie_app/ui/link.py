"""A window's link to the hall: commands go out, pictures of the hall come in, nothing ever blocks.

One store thread owns the database session; one feed thread listens; a third thread works things out from a picture.
Values cross, sessions and widgets never do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Timer
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from balie_app.queue.commands import By, Command
from balie_app.queue.hall import Hall, open_hall, wall_clock
from balie_app.queue.messages import sentence
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store.feed import Feed
from balie_app.queue.store.sampling import prepare
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView

log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]

QUIETEST_MS = 60
"""Pictures are read at most this often, however fast the hall changes."""
READY_AFTER_S = 3.0
"""After the first picture a station makes ready for better forecasts, once its windows have come to rest."""
RETRY_MS = 1000
"""When a picture could not be read, the next try comes after this."""


class HallLink(QObject):
    """The hall as a window knows it. Lives on the GUI thread."""

    changed = Signal(object)
    online = Signal(bool)
    refused = Signal(str)
    _home = Signal(object)

    def __init__(self, where: str, by: By, parent: QObject | None = None, forecasts: bool = True) -> None:
        """``forecasts``: whether this window shows how long people will wait, and so makes ready for it."""
        super().__init__(parent)
        self._forecasts = forecasts
        self.where = where
        self.by = by
        self.view: HallView | None = None
        self.is_online = False
        self._hall: Hall | None = None
        self._reading = False
        self._again = False
        self._stopped = False
        self._store = ThreadPoolExecutor(max_workers=1, thread_name_prefix="balie-store")
        self._mind = ThreadPoolExecutor(max_workers=1, thread_name_prefix="balie-mind")
        self._home.connect(self._run_at_home, Qt.ConnectionType.QueuedConnection)
        self._feed = Feed(where, lambda: self._home.emit(self.look), lambda on: self._home.emit(lambda: self._say(on)))
        self._ready = Timer(READY_AFTER_S, prepare)
        self._ready.daemon = True  # a station that ends does not wait for it
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.timeout.connect(self._after_pause)

    def start(self) -> None:
        """Begin: the first picture comes through ``changed`` when the hall answers."""
        self._feed.start()

    def stop(self) -> None:
        """End all threads; returns when they have ended."""
        self._stopped = True
        self._ready.cancel()
        self._pace.stop()
        self._feed.stop()
        self._mind.shutdown(wait=True, cancel_futures=True)
        self._store.submit(self._close)
        self._store.shutdown(wait=True)

    def now(self) -> datetime:
        """The hall's time at this moment."""
        return self.view.clock.now(wall_clock()) if self.view else datetime.now(UTC)

    def do(self, command: Command, done: Done | None = None, failed: Failed | None = None) -> None:
        """Carry out a command on the store thread; ``done(result)`` or ``failed(error)`` comes back on this one."""
        self._store.submit(self._perform, command, replace(self.by)).add_done_callback(
            lambda future: self._home.emit(lambda: self._finish(future, done, failed))
        )

    def ask(self, question: Callable[[Hall], Any], done: Done, failed: Failed | None = None) -> None:
        """Ask the hall something on the store thread; the answer comes back on this one."""
        self._store.submit(lambda: question(self._opened())).add_done_callback(
            lambda future: self._home.emit(lambda: self._finish(future, done, failed))
        )

    def consider(self, thought: Callable[[], Any], done: Done) -> None:
        """Work something out on a thread of its own, from values only; the answer comes back on this one."""
        if not self._stopped:
            self._mind.submit(thought).add_done_callback(
                lambda future: None if future.cancelled() else self._home.emit(lambda: done(future.result()))
            )

    def look(self) -> None:
        """Read the hall again (soon, if it was read just now)."""
        if self._stopped:  # a hint that was still under way when the window closed
            return
        if self._reading or self._pace.isActive():
            self._again = True
            return
        self._reading = True
        self._pace.start(QUIETEST_MS)
        self._store.submit(lambda: self._opened().view()).add_done_callback(
            lambda future: self._home.emit(lambda: self._show(future))
        )

    # -- on the store thread ---------------------------------------------------------------------

    def _opened(self) -> Hall:
        if self._hall is None:
            self._hall = open_hall(self.where)
        return self._hall

    def _perform(self, command: Command, by: By) -> Any:
        return self._opened().perform(command, by)

    def _close(self) -> None:
        if self._hall is not None:
            self._hall.close()

    # -- on the GUI thread -----------------------------------------------------------------------

    def _run_at_home(self, work: Callable[[], None]) -> None:
        work()

    def _after_pause(self) -> None:
        if self._again and not self._reading:
            self._again = False
            self.look()

    def _show(self, future: Future[HallView]) -> None:
        self._reading = False
        error = future.exception()
        if error is None:
            if self.view is None and self._forecasts:
                self._ready.start()
            self.view = future.result()
            self._say(True)
            self.changed.emit(self.view)
        elif isinstance(error, Trouble):
            log.info("hall not readable: %s", error.code)
            self._say(False)
            self._again = True
            self._pace.start(RETRY_MS)
        else:
            raise error
        if not self._pace.isActive():
            self._after_pause()

    def _finish(self, future: Future[Any], done: Done | None, failed: Failed | None) -> None:
        error = future.exception()
        if error is None:
            self.look()
            if done is not None:
                done(future.result())
        elif not isinstance(error, Refused | Trouble):
            raise error
        elif failed is not None:
            failed(error)
        else:
            self.refused.emit(sentence(error))

    def _say(self, online: bool) -> None:
        if online != self.is_online:
            self.is_online = online
            self.online.emit(online)
