"""One unit of work: what a step reads, what it changes, and the one commit that makes both true."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, String, bindparam, cast, delete, func, insert, select, update

from balie_app.queue.commands import By
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, ContactState, CounterState, CounterWork, Visit
from balie_app.queue.store import journal, tables
from balie_app.queue.store.prepared import Prepared, Sent, together
from balie_app.queue.store.records import (
    KINDS,
    TABLES,
    R,
    Record,
    change,
    differing,
    key_column,
    key_of,
    load,
    values,
)
from balie_app.queue.trouble import Trouble

CHANNEL = "balie"
"""Where PostgreSQL tells stations that the hall changed."""
CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ23456789"
"""For opaque codes: nothing that looks like something else."""


def whole_ms(moment: datetime) -> datetime:
    """The moment as the database keeps it: whole milliseconds."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


@dataclass(slots=True)
class Said:
    """What a step says about itself for the journal."""

    what: str
    ticket: str | None
    counter: int | None
    facts: dict[str, Any]


_FIRST_OF_ALL = (
    *(ContactState.SERVING, ContactState.CALLED, ContactState.WAITING),
    *(ContactState.PRODUCING, ContactState.PARKED, ContactState.MISSED),
)


def current(contacts: Sequence[Contact]) -> Contact:
    """The contact that a visit is about now, of its contacts in their order; at least one."""
    for state in _FIRST_OF_ALL:
        found = next((each for each in contacts if each.state is state), None)
        if found is not None:
            return found
    return contacts[-1]


# Statements are built once: building one costs more than running it.
_contact = tables.contact
_BY_KEY = {kind: Prepared(select(table).where(key_column(kind) == bindparam("key"))) for kind, table in TABLES.items()}
_AT_COUNTER = Prepared(select(_contact).where(_contact.c.counter == bindparam("number"), tables.AT_A_COUNTER))
_CONTACTS = Prepared(select(_contact).where(_contact.c.visit == bindparam("of")).order_by(_contact.c.ordinal))
_VISIT = Prepared(
    select(tables.visit).where(tables.visit.c.day == bindparam("today"), tables.visit.c.label == bindparam("ticket"))
)
_INSERT = {kind: Prepared(insert(table)) for kind, table in TABLES.items()}
_SAME = {
    kind: (key_column(kind) == bindparam("same_key")) & (table.c.revision == bindparam("same_revision"))
    for kind, table in TABLES.items()
}
_DELETE = {kind: Prepared(delete(table).where(_SAME[kind])) for kind, table in TABLES.items()}


@cache
def _update(table: str, names: tuple[str, ...]) -> Prepared:
    """These fields of one record."""
    return Prepared(
        update(TABLES[KINDS[table]]).where(_SAME[KINDS[table]]).values({name: bindparam(name) for name in names})
    )


@cache
def _head_update(names: tuple[str, ...]) -> Prepared:
    """The head goes on one entry. On PostgreSQL the same round trip tells the listeners, who hear it at the commit."""
    head = tables.hall
    statement = update(head).where(head.c.seq == bindparam("from_seq"))
    statement = statement.values({name: bindparam(name) for name in names})
    told = statement.returning(func.pg_notify(CHANNEL, cast(head.c.seq, String)))
    return Prepared(lambda dialect: told if dialect == "postgresql" else statement)


