"""A trial print on a printer of this computer, straight over its line: nothing of it is in the hall."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal

from balie_app.devices.config import LineConfig, read_station, station_file
from balie_app.devices.trying import print_once
from balie_app.printing.escpos import encode
from balie_app.printing.profiles import profile
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.ui.layout.picture import Wish, document_of, kept


class TrialPrinter(QObject):
    """Prints on a thread of its own; ``done`` says what a person can do about it, "" when all is well."""

    done = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.line, self.problem = self._find()
        self._thread: Thread | None = None
        self.done.connect(self._rest, Qt.ConnectionType.QueuedConnection)

    @property
    def profile(self) -> str:
        """Which kind of printer it is; "" when there is none of this name."""
        return self.line.profile if self.line else ""

    @property
    def keeps_logo(self) -> bool:
        """Whether it prints the logo out of its own memory."""
        return self.line is not None and profile(self.line.profile).logo == "stored"

    @property
    def busy(self) -> bool:
        """Whether it is printing now."""
        return self._thread is not None

    def print(self, wish: Wish, keep_logo: bool = False) -> None:
        """Print this paper; with ``keep_logo`` first put its logo in the printer."""
        if self.line is None:
            self.done.emit(self.problem)
            return
        document, printer = document_of(wish), profile(self.line.profile)
        data = encode(document, printer)
        if keep_logo:
            data = kept(document, printer.logo_key) + data
        self._thread = Thread(target=self._run, args=(self.line, data), name="balie-trial", daemon=True)
        self._thread.start()

    def _run(self, line: LineConfig, data: bytes) -> None:
        self.done.emit(print_once(line, data))

    def _rest(self) -> None:
        self._thread = None

    def _find(self) -> tuple[LineConfig | None, str]:
        file = station_file(None)
        try:
            lines = read_station(file).lines if file.is_file() else ()
        except ConfigMistakes as error:
            return None, str(error)
        found = next((line for line in lines if line.kind == "printer" and line.name == self.name), None)
        said = self.tr("In %1 staat geen printer met de naam %2.")
        return found, "" if found else said.replace("%1", str(file)).replace("%2", self.name)
