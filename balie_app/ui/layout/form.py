"""The choices at the left: logo, texts, which lines, and in which languages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from balie_app.queue.config.mistakes import Mistake
from balie_app.queue.rules.paper import Paper, PaperLanguage, TicketLine
from balie_app.ui import look, words
from balie_app.ui.layout.draft import said
from balie_app.ui.layout.logo import LogoField
from balie_app.ui.layout.parts import Field
from balie_app.ui.setup.parts import label

ROWS = 3


class Form(QWidget):
    """Every choice about paper as a control. ``changed``: the layout is another one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "scrolled")
        self.language = "nl"
        self._texts: dict[str, dict[str, str]] = {"header": {}, "footer": {}}
        self._showing = False
        self._mistakes: dict[str, Mistake] = {}
        self.logo = LogoField()
        self.header = Field(ROWS, self.tr("Elke regel hier is een regel op het papier"))
        self.footer = Field(ROWS, self.tr("Elke regel hier is een regel op het papier"))
        self.lines = {line: QCheckBox(text) for line, text in self._lines().items()}
        self.ways = QButtonGroup(self)
        self.radios = {way: QRadioButton(text) for way, text in self._ways().items()}
        self._lay_out()
        self._listen()
        self._call()

    def _lines(self) -> dict[TicketLine, str]:
        return {
            TicketLine.MUNICIPALITY: self.tr("Naam van de gemeente"),
            TicketLine.KIND: self.tr("Soort contact"),
            TicketLine.MOMENT: self.tr("Datum en tijd"),
            TicketLine.WAIT: self.tr("Verwachte wachttijd"),
            TicketLine.BEFORE: self.tr("Hoeveel mensen voor u"),
            TicketLine.PLACE: self.tr("Waar u wacht"),
            TicketLine.BRING: self.tr("Wat u klaarhoudt"),
            TicketLine.CODE: self.tr("QR-code"),
        }

    def _ways(self) -> dict[PaperLanguage, str]:
        return {
            PaperLanguage.BOTH: self.tr("De taal van de bezoeker, met de Nederlandse regel erbij"),
            PaperLanguage.VISITOR: self.tr("Alleen de taal van de bezoeker"),
            PaperLanguage.DUTCH: self.tr("Alleen Nederlands"),
        }

    def _lay_out(self) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 8, 20, 24)
        self.column.setSpacing(8)
        self._heading(self.tr("Logo"))
        self.column.addWidget(self.logo)
        self._heading(self.tr("Uw eigen tekst"))
        self.column.addWidget(self.header)
        self.column.addWidget(self.footer)
        self._heading(self.tr("Op het nummer"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for at, box in enumerate(self.lines.values()):
            grid.addWidget(box, at % 4, at // 4)
        grid.setColumnStretch(2, 1)
        self.column.addLayout(grid)
        self._heading(self.tr("Taal"))
        for way, radio in self.radios.items():
            radio.setProperty("way", way)
            self.ways.addButton(radio)
            self.column.addWidget(radio)
        self.column.addStretch()

    def _heading(self, text: str) -> None:
        self.column.addSpacing(12)
        self.column.addWidget(label("heading", text))

    def _listen(self) -> None:
        self.logo.changed.connect(self._change)
        for key, field in self._fields().items():
            field.control.textChanged.connect(lambda key=key: self._typed(key))
        for box in self.lines.values():
            box.toggled.connect(lambda _: self._change())
        self.ways.buttonClicked.connect(lambda _: self._change())

    def _fields(self) -> dict[str, Field]:
        return {"header": self.header, "footer": self.footer}

    @property
    def paper(self) -> Paper:
        """The layout as it is chosen now."""
        way = self.ways.checkedButton()
        return Paper(
            header=dict(self._texts["header"]),
            footer=dict(self._texts["footer"]),
            logo=self.logo.data,
            logo_width=self.logo.width_dots,
            logo_place=self.logo.where,
            language=PaperLanguage(way.property("way")) if way else PaperLanguage.BOTH,
            hide=tuple(line for line, box in self.lines.items() if not box.isChecked()),
        )

    def show_paper(self, paper: Paper) -> None:
        """Show these choices; nobody is told that they changed."""
        self._showing = True
        self._texts = {"header": dict(paper.header), "footer": dict(paper.footer)}
        self.logo.show_logo(paper.logo, paper.logo_width, paper.logo_place)
        for line, box in self.lines.items():
            box.setChecked(paper.shows(line))
        self.radios[paper.language].setChecked(True)
        self._show_texts()
        self._showing = False

    def speak(self, language: str) -> None:
        """Whose texts are shown and changed from now on."""
        self.language = language
        self._call()
        self._show_texts()
        self.blame(self._mistakes)

    def blame(self, mistakes: Mapping[str, Mistake]) -> None:
        """Say at each field what is wrong with it."""
        self._mistakes = dict(mistakes)
        for key, field in self._fields().items():
            field.blame(self._sentence(key))
        self.logo.blame(self._sentence("logo"))

    def first_wrong(self) -> QWidget | None:
        """The first field with a mistake."""
        wrong = [field.control for field in self._fields().values() if field.mistake.text()]
        return wrong[0] if wrong else None

    def _call(self) -> None:
        name = words.language(self.language)
        self.header.call(words.filled(self.tr("Onder de naam van de gemeente (%1)"), name))
        self.footer.call(words.filled(self.tr("Onderaan (%1)"), name))

    def _show_texts(self) -> None:
        before, self._showing = self._showing, True
        for key, field in self._fields().items():
            text = self._texts[key].get(self.language, "")
            field.control.setPlaceholderText("" if self.language == "nl" else self._texts[key].get("nl", ""))
            if field.control.toPlainText() != text:
                field.control.setPlainText(text)
        self._showing = before

    def _typed(self, key: str) -> None:
        if not self._showing:
            text = self._fields()[key].control.toPlainText()
            self._texts[key] = said(self._texts[key], self.language, text)
            self._change()

    def _change(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _sentence(self, key: str) -> str:
        """What is wrong there; a text in another language than the one that is shown is named."""
        mistake = self._mistakes.get(key)
        if mistake is None:
            return ""
        told = mistake.problem[:1].upper() + mistake.problem[1:]
        language = mistake.key.split(".")[2] if mistake.key.count(".") == 2 else self.language
        return told if language == self.language else f"{words.language(language).capitalize()}: {told}"
