"""Whether a long queue at a slow printer is felt at the reception: its window, with and without that queue."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, insert, select, update

from balie_app.bench.lines.stage import PATIENCE, Slow
from balie_app.bench.measure import Figure, figure
from balie_app.bench.paper.stage import PRINTER, slow_printer
from balie_app.queue import commands as c
from balie_app.queue.hall import Hall
from balie_app.queue.store import tables
from balie_app.queue.store.sampling import prepare
from balie_app.ui import look
from balie_app.ui.host.window import HostWindow
from balie_app.ui.link import HallLink
from balie_app.ui.station import StationOptions

TURN_S = 0.005
"""The steady clock of the window."""
TURNS = 4
"""How often without and with the queue."""
A_DAY = timedelta(days=1)
_job = tables.print_job
REST_S = 0.15
"""Between two visitors, so that every picture of the hall is read and shown."""


@dataclass(frozen=True, slots=True)
class Felt:
    """How it was at the reception."""

    late: Figure
    """How much later than asked a turn of the window's event loop came."""
    step: Figure
    """From a key (a number is given) until the window knows the answer."""


@dataclass(slots=True)
class _Measured:
    late: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)

    @property
    def felt(self) -> Felt:
        return Felt(figure(self.late), figure(self.steps))


@dataclass(frozen=True, slots=True)
class Crowded:
    """The same window while nothing is printed, and while all those tickets wait for a slow printer."""

    quiet: Felt
    crowded: Felt
    queued: int
    printed: int
    """Tickets that came out meanwhile: the printer was really at work."""


def crowded(hall: Hall, where: str, folder: Path, queued: int, rounds: int) -> Crowded:
    """Measure with the printer and its service in a process of their own, as in a hall.

    Without and with the queue by turns, so that both meet the same other work of this machine.
    """
    quiet, busy = _Measured(), _Measured()
    _queue(hall, hall.view().contacts[0].label, queued)
    with _slow_printer(folder, where), _reception(where) as window:
        for _ in range(TURNS):
            _put_aside(hall, aside=True)
            window.measure(quiet, max(1, rounds // TURNS))
            _put_aside(hall, aside=False)
            window.measure(busy, max(1, rounds // TURNS))
    return Crowded(quiet.felt, busy.felt, queued, queued - _left(hall))


def _queue(hall: Hall, label: str, count: int) -> None:
    """So many copies of one ticket, at once, not through the use cases; put aside."""
    now = hall.now()
    job = {
        "day": now.date() - A_DAY,
        "printer": PRINTER,
        "kind": "ticket",
        "label": label,
        "state": "queued",
        "copy": True,
        "made_at": now,
    }
    rows = [{**job, "id": f"bench-{number}", "detail": "", "content": "", "revision": 1} for number in range(count)]
    with hall.engine.begin() as connection:
        connection.execute(insert(_job), rows)


def _put_aside(hall: Hall, aside: bool) -> None:
    """Let what waits be of yesterday, which nobody prints or shows, or of today again."""
    today = hall.now().date()
    day = today - A_DAY if aside else today
    with hall.engine.begin() as connection:
        connection.execute(update(_job).where(_job.c.state == "queued").values(day=day))


def _left(hall: Hall) -> int:
    with hall.reading() as connection:
        return int(connection.execute(select(func.count()).where(_job.c.state == "queued")).scalar_one())


@contextmanager
def _slow_printer(folder: Path, where: str) -> Iterator[None]:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    process = context.Process(target=slow_printer, args=(str(folder), where, ready, done), daemon=True)
    process.start()
    try:
        if not ready.wait(PATIENCE):
            raise Slow("printer")
        yield
    finally:
        done.set()
        process.join(PATIENCE)


@contextmanager
def _reception(where: str) -> Iterator[Reception]:
    prepare()  # a real station does that within seconds; here it would fall into one of the two measurements
    window = Reception(where, application())
    try:
        yield window
    finally:
        window.close()


def application() -> QApplication:
    """The one of this process, without a screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(["balie-bench"])


class Reception:
    """The host's window, with a program at the keys."""

    def __init__(self, where: str, app: QApplication) -> None:
        look.apply(app, "light")
        self.link = HallLink(where, c.By("host"))
        self.window = HostWindow(self.link, StationOptions(where, "host"))
        self.window.show()
        self.link.start()
        self._until(lambda: self.link.view is not None, [])

    def measure(self, found: _Measured, rounds: int) -> None:
        """So many numbers given, one after the other; each visitor is helped and gone before the next comes."""
        self._step([])  # the queue that just came or went is seen
        found.steps += [self._step(found.late) for _ in range(rounds)]

    def close(self) -> None:
        """Let go of the hall."""
        self.window.close()
        self.link.stop()
        self.window.deleteLater()

    def _step(self, late: list[float]) -> float:
        took = self._do(c.Issue(contact_type="quick"), late)
        for command in (c.CallNext(1), c.Start(1), c.Finish(1)):
            self._do(command, late)
        rest = time.perf_counter() + REST_S
        self._until(lambda: time.perf_counter() >= rest, late)
        return took

    def _do(self, command: c.Command, late: list[float]) -> float:
        answered: list[float] = []
        begun = time.perf_counter()
        self.link.do(command, lambda _result: answered.append(time.perf_counter()))
        self._until(lambda: bool(answered), late)
        return answered[0] - begun

    def _until(self, done: Callable[[], bool], late: list[float]) -> None:
        """Let the window live until that is so, and note how late each turn of a steady clock came."""
        loop, clock = QEventLoop(), QTimer()
        clock.setTimerType(Qt.TimerType.PreciseTimer)
        begun = time.perf_counter()
        due = begun + TURN_S

        def turn() -> None:
            nonlocal due
            now = time.perf_counter()
            late.append(max(0.0, now - due))
            due = now + TURN_S
            if done() or now - begun > PATIENCE:
                loop.quit()

        clock.timeout.connect(turn)
        clock.start(round(1000 * TURN_S))
        loop.exec()
        clock.stop()
        if not done():
            raise Slow("window")
