"""From the commit of a number to the first byte of its ticket on the line."""

from __future__ import annotations

import os
import threading
import time
import tty
from dataclasses import dataclass
from pathlib import Path

from balie_app.bench.lines.stage import PATIENCE, Slow
from balie_app.bench.measure import Figure, figure
from balie_app.bench.paper.stage import PRINTER, PrinterStage
from balie_app.bench.queue.floor import raw_floor
from balie_app.queue import commands as c
from balie_app.queue.hall import Hall

BY = c.By("bench")


@dataclass(frozen=True, slots=True)
class FirstByte:
    """The way of a ticket, and what one commit and one write cost by themselves."""

    found: Figure
    commit: Figure
    write: Figure


def first_byte(hall: Hall, where: str, folder: Path, rounds: int) -> FirstByte:
    """Measure in a hall that is open; a printer that takes no time and a service on threads of their own."""
    commit, write = raw_floor(where), figure([_bare_write() for _ in range(rounds)])
    stage = PrinterStage(folder, where)
    try:
        if not stage.start(PATIENCE):
            raise Slow("printer")
        took = [_ticket(hall, stage) for _ in range(rounds)]
    finally:
        stage.stop()
    return FirstByte(figure(took), commit, write)


def _ticket(hall: Hall, stage: PrinterStage) -> float:
    """One number, printed; whoever got it is helped at once, so that as many wait every time."""
    stage.moments.forget()
    hall.perform(c.Issue(contact_type="quick", printer=PRINTER), BY)
    begun = time.perf_counter()
    took = stage.moments.next("paper") - begun
    while hall.view().print_jobs:
        if time.perf_counter() - begun > PATIENCE:
            raise Slow("printed")
        time.sleep(0.005)
    hall.perform(c.CallNext(1), BY)
    hall.perform(c.Start(1), BY)
    hall.perform(c.Finish(1), BY)
    time.sleep(0.1)  # the service has seen that too
    return took


def _bare_write() -> float:
    """A byte through a pseudo-terminal, seen by a thread at the other end."""
    master, slave = os.openpty()
    tty.setraw(slave)
    seen: list[float] = []

    def far_end() -> None:
        os.read(master, 1)
        seen.append(time.perf_counter())

    reader = threading.Thread(target=far_end)
    reader.start()
    begun = time.perf_counter()
    os.write(slave, b"x")
    reader.join()
    os.close(master)
    os.close(slave)
    return seen[0] - begun
