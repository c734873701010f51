"""The versions of a hall's configuration: who made which, when, and what changed. From the journal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry, entry_of

CONFIGURED = "configured"
_configuration, _journal = tables.configuration, tables.journal


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the configuration."""

    number: int
    at: datetime
    station: str = ""
    actor: str = ""
    changes: tuple[dict[str, Any], ...] = ()
    undoes: int | None = None
    """The version that this one took back."""
    same_as: int | None = None
    """The version whose content this one put back."""

    @property
    def content(self) -> int:
        """The version in which this content was made."""
        return self.same_as or self.number


def versions(connection: Connection) -> tuple[Version, ...]:
    """All versions, oldest first. The first is older than the journal."""
    known = {entry.facts["version"]: entry for entry in _entries(connection)}
    rows = connection.execute(select(_configuration.c.version, _configuration.c.valid_from))
    return tuple(_version(row.version, row.valid_from, known.get(row.version)) for row in sorted(rows.all()))


def _entries(connection: Connection) -> list[Entry]:
    query = select(_journal).where(_journal.c.what == CONFIGURED).order_by(_journal.c.seq)
    return [entry_of(row) for row in connection.execute(query)]


def _version(number: int, at: datetime, entry: Entry | None) -> Version:
    if entry is None:
        return Version(number, at)
    facts = entry.facts
    changes = tuple(facts.get("changed", ()))
    return Version(number, at, entry.station, entry.actor, changes, facts.get("undoes"), facts.get("same_as"))


def document_of(connection: Connection, version: int) -> dict[str, Any]:
    """The configuration of a version as plain data."""
    query = select(_configuration.c.document).where(_configuration.c.version == version)
    found: dict[str, Any] = json.loads(connection.execute(query).scalar_one())
    return found
