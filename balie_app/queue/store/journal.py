"""The journal: one entry a step, chained by a hash, holding exactly what changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from balie_app.queue.store import tables
from balie_app.queue.store.records import Plain

FIRST_CHAIN = "0" * 64

_table = tables.journal
_APPEND = insert(_table)
_BY_KEY = select(_table).where(_table.c.key == bindparam("known_key"))
_SINCE = select(_table).where(_table.c.seq > bindparam("since")).order_by(_table.c.seq).limit(bindparam("most"))
_AT_COUNTER = (
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
    body = [entry.seq, round(entry.at.timestamp() * 1000), entry.station, entry.actor, entry.what, entry.ticket]
    tail = [entry.counter, entry.facts, list(entry.changes), entry.key, entry.result]
    return hashlib.sha256((previous + packed(body + tail)).encode()).hexdigest()


def append(connection: Connection, entry: Entry) -> None:
    """Write one entry; the caller's transaction makes it part of the step."""
    connection.execute(
        _APPEND,
        {
            "seq": entry.seq,
            "at": entry.at,
            "station": entry.station,
            "actor": entry.actor,
            "what": entry.what,
            "ticket": entry.ticket,
            "counter": entry.counter,
            "facts": packed(entry.facts),
            "changes": packed(list(entry.changes)),
            "key": entry.key,
            "result": entry.result,
            "chain": entry.chain,
        },
    )


def entry_of(row: Row[Any]) -> Entry:
    """A row of the journal as an entry."""
    found = dict(row._mapping)
    return Entry(**{**found, "facts": json.loads(found["facts"]), "changes": tuple(json.loads(found["changes"]))})


def entries(connection: Connection, since: int, limit: int) -> tuple[Entry, ...]:
    """Entries after sequence number ``since``, oldest first."""
    return tuple(entry_of(row) for row in connection.execute(_SINCE, {"since": since, "most": limit}))


def by_key(connection: Connection, key: str) -> Entry | None:
    """The step that was carried out under this idempotency key, if any."""
    row = connection.execute(_BY_KEY, {"known_key": key}).first()
    return None if row is None else entry_of(row)


def at_counter(connection: Connection, counter: int, limit: int = 20) -> tuple[Entry, ...]:
    """The latest steps at a counter, newest first."""
    return tuple(entry_of(row) for row in connection.execute(_AT_COUNTER, {"number": counter, "most": limit}))
