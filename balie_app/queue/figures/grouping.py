"""Which group a conversation belongs to, with the configuration as it was then."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from balie_app.queue.config import parse
from balie_app.queue.figures.reading import Held, Stay
from balie_app.queue.rules.hall import HallConfig, Product
from balie_app.queue.store import tables

_CALENDAR: dict[str, Callable[[date], str]] = {
    "day": lambda day: day.isoformat(),
    "week": lambda day: f"{day:%G-W%V}",
    "month": lambda day: f"{day:%Y-%m}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "year": lambda day: f"{day:%Y}",
}
_PRODUCT: dict[str, Callable[[Product], str | int | None]] = {
    "line": lambda product: product.line,
    "owner": lambda product: product.owner or None,
}
BY = (*_CALENDAR, "product", "contact_type", "counter_type", *_PRODUCT)
"""What figures can be split by. Never a person."""

Keys = set[str | int | None]


class History:
    """The versions of a hall's configuration; each is read when somebody needs it."""

    def __init__(self, connection: Connection, now: HallConfig) -> None:
        table = tables.configuration
        rows = connection.execute(select(table.c.version, table.c.valid_from).order_by(table.c.version)).all()
        self._connection = connection
        self._versions = [(row.version, row.valid_from) for row in rows]
        self._zone = ZoneInfo(now.timezone)
        self._read = lru_cache(maxsize=32)(self._parsed)

    def config_at(self, moment: datetime) -> HallConfig:
        """The configuration that held at that time (the first one, before there was any)."""
        known = [version for version, valid_from in self._versions if valid_from <= moment]
        whole = self._read(known[-1] if known else self._versions[0][0])
        return whole.on(moment.astimezone(ZoneInfo(whole.timezone)).date())

    def _parsed(self, version: int) -> HallConfig:
        table = tables.configuration
        query = select(table.c.document).where(table.c.version == version)
        return parse(json.loads(self._connection.execute(query).scalar_one()))

    def keys(self, by: str, visit: Stay, contact: Held) -> Keys:
        """The groups of a conversation; None for what has none. With several products it belongs to each."""
        if by in _CALENDAR:
            return {_CALENDAR[by](visit.began.astimezone(self._zone).date())}
        if by == "contact_type":
            return {contact.contact_type}
        if by == "product":
            return set(contact.products) or {None}
        config = self.config_at(visit.began)
        if by == "counter_type":
            place = config.counter_by_number.get(contact.counter or 0)
            return {place.type.value if place else None}
        known = [config.product_by_slug[slug] for slug in contact.products if slug in config.product_by_slug]
        return {_PRODUCT[by](product) for product in known} or {None}
