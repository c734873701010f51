"""Pages that only say something: why it does not work now, and what to do."""

from __future__ import annotations

from datetime import datetime

from balie_app.ui.kiosk import words
from balie_app.ui.kiosk.field import Field
from balie_app.ui.kiosk.keyboard import Keyboard
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.patience import Limit
from balie_app.ui.kiosk.words import translate

AGAIN = frozenset({"unknown-code"})
"""Worth typing again."""


class Refusal(Page):
    """A rule said no: kindly, with the next step."""

    nav = False

    def make(self) -> None:
        self.heading, step = words.refusal(self.state.note)
        at = self.state.at
        if at is not None and self.state.note == "too-early":
            step = words.too_early(words.at_time(self.kiosk.local(at), self.language))
        if at is not None and self.state.note == "wrong-day":
            step = words.wrong_day(words.day_name(at, self.language))
        self.info = self.notice("reception", step)
        tiles = [self.tile(translate("kiosk", "Naar het begin"), self.kiosk.restart, kind="quiet", icon="home")]
        if self.state.note in AGAIN:
            again = translate("kiosk", "Opnieuw proberen")
            tiles.append(self.tile(again, lambda: self.kiosk.go("code"), kind="primary"))
        for tile in tiles:
            self.high(tile, 88)
        self.controls = self.row(tiles)
        self.first = tiles[-1]


class Reception(Page):
    """This hall has no number for who wants to speak to somebody: the reception is right there."""

    helps = False

    def make(self) -> None:
        self.heading = translate("kiosk", "Ga naar de receptie")
        self.info = self.notice("reception", words.reception())


class Away(Page):
    """The hall does not answer. It says so calmly and goes on by itself."""

    nav = False
    helps = False
    scans = False

    def make(self) -> None:
        self.heading = translate("kiosk", "Even geduld, alstublieft")
        text = translate("kiosk", "Dit scherm werkt zo weer. Hebt u haast? Ga dan naar de receptie.")
        self.info = self.notice("clock", text)


class Trouble(Page):
    """What was asked did not arrive; asking again is safe."""

    def make(self) -> None:
        self.heading = translate("kiosk", "Dit lukte nog niet")
        text = translate("kiosk", "Probeer het nog een keer, of ga naar de receptie.")
        self.info = self.notice("reception", text)
        again = self.tile(translate("kiosk", "Opnieuw proberen"), self.kiosk.again, kind="primary", icon="recall")
        self.high(again, 88)
        self.controls = again
        self.first = again


class Service(Page):
    """The service code closes the kiosk."""

    helps = False
    scans = False
    controls_share = 2

    def make(self) -> None:
        self.heading = translate("kiosk", "Voor medewerkers: typ de servicecode")
        self.field = Field(self.dress, translate("kiosk", "Servicecode"))
        self.info = self.field
        self.send = self.tile(translate("kiosk", "Afsluiten"), self.enter, kind="primary")
        self.controls = Keyboard(self.dress, ("12345", "67890"), self.typed, self.erase, enter=self.send)
        self.first = self.controls.rows[0][0]
        self.entered = ""

    @property
    def limit(self) -> Limit:
        return Limit(20.0, asks=False)

    def typed(self, text: str) -> bool:
        self.entered = (self.entered + text)[:20]
        self.field.show_text("•" * len(self.entered))
        return True

    def erase(self) -> None:
        self.entered = self.entered[:-1]
        self.field.show_text("•" * len(self.entered))

    def enter(self) -> bool:
        entered, self.entered = self.entered, ""
        self.field.show_text("")
        self.kiosk.unlock(entered)
        return True


def moment(fact: object) -> datetime | None:
    """A refusal's fact as a time (a date is its first moment); None when it is none."""
    try:
        return datetime.fromisoformat(str(fact))
    except ValueError:
        return None
