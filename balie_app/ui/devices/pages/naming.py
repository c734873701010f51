"""What is it called? Printers above all: the hall knows them by name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from balie_app.devices.draft import Draft
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.step import Around, Step
from balie_app.ui.setup.parts import label
from balie_app.ui.words import filled

LONGEST_NAME = 60


class NamePage(Step):
    """A name that no other device here has."""

    def __init__(self) -> None:
        super().__init__()
        self._taken: frozenset[str] = frozenset()
        self.title.setText(self.tr("Hoe heet het apparaat?"))
        self.caption = label("heading", self.tr("Naam"))
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setMaximumWidth(460)
        look.role(self.field, "big")
        look.name(self.field, self.caption.text())
        self.hint = label("small", "", wrap=True)
        for part in (self.caption, self.field, self.hint):
            self.body.addWidget(part)
        self.body.addStretch()
        self.field.textChanged.connect(lambda _: self._typed())
        self.field.returnPressed.connect(self.entered)

    def open(self, draft: Draft, around: Around) -> None:
        """Suggest a name that says where it is."""
        self._taken = frozenset(str(table.get("name", "")) for table in around.others)
        printer = self.tr("De hal kent de printer onder deze naam. De ontvangst ziet de naam als er iets mis is.")
        self.lead.setText(
            printer if draft.kind == "printer" else self.tr("De ontvangst ziet deze naam als er iets mis is.")
        )
        self.field.setText(draft.name or self._free(suggested(draft, around.config)))
        self.field.selectAll()

    def _free(self, name: str) -> str:
        names = (name, *(f"{name} {number}" for number in range(2, 100)))
        return next((each for each in names if each not in self._taken), "")

    def _typed(self) -> None:
        taken = filled(self.tr("‘%1’ is er al. Kies een andere naam."), self.name)
        self.hint.setText(taken if self.name in self._taken else self.tr("Zoals: bonprinter bij de ingang."))
        self.changed.emit()

    @property
    def name(self) -> str:
        """The name without spaces around it."""
        return " ".join(self.field.text().split())

    def complete(self) -> bool:
        """A name of its own."""
        return bool(self.name) and self.name not in self._taken

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def filled(self, draft: Draft) -> Draft:
        """The draft with this name."""
        return replace(draft, name=self.name)


def suggested(draft: Draft, config: HallConfig | None) -> str:
    """A name from what is known."""
    if draft.kind != "display":
        return words.kind_name(draft.kind).lower()
    numbers = sorted(draft.counters)
    if len(numbers) == 1:
        return f"display {words.counter(numbers[0], config).lower()}"
    return "displays"
