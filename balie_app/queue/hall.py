"""One hall: open it, do things in it, look at it. A Hall object belongs to one thread."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Row, inspect, select

from balie_app.queue import desk
from balie_app.queue.commands import By, Command
from balie_app.queue.config import document, parse
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import devices, journal, learning, tables
from balie_app.queue.store.devices import at_counters
from balie_app.queue.store.engine import (
    READING,
    check_file,
    connect,
    hall_url,
    known_troubles,
    mode,
    relax,
    share,
    shown_url,
)
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.picture import clock_of, read_view
from balie_app.queue.store.prepared import Prepared
from balie_app.queue.store.work import Work, whole_ms
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView, Occupied

Answer = TypeVar("Answer")

AWAY = "database-away"
FIND_OUT_S = (0.0, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0)
"""Pauses between the looks whether a step was carried out when the connection was lost in its commit."""
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_HEAD = Prepared(select(tables.hall))
_HEAD_TO_WRITE = Prepared(select(tables.hall).with_for_update())
"""On PostgreSQL this is where the hall's steps wait for each other; SQLite has begun with its lock already."""


def wall_clock() -> datetime:
    """The machine's time, in whole milliseconds, UTC."""
    return whole_ms(datetime.now(UTC))


def _new_key() -> str:
    """A key for a step that came without one.

    It grows with time, so that the index of keys is written at its end only; and it has letters only, so that it never
    looks like a citizen service number.
    """
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}".translate(_LETTERS)


