"""A trial print: through the hall when one of its stations has the printer, else straight from this computer."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from balie_app.devices.config import LineConfig, read_station, station_file
from balie_app.devices.states import advice, job_advice
from balie_app.devices.trying import print_once
from balie_app.printing.encoder import encode
from balie_app.printing.profiles import profile
from balie_app.queue.commands import PrintTrial
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.messages import sentence
from balie_app.queue.rules.paper import Paper
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store.records import PrintRecord
from balie_app.queue.trouble import Trouble
from balie_app.queue.views import HallView
from balie_app.ui.devicewords import said
from balie_app.ui.layout.picture import Wish, document_of, kept
from balie_app.ui.link import HallLink


class TrialPrinter(QObject):
    """Prints, and never holds up a window.

    ``told``: what keeps it waiting, or ""; ``done``: what a person can do, "" when all is well.
    """

    told = Signal(str)
    done = Signal(str)

    def __init__(self, name: str, link: HallLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name, self.link = name, link
        self.line, self.problem = self._find()
        self.busy = False
        """Whether it is printing now."""
        self._job = ""
        """The print job that is on its way through the hall."""
        self.done.connect(self._rest, Qt.ConnectionType.DirectConnection)

    @property
    def profile(self) -> str:
        """Which kind of printer it is; "" when it is not on this computer."""
        return self.line.profile if self.line else ""

    @property
    def keeps_logo(self) -> bool:
        """Whether it prints the logo out of its own memory."""
        return self.line is not None and profile(self.line.profile).logo == "stored"

    def print(self, wish: Wish, paper: Paper) -> None:
        """Print a sample with this layout: through the hall the ticket, straight the paper that is wished for."""
        if self.busy:
            return
        if self._in_the_hall():
            self._begin()
            self.link.do(PrintTrial(self.name, paper, wish.language), self._queued, self._refused)
        elif self.line is None:
            self.done.emit(self.problem)
        else:
            self._send(self.line, encode(document_of(wish), profile(self.line.profile)))

    def keep_logo(self, wish: Wish) -> None:
        """Put the logo into the printer, and print it from there."""
        if self.line is not None and not self.busy:
            document, printer = document_of(wish), profile(self.line.profile)
            self._send(self.line, kept(document, printer.logo_key) + encode(document, printer))

    def follow(self, view: HallView) -> None:
        """The hall changed: what became of our job? One that is no longer in the picture was printed."""
        if not self._job:
            return
        job = next((each for each in view.print_jobs if each.id == self._job), None)
        if job is None:
            self.done.emit("")
        elif job.state in {"queued", "sending"}:
            device = next((each for each in view.devices if each.name == self.name), None)
            self.told.emit(said(advice(device.cause, device.detail)) if device else "")
        else:
            unsure = self.tr("Het is niet zeker of de proef is geprint. Kijk bij de printer.")
            self.done.emit(said(job_advice(job.detail)) or unsure)

    def _in_the_hall(self) -> bool:
        """Whether a station of the hall has this printer now."""
        devices = self.link.view.devices if self.link.view else ()
        return any(each.kind == "printer" and each.name == self.name and _serves(each.cause) for each in devices)

    def _begin(self) -> None:
        self.busy = True
        self.told.emit("")

    def _queued(self, job: PrintRecord) -> None:
        self._job = job.id

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, Refused | Trouble):
            self.done.emit(sentence(error))

    def _send(self, line: LineConfig, data: bytes) -> None:
        self._begin()
        Thread(target=self._run, args=(line, data), name="balie-trial", daemon=True).start()

    def _run(self, line: LineConfig, data: bytes) -> None:
        problem = print_once(line, data)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self.done.emit(said(problem))

    def _rest(self) -> None:
        self.busy, self._job = False, ""

    def _find(self) -> tuple[LineConfig | None, str]:
        file = station_file(None)
        try:
            lines = read_station(file).lines if file.is_file() else ()
        except ConfigMistakes as error:
            return None, str(error)
        found = next((line for line in lines if line.kind == "printer" and line.name == self.name), None)
        lost = self.tr("Balie vindt printer %1 niet: niet in de hal en niet in %2 op deze computer.")
        return found, "" if found else lost.replace("%1", self.name).replace("%2", file.name)


def _serves(cause: str) -> bool:
    """Whether the service that has the device is still there."""
    return cause not in {"service_gone", "stopped"}
