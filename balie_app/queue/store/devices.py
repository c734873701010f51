"""Which devices the hall's stations have, how each is doing, and who has which line.

Not part of the hall's history: a device that is away is no step of anybody, so nothing of this is in the journal.
A claim is alive as long as its ``beat`` goes up; who wants the line watches that with a clock of its own, so that the
clocks of two machines never need to agree.
"""

from __future__ import annotations

import json
import socket
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    inspect,
    or_,
    select,
    update,
)  # fmt: skip
from sqlalchemy.exc import IntegrityError

from balie_app.queue.store.engine import known_troubles, mode
from balie_app.queue.store.tables import AT_A_COUNTER, Day, Instant, contact, metadata
from balie_app.queue.store.work import CHANNEL
from balie_app.queue.views import DeviceState, Occupied

LEASE_S = 30.0
"""A claim that nobody renewed for this long is free."""
STALE = timedelta(seconds=45)
"""A device of which nothing was heard for this long: its station is gone."""

device = Table(
    "device",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("station", String(40), nullable=False),
    Column("machine", String(80), nullable=False),
    Column("place", String(200), nullable=False),
    Column("token", String(32), nullable=False),
    Column("beat", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),
    Column("cause", String(24), nullable=False),
    Column("detail", Text, nullable=False),
    Column("since", Instant, nullable=False),
    Column("heard_at", Instant, nullable=False),
    Column("shows", Text, nullable=False),
    Column("backup", String(60), nullable=False, server_default=""),
    Column("backup_after_s", Integer, nullable=False, server_default="0"),
)
"""One row for each line of each station. ``place`` is the port, with the machine it belongs to unless it is on the
network; ``token`` is the process that has it ("" when it was let go)."""


def fits(connection: Connection) -> bool:
    """Whether the list of devices has the columns that this program knows."""
    return {column["name"] for column in inspect(connection).get_columns(device.name)} == set(device.c.keys())


def make_anew(connection: Connection) -> None:
    """An empty list: nothing in it lasts longer than the stations that write it."""
    device.drop(connection)
    device.create(connection)


_OCCUPIED = select(contact.c.label, contact.c.counter, contact.c.state, contact.c.call_seq).where(
    contact.c.day == bindparam("today", type_=Day()), AT_A_COUNTER
)
_ALL = select(device).order_by(device.c.kind, device.c.name)
GONE, OFF = "weg", "uit"
SERVICE_GONE = "service_gone"


@dataclass(frozen=True, slots=True)
class Report:
    """How one device is doing, as its station says."""

    name: str
    kind: str
    place: str
    state: str
    cause: str
    detail: str
    since: datetime
    shows: dict[int, str]
    backup: str = ""
    """Printers: the one that takes over."""
    backup_after_s: int = 0


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a line that somebody else wants."""

    station: str
    machine: str


def at_counters(connection: Connection, day: date) -> tuple[Occupied, ...]:
    """Who is called or helped where: the small look of displays and lamps."""
    return tuple(Occupied(*row) for row in connection.execute(_OCCUPIED, {"today": day}))


def read_devices(connection: Connection, wall: datetime) -> tuple[DeviceState, ...]:
    """All devices of the hall at the machine's time ``wall``."""
    return tuple(_state(row, wall) for row in connection.execute(_ALL))


def holders(connection: Connection, wall: datetime) -> dict[str, Holder]:
    """Which place is in whose hands at the machine's time ``wall``: as far as was heard of them lately."""
    rows = connection.execute(_ALL)
    return {row.place: Holder(row.station, row.machine) for row in rows if row.token and wall - row.heard_at <= STALE}


def _state(row: Row[Any], wall: datetime) -> DeviceState:
    silent = bool(row.token) and row.state != OFF and wall - row.heard_at > STALE
    shows = {int(counter): text for counter, text in json.loads(row.shows).items()}
    return DeviceState(
        name=row.name,
        kind=row.kind,
        station=row.station,
        state=GONE if silent else row.state,
        cause=SERVICE_GONE if silent else row.cause,
        detail=row.station if silent else row.detail,
        since=row.heard_at if silent else row.since,
        shows=shows,
        backup=row.backup,
        backup_after_s=row.backup_after_s,
    )


