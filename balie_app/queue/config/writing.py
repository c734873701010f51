"""The text of ``hall.toml``: one part after another, each with a Dutch comment, as a person would write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from balie_app.queue.config.document import document
from balie_app.queue.rules.hall import HallConfig

_HEADER = """\
# De inrichting van een hal. Pas dit bestand aan en lees het in:
#     balie hall check  BESTAND      alleen nakijken
#     balie hall import BESTAND      nakijken en in gebruik nemen
# Staat er iets fout in? Dan noemt Balie alle fouten tegelijk, en verandert er niets.
# Alle sleutels staan uitgelegd in docs/hall-toml.md. Zet nergens een burgerservicenummer (BSN) in.
"""
_COMMENTS = {
    "settings": "De regels van de hal: hoe vaak oproepen, hoe lang wachten, hoe zwaar afspraken tellen (strictness).",
    "opening": "Openingstijden (weekdays; een dag die ontbreekt is gesloten), feestdagen (holidays) en exceptions.",
    "norms": "Beloften aan de bezoeker. share = deel van de bezoekers waarvoor het moet lukken: 0.98 is 98 %.",
    "counters": "De plekken. Elk nummer één keer. Een plek heeft nooit de naam van een afdeling.",
    "contact_types": "Soorten contact: de aard van het gesprek bepaalt de plek (counter_types, de beste eerst).",
    "clerks": 'De medewerkers. competences: soorten contact, producten, of "*" voor alles; als tabel met een lijn.',
    "products": "Waarvoor mensen komen. bring: de lijst 'neem mee'. opening: eigen tijden. valid_from: vanaf wanneer.",
    "texts": "Teksten van uw gemeente, per taal.",
    "paper": "Hoe het papier eruitziet (makkelijker: balie layout). logo: een PNG, of de naam van een bestand.",
}
_WIDTH = 110
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def text_of(config: HallConfig, version: int | None = None) -> str:
    """The configuration as the text of a hall file; ``version`` is the one it shows, for who changes it."""
    values = document(config)
    parts = {key: value for key, value in values.items() if key in _COMMENTS and value}
    # an empty list has no table to stand in, so it stands at the top
    top = {key: value for key, value in values.items() if key not in parts}
    if version is not None:
        top = {"version": version, **top}
    return "\n".join([_HEADER, *_lines("", top), *(_part(key, parts[key]) for key in _COMMENTS if key in parts)])


def _part(key: str, value: Any) -> str:
    tables = [_lines(f"[[{key}]]", item, key) for item in value] if isinstance(value, list) else None
    lines = [_lines(f"[{key}]", value, key)] if tables is None else tables
    rule = "# " + "-" * (_WIDTH - 2)
    return "\n".join([rule, f"# {_COMMENTS[key]}", rule, "", *("\n".join(table) for table in lines)])


def _lines(header: str, table: Mapping[str, Any], path: str = "") -> list[str]:
    """One table: its own keys first, then the tables in it; an empty line at the end."""
    own = [f"{_key(key)} = {_value(value)}" for key, value in table.items() if not isinstance(value, Mapping)]
    lines = [header, *own] if header and (own or not table) else own
    for key, value in table.items():
        if isinstance(value, Mapping):
            inner = f"{path}.{_key(key)}"
            lines += _lines(f"[{inner}]", value, inner)[:-1]
    return [*lines, ""]


def _key(key: str) -> str:
    """A key as TOML wants it: bare when it can be."""
    return key if _BARE.fullmatch(key) else _scalar(key)


def _value(value: object) -> str:
    if not isinstance(value, list):
        return _scalar(value)
    items = [_value(item) for item in value]
    one_line = f"[{', '.join(items)}]"
    if len(one_line) <= _WIDTH - 20:
        return one_line
    return "\n".join(["[", *(f"    {item}," for item in items), "]"])


def _scalar(value: object) -> str:
    import tomli_w

    rows = isinstance(value, str) and len(value) > _WIDTH and "\n" in value
    return tomli_w.dumps({"x": value}, multiline_strings=rows).removeprefix("x = ").rstrip("\n")
