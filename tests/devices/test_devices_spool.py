"""Paper that a spooler takes: the driver on a clock of its own, and a real file."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.devices import ipp
from balie_app.devices.config import read_station
from balie_app.devices.driver import Event, Output, Print, Write
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Opener
from balie_app.devices.service import DeviceService
from balie_app.devices.spool import (
    CANCEL_SECONDS,
    PATIENCE_SECONDS,
    SILENT_SECONDS,
    TROUBLE_SECONDS,
    WATCH_SECONDS,
    SpoolDriver,
)
from balie_app.devices.spooler import FileSpooler, SpoolTransport
from balie_app.devices.states import job_advice
from balie_app.printing.profiles import profile
from balie_app.printing.render import paper_from_bytes
from balie_app.queue.commands import By, Issue
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.store.feed import Feed


@pytest.fixture
def driver() -> SpoolDriver:
    made = SpoolDriver()
    made.opened(0)
    made.receive(b"state \n", 0)
    return made


def outcomes(outputs: list[Output]) -> list[tuple[object, ...]]:
    kinds = {"printed", "unknown", "returned", "failed"}
    found = [each for each in outputs if isinstance(each, Event) and each.kind in kinds]
    return [(each.kind, each.facts["job"], each.facts.get("detail", "")) for each in found]


def written(outputs: list[Output]) -> list[bytes]:
    return [each.data for each in outputs if isinstance(each, Write)]


def taken(driver: SpoolDriver, now: float = 1.0) -> None:
    """A document that the spooler has as its job 7."""
    assert written(driver.submit(Print("j1", b"%PDF"), now)) == [b"print 4\n%PDF"]
    assert written(driver.receive(b"taken 7\n", now)) == [b"job 7\n"]


def test_nothing_is_sent_before_the_spooler_said_how_it_is() -> None:
    fresh = SpoolDriver()
    assert written(fresh.opened(0)) == [b"state\n"]
    assert outcomes(fresh.submit(Print("j1", b"x"), 0)) == [("returned", "j1", "")]


def test_a_document_is_printed_only_when_the_spooler_says_it_is_done(driver: SpoolDriver) -> None:
    taken(driver)
    assert outcomes(driver.receive(b"job 7 waiting\njob 7 printing\n", 2)) == []
    assert not driver.ready
    assert outcomes(driver.receive(b"job 7 comple", 3)) == []
    assert outcomes(driver.receive(b"ted\n", 3)) == [("printed", "j1", "")]
    assert driver.ready


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (b"job 7 aborted\n", ("failed", "j1", "aborted")),
        (b"job 7 canceled\n", ("failed", "j1", "canceled")),
        (b"job 7 gone\n", ("unknown", "j1", "gone")),
        (b"job 7 printing\njob 7 canceled\n", ("unknown", "j1", "canceled")),
    ],
)
def test_what_did_not_come_out_is_told_and_what_may_have_come_out_is_unknown(
    driver: SpoolDriver, said: bytes, outcome: tuple[str, str, str]
) -> None:
    taken(driver)
    assert outcomes(driver.receive(said, 2)) == [outcome]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (b"returned no_spooler\n", ("returned", "j1", "no_spooler")),
        (b"failed disk_full\n", ("failed", "j1", "disk_full")),
        (b"unsure no_spooler\n", ("unknown", "j1", "no_spooler")),
    ],
)
def test_a_document_that_was_not_taken_says_why(
    driver: SpoolDriver, said: bytes, outcome: tuple[str, str, str]
) -> None:
    driver.submit(Print("j1", b"x"), 1)
    assert outcomes(driver.receive(said, 1)) == [outcome]


def test_behind_a_queue_that_was_stopped_a_document_is_taken_back_at_once(driver: SpoolDriver) -> None:
    taken(driver)
    assert written(driver.receive(b"state queue_stopped\n", 2)) == [b"cancel 7\n", b"state\n", b"job 7\n"]
    assert outcomes(driver.receive(b"job 7 canceled\n", 2)) == [("failed", "j1", "queue_stopped")]


def test_a_document_that_cannot_be_taken_back_is_unknown(driver: SpoolDriver) -> None:
    taken(driver)
    driver.receive(b"state queue_stopped\njob 7 waiting\n", 2)
    assert outcomes(driver.tick(2 + CANCEL_SECONDS - 0.1)) == []
    assert outcomes(driver.tick(2 + CANCEL_SECONDS)) == [("unknown", "j1", "queue_stopped")]


@pytest.mark.parametrize(
    ("state", "seconds", "why"),
    [(b"paper_out", TROUBLE_SECONDS, "paper_out"), (b"", PATIENCE_SECONDS, "slow")],
)
def test_a_document_does_not_come_out_tomorrow(driver: SpoolDriver, state: bytes, seconds: float, why: str) -> None:
    taken(driver)
    now = 1.0
    while now < 1 + seconds - 1:
        now += WATCH_SECONDS
        assert b"cancel 7\n" not in written(driver.tick(now))
        driver.receive(b"state " + state + b"\njob 7 waiting\n", now)
    assert b"cancel 7\n" in written(driver.tick(1 + seconds))
    assert outcomes(driver.receive(b"job 7 canceled\n", 1 + seconds)) == [("failed", "j1", why)]


def test_a_spooler_that_says_nothing_leaves_the_document_unknown_and_may_still_tell(driver: SpoolDriver) -> None:
    taken(driver)
    assert outcomes(driver.receive(b"state no_spooler\njob 7 silent\n", 1 + SILENT_SECONDS)) == [
        ("unknown", "j1", "silent")
    ]
    assert outcomes(driver.receive(b"job 7 silent\n", 60)) == []
    assert b"job 7\n" in written(driver.tick(90))
    assert outcomes(driver.receive(b"job 7 completed\n", 90)) == [("printed", "j1", "late")]
    assert outcomes(driver.receive(b"job 7 completed\n", 91)) == []


def test_a_spooler_is_asked_often_only_while_it_prints(driver: SpoolDriver) -> None:
    calm = driver.next_deadline()
    assert calm is not None
    taken(driver)
    soon = driver.next_deadline()
    assert soon is not None
    assert soon < calm


def test_a_line_that_goes_leaves_the_document_unknown(driver: SpoolDriver) -> None:
    taken(driver)
    assert outcomes(driver.closed(2)) == [("unknown", "j1", "unplugged")]
    assert driver.closed(3) == []


@given(st.binary(max_size=200))
def test_what_is_no_answer_of_a_spooler_is_refused_and_nothing_worse(data: bytes) -> None:
    with suppress(ValueError):
        ipp.answer(b"\2\0\0\0\0\0\0\1" + data)


def test_a_request_stands_as_the_standard_draws_it() -> None:
    made = ipp.request(ipp.CANCEL_JOB, {"job-id": (ipp.INTEGER, 147)}, b"")
    assert made[:9] == b"\x02\x00\x00\x08\x00\x00\x00\x01\x01"
    assert b"\x47\x00\x12attributes-charset\x00\x05utf-8" in made
    assert made.endswith(b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x93\x03")
    status, said = ipp.answer(made)
    assert (status, said["job-id"]) == (ipp.CANCEL_JOB, [b"\x00\x00\x00\x93"])


def test_every_fate_of_a_document_has_a_sentence() -> None:
    for word in ("aborted", "canceled", "gone", "slow", "refused", "queue_stopped", "silent", "unplugged", "disk_full"):
        assert job_advice(word).endswith("."), word


class _Words:
    """A spooler that repeats."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def state(self) -> str:
        return "paper_out"

    def print(self, document: bytes) -> str:
        self.asked.append(document)
        return "taken 7"

    def job(self, job: str) -> str:
        self.asked.append(job)
        return "waiting"

    cancel = job


