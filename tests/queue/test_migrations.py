"""An older hall is brought up to date as a whole or not at all. The second schema here exists in these tests only."""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import op
from sqlalchemy import inspect

from balie_app.queue import commands as c
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store import engine, migrations, tables
from balie_app.queue.trouble import Trouble

BY = c.By("test")
SECOND = f"{migrations.__name__}.schema_0002"


@pytest.fixture
def old_hall(hall_url: str, make_config: Callable[..., HallConfig]) -> str:
    """A hall of schema 1, with somebody in it."""
    with closing(create_hall(hall_url, make_config())) as hall:
        hall.perform(c.Issue(("paspoort",)), BY)
    return hall_url


@pytest.fixture
def second_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """From now on the program knows a second schema: visits remember a colour."""
    step = ModuleType(SECOND)
    step.upgrade = add_colour  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, SECOND, step)
    monkeypatch.setattr(tables, "SCHEMA", 2)
    return step


def add_colour() -> None:
    with op.batch_alter_table("visit") as visit:
        visit.add_column(sa.Column("colour", sa.String(8), nullable=False, server_default="geel"))
    op.create_index("visit_colour", "visit", ["colour"])


def columns(url: str, table: str) -> set[str]:
    made = engine.connect(engine.hall_url(url))
    found = {str(each["name"]) for each in inspect(made).get_columns(table)}
    made.dispose()
    return found


def test_an_older_hall_is_brought_up_to_date_when_it_is_opened(old_hall: str, second_schema: ModuleType) -> None:
    assert "colour" not in columns(old_hall, "visit")
    with closing(open_hall(old_hall)) as hall:
        assert "colour" in columns(old_hall, "visit")
        assert hall.perform(c.OpenCounter(1, "anna"), BY)
        assert hall.perform(c.CallNext(1), BY).label == "K001"
        with hall.reading() as connection:
            assert connection.execute(sa.text("SELECT colour FROM visit")).scalar_one() == "geel"
            assert connection.execute(sa.text("SELECT schema FROM hall")).scalar_one() == 2


def condition(index: Any) -> str:
    """Of a partial index."""
    return " ".join(f"{name} {value}" for name, value in index.get("dialect_options", {}).items())


def shape(url: str) -> dict[str, set[tuple[object, ...]]]:
    """What a database says that its tables are made of."""
    made = engine.connect(engine.hall_url(url))
    found, shapes = inspect(made), {}
    for name in found.get_table_names():
        columns = {(each["name"], str(each["type"]), each["nullable"]) for each in found.get_columns(name)}
        indexes = {
            (each["name"], tuple(each["column_names"]), each["unique"], condition(each))
            for each in found.get_indexes(name)
        }
        unique = {("unique", *each["column_names"]) for each in found.get_unique_constraints(name)}
        shapes[name] = columns | indexes | unique | {tuple(found.get_pk_constraint(name)["constrained_columns"])}
    made.dispose()
    return shapes


def test_an_upgraded_hall_is_built_like_a_new_one_and_keeps_all_its_indexes(
    old_hall: str, second_schema: ModuleType
) -> None:
    before = shape(old_hall)
    assert set(before) == set(tables.metadata.tables)
    open_hall(old_hall).close()
    after = shape(old_hall)
    added = {(each[0], *each[1:]) for each in after["visit"] - before["visit"]}
    assert {each[0] for each in added} == {"colour", "visit_colour"}
    assert after | {"visit": after["visit"] - added} == before


