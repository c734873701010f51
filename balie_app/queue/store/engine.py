"""Connections to a hall database, and its known troubles told apart from bugs."""

from __future__ import annotations

import errno
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from balie_app.queue.trouble import Trouble

BUSY_MS = 10_000
"""How long a step waits for another process's step on the same SQLite file."""
_SQLITE_WAY: dict[str, Any] = {"uri": True, "timeout": BUSY_MS / 1000, "check_same_thread": False}
CACHE_KIB = 16_000
"""How much of a SQLite hall a station keeps in memory at most: a day with ten thousand waiting, at its usual 2,000 the
pages of one step would push each other out."""
LOOK_AGAIN_S = (0.000_5, 0.001_5)
"""How soon a SQLite step that begins to wait looks whether it is its turn: at random in between."""
IMPATIENT_S = 0.04
"""After so much waiting it looks ten times as often: who waits longest goes first, nearly always."""
_POSTGRESQL_WAY: dict[str, Any] = {
    "connect_timeout": 5,
    # a server that fell silent is noticed within 15 s, also in the middle of a step
    "keepalives_idle": 5,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 15_000,
    # a station that hangs in the middle of its step does not hold up the hall
    "options": f"-c lock_timeout={BUSY_MS} -c idle_in_transaction_session_timeout={BUSY_MS}"
    # every question of a step is a few looks into an index: planning it anew would cost more than asking it; and among
    # millions of old contacts the server sees no few who wait, and would sort them instead of reading them in order
    " -c plan_cache_mode=force_generic_plan -c jit=off -c enable_sort=off",
}


def hall_url(text: str | Path) -> URL:
    """A path or ``postgresql://…`` as a database URL; anything else is refused with an example."""
    name = str(text)
    if "\0" in name:
        raise Trouble("bad-url", url=name.replace("\0", "?"))
    if "://" not in name:
        return URL.create("sqlite", database=str(Path(name).expanduser().resolve()))
    try:
        url = make_url(name)
    except (ArgumentError, ValueError):  # SQLAlchemy lets a strange port through as a ValueError
        raise Trouble("bad-url", url=name) from None
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise Trouble("bad-url", url=shown_url(url))
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if not url.database:
        raise Trouble("bad-url", url=name)
    return hall_url(url.database)


