"""What the window of devices calls things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from balie_app.devices.config_model import KINDS, Wish
from balie_app.devices.draft import models
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.numbering import place
from balie_app.ui.words import filled, label, own_language

translate = QCoreApplication.translate

ICONS = {"printer": "print", "display": "call", "dispenser": "ticket", "scanner": "search"}


def kind_name(kind: str) -> str:
    """A kind of device."""
    return {
        "printer": translate("Devices", "Bonprinter"),
        "display": translate("Devices", "Display of lamp"),
        "dispenser": translate("Devices", "Nummerautomaat"),
        "scanner": translate("Devices", "Scanner"),
    }.get(kind, kind)


def kind_about(kind: str) -> str:
    """What a kind of device does."""
    return {
        "printer": translate("Devices", "Print nummers en kassabonnen."),
        "display": translate("Devices", "Toont boven een balie wie er aan de beurt is."),
        "dispenser": translate("Devices", "Bezoekers nemen hier een nummer met een knop."),
        "scanner": translate("Devices", "Leest de code van een afspraak."),
    }[kind]


def counter(number: int, config: HallConfig | None) -> str:
    """What a counter is called, also when the hall is not known."""
    known = config.counter_by_number.get(number) if config is not None else None
    if known is not None:
        return place(known, own_language())
    return filled(translate("Devices", "Balie %1"), str(number))


def wish(meant: Wish, config: HallConfig | None) -> str:
    """What a button gives a number for."""
    names = [meant.contact_type] if meant.contact_type else list(meant.products)
    if config is None:
        return ", ".join(names)
    kinds = {each.code: label(each.labels) or each.code for each in config.contact_types}
    products = {each.slug: label(each.labels) or each.slug for each in config.products}
    known: Mapping[str, str] = kinds if meant.contact_type else products
    return ", ".join(known.get(name, name) for name in names)


def facts(table: Mapping[str, Any], config: HallConfig | None) -> str:
    """One line about a line of station.toml: what it is, on which port, for which counters."""
    kind = str(table.get("kind", ""))
    names = {each.name: each.title for each in models(kind)} if kind in KINDS else {}
    model = next((str(table[key]) for key in ("profile", "driver", "template") if key in table), "")
    said: Iterable[str] = (kind_name(kind), names.get(model, model), str(table.get("port", "")), _where(table, config))
    return " · ".join(each for each in said if each)


def _where(table: Mapping[str, Any], config: HallConfig | None) -> str:
    several = table.get("counters")
    keys = [key for key in several if key.isdigit()] if isinstance(several, dict) else []
    numbers = sorted({*map(int, keys), *([table["counter"]] if isinstance(table.get("counter"), int) else [])})
    return ", ".join(counter(number, config) for number in numbers)
