"""What station.toml says of each kind of line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from balie_app.devices.config_model import BACKUP_AFTER_S, LineConfig, Wish
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.fields import Fields
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.printing.profiles import QR_MODES, profile, profile_names
from balie_app.queue.config.mistakes import ConfigMistakes

_FILE_NAME = re.compile(r"\w[\w .-]{0,99}")
"""A template is named, not pointed at: its file stands beside station.toml or comes with Balie."""
LONGEST_NAME = 40
"""Characters of a printer's name, as the hall's list of paper keeps it."""


def _printer(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    del folder
    name = fields.text("profile", "epson", profile_names())
    pages = fields.texts("code_pages")
    known = [page.codec for page in profile(name).code_pages]
    if wrong := [page for page in pages if page not in known]:
        fields.wrong("code_pages", f"{wrong[0]!r} heeft dit profiel niet.", f"een of meer van {', '.join(known)}")
    backup = fields.text("backup", "")
    for key, said in (("name", line.name), ("backup", backup)):
        if len(said) > LONGEST_NAME:
            fields.wrong(key, "is te lang.", f"een naam van hoogstens {LONGEST_NAME} tekens")
    if backup and backup == line.name:
        fields.wrong("backup", "kan niet dezelfde printer zijn.", "de naam van een andere printer in de hal")
    return replace(
        line,
        profile=name,
        qr=fields.text("qr", "", ("", *QR_MODES)),
        code_pages=pages,
        identity=fields.text("identity", ""),
        backup=backup,
        backup_after_s=fields.number("backup_after_s", BACKUP_AFTER_S, 1, 3600),
    )


def _display(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    driver = fields.text("driver", "", ("", *DRIVERS))
    template = _template(fields, folder, ("display", "lamp")) if not driver else None
    encoder = DRIVERS.get(driver) or template
    counters = _counters(fields)
    if not counters:
        fields.wrong("counter", "ontbreekt.", "het nummer van de balie, of [lines.counters] met balie = adres")
    if template is not None:
        _check_addresses(template, counters, fields)
    brightness = fields.number("brightness", None, 0, 100) if fields.raw("brightness") is not None else None
    settings = encoder.line if encoder else line.settings
    return replace(line, encoder=encoder, counters=counters, settings=settings, brightness=brightness)


def _check_addresses(template: Template, counters: dict[int, int], fields: Fields) -> None:
    address = template.address
    for counter, number in counters.items():
        if address.style != "none" and not address.low <= number <= address.high:
            expected = f"een adres van {address.low} tot en met {address.high}"
            fields.wrong("address", f"{number} (balie {counter}) kan niet.", expected)
    if len(set(counters.values())) < len(counters):
        fields.wrong("counters", "heeft een adres twee keer.", "een eigen adres voor elke balie")


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
    printer, roll = fields.text("printer", "") or None, fields.flag("roll", default=False)
    if roll and printer:
        fields.wrong("printer", "kan niet bij roll = true.", "een rol met nummers heeft geen printer")
    return replace(line, template=template, buttons=buttons, printer=printer, settings=settings, roll=roll)


def _wish(table: Fields, button: str) -> Wish:
    wish = table.table(button)
    if wish is None:
        return Wish()
    found = Wish(wish.text("contact_type", "") or None, wish.texts("products"))
    if not found.contact_type and not found.products:
        table.wrong(button, "is leeg.", '{ contact_type = "…" } of { products = ["…"] }')
    wish.finish()
    return found


def _scanner(line: LineConfig, fields: Fields, folder: Path) -> LineConfig:
    template = _template(fields, folder, ("scanner",), "scanner")
    printer = fields.text("printer", "") or None
    return replace(line, template=template, printer=printer, settings=template.line if template else line.settings)


def _template(fields: Fields, folder: Path, kinds: tuple[str, ...], usual: str | None = None) -> Template | None:
    name = fields.text("template", usual)
    if not name:
        return None
    known = ", ".join(each for kind in kinds for each in known_templates(kind))
    path = template_path(name, folder) if _FILE_NAME.fullmatch(name) else None
    if path is None or not path.is_file():
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


READERS: dict[str, Callable[[LineConfig, Fields, Path], LineConfig]] = {
    "printer": _printer,
    "display": _display,
    "dispenser": _dispenser,
    "scanner": _scanner,
}
"""Kind of line → what reads the rest of its table."""
