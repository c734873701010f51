"""One number: who, where, since when, and what the host can do for them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from balie_app.queue.rules.visit import Contact, ContactState, Visit
from balie_app.queue.views import HallView
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions, told
from balie_app.ui.host.given import wait_sentence
from balie_app.ui.host.panel import Page
from balie_app.ui.host.words import filled

MAY_LEAVE = frozenset({ContactState.WAITING, ContactState.MISSED, ContactState.PARKED, ContactState.PRODUCING})


class TicketPage(Page):
    """Details of one ticket with its actions."""

    later_wanted = Signal(object)
    """A Contact that would rather come back later today."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self._label = ""
        self._number = parts.label("", "display")
        self._where = parts.label("", "strong", wrap=True)
        self._what = parts.label("", "heading", wrap=True)
        self._facts = parts.label("", "muted", wrap=True)
        self._back = parts.button(self.tr("Is terug"), "primary", "back")
        self._later = parts.button(self.tr("Later vandaag"), "secondary", "clock", "F5")
        self._ready = parts.button(self.tr("Gereed"), "primary", "check")
        self._print = parts.button(self.tr("Opnieuw printen"), "secondary", "print")
        self._leave = parts.button(self.tr("Naar huis"), "secondary", "door")
        self._parked = parts.button(self.tr("Is terug en wacht weer"), "primary", "back")
        self._back.clicked.connect(lambda: self._do(self._actions.come_back))
        self._parked.clicked.connect(lambda: self._do(self._actions.carry_on))
        self._ready.clicked.connect(lambda: self._do(self._actions.ready))
        self._print.clicked.connect(lambda: self._do(self._paper()))
        self._leave.clicked.connect(lambda: self._do(self._actions.leave))
        self._later.clicked.connect(self.ask_later)
        layout = QVBoxLayout(self)
        parts.fill(layout, (self._number, self._where, self._what, self._facts, None), space=8)
        for button in (self._back, self._parked, self._ready):
            layout.addWidget(button)
        layout.addWidget(parts.Pair(self._later, self._print))
        layout.addWidget(self._leave)

    def show_ticket(self, label: str) -> None:
        """Which ticket this page is about."""
        self._label = label
        self.title = filled(self.tr("Nummer %1"), words.ticket(label))

    def _do(self, action: object) -> None:
        if callable(action):
            action(self._label)
        self.finished.emit()

    def first(self) -> QWidget:
        order = (self._back, self._parked, self._ready, self._print, self._leave, self._later)
        return next((b for b in order if not b.isHidden()), self)

    def _paper(self) -> object:
        """What is printed again: the ticket, or the slip that says when to come back."""
        contact = self._contact()
        away = contact is not None and contact.is_away(self._actions.link.now())
        return self._actions.come_back_slip if away else self._actions.reprint

    def ask_later(self) -> None:
        """The visitor would rather come back later today."""
        if not self._later.isHidden() and (contact := self._contact()) is not None:
            self.later_wanted.emit(contact)

    def _contact(self) -> Contact | None:
        view = self._actions.view
        return next((c for c in view.contacts if c.label == self._label), None) if view else None

    def refresh(self) -> None:
        view, contact = self._actions.view, self._contact()
        now = self._actions.link.now()
        away = contact is not None and contact.is_away(now)
        self._number.setText(words.ticket(self._label))
        self._back.setVisible(contact is not None and (contact.state is ContactState.MISSED or away))
        self._later.setVisible(contact is not None and self._may_go(contact))
        self._parked.setVisible(contact is not None and contact.state is ContactState.PARKED)
        self._ready.setVisible(contact is not None and contact.state is ContactState.PRODUCING)
        self._print.setVisible(contact is not None and self._actions.printer is not None)
        self._leave.setVisible(contact is not None and contact.state in MAY_LEAVE)
        if view is None or contact is None:
            self._where.setText(self.tr("Deze bezoeker is klaar."))
            self._what.clear()
            self._facts.clear()
            return
        where = words.contact_state(contact, view.config, now)
        self._where.setText(where[:1].upper() + where[1:])
        self._what.setText(words.subject(contact.products, contact.contact_type, view.config))
        self._facts.setText("\n".join(self._lines(contact, view.visits.get(contact.visit), view)))

    def _may_go(self, contact: Contact) -> bool:
        """Somebody who waits without an appointment may come back later, with a slip that says when."""
        waits = contact.state is ContactState.WAITING and contact.appointment_at is None
        return waits and self._actions.slip_printer is not None

    def _lines(self, contact: Contact, visit: Visit | None, view: HallView) -> list[str]:
        lines = [words.kind(contact.contact_type, view.config)]
        if contact.appointment_at is not None:
            lines.append(filled(self.tr("Afspraak %1"), words.clock(contact.appointment_at, view.config)))
        if contact.state is ContactState.WAITING and not contact.is_away(self._actions.link.now()):
            still = words.still(view.waits.get(contact.id))
            lines.append(still[:1].upper() + still[1:])
        if visit is not None:
            lines += self._visit_lines(visit)
        return lines + ([filled(self.tr("Notitie: %1"), contact.note)] if contact.note else [])

    def _visit_lines(self, visit: Visit) -> list[str]:
        lines = [words.people(visit.party), words.language(visit.language), *(words.need(code) for code in visit.needs)]
        lines = [" · ".join(lines)]
        if (range_ := told(visit)) is not None:
            lines.append(filled(self.tr("Gezegd: %1"), wait_sentence(*range_)))
        return lines
