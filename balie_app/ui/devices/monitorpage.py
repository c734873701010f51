"""The line monitor: the last exchanges of a line, followed while they happen; to pause, copy and save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from balie_app.devices.cli_monitor import monitor_file
from balie_app.devices.monitor import Seen, lines_of, saved
from balie_app.ui import look
from balie_app.ui.devices.errands import Errands
from balie_app.ui.devices.exchanges import Exchanges
from balie_app.ui.setup.parts import button, label
from balie_app.ui.words import filled

LOOK_MS = 500
WIDTHS = (120, 140)


class MonitorPage(QWidget):
    """One line; what may be about a person was made unreadable before it was kept."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "page")
        self.line, self._file = "", Path()
        self._asking = False
        self.model = Exchanges()
        self.table = QTableView()
        self.title, self.said = label("title", wrap=True), label("small", wrap=True)
        self.back = button("secondary", self.tr("Terug"), "back")
        self.pause = button("secondary", self.tr("Pauze"), "pause")
        self.copy = button("secondary", self.tr("Kopiëren"), "document")
        self.save = button("secondary", self.tr("Opslaan…"), "note")
        self.pause.setCheckable(True)
        self.empty = label("muted", "", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        self._errands = Errands(self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._dress_table()
        self._lay_out()
        self._connect()

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        for column in (2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(WIDTHS):
            head.resizeSection(column, width)
        look.role(self.table, "card")

    def _lay_out(self) -> None:
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.pause, self.copy, self.save, self.back):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 28, 40, 20)
        column.setSpacing(12)
        column.addLayout(head)
        hint = self.tr("De laatste 500 berichten. Gegevens van personen zijn onleesbaar gemaakt.")
        column.addWidget(label("muted", hint, wrap=True))
        column.addWidget(self.body, 1)
        column.addWidget(self.said)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self.back.clicked.connect(self.left)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self, self.left.emit, context=within)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self._copy, context=within)

    def open(self, line: str, station: str) -> None:
        """Follow one line of a station."""
        self.line, self._file = line, monitor_file(station)
        self.model.show(())
        self.pause.setChecked(False)
        self.said.clear()
        self.title.setText(filled(self.tr("Meekijken met ‘%1’"), line))
        look.name(self.table, self.title.text())
        self._tell_empty(self.tr("Balie leest wat er over de lijn ging…"))
        self.look()
        self.pause.setFocus()

    def look(self) -> None:
        """Read what is new, elsewhere: a file on a slow disk holds up nobody."""
        if self._asking or self.pause.isChecked():
            return
        self._asking, line, file = True, self.line, self._file
        self._errands.run(
            lambda: (line, tuple(each for each in saved(file) if each.line == line)), lambda got: self._show(*got)
        )

    def _show(self, line: str, seen: tuple[Seen, ...]) -> None:
        self._asking = False
        if line != self.line or self.pause.isChecked():
            return
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        self.model.show(seen)
        if at_end:
            self.table.scrollToBottom()
        self._tell_empty(self.tr("Over deze lijn ging nog niets. Balie ziet hier alles zodra de apparaten draaien."))

    def _tell_empty(self, text: str) -> None:
        self.empty.setText(text)
        there = bool(self.model.seen)
        self.body.setCurrentWidget(self.table if there else self.empty)
        self.copy.setEnabled(there)
        self.save.setEnabled(there)

    def _chosen(self) -> list[Seen]:
        """The selected exchanges; all when none is selected."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.seen[row] for row in rows] or list(self.model.seen)

    def _copy(self) -> None:
        chosen = self._chosen()
        QGuiApplication.clipboard().setText(lines_of(chosen))
        self.said.setText(filled(self.tr("%1 regels gekopieerd."), str(len(chosen))))

    def _ask_where(self) -> None:
        usual = str(Path.home() / f"{self.line}.txt".replace("/", "-"))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Opslaan als bestand"), usual)
        if name:
            self.export(Path(name))

    def export(self, file: Path) -> None:
        """All exchanges on show, to send to somebody."""
        try:
            file.write_text(lines_of(self.model.seen), encoding="utf-8")
        except OSError as error:
            self.said.setText(filled(self.tr("Kan niet opslaan: %1."), error.strerror or str(error)))
        else:
            self.said.setText(filled(self.tr("Opgeslagen in %1."), str(file)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