def shown_url(url: URL) -> str:
    """A URL for people: a file's path, or the server without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def connect(url: URL, make: bool = False) -> Engine:
    """An engine with the house's transactions: SQLite writes begin at once and are durable.

    Only with ``make`` a missing SQLite file is made.
    """
    if url.get_backend_name() == "sqlite":
        file = Path(url.database or "").as_uri() + ("?mode=rwc" if make else "?mode=rw")
        engine = create_engine(url, creator=partial(sqlite3.connect, file, **_SQLITE_WAY))
        _prepare_sqlite(engine)
        return engine
    try:
        return create_engine(url, pool_size=2, connect_args=_POSTGRESQL_WAY | dict(url.query))
    except (ArgumentError, NoSuchModuleError):
        raise Trouble("bad-url", url=shown_url(url)) from None


def check_file(url: URL) -> None:
    """Refuse a SQLite file that is missing or empty: SQLite itself would make a database of it.

    Never opens the file: where a process has it open already, closing it a second time lets go of all locks that
    SQLite has on it (POSIX), and another station would throw away the log that this one still writes its steps to.
    """
    file = Path(url.database or "")
    try:
        empty = not file.is_file() or file.stat().st_size == 0
    except OSError:
        raise Trouble("cannot-open", where=shown_url(url)) from None
    if empty:
        raise Trouble("no-hall", where=shown_url(url))


def share(engine: Engine) -> None:
    """Let several stations read a SQLite hall while one writes. Kept in the file; a copy may have lost it."""
    if engine.dialect.name != "sqlite":
        return
    with suppress(DBAPIError), engine.connect() as raw:  # a file that may only be read stays as it is
        mode(raw, WATCHING)
        raw.exec_driver_sql("PRAGMA journal_mode=WAL")


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connected(dbapi: sqlite3.Connection, _record: object) -> None:
        dbapi.isolation_level = None
        for pragma in (f"busy_timeout={BUSY_MS}", "synchronous=FULL", f"cache_size=-{CACHE_KIB}", "foreign_keys=ON"):
            dbapi.execute(f"PRAGMA {pragma}")

    # not an event: an engine with events looks for listeners at every statement, which costs a tenth of a step
    engine.dialect.do_begin = _begin  # type: ignore[method-assign, assignment]


MODE = "balie-mode"
READING, WATCHING = "reading", "watching"


def mode(connection: Connection, how: str | None) -> None:
    """How the next transactions of this connection begin: ``READING``, ``WATCHING`` (not at all), or None: writing."""
    connection.info[MODE] = how


def _begin(link: Any) -> None:
    how = link.info.get(MODE)
    if how == READING:
        link.driver_connection.execute("BEGIN")
    elif how != WATCHING:  # a transaction of the change feed would keep everybody else out
        _take_turn(link.driver_connection)


def _take_turn(link: sqlite3.Connection) -> None:
    """Begin a writing transaction when nobody else writes.

    SQLite's own way of waiting looks less and less often: among several busy stations the unlucky one would wait for a
    second. Here it looks more and more often.
    """
    begun = time.monotonic()
    link.execute("PRAGMA busy_timeout=0")
    try:
        while (waited := time.monotonic() - begun) < BUSY_MS / 1000:
            try:
                link.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    break
                time.sleep(random.uniform(*LOOK_AGAIN_S) * max(0.1, 1 - waited / IMPATIENT_S))  # noqa: S311
            else:
                return
        link.execute("BEGIN IMMEDIATE")  # what is wrong comes out as any other failure
    finally:
        link.execute(f"PRAGMA busy_timeout={BUSY_MS}")


def relax(engine: Engine) -> None:
    """For a rehearsal hall: SQLite leaves it to the system when a step reaches the disk.

    Nothing real is in it. A step survives the end of any process, not a power cut. Steps cost a tenth. It holds for
    connections that are made from now on.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda dbapi, _record: dbapi.execute("PRAGMA synchronous=NORMAL"))


@contextmanager
def known_troubles(where: str) -> Iterator[None]:
    """Turn the database's own failures into a :class:`Trouble` with a next step; bugs pass unchanged."""
    try:
        yield
    except DBAPIError as error:
        raise _known(error.orig, where, error.connection_invalidated) or error from error
    except (sqlite3.Error, psycopg.Error) as error:
        raise _known(error, where) or error from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise Trouble("disk-full", where=where) from error
        raise Trouble("database-away", where=where) from error


_SQLITE = (
    ("disk is full", "disk-full"),
    ("disk I/O error", "disk-full"),
    ("readonly database", "read-only"),
    ("read-only", "read-only"),
    ("is locked", "locked"),
    ("unable to open database", "cannot-open"),
    ("not a database", "unreadable"),
    ("malformed", "unreadable"),
)
_POSTGRESQL = (
    ("does not exist", "no-such-database"),
    ("password authentication failed", "not-allowed-in"),
    ("no password supplied", "not-allowed-in"),
    ("No space left", "disk-full"),
    ("lock timeout", "locked"),
    ("read-only transaction", "read-only"),
)


def _known(error: BaseException | None, where: str, lost: bool = False) -> Trouble | None:
    said = str(error)
    sqlite = isinstance(error, sqlite3.Error)
    for piece, code in _SQLITE if sqlite else _POSTGRESQL:
        if piece in said:
            return Trouble(code, where=where)
    # what is left of SQLite's complaints is about our statements: a bug, not an outage
    if not sqlite and (lost or isinstance(error, psycopg.OperationalError)):
        return Trouble("database-away", where=where)
    return None


def data_version(connection: Any) -> int:
    """SQLite's counter of commits made by other connections."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
