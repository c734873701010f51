"""The tables of a hall database, the same on SQLite and PostgreSQL.

Column names are the field names of the values in :mod:`balie_app.queue.rules.visit`, so that a row
becomes a value in one visible step (``records.load``), and columns stand in the order of those fields. Core tables,
not mapped classes: the step from row to value is explicit either way, and a claim costs half.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, get_type_hints

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from balie_app.queue.rules.money import Line, Payment, ReceiptKind, TariffKind
from balie_app.queue.rules.till import Count, MoveKind
from balie_app.queue.rules.visit import AppointmentState, ContactState, CounterState

SCHEMA = 1
"""Version of this schema; a database with a higher one is newer than this program."""

metadata = MetaData()


def _milliseconds(value: datetime | None) -> int | None:
    return None if value is None else round(value.timestamp() * 1000)


def _moment(value: int | None) -> datetime | None:
    return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _date(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _list(value: tuple[str, ...] | None) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "[]"


@lru_cache(maxsize=4096)
def _words(value: str | None) -> tuple[str, ...]:
    return tuple(json.loads(value or "[]"))


class _Direct(TypeDecorator[Any]):
    """A type whose conversion is one plain function each way: a row has thirty of them."""

    cache_ok = True
    to_row: Callable[[Any], Any]
    from_row: Callable[[Any], Any]

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        return self.to_row

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        return self.from_row


class Instant(_Direct):
    """An aware datetime, kept as whole milliseconds since 1970 (UTC)."""

    impl = BigInteger
    cache_ok = True
    to_row = staticmethod(_milliseconds)
    from_row = staticmethod(_moment)


class Day(_Direct):
    """A local calendar day, kept as its ISO text."""

    impl = String(10)
    cache_ok = True
    to_row = staticmethod(_iso)
    from_row = staticmethod(_date)


class Words(_Direct):
    """A tuple of texts, kept as a JSON list."""

    impl = Text
    cache_ok = True
    to_row = staticmethod(_list)
    from_row = staticmethod(_words)


class Choice(_Direct):
    """A member of one enumeration, kept as its value."""

    impl = String(16)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind
        members = {each.value: each for each in kind}
        self.to_row = lambda value: None if value is None else value.value
        self.from_row = lambda value: None if value is None else members[value]


class Structs(_Direct):
    """A tuple of small frozen values of one class, kept as a JSON list of objects."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind
        self.to_row = lambda value: json.dumps([asdict(each) for each in value or ()], ensure_ascii=False)
        hints = get_type_hints(kind).items()
        chosen = {name: hint for name, hint in hints if isinstance(hint, type) and issubclass(hint, StrEnum)}
        self.from_row = lambda value: tuple(_struct(kind, chosen, each) for each in json.loads(value or "[]"))


def _struct(kind: type[Any], chosen: dict[str, type[StrEnum]], data: dict[str, Any]) -> Any:
    """One of those values; ``chosen``: its fields that hold a member of an enumeration."""
    return kind(**{**data, **{name: choice(data[name]) for name, choice in chosen.items() if name in data}})


