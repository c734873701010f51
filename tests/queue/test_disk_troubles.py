"""A full disk, a file that may not be written or that is busy: a clear trouble, nothing half done, and on again."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store import engine
from balie_app.queue.trouble import Trouble

BY = c.By("test")
ISSUE = c.Issue(("paspoort",), printer="bon")


@pytest.fixture
def file(tmp_path: Path, make_config: Callable[..., HallConfig]) -> Path:
    create_hall(tmp_path / "hall.db", make_config()).close()
    return tmp_path / "hall.db"


@pytest.fixture
def hall(file: Path) -> Iterator[Hall]:
    opened = open_hall(file)
    yield opened
    opened.close()


def assert_goes_on(hall: Hall, given: int) -> None:
    """The hall works, and what failed left nothing behind."""
    assert hall.view().figures.arrived == given
    assert hall.perform(ISSUE, BY).label == f"K{given + 1:03d}"
    with hall.reading() as connection:
        assert first_difference(connection) is None


def trouble_of(hall: Hall, most: int = 1) -> tuple[str, int]:
    """The code of the trouble, and how many numbers were given before it came."""
    for given in range(most):
        try:
            hall.perform(ISSUE, BY)
        except Trouble as trouble:
            return trouble.code, given
    pytest.fail("no trouble came")


def test_a_database_without_room_gives_a_clear_trouble_and_goes_on_when_there_is_room(hall: Hall) -> None:
    with hall.reading() as link:  # a hall has one connection to its file
        size = link.exec_driver_sql("PRAGMA page_count").scalar_one()
        link.exec_driver_sql(f"PRAGMA max_page_count={size + 2}")
        bare = link.connection.driver_connection
    code, given = trouble_of(hall, 500)
    assert code == "disk-full"
    bare.execute("PRAGMA max_page_count=1000000")
    assert_goes_on(hall, given)


@contextmanager
def tiny_disk(folder: Path) -> Iterator[None]:
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("a full disk needs the right to mount one")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_full_gives_a_clear_trouble_and_goes_on_when_there_is_room(
    tmp_path: Path, make_config: Callable[..., HallConfig]
) -> None:
    with tiny_disk(tmp_path / "small"), closing(create_hall(tmp_path / "small" / "hall.db", make_config())) as hall:
        filler = tmp_path / "small" / "filler"
        filler.write_bytes(bytes(100_000))
        code, given = trouble_of(hall, 500)
        assert code == "disk-full"
        assert hall.view().figures.arrived == given
        filler.unlink()
        assert_goes_on(hall, given)


def test_a_database_that_may_not_be_written_gives_a_clear_trouble_and_can_still_be_read(hall: Hall) -> None:
    with hall.reading() as link:
        link.exec_driver_sql("PRAGMA query_only=ON")
        bare = link.connection.driver_connection
    assert trouble_of(hall) == ("read-only", 0)
    assert hall.view().figures.arrived == 0
    bare.execute("PRAGMA query_only=OFF")
    assert_goes_on(hall, 0)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_only_be_read_gives_a_clear_trouble(file: Path) -> None:
    file.chmod(0o444)
    with closing(open_hall(file)) as hall:
        assert trouble_of(hall) == ("read-only", 0)


def test_a_database_that_is_busy_too_long_gives_a_clear_trouble_and_goes_on_afterwards(
    hall: Hall, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 150)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trouble_of(hall) == ("locked", 0)
        assert hall.view().figures.arrived == 0
        other.execute("ROLLBACK")
    assert_goes_on(hall, 0)


def test_a_step_waits_for_the_step_of_another_station(hall: Hall, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        pauses = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            if len(pauses) == 3:
                other.execute("COMMIT")

        monkeypatch.setattr(engine.time, "sleep", pause)
        assert hall.perform(ISSUE, BY).label == "K001"
    assert len(pauses) == 3


def test_only_a_rehearsal_leaves_the_moment_of_writing_to_the_system(
    tmp_path: Path, hall: Hall, make_config: Callable[..., HallConfig]
) -> None:
    with closing(create_hall(tmp_path / "play.db", make_config(), rehearsal=True)) as rehearsal:
        for each, level in ((hall, 2), (rehearsal, 1)):  # FULL, NORMAL
            each.perform(ISSUE, BY)
            with each.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == level
