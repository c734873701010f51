"""Does it work? The device shows itself, and the person next to it says what they saw."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from balie_app.devices.draft import Draft, to_try
from balie_app.devices.driver import Event
from balie_app.devices.monitor import Seen
from balie_app.devices.states import advice
from balie_app.devices.trying import ASK, WAIT_FOR
from balie_app.queue.config.mistakes import ConfigMistakes
from balie_app.ui import look
from balie_app.ui.counter.notice import announce
from balie_app.ui.devices import words
from balie_app.ui.devices.pages.step import Around, Step
from balie_app.ui.devices.tester import Tester
from balie_app.ui.devicewords import said
from balie_app.ui.setup.parts import button, card, label
from balie_app.ui.words import filled

SIGN = 24
LAST_HEARD = 6
SHORT_CODE = 12
"""A scanned text of at most this many signs is shown; what is longer may be somebody's papers."""


WIRE_MS = 300
LAST_EXCHANGES = 5
LONGEST_EXCHANGE = 24
"""Bytes of one exchange that are shown here; the monitor shows them all."""


def _exchange(seen: Seen) -> str:
    """One exchange on a row: to or from the device, in hex and as a person reads it."""
    sign = "→" if seen.direction == "out" else "←"
    short = seen.size > LONGEST_EXCHANGE
    return f"{sign}  {seen.hex[: 3 * LONGEST_EXCHANGE]}{'…' if short else ''}   {seen.text[: 2 * LONGEST_EXCHANGE]}"


