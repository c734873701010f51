"""The start window "Uw hal": what can be opened on this computer, and what is open."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from balie_app.queue.rules.hall import Counter, HallConfig
from balie_app.queue.rules.numbering import place
from balie_app.ui import look
from balie_app.ui.devices.starting import WINDOW, window_station
from balie_app.ui.setup.elsewhere import Elsewhere
from balie_app.ui.setup.parts import button, card, label, picture
from balie_app.ui.setup.stations import Launcher, Station

LOOK_AGAIN_MS = 1000
ICONS = {"host": "reception", "screen": "screen", "kiosk": "kiosk"}


class StartWindow(QWidget):
    """Opens stations, each in a window and process of its own."""

    def __init__(self, launcher: Launcher, config: HallConfig, where: str) -> None:
        super().__init__()
        self.launcher, self.config, self.where = launcher, config, where
        self.rows: dict[str, Row] = {}
        look.role(self, "page")
        self.trouble = label("banner_trouble", wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.setTabOrder(list(self.rows.values())[-1].open, self.devices)
        self.setTabOrder(self.devices, self.others)
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_AGAIN_MS)
        self.timer.timeout.connect(self.look_around)
        self.timer.start()
        self.look_around()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 28, 40, 20)
        column.setSpacing(8)
        head = self._head()
        column.addLayout(head)
        column.addWidget(label("muted", self.tr("Open wat u op deze computer nodig hebt."), wrap=True))
        column.addSpacing(12)
        column.addWidget(self.trouble)
        refusal = look.refusal()
        if refusal:
            column.addWidget(label("banner_trouble", refusal, wrap=True))
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(self._faces(), 4, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._counters(), 5)
        self._paper(head)
        column.addLayout(columns, 1)
        column.addSpacing(8)
        stays = self.tr("Wat open staat, blijft open als u dit venster sluit.")
        column.addWidget(label("small", stays))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(16)
        own = look.logo(40)
        if not own.isNull():
            sign = QLabel()
            sign.setPixmap(own)
            look.name(sign, self.config.municipality)
            head.addWidget(sign)
        head.addWidget(label("title", self.config.name, wrap=True), 1)
        others = button("secondary", self.tr("Op andere computers"), "help")
        self.others = others
        self.devices = button("secondary", self.tr("Apparaten"), "print")
        self.devices.clicked.connect(self.open_devices)
        head.addWidget(self.devices, 0, Qt.AlignmentFlag.AlignTop)
        others.clicked.connect(lambda: Elsewhere(self.where, self.config.municipality, self).open())
        head.addWidget(others, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _paper(self, head: QHBoxLayout) -> None:
        """How paper looks is a station of its own; its button stands in the head."""
        row = self._row(Station("layout", "layout"), self.tr("Papier"))
        row.open.setText(self.tr("Papier"))
        row.open.setIcon(look.icon("ticket"))
        row.open.setToolTip(self.tr("Hoe nummers en kassabonnen eruitzien: logo, tekst en regels."))
        for part in (row.state, row.open):
            head.insertWidget(head.count() - 2, part, 0, Qt.AlignmentFlag.AlignTop)

    def _faces(self) -> QWidget:
        column = QVBoxLayout()
        column.setSpacing(16)
        texts = {
            "host": (self.tr("Ontvangst"), self.tr("Nummers geven, afspraken aanmelden, zien wie er wacht.")),
            "screen": (self.tr("Wachtscherm"), self.tr("Voor de bezoekers: wie er aan de beurt is.")),
            "kiosk": (self.tr("Aanmeldzuil"), self.tr("Bezoekers nemen zelf een nummer.")),
        }
        for kind, (title, about) in texts.items():
            column.addWidget(self._face(kind, title, about))
        column.addStretch()
        holder = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(column)
        return holder

    def _face(self, kind: str, title: str, about: str) -> QWidget:
        row = self._row(Station(kind, kind), title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(picture(ICONS[kind], 28), 0, 0)
        grid.addWidget(label("heading", title), 0, 1)
        grid.addWidget(row.state, 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label("muted", about, wrap=True), 1, 1)
        grid.addWidget(row.open, 1, 2, Qt.AlignmentFlag.AlignBottom)
        return card(grid, margin=18)

    def _counters(self) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, counter in enumerate(self.config.counters):
            self._counter(grid, at, counter)
        grid.setRowStretch(len(self.config.counters), 1)
        inside = QWidget()
        look.role(inside, "scrolled")
        grid.setContentsMargins(0, 0, 12, 0)
        inside.setLayout(grid)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        column = QVBoxLayout()
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(picture("counter", 28))
        head.addWidget(label("heading", self.tr("Balies")))
        head.addStretch()
        column.addLayout(head)
        column.addWidget(area, 1)
        return card(column, margin=18)

    def _counter(self, grid: QGridLayout, at: int, counter: Counter) -> None:
        name = place(counter, self.launcher.language)
        row = self._row(Station("counter", f"counter-{counter.number}", counter.number), name)
        row.clerk = QComboBox()
        look.name(row.clerk, self.tr("Medewerker aan %1").replace("%1", name))
        row.clerk.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        row.clerk.setMinimumContentsLength(10)
        row.clerk.addItem(self.tr("Vraag wie er zit"), "")
        for clerk in self.config.clerks:
            row.clerk.addItem(clerk.name, clerk.code)
        for column, part in enumerate((label("strong", name), row.clerk, row.state, row.open)):
            grid.addWidget(part, at, column)

    def _row(self, station: Station, title: str) -> Row:
        row = Row(station, title)
        row.open.clicked.connect(lambda: self.open_station(row))
        self.rows[station.name] = row
        return row

    def open_station(self, row: Row) -> None:
        """Start what this row stands for."""
        self.trouble.hide()
        try:
            self.launcher.start(row.station, *row.more())
        except OSError as error:
            self._say(self.tr("Dit venster kan niet open: %1. Probeer het nog eens.").replace("%1", str(error)))
        self.look_around()

    def open_devices(self) -> None:
        """What hangs on this computer: printers, displays, dispensers, scanners."""
        self.trouble.hide()
        try:
            self.launcher.start(window_station())
        except OSError as error:
            self._say(self.tr("Dit venster kan niet open: %1. Probeer het nog eens.").replace("%1", str(error)))
        self.look_around()

    def look_around(self) -> None:
        """Show which stations run now."""
        self.devices.setEnabled(not self.launcher.runs(WINDOW))
        if complaint := self.launcher.complaint(WINDOW):
            self._say(complaint)
        for name, row in self.rows.items():
            row.show_running(self.launcher.runs(name))
            complaint = self.launcher.complaint(name)
            if complaint:
                self._say(f"{row.title}: {complaint}")

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()


class Row:
    """The parts of one station in the window: its state and its button."""

    def __init__(self, station: Station, title: str) -> None:
        self.station, self.title = station, title
        self.clerk: QComboBox | None = None
        self.state: QLabel = label("chip_green")
        self.open: QPushButton = button("secondary")
        self.state.setText(QCoreApplication.translate("StartWindow", "Open"))
        self.open.setText(QCoreApplication.translate("StartWindow", "Openen"))
        look.name(self.open, QCoreApplication.translate("StartWindow", "%1 openen").replace("%1", title))
        hidden = self.state.sizePolicy()
        hidden.setRetainSizeWhenHidden(True)
        self.state.setSizePolicy(hidden)

    def more(self) -> tuple[str, ...]:
        """What the start command also says."""
        code = self.clerk.currentData() if self.clerk is not None else ""
        return ("--clerk", str(code)) if code else ()

    def show_running(self, running: bool) -> None:
        """Say whether it is open."""
        self.state.setVisible(running)
        self.open.setEnabled(not running)
        if self.clerk is not None:
            self.clerk.setEnabled(not running)
