"""The window of devices: the list, the wizard, or the monitor of one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from balie_app.devices.claims import who_has
from balie_app.devices.draft import draft_of
from balie_app.devices.linefile import drop_line
from balie_app.devices.ports import Found, ports_now
from balie_app.devices.reload import stamp_of
from balie_app.devices.trying import OpenLine, usual_line
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.hall import Hall
from balie_app.queue.store.devices import Holder
from balie_app.ui.devices.errands import PortWatch
from balie_app.ui.devices.listpage import ListPage
from balie_app.ui.devices.monitorpage import MonitorPage
from balie_app.ui.devices.pages.step import Around
from balie_app.ui.devices.starting import DevicesStation
from balie_app.ui.devices.station import StationFile, read_file, running
from balie_app.ui.devices.tester import Tester
from balie_app.ui.devices.wizard import Wizard
from balie_app.ui.setup.stations import Launcher
from balie_app.ui.words import filled

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink

LOOK_MS = 1000
SIZE = (1060, 740)
SMALLEST = (860, 600)


class DevicesWindow(QStackedWidget):
    """This computer's devices. Never waits for a port."""

    def __init__(
        self,
        link: HallLink,
        file: Path,
        launcher: Launcher,
        ports: Callable[[], tuple[Found, ...]] = ports_now,
        open_line: OpenLine = usual_line,
    ) -> None:
        super().__init__()
        self.link, self.file, self.launcher = link, file, launcher
        self.found = StationFile(file)
        self._stamp: object = ()
        self.watch, self.tester = PortWatch(ports, self), Tester(open_line, self)
        self.list, self.monitor = ListPage(), MonitorPage()
        self.wizard = Wizard(self.watch, self.tester)
        for page in (self.list, self.wizard, self.monitor):
            self.addWidget(page)
        self.setWindowTitle(self.tr("Balie · apparaten"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._connect()
        self._timer.start()
        self.look()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self.link.changed.connect(lambda _: self._tell())
        self.list.add.connect(self.add)
        self.list.start.connect(self.start_service)
        self.list.asked.connect(self._asked)
        self.wizard.saved.connect(self._saved)
        self.wizard.left.connect(self.show_list)
        self.wizard.in_use.connect(self._who_has)
        self.monitor.left.connect(self.show_list)

    def look(self) -> None:
        """Read the file when it changed; somebody may write it by hand meanwhile."""
        stamp = stamp_of(self.file)
        if stamp != self._stamp:
            self._stamp = stamp
            self.found = read_file(self.file)
            self._tell()
        if complaint := self.launcher.complaint("devices"):
            self.list.complain(complaint)

    def _tell(self) -> None:
        self.list.tell(self.found, self.link.view)

    def show_list(self) -> None:
        """Back to the list."""
        self._stamp = ()
        self.look()
        self.setCurrentWidget(self.list)
        self.list.add_button.setFocus()

    def add(self) -> None:
        """Begin with a new device."""
        self.list.say("")
        self.setCurrentWidget(self.wizard)
        self.wizard.begin(self._around())

    def _around(self, was: str = "") -> Around:
        view = self.link.view
        return Around(self.found, view.config if view is not None else None, self.link.where, was)

    def _asked(self, what: str, name: str) -> None:
        self.list.say("")
        if what == "edit":
            table = next(each for each in self.found.tables if each.get("name") == name)
            self.setCurrentWidget(self.wizard)
            self.wizard.begin(self._around(name), draft_of(table))
        elif what == "watch":
            self.setCurrentWidget(self.monitor)
            self.monitor.open(name, self.found.station)
        else:
            self._drop(name)

    def _drop(self, name: str) -> None:
        try:
            drop_line(self.file, name)
        except ConfigMistakes as error:
            self.list.complain("\n".join(error.sentences()))
        except OSError as error:
            told = self.tr("Kan niet opslaan: %1.")
            self.list.complain(filled(told, error.strerror or str(error)))
        else:
            self.show_list()
            self.list.say(filled(self.tr("‘%1’ is verwijderd."), name))

    def _saved(self, name: str) -> None:
        self.show_list()
        on = self.tr("‘%1’ is opgeslagen. Balie neemt het apparaat binnen enkele tellen in gebruik.")
        off = self.tr("‘%1’ is opgeslagen. Start nu de apparaten. Dan werkt het ook.")
        self.list.say(filled(on if running(self.found, self.link.view) else off, name))

    def start_service(self) -> None:
        """Start ``balie devices``; it goes on when this window is closed."""
        self.list.complain("")
        try:
            self.launcher.start(DevicesStation("devices", "devices", file=str(self.file)))
        except OSError as error:
            self.list.complain(filled(self.tr("De apparaten kunnen niet starten: %1."), str(error)))
        else:
            self.list.say(self.tr("De apparaten starten…"))

    def _who_has(self, port: str) -> None:
        """Ask the hall, on the thread that has it, who uses this port. No port is looked at there."""
        known = self.watch.ports

        def question(hall: Hall) -> Holder | None:
            return who_has(hall, port, known)

        self.link.ask(question, self._tell_holder, lambda _: None)

    def _tell_holder(self, holder: Holder | None) -> None:
        if holder is not None:
            told = self.tr(
                "Station ‘%1’ op %2 gebruikt deze lijn nu. Stop daar ‘balie devices’. Dan gaat de proef vanzelf "
                "verder. U kunt ook opslaan zonder proef."
            )
            self.wizard.trying.tell_holder(filled(told, holder.station, holder.machine))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the line that was tried; its thread ends by itself."""
        self._timer.stop()
        self.watch.end()
        self.tester.end()
        super().closeEvent(event)
