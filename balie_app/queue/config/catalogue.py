"""The shipped catalogue: what people come to a Dutch town hall for, and how they find it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from balie_app.paths import resource
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.config.sections import product
from balie_app.queue.config.table import Table
from balie_app.queue.rules.hall import Labels, Product


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """How visitors find products; never a department."""

    code: str
    labels: Labels
    icon: str
    order: int


def catalogue_tables() -> list[dict[str, Any]]:
    """All shipped products as tables of a document, in the order of the files."""
    return [table for file in _product_files() for table in file.get("products", [])]


@cache
def products() -> tuple[Product, ...]:
    """All shipped products. Raises ConfigMistakes when a file of the catalogue is wrong."""
    mistakes: list[Mistake] = []
    found = []
    for index, values in enumerate(catalogue_tables()):
        table = Table(values, f"products[{index}]", mistakes)
        found.append(product(table))
        table.finish()
    if mistakes:
        raise ConfigMistakes(mistakes, file="resources/catalogue")
    return tuple(found)


@cache
def life_events() -> tuple[LifeEvent, ...]:
    """The life events in the order in which a visitor sees them."""
    tables: list[dict[str, Any]] = _load("life-events.toml")["life_events"]
    found = [LifeEvent(table["code"], dict(table["labels"]), table["icon"], table["order"]) for table in tables]
    return tuple(sorted(found, key=lambda event: event.order))


@cache
def top_ten() -> tuple[str, ...]:
    """Slugs of the ten products that are asked for most, until a hall has figures of its own."""
    return tuple(_load("most-asked.toml")["most_asked"])


@cache
def _product_files() -> tuple[dict[str, Any], ...]:
    folder = resource("catalogue", "products")
    return tuple(_load(f"products/{path.name}") for path in sorted(folder.glob("*.toml")))


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("catalogue", *name.split("/")).read_text(encoding="utf-8"))
