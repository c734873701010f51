"""Slips about papers: proof of what was handed in, or what is still missing, from the checklist of the product."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from balie_app.queue.commands import Command, PrintSlip
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.rules.visit import Contact
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice, Choices
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate


class PapersPanel(Panel):
    """The checklist: space marks a paper, Enter prints. The contact may be over already."""

    def __init__(
        self, here: Situation, contact: Contact, printer: str, kind: SlipKind, parent: QWidget | None = None
    ) -> None:
        title = translate("Panel", "Papieren van %1").replace("%1", shown(contact.label))
        super().__init__(title, translate("Panel", "Strook printen"), here, parent)
        self.contact, self.printer, self.kind = contact, printer, kind
        self.things = tuple(words.bring(contact, here.config))
        self.marked: set[str] = set(self.things) if len(self.things) == 1 else set()
        modes: dict[str, tuple[str, str]] = {
            SlipKind.PAPERS_IN: (self.tr("Ingenomen"), "Ctrl+1"),
            SlipKind.PAPERS_MISSING: (self.tr("Ontbreekt"), "Ctrl+2"),
        }
        self.modes = self.one_of(modes, lambda name: self._choose(SlipKind(name)))
        self.list = Choices(self.tr("Papieren van de checklist"), self)
        self.list.setVisible(bool(self.things))
        self.list.clicked.connect(self.mark)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.mark)
        self.column.addWidget(self.list, 1)
        self.other = self.field(self.tr("Ander document (mag leeg)"), self.tr("bijvoorbeeld: huurcontract"))
        self.note = self.field(self.tr("Opmerking op de strook (mag leeg)"), self.tr("geen naam, geen nummer"))
        if not self.things:
            self.column.addStretch(1)
        self.finish_layout()
        self._choose(kind)

    def _choose(self, kind: SlipKind) -> None:
        self.kind = kind
        self.modes[kind].setChecked(True)
        self._show()

    def mark(self) -> None:
        """Mark the chosen paper, or take the mark away."""
        if self.list.chosen:
            self.marked ^= {self.list.chosen}
            self._show()

    def _show(self) -> None:
        word = self.tr("ingenomen") if self.kind is SlipKind.PAPERS_IN else self.tr("ontbreekt")
        self.list.morph(Choice(each, each, tail=word if each in self.marked else "") for each in self.things)
        self.explain(self.tr("Kies met pijltjes en spatie.") if self.things else "")

    def command(self) -> Command | None:
        typed = self.other.text().strip()
        things = (*(each for each in self.things if each in self.marked), *((typed,) if typed else ()))
        if not things:
            self.said.emit(self.tr("Kies eerst welke papieren op de strook komen."))
            return None
        return PrintSlip(
            kind=self.kind,
            printer=self.printer,
            label=self.contact.label,
            products=self.contact.products,
            things=things,
            note=self.note.text().strip(),
            counter=self.here.counter.number,
        )

    def first_focus(self) -> QWidget:
        return self.list if self.things else self.other
