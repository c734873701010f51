"""The journal: one entry a step, chained by a hash, holding exactly what changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from balie_app.queue.store import tables
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.records import Plain

_table = tables.journal
_COLUMNS = tuple(_table.c.keys())
_APPEND = Prepared(insert(_table))
_BY_KEY = Prepared(select(_table).where(_table.c.key == bindparam("known_key")))
_SINCE = Prepared(
    select(_table).where(_table.c.seq > bindparam("since")).order_by(_table.c.seq).limit(bindparam("most"))
)
_AT_COUNTER = Prepared(
    select(_table).where(_table.c.counter == bindparam("number")).order_by(_table.c.seq.desc()).limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step that happened."""

    seq: int
    at: datetime
    station: str
    actor: str
    what: str
    ticket: str | None
    facts: dict[str, Any]
    counter: int | None = None
    changes: tuple[Plain, ...] = ()
    key: str | None = None
    result: str | None = None
    chain: str = ""


def packed(data: Any) -> str:
    """Canonical JSON: the same data gives the same text on every machine."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chained(previous: str, entry: Entry) -> str:
    """The hash of an entry and all that came before it (SHA-256, hexadecimal)."""
    return _hash(previous, entry, packed(entry.facts), packed(list(entry.changes)))


def _hash(previous: str, entry: Entry, facts: str, changes: str) -> str:
    """Of the canonical JSON of everything in the entry, in the order of its fields; two of them are packed already."""
    body = [entry.seq, round(entry.at.timestamp() * 1000), entry.station, entry.actor, entry.what, entry.ticket]
    start, end = packed([*body, entry.counter])[:-1], packed([entry.key, entry.result])[1:]
    return hashlib.sha256(f"{previous}{start},{facts},{changes},{end}".encode()).hexdigest()


def first_chain(uid: str, rehearsal: bool, document: str) -> str:
    """What the first entry is chained to: the hall itself and its first configuration, which no entry holds."""
    return hashlib.sha256(packed([uid, rehearsal, document]).encode()).hexdigest()


def beginning(connection: Connection) -> str | None:
    """The same, of the hall as it is in the database; None when its first configuration is gone."""
    first = select(tables.configuration.c.document).where(tables.configuration.c.version == 1)
    document = connection.execute(first).scalar()
    if document is None:
        return None
    hall = connection.execute(select(tables.hall.c.uid, tables.hall.c.rehearsal)).one()
    return first_chain(hall.uid, bool(hall.rehearsal), document)


def append(connection: Connection, previous: str, entry: Entry) -> str:
    """Write one entry behind the one with the hash ``previous``; answers the entry's own hash.

    The caller's transaction makes it part of the step.
    """
    facts, changes = packed(entry.facts), packed(list(entry.changes))
    chain = _hash(previous, entry, facts, changes)
    about = (entry.seq, entry.at, entry.station, entry.actor, entry.what, entry.ticket, entry.counter)
    row = (*about, facts, changes, entry.key, entry.result, chain)
    _APPEND.send(connection, dict(zip(_COLUMNS, row, strict=True)))
    return chain


def entry_of(row: Any) -> Entry:
    """A row of the journal as an entry."""
    seq, at, station, actor, what, ticket, counter, facts, changes, key, result, chain = row
    return Entry(
        *(seq, at, station, actor, what, ticket),
        json.loads(facts),
        *(counter, tuple(json.loads(changes)), key, result, chain),
    )


def entries(connection: Connection, since: int, limit: int) -> tuple[Entry, ...]:
    """Entries after sequence number ``since``, oldest first."""
    return tuple(entry_of(row) for row in _SINCE.all(connection, {"since": since, "most": limit}))


def by_key(connection: Connection, key: str) -> Entry | None:
    """The step that was carried out under this idempotency key, if any."""
    row = _BY_KEY.first(connection, {"known_key": key})
    return None if row is None else entry_of(row)


def at_counter(connection: Connection, counter: int, limit: int = 20) -> tuple[Entry, ...]:
    """The latest steps at a counter, newest first."""
    return tuple(entry_of(row) for row in _AT_COUNTER.all(connection, {"number": counter, "most": limit}))
