"""What is it? Four cards, with what is likely said above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from balie_app.devices.config_model import KINDS
from balie_app.devices.draft import Draft
from balie_app.devices.ports import Found
from balie_app.devices.suggest import Suggestion, suggestions
from balie_app.ui import look
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.step import Around, Step
from balie_app.ui.devicewords import said
from balie_app.ui.setup.parts import label, picture
from balie_app.ui.words import filled

HIGH = 104
"""Height in px of a card: room for two lines of explanation."""


class KindCard(QPushButton):
    """A kind of device to choose."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.role(self, "choice")
        look.name(self, words.kind_name(kind), words.kind_about(kind))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        about = label("muted", words.kind_about(kind), wrap=True)
        about.setAlignment(Qt.AlignmentFlag.AlignTop)
        name, sign = label("heading", words.kind_name(kind)), picture(words.ICONS[kind], 32)
        texts.addWidget(name)
        texts.addWidget(about, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 16, 18, 14)
        grid.setHorizontalSpacing(14)
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(texts, 0, 1)
        grid.setColumnStretch(1, 1)
        for part in (about, name, sign):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class KindPage(Step):
    """Printer, display, dispenser or scanner."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None
        self.title.setText(self.tr("Wat voor apparaat is het?"))
        self.why = label("body", "", wrap=True)
        self.body.addWidget(self.why)
        self.body.addSpacing(8)
        self.group = QButtonGroup(self)
        self.cards = {kind: KindCard(kind) for kind in KINDS}
        grid = QGridLayout()
        grid.setSpacing(14)
        for at, card in enumerate(self.cards.values()):
            self.group.addButton(card)
            grid.addWidget(card, at // 2, at % 2)
            grid.setRowMinimumHeight(at // 2, HIGH)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.group.buttonClicked.connect(lambda _: self.changed.emit())

    def open(self, draft: Draft, around: Around) -> None:
        """What is likely on this port is chosen already."""
        del around
        likely = self.likely()
        kind = draft.kind or (likely[0].kind if likely else "")
        if kind in self.cards:
            self.cards[kind].setChecked(True)
        named = next((each for each in likely if each.kind == kind), None)
        known = self.found is not None and bool(self.found.vid)
        surely, maybe = self.tr("Waarschijnlijk: %1, want %2."), self.tr("Misschien: %1, want %2.")
        self.lead.setText(self.tr("Kies welk apparaat aan de kabel zit."))
        self.why.clear()
        if known and named is not None:
            told = surely if named is likely[0] else maybe
            self.why.setText(filled(told, words.kind_name(kind).lower(), said(named.why)))
        self.why.setVisible(bool(self.why.text()))
        self.changed.emit()

    def likely(self) -> tuple[Suggestion, ...]:
        """What may be on the port that was chosen."""
        return suggestions(self.found) if self.found is not None else ()

    @property
    def kind(self) -> str:
        """The kind chosen; "" when none is."""
        return next((kind for kind, card in self.cards.items() if card.isChecked()), "")

    def complete(self) -> bool:
        """One is chosen."""
        return bool(self.kind)

    def first_focus(self) -> QWidget:
        """The card chosen now."""
        return self.group.checkedButton() or self.cards["printer"]

    def filled(self, draft: Draft) -> Draft:
        """Another kind is another device: what was said of the model does not count any more."""
        return draft if draft.kind == self.kind else Draft(kind=self.kind, port=draft.port, name=draft.name)
