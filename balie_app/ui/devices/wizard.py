"""Connecting a device, or changing one: one question a page, then a trial, then station.toml."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from balie_app.devices.draft import Draft
from balie_app.devices.linefile import put_line
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.ui import look
from balie_app.ui.devices.errands import PortWatch
from balie_app.ui.devices.pages.dispenser import DispenserPage
from balie_app.ui.devices.pages.display import DisplayPage
from balie_app.ui.devices.pages.kind import KindPage
from balie_app.ui.devices.pages.model import ModelPage
from balie_app.ui.devices.pages.naming import NamePage
from balie_app.ui.devices.pages.port import PortPage
from balie_app.ui.devices.pages.scanner import ScannerPage
from balie_app.ui.devices.pages.step import Around, Step
from balie_app.ui.devices.pages.trypage import TryPage
from balie_app.ui.devices.tester import Tester
from balie_app.ui.setup.parts import button
from balie_app.ui.setup.steps import Steps

MOST_STEPS = 6


class Wizard(QWidget):
    """Leads from a cable to a line in the file."""

    saved = Signal(str)
    """A line of this name was written."""
    left = Signal()
    in_use = Signal(str)
    """Somebody else has this port: who?"""

    def __init__(self, watch: PortWatch, tester: Tester) -> None:
        super().__init__()
        self.tester = tester
        self.draft = Draft()
        self.around: Around | None = None
        look.role(self, "page")
        self.port, self.kind, self.model = PortPage(watch), KindPage(), ModelPage()
        self.displays, self.buttons, self.scanner = DisplayPage(), DispenserPage(tester), ScannerPage()
        self.naming, self.trying = NamePage(), TryPage(tester)
        self.stack, self.side = QStackedWidget(), Steps(MOST_STEPS)
        self.back, self.cancel = button("secondary", self.tr("Terug"), "back"), button("quiet", self.tr("Stoppen"))
        self.forward = button("primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for page in self._every():
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addWidget(self.cancel)
        foot.addStretch()
        foot.addWidget(self.forward)
        self.forward.setMinimumWidth(140)
        column = QVBoxLayout()
        column.setContentsMargins(48, 44, 48, 28)
        column.setSpacing(16)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(column, 1)

    def _every(self) -> tuple[Step, ...]:
        use = (self.displays, self.buttons, self.scanner)
        return (self.port, self.kind, self.model, *use, self.naming, self.trying)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.cancel.clicked.connect(self.leave)
        self.forward.clicked.connect(self.go_on)
        self.tester.changed.connect(self._look_who)
        for page in self._every():
            page.changed.connect(self._refresh)
            page.entered.connect(self.go_on)
        self.trying.yes.clicked.connect(self.forward.setFocus)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for page in (self.kind, self.displays, self.scanner):  # where Enter does nothing else
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                QShortcut(QKeySequence(key), page, self.go_on, context=within)
        QShortcut(QKeySequence("Esc"), self, self.leave, context=within)

    @property
    def pages(self) -> tuple[Step, ...]:
        """The pages for this kind of device, in order."""
        use = {"display": self.displays, "dispenser": self.buttons, "scanner": self.scanner}.get(self.draft.kind)
        return (self.port, self.kind, self.model, *([use] if use else []), self.naming, self.trying)

    @property
    def page(self) -> Step:
        """The page on show."""
        shown = self.stack.currentWidget()
        return next(page for page in self._every() if page is shown)

    def begin(self, around: Around, draft: Draft | None = None) -> None:
        """A new device; or, with a draft, one that is there and is to be changed."""
        self.around, self.draft = around, draft or Draft()
        self.port.forget()
        first = self.pages[3] if draft is not None else self.port
        self._show(first)

    def go_on(self) -> None:
        """To the next page; from the last one: save."""
        if not self.forward.isEnabled():
            return
        if self.page is self.trying:
            self.save()
            return
        self.draft = self.page.filled(self.draft)
        self._show(self.pages[self.pages.index(self.page) + 1])

    def go_back(self) -> None:
        """To the page before; what was filled in is kept."""
        at = self.pages.index(self.page)
        self.draft = self.page.filled(self.draft) if self.page.complete() else self.draft
        self._show(self.pages[max(0, at - 1)])

    def save(self) -> None:
        """Write the line; what keeps it from being written is said, and nothing has changed."""
        if self.around is None:
            return
        self.tester.let_go()  # whoever runs the devices may have the port now
        try:
            table = self.draft.table(self.around.folder)
            put_line(self.around.file.file, table, instead_of=self.around.was, hall=self.around.hall)
        except ConfigMistakes as error:
            self.trying.complain("\n".join(error.sentences()))
        except OSError as error:
            told = self.tr("Kan niet opslaan: %1.")
            self.trying.complain(told.replace("%1", error.strerror or str(error)))
        else:
            self._close_page()
            self.saved.emit(self.draft.name)

    def leave(self) -> None:
        """Give up; nothing was written."""
        self._close_page()
        self.tester.let_go()
        self.left.emit()

    def _close_page(self) -> None:
        self.page.close_page()

    def _show(self, page: Step) -> None:
        assert self.around is not None  # noqa: S101 (begin came first)
        self._close_page()
        if page in (self.port, self.kind, self.model):
            self.tester.let_go()
        if page is self.kind:
            self.kind.found = self.port.found
        if page is self.model:
            self.model.likely = self.kind.likely()
        self.stack.setCurrentWidget(page)
        page.open(self.draft, self.around)
        self._refresh()
        page.first_focus().setFocus()

    def _look_who(self) -> None:
        if self.isVisible() and self.tester.health.cause == "in_use" and self.page is self.trying:
            self.in_use.emit(self.draft.port)

    def _refresh(self) -> None:
        last = self.page is self.trying
        sure = self.trying.confirmed
        self.back.setVisible(self.page is not self.port)
        save = self.tr("Opslaan") if sure else self.tr("Opslaan zonder proef")
        self.forward.setText(save if last else self.tr("Verder"))
        look.role(self.forward, "primary" if sure or not last else "secondary")
        self.forward.setEnabled(self.page.complete())
        self.side.show_steps(self._titles(), self.pages.index(self.page) if self.page in self.pages else 0)

    def _titles(self) -> list[str]:
        names = {
            self.port: self.tr("Aansluiting"), self.kind: self.tr("Soort apparaat"), self.model: self.tr("Model"),
            self.displays: self.tr("Balies"), self.buttons: self.tr("Knoppen"), self.scanner: self.tr("Papier"),
            self.naming: self.tr("Naam"), self.trying: self.tr("Proberen"),
        }  # fmt: skip
        return [names[page] for page in self.pages]
