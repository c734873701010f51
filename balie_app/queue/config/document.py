"""A HallConfig becomes a document again: the inverse of parse, made of plain values only.

What the contract of ``balie ctl`` names is always there; optional keys only when they say something.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from typing import Any

from balie_app.queue.config import logo
from balie_app.queue.rules.hall import (
    MOST,
    Clerk,
    ContactType,
    Counter,
    HallConfig,
    Hours,
    Norm,
    Opening,
    Product,
    Settings,
)
from balie_app.queue.rules.paper import Paper


def document(config: HallConfig) -> dict[str, Any]:
    """The configuration as ``hall.toml`` and ``balie ctl`` write it. parse(document(c)) == c."""
    found: dict[str, Any] = {
        "name": config.name,
        "municipality": config.municipality,
        "timezone": config.timezone,
        "languages": list(config.languages),
        "settings": _settings(config.settings),
        "opening": _opening(config.opening),
        "norms": [_norm(norm) for norm in config.norms],
        "counters": [_counter(counter) for counter in config.counters],
        "contact_types": [_contact_type(kind) for kind in config.contact_types],
        "clerks": [_clerk(clerk) for clerk in config.clerks],
        "products": [_product(product) for product in config.products],
    }
    if config.texts:
        found["texts"] = {key: dict(labels) for key, labels in config.texts.items()}
    if paper := paper_table(config.paper):
        found["paper"] = paper
    return found


def paper_table(paper: Paper) -> dict[str, Any]:
    """The choices about paper that differ from the usual ones."""
    found = _filled(paper)
    return {**found, "logo": logo.as_text(paper.logo)} if paper.logo else found


def _plain(value: object) -> object:
    """Enumerations as words, tuples as lists."""
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _filled(thing: Any, *always: str) -> dict[str, Any]:
    """The fields of a value by name, without optional ones that are left at their default."""
    found = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.name in always or value != default:
            found[field.name] = _plain(value)
    return found


def _counter(counter: Counter) -> dict[str, Any]:
    return _filled(counter)


def _contact_type(kind: ContactType) -> dict[str, Any]:
    return _filled(kind, "privacy", "norm_minutes", "minutes")


def _product(product: Product) -> dict[str, Any]:
    found = _filled(product, "intake")
    if product.opening is not None:
        found["opening"] = _opening(product.opening)
    return found


def _clerk(clerk: Clerk) -> dict[str, Any]:
    names = sorted(clerk.competences)
    return {
        "code": clerk.code,
        "name": clerk.name,
        "competences": {name: clerk.levels.get(name, MOST) for name in names} if clerk.levels else names,
        "languages": list(clerk.languages),
    }


def _norm(norm: Norm) -> dict[str, Any]:
    return _filled(norm)


def _settings(settings: Settings) -> dict[str, Any]:
    return _filled(settings, *(field.name for field in fields(settings)))


def _opening(opening: Opening) -> dict[str, Any]:
    found: dict[str, Any] = {"last_ticket_minutes": opening.last_ticket_minutes}
    if opening.weekdays:
        found["weekdays"] = {day: _hours(hours) for day, hours in opening.weekdays.items()}
    if opening.holidays:
        found["holidays"] = list(opening.holidays)
    if opening.exceptions:
        found["exceptions"] = {
            day.isoformat(): _exception(hours, opening.reasons.get(day, ""))
            for day, hours in opening.exceptions.items()
        }
    return found


def _exception(hours: Hours, reason: str) -> object:
    return {"hours": _hours(hours), "reason": reason} if reason else _hours(hours)


def _hours(hours: Hours) -> list[list[str]]:
    return [[f"{start:%H:%M}", f"{end:%H:%M}"] for start, end in hours]
