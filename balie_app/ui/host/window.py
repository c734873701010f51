"""The host desk as one window: search, three lists, a panel, and what goes wrong next."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from balie_app.devices.scans import code_in
from balie_app.queue.commands import Command
from balie_app.queue.rules.visit import AppointmentState, Contact, Visit
from balie_app.queue.store.watch import Watch
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.devices.starting import WINDOW, window_station
from balie_app.ui.host import finding, lines, parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.advice import Advice, advise
from balie_app.ui.host.aside import Aside
from balie_app.ui.host.blank import Blank
from balie_app.ui.host.columns import Columns
from balie_app.ui.host.counter import CounterPage
from balie_app.ui.host.devices import DevicesPage
from balie_app.ui.host.finding import Hit, Kind
from balie_app.ui.host.header import Header
from balie_app.ui.host.intake import IntakePage
from balie_app.ui.host.later import LaterPage
from balie_app.ui.host.lines import Line
from balie_app.ui.host.listcard import ListCard
from balie_app.ui.host.panel import Page, Panel
from balie_app.ui.host.quick import QuickPage
from balie_app.ui.host.search import SearchBox
from balie_app.ui.host.strip import AdviceStrip, MessageLine
from balie_app.ui.host.ticket import TicketPage
from balie_app.ui.host.watcher import NormWatcher
from balie_app.ui.host.words import filled
from balie_app.ui.scanning.layout import is_test, verdict
from balie_app.ui.scanning.wedge import WedgeFilter
from balie_app.ui.setup.stations import Launcher
from balie_app.ui.words import own_language

if TYPE_CHECKING:
    from balie_app.ui.link import HallLink
    from balie_app.ui.station import StationOptions

TICK_MS = 1000
WARM_MS = 400
"""After the window is there: the search's own start would be felt at the first key."""


