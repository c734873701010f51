"""One product: what to bring, how long it takes, the wait; and then a number."""

from __future__ import annotations

from balie_app.queue.rules.hall import Intake, Product
from balie_app.queue.views import HallView
from balie_app.ui.kiosk import offers, words
from balie_app.ui.kiosk.pages.page import Page
from balie_app.ui.kiosk.parts import Block
from balie_app.ui.kiosk.words import translate


class ProductPage(Page):
    """Everything somebody wants to know before taking a number."""

    def make(self) -> None:
        config = self.kiosk.known.config
        self.product: Product = config.product_by_slug[self.state.product]
        self.heading = offers.label(self.product, self.language)
        self.facts = self.prose(*self._facts(), card=True, hug=self.dress.portrait)
        bring = [] if self.dress.portrait else self._bring()
        self.info = self.row([self.prose(*bring, card=True), self.facts]) if bring else self.facts
        if self.product.intake in {Intake.BOTH, Intake.WALK_IN}:
            self._take()
        else:
            self.info = self.prose(*self._elsewhere(), card=True, hug=True)

    def _bring(self) -> list[Block]:
        things = offers.things(self.product.bring, self.language)
        if not things:
            return []
        head = Block(translate("kiosk", "Hebt u dit bij u?"), 25, bold=True, gap=34)
        return [head, *(Block(thing, 22, icon="check", gap=14) for thing in things)]

    def _facts(self) -> list[Block]:
        wait = words.wait(offers.expected(self.kiosk.known, self.product), self.language)
        blocks = [Block(wait, 28, bold=True, icon="clock")]
        blocks.append(Block(words.lasts(self.product.minutes, self.language), 22, icon="people", gap=18))
        if offers.expected(self.kiosk.known, self.product) is None:
            ask = translate("kiosk", "Vraag bij de receptie wanneer het wel kan.")
            blocks[1:] = [Block(ask, 22, icon="reception", gap=18)]
        return [*blocks, *self._bring()] if self.dress.portrait else blocks

    def _elsewhere(self) -> list[Block]:
        """Where to go for what cannot be had here, or not without an appointment."""
        refer = offers.in_language(self.product.refer_to, self.language)
        if self.product.intake is Intake.APPOINTMENT:
            why, next_step = words.refusal("appointment-only")
            next_step = translate("kiosk", "Maak een afspraak op onze website, of vraag het bij de receptie.")
        else:
            why, next_step = words.refusal("not-here")
        return [
            Block(why, 30, bold=True, icon="calendar" if self.product.intake is Intake.APPOINTMENT else "door"),
            Block(refer, 24, gap=18),
            Block(next_step, 24, gap=18),
        ]

    def _take(self) -> None:
        none = offers.expected(self.kiosk.known, self.product) is None
        text = translate("kiosk", "Toch een nummer nemen") if none else translate("kiosk", "Nummer nemen")
        self.button = self.tile(text, lambda: self.kiosk.take_number(self.product.slug), kind="primary", icon="ticket")
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

    def _turn(self) -> None:
        self.state = self.kiosk.keep(wheelchair=self.wheelchair.isChecked())

    def take(self, view: HallView) -> None:
        if self.product.slug not in view.config.product_by_slug:
            self.kiosk.restart()
        elif self.product.intake in {Intake.BOTH, Intake.WALK_IN}:
            self.facts.show_blocks(self._facts())