class Hall:
    """A hall in its database."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where
        self._config: tuple[tuple[int, date | None], HallConfig] | None = None
        self._committing = False
        self._kept: dict[bool, Connection] = {}
        """By whether it may only read: the connection of the last transaction. A new one would cost half a step."""

    def perform(self, command: Command, by: By, at: datetime | None = None) -> Any:
        """Carry out one command in one durable transaction; answers its result.

        In a rehearsal hall ``at`` sets the clock first, as part of the same step, and lets it stand still there.

        Raises Refused when a rule says no and Trouble when the database fails; in both cases nothing was changed,
        except when the trouble is "outcome-unknown": then repeating it with the key in its facts is safe. A command
        whose ``key`` was carried out before changes nothing and answers again.
        """
        keyed = command if command.key is not None else replace(command, key=_new_key())
        self._committing = False
        try:
            return self._attempt(keyed, by, at, repeated=command.key is not None)
        except Trouble as trouble:
            if trouble.code != AWAY:
                raise
            return self._find_out(keyed, by, at)

    def _attempt(self, command: Command, by: By, at: datetime | None, repeated: bool) -> Any:
        """One try; ``repeated``: a step with this key may have been carried out before."""
        foreseen = None
        if not repeated and desk.worth_a_look(command, self._config and self._config[1]):
            with self.looking() as look:
                foreseen = desk.foresee(look, command, at)
        with self._transaction() as connection:
            head = self._head(connection, for_update=True)
            if repeated and (known := journal.by_key(connection, command.key or "")) is not None:
                return desk.answer_again(self._work(connection, head, by), known)
            work = self._work(connection, head, by)
            if desk.begin_day(work, command, at):  # a step of its own, in the same transaction
                work.write(None, None)
                work = self._work(connection, self._head(connection), by)
            else:
                work.foreseen = foreseen
            result = desk.perform(work, command) if at is None else desk.perform_at(work, command, at)
            work.write(command.key, desk.reference(result))
            self._committing = True
        self._committing = False
        return result

    def _find_out(self, command: Command, by: By, at: datetime | None) -> Any:
        """After a lost connection: look whether the step was carried out, and only else repeat it.

        On PostgreSQL the lock on the head waits for the lost session to end, so the key tells the truth. A step that
        surely was not carried out is tried once more only: the station shows that the database is away.
        """
        for pause in FIND_OUT_S:
            time.sleep(pause)
            try:
                return self._attempt(command, by, at, repeated=True)
            except Trouble as trouble:
                if trouble.code != AWAY or not self._committing:
                    raise
        raise Trouble("outcome-unknown", where=self.where, key=command.key)

    def view(self) -> HallView:
        """The hall at this moment, in one consistent picture."""
        return self._ask(lambda db, head: read_view(db, head, self._config_of(db, head), wall_clock()))

    def config(self) -> HallConfig:
        """The whole configuration, with what is planned for later."""
        return self._ask(self._config_of)

    def now(self) -> datetime:
        """The hall's time."""
        return self._ask(lambda _, head: _now(head))

    def is_rehearsal(self) -> bool:
        """Whether this is a rehearsal hall (oefenhal)."""
        return self._ask(lambda _, head: bool(head.rehearsal))

    def journal(self, since: int = 0, limit: int = 1000) -> tuple[Entry, ...]:
        """What happened after entry ``since``, oldest first."""
        return self._ask(lambda db, _: journal.entries(db, since, limit))

    def _ask(self, question: Callable[[Connection, Row[Any]], Answer]) -> Answer:
        """Look once; and once more, on a new connection, when an idle one turns out to be lost."""
        try:
            with self._transaction(reading=True) as connection:
                return question(connection, self._head(connection))
        except Trouble as trouble:
            if trouble.code != AWAY:
                raise
        with self._transaction(reading=True) as connection:
            return question(connection, self._head(connection))

    def at_counters(self) -> tuple[Occupied, ...]:
        """Who is called or helped where now: a small look, for displays that must not wait for the whole picture."""
        return self._ask(lambda db, head: at_counters(db, self._work(db, head, By("")).day))

    @contextmanager
    def looking(self) -> Iterator[Work]:
        """One consistent look through the eyes of a step that changes nothing."""
        with self._transaction(reading=True) as connection:
            yield self._work(connection, self._head(connection), By(""))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one consistent look (figures, verification)."""
        with self._transaction(reading=True) as connection:
            yield connection

    def lay_out(self, config: HallConfig, rehearsal: bool) -> None:
        """Make the tables and the first rows, in one transaction; refused when a hall is there."""
        with self._transaction() as connection:
            if connection.dialect.name == "postgresql":  # two who make a hall at once: the second finds the first's
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('balie'))")
            if inspect(connection).has_table(tables.hall.name):
                raise Trouble("hall-exists", where=self.where)
            tables.metadata.create_all(connection)
            _first_rows(connection, config, rehearsal)

    def check_schema(self) -> None:
        """Refuse a database without a hall in it, or one that a newer program made; bring an older one up to date."""
        if self._stored_schema() < tables.SCHEMA:
            from balie_app.queue.store import migrations  # alembic is slow to load and rarely needed

            migrations.upgrade(self.engine, self.where)
        self._fit_devices()

    def _fit_devices(self) -> None:
        """Make the list of devices anew when another program made it: stations write it again within ten seconds."""
        with self._transaction(reading=True) as connection:
            fits = devices.fits(connection)
        if not fits:
            with self._transaction() as connection:
                devices.make_anew(connection)

    def _stored_schema(self) -> int:
        with self._transaction(reading=True) as connection:
            found = inspect(connection)
            if not found.has_table(tables.hall.name) or not _is_ours(found.get_columns(tables.hall.name)):
                raise Trouble("no-hall", where=self.where)
            schema = connection.execute(select(tables.hall.c.schema)).scalar()
            if schema is None:
                raise Trouble("no-hall", where=self.where)
            if schema > tables.SCHEMA:
                raise Trouble("newer", where=self.where, schema=schema, known=tables.SCHEMA)
            return int(schema)

    def spare(self, file: Path) -> Path:
        """``file``, when it may be written over; Trouble "hall-in-the-way" when it is the hall itself, or its log."""
        if self.engine.dialect.name == "sqlite":
            own = Path(self.where)
            if file.resolve() in {own.with_name(own.name + end) for end in ("", "-wal", "-shm")}:
                raise Trouble("hall-in-the-way", where=self.where)
        return file

    def close(self) -> None:
        """Let go of the database. Whoever asks something again connects again."""
        for connection in self._kept.values():
            connection.close()
        self._kept.clear()
        self.engine.dispose()

    @contextmanager
    def _transaction(self, reading: bool = False) -> Iterator[Connection]:
        """One transaction, on a connection that is kept for the next one, unless anything went wrong on it."""
        with known_troubles(self.where):
            # SQLite: one connection for both, for another one's commit empties a connection's memory of the file
            sqlite = self.engine.dialect.name == "sqlite"
            kind = reading and not sqlite
            connection = self._kept.pop(kind, None) or self._connection(kind)
            if sqlite:
                mode(connection, READING if reading else None)
            try:
                with connection.begin() as transaction:
                    yield connection
                    if reading:
                        transaction.rollback()
            except BaseException as error:
                connection.close()
                if not sqlite and not isinstance(error, Refused):
                    self.close()  # what broke one connection to a server broke them all
                raise
            if self._kept.setdefault(kind, connection) is not connection:  # it was a transaction in another one
                connection.close()

    def _connection(self, reading: bool) -> Connection:
        connection = self.engine.connect()
        if reading:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return connection

    def _head(self, connection: Connection, for_update: bool = False) -> Row[Any]:
        row: Row[Any] | None = (_HEAD_TO_WRITE if for_update else _HEAD).first(connection)
        if row is None:
            raise Trouble("no-hall", where=self.where)
        return row

    def _config_of(self, connection: Connection, head: Row[Any]) -> HallConfig:
        known = (head.config_version, head.learned)
        if self._config is None or self._config[0] != known:
            table = tables.configuration
            text = connection.execute(
                select(table.c.document).where(table.c.version == head.config_version)
            ).scalar_one()
            self._config = (known, replace(parse(json.loads(text)), learned=learning.read(connection)))
        return self._config[1]

    def _work(self, connection: Connection, head: Row[Any], by: By) -> Work:
        return Work(connection, head, self._config_of(connection, head), by, _now(head), wall_clock())


def _is_ours(columns: Iterable[Mapping[str, Any]]) -> bool:
    """Whether a table named "hall" is a hall's, and not that of some other program."""
    return {tables.hall.c.uid.name, tables.hall.c.schema.name} <= {each["name"] for each in columns}


