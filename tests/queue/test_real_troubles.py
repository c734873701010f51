"""Troubles as they come in a town hall, on the real thing: no simulated failure, but a full disk, a file of somebody
else, a database that is held for ten seconds. BALIE_TEST_LARGE=1 for the ten seconds themselves."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store import engine
from balie_app.queue.trouble import Trouble

LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
ROOT = Path(__file__).resolve().parents[2]
BY = c.By("test")
ISSUE = c.Issue(("paspoort",), printer="bon")
NOBODY = 65534


def trouble_of(hall: Hall, most: int = 1) -> tuple[str, int]:
    """The code of the trouble, and how many numbers were given before it came."""
    for given in range(most):
        try:
            hall.perform(ISSUE, BY)
        except Trouble as trouble:
            said = sentence(trouble)
            if trouble.code in said:
                pytest.fail(f"no sentence of its own: {said}")
            return trouble.code, given
    pytest.fail("no trouble came")


def assert_goes_on(hall: Hall, given: int, soundness: Any) -> None:
    """The hall can be read, works, and what failed left nothing behind."""
    assert hall.view().figures.arrived == given
    assert hall.perform(ISSUE, BY).label == f"K{given + 1:03d}"
    soundness.assert_sound(hall)


# -- no room -----------------------------------------------------------------------------------------------------


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """For this process the disk ends there."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_cannot_grow_is_a_full_disk_and_the_hall_goes_on_when_it_can(
    tmp_path: Path, make_config: Callable[..., HallConfig], soundness: Any
) -> None:
    with closing(create_hall(tmp_path / "hall.db", make_config())) as hall:
        with files_no_larger_than(300_000):
            code, given = trouble_of(hall, 500)
            assert code == "disk-full"
            assert trouble_of(hall) == ("disk-full", 0)
            assert hall.view().figures.arrived == given
        assert_goes_on(hall, given, soundness)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes that PostgreSQL's own user can write."""
    folder = Path("/tmp") / f"balie-small-{os.getpid()}"
    folder.mkdir()
    how = ["mount", "-t", "tmpfs", "-o", "size=16m,mode=777", "tmpfs", str(folder)]
    if subprocess.run(how, capture_output=True).returncode != 0:
        folder.rmdir()
        pytest.skip("a full disk needs the right to mount one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


@pytest.mark.postgres
def test_a_server_whose_disk_is_full_says_so_and_the_hall_goes_on_when_there_is_room(
    postgres_server: str, small_disk: Path, make_config: Callable[..., HallConfig], soundness: Any
) -> None:
    place = small_disk / "tables"
    place.mkdir()
    place.chmod(0o700)
    if os.geteuid() == 0:
        os.chown(place, NOBODY, NOBODY)
    url = urlunsplit(urlsplit(postgres_server)._replace(path="/balie_small"))
    with psycopg.connect(postgres_server, autocommit=True) as link:
        link.execute(f"CREATE TABLESPACE balie_small LOCATION '{place}'")
        link.execute("CREATE DATABASE balie_small TABLESPACE balie_small")
    try:
        with closing(create_hall(url, make_config())) as hall:
            free = shutil.disk_usage(small_disk).free
            filler = small_disk / "filler"
            filler.write_bytes(bytes(free - 64 * 1024))
            code, given = trouble_of(hall, 500)
            assert code == "disk-full"
            assert hall.view().figures.arrived == given
            filler.unlink()
            assert_goes_on(hall, given, soundness)
    finally:
        with psycopg.connect(postgres_server, autocommit=True) as link:
            link.execute("DROP DATABASE balie_small WITH (FORCE)")
            link.execute("DROP TABLESPACE balie_small")


# -- not allowed to write ----------------------------------------------------------------------------------------

READER = """
import json, os, sys, tempfile
from contextlib import closing
from balie_app.queue import commands as c
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.trouble import Trouble

def tried(hall):
    seen = hall.view().figures.arrived
    try:
        hall.perform(c.QuickContact("route"), c.By("test"))
    except Trouble as trouble:
        return [trouble.code, seen]
    return ["done", seen]

with tempfile.TemporaryDirectory() as folder:  # another user may not be able to load what is not loaded yet
    with closing(create_hall(folder + "/hall.db", template("one-desk", "V"))) as hall:
        assert tried(hall) == ["done", 0]
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with closing(open_hall(sys.argv[1])) as hall:
        print(json.dumps(tried(hall)))
except Trouble as trouble:
    print(json.dumps([trouble.code, None]))
"""


def as_somebody_else(url: str) -> Any:
    """What a station that runs as a user without rights makes of that hall: code of the trouble, arrivals it saw."""
    done = subprocess.run(
        [sys.executable, "-c", READER, url], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can enter."""
    folder = Path("/tmp") / f"balie-open-{os.getpid()}"
    folder.mkdir()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("busy", [True, False], ids=["in use", "at rest"])
def test_a_file_of_somebody_else_is_a_clear_trouble_and_stays_as_it_is(
    open_folder: Path, make_config: Callable[..., HallConfig], busy: bool, soundness: Any
) -> None:
    file = open_folder / "hall.db"
    with closing(create_hall(file, make_config())) as hall:
        assert hall.perform(ISSUE, BY).label == "K001"
        if busy:
            for each in open_folder.iterdir():
                each.chmod(0o444)
            assert as_somebody_else(str(file)) == ["read-only", 1]
            assert_goes_on(hall, 1, soundness)
    if not busy:
        file.chmod(0o444)
        code, _ = as_somebody_else(str(file))
        assert code in {"read-only", "cannot-open"}
        file.chmod(0o644)
        with closing(open_hall(file)) as again:
            assert_goes_on(again, 1, soundness)


@pytest.mark.postgres
def test_a_server_that_only_lets_read_is_a_clear_trouble_and_the_hall_goes_on_when_it_lets_write(
    postgres_url: str, make_config: Callable[..., HallConfig], soundness: Any
) -> None:
    """As a standby server does, until it takes over."""
    name = urlsplit(postgres_url).path[1:]
    create_hall(postgres_url, make_config()).close()
    with psycopg.connect(postgres_url, autocommit=True) as link:
        link.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    with closing(open_hall(postgres_url)) as hall:
        assert trouble_of(hall) == ("read-only", 0)
        assert hall.view().figures.arrived == 0
    with psycopg.connect(postgres_url, autocommit=True) as link:
        link.execute("SET default_transaction_read_only = off")
        link.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    with closing(open_hall(postgres_url)) as hall:
        assert_goes_on(hall, 0, soundness)


# -- held by another ---------------------------------------------------------------------------------------------

HOLDER = """
import sqlite3, sys
if "://" in sys.argv[1]:
    import psycopg
    held = psycopg.connect(sys.argv[1])
    held.execute("SELECT * FROM hall FOR UPDATE")
else:
    held = sqlite3.connect(sys.argv[1], isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_database_that_another_process_holds_too_long_is_a_clear_trouble_and_the_hall_goes_on_afterwards(
    hall_url: str, make_config: Callable[..., HallConfig], monkeypatch: pytest.MonkeyPatch, soundness: Any
) -> None:
    """Ten seconds, the real thing, when there is time for it; else a fifth of one."""
    create_hall(hall_url, make_config()).close()
    where = hall_url
    if not LARGE:
        monkeypatch.setattr(engine, "BUSY_MS", 200)
        where += "&options=-c%20lock_timeout%3D200" if "://" in hall_url else ""
    with closing(open_hall(where)) as hall:
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLDER, hall_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert trouble_of(hall) == ("locked", 0)
        assert hall.view().figures.arrived == 0  # who only looks is not held up
        holder.kill()  # kill -9 in the middle of its step: what it held is free
        holder.communicate()
        assert_goes_on(hall, 0, soundness)
