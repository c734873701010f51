"""Which of our lines are ours, and how our devices are: said in the hall's list of devices now and then."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace

from balie_app.devices.config_model import StationConfig
from balie_app.devices.hallport import HallPort
from balie_app.devices.ports import network
from balie_app.devices.states import State, Status
from balie_app.queue.hall import Hall
from balie_app.queue.store.devices import DeviceBook, Report

BEAT_S = 10.0
"""Seconds between two beats: a claim that stands still for thirty is free."""
HURRY_S = 1.0
"""A device that goes up and down is not written more often than this."""


class Claims:
    """Knows when it is time to write, and what."""

    def __init__(self, config: StationConfig, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._station = config.station
        machine = socket.gethostname()
        self._places = {
            line.name: line.port if network(line.port) else f"{machine}:{line.port}" for line in config.lines
        }
        self._backups = {line.name: (line.backup, line.backup_after_s) for line in config.lines}
        self._book: DeviceBook | None = None
        self._statuses: dict[str, Status] = {}
        self._news = False
        self._written_at = 0.0

    def open(self, hall: HallPort) -> None:
        """The hall is there. A hall that is not in a database has no list of devices."""
        if isinstance(hall, Hall):
            self._book = DeviceBook(hall.engine, hall.where, self._station, clock=self._clock)

    def changed(self, status: Status) -> None:
        """A device changed; what a display shows can wait for the next beat."""
        before = self._statuses.get(status.name)
        self._statuses[status.name] = status
        self._news = self._news or before is None or replace(before, shows=None) != replace(status, shows=None)

    def due(self, now: float) -> bool:
        """Whether it is time to write."""
        return self._book is not None and now - self._written_at >= (HURRY_S if self._news else BEAT_S)

    def renew(self, statuses: tuple[Status, ...]) -> dict[str, str]:
        """Write; answers the lines that another station has, and which. Raises Trouble."""
        if self._book is None:
            return {}
        self._written_at, news, self._news = self._clock(), self._news, False
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
