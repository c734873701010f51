"""``balie ctl`` as a process with pipes, the way an integration uses it; and a whole day in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall, open_hall
from balie_app.queue.trouble import Trouble

command: Any = import_module("balie_app.queue.ctl.main")  # the package names its function so as well
REPOSITORY = Path(__file__).resolve().parents[3]


class Pipe:
    """One running ``balie ctl``: a line in, a line out."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def line(self, text: bytes) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(text + b"\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def ask(self, do: str, **fields: Any) -> dict[str, Any]:
        return self.line(json.dumps({"do": do, **fields}).encode())

    def ok(self, do: str, **fields: Any) -> dict[str, Any]:
        answer = self.ask(do, **fields)
        assert answer["ok"], answer
        return answer


@contextmanager
def balie(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "balie_app", *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def start(hall_url: str) -> Iterator[Callable[..., Any]]:
    @contextmanager
    def run(*arguments: str) -> Iterator[Pipe]:
        with balie("ctl", "--hall", hall_url, *arguments) as process:
            yield Pipe(process)
            _, errors = process.communicate(timeout=60)
            assert (process.returncode, errors) == (0, b"")

    return run


def test_each_line_is_answered_at_once_and_the_hall_stays(start: Any, hall_url: str) -> None:
    with start("--rehearsal") as pipe:
        given = pipe.ok("issue", products=["paspoort-aanvragen"], at="2026-03-02T09:00:00+01:00", id="é")
        assert (given["id"], given["ticket"]["label"]) == ("é", "K001")
        assert pipe.line(b"nonsense")["code"] == "bad-request"
        assert pipe.line(b"")["code"] == "bad-request"
        assert pipe.line(b"\xff")["code"] == "bad-request"
        assert pipe.line(b'{"do":"ticket","ticket":"' + b"x" * 1_000_000 + b'"}')["facts"]["field"] == "ticket"
    with start("--rehearsal") as pipe:
        assert pipe.ok("ticket", ticket="K001")["ticket"]["state"] == "waiting"
    with start() as pipe:
        assert pipe.ok("issue", products=["paspoort-aanvragen"])["ticket"]["issued_at"] == "2026-03-02T09:00:00+01:00"
    with closing(open_hall(hall_url)) as hall:
        assert hall.is_rehearsal()
        assert hall.config().opening.weekdays == {}
        assert [each.number for each in hall.config().counters] == [1, 2, 3]


def test_two_at_once_never_give_one_number_twice(start: Any) -> None:
    with start("--rehearsal") as first, start("--rehearsal") as second:
        asked = {"products": ["paspoort-aanvragen"]}
        labels = [pipe.ok("issue", **asked)["ticket"]["label"] for _ in range(10) for pipe in (first, second)]
    assert len(set(labels)) == 20


def test_a_whole_day(start: Any, hall_url: str) -> None:
    """Eight hours, a visitor every six minutes, appointments, every kind of step; then the figures and the journal."""
    with start("--rehearsal") as pipe:
        day = Day(pipe)
        day.open()
        for minute in range(0, 480, 3):
            day.minute(minute)
        day.finish_all()
        figures = pipe.ok("figures", **{"from": "2026-03-02", "to": "2026-03-02", "by": "contact_type"})["figures"]
        entries = pipe.ok("journal", limit=10_000)["entries"]
    assert figures["arrived"] == len(day.labels) == len(set(day.labels))
    assert figures["served"] + figures["left"] + figures["missed"] == figures["arrived"]
    assert figures["served"] > 60
    assert figures["quick_contacts"] == day.questions > 10
    assert figures["within_norm"]["appointment"]["share"] > 0.9
    assert figures["referrals"]["count"] == day.transfers > 3
    assert sum(each["arrived"] for each in figures["groups"]) == figures["arrived"]
    assert [each["seq"] for each in entries] == list(range(1, len(entries) + 1))
    assert [each["at"] for each in entries] == sorted(each["at"] for each in entries)
    with balie("journal", "verify", "--hall", hall_url) as process:
        said, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, b"")
        assert said.decode().startswith(f"Het logboek klopt: {len(entries)} stappen")