def test_requests_that_come_in_pieces_are_carried_out_whole() -> None:
    whole = b"state\nprint 6\na\nb c\njob 7\n"
    for cut in range(len(whole) + 1):
        words = _Words()
        transport = SpoolTransport(words)
        transport.write(whole[:cut])
        transport.write(whole[cut:])
        assert words.asked == [b"a\nb c\n", "7"]
        assert b"".join(transport.read(0) for _ in range(3)) == b"state paper_out\ntaken 7\njob 7 waiting\n"


@pytest.fixture
def line(nothing_left: None, heard: Any, tmp_path: Path) -> Iterator[Line]:
    made = Line("bon", Opener(f"file:{tmp_path / 'bonnen'}", LineSettings()), SpoolDriver(), heard)
    made.start()
    yield made
    assert made.stop()


def test_each_paper_is_added_to_the_file_and_printed_when_it_is_on_disk(line: Line, heard: Any, tmp_path: Path) -> None:
    assert heard.next("state").facts["cause"] == ""
    for number, data in enumerate((b"eerste\n", b"tweede\n" * 100)):
        line.submit(Print(f"j{number}", data))
        assert heard.next("printed").facts["job"] == f"j{number}"
        heard_ready = heard.next("state")
        while not heard_ready.facts["ready"]:
            heard_ready = heard.next("state")
    assert (tmp_path / "bonnen").read_bytes() == b"eerste\n" + b"tweede\n" * 100


