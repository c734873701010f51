"""The halls a municipality can start from: one desk, three counters, or ten in the way of Haarlem's public hall."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from balie_app.paths import resource
from balie_app.queue.config.catalogue import catalogue_tables
from balie_app.queue.config.parse import parse
from balie_app.queue.rules.hall import HallConfig, Labels

KINDS = {
    "one-desk": "één balie: ontvangst en balie in één venster",
    "three-counters": "drie balies: één om te staan, twee met een deur",
    "haarlem": "tien plekken: sta-balies, gesloten balies, kamers en een groepskamer",
}
"""The templates there are, with a Dutch line about each."""
_NAMES = {"nl": "Publiekshal %1", "en": "Public hall %1", "de": "Bürgerhalle %1", "fr": "Accueil %1"}


def template(kind: str, municipality: str, language: str = "nl") -> HallConfig:
    """A complete hall with the shipped catalogue; ``language`` comes first among its languages.

    Raises KeyError for a kind that does not exist.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    document = dict(_document(kind))
    languages = dict.fromkeys([language, *document["languages"]])
    document["languages"] = list(languages)
    document["name"] = _NAMES.get(language, _NAMES["nl"]).replace("%1", municipality).strip()
    document["municipality"] = municipality
    document["contact_types"] = _contact_types()
    document["products"] = catalogue_tables()
    return parse(document)


def contact_type_labels() -> dict[str, Labels]:
    """The shipped labels of the usual contact types, by their code."""
    return {table["code"]: dict(table["labels"]) for table in _contact_types()}


@cache
def _document(kind: str) -> dict[str, Any]:
    return tomllib.loads(resource("templates", f"{kind}.toml").read_text(encoding="utf-8"))


def _contact_types() -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = _document("contact-types")["contact_types"]
    return tables
