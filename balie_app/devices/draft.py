"""A line that is being described: which models there are, what was chosen, and the table that goes into station.toml.

What the wizard in the terminal and the one in a window share; neither asks nor shows anything here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from balie_app.devices.config import read_line
from balie_app.devices.config_model import LineConfig, Wish
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.fields import Fields, read_toml
from balie_app.devices.template import Template
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.printing.profiles import profile, profile_names
from balie_app.queue.config.mistakes import ConfigMistakes

OF_KIND = {"display": ("display", "lamp"), "dispenser": ("dispenser",), "scanner": ("scanner",)}
"""Kind of line → kinds of template that fit on it."""
DRIVER_TITLES = {
    "alpha": "Lichtkrant (Alpha)",
    "escpos-display": "Klantdisplay (Epson DM-D)",
    "cd5220": "Klantdisplay (CD5220)",
}
USUAL = {"printer": "epson", "scanner": "scanner"}
"""The model of a line that names none."""
WRITTEN_HERE = frozenset(
    {
        "name",
        "kind",
        "port",
        "profile",
        "driver",
        "template",
        "counter",
        "address",
        "counters",
        "map",
        "printer",
        "roll",
    }
)
"""Keys of a line that a draft knows; all others stay as they are."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that a device can be."""

    name: str
    """As station.toml names it."""
    key: str
    """profile, driver or template: the key it stands behind."""
    title: str
    """As people call it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far. Empty values: not chosen yet."""

    kind: str = ""
    port: str = ""
    model: str = ""
    name: str = ""
    counters: Mapping[int, int] = field(default_factory=dict)
    """Displays: counter → address."""
    buttons: Mapping[str, Wish] = field(default_factory=dict)
    printer: str = ""
    roll: bool = False
    baud: int | None = None
    """Speed of the line; None: as the model has it."""
    other: Mapping[str, Any] = field(default_factory=dict)
    """What else stands in the file about this line."""

    def table(self, folder: Path = Path()) -> dict[str, Any]:
        """The table for station.toml."""
        made: dict[str, Any] = {"name": self.name, "kind": self.kind, "port": self.port}
        if self.model:
            found = next((each for each in models(self.kind, folder) if each.name == self.model), None)
            made[found.key if found else "template"] = self.model
        if self.kind == "display":
            made |= _counters(self.counters)
        if self.kind == "dispenser":
            made["map"] = {button: _wish(wish) for button, wish in self.buttons.items()}
            made |= {"roll": True} if self.roll else {}
        made |= {"printer": self.printer} if self.printer and self.kind in {"dispenser", "scanner"} else {}
        line = dict(self.other.get("line", {}))
        line |= {"baud": self.baud} if self.baud else {}
        made |= {key: value for key, value in self.other.items() if key != "line"}
        return made | ({"line": line} if line else {})


def _counters(counters: Mapping[int, int]) -> dict[str, Any]:
    if len(counters) == 1:
        ((counter, address),) = counters.items()
        return {"counter": counter, "address": address}
    return {"counters": {str(counter): address for counter, address in counters.items()}}


def _wish(wish: Wish) -> dict[str, Any]:
    return {"contact_type": wish.contact_type} if wish.contact_type else {"products": list(wish.products)}


def draft_of(table: Mapping[str, Any]) -> Draft:
    """What a table of station.toml says, as far as it makes sense."""
    line = dict(table["line"]) if isinstance(table.get("line"), dict) else {}
    baud = line.pop("baud", None)
    usual = USUAL.get(_text(table, "kind"), "")
    return Draft(
        kind=_text(table, "kind"),
        port=_text(table, "port"),
        model=next((found for key in ("profile", "driver", "template") if (found := _text(table, key))), usual),
        name=_text(table, "name"),
        counters=_counters_in(table),
        buttons=_buttons_in(table),
        printer=_text(table, "printer"),
        roll=table.get("roll") is True,
        baud=baud if isinstance(baud, int) else None,
        other={key: value for key, value in table.items() if key not in {*WRITTEN_HERE, "line"}}
        | ({"line": line} if line else {}),
    )


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _counters_in(table: Mapping[str, Any]) -> dict[int, int]:
    several = table.get("counters")
    found = dict(several) if isinstance(several, dict) else {}
    if isinstance(counter := table.get("counter"), int):
        found[str(counter)] = table.get("address", 1)
    return {int(key): address for key, address in found.items() if key.isdigit() and isinstance(address, int)}


def _buttons_in(table: Mapping[str, Any]) -> dict[str, Wish]:
    buttons = table.get("map")
    return {
        button: Wish(wish.get("contact_type") or None, tuple(wish.get("products", ())))
        for button, wish in (buttons.items() if isinstance(buttons, dict) else ())
        if isinstance(wish, dict)
    }


def models(kind: str, folder: Path | None = None) -> tuple[Model, ...]:
    """All models of a kind of line: our own, and templates that stand beside station.toml in ``folder``."""
    if kind == "printer":
        return tuple(Model(name, "profile", profile(name).title) for name in profile_names())
    drivers = tuple(Model(name, "driver", DRIVER_TITLES[name]) for name in DRIVERS) if kind == "display" else ()
    kinds = OF_KIND.get(kind, ())
    names = [name for each in kinds for name in known_templates(each)]
    named = (Model(name, "template", _title(template_path(name), kinds)) for name in names)
    own = sorted(folder.glob("*.toml")) if folder is not None else ()
    beside = (Model(file.stem, "template", title) for file in own if (title := _title(file, kinds)))
    return drivers + tuple({each.name: each for each in (*named, *beside)}.values())


def _title(file: Path, kinds: tuple[str, ...]) -> str:
    """How a template calls its device; "" when it is no template of these kinds."""
    try:
        device = read_toml(file).get("device")
    except ConfigMistakes:
        return ""
    fits = isinstance(device, dict) and device.get("kind") in kinds
    return str(device.get("name", file.stem)) if fits and isinstance(device, dict) else ""


def template_of(model: str, folder: Path | None = None) -> Template | None:
    """The template of this name; None for a driver or a profile. Raises ConfigMistakes when it is wrong."""
    file = template_path(model, folder)
    return load_template(file) if model not in DRIVERS and file.is_file() else None


def buttons_of(template: Template) -> tuple[str, ...]:
    """A dispenser's buttons, in the order of its template."""
    return tuple(dict.fromkeys(template.receive.patterns.values()))


def checked(table: Mapping[str, Any], folder: Path = Path()) -> LineConfig:
    """The line as the service will read it; raises ConfigMistakes."""
    fields = Fields(dict(table), "", [])
    made = read_line(fields, folder)
    if fields.mistakes:
        raise ConfigMistakes(fields.mistakes, "station.toml")
    return made


def to_try(draft: Draft, folder: Path = Path()) -> LineConfig:
    """A line to try the device with, also before its use and name are known; raises ConfigMistakes."""
    counters, buttons = draft.counters, draft.buttons
    if draft.kind == "display" and not counters:
        template = template_of(draft.model, folder)
        counters = {1: max(1, template.address.low) if template else 1}
    if draft.kind == "dispenser" and not buttons and (template := template_of(draft.model, folder)) is not None:
        buttons = {buttons_of(template)[0]: Wish("?")}
    name = draft.name or draft.kind
    return checked(replace(draft, name=name, counters=counters, buttons=buttons).table(folder), folder)
