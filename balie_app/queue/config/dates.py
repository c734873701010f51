"""Dates as people write them in a hall file."""

from __future__ import annotations

from datetime import date

from balie_app.queue.config.table import Table, shown


def valid_from(table: Table) -> date | None:
    """The first day on which it holds; None: it always did."""
    if not table.has("valid_from"):
        return None
    value = table.values["valid_from"]
    found = as_date(value)
    if found is None:
        table.wrong("valid_from", f"{shown(value)} is geen datum.", "jaar-maand-dag, zoals 2026-01-31")
    return found


def as_date(value: object) -> date | None:
    """A date, or one written as 2026-01-31; None for anything else."""
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None
