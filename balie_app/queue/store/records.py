"""Values of the hall as rows, and what changed between two of them as plain data for the journal."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Column, Row, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.default import DefaultDialect

from balie_app.queue.rules.visit import Appointment, Contact, CounterWork, Visit
from balie_app.queue.store import tables


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """A piece of paper on its way."""

    id: str
    day: date
    printer: str
    kind: str
    label: str
    state: str
    copy: bool
    made_at: datetime
    detail: str = ""
    revision: int = 1


Record = Visit | Contact | CounterWork | Appointment | PrintRecord
R = TypeVar("R", Visit, Contact, CounterWork, Appointment, PrintRecord)

TABLES: dict[type, Table] = {
    Visit: tables.visit,
    Contact: tables.contact,
    CounterWork: tables.counter,
    Appointment: tables.appointment,
    PrintRecord: tables.print_job,
}
KINDS: dict[str, type] = {table.name: kind for kind, table in TABLES.items()}
FIELDS: dict[type, tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in TABLES}
PRIVATE = {(Appointment, "initials")}
"""Never in the journal."""

Plain = dict[str, Any]
"""A record as the database holds it: numbers, texts, true/false, null."""

_DIALECT: Dialect = DefaultDialect()


def key_column(kind: type) -> Column[Any]:
    """The primary key of the table of ``kind``."""
    column: Column[Any] = TABLES[kind].primary_key.columns[0]
    return column


def key_of(record: Record) -> str | int:
    """The primary key of a record."""
    key: str | int = getattr(record, key_column(type(record)).name)
    return key


def load(kind: type[R], row: Row[Any]) -> R:
    """A row as a value."""
    return kind(**dict(row._mapping))


def values(record: Record) -> dict[str, Any]:
    """A value as column values."""
    return {name: getattr(record, name) for name in FIELDS[type(record)]}


def plain(record: Record) -> Plain:
    """A record as the database holds it, without what may not be in a journal."""
    kind, table = type(record), TABLES[type(record)]
    return {name: _bound(table.c[name], getattr(record, name)) for name in FIELDS[kind] if (kind, name) not in PRIVATE}


def _bound(column: Column[Any], value: Any) -> Any:
    bind = getattr(column.type, "process_bind_param", None)
    return value if bind is None else bind(value, _DIALECT)


def unplain(kind: type, data: Plain) -> dict[str, Any]:
    """The inverse of :func:`plain`: column values of a record of ``kind``."""
    table = TABLES[kind]
    found = {}
    for name, value in data.items():
        result = getattr(table.c[name].type, "process_result_value", None)
        found[name] = value if result is None else result(value, _DIALECT)
    return found


def change(before: Record | None, after: Record | None) -> Plain:
    """What happened to one record: ``was`` and ``is`` hold only the fields that differ; null for a record
    that was not there, or is there no more."""
    some = after if after is not None else before
    if some is None:
        raise ValueError("a change needs a record")
    was, now = None if before is None else plain(before), None if after is None else plain(after)
    if was is not None and now is not None:
        differing = [name for name in now if now[name] != was[name]]
        was, now = {name: was[name] for name in differing}, {name: now[name] for name in differing}
    return {"of": TABLES[type(some)].name, "key": key_of(some), "was": was, "is": now}
