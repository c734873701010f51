"""What goes wrong outside Balie: one sentence with a next step, an exit code, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue.commands import Issue
from installer.postgres import fresh_database

Balie = Callable[..., subprocess.CompletedProcess[str]]
ASKED = ("paspoort-aanvragen",)


def assert_one_sentence(ran: subprocess.CompletedProcess[str], *pieces: str) -> None:
    assert ran.returncode == 1, ran
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1, ran.stderr
    assert all(piece in ran.stderr for piece in pieces), ran.stderr


@pytest.mark.parametrize("station", ["host", "screen"])
@pytest.mark.parametrize("content", [b"", b"dit is geen hal " * 300], ids=["empty", "text"])
def test_a_file_that_is_no_hall_is_refused_and_kept(tmp_path: Path, balie: Balie, station: str, content: bytes) -> None:
    file = tmp_path / "hall.db"
    file.write_bytes(content)
    assert_one_sentence(balie(station, "--hall", str(file)), str(file))
    assert file.read_bytes() == content
    assert not [*tmp_path.glob("hall.db-*")]


def test_a_damaged_hall_is_refused_and_kept(scene: Any, balie: Balie) -> None:
    scene.make().close()
    file = Path(scene.where)
    damaged = file.read_bytes()[:1000] + b"\0" * 40_000
    file.write_bytes(damaged)
    assert_one_sentence(balie("host", "--hall", scene.where), "beschadigd", "kopie")
    assert file.read_bytes() == damaged


@pytest.mark.parametrize(
    "words", [("host",), ("counter", "--counter", "1"), ("screen",), ("kiosk",)], ids=lambda w: w[0]
)
def test_a_hall_of_a_newer_balie_is_refused_by_each_station(scene: Any, balie: Balie, words: tuple[str, ...]) -> None:
    scene.make().close()
    with closing(sqlite3.connect(scene.where)) as other:
        other.execute("UPDATE hall SET schema = schema + 1")
        other.commit()
    before = Path(scene.where).read_bytes()
    assert_one_sentence(balie(*words, "--hall", scene.where), "nieuwere versie", "Werk Balie")
    assert Path(scene.where).read_bytes() == before


@pytest.mark.parametrize(
    ("where", "piece"),
    [
        ("mysql://server/hal", "geen adres"),
        ("https://voorbeeld.nl/hal", "geen adres"),
        ("postgresql://server:poort/hal", "geen adres"),
        ("postgresql://balie:geheim@127.0.0.1:1/hal", "--wait"),
        ("postgresql://balie@bestaat-niet.invalid/hal", "--wait"),
        ("{folder}/niet-hier.db", "hall new"),
        ("{folder}/geen/map/hall.db", "hall new"),
        ("{folder}", "hall new"),
    ],
)
def test_a_wrong_address_is_one_sentence_with_a_next_step(tmp_path: Path, balie: Balie, where: str, piece: str) -> None:
    ran = balie("host", "--hall", where.format(folder=tmp_path))
    assert_one_sentence(ran, piece)
    assert "geheim" not in ran.stderr


@pytest.mark.postgres
def test_a_database_without_a_hall_or_that_is_not_there_is_one_sentence(postgres_server: str, balie: Balie) -> None:
    with fresh_database(postgres_server) as url:
        assert_one_sentence(balie("screen", "--hall", url), "Er is geen hal", "hall new")
    assert_one_sentence(balie("screen", "--hall", url), "bestaat niet", "beheerder")


def test_a_second_host_of_the_same_name_is_refused_and_the_first_goes_on(scene: Any, balie: Balie) -> None:
    scene.make()
    first = scene.station("host")
    assert_one_sentence(balie("host", "--hall", scene.where), "host", "--station")
    scene.do(Issue(ASKED))
    first.sees("K 001")
    second = scene.station("host", "--station", "host-2", name="host-2")
    second.sees("K 001")


def test_a_broken_hall_file_names_file_line_key_and_form_and_changes_nothing(
    any_scene: Any, tmp_path: Path, balie: Balie
) -> None:
    scene = any_scene
    scene.make()
    file = tmp_path / "hall.toml"
    assert balie("hall", "export", "--hall", scene.where, str(file)).returncode == 0
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("minutes = 5", 'minutes = "vijf"', 1).replace("[[counters]]", "[[counterz]]", 1), encoding="utf-8"
    )
    before = scene.hall.journal(), scene.hall.config()
    ran = balie("hall", "import", "--hall", scene.where, str(file))
    assert ran.returncode == 1
    assert ran.stdout == ""
    said = ran.stderr.splitlines()
    assert len(said) >= 3, "both mistakes at once"
    assert all("hall.toml" in line for line in said[:-1])
    assert any("minutes" in line and "getal" in line for line in said), said
    assert any("counterz" in line for line in said), said
    assert said[-1] == "Er is niets veranderd."
    assert (scene.hall.journal(), scene.hall.config()) == before


# -- disks ---------------------------------------------------------------------------------------------


class Disk:
    """A very small disk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        with suppress(OSError), self._filler.open("wb", buffering=0) as file:
            while file.write(b"x" * 4096):
                pass

    def use_up(self) -> None:
        """No place left for even one more name."""
        with suppress(OSError):
            for number in range(100_000):
                (self.folder / f"name-{number}").touch()

    def free(self) -> None:
        self._filler.unlink()

    def lock(self, locked: bool) -> None:
        subprocess.run(["mount", "-o", f"remount,{'ro' if locked else 'rw'}", str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m,nr_inodes=100", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield Disk(folder)
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_refuses_the_step_and_keeps_the_rest(
    disk: Disk, make_scene: Callable[..., Any], until: Callable[..., Any]
) -> None:
    scene = make_scene(str(disk.folder / "hall.db"))
    scene.make()
    host = scene.station("host")
    disk.fill()
    for _ in range(60):  # what the database file still had room for
        host.key("F3")
        host.type("paspoort")
        host.sees(ASK := "Paspoort aanvragen")
        host.key("Return")
        host.click("Nummer geven")
        until(lambda: any("schijf is vol" in text or "Noem het nummer" in text for text in host.texts()), "an answer")
        if any("schijf is vol" in text for text in host.texts()):
            break
        host.key("Escape")
        assert ASK
    host.sees("schijf is vol")
    happened = scene.happened()
    disk.free()
    host.click("Nummer geven")
    scene.wait_happened("issued", len(happened) + 1)
    scene.close()


def test_a_station_on_a_full_disk_starts_or_says_why(disk: Disk, balie: Balie, make_scene: Callable[..., Any]) -> None:
    scene = make_scene(str(disk.folder / "hall.db"))
    scene.make().close()
    disk.fill()
    assert_one_sentence(balie("host", "--hall", scene.where), "schijf is vol")


@pytest.mark.parametrize(
    ("read_only", "piece"), [(False, "schijf is vol"), (True, "schrijfrechten")], ids=["full", "ro"]
)
@pytest.mark.parametrize("which", ["DATA", "LOGS"])
def test_no_room_for_a_stations_own_files_is_one_sentence(
    disk: Disk, scene: Any, balie: Balie, which: str, read_only: bool, piece: str
) -> None:
    scene.make()
    if read_only:
        disk.lock(True)
    else:
        disk.use_up()
    ran = balie("host", "--hall", scene.where, **{f"BALIE_{which}": str(disk.folder / "own")})
    if read_only:
        disk.lock(False)
    assert_one_sentence(ran, piece, str(disk.folder))


def test_a_hall_on_a_disk_that_may_only_be_read_is_one_sentence(
    disk: Disk, balie: Balie, make_scene: Callable[..., Any]
) -> None:
    scene = make_scene(str(disk.folder / "hall.db"))
    scene.make().close()
    disk.lock(True)
    ran = balie("host", "--hall", scene.where)
    disk.lock(False)
    assert_one_sentence(ran, scene.where, "rechten")


def test_a_hall_file_that_may_not_be_written_refuses_steps_with_a_sentence(scene: Any) -> None:
    scene.make().close()
    file = Path(scene.where)
    if os.geteuid() != 0:
        file.chmod(0o444)
    elif (
        not shutil.which("chattr")
        or subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode
    ):
        pytest.skip("this disk has no way to keep root from writing")
    try:
        host = scene.station("host")
        host.key("F3")
        host.type("paspoort")
        host.sees("Paspoort aanvragen")
        host.key("Return")
        host.click("Nummer geven")
        host.sees("schrijfrechten")
        host.end()
    finally:
        if os.geteuid() == 0:
            subprocess.run(["chattr", "-i", str(file)], check=True)
        else:
            file.chmod(0o644)
    assert scene.happened() == []