hall = Table(
    "hall",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schema", Integer, nullable=False),
    Column("uid", String(32), nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    Column("config_version", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("chain", String(64), nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("clock_at", Instant, nullable=False),
    Column("clock_wall", Instant, nullable=False),
    Column("clock_speed", Float, nullable=False),
    Column("learned", Day),
)
"""One row: the head of the journal and the clock. Locking it serialises the hall's writes on PostgreSQL."""

configuration = Table(
    "configuration",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("valid_from", Instant, nullable=False),
    Column("document", Text, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("day", Day, nullable=False),
    Column("label", String(16), nullable=False),
    Column("code", String(16), nullable=False, unique=True),
    Column("arrived_at", Instant, nullable=False),
    Column("language", String(8), nullable=False),
    Column("party", Integer, nullable=False),
    Column("needs", Words, nullable=False),
    Column("via", String(16), nullable=False),
    Column("appointment", String(16)),
    Column("told_low", Integer),
    Column("told_high", Integer),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("day", "label", name="one_number_a_day"),
)

contact = Table(
    "contact",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("visit", String(32), nullable=False, index=True),
    Column("day", Day, nullable=False),
    Column("label", String(16), nullable=False),
    Column("state", Choice(ContactState), nullable=False),
    Column("contact_type", String(32), nullable=False),
    Column("products", Words, nullable=False),
    Column("arrived_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("waiting_since", Instant, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("appointment_at", Instant),
    Column("not_before", Instant),
    Column("first_called_at", Instant),
    Column("called_at", Instant),
    Column("waited_ms", BigInteger, nullable=False),
    Column("started_at", Instant),
    Column("finished_at", Instant),
    Column("counter", Integer),
    Column("clerk", String(32)),
    Column("only_counter", Integer),
    Column("only_clerk", String(32)),
    Column("position", String(8), nullable=False),
    Column("call_seq", BigInteger),
    Column("calls", Integer, nullable=False),
    Column("referrals", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("depth", Integer),
    Column("came_back_because", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("revision", Integer, nullable=False),
)
# Conditions of partial indexes. Queries repeat them word for word: SQLite only then sees that the index will do.
WAITING = text("state = 'waiting'")
WALK_IN = text("state = 'waiting' AND appointment_at IS NULL")
BOOKED = text("state = 'waiting' AND appointment_at IS NOT NULL")
OUT_OF_LINE = text("state = 'waiting' AND (position <> 'arrival' OR only_counter IS NOT NULL)")
AT_A_COUNTER = text("state IN ('called', 'serving')")
Index(
    "contact_walk_in",
    contact.c.day,
    contact.c.contact_type,
    contact.c.arrived_at,
    contact.c.label,
    sqlite_where=WALK_IN,
    postgresql_where=WALK_IN,
)
Index(
    "contact_booked",
    contact.c.day,
    contact.c.contact_type,
    contact.c.due_at,
    contact.c.label,
    sqlite_where=BOOKED,
    postgresql_where=BOOKED,
)
Index("contact_out_of_line", contact.c.day, sqlite_where=OUT_OF_LINE, postgresql_where=OUT_OF_LINE)
Index(
    "one_contact_a_counter",
    contact.c.counter,
    unique=True,
    sqlite_where=AT_A_COUNTER,
    postgresql_where=AT_A_COUNTER,
)
OPEN = text("state || '' NOT IN ('done', 'left')")
"""Written so that PostgreSQL does not see that "waiting" is open too: else it takes this index for the waiting lists,
where among millions of old contacts it expects nobody, and reads them all."""
Index("contact_open", contact.c.day, sqlite_where=OPEN, postgresql_where=OPEN)
Index("contact_called", contact.c.day, contact.c.call_seq)
Index("contact_day_label", contact.c.day, contact.c.label)

counter = Table(
    "counter",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("state", Choice(CounterState), nullable=False),
    Column("clerk", String(32)),
    Column("since", Instant),
    Column("revision", Integer, nullable=False),
)

appointment = Table(
    "appointment",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("day", Day, nullable=False, index=True),
    Column("start", Instant, nullable=False),
    Column("products", Words, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("party", Integer, nullable=False),
    Column("officer", String(32)),
    Column("initials", String(40), nullable=False),
    Column("language", String(8), nullable=False),
    Column("state", Choice(AppointmentState), nullable=False),
    Column("revision", Integer, nullable=False),
)

promise = Table(
    "promise",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("day", Day, nullable=False),
    Column("label", String(16), nullable=False),
    Column("clerk", String(32), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("about", Text, nullable=False),
    Column("kept_at", Instant),
    Column("revision", Integer, nullable=False),
)
NOT_KEPT = text("kept_at IS NULL")
Index("promise_open", promise.c.due_at, sqlite_where=NOT_KEPT, postgresql_where=NOT_KEPT)

print_job = Table(
    "print_job",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("day", Day, nullable=False),
    Column("printer", String(40), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("label", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("copy", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("detail", Text, nullable=False),
    Column("content", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False),
)
UNFINISHED = text("state <> 'printed' AND state <> 'cancelled'")
Index("print_job_unfinished", print_job.c.day, sqlite_where=UNFINISHED, postgresql_where=UNFINISHED)

duration = Table(
    "duration",
    metadata,
    Column("contact_type", String(32), primary_key=True),
    Column("product", String(200), primary_key=True),
    Column("minutes", Float, nullable=False),
    Column("spread", Float, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("factor", Float, nullable=False),
    Column("booked", Float, nullable=False),
)
"""How long conversations last, learned from earlier days (``learning.py``) on the day ``hall.learned``."""

series = Table(
    "series",
    metadata,
    Column("day", Day, primary_key=True),
    Column("letter", String(4), primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last number given of each series. A number is never given back, not even by undo."""

# Money stands apart: receipts are kept for seven years, and nothing here refers to a visit but by the number on paper.
tariff = Table(
    "tariff",
    metadata,
    Column("id", String(72), primary_key=True),
    Column("year", Integer, nullable=False, index=True),
    Column("code", String(64), nullable=False),
    Column("article", String(64), nullable=False),
    Column("description", Text, nullable=False),
    Column("cents", BigInteger, nullable=False),
    Column("kind", Choice(TariffKind), nullable=False),
    Column("vat_percent", Integer, nullable=False),
    Column("ledger", String(32), nullable=False),
    Column("products", Words, nullable=False),
    Column("ready_days", Integer),
    Column("revision", Integer, nullable=False),
    CheckConstraint("cents >= 0", name="no_tariff_below_nought"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("number", String(16), primary_key=True),
    Column("year", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("kind", Choice(ReceiptKind), nullable=False),
    Column("day", Day, nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("clerk", String(32), nullable=False),
    Column("ticket", String(16), nullable=False),
    Column("till", Integer, nullable=False),
    Column("period", Integer, nullable=False),
    Column("lines", Structs(Line), nullable=False),
    Column("payments", Structs(Payment), nullable=False),
    Column("total_cents", BigInteger, nullable=False),
    Column("first", String(16), nullable=False, index=True),
    Column("about", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("ready_on", Day),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("year", "serial", name="one_receipt_a_number"),
)
Index("receipt_till_day", receipt.c.till, receipt.c.period)

till_move = Table(
    "till_move",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", Choice(MoveKind), nullable=False),
    Column("receipt", String(16), nullable=False, index=True),
    Column("till", Integer, nullable=False),
    Column("period", Integer, nullable=False),
    Column("day", Day, nullable=False),
    Column("at", Instant, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("clerk", String(32), nullable=False),
    Column("payments", Structs(Payment), nullable=False),
    Column("note", Text, nullable=False),
    Column("revision", Integer, nullable=False),
)
Index("till_move_till_day", till_move.c.till, till_move.c.period)

till_day = Table(
    "till_day",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("till", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("day", Day, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("opened_by", String(32), nullable=False),
    Column("float_cents", BigInteger, nullable=False),
    Column("closed_at", Instant),
    Column("closed_by", String(32), nullable=False),
    Column("counted", Structs(Count), nullable=False),
    Column("expected_cents", BigInteger, nullable=False),
    Column("counted_cents", BigInteger, nullable=False),
    Column("remark", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("till", "number", name="one_till_day_a_number"),
)
OPEN_TILL = text("closed_at IS NULL")
Index("one_open_day_a_till", till_day.c.till, unique=True, sqlite_where=OPEN_TILL, postgresql_where=OPEN_TILL)

journal = Table(
    "journal",
    metadata,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("station", String(40), nullable=False),
    Column("actor", String(40), nullable=False),
    Column("what", String(32), nullable=False, index=True),
    Column("ticket", String(16)),
    Column("counter", Integer),
    Column("facts", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("key", String(64), unique=True),
    Column("result", String(64)),
    Column("chain", String(64), nullable=False),
)
Index("journal_counter", journal.c.counter, journal.c.seq)
"""Append-only: who did what, when, and exactly what it changed."""
