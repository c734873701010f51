"""Statements that every step asks: built and compiled by SQLAlchemy once, run on the bare driver.

SQLAlchemy's own way from a statement to rows costs three times what SQLite or PostgreSQL needs for the answer. A step
has a dozen of them, so they go straight to the driver; everything that is asked rarely goes the usual way.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import psycopg
from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import ClauseElement

Convert = Callable[[Any], Any]
Ask = Callable[[Connection, Any, Sequence[Any]], Any]
_CURSOR = "balie-cursor"
_FLOAT8 = 701
"""PostgreSQL's number for the only type of ours whose conversion depends on what the server says."""


class Prepared:
    """One statement. Rows come as named tuples of converted values; it takes part in the connection's transaction.

    A failure comes out as the driver's own error: ``engine.known_troubles`` knows those too.
    """

    __slots__ = ("_statement", "_ways")

    def __init__(self, statement: ClauseElement | Callable[[str], ClauseElement]) -> None:
        """``statement``: the same for both databases, or what makes it for a dialect by name."""
        self._statement = statement
        self._ways: dict[str, _Way] = {}

    def all(self, connection: Connection, values: Mapping[str, Any] | None = None) -> list[Any]:
        """All rows."""
        way = self._way(connection)
        return way.rows(way.ask(connection, way.text, way.bound(values or {})).fetchall())

    def first(self, connection: Connection, values: Mapping[str, Any] | None = None) -> Any:
        """The only row, or None."""
        way = self._way(connection)
        row = way.ask(connection, way.text, way.bound(values or {})).fetchone()
        return None if row is None else way.rows([row])[0]

    def send(self, connection: Connection, values: Mapping[str, Any]) -> Sent:
        """Carry it out, within ``together``; the answer holds afterwards how many rows it touched (``rowcount``)."""
        way = self._way(connection)
        sent: Sent = way.send(connection, way.text, way.bound(values))
        return sent

    def _way(self, connection: Connection) -> _Way:
        name = connection.dialect.name
        way = self._ways.get(name)
        if way is None:
            statement = self._statement
            built = statement if isinstance(statement, ClauseElement) else statement(name)
            way = self._ways[name] = _Way(built, connection.dialect)
        return way


class Sent(Protocol):
    """A statement that was sent."""

    @property
    def rowcount(self) -> int:
        """How many rows it touched."""


@contextmanager
def together(connection: Connection) -> Iterator[None]:
    """Statements that are sent in here go to PostgreSQL in one go, and it answers all at the end: one wait, not ten."""
    if connection.dialect.name == "sqlite":
        yield
        return
    link: Any = connection.connection.driver_connection
    with link.pipeline():
        yield


class _Way:
    """The statement for one kind of database."""

    __slots__ = ("_binds", "_cells", "_make", "ask", "send", "text")

    def __init__(self, statement: ClauseElement, dialect: Dialect) -> None:
        sqlite = dialect.name == "sqlite"
        # psycopg sends a statement with $1, $2, … as it is; with names it would have to read it first
        spoken: Any = dialect if sqlite else _dollars()
        compiled: Any = statement.compile(dialect=spoken)
        self.text: str | bytes = compiled.string if sqlite else compiled.string.encode()
        self.ask: Ask = _ask_sqlite if sqlite else _ask_postgresql
        self.send: Ask = _ask_sqlite if sqlite else _send_postgresql
        ways, usual = compiled._bind_processors, compiled.params
        self._binds = [(name, usual[name], ways.get(name)) for name in compiled.positiontup or ()]
        columns = compiled._result_columns or ()
        found = [each.type.dialect_impl(spoken).result_processor(spoken, _FLOAT8) for each in columns]
        self._cells: list[tuple[int, Convert]] = [(at, way) for at, way in enumerate(found) if way is not None]
        names = " ".join(each.keyname for each in columns)
        row: Any = namedtuple("row", names, rename=True)  # type: ignore[misc]
        self._make = row._make

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the order in which the statement wants them, as the database keeps them."""
        return [
            values.get(name, usual) if way is None else way(values.get(name, usual)) for name, usual, way in self._binds
        ]

    def rows(self, raw: list[Sequence[Any]]) -> list[Any]:
        """What the driver gave, as named tuples of values."""
        make, cells = self._make, self._cells
        if not cells:
            return [make(row) for row in raw]
        found = []
        for row in raw:
            changed = list(row)
            for at, convert in cells:
                changed[at] = convert(changed[at])
            found.append(make(changed))
        return found


def _dollars() -> Dialect:
    make: Callable[..., Dialect] = postgresql.psycopg.dialect
    return make(paramstyle="numeric_dollar")


def _ask_sqlite(connection: Connection, text: str, bound: Sequence[Any]) -> Any:
    link: Any = connection.connection.driver_connection
    return link.execute(text, bound)


def _ask_postgresql(connection: Connection, text: bytes, bound: Sequence[Any]) -> Any:
    memory = connection.info
    cursor: psycopg.RawCursor[Any] | None = memory.get(_CURSOR)
    if cursor is None:
        link: Any = connection.connection.driver_connection
        cursor = memory[_CURSOR] = psycopg.RawCursor(link)
    return cursor.execute(text, bound, prepare=True)


def _send_postgresql(connection: Connection, text: bytes, bound: Sequence[Any]) -> Any:
    link: Any = connection.connection.driver_connection
    return psycopg.RawCursor(link).execute(text, bound, prepare=True)
