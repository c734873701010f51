"""The full view: everybody who waits for this counter, and the story of the visit at hand."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.visit import Contact
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice, Choices
from balie_app.ui.counter.parts import label
from balie_app.ui.counter.situation import Situation, lateness
from balie_app.ui.counter.story import story


class Side(QWidget):
    """Beside the panel when it is wide."""

    ticket = Signal(str)
    """A waiting number was chosen: its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.role(self, "panel")
        self.heading = label(role="heading", parent=self)
        self.list = Choices(self.tr("Wachtenden voor deze balie"), self)
        self.list.activated.connect(lambda: self.ticket.emit(self.list.chosen))
        self.list.setToolTip(self.tr("Enter: dit nummer roepen"))
        self.empty = label(self.tr("Er wacht niemand die u kunt helpen."), "muted", self)
        self.story_heading = label(self.tr("Verloop van dit bezoek"), "heading", self)
        self.story = Choices(self.tr("Verloop van dit bezoek"), self)
        self.story.only_read()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addWidget(self.list, 3)
        column.addWidget(self.story_heading)
        column.addWidget(self.story, 2)

    def show_situation(self, here: Situation, now: datetime) -> None:
        """Morph to what is the case now."""
        count = str(len(here.waiting))
        self.heading.setText(self.tr("Wachten voor deze balie: %1").replace("%1", count))
        self.list.morph(_row(contact, here, now) for contact in here.waiting)
        self.list.setVisible(bool(here.waiting))
        self.empty.setVisible(not here.waiting)
        about = here.current or here.next
        self.story_heading.setVisible(about is not None)
        self.story.setVisible(about is not None)
        if about is not None:
            of = self.tr("Verloop van %1").replace("%1", shown(about.label))
            self.story_heading.setText(of)
            self.story.morph(_step(number, at, text, here) for number, (at, text) in enumerate(story(about, here)))


def _row(contact: Contact, here: Situation, now: datetime) -> Choice:
    level, late = lateness(contact, here.visit(contact), now, here.config.norm_minutes("appointment", 5))
    moment = words.late(level, late) or words.moment_of(contact, here.visit(contact), now, here.config).split(" · ")[0]
    told = (words.subject(contact, here.config), words.still(here.wait(contact)), contact.note)
    return Choice(contact.label, shown(contact.label), " · ".join(each for each in told if each), moment)


def _step(number: int, at: datetime, text: str, here: Situation) -> Choice:
    return Choice(str(number), f"{words.clock(at, here.config)}   {text}")
