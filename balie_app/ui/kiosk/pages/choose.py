"""What somebody without an appointment comes for: the ten most asked, by life event, or by looking it up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from balie_app.queue.config.search import find
from balie_app.queue.rules.hall import Product
from balie_app.ui import look
from balie_app.ui.kiosk import layouts, offers, words
from balie_app.ui.kiosk.field import Field
from balie_app.ui.kiosk.grid import Grid
from balie_app.ui.kiosk.keyboard import Keyboard
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Block, Tile
from balie_app.ui.kiosk.words import translate

MOST_FOUND = 6
LONGEST = 40


class _Products(Page):
    """Pages that offer products."""

    controls_share = 1

    def product_tile(self, product: Product) -> Tile:
        """A product to choose; it says so when it is not for today."""
        stands = offers.stands(self.kiosk.known, product, self.kiosk.link.now())
        sub = words.not_now(stands)
        text = offers.label(product, self.language)
        return self.tile(text, lambda: self.kiosk.choose_product(product.slug), sub=sub)

    def short(self, tile: Tile) -> Tile:
        """A tile of one line high."""
        return self.high(tile, 68)

    def looking_up(self) -> Tile:
        return self.short(
            self.tile(translate("kiosk", "Zoeken"), lambda: self.kiosk.go("find"), kind="quiet", icon="search")
        )


class Choose(_Products):
    """The ten products asked for most, and the ways to the others."""

    def make(self) -> None:
        self.heading = translate("kiosk", "Waarvoor komt u?")
        tiles = [self.product_tile(product) for product in offers.most_asked(self.kiosk.known.config)]
        self.grid = Grid(self.dress, tiles)
        ways: list[QWidget] = [self.looking_up()]
        if offers.events(self.kiosk.known.config):
            other = translate("kiosk", "Andere onderwerpen")
            ways.insert(0, self.short(self.tile(other, lambda: self.kiosk.go("events"), kind="quiet", icon="more")))
        self.controls = self.row([self.grid, self.row(ways)], upright=True, stretch=(1, 0))
        self.first = tiles[0] if tiles else None


class Events(_Products):
    """Life events."""

    def make(self) -> None:
        self.heading = translate("kiosk", "Waar gaat het over?")
        tiles = [
            self.tile(
                offers.in_language(event.labels, self.language),
                lambda code=event.code: self.kiosk.go("event", event=code),
                icon=event.icon if event.icon in look.icon_names() else "",
            )
            for event in offers.events(self.kiosk.known.config)
        ]
        self.grid = Grid(self.dress, tiles, width=270)
        self.controls = self.row([self.grid, self.looking_up()], upright=True, stretch=(1, 0))
        self.first = tiles[0] if tiles else None


class Event(_Products):
    """The products of one life event."""

    def make(self) -> None:
        config = self.kiosk.known.config
        events = {event.code: event for event in offers.events(config)}
        event = events.get(self.state.event)
        self.heading = offers.in_language(event.labels, self.language) if event else translate("kiosk", "Kies")
        tiles = [self.product_tile(product) for product in offers.of_event(config, self.state.event)]
        self.grid = Grid(self.dress, tiles)
        self.controls = self.row([self.grid, self.looking_up()], upright=True, stretch=(1, 0))
        self.first = tiles[0] if tiles else None


class Find(_Products):
    """Looking it up; typing errors are forgiven."""

    def make(self) -> None:
        self.heading = translate("kiosk", "Waarvoor komt u?")
        self.scans = False
        self.field = Field(
            self.dress, translate("kiosk", "Typ een woord, zoals paspoort"), self.state.typed, natural=True
        )
        self.none = self.prose(Block(""), centre=True)
        self.grid = Grid(self.dress, (), height=64)
        rows = layouts.letters(self.language)
        self.keyboard = Keyboard(self.dress, rows, self.typed, self.erase, space=True)
        self.info = self.field
        shares = (2, 0, 3) if not self.dress.low else (1, 0, 3)
        self.controls = self.row([self.grid, self.none, self.keyboard], upright=True, stretch=shares)
        self.first = self.keyboard.rows[0][0]
        self._show()

    def typed(self, text: str) -> bool:
        self.state = self.kiosk.keep(typed=(self.state.typed + text)[:LONGEST].lstrip())
        self._show()
        return True

    def erase(self) -> None:
        self.state = self.kiosk.keep(typed=self.state.typed[:-1])
        self._show()

    def enter(self) -> bool:
        """To the first that was found."""
        if self.grid.tiles:
            self.grid.tiles[0].setFocus()
        return True

    def _show(self) -> None:
        self.field.show_text(self.state.typed)
        found = find(self.kiosk.known.config.products, self.state.typed, self.language, limit=MOST_FOUND)
        self.grid.show_tiles([self.product_tile(product) for product in found])
        nothing = bool(self.state.typed.strip()) and not found
        asked = translate("kiosk", "Wij vinden dit niet. Probeer een ander woord, of kies: Ik wil iemand spreken.")
        self.none.show_blocks([Block(asked, 21)] if nothing else [])
        self.none.setVisible(nothing)
        self.grid.setVisible(not nothing)
