"""The referral slip: where the visitor can go for what this hall does not do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from balie_app.queue.commands import Command, PrintSlip
from balie_app.queue.rules.slips import SlipKind
from balie_app.queue.rules.visit import Contact
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.search import products
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

PRODUCT, PLACE = "product:", "place:"


class ReferPanel(Panel):
    """One box: a product that says where it is done, or any place, typed as it goes on the slip."""

    def __init__(self, here: Situation, contact: Contact, printer: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Verwijsstrook"), translate("Panel", "Strook printen"), here, parent)
        self.contact, self.printer = contact, printer
        hint = self.tr("Product, of typ waarheen")
        self.search, self.list = self.searched_list(hint, self.tr("Waarheen"))
        self.note = self.field(self.tr("Opmerking op de strook (mag leeg)"), self.tr("bijvoorbeeld: neem de brief mee"))
        self.finish_layout()
        self.refresh(here)

    def refresh(self, here: Situation) -> None:
        self.here = here
        typed = self.search.text().strip()
        rows = [
            Choice(PRODUCT + each.slug, words.label(each.labels), words.label(each.refer_to))
            for each in products(typed, here.config)
            if each.refer_to
        ]
        own = {PRODUCT + slug for slug in self.contact.products}
        rows.sort(key=lambda row: row.key not in own)
        if typed:
            rows.append(Choice(PLACE + typed, typed, self.tr("komt zo op de strook")))
        self.list.morph(rows)

    def command(self) -> Command | None:
        chosen = self.list.chosen
        if not chosen:
            self.said.emit(self.tr("Typ waar de bezoeker terecht kan."))
            return None
        elsewhere = chosen.startswith(PRODUCT)
        return PrintSlip(
            kind=SlipKind.REFERRAL,
            printer=self.printer,
            label=self.contact.label,
            products=(chosen.removeprefix(PRODUCT),) if elsewhere else self.contact.products,
            place="" if elsewhere else chosen.removeprefix(PLACE),
            note=self.note.text().strip(),
            counter=self.here.counter.number,
        )
