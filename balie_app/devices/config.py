"""The station's file ``station.toml``: which lines this machine has, and what is on them.

hall = "/var/lib/balie/hall.db"        # or postgresql://…
station = "hal-noord"

[[lines]]
name = "bonprinter"
kind = "printer"
port = "/dev/serial/by-id/usb-…"
profile = "epson"

[[lines]]
name = "display 4"
kind = "display"
port = "/dev/ttyUSB1"
template = "ditel-dn109"
counter = 4
address = 1

[[lines]]
name = "automaat bij de deur"
kind = "dispenser"
port = "/dev/ttyUSB2"
template = "button-bytes"
printer = "bonprinter"
map.1 = { contact_type = "quick" }
map.2 = { products = ["paspoort"] }
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from balie_app.devices.display import Encoder
from balie_app.devices.encoders import DRIVERS, line_of
from balie_app.devices.fields import Fields, read_toml
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, line_settings, load_template, template_path
from balie_app.devices.transport import LineSettings
from balie_app.paths import config_folder
from balie_app.printing.profiles import profile_names
from balie_app.queue.config.mistakes import ConfigMistakes

STATION_FILE = "station.toml"
KINDS = ("printer", "display", "dispenser")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a dispenser's button stands for: a kind of contact, or products."""

    contact_type: str | None = None
    products: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineConfig:
    """One line: a port, and the device (or the displays) on it."""

    name: str
    kind: str
    port: str
    settings: LineSettings = field(default_factory=LineSettings)
    profile: str = "epson"
    """Printers: which of the shipped profiles."""
    encoder: Encoder | None = None
    """Displays: template or code driver."""
    counters: dict[int, int] = field(default_factory=dict)
    """Displays: counter → address on this line."""
    template: Template | None = None
    """Dispensers."""
    buttons: dict[str, Wish] = field(default_factory=dict)
    printer: str | None = None
    """Dispensers: name of the printer their tickets come from; None: no paper."""


@dataclass(frozen=True, slots=True)
class StationConfig:
    """All of a station's lines."""

    lines: tuple[LineConfig, ...]
    station: str = "devices"
    hall: str | None = None


def station_file(given: str | None) -> Path:
    """The file named on the command line, or the one in the configuration folder."""
    return Path(given) if given else config_folder() / STATION_FILE


def read_station(path: Path) -> StationConfig:
    """Read the file; ConfigMistakes lists everything that is wrong in it."""
    top = Fields(read_toml(path), "", [])
    hall, station = top.text("hall", ""), top.text("station", "devices")
    lines = tuple(_line(fields, path.parent) for fields in top.tables("lines"))
    if not lines:
        top.wrong("lines", "ontbreekt.", "minstens een keer [[lines]]")
    _check_together(lines, top)
    top.finish()
    if top.mistakes:
        raise ConfigMistakes(top.mistakes, path.name)
    return StationConfig(lines, station, hall or None)


def _line(fields: Fields, folder: Path) -> LineConfig:
    line = LineConfig(fields.text("name"), fields.text("kind", None, KINDS), fields.text("port"))
    if line.port.startswith("socket://") and not line.port.rpartition(":")[2].isdigit():
        fields.wrong("port", f"{line.port!r} kan niet.", "socket://naam:nummer")
    read = {"printer": _printer, "display": _display, "dispenser": _dispenser}.get(line.kind)
    if read is not None:
        line = read(line, fields, folder)
        own = fields.table("line")
        line = replace(line, settings=line_settings(own)) if own else line
        fields.finish()
    return line


def _printer(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    del folder
    return replace(line, profile=fields.text("profile", "epson", profile_names()))


def _display(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    driver = fields.text("driver", "", ("", *DRIVERS))
    template = _template(fields, folder, ("display", "lamp")) if not driver else None
    encoder = DRIVERS.get(driver) or template
    counters = _counters(fields)
    if not counters:
        fields.wrong("counter", "ontbreekt.", "het nummer van de balie, of [lines.counters] met balie = adres")
    if template is not None:
        for counter, address in counters.items():
            if template.address.style != "none" and not template.address.low <= address <= template.address.high:
                expected = f"een adres van {template.address.low} tot en met {template.address.high}"
                fields.wrong("address", f"{address} (balie {counter}) kan niet.", expected)
    return replace(line, encoder=encoder, counters=counters, settings=line_of(encoder) if encoder else line.settings)


def _counters(fields: Fields) -> dict[int, int]:
    """Counter → address: one display by ``counter`` and ``address``, several by a table."""
    found: dict[int, int] = {}
    several = fields.table("counters")
    for key in several.names() if several else ():
        if several and key.isdigit():
            found[int(key)] = several.number(key, None, 0, 9999)
        elif several:
            several.wrong(key, "kan niet.", "het nummer van een balie, zoals 4 = 1")
    if fields.raw("counter") is not None:
        counter = fields.number("counter", None, 1, 9999)
        found[counter] = fields.number("address", 1, 0, 9999)
    return found


def _dispenser(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    template = _template(fields, folder, ("dispenser",))
    table = fields.table("map")
    buttons = {button: _wish(table, button) for button in table.names()} if table else {}
    if not buttons:
        fields.wrong("map", "ontbreekt.", 'knoppen, zoals map.1 = { contact_type = "quick" }')
    if template is not None and table is not None:
        known = sorted(set(template.receive.patterns.values()))
        for button in buttons:
            if button not in known:
                table.wrong(button, "Deze knop heeft het toestel niet.", "een van " + ", ".join(known))
    settings = template.line if template else line.settings
    printer = fields.text("printer", "") or None
    return replace(line, template=template, buttons=buttons, printer=printer, settings=settings)


def _wish(table: Fields, button: str) -> Wish:
    wish = table.table(button)
    if wish is None:
        return Wish()
    found = Wish(wish.text("contact_type", "") or None, wish.texts("products"))
    if not found.contact_type and not found.products:
        table.wrong(button, "is leeg.", '{ contact_type = "…" } of { products = ["…"] }')
    wish.finish()
    return found


def _template(fields: Fields, folder: Path, kinds: tuple[str, ...]) -> Template | None:
    name = fields.text("template")
    if not name:
        return None
    path = template_path(name, folder)
    known = ", ".join(each for kind in kinds for each in known_templates(kind))
    if not path.is_file():
        fields.wrong("template", f"{name!r} is er niet.", f"een van {known}, of een bestand naast station.toml")
        return None
    try:
        template = load_template(path)
    except ConfigMistakes as error:
        fields.wrong("template", f"{name!r} is fout: {'; '.join(error.sentences())}", "een goed sjabloon")
        return None
    if template.kind not in kinds:
        fields.wrong("template", f"{name!r} is geen {' of '.join(kinds)}.", f"een van {known}")
        return None
    return template


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
