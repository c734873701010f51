"""The halls a municipality can start from: one desk, three counters, or ten in the way of Haarlem's public hall."""

from __future__ import annotations

from balie_app.queue.config.catalogue import catalogue_tables
from balie_app.queue.config.parse import parse
from balie_app.queue.config.shipped import contact_types, template_document, texts
from balie_app.queue.rules.hall import HallConfig

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
    document = dict(template_document(kind))
    languages = dict.fromkeys([language, *document["languages"]])
    document["languages"] = list(languages)
    document["name"] = _NAMES.get(language, _NAMES["nl"]).replace("%1", municipality).strip()
    document["municipality"] = municipality
    document["contact_types"] = contact_types()
    document["texts"] = texts()
    document["products"] = catalogue_tables()
    return parse(document)
