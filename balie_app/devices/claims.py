"""Which of our lines are ours, and how our devices are: said in the hall's list of devices now and then."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from balie_app.devices.config_model import StationConfig
from balie_app.devices.hallport import HallPort
from balie_app.devices.ports import Found, device_of, network
from balie_app.devices.states import State, Status
from balie_app.queue.hall import Hall
from balie_app.queue.store.devices import DeviceBook, Holder, Report, holders

BEAT_S = 10.0
"""Seconds between two beats: a claim that stands still for thirty is free."""
HURRY_S = 1.0
"""A device that goes up and down is not written more often than this."""


def place_of(port: str, machine: str) -> str:
    """How the list of devices names a port: with its machine, unless all machines can reach it."""
    return port if network(port) else f"{machine}:{port}"


def who_has(hall: Hall, port: str, found: tuple[Found, ...]) -> Holder | None:
    """The station that has this port now, as it says in the hall; None when nobody does. ``found``: the ports here."""
    machine = socket.gethostname()
    with hall.reading() as connection:
        taken = holders(connection, datetime.now(UTC))
    if network(port):
        return taken.get(port)
    here = f"{machine}:"
    own = {place.removeprefix(here): holder for place, holder in taken.items() if place.startswith(here)}
    wanted = _device(port, found)
    return next((holder for name, holder in own.items() if _device(name, found) == wanted), None)


def _places(config: StationConfig) -> dict[str, str]:
    machine = socket.gethostname()
    return {line.name: place_of(line.port, machine) for line in config.lines}


def _backups(config: StationConfig) -> dict[str, tuple[str, int]]:
    return {line.name: (line.backup, line.backup_after_s) for line in config.lines}


def _device(port: str, found: tuple[Found, ...]) -> str:
    """The path behind a port; as it was written when its adapter is not there."""
    try:
        return device_of(port, lambda: found)
    except OSError:
        return port


class Claims:
    """Knows when it is time to write, and what."""

    def __init__(self, config: StationConfig, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._station = config.station
        self._places, self._backups = _places(config), _backups(config)
        self._book: DeviceBook | None = None
        self._statuses: dict[str, Status] = {}
        self._news = False
        self._written_at = 0.0
        self._tidy = False

    def open(self, hall: HallPort) -> None:
        """The hall is there. A hall that is not in a database has no list of devices."""
        if isinstance(hall, Hall):
            self._book = DeviceBook(hall.engine, hall.where, self._station, clock=self._clock)
            self._tidy = False

    def adopt(self, config: StationConfig) -> None:
        """These are our lines from now on."""
        self._places, self._backups = _places(config), _backups(config)
        self._statuses = {name: status for name, status in self._statuses.items() if name in self._places}
        self._tidy, self._news = False, True

    def changed(self, status: Status) -> None:
        """A device changed; what a display shows can wait for the next beat."""
        before = self._statuses.get(status.name)
        self._statuses[status.name] = status
        self._news = self._news or before is None or replace(before, shows=None) != replace(status, shows=None)

    @property
    def hurry(self) -> bool:
        """Whether something is to be written soon."""
        return self._book is not None and self._news

    def due(self, now: float) -> bool:
        """Whether it is time to write."""
        return self._book is not None and now - self._written_at >= (HURRY_S if self._news else BEAT_S)

    def renew(self, statuses: tuple[Status, ...]) -> dict[str, str]:
        """Write; answers the lines that another station has, and which. Raises Trouble."""
        if self._book is None:
            return {}
        self._written_at, news, self._news = self._clock(), self._news, False
        if not self._tidy:
            self._book.tidy(self._places)
            self._tidy = True
        held = self._book.write([self._report(status) for status in statuses], tell=news)
        return {name: f"Station {holder.station} op {holder.machine}" for name, holder in held.items()}

    def let_go(self) -> None:
        """Our lines are free."""
        if self._book is not None:
            self._book.let_go([self._report(status) for status in self._statuses.values()])

    def _report(self, status: Status) -> Report:
        held = status.cause == "claimed"  # we would like it, and wait for it
        backup, after_s = self._backups[status.name]
        return Report(
            name=status.name,
            kind=status.kind,
            place=self._places[status.name],
            state=State.CONNECTING.value if held else status.state.value,
            cause="" if held else status.cause,
            detail="" if held else status.detail,
            since=status.since,
            shows=status.shows or {},
            backup=backup,
            backup_after_s=after_s,
        )
