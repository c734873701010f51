"""One counter as the host sees it: open, pause, close, and take back its last step."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from balie_app.queue.rules.visit import AT_COUNTER, Contact, CounterState, CounterWork
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.host import parts, words
from balie_app.ui.host.actions import HostActions
from balie_app.ui.host.panel import Page
from balie_app.ui.host.words import filled


class CounterPage(Page):
    """Details of one counter with its actions."""

    def __init__(self, actions: HostActions) -> None:
        super().__init__()
        self._actions = actions
        self._number = 0
        self._state = parts.label("", "heading", wrap=True)
        self._facts = parts.label("", "muted", wrap=True)
        self._clerk_word = parts.label("", "strong", wrap=True)
        self._clerks = QComboBox()
        look.name(self._clerks, self.tr("Medewerker"))
        self.open_button = parts.button(self.tr("Openen"), "primary", "play")
        self._resume = parts.button(self.tr("Weer open"), "primary", "play")
        self._pause = parts.button(self.tr("Pauze"), "secondary", "pause")
        self._close = parts.button(self.tr("Sluiten"), "secondary", "door")
        self._undo = parts.button(self.tr("Ongedaan maken"), "secondary", "undo")
        self._wire()
        top = (self._state, self._facts, self._clerk_word, self._clerks)
        layout = QVBoxLayout(self)
        parts.fill(layout, (*top, self.open_button, None, self._undo, self._resume, self._pause, self._close), space=8)

    def _wire(self) -> None:
        self.open_button.clicked.connect(lambda: self._actions.open(self._number, self.clerk))
        self._resume.clicked.connect(lambda: self._actions.resume(self._number))
        self._pause.clicked.connect(lambda: self._actions.pause(self._number))
        self._close.clicked.connect(lambda: self._actions.close(self._number))
        self._undo.clicked.connect(lambda: self._actions.undo(self._number))

    @property
    def clerk(self) -> str:
        """The code of the clerk who would sit down; empty when nobody is free."""
        return str(self._clerks.currentData() or "")

    def show_counter(self, number: int) -> None:
        """Which counter this page is about."""
        self._number = number
        self._clerks.clear()

    def first(self) -> QWidget:
        order = (self._clerks, self._resume, self._pause, self._undo)
        return next((b for b in order if not b.isHidden()), self)

    def refresh(self) -> None:
        view = self._actions.view
        work = next((w for w in view.counters if w.number == self._number), None) if view else None
        if view is None or work is None:
            return
        self.title = words.counter_name(self._number, view.config)
        contact = next((c for c in view.contacts if c.counter == self._number and c.state in AT_COUNTER), None)
        self._tell(view, work, contact)
        self._offer(view, work, contact)

    def _tell(self, view: HallView, work: CounterWork, contact: Contact | None) -> None:
        clerk = view.config.clerk_by_code.get(work.clerk or "")
        kind = words.counter_kind(view.config.counter_by_number[work.number])
        facts = [kind[:1].upper() + kind[1:]]
        if clerk:
            facts.append(filled(self.tr("Medewerker: %1"), clerk.name))
        if contact:
            facts.append(words.subject(contact.products, contact.contact_type, view.config))
            facts.append(contact.why)
        self._facts.setText("\n".join(fact for fact in facts if fact))
        free = words.counter_state(work.state)
        helping = self.tr("geroepen: %1") if contact and contact.started_at is None else self.tr("helpt %1")
        text = filled(helping, words.ticket(contact.label)) if contact else free
        self._state.setText(text[:1].upper() + text[1:])

    def _offer(self, view: HallView, work: CounterWork, contact: Contact | None) -> None:
        closed = work.state is CounterState.CLOSED
        self._fill_clerks(view)
        somebody = self._clerks.count() > 0
        nobody = self.tr("Alle medewerkers zitten al aan een balie.")
        self._clerk_word.setText(self.tr("Wie gaat er zitten?") if somebody else nobody)
        self._clerk_word.setVisible(closed)
        for widget in (self._clerks, self.open_button):
            widget.setVisible(closed and somebody)
        self._resume.setVisible(work.state is CounterState.PAUSED)
        self._pause.setVisible(work.state is CounterState.OPEN)
        self._close.setVisible(not closed and contact is None)
        step = words.step(view.undoable.get(self._number, ""))
        self._undo.setVisible(bool(step))
        parts.rename(self._undo, filled(self.tr("Ongedaan maken: %1"), step))

    def _fill_clerks(self, view: HallView) -> None:
        seated = {w.clerk for w in view.counters if w.state is not CounterState.CLOSED}
        free = [(clerk.name, clerk.code) for clerk in view.config.clerks if clerk.code not in seated]
        if [(self._clerks.itemText(i), self._clerks.itemData(i)) for i in range(self._clerks.count())] != free:
            self._clerks.clear()
            for name, code in free:
                self._clerks.addItem(name, code)
