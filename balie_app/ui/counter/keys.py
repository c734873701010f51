"""The buttons of the panel: always in the same place, only what is possible now is enabled, one is primary."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.parts import KeyButton, Opener
from balie_app.ui.counter.situation import PRIMARY, SLIPS, Situation, Step, why_not
from balie_app.ui.counter.steps import KEYS


class Keys(QWidget):
    """The key buttons, the menu with the rarer steps, and undo."""

    asked = Signal(object)
    """A Step."""
    ask_outcome = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary: Step | None = None
        self.buttons: dict[Step, KeyButton] = {}
        self.items: dict[Step, QAction] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(8)
        self._add(Step.OPEN, self.tr("Balie openen"), 0, 0, 2)
        self._add(Step.RESUME, self.tr("&Hervatten"), 0, 0, 2)
        self._add(Step.NEXT, self.tr("Volgende"), 0, 0, 2)
        self._add(Step.RECALL, self.tr("Opnieuw"), 1, 0)
        self._add(Step.START, self.tr("Start"), 1, 1)
        self._add_done()
        self._add(Step.NOT_THERE, self.tr("Niet verschenen"), 2, 1)
        self._add(Step.TRANSFER, self.tr("Doorverwijzen"), 3, 0)
        self.more = KeyButton(self.tr("&Meer…"), "Alt+M", self)
        self.grid.addWidget(self.more, 3, 1)
        self._add(Step.UNDO, self.tr("Ongedaan maken"), 4, 0, 2)
        self._menu()

    def _add_done(self) -> None:
        """Klaar, and right beside it the other ways a conversation can end."""
        row = QHBoxLayout()
        row.setSpacing(2)
        done = self._make(Step.DONE, self.tr("Klaar"))
        other = Opener(self)
        other.clicked.connect(lambda: self.asked.emit(Step.OUTCOME))
        look.name(other, self.tr("Klaar met een andere uitkomst"), "Shift F11")
        row.addWidget(done)
        row.addWidget(other)
        self.other_end = other
        self.grid.addLayout(row, 2, 0)

    def _add(self, step: Step, text: str, row: int, column: int, span: int = 1) -> None:
        self.grid.addWidget(self._make(step, text), row, column, 1, span)

    def _make(self, step: Step, text: str) -> KeyButton:
        button = KeyButton(text, KEYS.get(step, ""), self)
        button.clicked.connect(lambda: self.asked.emit(step))
        self.buttons[step] = button
        return button

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        rows = {
            Step.PARK: (self.tr("&Even parkeren…"), "pause"),
            Step.UNPARK: (self.tr("Verder &gaan met geparkeerde bezoeker…"), "play"),
            Step.PRODUCE: (self.tr("In de &maak"), "settings"),
            Step.READY: (self.tr("&Gereed: opnieuw laten roepen…"), "check"),
            Step.SECOND: (self.tr("&Tweede vraag erbij…"), "add"),
            Step.TICKET: (self.tr("Een bepaald nummer &kiezen…"), "ticket"),
            Step.PAPERS: (self.tr("&Papieren: ingenomen of ontbreekt…"), "document"),
            Step.REFER: (self.tr("Ver&wijsstrook printen…"), "print"),
            Step.PAY: (self.tr("&Betalen…"), "money"),
            Step.RECEIPTS: (self.tr("B&onnen: kopie, terug, innen…"), "print"),
            Step.TILL: (self.tr("Ka&s van vandaag…"), "money"),
        }
        for step, (text, icon) in rows.items():
            action = menu.addAction(look.icon(icon), f"{text}\t{KEYS[step]}")
            action.triggered.connect(lambda _checked=False, step=step: self.asked.emit(step))
            self.items[step] = action
        menu.addSeparator()
        self.outcome_wish = menu.addAction(self.tr("Bij klaar de &uitkomst vragen"))
        self.outcome_wish.setCheckable(True)
        self.outcome_wish.toggled.connect(self.ask_outcome)
        self.more.clicked.connect(lambda: menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.menu = menu

    def set_tight(self, tight: bool) -> None:
        """Lower buttons, for a low window."""
        for button in (*self.buttons.values(), self.other_end, self.more):
            button.set_tight(tight)
        self.grid.setVerticalSpacing(4 if tight else 7)

    def show_situation(self, here: Situation, pending: bool, last: str, prints: bool) -> None:
        """Enable what is possible, name the next step; ``last`` is the label that undo would be about.

        ``prints``: whether this station has a printer; without one slips are not offered.
        """
        phase = here.phase
        self.primary = PRIMARY[phase]
        top = PRIMARY[phase] if phase in {"closed", "paused"} else Step.NEXT
        for step in (Step.OPEN, Step.RESUME, Step.NEXT):
            self.buttons[step].setVisible(step is top)
        for step, button in self.buttons.items():
            reason = why_not(here, step)
            button.setEnabled(reason is None and not pending)
            button.setToolTip(words.no(reason, here) if reason else self._tip(step, here))
            button.set_rank("primary" if step is self.primary else "secondary")
        reason = why_not(here, Step.OUTCOME)
        self.other_end.setEnabled(reason is None and not pending)
        self.other_end.setToolTip(words.no(reason, here) if reason else self.tr("Andere uitkomst (Shift+F11)"))
        self.buttons[Step.UNDO].set_word(words.undo(here.undo, last))
        for step, action in self.items.items():
            reason = why_not(here, step)
            action.setEnabled(reason is None and not pending)
            action.setToolTip(words.no(reason, here) if reason else "")
            action.setVisible(prints or step not in SLIPS)

    def _tip(self, step: Step, here: Situation) -> str:
        return words.not_there(here.current, here.config) if step is Step.NOT_THERE and here.current else ""
