"""A printer of the operating system: a real CUPS of our own, with a printer that obeys a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from balie_app.devices.config import read_station
from balie_app.devices.driver import Event, Print
from balie_app.devices.line import Line
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.ports import Opener
from balie_app.devices.service import DeviceService
from balie_app.devices.spool import SpoolDriver
from balie_app.devices.spooler import SystemSpooler
from balie_app.devices.states import ADVICE, STATE_OF_CAUSE, State, Status
from balie_app.queue.commands import By, Issue
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
LPADMIN = shutil.which("lpadmin", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PARTS = "/usr/lib/cups"

SETTINGS = """
Listen {home}/sock
LogLevel warn
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {home}/etc
ServerBin {home}/bin
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/run
TempDir {home}/tmp
ErrorLog {home}/log/error
AccessLog {home}/log/access
PageLog {home}/log/page
SystemGroup root
"""
BACKEND = """#!/bin/sh
# job user title copies options [file]; with no words: which devices there are
[ $# -eq 0 ] && exit 0
mode() {{ cat {home}/out/mode; }}
case "$(mode)" in
  stop) exit 4 ;;  # CUPS_BACKEND_STOP: the queue is stopped
  cancel) exit 5 ;;  # CUPS_BACKEND_CANCEL
  empty)
    echo "STATE: +media-empty-error" >&2
    while [ "$(mode)" = empty ]; do sleep 0.1; done
    echo "STATE: -media-empty-error" >&2 ;;
