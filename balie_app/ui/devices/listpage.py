"""The first page: which devices this computer has, how each is, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from balie_app.devices.config_model import KINDS
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.views import HallView
from balie_app.ui import look
from balie_app.ui.counter.notice import announce
from balie_app.ui.devices import words
from balie_app.ui.devices.signs import sign
from balie_app.ui.devices.station import Now, StationFile, running, state_now
from balie_app.ui.devicewords import said
from balie_app.ui.setup.parts import button, clear, label, picture
from balie_app.ui.words import clock, filled

SIGN = 22


class DeviceCard(QFrame):
    """One device: what it is, how it is, and three things to do."""

    asked = Signal(str, str)
    """What is wanted (edit, watch, drop) with the device of this name."""
    grown = Signal()
    """The question whether it is to go was put below the rest."""

    def __init__(self, name: str, kind: str, facts: str) -> None:
        super().__init__()
        self.name = name
        look.role(self, "card")
        self.sign = QLabel()
        self.state, self.advice = label("strong"), label("body", wrap=True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self._question = self._make_question()
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.addWidget(picture(words.ICONS.get(kind, "help"), 28), 0, 0)
        grid.addWidget(label("heading", name, wrap=True), 0, 1)
        grid.addLayout(self._buttons(kind), 0, 2)
        grid.addWidget(label("muted", facts, wrap=True), 1, 1, 1, 2)
        grid.addLayout(self._state_row(), 2, 1, 1, 2)
        grid.addWidget(self._question, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def _state_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.advice, 1)
        return row

    def _buttons(self, kind: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        texts = {
            "edit": (self.tr("Wijzigen"), self.tr("%1 wijzigen"), "settings"),
            "watch": (self.tr("Meekijken"), self.tr("Meekijken met %1"), "search"),
            "drop": (self.tr("Verwijderen"), self.tr("%1 verwijderen"), "cross"),
        }
        for what, (text, spoken, icon) in texts.items():
            if what == "edit" and kind not in KINDS:
                continue
            made = button("quiet", text, icon)
            look.name(made, filled(spoken, self.name))
            made.clicked.connect(lambda _on=False, what=what: self._pressed(what))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _make_question(self) -> QWidget:
        """Is it to go? Asked here, not in a box of its own."""
        question = label("strong", filled(self.tr("‘%1’ verwijderen?"), self.name), wrap=True)
        self.yes, self.no = button("danger", self.tr("Verwijderen")), button("secondary", self.tr("Niet verwijderen"))
        look.name(self.yes, filled(self.tr("Ja, %1 verwijderen"), self.name))
        look.name(self.no, filled(self.tr("%1 niet verwijderen"), self.name))
        self.yes.clicked.connect(lambda: self.asked.emit("drop", self.name))
        self.no.clicked.connect(self._keep)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 10, 0, 2)
        row.setSpacing(12)
        row.addWidget(question, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        holder.hide()
        return holder

    def _pressed(self, what: str) -> None:
        if what != "drop":
            self.asked.emit(what, self.name)
            return
        self._question.show()
        self.no.setFocus()
        QTimer.singleShot(0, self, self.grown.emit)

    def _keep(self) -> None:
        self._question.hide()
        self.setFocus()

    def tell(self, now: Now, since: str) -> None:
        """How it is now."""
        icon, colour = sign(now.state)
        self.sign.setPixmap(look.icon(icon, colour).pixmap(SIGN, SIGN))
        state = said(now.state)
        self.state.setText(filled(self.tr("%1 sinds %2"), state, since) if since else state)
        self.advice.setText(now.advice)
        look.name(self, f"{self.name}, {self.state.text()}. {now.advice}".strip())


class ListPage(QWidget):
    """All devices of this computer; calm when there are none."""

    asked = Signal(str, str)
    add = Signal()
    start = Signal()

    def __init__(self) -> None:
        super().__init__()
        look.role(self, "page")
        self.cards: dict[str, DeviceCard] = {}
        self._tables: object = None
        self._ran = False
        self._complaint = self._mistakes = ""
        self.said = label("banner_green", wrap=True)
        self.trouble = label("banner_trouble", wrap=True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        for banner in (self.said, self.trouble):
            banner.hide()
        self.add_button = button("primary", self.tr("Apparaat toevoegen"), "add")
        self.add_button.clicked.connect(self.add)
        self.hall, self.file = label("muted"), label("small", wrap=True)
        self.service = label("body", wrap=True)
        self.start_button = button("secondary", self.tr("Apparaten starten"), "play")
        self.start_button.clicked.connect(self.start)
        self._inside, self._area = QWidget(), QScrollArea()
        look.role(self._inside, "scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(label("title", self.tr("Apparaten aan deze computer"), wrap=True))
        names.addWidget(self.hall)
        head.addLayout(names, 1)
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.service, 1)
        foot.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 28, 40, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.trouble)
        column.addWidget(area, 1)
        column.addLayout(foot)
        column.addWidget(self.file)

    def tell(self, found: StationFile, view: HallView | None) -> None:
        """What the file and the hall say now. Cards stay where they are as long as the file does."""
        config = view.config if view is not None else None
        kinds = (found.tables, config)
        if kinds != self._tables:
            self._tables = kinds
            self._build(found, config)
        for at, card in enumerate(self.cards.values()):
            now = state_now(found, at, view)
            card.tell(now, _clock(now.since, config))
        self.hall.setText(config.name if config is not None else self.tr("De hal is nu niet bereikbaar."))
        self.file.setText(filled(self.tr("Bestand: %1"), str(found.file)))
        self._tell_mistakes(found)
        self._tell_service(found, view)

    def say(self, text: str) -> None:
        """Something went well."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            announce(self, text)
        self.complain("")

    def complain(self, text: str) -> None:
        """Something could not be done."""
        self._complaint = text
        if text:
            announce(self, text)
        self._show_trouble()

    def _show_trouble(self) -> None:
        self.trouble.setText("\n".join(each for each in (self._complaint, self._mistakes) if each))
        self.trouble.setVisible(bool(self.trouble.text()))

    def _tell_mistakes(self, found: StationFile) -> None:
        lead = self.tr("In station.toml klopt iets niet. Balie laat het bestand zoals het is.")
        self._mistakes = "\n".join([lead, *found.sentences()]) if found.mistakes else ""
        self._show_trouble()
        self.add_button.setEnabled(bool(found.tables) or not found.mistakes)

    def _tell_service(self, found: StationFile, view: HallView | None) -> None:
        runs = running(found, view)
        if runs and not self._ran:
            self.say("")  # they were being started
        self._ran = runs
        off = self.tr("Balie gebruikt deze apparaten nu niet.")
        on = self.tr("Balie gebruikt deze apparaten. Een wijziging geldt meteen.")
        before = self.tr("Balie gebruikt nog de vorige versie van het bestand.")
        self.service.setText((before if found.mistakes else on) if runs else off)
        self.service.setVisible(bool(found.tables) and view is not None)
        self.start_button.setVisible(not runs and bool(found.tables) and not found.mistakes and view is not None)

    def _build(self, found: StationFile, config: HallConfig | None) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                clear(old)
        self.cards = {}
        for at, table in enumerate(found.tables):
            name = str(table.get("name", "")) or filled(self.tr("Lijn %1"), str(at + 1))
            card = DeviceCard(name, str(table.get("kind", "")), words.facts(table, config))
            card.asked.connect(self.asked)
            card.grown.connect(lambda card=card: self._area.ensureWidgetVisible(card))
            self.cards[f"{at} {name}"] = card
            self._column.addWidget(card)
        if not found.tables and not found.mistakes:
            self._column.addWidget(self._empty())
        self._column.addStretch(1)

    def _empty(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 96, 0, 0)
        column.setSpacing(8)
        column.addWidget(picture("print", 44, "text_quiet"), 0, Qt.AlignmentFlag.AlignHCenter)
        texts = (
            label("heading", self.tr("Er hangt nog niets aan deze computer.")),
            label(
                "muted", self.tr("Sluit een printer, display, nummerautomaat of scanner aan en voeg het apparaat toe.")
            ),
        )
        for text in texts:
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.setWordWrap(True)
            column.addWidget(text)
        return holder


def _clock(since: datetime | None, config: HallConfig | None) -> str:
    return clock(since, config) if since is not None and config is not None else ""
