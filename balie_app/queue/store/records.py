"""Values of the hall as rows, and what changed between two of them as plain data for the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Column, Row, Table

from balie_app.queue.rules.money import Receipt, Tariff
from balie_app.queue.rules.till import Move, TillDay
from balie_app.queue.rules.visit import Appointment, Contact, CounterWork, Promise, Visit
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
    content: str = ""
    """What is on it, as JSON, when that does not follow from the label; empty for a ticket."""
    revision: int = 1


Record = Visit | Contact | CounterWork | Appointment | Promise | PrintRecord | Tariff | Receipt | Move | TillDay
R = TypeVar("R", Visit, Contact, CounterWork, Appointment, Promise, PrintRecord, Tariff, Receipt, Move, TillDay)

TABLES: dict[type, Table] = {
    Visit: tables.visit,
    Contact: tables.contact,
    CounterWork: tables.counter,
    Appointment: tables.appointment,
    Promise: tables.promise,
    PrintRecord: tables.print_job,
    Tariff: tables.tariff,
    Receipt: tables.receipt,
    Move: tables.till_move,
    TillDay: tables.till_day,
}
KINDS: dict[str, type] = {table.name: kind for kind, table in TABLES.items()}
FIELDS: dict[type, tuple[str, ...]] = {kind: tuple(f.name for f in fields(kind)) for kind in TABLES}
PRIVATE = {(Appointment, "initials"), (PrintRecord, "content")}
"""Never in the journal: what somebody typed for a slip is for its reader."""

Plain = dict[str, Any]
"""A record as the database holds it: numbers, texts, true/false, null."""

_KEYS: dict[type, Column[Any]] = {kind: table.primary_key.columns[0] for kind, table in TABLES.items()}


def key_column(kind: type) -> Column[Any]:
    """The primary key of the table of ``kind``."""
    return _KEYS[kind]


def key_of(record: Record) -> str | int:
    """The primary key of a record."""
    key: str | int = getattr(record, _KEYS[type(record)].name)
    return key


def load(kind: type[R], row: Row[Any]) -> R:
    """A row of the whole table as a value: columns stand in the order of its fields."""
    make: Callable[..., R] = kind
    return make(*row)


def values(record: Record) -> dict[str, Any]:
    """A value as column values."""
    return {name: getattr(record, name) for name in FIELDS[type(record)]}


def _converter(kind: type, name: str, way: str) -> Callable[[Any], Any] | None:
    found: Callable[[Any], Any] | None = getattr(TABLES[kind].c[name].type, way, None)
    return found


_TO_ROW = {kind: {name: _converter(kind, name, "to_row") for name in names} for kind, names in FIELDS.items()}
_FROM_ROW = {kind: {name: _converter(kind, name, "from_row") for name in names} for kind, names in FIELDS.items()}


def plain(record: Record, names: Iterable[str] | None = None) -> Plain:
    """A record (or these fields of it) as the database holds it, without what may not be in a journal."""
    kind = type(record)
    chosen = FIELDS[kind] if names is None else names
    return {name: _bound(kind, name, getattr(record, name)) for name in chosen if (kind, name) not in PRIVATE}


def _bound(kind: type, name: str, value: Any) -> Any:
    convert = _TO_ROW[kind][name]
    return value if convert is None else convert(value)


def unplain(kind: type, data: Plain) -> dict[str, Any]:
    """The inverse of :func:`plain`: column values of a record of ``kind``."""
    ways = _FROM_ROW[kind]
    return {name: value if (convert := ways[name]) is None else convert(value) for name, value in data.items()}


def differing(before: Record, after: Record) -> list[str]:
    """The fields in which two versions of a record differ."""
    return [name for name in FIELDS[type(after)] if getattr(before, name) != getattr(after, name)]


def change(before: Record | None, after: Record | None) -> Plain:
    """What happened to one record: ``was`` and ``is`` hold only the fields that differ; null for a record
    that was not there, or is there no more."""
    some = after if after is not None else before
    if some is None:
        raise ValueError("a change needs a record")
    names = differing(before, after) if before is not None and after is not None else None
    was, now = None if before is None else plain(before, names), None if after is None else plain(after, names)
    return {"of": TABLES[type(some)].name, "key": key_of(some), "was": was, "is": now}
