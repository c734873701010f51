"""Bringing a hall of an older Balie to the schema of this one: all steps or none.

Schema N is made of schema N - 1 by the module ``schema_NNNN`` in this package: a function ``upgrade()`` written with
alembic's ``op`` (on SQLite with ``op.batch_alter_table``). Schema 1 makes everything in an empty database;
``installer.schema`` writes it on the day of the first release. New halls are made straight from ``tables.py``; a test
compares both ways. Whoever changes a released table raises ``tables.SCHEMA`` and writes such a module.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, Engine, select, update

from balie_app.queue.store import tables
from balie_app.queue.store.engine import WATCHING, known_troubles, mode

COPIES = 3
"""Copies of a SQLite hall that are kept, the latest ones."""


def upgrade(engine: Engine, where: str) -> None:
    """Bring the hall up to date. Raises Trouble when the surroundings fail; the hall is then as it was.

    One station does it; others that open the hall at the same moment wait, and find it done.
    """
    with known_troubles(where), engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            mode(connection, None)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('balie'))")
            schema = connection.execute(select(tables.hall.c.schema).with_for_update()).scalar_one()
            if schema >= tables.SCHEMA:
                return
            if connection.dialect.name == "sqlite":
                _copy(engine)
            make(connection, schema)
            connection.execute(update(tables.hall).values(schema=tables.SCHEMA))


def make(connection: Connection, schema: int = 0) -> None:
    """All steps after ``schema``; from 0 they make the tables in an empty database."""
    for number in range(schema + 1, tables.SCHEMA + 1):
        with Operations.context(MigrationContext.configure(connection)):
            _step(number)()


def _step(number: int) -> Callable[[], Any]:
    step: Callable[[], Any] = import_module(f"{__name__}.schema_{number:04d}").upgrade
    return step


def _copy(engine: Engine) -> None:
    """A whole copy beside the hall, such as "hall.db.20300114-090000-123456.copy"; the oldest ones go.

    On a connection of its own, beside the one that holds the hall for the upgrade: it reads what is there before it.
    """
    hall = Path(engine.url.database or "")
    copy = hall.with_name(f"{hall.name}.{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.copy")
    begun = copy.with_suffix(".part")
    try:
        with engine.connect() as connection:
            mode(connection, WATCHING)
            connection.exec_driver_sql("VACUUM INTO ?", (str(begun),))
        begun.replace(copy)
    finally:
        begun.unlink(missing_ok=True)
    for old in sorted(hall.parent.glob(f"{hall.name}.*.copy"))[:-COPIES]:
        with suppress(OSError):  # a copy that cannot go is no reason to stop
            old.unlink()
