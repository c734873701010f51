"""Choosing a visitor or a subject: a ticket out of order, somebody set aside, a second question."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from balie_app.queue.commands import AddContact, CallTicket, Command, Ready, Resume
from balie_app.queue.rules.eligible import needs_privacy, obstacle
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.visit import Contact
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice, Choices
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.search import products
from balie_app.ui.counter.situation import Situation, callable_contacts
from balie_app.ui.counter.words import translate

PRODUCT = "product:"
REASON_HELPS = frozenset({"counter-not-private", "wrong-counter-type", "for-another-counter", "for-another-clerk"})
"""What a clerk may set aside with a reason."""


class SecondPanel(Panel):
    """The visitor asks for something else as well: a new contact, same number."""

    def __init__(self, here: Situation, parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Tweede vraag erbij"), translate("Panel", "Toevoegen"), here, parent)
        hint = self.tr("Waarvoor nog meer? Zoek een product")
        self.search, self.list = self.searched_list(hint, self.tr("Product"))
        self.finish_layout()
        self.refresh(here)

    def refresh(self, here: Situation) -> None:
        self.here = here
        found = products(self.search.text(), here.config)
        self.list.morph(Choice(PRODUCT + p.slug, words.label(p.labels), tail=words.minutes(p.minutes)) for p in found)

    def command(self) -> Command | None:
        if not self.list.chosen:
            self.said.emit(self.tr("Kies eerst een product."))
            return None
        slug = self.list.chosen.removeprefix(PRODUCT)
        return AddContact(counter=self.here.counter.number, products=(slug,))


class TicketPanel(Panel):
    """Call this very number, with a reason for the journal."""

    def __init__(self, here: Situation, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Een bepaald nummer roepen"), translate("Panel", "Roepen"), here, parent)
        hint = self.tr("Nummer, bijvoorbeeld A 012")
        self.search, self.list = self.searched_list(hint, self.tr("Wachtende nummers"))
        self.reason = self.field(self.tr("Reden, voor het logboek"), self.tr("waarom gaat dit nummer voor?"))
        self.finish_layout()
        self.list.moved.connect(self._tell)
        self.refresh(here)
        self.list.choose(label)

    def refresh(self, here: Situation) -> None:
        self.here = here
        able = {contact.id for contact in here.waiting}
        rows = [_row(c, here) for c in sorted(callable_contacts(here.view), key=lambda c: c.id not in able)]
        typed = self.search.text().replace(" ", "").upper()
        self.list.morph(row for row in rows if typed in row.key.upper())
        self._tell()

    def _tell(self) -> None:
        found = self._hindrance()
        self.explain(words.hindrance(found))
        self.confirm.setEnabled(found in {"", *REASON_HELPS})

    def _hindrance(self) -> str:
        """What stands in the way of calling the chosen number here; empty when nothing does."""
        contact = self._contact()
        if contact is None:
            return ""
        here, visit = self.here, self.here.visit(contact)
        found = obstacle(contact, visit.needs if visit else (), here.counter, here.clerk, here.config) or ""
        private = needs_privacy(here.config.contact_type_by_code[contact.contact_type]) and not here.counter.private
        return "counter-not-private" if private and found in REASON_HELPS else found

    def _contact(self) -> Contact | None:
        chosen = self.list.chosen
        return next((c for c in callable_contacts(self.here.view) if c.label == chosen), None)

    def command(self) -> Command | None:
        contact, reason = self._contact(), self.reason.text().strip()
        if contact is None:
            self.said.emit(self.tr("Kies eerst een nummer."))
            return None
        if not reason and contact is not self.here.next:
            self.reason.setFocus()
            self.said.emit(self.tr("Geef een reden. Die komt in het logboek."))
            return None
        if not self.confirm.isEnabled():
            self.said.emit(words.hindrance(self._hindrance()))
            return None
        return CallTicket(counter=self.here.counter.number, label=contact.label, reason=reason)


class AsidePanel(Panel):
    """Somebody who was set aside: go on with a parked visitor, or call again because the product is ready."""

    def __init__(self, here: Situation, ready: bool, parent: QWidget | None = None) -> None:
        title = translate("Panel", "Wat is gereed?") if ready else translate("Panel", "Met wie gaat u verder?")
        super().__init__(
            title, translate("Panel", "Gereed") if ready else translate("Panel", "Verder gaan"), here, parent
        )
        self.ready = ready
        self.list = Choices(title, self)
        self.list.doubleClicked.connect(self.decide)
        self.column.addWidget(self.list, 1)
        self.finish_layout()
        self.refresh(here)

    def refresh(self, here: Situation) -> None:
        self.here = here
        self.list.morph(_row(contact, here) for contact in (here.producing if self.ready else here.parked))

    def command(self) -> Command | None:
        label = self.list.chosen
        if not label:
            self.cancelled.emit()
            return None
        return aside_command(self.here, label, self.ready)


def aside_command(here: Situation, label: str, ready: bool) -> Command:
    """Ready, or go on with a parked visitor."""
    return Ready(label=label) if ready else Resume(counter=here.counter.number, label=label)


def _row(contact: Contact, here: Situation) -> Choice:
    detail = words.subject(contact, here.config)
    back = contact.comes_back_at
    if back is not None and contact.is_away(here.view.read_at):
        again = translate("Counter", "komt terug om %1").replace("%1", words.clock(back, here.config))
        detail = f"{detail} · {again}"
    if contact.note:
        detail = f"{detail} · {contact.note}"
    return Choice(contact.label, shown(contact.label), detail, words.between(contact.arrived_at, here.view.read_at))
