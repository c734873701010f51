"""The station's file ``station.toml``: which lines this machine has, and what is on them (docs/station-toml.md)."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from balie_app.devices.config_lines import READERS
from balie_app.devices.config_model import KINDS, LineConfig, StationConfig, Wish
from balie_app.devices.fields import Fields, read_toml
from balie_app.devices.ports import FILE, SYSTEM, USB_FORM, USB_PRINTER, identity_of, spooled
from balie_app.devices.template_parts import line_settings
from balie_app.paths import config_folder
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.settings import own_hall

__all__ = [
    "KINDS", "STATION_FILE", "LineConfig", "StationConfig", "Wish",
    "check_port", "hall_of", "read_line", "read_station", "station_file",
]  # fmt: skip

STATION_FILE = "station.toml"


def station_file(given: str | None) -> Path:
    """The file named on the command line, or the one in the configuration folder."""
    return Path(given) if given else config_folder() / STATION_FILE


def hall_of(named: str | None, file: Path) -> str:
    """Where the hall is that ``file`` names: a path is seen from the file; without a name it is this user's own."""
    if named is None:
        return own_hall()
    return named if "://" in named else str(file.parent / Path(named).expanduser())


def read_station(path: Path) -> StationConfig:
    """Read the file; ConfigMistakes lists everything that is wrong in it."""
    top = Fields(read_toml(path), "", [])
    hall, station = top.text("hall", ""), top.text("station", "devices")
    lines = tuple(read_line(fields, path.parent) for fields in top.tables("lines"))
    if not lines:
        top.wrong("lines", "ontbreekt.", "minstens een keer [[lines]]")
    _check_together(lines, top)
    top.finish()
    if top.mistakes:
        raise ConfigMistakes(top.mistakes, path.name)
    return StationConfig(lines, station, hall or None)


def read_line(fields: Fields, folder: Path) -> LineConfig:
    """One line, with everything about it that can be told without the others; mistakes go into ``fields``."""
    line = LineConfig(fields.text("name"), fields.text("kind", None, KINDS), fields.text("port"))
    check_port(line.port, fields)
    read = READERS.get(line.kind)
    if read is not None:
        line = read(line, fields, folder)
        own = fields.table("line")
        line = replace(line, settings=line_settings(own, line.settings)) if own else line
        fields.finish()
    return line


def check_port(port: str, fields: Fields) -> None:
    """Note a port that can never be opened: its form is wrong."""
    if not port.isprintable():
        fields.wrong("port", f"{port!r} kan niet.", "een naam zonder stuurtekens")
    scheme = port.partition("://")[0] if "://" in port else ""
    if spooled(port):
        _check_spooled(port, fields)
    elif scheme in {"socket", "rfc2217"} and not port.rpartition(":")[2].isdigit():
        fields.wrong("port", f"{port!r} kan niet.", f"{scheme}://naam:nummer")
    elif scheme not in {"", "socket", "rfc2217"}:
        fields.wrong("port", f"{port!r} kan niet.", "een poort, usb:…, socket://…, rfc2217://…, file:… of system:…")
    elif port.startswith(("usb:", USB_PRINTER)) and not _names_usb(port):
        fields.wrong("port", f"{port!r} kan niet.", USB_FORM)


def _names_usb(port: str) -> bool:
    return identity_of(port) is not None or port.startswith(f"{USB_PRINTER}/")


def _check_spooled(port: str, fields: Fields) -> None:
    """A file or a printer of the system: for paper only."""
    if fields.raw("kind") != "printer":
        fields.wrong("port", f"{port!r} kan alleen bij een printer.", "een poort, usb:…, socket://… of rfc2217://…")
    elif port.startswith(FILE) and not Path(port.removeprefix(FILE)).expanduser().is_absolute():
        fields.wrong("port", f"{port!r} kan niet.", "file:/map/bestand, met het hele pad")
    elif port.startswith(SYSTEM) and os.name != "posix":
        fields.wrong("port", f"{port!r} kan niet op Windows.", "een poort; print op A4 vanuit het venster")


def _check_together(lines: tuple[LineConfig, ...], top: Fields) -> None:
    printers = [line.name for line in lines if line.kind == "printer"]
    for at, line in enumerate(lines):
        before = lines[:at]
        if line.name and line.name in [each.name for each in before]:
            top.wrong(f"lines[{at}].name", f"{line.name!r} is er al.", "een eigen naam voor elke lijn")
        if line.port and line.port in [each.port for each in before]:
            top.wrong(f"lines[{at}].port", f"{line.port!r} is al gebruikt.", "een eigen poort voor elke lijn")
        if line.printer and line.printer not in printers:
            expected = "een van " + ", ".join(printers) if printers else "een printer in [[lines]]"
            top.wrong(f"lines[{at}].printer", f"{line.printer!r} is er niet.", expected)