class Work:
    """The hall as one step sees and changes it. Lives for one transaction, on one thread."""

    def __init__(
        self, connection: Connection, head: Row[Any], config: HallConfig, by: By, now: datetime, wall: datetime
    ) -> None:
        self.connection = connection
        self.head = head
        self.whole = config
        """The configuration with what is planned for later; ``config`` is what holds on the day of this step."""
        self.by = by
        self.wall = wall
        self.set_now(now)
        self.hall_values: dict[str, Any] = {}
        self._was: dict[tuple[type, str | int], Record | None] = {}
        self._now: dict[tuple[type, str | int], Record | None] = {}
        self.foreseen: Any = None
        """What a look just before this step found out; None: nothing did."""
        self._said: Said | None = None
        self._new: set[str | int] = set()

    def set_now(self, now: datetime) -> None:
        """Let this step happen at ``now`` (UTC)."""
        self.now = now
        self.day: date = now.astimezone(ZoneInfo(self.whole.timezone)).date()
        self.config = self.whole.on(self.day)

    # -- reading ---------------------------------------------------------------------------------

    def local(self, moment: datetime | None = None) -> datetime:
        """The hall's local time."""
        return (moment or self.now).astimezone(ZoneInfo(self.config.timezone))

    def get(self, kind: type[R], key: str | int) -> R | None:
        """A record by its primary key, or None."""
        if (kind, key) in self._now:
            known: R | None = self._now[kind, key]  # type: ignore[assignment]
            return known
        row = _BY_KEY[kind].first(self.connection, {"key": key})
        return None if row is None else self.seen(kind, row)

    def seen(self, kind: type[R], row: Any) -> R:
        """A row that was read, as the value this step sees (its own changes included)."""
        return self.known(load(kind, row))

    def known(self, record: R) -> R:
        """A record that was read, as this step sees it."""
        place = (type(record), key_of(record))
        if place not in self._was:
            self._was[place] = self._now[place] = record
        known: R = self._now[place]  # type: ignore[assignment]
        return known

    def counter(self, number: int) -> CounterWork:
        """A counter at work; refused when the hall has no such counter."""
        if number not in self.config.counter_by_number:
            raise Refused("no-such-counter", counter=number)
        return self.get(CounterWork, number) or CounterWork(number)

    def open_counter(self, number: int) -> CounterWork:
        """A counter that takes people; refused when it is closed or pauses."""
        found = self.counter(number)
        if found.state is not CounterState.OPEN or found.clerk is None:
            raise Refused("counter-closed", counter=number, state=found.state.value)
        return found

    def at_counter(self, number: int) -> Contact | None:
        """The called or serving contact at a counter, if any."""
        self.counter(number)
        row = _AT_COUNTER.first(self.connection, {"number": number})
        return None if row is None else self.seen(Contact, row)

    def occupied(self, number: int) -> Contact:
        """The contact at a counter; refused when there is none."""
        found = self.at_counter(number)
        if found is None:
            raise Refused("counter-idle", counter=number)
        return found

    def visit(self, label: str) -> Visit:
        """Today's visit with this ticket; refused when there is none."""
        row = _VISIT.first(self.connection, {"today": self.day, "ticket": label})
        if row is None:
            raise Refused("no-such-ticket", ticket=label)
        return self.seen(Visit, row)

    def contacts(self, visit: Visit) -> list[Contact]:
        """All contacts of a visit, in their order."""
        return [self.seen(Contact, row) for row in _CONTACTS.all(self.connection, {"of": visit.id})]

    def contact(self, label: str) -> Contact:
        """The contact a ticket stands for now: the one at a counter, that waits, that is set aside; or its last."""
        return current(self.contacts(self.visit(label)))

    @property
    def next_seq(self) -> int:
        """The journal entry that this step will be."""
        return int(self.head.seq) + 1

    # -- changing --------------------------------------------------------------------------------

    def new_id(self) -> str:
        """An identity for a new record."""
        made = secrets.token_hex(12)
        self._new.add(made)
        return made

    def new_code(self, length: int = 8) -> str:
        """An opaque code that says nothing about the visitor."""
        return "".join(secrets.choice(CODE_LETTERS) for _ in range(length))

    def put(self, record: R) -> R:
        """Keep a new or changed record; the revision counts up by itself."""
        place = (type(record), key_of(record))
        if place not in self._was:
            self._was[place] = None if place[1] in self._new else self.get(*place)
        before = self._was[place]
        saved: R = replace(record, revision=1 if before is None else before.revision + 1)
        self._now[place] = saved
        return saved

    def remove(self, record: Record) -> None:
        """Take a record away (only undo does; the journal keeps it)."""
        place = (type(record), key_of(record))
        self._was.setdefault(place, record)
        self._now[place] = None

    def say(self, what: str, ticket: str | None = None, counter: int | None = None, **facts: Any) -> None:
        """What happened, for the journal: once in each step."""
        self._said = Said(what, ticket, counter, facts)

    def changed(self) -> bool:
        """Whether this step changes anything."""
        return self._said is not None

    # -- committing ------------------------------------------------------------------------------

    def write(self, key: str | None, result: str | None) -> int:
        """Write all changes, the journal entry and the hall's head; answers the entry's sequence number."""
        said = self._said
        if said is None:
            return int(self.head.seq)
        with together(self.connection):
            records, seq = self._write_all(said, key, result)
        if any(each.rowcount != 1 for each in records):
            raise Trouble("changed-meanwhile")
        return seq

    def _write_all(self, said: Said, key: str | None, result: str | None) -> tuple[list[Sent], int]:
        """Send everything; answers the changed records, and the entry's number."""
        changed = [(was, now) for place, now in self._now.items() if now is not (was := self._was[place])]
        records = [sent for was, now in changed for sent in self._write_record(was, now)]
        seq = self.next_seq
        entry = journal.Entry(
            seq=seq,
            at=self.now,
            station=self.by.station,
            actor=self.by.actor,
            what=said.what,
            ticket=said.ticket,
            counter=said.counter,
            facts=said.facts,
            changes=tuple(change(was, now) for was, now in changed),
            key=key,
            result=result,
        )
        chain = journal.append(self.connection, self.head.chain, entry)
        head = {"seq": seq, "chain": chain, "last_at": self.now, **self.hall_values}
        records.append(_head_update(tuple(head)).send(self.connection, {"from_seq": self.head.seq, **head}))
        return records, seq

    def _write_record(self, before: Record | None, after: Record | None) -> Iterator[Sent]:
        some = after if after is not None else before
        if some is None:
            return
        kind = type(some)
        if before is None:
            yield _INSERT[kind].send(self.connection, values(some))
            return
        same = {"same_key": key_of(some), "same_revision": before.revision}
        if after is None:
            yield _DELETE[kind].send(self.connection, same)
        else:
            changed = {name: getattr(after, name) for name in differing(before, after)}
            yield _update(TABLES[kind].name, tuple(changed)).send(self.connection, same | changed)
