"""The window of a counter: connecting, who sits here, the panel; narrow and on top, or wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from balie_app.queue.commands import OpenCounter
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.control import Control
from balie_app.ui.counter.face import Face
from balie_app.ui.counter.parts import label
from balie_app.ui.counter.side import Side
from balie_app.ui.counter.welcome import Welcome

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink
    from balie_app.ui.station import StationOptions

NARROW, WIDE, TALL = 384, 860, 720


def build(link: HallLink, options: StationOptions) -> QWidget:
    """The counter panel for this station, not yet shown."""
    made = CounterWindow(link, options.counter, options.clerk, options.station or "counter")
    made.printer = options.printer
    return made


class CounterWindow(QWidget):
    """Leads from "verbinden" by way of "wie zit hier?" to the panel."""

    def __init__(self, link: HallLink, counter: int | None, clerk: str | None, station: str) -> None:
        super().__init__()
        self.link, self.counter, self.clerk, self.station = link, counter, clerk, station
        self.printer: str | None = None
        """Where receipts are printed."""
        self.desk: Desk | None = None
        self.welcome: Welcome | None = None
        self.pages = QStackedWidget(self)
        self.pages.addWidget(_connecting(self))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.pages)
        look.role(self, "page")
        self.setMinimumSize(360, 460)
        self.resize(NARROW, TALL)
        self.setWindowTitle(self.tr("Balie"))
        link.changed.connect(self.show_view)
        if link.view is not None:
            self.show_view(link.view)

    def show_view(self, view: HallView) -> None:
        """A new picture of the hall; the first one decides which page comes."""
        if self.desk is not None:
            self.desk.control.look_again()
        elif self.welcome is not None:
            self.welcome.show_view(view)
        elif self.counter in view.config.counter_by_number and self._knows_clerk(view):
            self._sit_down(self.counter or 0, self.clerk)
        else:
            self.ask_who(view)

    def _knows_clerk(self, view: HallView) -> bool:
        sitting = next((work.clerk for work in view.counters if work.number == self.counter), None)
        return bool(sitting or self.clerk in view.config.clerk_by_code)

    def ask_who(self, view: HallView) -> None:
        """The page that asks which counter this is and who sits here."""
        known = self.counter in view.config.counter_by_number
        self.welcome = Welcome(self.counter if known else None, self)
        self.welcome.chosen.connect(self._chosen)
        self.welcome.show_view(view)
        self.pages.addWidget(self.welcome)
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.first_focus().setFocus()

    def _chosen(self, counter: int, clerk: str) -> None:
        self._sit_down(counter, clerk)
        if self.desk:
            self.desk.control.do(OpenCounter(counter=counter, clerk=clerk))

    def _sit_down(self, counter: int, clerk: str | None) -> None:
        self.counter, self.clerk = counter, clerk
        self._leave_page(self.welcome)
        self.welcome = None
        if self.desk is None:
            self.desk = Desk(self.link, counter, clerk, self.station, self)
            self.desk.face.head.someone_else.connect(self._someone_else)
            self.desk.face.head.pinned.connect(self._pin)
            self.desk.face.head.widened.connect(self._widen)
            self.pages.addWidget(self.desk)
        self.desk.control.clerk = clerk
        self.desk.control.printer = self.printer
        self.pages.setCurrentWidget(self.desk)
        self.desk.control.look_again()
        self._title()
        self._follow_wishes()

    def _title(self) -> None:
        here = self.desk.control.here if self.desk else None
        if here:
            self.setWindowTitle(words.counter_name(here.counter))

    def _follow_wishes(self) -> None:
        if self.desk is None:
            return
        head = self.desk.face.head
        head.pin.setVisible(self.isWindow())
        wishes = self.desk.control.wishes
        head.pin.setChecked(wishes.on_top)
        head.wide.setChecked(wishes.wide)
        self._widen(wishes.wide)

    def _someone_else(self) -> None:
        if self.link.view is not None and self.desk is not None:
            desk, self.desk = self.desk, None
            self._leave_page(desk)
            self.ask_who(self.link.view)

    def _leave_page(self, page: QWidget | None) -> None:
        if page is not None:
            self.pages.removeWidget(page)
            page.deleteLater()

    def _pin(self, on_top: bool) -> None:
        """Stay above other programs, or not; Qt hides a window whose flags change."""
        if not self.isWindow() or bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) == on_top:
            return
        shown = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        self.setVisible(shown)
        if self.desk:
            self.desk.control.wish(on_top=on_top)

    def _widen(self, wide: bool) -> None:
        if self.desk is None:
            return
        changed = self.desk.side.isHidden() == wide
        self.desk.show_wide(wide)
        if changed and self.isWindow():
            self.resize(WIDE if wide else NARROW, self.height())
        self.desk.control.wish(wide=wide)


class Desk(QWidget):
    """The panel, and beside it in the wide window the waiting list and the story of the visit."""

    def __init__(
        self, link: HallLink, number: int, clerk: str | None, station: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = Control(link, number, clerk, station, self)
        self.face = Face(self.control, self)
        self.side = Side(self)
        self.side.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.face, 1)
        row.addWidget(self.side, 1)
        self.side.ticket.connect(self.control.choose_ticket)
        self.control.changed.connect(self._refresh)
        self.face.keys.outcome_wish.setChecked(self.control.wishes.ask_outcome)
        self.face.keys.ask_outcome.connect(lambda ask: self.control.wish(ask_outcome=ask))
        link.online.connect(self.control.set_online)
        link.refused.connect(self.control.said)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self.face.head.pin.toggle)
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.face.head.wide.toggle)

    def show_wide(self, wide: bool) -> None:
        """Show or hide what the narrow window leaves out."""
        self.side.setVisible(wide)
        self.face.setMaximumWidth(NARROW + 16 if wide else 16777215)
        self._refresh()

    def _refresh(self) -> None:
        if self.control.here and not self.side.isHidden():
            self.side.show_situation(self.control.here, self.control.link.now())


def _connecting(parent: QWidget) -> QWidget:
    """Before the first picture of the hall has come."""
    page = QWidget(parent)
    box = QVBoxLayout(page)
    text = label(page.tr("Verbinden met de hal…"), "muted", page)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.addWidget(text)
    return page
