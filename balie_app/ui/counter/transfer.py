"""Sending a visitor on: to a kind of contact, a counter or a product, with a note, shown with where and how long."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtWidgets import QWidget

from balie_app.queue.commands import Command, MakePromise, Transfer
from balie_app.queue.rules.hall import Counter
from balie_app.queue.rules.numbering import shown
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import CounterState
from balie_app.ui.counter import words
from balie_app.ui.counter.choices import Choice
from balie_app.ui.counter.panel import Panel
from balie_app.ui.counter.promise import PROMISE, due, promises
from balie_app.ui.counter.search import begins, products
from balie_app.ui.counter.situation import Situation
from balie_app.ui.counter.words import translate

KIND, COUNTER, PRODUCT = "kind:", "counter:", "product:"


def places(here: Situation, contact_type: str) -> list[Counter]:
    """The counters that are at work and may serve this kind of contact, this one left out."""
    kind = here.config.contact_type_by_code[contact_type]
    at_work = {work.number for work in here.view.counters if work.state is not CounterState.CLOSED}
    return [
        counter
        for counter in here.config.counters
        if counter.type in kind.counter_types and counter.number in at_work and counter.number != here.counter.number
    ]


def targets(here: Situation, typed: str = "") -> list[Choice]:
    """Everywhere a visitor can be sent that fits what was typed: kinds of contact, counters, products."""
    where = {kind.code: _where(here, kind.code) for kind in here.config.contact_types}
    found = [
        Choice(KIND + kind.code, words.capital(words.label(kind.labels)), where[kind.code], _how_long(here, kind.code))
        for kind in here.config.contact_types
        if begins(typed, words.label(kind.labels))
    ]
    for counter in here.config.counters:
        if counter.number != here.counter.number and begins(typed, words.counter_name(counter)):
            found.append(_counter(here, counter))
    found.extend(
        Choice(PRODUCT + product.slug, words.label(product.labels), where[product.contact_type])
        for product in products(typed, here.config)
    )
    return found


def _counter(here: Situation, counter: Counter) -> Choice:
    work = next((work for work in here.view.counters if work.number == counter.number), None)
    state = words.state_name(work.state if work else CounterState.CLOSED)
    clerk = here.config.clerk_by_code.get((work.clerk if work else None) or "")
    who = f" · {clerk.name}" if clerk else ""
    return Choice(f"{COUNTER}{counter.number}", words.counter_name(counter), words.counter_kind(counter) + who, state)


def _where(here: Situation, contact_type: str) -> str:
    names = [words.counter_name(counter) for counter in places(here, contact_type)]
    return words.either(names) or translate("Panel", "nu nergens anders open")


def _how_long(here: Situation, contact_type: str) -> str:
    """The wait there; nothing when nobody else can do it now, for then ``_where`` says so."""
    wait = here.view.type_waits.get(contact_type)
    return words.wait_range(wait) if wait and places(here, contact_type) else ""


class TransferPanel(Panel):
    """One box to search, one list, one note."""

    def __init__(self, here: Situation, parent: QWidget | None = None) -> None:
        super().__init__(translate("Panel", "Doorverwijzen"), translate("Panel", "Doorverwijzen"), here, parent)
        hint = self.tr("Waarheen? Soort contact, balie of product")
        self.search, self.list = self.searched_list(hint, self.tr("Waarheen"))
        self.note = self.field(self.tr("Notitie voor uw collega"), self.tr("wat is al gevraagd, wat moet nog"))
        self.reason = self.field(self.tr("Waarom nog een keer doorverwijzen?"), self.tr("reden, voor het logboek"))
        self.finish_layout()
        self._ask_reason(bool(here.current and here.current.referrals))
        self.list.moved.connect(self._tell)
        self.refresh(here)

    def _ask_reason(self, ask: bool) -> None:
        self.second = ask
        self.reason.setVisible(ask)
        self.titles[self.reason].setVisible(ask)
        self.confirm.set_word(self.tr("Toch verwijzen") if ask else self.tr("Doorverwijzen"))

    def refresh(self, here: Situation) -> None:
        self.here = here
        typed = self.search.text()
        self.list.morph([*(promises(here, typed) if self.second else ()), *targets(here, typed)])
        self._tell()

    def _tell(self) -> None:
        """Where the visitor will wait and how long; and when this is one referral too many."""
        if self.here.current is None:
            return
        if self.second:
            promised = self.list.chosen.startswith(PROMISE)
            self.confirm.set_word(self.tr("Afspreken") if promised else self.tr("Toch verwijzen"))
        told = self.tr("Al een keer doorverwezen. Spreek liever af wie wanneer belt.")
        self.explain(told if self.second else self._place())

    def _place(self) -> str:
        kind, number = self._target()
        label = shown(self.here.current.label) if self.here.current else ""
        if number is not None:
            text = self.tr("%1 wacht tot %2 roept. Nummer, aankomsttijd en notitie blijven.")
            return text.replace("%1", label).replace(
                "%2", words.counter_name(self.here.config.counter_by_number[number])
            )
        if not kind:
            return self.tr("Niets gevonden. Zoek op een ander woord.")
        zones = sorted({counter.zone for counter in places(self.here, kind) if counter.zone})
        text = self.tr("%1 wacht %3tot %2 roept: %4. Nummer, aankomsttijd en notitie blijven.")
        text = text.replace("%1", label).replace("%2", _where(self.here, kind))
        zone = self.tr("in %1 ").replace("%1", ", ".join(zones)) if zones else ""
        wait = self.here.view.type_waits.get(kind)
        if wait is None or not places(self.here, kind):
            return self.tr("Let op: nu kan niemand anders dit doen. %1 wacht tot dat wel zo is.").replace("%1", label)
        return text.replace("%3", zone).replace("%4", words.wait_range(wait))

    def _target(self) -> tuple[str, int | None]:
        """The kind of contact that is chosen, or the counter."""
        chosen = self.list.chosen
        if chosen.startswith(COUNTER):
            return "", int(chosen.removeprefix(COUNTER))
        if chosen.startswith(PRODUCT):
            return self.here.config.product_by_slug[chosen.removeprefix(PRODUCT)].contact_type, None
        return chosen.removeprefix(KIND), None

    def command(self) -> Command | None:
        chosen, reason = self.list.chosen, self.reason.text().strip()
        if not chosen:
            self.said.emit(self.tr("Kies eerst waarheen."))
            return None
        if chosen.startswith(PROMISE):
            number, clerk = self.here.counter.number, chosen.removeprefix(PROMISE)
            return MakePromise(number, clerk, due(self.here).astimezone(UTC), self.note.text().strip())
        if self.second and not reason:
            self.reason.setFocus()
            self.said.emit(self.tr("Geef een reden voor de tweede doorverwijzing."))
            return None
        return Transfer(
            counter=self.here.counter.number,
            contact_type=chosen.removeprefix(KIND) if chosen.startswith(KIND) else None,
            products=(chosen.removeprefix(PRODUCT),) if chosen.startswith(PRODUCT) else (),
            to_counter=int(chosen.removeprefix(COUNTER)) if chosen.startswith(COUNTER) else None,
            note=self.note.text().strip(),
            confirm=self.second,
            reason=reason if self.second else "",
        )

    def refused(self, _refusal: Refused) -> bool:
        if _refusal.code != "second-referral":
            return False
        self._ask_reason(True)
        self.refresh(self.here)
        self.reason.setFocus()
        return True

    def first_focus(self) -> QWidget:
        return self.search
