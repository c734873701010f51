"""A printer on a pseudo-terminal and the device service that prints on it; also as a process of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable
from multiprocessing.synchronize import Event
from pathlib import Path

from balie_app.bench.lines.stage import BAUD, PATIENCE, TICKET_BYTES, Moments
from balie_app.devices.config import read_station
from balie_app.devices.service import DeviceService
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.states import USABLE, Status

PRINTER = "bon"
_STATION = """
station = "bench"
[[lines]]
name = "bon"
kind = "printer"
port = "{folder}/bon"
"""


class _Printer(SimulatedPrinter):
    def __init__(self, link: Path, heard: Callable[[], None]) -> None:
        super().__init__(link)
        self._first = heard

    def heard(self, data: bytes) -> str:
        if len(data) > TICKET_BYTES:
            self._first()
        return super().heard(data)


class PrinterStage:
    """Running from ``start`` to ``stop``; ``moments`` hears "paper" with the first byte and "status" after a change."""

    def __init__(self, folder: Path, where: str, *, slow: bool = False) -> None:
        self.moments = Moments()
        self.printer = _Printer(folder / PRINTER, lambda: self.moments.note("paper"))
        self.printer.byte_s = 10 / BAUD if slow else 0.0
        file = folder / "station.toml"
        file.write_text(_STATION.format(folder=folder), encoding="utf-8")
        self.service = DeviceService(where, read_station(file), self._status)
        self._ready = threading.Event()

    def start(self, patience: float) -> bool:
        """Open the line; answers whether the printer was ready in time."""
        self.printer.start()
        self.service.start()
        return self._ready.wait(patience)

    def stop(self) -> None:
        """Let go of everything."""
        self.service.stop()
        self.printer.stop()

    def _status(self, status: Status) -> None:
        if status.state in USABLE:
            self._ready.set()
        self.moments.note("status")


def slow_printer(folder: str, where: str, ready: Event, done: Event) -> None:
    """A printer of 9600 baud and its service, until ``done``; the target of a process."""
    stage = PrinterStage(Path(folder), where, slow=True)
    if stage.start(PATIENCE):
        ready.set()
    done.wait()
    stage.stop()
