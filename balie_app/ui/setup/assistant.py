"""The first start: four calm pages, and then there is a hall."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from balie_app.queue.config.templates import template
from balie_app.queue.hall import create_hall
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.trouble import Trouble
from balie_app.ui import look
from balie_app.ui.setup.pages import KindPage, NamePage, Page, SummaryPage, WelcomePage
from balie_app.ui.setup.parts import button
from balie_app.ui.setup.steps import Steps
from balie_app.ui.tongue import speak


class Assistant(QWidget):
    """Asks language, name and kind of hall, and makes the hall at ``where``."""

    made = Signal(str)
    """A hall was made; the language chosen."""

    def __init__(self, where: str, language: str = "nl") -> None:
        super().__init__()
        self.where = where
        look.role(self, "page")
        self.welcome, self.naming = WelcomePage(language), NamePage()
        self.kind, self.summary = KindPage(), SummaryPage()
        self.pages: tuple[Page, ...] = (self.welcome, self.naming, self.kind, self.summary)
        self.stack = QStackedWidget()
        self.side = Side()
        self.back, self.forward = button("secondary", icon="back"), button("primary")
        self._lay_out()
        self._connect()
        speak(language)
        self.go_to(0)

    def _lay_out(self) -> None:
        for page in self.pages:
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.forward)
        self.forward.setMinimumWidth(140)
        column = QVBoxLayout()
        column.setContentsMargins(48, 52, 48, 32)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go_to(self.stack.currentIndex() - 1))
        self.forward.clicked.connect(self.go_on)
        self.welcome.changed.connect(lambda: speak(self.welcome.language))
        for page in self.pages:
            page.changed.connect(self._refresh)
            page.entered.connect(self.go_on)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self.go_on)

    def go_on(self) -> None:
        """To the next page; from the last one: make the hall."""
        if not self.forward.isEnabled():
            return
        if self.stack.currentWidget() is self.summary:
            self.make()
        else:
            self.go_to(self.stack.currentIndex() + 1)

    def go_to(self, number: int) -> None:
        """Show a page by its place, 0 to 3."""
        if self.pages[number] is self.summary:
            self._fill_summary()
        self.stack.setCurrentIndex(number)
        self._refresh()
        self.pages[number].first_focus().setFocus()

    def make(self) -> None:
        """Make the hall; a trouble is said on the page, and nothing was overwritten."""
        try:
            create_hall(self.where, self.config()).close()
        except Trouble as trouble:
            self.summary.show_trouble(sentence(trouble))
        else:
            self.made.emit(self.welcome.language)

    def config(self) -> HallConfig:
        """The configuration as it is chosen now."""
        return template(self.kind.kind, self.naming.municipality, self.welcome.language)

    def _fill_summary(self) -> None:
        name = next(each.name.text() for each in self.kind.cards if each.isChecked())
        self.summary.show_config(self.config(), name, self.where)

    def _refresh(self) -> None:
        number = self.stack.currentIndex()
        last = self.pages[number] is self.summary
        self.back.setVisible(number > 0)
        self.back.setText(self.tr("Terug"))
        self.forward.setText(self.tr("Hal maken") if last else self.tr("Verder"))
        self.forward.setEnabled(self.pages[number].complete())
        self.side.show_step(number)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)


class Side(Steps):
    """The four steps of the first start."""

    def __init__(self) -> None:
        super().__init__(4)

    def show_step(self, number: int) -> None:
        """How far we are."""
        texts = (self.tr("Taal"), self.tr("Gemeente"), self.tr("Soort hal"), self.tr("Controleren"))
        self.show_steps(texts, number)
