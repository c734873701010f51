"""What does each button give a number for? A press on the device finds its row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from balie_app.devices.config_model import Wish
from balie_app.devices.draft import Draft, buttons_of, template_of, to_try
from balie_app.devices.driver import Event
from balie_app.devices.states import advice
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.counter.notice import announce
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.paper import PaperChoice
from balie_app.ui.devices.pages.step import TWO_LINES, Around, ChoiceList, Step
from balie_app.ui.devices.tester import Tester
from balie_app.ui.devicewords import said
from balie_app.ui.setup.parts import label
from balie_app.ui.words import filled
from balie_app.ui.words import label as own_words

NOTHING = ""


def wishes(config: HallConfig) -> list[tuple[Wish, str, str]]:
    """What a button can stand for: the wish, its name, and other words to find it by."""
    kind = QCoreApplication.translate("DispenserPage", "Soort contact: %1")
    kinds = [(Wish(each.code), filled(kind, own_words(each.labels) or each.code), "") for each in config.contact_types]
    products = [
        (Wish(None, (each.slug,)), own_words(each.labels) or each.slug, " ".join(_all(each.synonyms.values())))
        for each in config.products
    ]
    return kinds + sorted(products, key=lambda each: each[1].casefold())


def _all(lists: Iterable[tuple[str, ...]]) -> list[str]:
    return [word for words_ in lists for word in words_]


class DispenserPage(Step):
    """Buttons at the left, what they can be for at the right."""

    def __init__(self, tester: Tester) -> None:
        super().__init__()
        self.tester = tester
        self.config: HallConfig | None = None
        self.chosen: dict[str, Wish] = {}
        self._wishes: dict[str, Wish] = {}
        self.title.setText(self.tr("Waarvoor is elke knop?"))
        self.lead.setText(self.tr("Druk op een knop van de nummerautomaat: Balie kiest dan de regel van die knop."))
        self.buttons = ChoiceList(self.tr("Knoppen"), TWO_LINES)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Zoek een product of soort contact"))
        look.name(self.search, self.search.placeholderText())
        self.wishes = ChoiceList(self.tr("Waarvoor deze knop is"))
        self.heard = label("small", "", wrap=True)
        self.paper = PaperChoice()
        self._lay_out()
        self.buttons.currentRowChanged.connect(lambda _: self._show_choice())
        self.search.textChanged.connect(lambda _: self._fill_wishes())
        self.search.returnPressed.connect(lambda: self._take(self.wishes.chosen or self._first()))
        self.wishes.itemClicked.connect(lambda _: self._take(self.wishes.chosen))
        self.wishes.itemActivated.connect(lambda _: self._take(self.wishes.chosen))
        self.tester.heard.connect(self._pressed)
        self.tester.changed.connect(self._tell)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.search)
        right.addWidget(self.wishes, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.buttons, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid, 1)
        self.body.addWidget(self.heard)
        self.body.addWidget(self.paper)

    def open(self, draft: Draft, around: Around) -> None:
        """The buttons of this model, and a line that listens to them."""
        self.config, self.chosen = around.config, dict(draft.buttons)
        self._wishes = {}
        if self.config is not None:
            self._wishes = {name: wish for wish, name, _ in wishes(self.config)}
        self.paper.open(draft, around)
        self.buttons.clear()
        try:
            template = template_of(draft.model, around.folder)
            config = to_try(draft, around.folder)
        except ConfigMistakes as error:
            self.heard.setText(str(error))
        else:
            for at, button in enumerate(buttons_of(template) if template is not None else ()):
                self.buttons.put(at, button, self._text(button))
            self.buttons.setCurrentRow(0)
            self.tester.try_line(config)
        self._fill_wishes()
        self.changed.emit()

    def _text(self, button: str) -> str:
        wish = self.chosen.get(button)
        meant = words.wish(wish, self.config) if wish else self.tr("niet gebruikt")
        return "\n".join([filled(self.tr("Knop %1"), button), meant])

    def _fill_wishes(self) -> None:
        """What fits what was typed; the first choice is that the button is not used."""
        asked = self.search.text().casefold().split()
        self.wishes.clear()
        if self.config is None:
            self.wishes.put(0, NOTHING, self.tr("De hal is nu niet bereikbaar."), enabled=False)
            return
        self.wishes.put(0, NOTHING, self.tr("Niet gebruikt"))
        for _, name, more in wishes(self.config):
            if all(word in f"{name} {more}".casefold() for word in asked):
                self.wishes.put(self.wishes.count(), name, name)
        self._show_choice()

    def _first(self) -> str:
        return next((key for key in self.wishes.keys if key), NOTHING)

    def _show_choice(self) -> None:
        """Mark what the current button is for."""
        wish = self.chosen.get(self.buttons.chosen)
        name = next((name for name, each in self._wishes.items() if each == wish), NOTHING)
        self.wishes.choose(name)

    def _take(self, name: str) -> None:
        """The current button is for this."""
        button = self.buttons.chosen
        if not button or self.config is None:
            return
        if name in self._wishes:
            self.chosen[button] = self._wishes[name]
        else:
            self.chosen.pop(button, None)
        self.buttons.item(self.buttons.currentRow()).setText(self._text(button))
        self.search.clear()
        self._show_choice()
        self.changed.emit()

    def _pressed(self, event: Event) -> None:
        if event.kind == "press" and self.isVisible():
            self.buttons.choose(str(event.facts["button"]))
            self.heard.setText(filled(self.tr("Knop %1 is ingedrukt."), str(event.facts["button"])))
            announce(self, self.heard.text())

    def _tell(self) -> None:
        if self.isVisible():
            self.heard.setText(said(advice(self.tester.health.cause or "")))

    def complete(self) -> bool:
        """At least one button is for something."""
        return bool(self.chosen)

    def first_focus(self) -> QWidget:
        """The buttons."""
        return self.buttons

    def filled(self, draft: Draft) -> Draft:
        """The draft with these buttons, in the device's order."""
        ordered = {button: self.chosen[button] for button in self.buttons.keys if button in self.chosen}
        return replace(draft, buttons=ordered, printer=self.paper.printer, roll=self.paper.roll)
