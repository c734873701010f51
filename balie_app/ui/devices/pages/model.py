"""Which model, and how fast its line is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from balie_app.devices.draft import Draft, Model, models
from balie_app.devices.ports import network
from balie_app.devices.suggest import Suggestion
from balie_app.ui import look
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.step import Around, ChoiceList, Step
from balie_app.ui.setup.parts import label
from balie_app.ui.words import filled

SPEEDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)


class ModelPage(Step):
    """The models of one kind, the likeliest first."""

    def __init__(self) -> None:
        super().__init__()
        self.likely: tuple[Suggestion, ...] = ()
        self.list = ChoiceList(self.tr("Modellen"))
        self.caption = label("strong", self.tr("Snelheid van de lijn"))
        self.speed = QComboBox()
        look.name(self.speed, self.caption.text())
        self.speed.addItem(self.tr("Gewone snelheid van dit model"), None)
        for speed in SPEEDS:
            self.speed.addItem(str(speed), speed)
        self.body.addWidget(self.list, 1)
        self.body.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.caption)
        row.addWidget(self.speed)
        row.addStretch()
        self.body.addLayout(row)
        self.list.currentRowChanged.connect(lambda _: self.changed.emit())
        self.list.itemActivated.connect(lambda _: self.entered.emit())

    def open(self, draft: Draft, around: Around) -> None:
        """The models of the draft's kind."""
        self.title.setText(filled(self.tr("Welk model is de %1?"), words.kind_name(draft.kind).lower()))
        if draft.kind in {"display", "printer"}:
            self.title.setText(filled(self.tr("Welk model %1 is het?"), words.kind_name(draft.kind).lower()))
        self.lead.setText(self.tr("Staat uw model er niet bij? Kies wat erop lijkt en probeer het."))
        self._fill(models(draft.kind, around.folder), draft)
        at = self.speed.findData(draft.baud)
        if at < 0:
            self.speed.addItem(str(draft.baud), draft.baud)
            at = self.speed.count() - 1
        self.speed.setCurrentIndex(at)
        for part in (self.caption, self.speed):
            part.setVisible(not network(draft.port))
        self.changed.emit()

    def _fill(self, found: tuple[Model, ...], draft: Draft) -> None:
        best = [each.driver for each in self.likely if each.kind == draft.kind]
        rank = {name: at for at, name in enumerate(best)}
        self.list.clear()
        for at, model in enumerate(sorted(found, key=lambda each: rank.get(each.name, len(rank)))):
            title = filled(self.tr("%1  ·  voorgesteld"), model.title) if model.name in rank else model.title
            self.list.put(at, model.name, title)
        self.list.choose(draft.model or (best[0] if best else ""))
        if not self.list.chosen:
            self.list.setCurrentRow(0)

    def complete(self) -> bool:
        """One is chosen."""
        return bool(self.list.chosen)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def filled(self, draft: Draft) -> Draft:
        """The draft as this model; another model has other buttons and addresses."""
        chosen = replace(draft, model=self.list.chosen, baud=self.speed.currentData())
        return chosen if draft.model in {"", chosen.model} else replace(chosen, buttons={}, counters={})
