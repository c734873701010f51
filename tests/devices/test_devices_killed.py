"""The service is killed at a bad moment, again and again: no paper is lost or doubled without anybody knowing."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from sqlalchemy import select

from balie_app.devices.simulate import SimulatedPrinter
from balie_app.queue.commands import By, Issue
from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.store import tables
from balie_app.queue.store.feed import Feed

STATION = '[[lines]]\nname = "bon"\nkind = "printer"\nport = "{port}"\n'


class Hall:
    """A hall, a slow printer on a pseudo-terminal, and ``balie devices`` as a process that can be killed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hall = create_hall(folder / "hal.db", template("three-counters", "Voorbeeld"))
        self.signs: SimpleQueue[None] = SimpleQueue()
        self.printer = SimulatedPrinter(folder / "bon", self.sign)
        self.printer.start()
        self.feed = Feed(str(folder / "hal.db"), self.sign, lambda _online: None)
        self.feed.start()
        (folder / "station.toml").write_text(STATION.format(port=folder / "bon"), encoding="utf-8")
        self.process: subprocess.Popen[bytes] | None = None

    def sign(self) -> None:
        self.signs.put(None)

    def start(self) -> None:
        words = ["devices", "--station", str(self.folder / "station.toml"), "--hall", str(self.folder / "hal.db")]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "balie_app", *words], cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL
        )

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(60)

    def until(self, true: Callable[[], object], what: str) -> None:
        while not true():
            try:
                self.signs.get(timeout=60)
            except Empty:
                pytest.fail(f"never came: {what}")

    def happened(self, what: str) -> int:
        return sum(entry.what == what for entry in self.hall.journal(0, 10_000))

    def states(self) -> dict[str, str]:
        table = tables.print_job
        with self.hall.reading() as connection:
            return {row.label: row.state for row in connection.execute(select(table.c.label, table.c.state))}

    def on_paper(self, label: str) -> int:
        shown = f"{label[0]} {label[1:]}"
        return sum(shown in paper.text for paper in self.printer.papers)

    def issue(self) -> str:
        label: str = self.hall.perform(Issue(contact_type="quick", printer="bon"), By("kiosk")).label
        return label

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(60)
        self.printer.stop()
        self.feed.stop()
        self.hall.close()


@pytest.fixture
def place(nothing_left: None, tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path)
    yield made
    made.end()


MOMENTS: dict[str, Callable[[Hall], object]] = {
    "it was asked for": lambda hall: True,
    "it was claimed": lambda hall: hall.happened("print-sending") > 0,
    "its first bytes came": lambda hall: any(len(each.data) > 60 for each in list(hall.printer.exchanges)),
    "it lay in the printer": lambda hall: hall.printer.printed > 0,
    "it was known to be printed": lambda hall: hall.happened("print-printed") > 0,
}


@pytest.mark.e2e
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_service_that_is_killed_neither_loses_nor_doubles_a_paper(place: Hall, moment: str) -> None:
    place.printer.byte_s = 0.0005  # as on a real line: there is a middle of a ticket
    place.start()
    label = place.issue()
    place.until(lambda: MOMENTS[moment](place), moment)
    place.kill()
    place.printer.byte_s = 0
    place.start()
    place.until(lambda: place.states()[label] in {"printed", "unknown"}, f"the fate of a ticket killed when {moment}")
    other = place.issue()
    place.until(lambda: place.states()[other] == "printed", "the next ticket")
    state, papers = place.states()[label], place.on_paper(label)
    assert papers <= 1
    assert papers == 1 or state == "unknown"  # what is not there is never called printed
    assert state != "queued"
    assert place.on_paper(other) == 1
    assert place.happened("print-sending") == 2