class Day:
    """A day played by rule, so that it is the same on every machine."""

    PRODUCTS = ("paspoort-aanvragen", "uittreksel-brp", "betalingsregeling", "rijbewijs-afhalen", "gegevens-verbeteren")

    def __init__(self, pipe: Pipe) -> None:
        self.pipe = pipe
        self.start = datetime.fromisoformat("2026-03-02T09:00:00+01:00")
        self.now = self.start
        self.labels: list[str] = []
        self.booked: list[tuple[int, str]] = []
        self.busy: dict[int, tuple[int, int]] = {}
        self.served = self.transfers = self.questions = 0

    def do(self, do: str, **fields: Any) -> dict[str, Any]:
        return self.pipe.ok(do, at=self.now.isoformat(), **fields)

    def open(self) -> None:
        for number, clerk in ((1, "anna"), (2, "bram"), (3, "carla")):
            self.do("open-counter", counter=number, clerk=clerk)
        for minute in range(60, 480, 60):
            at = (self.start + timedelta(minutes=minute)).isoformat()
            code = self.do("book", products=["gegevens-verbeteren"], start=at, minutes=10)["appointment"]["code"]
            self.booked.append((minute - 3, code))

    def minute(self, minute: int) -> None:
        self.now = self.start + timedelta(minutes=minute)
        if minute % 6 == 0:
            product = self.PRODUCTS[minute // 6 % len(self.PRODUCTS)]
            self.labels.append(self.do("issue", products=[product])["ticket"]["label"])
        if minute % 30 == 3:
            self.do("quick-contact", topic="openingstijden")
            self.questions += 1
        for due, code in self.booked:
            if due == minute:
                self.labels.append(self.do("check-in", code=code)["ticket"]["label"])
        for number in (1, 2, 3):
            self.work(number, minute)

    def work(self, number: int, minute: int) -> None:
        ends, kind = self.busy.get(number, (0, 0))
        if number in self.busy:
            if ends > minute:
                return
            del self.busy[number]
            self.end(number, kind)
        called = self.do("next", counter=number)["ticket"]
        if called is None:
            return
        self.served += 1
        if self.served % 25 == 0:
            for _ in range(2):
                self.do("recall", counter=number)
            self.do("not-there", counter=number)
            return
        self.do("start", counter=number)
        self.busy[number] = (minute + 6, self.served)

    def end(self, number: int, kind: int) -> None:
        there = next(each for each in self.do("counters")["counters"] if each["counter"] == number)["ticket"]
        first = self.do("ticket", ticket=there)["ticket"]["referrals"] == 0
        if kind % 11 == 0 and first:
            self.do("transfer", counter=number, to={"contact_type": "extended"}, note="graag overnemen")
            self.transfers += 1
        elif kind % 13 == 0:
            self.do("produce", counter=number)
            self.do("ready", ticket=there)
        elif kind % 17 == 0:
            self.do("park", counter=number, note="haalt een pasfoto")
            self.do("resume", counter=number, ticket=there)
        else:
            self.do("finish", counter=number, came_back_because="papieren" if kind % 9 == 0 else None)
            if kind % 14 == 0:
                self.do("undo", counter=number)
                self.do("finish", counter=number)

    def finish_all(self) -> None:
        minute = 480
        while self.busy or self.do("waiting")["waiting"]:
            self.now = self.start + timedelta(minutes=minute)
            for number in (1, 2, 3):
                self.work(number, minute)
            minute += 3


def test_when_nobody_reads_the_answers_it_ends_quietly(tmp_path: Path) -> None:
    with balie("ctl", "--hall", str(tmp_path / "hall.db"), "--rehearsal") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.write(b'{"do":"counters"}\n')
        process.stdin.close()
        process.stdin = None
        assert process.wait(60) == 1
        assert process.stderr is not None
        assert process.stderr.read() == b""


# -- which hall is meant --------------------------------------------------------------------------------


def test_without_a_hall_there_is_one_calm_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--hall", str(tmp_path / "niets.db")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Er is geen hal in ")
    assert not (tmp_path / "niets.db").exists()


def test_a_wrong_option_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--hal", "x"]) in {1, 2}
    assert command.main(["--zoem"]) == 2
    assert "balie ctl [--hall HAL]" in capsys.readouterr().err


def test_a_rehearsal_never_goes_into_the_file_of_the_real_hall(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BALIE_HALL", raising=False)
    assert Path(command.own_hall(rehearsal=False)).name == "hall.db"
    assert Path(command.own_hall(rehearsal=True)).name == "rehearsal.db"
    monkeypatch.setenv("BALIE_HALL", "postgresql://server/hal")
    assert command.own_hall(rehearsal=True) == "postgresql://server/hal"


def test_a_hall_that_somebody_else_made_just_now_is_opened(hall_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []

    def late(url: str) -> Any:
        if not tries:
            tries.append(url)
            create_hall(url, template("one-desk", "Anders"), rehearsal=True).close()
            raise Trouble("no-hall", where=url)
        return open_hall(url)

    monkeypatch.setattr(command, "open_hall", late)
    with closing(command.open_or_make(hall_url, rehearsal=True)) as hall:
        assert hall.config().municipality == "Anders"
