"""Playing the journal again from its first entry, and comparing the outcome with what the database holds.

What is replayed stands in a temporary database of its own, so that a journal of any length fits.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import MISSING, dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry, beginning, chained, entry_of, packed
from balie_app.queue.store.records import KINDS, Plain, load, plain, unplain

AT_ONCE = 1000
CONFIGURATION = tables.configuration.name
NAMES = {"visit": "bezoek", "contact": "gesprek", "counter": "balie", "appointment": "afspraak", "print_job": "afdruk"}
NAMES |= {"promise": "belofte"}
NAMES |= {"tariff": "tarief", "receipt": "kassabon", "till_move": "kasbeweging", "till_day": "kasdag"}
NAMES[CONFIGURATION] = "inrichting, versie"
"""What a record of each table is called in Dutch."""
_BROKEN = (ValueError, TypeError, KeyError, OverflowError, AttributeError)
"""What reading a value that somebody spoiled may raise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first thing that is not as the journal says."""

    seq: int | None
    """The entry where it shows: the one that wrote the record last; None when no entry knows the record."""
    record: str
    """Which record, such as "bezoek 3f2a"; empty when it is the entry itself."""
    problem: str
    """A Dutch sentence without a full stop."""

    def sentence(self) -> str:
        """The difference in one line."""
        where = "bij geen enkele stap" if self.seq is None else f"bij stap {self.seq}"
        about = f"{self.record}: " if self.record else ""
        return f"Het logboek klopt niet {where}: {about}{self.problem}."


class Spoiled(Exception):
    """Carries the first difference out of the replay."""

    def __init__(self, difference: Difference) -> None:
        super().__init__(difference.sentence())
        self.difference = difference


def first_difference(connection: Connection) -> Difference | None:
    """Recompute the chain, replay all changes, compare with the tables; None when all is well."""
    with closing(_Replayed()) as state:
        try:
            _replay(connection, state)
            found = _compare(connection, state)
            return min(found, key=lambda each: (each.seq is None, each.seq or 0, each.record), default=None)
        except Spoiled as error:
            return error.difference


def rebuild(connection: Connection, into: Connection) -> None:
    """Write what the journal says into the empty tables of another database: all records and all later versions of
    the configuration. What no journal holds (initials, what is on paper, the first configuration) is not there, or as
    it is now.

    Raises Spoiled when the journal itself is not sound.
    """
    with closing(_Replayed()) as state:
        _replay(connection, state)
        for of, _, data in state.everything():
            if of == CONFIGURATION:
                continue
            kind = KINDS[of]
            usual = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
            into.execute(tables.metadata.tables[of].insert().values({**usual, **unplain(kind, data)}))
        for row in _rows(connection, tables.configuration):
            known = state.get(CONFIGURATION, row.version)
            text = row.document if known is None else json.dumps(known[1], ensure_ascii=False)
            version = {"version": row.version, "valid_from": row.valid_from, "document": text}
            into.execute(tables.configuration.insert().values(version))
    for entry in connection.execute(select(tables.journal).order_by(tables.journal.c.seq)):
        into.execute(tables.journal.insert().values(entry._mapping))


class _Replayed:
    """The records as the journal says they are: (table, key) → last entry and fields."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # a temporary file that goes away by itself
        self._db.isolation_level = None
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("BEGIN")
        self._db.execute("CREATE TABLE it (o TEXT, k TEXT, seq INT, data TEXT, PRIMARY KEY (o, k)) WITHOUT ROWID")

    def close(self) -> None:
        self._db.close()

    def get(self, of: str, key: object) -> tuple[int, Plain] | None:
        """The last entry that wrote a record, and its fields."""
        row = self._db.execute("SELECT seq, data FROM it WHERE o = ? AND k = ?", (of, str(key))).fetchone()
        return None if row is None else (row[0], json.loads(row[1]))

    def put(self, of: str, key: object, seq: int, data: Plain) -> None:
        self._db.execute("INSERT OR REPLACE INTO it VALUES (?, ?, ?, ?)", (of, str(key), seq, packed(data)))

    def drop(self, of: str, key: object) -> None:
        self._db.execute("DELETE FROM it WHERE o = ? AND k = ?", (of, str(key)))

    def everything(self) -> Iterator[tuple[str, str, Plain]]:
        """All records: table, key, fields."""
        for of, key, data in self._db.execute("SELECT o, k, data FROM it"):
            yield of, key, json.loads(data)

    def left(self) -> Iterator[tuple[str, str, int]]:
        """What was not dropped: table, key, last entry."""
        yield from self._db.execute("SELECT o, k, seq FROM it ORDER BY seq LIMIT 1")


# -- the chain and the changes -------------------------------------------------------------------------


def _replay(connection: Connection, state: _Replayed) -> None:
    seq, chain = 0, beginning(connection)
    if chain is None:
        raise _spoiled(0, "de eerste inrichting ontbreekt")
    for entry in _entries(connection):
        if entry.seq != seq + 1:
            raise _spoiled(seq + 1, "deze stap ontbreekt")
        chain = chained(chain, entry)
        if chain != entry.chain:
            first = " (of de eerste inrichting is veranderd)" if seq == 0 else ""
            raise _spoiled(entry.seq, f"de inhoud past niet bij de controleketen{first}")
        seq = entry.seq
        try:
            _apply(state, entry)
        except _BROKEN:
            raise _spoiled(seq, "de wijzigingen zijn niet te lezen") from None
    head = connection.execute(select(tables.hall.c.seq, tables.hall.c.chain)).one()
    if head.seq != seq:
        raise _spoiled(min(head.seq, seq) + 1, f"de hal staat op stap {head.seq}, het logboek eindigt bij {seq}")
    if head.chain != chain:
        raise _spoiled(seq, "de hal kent een andere controleketen")


