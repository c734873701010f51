"""The steps of the migrations make exactly the tables of today. Who changes a table writes a step for older halls."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Column, Engine, Index, Integer, MetaData, inspect

from balie_app.queue.store import engine, migrations, tables
from installer import schema

FIRST = f"{migrations.__name__}.schema_0001"


@pytest.fixture
def first_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the first release schema 1 is what would be frozen now."""
    if not schema.FIRST.exists():
        monkeypatch.setitem(sys.modules, FIRST, written(tables.metadata))


def written(metadata: MetaData) -> ModuleType:
    """The step that ``installer.schema`` would write for these tables."""
    step = ModuleType(FIRST)
    exec(schema.source(metadata), step.__dict__)
    return step


@pytest.fixture
def database(hall_url: str) -> Iterator[Engine]:
    made = engine.connect(engine.hall_url(hall_url), make=True)
    yield made
    made.dispose()


def shape(database: Engine) -> dict[str, dict[str, Any]]:
    """What a database says that its tables are made of."""
    found = inspect(database)

    def condition(index: Any) -> list[str]:
        return [str(value) for name, value in sorted(index.get("dialect_options", {}).items()) if "where" in name]

    return {
        name: {
            "columns": {
                each["name"]: (str(each["type"]), each["nullable"], each["default"]) for each in found.get_columns(name)
            },
            "indexes": {
                each["name"]: (each["column_names"], bool(each["unique"]), condition(each))
                for each in found.get_indexes(name)
            },
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "unique": {each["name"]: each["column_names"] for each in found.get_unique_constraints(name)},
            "checks": {each["name"]: each["sqltext"] for each in found.get_check_constraints(name)},
        }
        for name in found.get_table_names()
    }


def emptied(database: Engine, change: Callable[[Any], None]) -> dict[str, dict[str, Any]]:
    """The shape after ``change``, in a database that is empty before and afterwards."""
    with database.begin() as connection:
        change(connection)
    found = shape(database)
    made = MetaData()
    made.reflect(database)
    made.drop_all(database)
    return found


def test_the_steps_make_the_tables_of_today(database: Engine, first_step: None) -> None:
    straight = emptied(database, tables.metadata.create_all)
    assert set(straight) == set(tables.metadata.tables)
    assert emptied(database, migrations.make) == straight, (
        "the tables changed: raise tables.SCHEMA and write the next step in store/migrations"
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda metadata: metadata.tables["visit"].append_column(Column("colour", Integer)),
        lambda metadata: Index("by_actor", metadata.tables["journal"].c.actor),
        lambda metadata: metadata.remove(metadata.tables["print_job"]),
        lambda metadata: metadata.tables["visit"].constraints.clear(),
    ],
    ids=["a column", "an index", "a table", "a constraint"],
)
def test_a_change_without_a_step_is_found(database: Engine, change: Callable[[MetaData], None]) -> None:
    other = MetaData()
    for table in tables.metadata.sorted_tables:
        table.to_metadata(other)
    change(other)
    assert emptied(database, other.create_all) != emptied(database, tables.metadata.create_all)


def test_the_first_step_is_written_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(schema, "FIRST", tmp_path / "schema_0001.py")
    assert schema.main([]) == 0
    before = schema.FIRST.read_text(encoding="utf-8")
    assert "def upgrade() -> None:" in before
    assert max(map(len, before.splitlines())) <= 120
    assert schema.main([]) == 1
    assert "is er al" in capsys.readouterr().err
    assert schema.FIRST.read_text(encoding="utf-8") == before