esac
echo "title $3" >> {home}/out/titles
cat "${{6:--}}" >> {home}/out/paper
"""
"""Exit codes and the STATE line are those of backend(7) of CUPS."""


class Cups:
    """cupsd with a folder and a socket of its own, and one queue ``a4``."""

    def __init__(self) -> None:
        assert CUPSD
        self.home = Path(tempfile.mkdtemp(prefix="cups"))  # short: a socket's path has at most 107 characters
        self.home.chmod(0o755)
        for name in ("etc", "bin/backend", "spool", "cache", "run", "tmp", "log", "out"):
            (self.home / name).mkdir(parents=True)
        (self.home / "out").chmod(0o777)
        self.be("well")
        for name in ("daemon", "filter"):
            (self.home / "bin" / name).symlink_to(f"{PARTS}/{name}")
        backend = self.home / "bin/backend/balie"
        backend.write_text(BACKEND.format(home=self.home))
        backend.chmod(0o755)
        (self.home / "etc/cupsd.conf").write_text(SETTINGS.format(home=self.home))
        (self.home / "etc/cups-files.conf").write_text(FILES.format(home=self.home))
        self.server = str(self.home / "sock")
        self.start()

    def start(self) -> None:
        etc = self.home / "etc"
        command = [str(CUPSD), "-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def make_queue(self) -> str:
        """Empty when it is there, else what went wrong."""
        words = [str(LPADMIN), "-h", self.server, "-p", "a4", "-v", "balie:/", "-E", "-m", "raw"]
        said = ""
        for _ in range(300):  # it takes a moment before it listens
            made = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
            if made.returncode == 0:
                return ""
            said = made.stderr.strip()
            if self.process.poll() is not None:
                break
        return said or "cupsd ended"

    def be(self, mode: str) -> None:
        """How the printer behaves."""
        fresh = self.home / "out/mode.new"
        fresh.write_text(mode)
        fresh.replace(self.home / "out/mode")

    def tell(self, *words: str) -> None:
        subprocess.run([*words], check=True, timeout=60, env=os.environ | {"CUPS_SERVER": self.server})

    @property
    def paper(self) -> bytes:
        file = self.home / "out/paper"
        return file.read_bytes() if file.is_file() else b""

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(60)


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    if not CUPSD or not LPADMIN:
        pytest.skip("no cupsd or lpadmin: apt install cups-daemon cups-client")
    made = Cups()
    try:
        if trouble := made.make_queue():
            pytest.skip(f"cupsd gives no queue to this user: {trouble}")
        monkeypatch.setenv("CUPS_SERVER", made.server)
        yield made
    finally:
        made.be("well")
        made.end()
        shutil.rmtree(made.home, ignore_errors=True)


@pytest.fixture
def line(cups: Cups, heard: Any) -> Iterator[Line]:
    made = Line("a4", Opener("system:a4", LineSettings()), SpoolDriver(), heard)
    made.start()
    yield made
    assert made.stop()


def state(heard: Any, cause: str, ready: bool | None = None) -> Event:
    """Wait for this state."""
    while True:
        event: Event = heard.next("state")
        if event.facts["cause"] == cause and ready in {None, event.facts["ready"]}:
            return event


def test_a_document_is_printed_when_cups_has_done_it_and_nobody_is_named(cups: Cups, line: Line, heard: Any) -> None:
    state(heard, "", ready=True)
    line.submit(Print("j1", b"%PDF-1.4 een"))
    assert heard.next("printed").facts["job"] == "j1"
    assert cups.paper == b"%PDF-1.4 een"
    assert (cups.home / "out/titles").read_text() == "title Balie\n"


def test_a_queue_that_stops_on_a_document_gives_it_back_as_failed(cups: Cups, line: Line, heard: Any) -> None:
    state(heard, "", ready=True)
    cups.be("stop")
    line.submit(Print("j1", b"%PDF-1.4 een"))
    assert heard.next("failed").facts == {"job": "j1", "detail": "queue_stopped"}
    cups.be("well")
    cups.tell("cupsenable", "a4")
    state(heard, "", ready=True)
    line.submit(Print("j2", b"%PDF-1.4 twee"))
    assert heard.next("printed").facts["job"] == "j2"
    assert cups.paper == b"%PDF-1.4 twee"


def test_a_document_that_somebody_takes_out_of_the_queue_is_not_printed(cups: Cups, line: Line, heard: Any) -> None:
    state(heard, "", ready=True)
    cups.be("cancel")
    line.submit(Print("j1", b"%PDF-1.4 een"))
    outcome = heard.next()
    while outcome.kind == "state":
        outcome = heard.next()
    assert (outcome.kind, outcome.facts["job"]) in {("failed", "j1"), ("unknown", "j1")}
    assert cups.paper == b""


def test_without_paper_the_document_waits_and_comes_out_once(cups: Cups, line: Line, heard: Any) -> None:
    state(heard, "", ready=True)
    cups.be("empty")
    line.submit(Print("j1", b"%PDF-1.4 een"))
    state(heard, "paper_out")
    cups.be("well")
    assert heard.next("printed").facts["job"] == "j1"
    assert cups.paper == b"%PDF-1.4 een"


def test_nothing_is_sent_to_a_queue_that_stands_still_or_takes_nothing(cups: Cups, line: Line, heard: Any) -> None:
    state(heard, "", ready=True)
    cups.tell("cupsdisable", "a4")
    assert SystemSpooler("a4", cups.server).state() == "queue_stopped"
    cups.tell("cupsenable", "a4")
    cups.tell("cupsreject", "a4")
    assert SystemSpooler("a4", cups.server).state() == "queue_closed"
    assert SystemSpooler("a4", cups.server).print(b"%PDF") == "returned queue_closed"


def test_a_name_that_the_system_does_not_know_is_told(cups: Cups) -> None:
    unknown = SystemSpooler("bestaat-niet", cups.server)
    assert (unknown.state(), unknown.print(b"%PDF")) == ("no_queue", "returned no_queue")
    assert SystemSpooler("", cups.server).state() == "no_queue"
    cups.tell("lpadmin", "-d", "a4")
    assert SystemSpooler("", cups.server).state() == ""
    assert SystemSpooler("", cups.server).print(b"%PDF").startswith("taken ")


def test_a_system_that_is_away_takes_nothing_and_says_so(cups: Cups) -> None:
    cups.end()
    spooler = SystemSpooler("a4", cups.server)
    assert spooler.state() == "no_spooler"
    assert spooler.print(b"%PDF") == "returned no_spooler"
    assert spooler.job("1") == "silent"


def test_a_job_of_the_hall_comes_out_as_a_page(cups: Cups, nothing_left: None, tmp_path: Path) -> None:
    hall = create_hall(tmp_path / "hal.db", template("three-counters", "Voorbeeld"))
    file = tmp_path / "station.toml"
    file.write_text('[[lines]]\nname = "a4"\nkind = "printer"\nport = "system:a4"\n', encoding="utf-8")
    states: list[Status] = []
    service = DeviceService(tmp_path / "hal.db", read_station(file), states.append)
    hall.perform(Issue(contact_type="quick", printer="a4"), By("kiosk"))
    service.start()
    try:
        watch_until_printed(hall)
    finally:
        service.stop()
        hall.close()
    assert cups.paper.startswith(b"%PDF")
    assert cups.paper.rstrip().endswith(b"%%EOF")
    assert State.READY in {each.state for each in states}
    assert b"K001" not in b" ".join(seen.hex.encode() for seen in service.monitor.last())


def watch_until_printed(hall: Any) -> None:
    from queue import SimpleQueue

    from balie_app.queue.store.feed import Feed

    signs: SimpleQueue[bool] = SimpleQueue()
    feed = Feed(hall.where, lambda: signs.put(True), lambda _online: None)
    feed.start()
    try:
        while not any(entry.what == "print-printed" for entry in hall.journal()):
            signs.get(timeout=60)
    finally:
        feed.stop()


def test_every_answer_of_a_spooler_has_a_state_and_a_sentence() -> None:
    from balie_app.devices import spooler

    causes = {cause for _word, cause in spooler._REASONS}
    causes |= {"queue_stopped", "queue_closed", "no_queue", "no_spooler", "disk_full", "file_denied", "no_file"}
    assert causes <= STATE_OF_CAUSE.keys()
    assert all(ADVICE[cause].endswith(".") for cause in causes)