def _spoiled(seq: int, problem: str) -> Spoiled:
    return Spoiled(Difference(seq, "", problem))


def _entries(connection: Connection) -> Iterator[Entry]:
    """All entries in order, a page at a time."""
    table, seq = tables.journal, -(2**62)
    while True:
        try:
            rows = connection.execute(select(table).where(table.c.seq > seq).order_by(table.c.seq).limit(AT_ONCE)).all()
        except _BROKEN:
            raise _spoiled(max(seq, 0) + 1, f"een van de stappen hierna (tot {AT_ONCE}) is niet te lezen") from None
        for row in rows:
            seq = row.seq
            yield _entry(row)
        if len(rows) < AT_ONCE:
            return


def _entry(row: Row[Any]) -> Entry:
    try:
        return entry_of(row)
    except _BROKEN:
        raise _spoiled(row.seq, "deze stap is niet te lezen") from None


def _apply(state: _Replayed, entry: Entry) -> None:
    for change in entry.changes:
        of, key, was, now = change["of"], change["key"], change["was"], change["is"]
        known = state.get(of, key)
        if (known is None) != (was is None):
            problem = "verandert, maar is er niet" if known is None else "wordt gemaakt, maar is er al"
            raise Spoiled(Difference(entry.seq, _name(of, key), problem))
        if known is not None and (wrong := _differing(known[1], was or {})) is not None:
            raise Spoiled(Difference(entry.seq, _name(of, key), f"{wrong} was niet wat deze stap zegt"))
        if now is None:
            state.drop(of, key)
        else:
            state.put(of, key, entry.seq, {**(known[1] if known else {}), **now})
    if entry.what == "configured":
        state.put(CONFIGURATION, entry.facts["version"], entry.seq, entry.facts["document"])


def _differing(known: Plain, said: Plain) -> str | None:
    return next((name for name, value in said.items() if known.get(name, value) != value), None)


# -- the tables ----------------------------------------------------------------------------------------


def _compare(connection: Connection, state: _Replayed) -> Iterator[Difference]:
    for of, kind in KINDS.items():
        for row in _rows(connection, tables.metadata.tables[of]):
            found = _compare_record(state, of, kind, row)
            if found is not None:
                yield found
    yield from _compare_configuration(connection, state)
    for of, key, seq in state.left():
        yield Difference(seq, _name(of, key), "ontbreekt in de hal")


def _rows(connection: Connection, table: Table) -> Iterator[Row[Any]]:
    """All rows of a table by their key, a page at a time."""
    key, last = table.primary_key.columns[0], None
    while True:
        query = select(table).order_by(key).limit(AT_ONCE)
        try:
            rows = connection.execute(query if last is None else query.where(key > last)).all()
        except _BROKEN:
            problem = "in deze tabel staat iets wat geen waarde kan zijn"
            raise Spoiled(Difference(None, _name(table.name, ""), problem)) from None
        yield from rows
        if len(rows) < AT_ONCE:
            return
        last = rows[-1]._mapping[key]


def _compare_record(state: _Replayed, of: str, kind: Any, row: Row[Any]) -> Difference | None:
    key = row._mapping[tables.metadata.tables[of].primary_key.columns[0]]
    known = state.get(of, key)
    state.drop(of, key)
    if known is None:
        return Difference(None, _name(of, key), "staat in de hal, maar niet in het logboek")
    seq, said = known
    try:
        held = plain(load(kind, row))
    except _BROKEN:
        return Difference(seq, _name(of, key), "is niet te lezen")
    for name, value in held.items():
        expected = said[name] if name in said else _default(kind, name, value)
        if value != expected:
            return Difference(seq, _name(of, key), f"{name} is {_short(value)}, volgens het logboek {_short(expected)}")
    return None


def _default(kind: Any, name: str, otherwise: object) -> object:
    """What a field holds that an older version of the program did not know."""
    field = next(each for each in fields(kind) if each.name == name)
    usual = field.default
    return otherwise if usual is MISSING else packed(usual) if isinstance(usual, tuple) else usual


def _compare_configuration(connection: Connection, state: _Replayed) -> Iterator[Difference]:
    """Versions after the first (which is older than the journal) as the journal tells them."""
    for row in _rows(connection, tables.configuration):
        known = state.get(CONFIGURATION, row.version)
        state.drop(CONFIGURATION, row.version)
        if known is None and row.version > 1:
            yield Difference(None, _name(CONFIGURATION, row.version), "staat niet in het logboek")
        elif known is not None and _document(row.document) != known[1]:
            yield Difference(known[0], _name(CONFIGURATION, row.version), "is anders dan het logboek zegt")


def _document(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _name(of: str, key: object) -> str:
    return f"{NAMES.get(of, of)} {key}".strip()


def _short(value: object) -> str:
    text = "leeg" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
