"""How a conversation ends, or is set aside: the outcome, and parking."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from balie_app.queue.commands import Command, Finish, Park
from balie_app.queue.rules.numbering import shown
from balie_app.ui.counter.choices import Choice, Choices
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

DONE = "done"
COMES_BACK = "come-back"
MISSING = "papers-missing"
BECAUSE = (MISSING, "colleague-absent", "wrong-queue", "system-down")
"""Reasons why somebody has to come back (`hall.md` section 5)."""


class FinishPanel(Panel):
    """The outcome, with "afgehandeld" already chosen."""

    def __init__(self, here: Situation, parent: QWidget | None = None, *, prints: bool = False) -> None:
        super().__init__(translate("Panel", "Hoe is het gesprek geëindigd?"), translate("Panel", "Klaar"), here, parent)
        self.list = Choices(self.tr("Uitkomst"), self)
        papers, colleague, wrong, system = BECAUSE
        back = self.tr("moet terugkomen")
        self.list.morph(
            [
                Choice(DONE, self.tr("Afgehandeld")),
                Choice(papers, self.tr("Papieren niet compleet"), back),
                Choice(colleague, self.tr("Collega niet aanwezig"), back),
                Choice(wrong, self.tr("Verkeerde plek"), back),
                Choice(system, self.tr("Storing"), back),
            ]
        )
        self.list.doubleClicked.connect(self.decide)
        self.column.addWidget(self.list, 1)
        self.finish_layout()
        if prints:
            self.list.moved.connect(self._tell)

    def _tell(self) -> None:
        """What happens after "klaar"."""
        missing = self.list.chosen == MISSING
        self.explain(self.tr("Daarna print u wat er ontbreekt.") if missing else "")

    def command(self) -> Command | None:
        counter, chosen = self.here.counter.number, self.list.chosen
        if chosen == DONE:
            return Finish(counter=counter)
        return Finish(counter=counter, outcome=COMES_BACK, came_back_because=chosen)


class ParkPanel(Panel):
    """Set the visitor aside; a note is welcome but not needed."""

    def __init__(self, here: Situation, parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Even parkeren"), translate("Panel", "Parkeren"), here, parent)
        self.note = self.field(self.tr("Waarop wacht de bezoeker? (mag leeg)"), self.tr("bijvoorbeeld: pasfoto maken"))
        if here.current:
            text = self.tr("%1 houdt de plek in de rij. Uw balie is dan vrij. Met Ctrl+H gaat u samen verder.")
            self.explain(text.replace("%1", shown(here.current.label)))
        self.column.addStretch(1)
        self.finish_layout()

    def command(self) -> Command | None:
        return Park(counter=self.here.counter.number, note=self.note.text().strip())
