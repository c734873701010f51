"""The change feed: wakes a station when anybody changed the hall. A wake-up means "look again"."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError

from balie_app.queue.store.doorbell import Doorbell
from balie_app.queue.store.engine import WATCHING, connect, data_version, hall_url, mode
from balie_app.queue.store.work import CHANNEL

WATCH_SECONDS = 0.05
"""How often a SQLite file is looked at for commits of other processes."""
RING_LOOKS, RING_SECONDS = 25, 0.001
"""After the doorbell: the write is heard before the commit can be seen, so look this often."""
ANYWAY_SECONDS = 15.0
"""Look again at least this often: a notification is a hint, the journal is the truth."""
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0


class Feed:
    """A thread that calls ``on_change()`` after commits and ``on_online(bool)`` when the database goes or comes.

    Both are called on the feed's own thread. ``on_change`` is also called after each (re)connection.
    """

    def __init__(self, where: str, on_change: Callable[[], None], on_online: Callable[[bool], None]) -> None:
        self._url = hall_url(where)
        self._on_change = on_change
        self._on_online = on_online
        self._stop = threading.Event()
        self._pause = FIRST_PAUSE
        self._thread = threading.Thread(target=self._run, name="balie-feed", daemon=True)

    def start(self) -> None:
        """Begin listening."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns when it has ended."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(5)

    def _run(self) -> None:
        listen = self._watch_file if self._url.get_backend_name() == "sqlite" else self._listen
        while not self._stop.is_set():
            try:
                listen()
            except (DBAPIError, psycopg.Error, OSError):
                self._on_online(False)
                self._stop.wait(self._pause)
                self._pause = min(self._pause * 2, LONGEST_PAUSE)

    def _watch_file(self) -> None:
        if not Path(self._url.database or "").is_file():
            raise FileNotFoundError(self._url.database)
        engine = connect(self._url)
        bell = Doorbell(Path(self._url.database or ""))
        try:
            with engine.connect() as connection:
                mode(connection, WATCHING)
                # The counter first: a commit between the two would be noticed only at the next look anyway.
                seen, waited = data_version(connection), 0.0
                self._back_online()
                while not self._stop.is_set():
                    waited += WATCH_SECONDS
                    now = self._next_version(connection, seen, bell)
                    if now != seen or waited >= ANYWAY_SECONDS:
                        seen, waited = now, 0.0
                        self._on_change()
        finally:
            bell.close()
            engine.dispose()

    def _next_version(self, connection: Connection, seen: int, bell: Doorbell) -> int:
        """The file's version after one pause, or as soon as the doorbell rang and a commit can be seen."""
        if not bell.works:
            self._stop.wait(WATCH_SECONDS)
            return data_version(connection)
        looks = RING_LOOKS if bell.wait(WATCH_SECONDS) else 1
        for _ in range(looks - 1):
            if (now := data_version(connection)) != seen or self._stop.wait(RING_SECONDS):
                return now
        return data_version(connection)

    def _listen(self) -> None:
        with psycopg.connect(_dsn(self._url), autocommit=True, connect_timeout=5, keepalives_idle=10) as link:
            link.execute(f"LISTEN {CHANNEL}")
            self._back_online()
            quiet = 0.0
            while not self._stop.is_set():
                heard = [*link.notifies(timeout=0.25, stop_after=1)]
                quiet = 0.0 if heard else quiet + 0.25
                if heard or quiet >= ANYWAY_SECONDS:
                    quiet = 0.0
                    self._on_change()

    def _back_online(self) -> None:
        self._pause = FIRST_PAUSE
        self._on_online(True)
        self._on_change()


def _dsn(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
