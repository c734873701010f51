"""The four pages of the assistant, one question each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from balie_app.queue.rules.hall import HallConfig
from balie_app.ui import look
from balie_app.ui.setup.parts import card, label, picture
from balie_app.ui.setup.pictures import HallPicture

LANGUAGES = {"nl": "Nederlands", "en": "English"}
KINDS = ("one-desk", "three-counters", "haarlem")
LONGEST_NAME = 60


class Page(QWidget):
    """A title, a line of explanation, and the question."""

    changed = Signal()
    """What was chosen or filled in is different now."""
    entered = Signal()
    """The user is done here (Enter, double click)."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("title", wrap=True)
        self.lead = label("muted", wrap=True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.body.addWidget(self.title)
        self.body.addWidget(self.lead)
        self.body.addSpacing(20)

    def complete(self) -> bool:
        """Whether the user can go on."""
        return True

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self

    def retranslate(self) -> None:
        """Put the texts in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language at once."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class WelcomePage(Page):
    """Good morning, and in which language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.question = label("heading")
        self.body.addWidget(self.question)
        self.body.addSpacing(4)
        self.group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for code, name in LANGUAGES.items():
            choice = QPushButton(name)
            look.role(choice, "choice")
            choice.setCheckable(True)
            choice.setChecked(code == language)
            choice.setProperty("code", code)
            choice.setMinimumWidth(160)
            self.group.addButton(choice)
            row.addWidget(choice)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addSpacing(36)
        self.facts = [label("body", wrap=True) for _ in range(3)]
        for icon, fact in zip(("ticket", "reception", "call"), self.facts, strict=True):
            line = QHBoxLayout()
            line.setSpacing(14)
            line.addWidget(picture(icon, 28))
            line.addWidget(fact, 1)
            self.body.addLayout(line)
            self.body.addSpacing(8)
        self.body.addStretch()
        self.group.buttonClicked.connect(lambda _: self.changed.emit())
        self.retranslate()

    @property
    def language(self) -> str:
        """The language chosen."""
        checked = self.group.checkedButton()
        return str(checked.property("code")) if checked else "nl"

    def first_focus(self) -> QWidget:
        """The language chosen now."""
        return self.group.checkedButton() or self

    def retranslate(self) -> None:
        """The Dutch source texts, or their translation."""
        self.title.setText(self.tr("Goed dat u er bent"))
        self.lead.setText(
            self.tr("Balie laat bezoekers van uw gemeentehuis weten wie er aan de beurt is, en waar. In drie korte "
                    "stappen staat uw hal klaar. Alles kan later anders.")
        )  # fmt: skip
        self.question.setText(self.tr("In welke taal werkt u?"))
        facts = (
            self.tr("Een bezoeker neemt een nummer, of meldt zich met een afspraak."),
            self.tr("De ontvangst ziet wie er wacht, hoe lang, en wie er te laat dreigt te worden geholpen."),
            self.tr("Aan de balie roept u met één toets de volgende bezoeker op."),
        )
        for made, text in zip(self.facts, facts, strict=True):
            made.setText(text)


class NamePage(Page):
    """Which municipality."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = label("heading")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setMaximumWidth(460)
        look.role(self.field, "big")
        self.caption.setBuddy(self.field)
        self.hint = label("small", wrap=True)
        for part in (self.caption, self.field, self.hint):
            self.body.addWidget(part)
        self.body.addSpacing(28)
        self.body.addWidget(self._ticket(), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.entered)
        self.retranslate()

    def _ticket(self) -> QWidget:
        """What the name looks like on a ticket, while it is typed."""
        column = QVBoxLayout()
        column.setSpacing(2)
        self.on_ticket, self.below = label("strong"), label("small", wrap=True)
        for part in (self.on_ticket, label("number", "A 012"), self.below):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        frame = card(column, margin=24)
        frame.setFixedWidth(280)
        return frame

    def _typed(self) -> None:
        self.on_ticket.setText(self.tr("Gemeente %1").replace("%1", self.municipality or "…"))
        self.changed.emit()

    @property
    def municipality(self) -> str:
        """The name without spaces around it."""
        return " ".join(self.field.text().split())

    def complete(self) -> bool:
        """A name is needed."""
        return bool(self.municipality)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def retranslate(self) -> None:
        """The Dutch source texts, or their translation."""
        self.title.setText(self.tr("Hoe heet uw gemeente?"))
        self.lead.setText(self.tr("De naam staat op het nummer, op het wachtscherm en op de aanmeldzuil."))
        self.caption.setText(self.tr("Naam van de gemeente"))
        self.field.setPlaceholderText(self.tr("bijvoorbeeld Waterrijk"))
        self.hint.setText(self.tr("Alleen de naam, zonder het woord gemeente ervoor."))
        look.name(self.field, self.caption.text())
        self.below.setText(self.tr("Zo staat het straks op het nummer."))
        self._typed()


class KindCard(QPushButton):
    """A kind of hall as a card to choose: a floor plan, a name, a sentence."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        look.role(self, "choice")
        self.setCheckable(True)
        self.name = label("heading", wrap=True)
        self.about = label("muted", wrap=True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 16)
        column.setSpacing(6)
        column.addWidget(HallPicture(kind))
        column.addSpacing(6)
        column.addWidget(self.name)
        column.addWidget(self.about, 1)
        for part in (self.name, self.about):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As big as what stands on it."""
        return QSize(228, 316)

    def minimumSizeHint(self) -> QSize:
        """The plan always fits."""
        return QSize(214, 316)

    def say(self, name: str, about: str) -> None:
        """The texts on the card, also for a screen reader."""
        self.name.setText(name)
        self.about.setText(about)
        look.name(self, name, about)


class KindPage(Page):
    """What kind of hall."""

    def __init__(self) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(14)
        self.cards = [KindCard(kind) for kind in KINDS]
        for each in self.cards:
            self.group.addButton(each)
            row.addWidget(each, 1)
        self.cards[0].setChecked(True)
        self.body.addLayout(row)
        self.body.addStretch()
        self.group.buttonClicked.connect(lambda _: self.changed.emit())
        self.retranslate()

    @property
    def kind(self) -> str:
        """The kind chosen, as ``queue.config.templates`` calls it."""
        return next(each.kind for each in self.cards if each.isChecked())

    def first_focus(self) -> QWidget:
        """The card chosen now."""
        return self.group.checkedButton() or self

    def retranslate(self) -> None:
        """The Dutch source texts, or their translation."""
        self.title.setText(self.tr("Wat voor hal hebt u?"))
        self.lead.setText(self.tr("Kies wat het meest lijkt. Balies en ruimten past u later aan."))
        one, three, ten = self.cards
        one.say(self.tr("Eén balie"), self.tr("Ontvangen en helpen doet u op dezelfde plek, in één venster."))
        three.say(
            self.tr("Drie balies"),
            self.tr("Een ontvangst, een balie om te staan en twee met een deur."),
        )
        ten.say(
            self.tr("Tien plekken"),
            self.tr("Zoals in Haarlem: vier sta-balies, drie gesloten balies, twee kamers en een groepskamer."),
        )


class SummaryPage(Page):
    """What will be made, before it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(32)
        self.grid.setVerticalSpacing(12)
        self.grid.setColumnStretch(1, 1)
        self.captions = [label("muted") for _ in range(5)]
        self.values = [label("strong", wrap=True) for _ in range(5)]
        for row, (caption, value) in enumerate(zip(self.captions, self.values, strict=True)):
            self.grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(value, row, 1)
        self.body.addWidget(card(self.grid, margin=24))
        self.trouble = label("banner_trouble", wrap=True)
        self.trouble.hide()
        self.body.addSpacing(4)
        self.body.addWidget(self.trouble)
        self.body.addStretch()
        self.retranslate()

    def show_config(self, config: HallConfig, kind: str, where: str) -> None:
        """What this configuration comes down to."""
        languages = self.tr("Bezoekers kiezen uit %1 talen").replace("%1", str(len(config.languages)))
        texts = (
            config.municipality,
            f"{kind} ({len(config.counters)})" if len(config.counters) > 1 else kind,
            self.tr("%1 producten met uitleg, om zo te gebruiken").replace("%1", str(len(config.products))),
            languages,
            where,
        )
        for value, text in zip(self.values, texts, strict=True):
            value.setText(text)
        self.trouble.hide()

    def show_trouble(self, text: str) -> None:
        """Why it could not be made."""
        self.trouble.setText(text)
        self.trouble.show()

    def retranslate(self) -> None:
        """The Dutch source texts, or their translation."""
        self.title.setText(self.tr("Zo wordt uw hal"))
        self.lead.setText(self.tr("Klopt dit? Dan maakt Balie de hal op deze computer."))
        captions = (
            self.tr("Gemeente"), self.tr("Hal"), self.tr("Producten"), self.tr("Talen"), self.tr("Bestand"),
        )  # fmt: skip
        for made, text in zip(self.captions, captions, strict=True):
            made.setText(text)
