"""A hall with a dispenser, a printer and a display on pseudo-terminals that take the time of a real wire."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from balie_app.devices.config import read_station
from balie_app.devices.service import DeviceService
from balie_app.devices.sim_dispenser import SimulatedDispenser
from balie_app.devices.sim_display import SimulatedDisplay
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.states import USABLE, Status
from balie_app.queue.commands import By, Command, Issue
from balie_app.queue.hall import Hall, open_hall

BAUD = 9600
BYTE_S = 10 / BAUD
TEMPLATE = "kubler-codix"
"""Its frame is twelve bytes long."""
TICKET_BYTES = 20
"""Whatever is longer than a status question is a ticket."""
PATIENCE = 20.0
_STATION = """
station = "bench"
[[lines]]
name = "bon"
kind = "printer"
port = "{folder}/bon"
[[lines]]
name = "display"
kind = "display"
port = "{folder}/display"
template = "{template}"
counter = 1
[[lines]]
name = "deur"
kind = "dispenser"
port = "{folder}/deur"
template = "button-bytes"
printer = "bon"
{buttons}
"""
BUTTONS = "123456789"


class Slow(Exception):
    """Something that never came."""


class Moments:
    """When what happened; waited for without looking all the time."""

    def __init__(self) -> None:
        self._moments: SimpleQueue[tuple[str, float]] = SimpleQueue()

    def note(self, what: str) -> None:
        """This happened now; from any thread."""
        self._moments.put((what, time.perf_counter()))

    def next(self, what: str) -> float:
        """When this happens next."""
        try:
            while (found := self._moments.get(timeout=PATIENCE))[0] != what:
                pass
        except Empty:
            raise Slow(what) from None
        return found[1]

    def forget(self) -> None:
        """What happened so far does not count."""
        while not self._moments.empty():
            self._moments.get()


class _Printer(SimulatedPrinter):
    def __init__(self, link: Path, moments: Moments) -> None:
        super().__init__(link)
        self._moments = moments

    def heard(self, data: bytes) -> str:
        if len(data) > TICKET_BYTES:
            self._moments.note("paper")
        return super().heard(data)


class _TimedHall:
    """A hall that notes when a ticket was committed."""

    def __init__(self, hall: Hall, moments: Moments) -> None:
        self._hall, self._moments = hall, moments

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hall, name)

    def perform(self, command: Command, by: By) -> object:
        """The same, with its moment."""
        result: object = self._hall.perform(command, by)
        if isinstance(command, Issue):
            self._moments.note("ticket")
        return result


class Stage:
    """Everything running, from ``start`` to ``stop``."""

    def __init__(self, folder: Path, where: str) -> None:
        self.moments = Moments()
        self.printer = _Printer(folder / "bon", self.moments)
        self.display = SimulatedDisplay(TEMPLATE, folder / "display", self._display_changed)
        self.display.byte_s = BYTE_S
        self.dispenser = SimulatedDispenser("button-bytes", folder / "deur")
        file = folder / "station.toml"
        buttons = "\n".join(f'map.{button} = {{ contact_type = "quick" }}' for button in BUTTONS)
        file.write_text(_STATION.format(folder=folder, template=TEMPLATE, buttons=buttons), encoding="utf-8")
        self._ready: set[str] = set()
        opened: Callable[[str], Any] = lambda url: _TimedHall(open_hall(url), self.moments)  # noqa: E731
        self.service = DeviceService(where, read_station(file), self._status, open_port=opened)
        self._shown = ""

    def start(self) -> None:
        """Open the lines and wait until all devices are ready."""
        for device in (self.printer, self.display, self.dispenser):
            device.start()
        self.service.start()
        while self._ready != {"bon", "display", "deur"}:
            self.moments.next("status")

    def stop(self) -> None:
        """Let go of everything."""
        self.service.stop()
        for device in (self.printer, self.display, self.dispenser):
            device.stop()

    def _status(self, status: Status) -> None:
        (self._ready.add if status.state in USABLE else self._ready.discard)(status.name)
        self.moments.note("status")

    def _display_changed(self) -> None:
        if self.display.text != self._shown:
            self._shown = self.display.text
            self.moments.note("shown" if self._shown else "dark")
