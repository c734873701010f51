"""Opening a hall: what is not a hall is refused with its own sentence, and not one byte of it changes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from balie_app.queue import commands as c
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store.engine import hall_url as address_of
from balie_app.queue.trouble import Trouble


def other_database(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def why_not(where: str | Path) -> str:
    with pytest.raises(Trouble) as caught:
        open_hall(where)
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "no-hall"), (b"SQLite", "unreadable"), (b"geen hal " * 500, "unreadable")],
    ids=["empty", "cut off", "text"],
)
def test_a_file_that_is_no_database_stays_as_it_is(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "hall.db"
    file.write_bytes(content)
    assert why_not(file) == code
    assert file.read_bytes() == content
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE songs (name)", "CREATE TABLE hall (name)"],
    ids=["other tables", "a table of the same name"],
)
def test_a_database_of_another_program_stays_as_it_is(tmp_path: Path, statement: str) -> None:
    file = tmp_path / "other.db"
    other_database(file, statement)
    before = file.read_bytes()
    assert why_not(file) == "no-hall"
    assert file.read_bytes() == before
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.postgres
@pytest.mark.parametrize("statement", ["SELECT 1", "CREATE TABLE hall (name text)"], ids=["empty", "same name"])
def test_a_postgresql_database_without_a_hall_is_refused(postgres_url: str, statement: str) -> None:
    engine = create_engine(address_of(postgres_url))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert why_not(postgres_url) == "no-hall"


def test_a_hall_from_a_newer_program_stays_as_it_is(tmp_path: Path, make_config: Callable[..., HallConfig]) -> None:
    file = tmp_path / "hall.db"
    create_hall(file, make_config()).close()
    other_database(file, "UPDATE hall SET schema = schema + 1")
    other_database(file, "PRAGMA journal_mode=DELETE")
    before = file.read_bytes()
    assert why_not(file) == "newer"
    assert file.read_bytes() == before


def test_a_hall_that_lost_its_first_row_is_no_hall(tmp_path: Path, make_config: Callable[..., HallConfig]) -> None:
    file = tmp_path / "hall.db"
    create_hall(file, make_config()).close()
    other_database(file, "DELETE FROM hall")
    assert why_not(file) == "no-hall"


def test_a_copy_made_by_another_tool_is_made_fit_for_several_stations(
    tmp_path: Path, make_config: Callable[..., HallConfig]
) -> None:
    file = tmp_path / "hall.db"
    create_hall(file, make_config()).close()
    other_database(file, "PRAGMA journal_mode=DELETE")
    open_hall(file).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_name_with_odd_signs_opens_the_same_file(tmp_path: Path, make_config: Callable[..., HallConfig]) -> None:
    file = tmp_path / "hal 100% #1?mode=ro.db"
    create_hall(file, make_config()).close()
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    with closing(open_hall(file)) as hall:
        assert hall.config().name == "Publiekshal"


def test_a_list_of_devices_of_an_older_program_is_made_anew(
    hall_url: str, make_config: Callable[..., HallConfig]
) -> None:
    with closing(create_hall(hall_url, make_config())) as hall:
        hall.perform(c.Issue(products=("paspoort",)), c.By("kiosk"))
    engine = create_engine(address_of(hall_url))
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE device DROP COLUMN backup"))
    engine.dispose()
    with closing(open_hall(hall_url)) as hall:
        view = hall.view()
        assert view.devices == ()
        assert [contact.label for contact in view.contacts] == ["K001"]


VISITS_SEEN_ELSEWHERE = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    print(connection.execute("SELECT count(*) FROM visit").fetchone()[0])
connection.close()
"""


def visits_seen_by_another_process(file: Path) -> int:
    """Looked up by a process that opens the hall and lets go of it again, as each `balie ctl` does."""
    done = subprocess.run([sys.executable, "-c", VISITS_SEEN_ELSEWHERE, str(file)], capture_output=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("times", [1, 2])
def test_a_process_that_opens_a_hall_twice_stays_in_step_with_the_others(
    tmp_path: Path, make_config: Callable[..., HallConfig], times: int
) -> None:
    file = tmp_path / "hall.db"
    with closing(create_hall(file, make_config())) as hall:
        for taken in range(1, 4):
            hall.perform(c.Issue(products=("paspoort",)), c.By("kiosk"))
            for _ in range(times):
                open_hall(file).close()
            assert visits_seen_by_another_process(file) == taken


def test_a_file_that_vanishes_is_not_made_again(tmp_path: Path, make_config: Callable[..., HallConfig]) -> None:
    file = tmp_path / "hall.db"
    hall = create_hall(file, make_config())
    hall.close()
    file.unlink()
    with pytest.raises(Trouble):
        hall.view()
    assert not file.exists()