class HostWindow(QWidget):
    """Everything the host sees."""

    def __init__(self, link: HallLink, options: StationOptions) -> None:
        super().__init__()
        self.link = link
        self.online = False
        self.dismissed: frozenset[str] = frozenset()
        self.norm: Watch | None = None
        self.watcher = NormWatcher(link, self)
        self.desk = HostActions(link, options, self)
        self.theme = options.theme
        self._returns_to: QWidget | None = None
        look.role(self, "page")
        self.setWindowTitle(self.tr("Balie · ontvangst"))
        self._make_parts()
        self._lay_out()
        self._wire()
        self._shortcuts()
        self.blank = Blank(self)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.refresh)
        self.resize(1366, 728)
        if link.view is not None:
            self._changed(link.view)
        else:
            self._enable(known=False)
            self.refresh()

    # -- the parts ---------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.header = Header()
        self.search = SearchBox(self._find, self.tr("Zoek afspraak, nummer of product   F2"))
        self.quick_button = parts.button(self.tr("Snel contact"), "secondary", "check", "F4")
        self.number_button = parts.button(self.tr("Nummer"), "primary", "ticket", "F3")
        self.check_in = parts.button(self.tr("Inchecken"), "primary", "check", "↵")
        self.confirm = parts.button("", "secondary", "print")
        self.confirm.setToolTip(self.tr("Bevestiging van deze afspraak printen (Shift+F2)"))
        look.name(self.confirm, self.tr("Bevestiging printen"), "Shift+F2")
        foot = QWidget()
        below = parts.row(self.check_in, self.confirm)
        below.setStretch(0, 1)
        foot.setLayout(below)
        self.appointments = ListCard(self.tr("Afspraken"), "00:00", self.tr("Geen afspraken meer vandaag."), (foot,))
        self.aside = Aside()
        self.waiting = ListCard(self.tr("Wachten"), "W 000", self.tr("Er wacht niemand."), (self.aside,))
        self.counters = ListCard(self.tr("Balies"), self.tr("Kamer 00"), "")
        self.intake, self.quick = IntakePage(self.desk), QuickPage(self.desk)
        self.ticket, self.counter = TicketPage(self.desk), CounterPage(self.desk)
        self.devices, self.later = DevicesPage(self.desk), LaterPage(self.desk)
        self.panel = Panel((self.intake, self.quick, self.ticket, self.counter, self.devices, self.later))
        self.columns = Columns(self.appointments, self.waiting, self.counters, self.panel)
        self.message, self.strip = MessageLine(), AdviceStrip()
        self.wedge = WedgeFilter(self)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        parts.fill(tools, (self.search, self.quick_button, self.number_button), space=12)
        tools.setContentsMargins(16, 4, 16, 0)
        tools.setStretch(0, 1)
        said = QHBoxLayout()
        said.setContentsMargins(16, 0, 16, 0)
        said.addWidget(self.message)
        layout = QVBoxLayout(self)
        parts.fill(layout, (self.header,), space=8)
        layout.addLayout(tools)
        layout.addWidget(self.columns, 1)
        layout.addLayout(said)
        layout.addWidget(self.strip)
        order = (self.search, self.quick_button, self.number_button, self.appointments.view, self.check_in,
                 self.waiting.view, self.aside, self.counters.view)  # fmt: skip
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def _wire(self) -> None:
        self.link.changed.connect(self._changed)
        self.link.online.connect(self._online)
        self.link.refused.connect(self._refused)
        self.watcher.found.connect(self._norm_seen)
        self.wedge.scanned.connect(self._scanned)
        self.header.devices.clicked.connect(lambda: self.open(self.devices))
        self.devices.wanted.connect(self.open_own_devices)
        self.desk.said.connect(self.message.say)
        self.desk.given.connect(self._given)
        self.search.picked.connect(self._picked)
        self.quick_button.clicked.connect(lambda: self.open(self.quick))
        self.number_button.clicked.connect(self.new_number)
        self.check_in.clicked.connect(self._check_in_current)
        self.confirm.clicked.connect(self._confirm_current)
        self.header.report.clicked.connect(self.desk.day_report)
        self.header.report.setVisible(self.desk.slip_printer is not None)
        self.intake.later_wanted.connect(self._later_new)
        self.ticket.later_wanted.connect(self._later_known)
        self.appointments.view.entered_line.connect(self._appointment_chosen)
        self.appointments.view.moved.connect(self._dress_check_in)
        self.waiting.view.chosen.connect(lambda line: self.show_ticket(line.ref))
        self.counters.view.chosen.connect(lambda line: self.show_counter(int(line.ref)))
        self.aside.acted.connect(self._act_aside)
        self.panel.closed.connect(self.close_panel)
        self.strip.accepted.connect(self._accept)
        self.strip.dismissed.connect(self._dismiss)

    def _shortcuts(self) -> None:
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            ("F2", self._to_search),
            ("F3", self.new_number),
            ("F4", lambda: self.open(self.quick)),
            ("F5", self._later_asked),
            ("Ctrl+S", self._slip_asked),
            ("Shift+F2", self._confirm_current),
            ("Ctrl+D", self.desk.day_report),
            ("Esc", self.close_panel),
        ):
            QShortcut(
                QKeySequence(key), self, act, context=Qt.ShortcutContext.WindowShortcut if key != "Esc" else within
            )

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # -- what the hall says ------------------------------------------------------------------------

    def now(self) -> datetime:
        """The moment the lists show: the hall's clock, or that of the last picture when it is out of reach."""
        view = self.link.view
        return view.read_at if view is not None and not self.online else self.link.now()

    def _changed(self, view: HallView) -> None:
        self._enable(known=True)
        self._online(online=True)
        self.panel.refresh()
        self._dress_check_in()

    def _warm(self) -> None:
        """Read the words of the catalogue before the first key is pressed."""
        self._find("a")

    def _enable(self, known: bool) -> None:
        first = known and not self.search.isEnabled()
        for part in (self.search, self.quick_button, self.number_button, self.header.report):
            part.setEnabled(known)
        if not known:
            self.check_in.setEnabled(False)
        if first:
            QTimer.singleShot(WARM_MS, self, self._warm)
        if first and self.focusWidget() in (None, self.appointments.view):
            self.search.setFocus()

    def _online(self, online: bool) -> None:
        self.online = online
        self.header.tell_link(self.link.view, online and self.link.view is not None)
        self.refresh()

    def _refused(self, sentence: str) -> None:
        self.message.say(sentence)
        self.intake.not_given()

    def refresh(self) -> None:
        """Work out every line again for this moment."""
        view = self.link.view
        if view is None:
            self.strip.tell(None, self.tr("Verbinden met de hal…"), "offline")
            return
        now = self.now()
        self.header.tell(view, now, self.link.now())
        self.blank.tell_time(words.clock(self.link.now(), view.config))
        expected = sum(a.state is AppointmentState.BOOKED for a in view.appointments)
        waiting = lines.waiting_lines(view, now)
        self.appointments.show_lines(lines.appointment_lines(view, now), str(expected) if expected else "")
        if self.appointments.view.current() is None:
            self._next_to_check_in()
        self.waiting.show_lines(waiting, str(len(waiting)) if waiting else "")
        self.counters.show_lines(lines.counter_lines(view, now))
        self.aside.show_lines(lines.aside_lines(view, now))
        self._advise(view, now)

    def _advise(self, view: HallView, now: datetime) -> None:
        if self.online:
            said = partial(advise, view, now, self.desk.printer, norm=self.norm)
            advice = said(self.dismissed)
            put_aside = advice is None and said() is not None
            calm = self.tr("Het advies is weggelegd.") if put_aside else self.tr("Niemand komt in het nauw.")
            self.strip.tell(advice, calm)
        else:
            self.strip.tell(
                None, self.tr("Geen verbinding met de hal. U ziet de laatste stand, tot het weer lukt."), "offline"
            )

    def _norm_seen(self, norm: Watch | None) -> None:
        self.norm = norm
        if self.link.view is not None:
            self._advise(self.link.view, self.now())

    # -- what the host does ------------------------------------------------------------------------

    def open(self, page: Page) -> None:
        """Show a page in the panel; the keyboard comes back afterwards."""
        self._remember_place()
        self.panel.open(page)
        self.columns.panel_changed()

    def _remember_place(self) -> None:
        here = self.focusWidget()
        if here is not None and not self.panel.isAncestorOf(here):
            self._returns_to = here

    def open_own_devices(self) -> None:
        """This computer's devices, in a window and process of their own."""
        launcher = Launcher(self.link.where, self.theme, own_language())
        if launcher.runs(WINDOW):
            self.message.say(self.tr("Het venster met apparaten staat al open."))
            return
        try:
            launcher.start(window_station())
        except OSError as error:
            told = self.tr("Dit venster kan niet open: %1. Probeer het nog eens.")
            self.message.say(words.filled(told, str(error)))

    def close_panel(self) -> None:
        """Put the panel away and give the keyboard back."""
        if self.panel.page is None:
            return
        self.panel.hide()
        self.columns.panel_changed()
        back = self._returns_to
        (back if back is not None and back.isVisible() else self.search).setFocus()

    def new_number(self, slug: str = "") -> None:
        """A new visitor without an appointment, maybe with a product already known."""
        self._remember_place()
        self.intake.start(slug if isinstance(slug, str) else "")
        self.open(self.intake)

    def show_ticket(self, label: str) -> None:
        """Details of one number."""
        self.ticket.show_ticket(label)
        self.open(self.ticket)

    def show_counter(self, number: int) -> None:
        """Details of one counter."""
        self.counter.show_counter(number)
        self.open(self.counter)

    def _later_asked(self) -> None:
        page = self.panel.page
        if page is self.intake or page is self.ticket:
            page.ask_later()

    def _slip_asked(self) -> None:
        if self.panel.page is self.intake:
            self.intake.print_slip()

    def _later_new(self) -> None:
        view = self.link.view
        if view is not None:
            who = words.subject(self.intake.picker.chosen, "", view.config)
            self.later.ask(who, self.intake.wait_of_chosen(), self.intake.give_for_later)
            self.open(self.later)

    def _later_known(self, contact: Contact) -> None:
        view = self.link.view
        if view is not None:
            who = filled(self.tr("Nummer %1"), words.ticket(contact.label))
            self.later.ask(who, view.waits.get(contact.id), partial(self.desk.come_later, contact.label))
            self.open(self.later)

    def _confirm_current(self) -> None:
        if not self.confirm.isHidden() and (line := self.appointments.view.current()) is not None:
            self.desk.confirmation(line.id)

    def _find(self, text: str) -> list[Hit]:
        return finding.find(text, self.link.view) if self.link.view is not None else []

    def _picked(self, hit: Hit) -> None:
        if hit.kind is Kind.PRODUCT:
            self.new_number(hit.ref)
        elif hit.kind is Kind.TICKET:
            self.show_ticket(hit.ref)
        else:
            self._appointment(hit.ref)

    def _appointment(self, code: str) -> None:
        """Check in; who is here already is shown."""
        view = self.link.view
        label = finding.label_of(code, view) if view is not None else ""
        if label:
            self.show_ticket(label)
        else:
            self.desk.check_in(code)

    def _scanned(self, text: str) -> None:
        """A scanner read an appointment, or somebody's ticket."""
        view, code = self.link.view, code_in(text)
        if is_test(text):
            self.message.say(verdict(text))
            return
        if view is None or not self.online:
            return
        label = next((visit.label for visit in view.visits.values() if visit.code == code), "")
        if any(appointment.code == code for appointment in view.appointments):
            self._appointment(code)
        elif label:
            self.show_ticket(label)
        else:
            self.message.say(self.tr("Deze code is niet gevonden. Zoek op tijd of nummer."))

    def _appointment_chosen(self, line: Line) -> None:
        self._appointment(line.id)

    def _check_in_current(self) -> None:
        if (line := self.appointments.view.current()) is not None:
            self._appointment(line.id)

    def _next_to_check_in(self) -> None:
        """Bring the keyboard's line to the first appointment that can be checked in."""
        view = self.appointments.view
        line = next((line for line in view.lines.rows if line.action), None)
        if line is not None:
            view.select(line.id)

    def _dress_check_in(self) -> None:
        line = self.appointments.view.current()
        self.check_in.setEnabled(line is not None)
        booked = line is not None and line.action == "check-in"
        self.confirm.setVisible(booked and self.desk.slip_printer is not None)
        here = line is not None and line.action != "check-in"
        parts.rename(self.check_in, self.tr("Nummer bekijken") if here else self.tr("Inchecken"), "↵")
        parts.sign(self.check_in, "ticket" if here else "check")

    def _given(self, visit: Visit) -> None:
        if visit.appointment is not None:
            self._next_to_check_in()
            self.show_ticket(visit.label)

    def _act_aside(self, line: Line) -> None:
        acts = {"ready": self.desk.ready, "return": self.desk.come_back, "resume": self.desk.carry_on}
        acts[line.action](line.ref)

    def _accept(self, command: Command) -> None:
        self.desk.carry_out(command, self.tr("Gedaan."))

    def _dismiss(self, advice: Advice) -> None:
        self.dismissed |= {advice.key}
        self.refresh()

    # -- the window itself -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start(TICK_MS)
        self.watcher.begin()
        self.blank.watch()
        self.wedge.install(QApplication.instance())
        self.search.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self.watcher.end()
        self.blank.unwatch()
        self.wedge.remove()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.close_list()
        self.blank.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_tick"):
            parts.refresh_icons(self)
            for part in (self.header, self.search, self.strip):
                part.refresh()


def build(link: HallLink, options: StationOptions) -> QWidget:
    """The host desk's window, not shown yet."""
    return HostWindow(link, options)