class TryPage(Step):
    """The state of the line, one thing to do, and two answers."""

    def __init__(self, tester: Tester) -> None:
        super().__init__()
        self.tester = tester
        self.draft = Draft()
        self.around: Around | None = None
        self.confirmed = False
        self.shown = False
        self.holder = ""
        """Who has the port, as far as the hall knows."""
        self._heard: list[str] = []
        self.sign, self.state = QLabel(), label("strong", wrap=True)
        self.told = label("body", "", wrap=True)
        self.show_button = button("secondary", self.tr("Nu proberen"), "play")
        self.question = label("heading", "", wrap=True)
        self.yes, self.no = button("secondary", self.tr("Ja"), "check"), button("secondary", self.tr("Nee"), "cross")
        self.heard = label("body", "", wrap=True)
        self.verdict = label("banner_green", "", wrap=True)
        self.wire_button = button("quiet", self.tr("Wat gaat er over de lijn?"), "search")
        self.wire_button.setCheckable(True)
        self.wire = label("small", "", wrap=True)
        self.wire.setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self)
        self._timer.setInterval(WIRE_MS)
        self._timer.timeout.connect(self._tell_wire)
        self._lay_out()
        self.wire_button.toggled.connect(self._watch_wire)
        self.show_button.clicked.connect(self._identify)
        self.yes.clicked.connect(lambda: self._answer(works=True))
        self.no.clicked.connect(lambda: self._answer(works=False))
        self.tester.changed.connect(self._tell)
        self.tester.heard.connect(self._hear)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        head.setVerticalSpacing(4)
        head.addWidget(self.sign, 0, 0)
        head.addWidget(self.state, 0, 1)
        head.addWidget(self.told, 1, 1)
        head.addWidget(self.show_button, 0, 2)
        head.setColumnStretch(1, 1)
        self.body.addWidget(card(head, margin=20))
        self.body.addSpacing(16)
        answers = QHBoxLayout()
        answers.setSpacing(12)
        for part in (self.yes, self.no):
            part.setMinimumWidth(110)
            answers.addWidget(part)
        answers.addStretch()
        self.body.addWidget(self.question)
        self.body.addLayout(answers)
        self.body.addWidget(self.heard)
        self.body.addWidget(self.verdict)
        self.body.addStretch()
        self.body.addWidget(self.wire)
        self.body.addWidget(self.wire_button, 0, Qt.AlignmentFlag.AlignLeft)

    def open(self, draft: Draft, around: Around) -> None:
        """Open the line; nothing is sent to the device yet."""
        self.draft, self.around = draft, around
        self.confirmed = self.shown = False
        self.holder, self._heard = "", []
        self.heard.clear()
        self.verdict.hide()
        self.wire_button.setChecked(False)
        self._watch_wire(on=False)
        self.title.setText(filled(self.tr("Werkt ‘%1’?"), draft.name))
        self.lead.setText(self._lead())
        try:
            self.tester.try_line(to_try(draft, around.folder))
        except ConfigMistakes as error:
            self._say("\n".join(error.sentences()), well=False)
        self._tell()

    def _lead(self) -> str:
        return {
            "printer": self.tr("Ga bij de printer staan. Balie print een testpagina."),
            "display": self.tr("Kijk naar het display. Balie laat het even knipperen."),
            "dispenser": self.tr("Er komt geen nummer uit: dit is een proef."),
            "scanner": self.tr("Wat u scant wordt niet bewaard: dit is een proef."),
        }.get(self.draft.kind, "")

    def tell_holder(self, sentence: str) -> None:
        """Who has the port that could not be opened."""
        self.holder = sentence
        self._tell()

    def complain(self, text: str) -> None:
        """Why it could not be saved."""
        self._say(text, well=False)

    @property
    def speaks(self) -> bool:
        """Whether the device says something by itself."""
        return self.draft.kind in WAIT_FOR

    def _tell(self) -> None:
        """How the line is, and what can be asked now."""
        health = self.tester.health
        icon, colour = (
            ("check", "green") if health.ready else ("warning", "amber") if health.cause else ("dot", "text_quiet")
        )
        self.sign.setPixmap(look.icon(icon, colour).pixmap(SIGN, SIGN))
        self.state.setText(self._state())
        reason = self.holder if health.cause == "in_use" and self.holder else said(advice(health.cause or ""))
        if reason and reason != self.told.text() and self.isVisible():
            announce(self, f"{self.state.text()} {reason}")
        self.told.setText(reason)
        self.told.setVisible(bool(reason))
        self.show_button.setVisible(not self.speaks)
        self.show_button.setEnabled(health.ready or (health.open and self.draft.kind == "display"))
        self._ask()

    def _state(self) -> str:
        health = self.tester.health
        if health.ready:
            return self.tr("De lijn is open en het apparaat is klaar.")
        if health.open and health.cause is None:
            return self.tr("De lijn is open. Balie vraagt of het apparaat klaar is…")
        if health.open:
            return self.tr("De lijn is open.") if health.cause else self.tr("De lijn is open. Het apparaat is bezig…")
        return self.tr("De lijn is niet open.") if health.cause else self.tr("Balie opent de lijn…")

    def _ask(self) -> None:
        """The question belongs to what was just done."""
        asked = self.shown or (self.speaks and self.tester.health.ready)
        kind = self.draft.kind
        self.question.setText(said(WAIT_FOR[kind][1] if self.speaks else ASK.get(kind, "")))
        self.question.setVisible(asked)
        for part in (self.yes, self.no):
            part.setVisible(self.shown and not self.speaks)
        self.heard.setVisible(bool(self._heard))
        if self.speaks and not self.tester.health.ready:
            self.verdict.hide()

    def _identify(self) -> None:
        self.verdict.hide()
        self.tester.identify()
        self.shown = True
        self.show_button.setText(self.tr("Nog een keer"))
        self._ask()
        self.yes.setFocus()

    def _hear(self, event: Event) -> None:
        """A press or a scan: it works."""
        if not self.isVisible() or not self.speaks or event.kind != WAIT_FOR[self.draft.kind][0]:
            return
        self._heard = [self._heard_text(event), *self._heard][:LAST_HEARD]
        self.heard.setText("\n".join(self._heard))
        self.confirmed = True
        self._say(self.tr("Ontvangen. Het werkt."), well=True)
        self._ask()

    def _heard_text(self, event: Event) -> str:
        if event.kind == "press":
            pressed = str(event.facts["button"])
            meant = self.draft.buttons.get(pressed)
            config = self.around.config if self.around is not None else None
            unused = self.tr("niet gebruikt")
            return filled(self.tr("Knop %1: %2"), pressed, words.wish(meant, config) if meant else unused)
        text, kind = str(event.facts["text"]), str(event.facts["symbology"]) or self.tr("Code")
        if len(text) <= SHORT_CODE and not text.isdigit():
            return f"{kind}: {text}"
        return filled(self.tr("%1 van %2 tekens"), kind, str(len(text)))

    def _answer(self, works: bool) -> None:
        self.confirmed = works
        no = {
            "printer": self.tr(
                "Kijk of de printer aan staat en papier heeft. Werkt het dan nog niet? Ga terug en kies een ander "
                "model of een andere snelheid."
            ),
            "display": self.tr(
                "Kijk of het display aan staat en of het adres klopt. Werkt het dan nog niet? Ga terug en kies een "
                "ander model of een andere snelheid."
            ),
        }.get(self.draft.kind, "")
        self._say(self.tr("Mooi. Sla het apparaat nu op.") if works else no, well=works)
        self.changed.emit()

    def _say(self, text: str, well: bool) -> None:
        look.role(self.verdict, "banner_green" if well else "banner_amber")
        self.verdict.setText(text)
        self.verdict.show()
        announce(self, text)
        self.changed.emit()

    def first_focus(self) -> QWidget:
        """What there is to do."""
        return self.show_button if not self.speaks else self

    def _watch_wire(self, on: bool) -> None:
        """Show the last exchanges, for who wants to see why it is silent."""
        (self._timer.start if on else self._timer.stop)()
        self.wire.setVisible(on)
        if on:
            self._tell_wire()

    def _tell_wire(self) -> None:
        last = self.tester.log.last()[-LAST_EXCHANGES:]
        nothing = self.tr("Er ging nog niets over de lijn.")
        self.wire.setText("\n".join(_exchange(each) for each in last) or nothing)

    def close_page(self) -> None:
        """Forget the answers."""
        self.wire_button.setChecked(False)
        self.show_button.setText(self.tr("Nu proberen"))