def test_an_upgrade_that_fails_half_way_leaves_the_old_hall(
    old_hall: str, second_schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        add_colour()
        op.execute("UPDATE visit SET label = 'weg'")
        raise OSError(28, "No space left on device")

    second_schema.upgrade = fails  # type: ignore[attr-defined]
    with pytest.raises(Trouble) as caught:
        open_hall(old_hall)
    assert caught.value.code == "disk-full"
    assert "colour" not in columns(old_hall, "visit")
    monkeypatch.setattr(tables, "SCHEMA", 1)
    with closing(open_hall(old_hall)) as hall:
        assert hall.perform(c.OpenCounter(1, "anna"), BY)
        assert hall.perform(c.CallNext(1), BY).label == "K001"


def test_a_hall_that_is_newer_than_the_program_is_refused(
    old_hall: str, second_schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_hall(old_hall).close()
    monkeypatch.setattr(tables, "SCHEMA", 1)
    with pytest.raises(Trouble) as caught:
        open_hall(old_hall)
    assert caught.value.code == "newer"


def test_a_file_is_copied_before_its_upgrade_and_the_last_three_copies_stay(
    tmp_path: Path, make_config: Callable[..., HallConfig], second_schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hall.db"
    monkeypatch.setattr(tables, "SCHEMA", 1)
    with closing(create_hall(file, make_config())) as hall:
        hall.perform(c.Issue(("paspoort",)), BY)
    monkeypatch.setattr(tables, "SCHEMA", 2)
    for year in range(2020, 2024):
        (tmp_path / f"hall.db.{year}0101-000000-000000.copy").write_bytes(b"old")
    open_hall(file).close()
    kept = sorted(tmp_path.glob("hall.db.*.copy"))
    assert [each.name[8:12] for each in kept[:2]] == ["2022", "2023"]
    assert len(kept) == 3
    with closing(sqlite3.connect(kept[-1])) as copy:
        assert copy.execute("SELECT schema, seq FROM hall").fetchone() == (1, 1)
        assert copy.execute("SELECT label FROM visit").fetchall() == [("K001",)]


def test_a_copy_that_does_not_fit_on_the_disk_stops_the_upgrade_and_leaves_nothing(
    tmp_path: Path, make_config: Callable[..., HallConfig], second_schema: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "hall.db"
    monkeypatch.setattr(tables, "SCHEMA", 1)
    create_hall(file, make_config()).close()
    monkeypatch.setattr(tables, "SCHEMA", 2)
    monkeypatch.setattr(migrations, "_copy", full_disk(migrations._copy))
    with pytest.raises(Trouble) as caught:
        open_hall(file)
    assert caught.value.code == "disk-full"
    assert "colour" not in columns(str(file), "visit")
    assert {each.name for each in tmp_path.iterdir()} <= {"hall.db", "hall.db-wal", "hall.db-shm"}
    monkeypatch.undo()
    with closing(open_hall(file)) as hall:
        assert hall.perform(c.Issue(("paspoort",)), BY).label == "K001"


def full_disk(copy: Callable[[Any], None]) -> Callable[[Any], None]:
    """That step on a disk with too little room for what it writes."""

    def run(made: Any) -> None:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
        try:
            copy(made)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return run


PROGRAM = Path(__file__).with_name("station_program.py")


def test_stations_that_upgrade_at_once_do_it_once(old_hall: str, hall_url: str) -> None:
    """All of them find the older schema before the first of them may begin."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, str(PROGRAM), "upgrade", old_hall, "1", "1"]
    made = engine.connect(engine.hall_url(old_hall))
    with made.connect() as held:
        with held.begin():  # on SQLite this keeps everybody else from writing
            if made.dialect.name == "postgresql":
                held.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('balie'))")
            stations = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) for _ in range(3)]
            for each in stations:
                assert each.stdout is not None
                assert json.loads(each.stdout.readline()) == {"opening": True}
        said = [each.communicate(timeout=120)[0] for each in stations]
    made.dispose()
    assert [each.returncode for each in stations] == [0, 0, 0]
    assert {json.loads(each)["label"] for each in said} == {"K002", "K003", "K004"}
    assert "colour" in columns(old_hall, "visit")
    if "://" not in hall_url:
        assert len([*Path(hall_url).parent.glob("hall.db.*.copy")]) == 1


def test_a_hall_of_today_is_opened_without_loading_the_upgrades(old_hall: str) -> None:
    program = (
        "import sys; from balie_app.queue.hall import open_hall; open_hall(sys.argv[1]).close();"
        " sys.exit('alembic' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", program, old_hall], cwd=root, check=False).returncode == 0
