"""This computer's station.toml, and how its devices are doing according to the hall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from balie_app.devices.fields import read_toml
from balie_app.devices.linefile import line_tables, mistakes_in
from balie_app.devices.states import State, advice
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.store.devices import SERVICE_GONE
from balie_app.queue.views import DeviceState, HallView
from balie_app.ui.devicewords import said

_LINE = re.compile(r"lines\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class StationFile:
    """What stands in the file now, right or wrong."""

    file: Path
    station: str = "devices"
    hall: str | None = None
    tables: tuple[dict[str, Any], ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the lines."""
        return tuple(str(table.get("name", "")) for table in self.tables)

    @property
    def printers(self) -> tuple[str, ...]:
        """Names of the printers."""
        return tuple(str(table.get("name", "")) for table in self.tables if table.get("kind") == "printer")

    def mistakes_of(self, at: int) -> tuple[Mistake, ...]:
        """What is wrong in the line at place ``at``."""
        found = ((mistake, _LINE.match(mistake.key)) for mistake in self.mistakes)
        return tuple(mistake for mistake, match in found if match and int(match[1]) == at)

    def sentences(self) -> list[str]:
        """All mistakes, each with its place."""
        return ConfigMistakes(self.mistakes, self.file.name).sentences()


def read_file(file: Path) -> StationFile:
    """The file as it is now; one that is not there has no lines."""
    if not file.is_file():
        return StationFile(file)
    try:
        top, tables = read_toml(file), tuple(line_tables(file))
    except ConfigMistakes as error:
        return StationFile(file, mistakes=error.mistakes)
    station, hall = top.get("station"), top.get("hall")
    return StationFile(
        file,
        station if isinstance(station, str) and station else "devices",
        hall if isinstance(hall, str) and hall else None,
        tables,
        mistakes_in(file),
    )


@dataclass(frozen=True, slots=True)
class Now:
    """How a device is doing, since when, and what a person can do about it."""

    state: str
    since: datetime | None = None
    advice: str = ""


def state_now(found: StationFile, at: int, view: HallView | None) -> Now:
    """How the device on the line at place ``at`` is."""
    if wrong := found.mistakes_of(at):
        return Now(State.MISCONFIGURED, None, wrong[0].sentence())
    name = found.tables[at].get("name")
    device = next((each for each in _ours(found, view) if each.name == name), None)
    if device is None:
        return Now(State.OFF)
    return Now(device.state, device.since, said(advice(device.cause, device.detail)))


def running(found: StationFile, view: HallView | None) -> bool:
    """Whether ``balie devices`` runs for this station."""
    return any(each.state != State.OFF and each.cause != SERVICE_GONE for each in _ours(found, view))


def _ours(found: StationFile, view: HallView | None) -> tuple[DeviceState, ...]:
    return tuple(each for each in view.devices if each.station == found.station) if view is not None else ()
