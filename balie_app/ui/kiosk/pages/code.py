"""Checking in for an appointment: by code, or by time when only one person can be meant."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from balie_app.ui.kiosk import layouts, offers, words
from balie_app.ui.kiosk.field import Field
from balie_app.ui.kiosk.grid import Grid
from balie_app.ui.kiosk.keyboard import Keyboard
from balie_app.ui.kiosk.keys import code_of
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Block
from balie_app.ui.kiosk.words import translate

LONGEST = 20


class Code(Page):
    """Type or scan the code."""

    controls_share = 3

    def make(self) -> None:
        self.heading = translate("kiosk", "Scan of typ uw code")
        self.field = Field(self.dress, translate("kiosk", "Uw code"), self.state.typed)
        hint = translate("kiosk", "De code staat in de bevestiging van uw afspraak.")
        if self.state.note == "several":
            hint = translate("kiosk", "Er zijn meer afspraken om die tijd. Typ daarom uw code.")
        self.info = self.row([self.line(hint), self.field], upright=True)
        self.info.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.send = self.tile(translate("kiosk", "Aanmelden"), self.enter, kind="primary")
        self.keyboard = Keyboard(self.dress, layouts.code(), self.typed, self.erase, enter=self.send)
        self.controls = self._controls()
        self.first = self.keyboard.rows[0][0]
        self._show()

    def _controls(self) -> QWidget:
        if not offers.soon(self.kiosk.known, self.kiosk.link.now()):
            return self.keyboard
        lost = self.tile(
            translate("kiosk", "Ik weet mijn code niet"), lambda: self.kiosk.go("times"), kind="quiet", icon="clock"
        )
        self.high(lost, 60)
        return self.row([self.keyboard, lost], upright=True, stretch=(1, 0))

    def typed(self, text: str) -> bool:
        kept = self.state.typed + text.upper().strip()
        self.state = self.kiosk.keep(typed=kept[:LONGEST])
        self._show()
        return True

    def erase(self) -> None:
        self.state = self.kiosk.keep(typed=self.state.typed[:-1])
        self._show()

    def enter(self) -> bool:
        if self.state.typed:
            self.kiosk.check_in(code_of(self.state.typed))
        return bool(self.state.typed)

    def _show(self) -> None:
        self.field.show_text(self.state.typed)
        self.send.setEnabled(bool(self.state.typed))


class Times(Page):
    """The times of today's appointments; never a name."""

    controls_share = 4

    def make(self) -> None:
        self.heading = translate("kiosk", "Hoe laat is uw afspraak?")
        waiting = offers.soon(self.kiosk.known, self.kiosk.link.now())
        tiles = []
        for start in offers.times(waiting):
            text = words.at_time(self.kiosk.local(start), self.language)
            tile = self.tile(text, lambda at=start: self._chosen(at), kind="key")
            tiles.append(tile)
        self.grid = Grid(self.dress, tiles, width=190)
        self.controls = self.grid
        self.first = tiles[0] if tiles else None
        if not tiles:
            self.info = self.notice("reception", words.reception())

    def _chosen(self, at: object) -> None:
        """Only who is certainly meant can go on; else the code is needed."""
        found = [each for each in offers.soon(self.kiosk.known, self.kiosk.link.now()) if each.start == at]
        if len(found) == 1:
            self.kiosk.go("sure", code=found[0].code, at=found[0].start)
        else:
            self.kiosk.go("code", note="several")


class Sure(Page):
    """Is this your appointment? A wrong touch must not check in somebody else."""

    def make(self) -> None:
        self.heading = translate("kiosk", "Klopt dit?")
        if self.state.at is not None:
            sentence = translate("kiosk", "U hebt een afspraak om %1.")
            time = words.at_time(self.kiosk.local(self.state.at), self.language)
            self.info = self.prose(
                Block(sentence.replace("%1", time), 34, bold=True, icon="calendar"), card=True, hug=True
            )
        yes = self.tile(
            translate("kiosk", "Ja, aanmelden"), lambda: self.kiosk.check_in(self.state.code), kind="primary"
        )
        no = self.tile(translate("kiosk", "Nee"), self.kiosk.back, kind="quiet")
        for tile in (yes, no):
            self.high(tile, 96)
        self.controls = self.row([no, yes], stretch=(1, 2))
        self.first = yes
