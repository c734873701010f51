"""What every new hall begins with, as it ships: templates, kinds of contact, texts. Plain tables, not yet checked."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from balie_app.paths import resource
from balie_app.queue.rules.hall import Labels


@cache
def template_document(kind: str) -> dict[str, Any]:
    """The tables of one file in ``resources/templates``."""
    return tomllib.loads(resource("templates", f"{kind}.toml").read_text(encoding="utf-8"))


def contact_types() -> list[dict[str, Any]]:
    """The usual kinds of contact."""
    tables: list[dict[str, Any]] = template_document("contact-types")["contact_types"]
    return tables


def contact_type_labels() -> dict[str, Labels]:
    """The labels of the usual kinds of contact, by their code."""
    return {table["code"]: dict(table["labels"]) for table in contact_types()}


def texts() -> dict[str, Labels]:
    """The texts of the waiting screen, by name and language."""
    given: dict[str, Labels] = template_document("texts")["texts"]
    return {name: dict(labels) for name, labels in given.items()}