def _now(head: Row[Any]) -> datetime:
    """The hall's time; never earlier than its last entry, whatever the machine's clock does."""
    now: datetime = clock_of(head).now(wall_clock())
    last: datetime = head.last_at
    return max(whole_ms(now), last)


def create_hall(where: str | Path, config: HallConfig, rehearsal: bool = False) -> Hall:
    """A new hall with this configuration. A database that already holds a hall is left alone and refused."""
    url = hall_url(where)
    if url.get_backend_name() == "sqlite" and url.database:
        with known_troubles(shown_url(url)):
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    hall = Hall(connect(url, make=True), shown_url(url))
    try:
        hall.lay_out(config, rehearsal)
    finally:
        hall.close()
    return open_hall(where)


def _first_rows(connection: Connection, config: HallConfig, rehearsal: bool) -> None:
    now, uid = wall_clock(), secrets.token_hex(8)
    text = json.dumps(document(config), ensure_ascii=False, default=str)
    connection.execute(
        tables.hall.insert().values(
            id=1,
            schema=tables.SCHEMA,
            uid=uid,
            rehearsal=rehearsal,
            config_version=1,
            seq=0,
            chain=journal.first_chain(uid, rehearsal, text),
            last_at=datetime.fromtimestamp(0, UTC),
            clock_at=now,
            clock_wall=now,
            clock_speed=1.0,
        )
    )
    connection.execute(tables.configuration.insert().values(version=1, valid_from=now, document=text))


def open_hall(where: str | Path) -> Hall:
    """An existing hall. A missing file, a strange file, a newer database or an absent server is a Trouble."""
    url = hall_url(where)
    if url.get_backend_name() == "sqlite":
        check_file(url)
    hall = Hall(connect(url), shown_url(url))
    try:
        hall.check_schema()
        share(hall.engine)
        if hall.is_rehearsal():
            relax(hall.engine)
            hall.close()
    except Trouble:
        hall.close()
        raise
    return hall
