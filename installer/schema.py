"""Freeze the first released schema: ``.venv/bin/python -m installer.schema``, once, on the day of the first release.

Writes ``balie_app/queue/store/migrations/schema_0001.py``: exactly what ``tables.py`` holds at that moment, in plain
column types, so that it stays what it is when the tables change. From then on a test compares the tables with what
the steps make, and every change needs a step of its own.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import indent
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import CreateIndexOp, CreateTableOp, MigrateOperation, ModifyTableOps, UpgradeOps
from sqlalchemy import MetaData, TypeDecorator, create_engine

from balie_app.queue.store import migrations, tables

FIRST = Path(migrations.__file__).with_name("schema_0001.py")
HEAD = '''"""Schema 1, the first that was released. Written once by ``installer.schema``; never changed afterwards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Make all tables."""
'''


def main(arguments: list[str]) -> int:
    """Write the file; refused when it is there, for what is released is not changed."""
    if FIRST.exists() and arguments != ["--again"]:
        sys.stderr.write(f"{FIRST.name} is er al. Schema 1 verandert niet meer; schrijf een volgende stap.\n")
        return 1
    FIRST.write_text(source(tables.metadata), encoding="utf-8")
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "format", "--quiet", str(FIRST)], check=True)
    subprocess.run([*ruff, "check", "--quiet", str(FIRST)], check=True)
    sys.stdout.write(f"{FIRST.name} is geschreven. Draai nu: ./balie test tests/queue/test_frozen_schema.py\n")
    return 0


def source(metadata: MetaData) -> str:
    """The step that makes these tables, as Python: one function for each table and each index."""
    parts = dict(_operations(metadata))
    calls = "".join(f"    {name}()\n" for name in parts)
    bodies = "".join(f"\n\ndef {name}() -> None:\n{indent(text, '    ')}" for name, text in parts.items())
    return f"{HEAD}{calls}{bodies}"


def _operations(metadata: MetaData) -> Iterator[tuple[str, str]]:
    """What makes each table and each index in an empty database, with the name of its function."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection)
        found = produce_migrations(context, metadata).upgrade_ops
        for each in _single(found.ops if found is not None else ()):
            text = render_python_code(UpgradeOps([each]), render_item=_render, migration_context=context)
            lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
            name = f"index_{each.index_name}" if isinstance(each, CreateIndexOp) else f"table_{each.table_name}"
            yield f"_{name}", "\n".join(lines) + "\n"


def _single(operations: Iterable[MigrateOperation]) -> Iterator[CreateTableOp | CreateIndexOp]:
    for each in operations:
        if isinstance(each, ModifyTableOps):
            yield from _single(each.ops)
        elif isinstance(each, CreateTableOp | CreateIndexOp):
            yield each
        else:
            raise TypeError(f"installer.schema cannot write {each!r}")


def _render(kind: str, item: Any, _context: object) -> Any:
    """A column type of the hall as the plain type that the database has; all else as alembic writes it."""
    return f"sa.{item.impl_instance!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
