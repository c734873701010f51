"""The window of ``balie`` without a word: first the assistant when there is no hall, then the hall."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

from PySide6.QtCore import QLockFile, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from balie_app.queue.commands import By
from balie_app.queue.hall import open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.trouble import Trouble
from balie_app.ui import look
from balie_app.ui.link import HallLink
from balie_app.ui.setup.assistant import Assistant
from balie_app.ui.setup.parts import button, clear, label, picture
from balie_app.ui.setup.start import StartWindow
from balie_app.ui.setup.stations import Launcher
from balie_app.ui.station import StationOptions, take_place
from balie_app.ui.tongue import speak

SIZE, WIDE = (1060, 740), (1360, 800)
FRAME = 40
"""Room for the title bar that the window system adds."""


class Shell(QStackedWidget):
    """Shows one thing at a time: assistant, start window, one-desk window, or a trouble."""

    changed = Signal(object)
    """Something new is shown (the driver of a test waits for the first)."""

    def __init__(self, options: StationOptions) -> None:
        super().__init__()
        self.options = options
        self.links: list[HallLink] = []
        self.locks: list[QLockFile] = []
        self.launcher: Launcher | None = None
        self.exit_code = 0
        self.ordered_to_end = options.child
        """Ctrl-C, a signal, or the end of the program that drives us: then stations opened here end too."""
        self.setMinimumSize(860, 600)
        self._grow(*SIZE)

    def first_start(self) -> None:
        """Ask the four questions."""
        assistant = Assistant(self.options.hall, self.options.language or "nl")
        assistant.made.connect(self._made)
        self._show(assistant, "Balie")

    def _made(self, language: str) -> None:
        self.options = replace(self.options, language=language)
        self.open()

    def open(self) -> None:
        """Open the hall that is there; a trouble is shown with its next step."""
        try:
            with closing(open_hall(self.options.hall)) as hall:
                config = hall.config().on(hall.now().date())
            self.options = replace(self.options, language=self.options.language or config.languages[0])
            speak(self.options.language)
            self._show_hall(config)
        except Trouble as trouble:
            self.show_trouble(trouble)

    def _show_hall(self, config: HallConfig) -> None:
        if len(config.counters) == 1:
            self._one_desk(config)
        else:
            self.launcher = Launcher(self.options.hall, self.options.theme, self.options.language)
            start = StartWindow(self.launcher, config, self.options.hall)
            self._show(start, config.name)
            start.rows["host"].open.setFocus()  # a page that becomes part of a window loses its own choice

    def _one_desk(self, config: HallConfig) -> None:
        from balie_app.ui.setup.onedesk import OneDeskWindow  # both faces: only loaded when they are shown

        stations = ("host", f"counter-{config.counters[0].number}")
        for station in stations:
            self.locks.append(take_place(replace(self.options, station=station)))
        clerk = config.clerks[0].code if len(config.clerks) == 1 else ""
        host, counter = (HallLink(self.options.hall, By(name, clerk)) for name in stations)
        self.links = [host, counter]
        self._show(OneDeskWindow(host, counter, self.options, config), config.name)
        self._grow(*WIDE)
        for link in self.links:
            link.start()

    def _grow(self, width: int, height: int) -> None:
        """As large as asked, but never larger than the screen leaves free; ``--size`` goes before."""
        if self.options.size:
            return
        free = self.screen().availableGeometry().size() - QSize(0, FRAME)
        wanted = QSize(width, height)
        # a screen that nobody looks at has no edges
        self.resize(wanted if QGuiApplication.platformName() == "offscreen" else wanted.boundedTo(free))

    def show_trouble(self, trouble: Trouble) -> None:
        """One sentence, and a way out."""
        self.exit_code = 1
        self._show(TroublePage(sentence(trouble), self.close), "Balie")

    def _show(self, page: QWidget, title: str) -> None:
        old = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        if old is not None:
            clear(old)
        self.setWindowTitle(title)
        self.changed.emit(page)

    def end(self) -> None:
        """Let go of links and places. Stations opened here live on, unless we were ordered to end."""
        while self.links:
            self.links.pop().stop()
        while self.locks:
            self.locks.pop().unlock()
        if self.launcher is not None and self.ordered_to_end:
            self.launcher.end_all()


class TroublePage(QWidget):
    """A hall that cannot be opened."""

    def __init__(self, text: str, leave: Callable[[], object]) -> None:
        super().__init__()
        look.role(self, "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 64, 64, 64)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(picture("warning", 40, "text_quiet"))
        column.addWidget(label("title", self.tr("Uw hal kan nu niet open"), wrap=True))
        told = label("body", text, wrap=True)
        told.setMaximumWidth(620)
        column.addWidget(told)
        column.addSpacing(12)
        close = button("primary", self.tr("Sluiten"))
        close.clicked.connect(lambda: leave())
        close.setMaximumWidth(160)
        column.addWidget(close)
        column.addStretch(3)
