"""Everything about one contact at a glance: subject, time, people, note, why it was called, what to bring."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from balie_app.queue.rules.visit import Contact
from balie_app.ui import look
from balie_app.ui.counter import words
from balie_app.ui.counter.parts import OUTDENT, SMALL_LINK, LateChip, Line, label
from balie_app.ui.counter.situation import Situation, lateness


class Facts(QWidget):
    """The facts of a visit; the same for who is here and for who comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = label(role="heading", parent=self)
        self.chip = LateChip(self)
        self.moment = Line("clock", parent=self)
        self.people = Line("person", parent=self)
        self.tongue = Line("language", parent=self)
        self.needs = Line("wheelchair", parent=self)
        self.more_needs = Line("wheelchair", parent=self)
        self.note = _Note(self)
        self.why = _Why(self)
        self.bring = _Bring(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        column = QVBoxLayout()
        column.setContentsMargins(OUTDENT, 0, OUTDENT, 0)
        column.setSpacing(6)
        column.addWidget(self.subject)
        column.addWidget(self.moment)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        who = QHBoxLayout()
        who.setSpacing(16)
        who.addWidget(self.people)
        who.addWidget(self.tongue)
        who.addWidget(self.needs)
        who.addStretch(1)
        column.addLayout(who)
        for part in (self.more_needs, self.note, self.bring):
            column.addWidget(part)
        whole.addLayout(column)
        whole.addWidget(self.why)

    def show_contact(self, contact: Contact | None, here: Situation, now: datetime) -> None:
        """Fill in; everything is hidden when nobody is meant."""
        self.setVisible(contact is not None)
        if contact is None:
            return
        visit = here.visit(contact)
        self.subject.setText(words.subject(contact, here.config))
        self.note.show_text(contact.note)
        self.why.show_text(contact.why if contact is here.current else "")
        self.bring.show_items(words.bring(contact, here.config) if contact is here.current else [])
        self.people.show_text(words.people(visit.party) if visit else "")
        self.tongue.show_text(words.language(visit.language) if visit else "")
        needs = ", ".join(words.need(code) for code in visit.needs) if visit else ""
        short = len(needs) <= len("rolstoel")  # what fits beside the language
        self.needs.show_text(needs if short else "")
        self.more_needs.show_text("" if short else needs)
        self.show_time(contact, here, now)

    def show_time(self, contact: Contact, here: Situation, now: datetime) -> None:
        """What moves with the clock."""
        visit = here.visit(contact)
        level, late = lateness(contact, visit, now, here.config.norm_minutes("appointment", 5))
        self.chip.show_late(level, words.late(level, late))
        text = words.moment_of(contact, visit, now, here.config)
        self.moment.show_text(words.capital(text))


class _Note(QFrame):
    """The note that travels with a transfer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        look.role(self, "card")
        self.line = Line("note", parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.line)

    def show_text(self, text: str) -> None:
        """Show the note, if there is one."""
        self.setVisible(bool(text))
        self.line.show_text(text)
        look.name(self, self.tr("Notitie: %1").replace("%1", text) if text else "")


class _Why(QWidget):
    """ "Waarom deze?": one key opens the sentence, which the visitor may read too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QPushButton(self.tr("&Waarom deze?"), self)
        self.button.setCheckable(True)
        self.button.setStyleSheet(SMALL_LINK)
        look.role(self.button, "quiet")
        look.name(self.button, self.tr("Waarom deze?"))
        self.sentence = label(role="muted", parent=self)
        self.sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.sentence.setContentsMargins(OUTDENT, 0, OUTDENT, 0)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.sentence)
        self.button.toggled.connect(self.sentence.setVisible)

    def show_text(self, text: str) -> None:
        """The reason of this call."""
        self.setVisible(bool(text))
        self.sentence.setText(text)
        look.name(self.button, self.tr("Waarom deze?"), text)


class _Bring(QWidget):
    """The checklist "neem mee"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = Line("check", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)

    def show_items(self, items: list[str]) -> None:
        """The things to bring; nothing when there are none."""
        self.setVisible(bool(items))
        listed = self.tr("Neem mee: %1").replace("%1", ", ".join(_small(item) for item in items)) if items else ""
        self.line.show_text(listed)


def _small(item: str) -> str:
    """A thing inside a sentence: no capital ("a photo"), unless the word is an abbreviation."""
    return item if item[1:2].isupper() else item[:1].lower() + item[1:]
