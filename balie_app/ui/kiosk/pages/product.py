"""One product: what to bring, how long it takes, the wait; and then a number."""

from __future__ import annotations

from balie_app.queue.rules.hall import Product, Unserved
from balie_app.queue.rules.offer import Standing
from balie_app.queue.views import HallView
from balie_app.ui.kiosk import offers, words
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Block
from balie_app.ui.kiosk.words import translate

REFUSED = {
    Standing.APPOINTMENT_ONLY: "calendar",
    Standing.NOT_HERE: "door",
    Standing.PRODUCT_CLOSED: "clock",
    Standing.INTAKE_FULL: "clock",
    Standing.NOBODY: "reception",
}
"""What gives no number, and the sign beside the reason. When the whole hall is closed the first page says so."""


class ProductPage(Page):
    """Everything somebody wants to know before taking a number."""

    def make(self) -> None:
        config = self.kiosk.known.config
        self.product: Product = config.product_by_slug[self.state.product]
        self.stands = self._stands()
        self.heading = offers.label(self.product, self.language)
        self.facts = self.prose(*self._facts(), card=True, hug=self.dress.portrait)
        bring = [] if self.dress.portrait else self._bring()
        self.info = self.row([self.prose(*bring, card=True), self.facts]) if bring else self.facts
        if self._refused():
            self.info = self.prose(*self._elsewhere(), card=True, hug=True)
        else:
            self._take()

    def _stands(self) -> Standing:
        return offers.stands(self.kiosk.known, self.product, self.kiosk.link.now())

    def _refused(self) -> bool:
        """Whether no number is given; for what nobody can do the hall chooses."""
        warns = self.kiosk.known.config.settings.unserved is Unserved.WARN
        return self.stands in REFUSED and not (self.stands is Standing.NOBODY and warns)

    def _nobody(self) -> bool:
        return self.stands in {Standing.NOBODY, Standing.PAUSED}

    def _bring(self) -> list[Block]:
        things = offers.things(self.product.bring, self.language)
        if not things:
            return []
        head = Block(translate("kiosk", "Hebt u dit bij u?"), 25, bold=True, gap=34)
        return [head, *(Block(thing, 22, icon="check", gap=14) for thing in things)]

    def _facts(self) -> list[Block]:
        expected = offers.expected(self.kiosk.known, self.product)
        blocks = [Block(words.lasts(self.product.minutes, self.language), 22, icon="people", gap=18)]
        if expected is not None or self._nobody():
            told = words.wait(None if self._nobody() else expected, self.language)
            blocks.insert(0, Block(told, 28, bold=True, icon="clock"))
        if self._nobody():
            ask = translate("kiosk", "Vraag bij de receptie wanneer het wel kan.")
            blocks[1:] = [Block(ask, 22, icon="reception", gap=18)]
        return [*blocks, *self._bring()] if self.dress.portrait else blocks

    def _elsewhere(self) -> list[Block]:
        """Where to go for what cannot be had here, or not without an appointment."""
        refer = offers.in_language(self.product.refer_to, self.language)
        why, next_step = words.refusal(self.stands)
        if self.stands is Standing.APPOINTMENT_ONLY:
            next_step = translate("kiosk", "Maak een afspraak op onze website, of vraag het bij de receptie.")
        at = offers.again(self.kiosk.known, self.product, self.kiosk.link.now())
        if self.stands is Standing.PRODUCT_CLOSED and at is not None:
            refer = words.again(at, self.language)
        return [
            Block(why, 30, bold=True, icon=REFUSED[self.stands]),
            Block(refer, 24, gap=18),
            Block(next_step, 24, gap=18),
        ]

    def _words(self) -> str:
        despite = translate("kiosk", "Toch een nummer nemen")
        return despite if self._nobody() else translate("kiosk", "Nummer nemen")

    def _take(self) -> None:
        self.button = self.tile(self._words(), self._number, kind="primary", icon="ticket")
        self.button.size_px = self.dress.type(30)
        self.wheelchair = self.tile(
            translate("kiosk", "Ik gebruik een rolstoel"), self._turn, kind="toggle", icon="wheelchair"
        )
        self.wheelchair.setCheckable(True)
        self.wheelchair.setChecked(self.state.wheelchair)
        for tile in (self.button, self.wheelchair):
            self.high(tile, 104)
        self.controls = self.row([self.wheelchair, self.button], stretch=(1, 2))
        self.first = self.button

    def _number(self) -> None:
        self.kiosk.take_number(self.product.slug)

    def _turn(self) -> None:
        self.state = self.kiosk.keep(wheelchair=self.wheelchair.isChecked())

    def take(self, view: HallView) -> None:
        if self.product.slug not in view.config.product_by_slug:
            self.kiosk.restart()
            return
        before, self.stands = self._refused(), self._stands()
        if self._refused() != before:
            self.kiosk.render_soon()
        elif not before:  # the button stays where it is: a finger may be on its way
            self.button.say(self._words())
            self.facts.show_blocks(self._facts())
