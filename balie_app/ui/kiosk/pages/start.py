"""The first page: which language, and with or without an appointment."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from balie_app.queue.views import HallView
from balie_app.ui.kiosk import offers, words
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Tile
from balie_app.ui.kiosk.words import translate


class Start(Page):
    """Welkom."""

    nav = False
    controls_share = 1

    def make(self) -> None:
        view = self.kiosk.known
        self.door = offers.door(view, self.kiosk.link.now())
        own = view.config.texts.get("welcome", {}).get(self.language, "")
        self.heading = own or translate("kiosk", "Welkom")
        self.intro = translate("kiosk", "Raak een vak aan.") if self.door.numbers else ""
        self.helps = self.door.numbers
        self.scans = not self.door.host_only
        self.controls = self._controls()
        if not self.door.numbers:
            self.controls_share = 1 if self.door.appointments else 0
            self._closed()

    def _closed(self) -> None:
        local = self.kiosk.local(self.kiosk.link.now())
        if self.door.host_only:
            self.heading = translate("kiosk", "Meld u bij de receptie")
            told = [translate("kiosk", "Daar krijgt u een nummer of helpen wij u meteen.")]
        else:
            self.heading = translate("kiosk", "U kunt nu geen nummer nemen")
            told = [words.opens(self.door.opens, local, self.language)]
            told.append(translate("kiosk", "Hebt u een vraag? Ga naar de receptie."))
        self.info = self.notice("reception" if self.door.host_only else "clock", *told)

    def _controls(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.dress.px(14))
        layout.addWidget(self._languages())
        choices = self._choices()
        if choices:
            layout.addWidget(self.row(choices, upright=self.dress.portrait), 1)
            self.first = choices[0]
        return box

    def _languages(self) -> QWidget:
        known = [code for code in self.kiosk.known.config.languages if code in words.NAMES]
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.dress.px(4))
        across = 4 if self.dress.portrait or (self.dress.text > 1 and not self.dress.low) else 8
        for place, code in enumerate(known if len(known) > 1 else []):
            tile = Tile(
                self.dress, words.NAMES[code], lambda *_, c=code: self.kiosk.choose_language(c), kind="language"
            )
            tile.setCheckable(True)
            tile.setChecked(code == self.language)
            self.high(tile, 60)
            grid.addWidget(tile, place // across, place % across)
        return box

    def _choices(self) -> list[QWidget]:
        choices: list[QWidget] = []
        if self.door.appointments:
            booked = self.tile(
                translate("kiosk", "Ik heb een afspraak"),
                lambda: self.kiosk.go("code"),
                kind="big",
                icon="calendar",
                sub=translate("kiosk", "Meld u aan met uw code"),
            )
            choices.append(booked)
        if self.door.numbers:
            walk_in = self.tile(
                translate("kiosk", "Ik heb geen afspraak"),
                lambda: self.kiosk.go("choose"),
                kind="big",
                icon="ticket",
                sub=translate("kiosk", "Kies waarvoor u komt"),
            )
            choices.append(walk_in)
        return choices

    def take(self, view: HallView) -> None:
        self.tick()

    def tick(self) -> None:
        now = offers.door(self.kiosk.known, self.kiosk.link.now())
        if now != self.door:
            self.kiosk.render_soon()
