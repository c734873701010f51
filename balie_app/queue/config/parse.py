"""A document (what a TOML file or ``balie ctl configure`` gives) becomes a HallConfig, or a list of mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from balie_app.queue.config import sections
from balie_app.queue.config.checks import cross_checks
from balie_app.queue.config.hours import opening
from balie_app.queue.config.mistakes import ConfigMistakes, Mistake
from balie_app.queue.config.table import Table, shown
from balie_app.queue.rules.hall import HallConfig, Norm
from balie_app.queue.rules.paper import Paper

DEFAULT_NAME = "Publiekshal"
MOST_VERSIONS = 2**31 - 1
DEFAULT_NORMS = (
    Norm("appointment", 5, 0.98),
    Norm("walk-in-short", 15, 0.9),
    Norm("walk-in-long", 30, 0.9),
    Norm("first-contact", 0, 0.8),
    Norm("come-back", 0, 0.1),
)
"""The promises of a hall that gives none itself; the last two are shares without a time."""


def parse(document: Mapping[str, object]) -> HallConfig:
    """Read and check a whole configuration. Raises ConfigMistakes with every mistake at once."""
    mistakes: list[Mistake] = []
    root = Table(document, "", mistakes)
    config = _read(root) if isinstance(document, Mapping) else None
    if config is None:
        raise ConfigMistakes(mistakes)
    root.finish()
    mistakes.extend(cross_checks(config))
    if mistakes:
        raise ConfigMistakes(mistakes)
    return config


def parse_paper(table: Mapping[str, object]) -> Paper:
    """Read and check the part about paper alone. Raises ConfigMistakes with every mistake at once."""
    mistakes: list[Mistake] = []
    found = sections.paper(Table(table, "paper", mistakes))
    if mistakes:
        raise ConfigMistakes(mistakes)
    return found


def _read(root: Table) -> HallConfig:
    contact_types = root.tables("contact_types", sections.contact_type, required=True)
    minutes = {kind.code: kind.minutes for kind in contact_types}
    root.optional_integer("version", 1, MOST_VERSIONS)  # which one it builds on: for whoever takes it in
    name = root.text("name", DEFAULT_NAME)
    return HallConfig(
        name=name,
        municipality=root.text("municipality", name),
        timezone=_timezone(root),
        languages=root.languages("languages", ("nl", "en")),
        counters=root.tables("counters", sections.counter, required=True),
        contact_types=contact_types,
        products=root.tables("products", lambda table: sections.product(table, _usual_minutes(table, minutes))),
        clerks=root.tables("clerks", sections.clerk),
        opening=opening(root.table("opening")),
        norms=root.tables("norms", sections.norm) if root.has("norms") else DEFAULT_NORMS,
        settings=sections.settings(root.table("settings")),
        texts=sections.texts(root.table("texts")),
        paper=sections.paper(root.table("paper")),
    )


def _usual_minutes(table: Table, minutes: dict[str, int]) -> int:
    return minutes.get(str(table.values.get("contact_type")), 10)


def _timezone(root: Table) -> str:
    name = root.text("timezone", "Europe/Amsterdam")
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        if name:
            root.wrong("timezone", f"{shown(name)} is geen tijdzone.", 'een tijdzone, zoals "Europe/Amsterdam"')
    return name