@pytest.fixture
def small_disk() -> Iterator[None]:
    """No file grows past 1000 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_on_a_full_disk_a_paper_fails_and_leaves_nothing_behind(tmp_path: Path, small_disk: None) -> None:
    file = tmp_path / "bonnen"
    spooler = FileSpooler(file)
    assert spooler.print(b"a" * 900) == "taken file"
    assert spooler.print(b"b" * 900) == "failed disk_full"
    assert file.read_bytes() == b"a" * 900
    assert spooler.print(b"c" * 100) == "taken file"


def test_a_device_that_is_always_full_is_no_place_for_paper() -> None:
    assert FileSpooler(Path("/dev/full")).print(b"x") == "failed disk_full"


def test_where_no_file_can_be_the_state_says_so_before_anything_is_sent(tmp_path: Path) -> None:
    assert FileSpooler(tmp_path / "er" / "niet").state() == "no_file"
    assert FileSpooler(tmp_path).state() == "no_file"
    assert FileSpooler(tmp_path / "wel").state() == ""
    assert FileSpooler(tmp_path / "er" / "niet").print(b"x") == "returned no_file"


def test_a_ticket_of_the_hall_is_added_to_the_file(nothing_left: None, tmp_path: Path) -> None:
    where = str(tmp_path / "hal.db")
    hall = create_hall(where, template("three-counters", "Voorbeeld"))
    station = tmp_path / "station.toml"
    station.write_text(
        f'[[lines]]\nname = "archief"\nkind = "printer"\nport = "file:{tmp_path / "bonnen"}"\n', encoding="utf-8"
    )
    signs: SimpleQueue[None] = SimpleQueue()
    feed = Feed(where, lambda: signs.put(None), lambda _online: None)
    service = DeviceService(where, read_station(station))
    feed.start()
    service.start()
    try:
        hall.perform(Issue(contact_type="quick", printer="archief"), By("kiosk"))
        while "print-printed" not in [entry.what for entry in hall.journal()]:
            signs.get(timeout=60)
        while [(each.name, each.state) for each in hall.view().devices] != [("archief", "gereed")]:
            signs.get(timeout=60)
    finally:
        feed.stop()
        service.stop()
        hall.close()
    paper = paper_from_bytes((tmp_path / "bonnen").read_bytes(), profile("epson"))
    assert "K 001" in paper.text
    seen = service.monitor.last("archief")
    assert any(each.text.startswith("xxxxx ") for each in seen)  # "print", and letters on paper, cannot be read
    assert not any("Kort" in each.text or "Voorbeeld" in each.text for each in seen)