class DeviceBook:
    """One station's page in the list of devices. Belongs to one thread."""

    def __init__(
        self,
        engine: Engine,
        where: str,
        station: str,
        *,
        clock: Callable[[], float],
        machine: str | None = None,
    ) -> None:
        self._engine, self._where, self._clock = engine, where, clock
        self._station = station
        self._machine = machine or socket.gethostname()
        self._token = uuid.uuid4().hex.translate(str.maketrans("0123456789", "ghijklmnop"))
        self._seen: dict[tuple[str, str, int], float] = {}
        self._had: set[str] = set()
        """Lines that were ours in this run."""

    def write(self, reports: Iterable[Report], tell: bool) -> dict[str, Holder]:
        """Renew the claims and say how the devices are; answers the lines that somebody else has.

        ``tell``: something changed, so other stations should look. Raises Trouble when the database is away.
        """
        held: dict[str, Holder] = {}
        try:
            with self._transaction() as connection:
                rows = {row.name: row for row in connection.execute(select(device).with_for_update())}
                for report in reports:
                    holder = self._claim(connection, report, rows)
                    if holder is not None:
                        held[report.name] = holder
                if tell and connection.dialect.name == "postgresql":
                    connection.execute(select(func.pg_notify(CHANNEL, "")))
        except IntegrityError:  # somebody else wrote the first row of a line at this very moment: look again
            return {}
        self._had |= {report.name for report in reports} - held.keys()
        return held

    def tidy(self, names: Iterable[str]) -> None:
        """Take devices that this station does not have any more out of the list, unless somebody else minds them."""
        free = or_(device.c.token.in_(("", self._token)), device.c.heard_at < datetime.now(UTC) - STALE)
        ours = (device.c.station == self._station, device.c.machine == self._machine)
        with self._transaction() as connection:
            connection.execute(delete(device).where(*ours, device.c.name.not_in(list(names)), free))

    def let_go(self, reports: Iterable[Report]) -> None:
        """The station ends in good order: its lines are free at once."""
        with self._transaction() as connection:
            for report in reports:
                connection.execute(
                    update(device)
                    .where(device.c.name == report.name, device.c.token == self._token)
                    .values(token="", state=OFF, cause="stopped", detail="", shows="{}", heard_at=datetime.now(UTC))
                )

    def _claim(self, connection: Connection, report: Report, rows: dict[str, Row[Any]]) -> Holder | None:
        for row in rows.values():
            wanted = row.name == report.name or row.place == report.place
            if wanted and row.token not in {"", self._token} and not self._may_take(row):
                return Holder(row.station, row.machine)
        known = rows.get(report.name)
        values = self._values(report) | {"beat": known.beat + 1 if known else 1}
        if known is None:
            connection.execute(insert(device).values(name=report.name, **values))
        else:
            connection.execute(update(device).where(device.c.name == report.name).values(**values))
        return None

    def _may_take(self, row: Row[Any]) -> bool:
        """After a restart at once (the port keeps two of the same name apart), else when its beat stands still."""
        ours = (row.station, row.machine) == (self._station, self._machine)
        if ours and row.name not in self._had:
            return True
        now = self._clock()
        since = self._seen.setdefault((row.name, row.token, row.beat), now)
        return now - since >= LEASE_S

    def _values(self, report: Report) -> dict[str, Any]:
        return {
            "kind": report.kind,
            "station": self._station,
            "machine": self._machine,
            "place": report.place,
            "token": self._token,
            "state": report.state,
            "cause": report.cause,
            "detail": report.detail,
            "since": report.since,
            "heard_at": datetime.now(UTC),
            "shows": json.dumps({str(counter): text for counter, text in report.shows.items()}),
            "backup": report.backup,
            "backup_after_s": report.backup_after_s,
        }

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with known_troubles(self._where), self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                mode(connection, None)
            with connection.begin():
                yield connection
