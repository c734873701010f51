"""The expected wait of everybody, from the hall as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from balie_app.queue.rules.choose import Candidate, ranked, strictness
from balie_app.queue.rules.eligible import obstacle
from balie_app.queue.rules.forecast import Person, Places, expected_waits, remaining, spread
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Contact, ContactState, CounterState, CounterWork
from balie_app.queue.views import Wait

Desk = tuple[Counter, Clerk]
"""An open counter and who sits there."""


def usual_minutes(products: Sequence[str], contact_type: str, party: int, config: HallConfig) -> float:
    """How long such a conversation usually lasts, in minutes; at least one."""
    known = [config.product_by_slug[slug] for slug in products if slug in config.product_by_slug]
    if not known:
        return max(1.0, float(config.contact_type_by_code[contact_type].minutes))
    extra = max(0, party - 1)
    return max(1.0, float(sum(each.minutes + extra * each.minutes_per_extra_person for each in known)))


class Outlook:
    """The hall played forward once: waits of those who wait, and of somebody who would come now."""

    def __init__(
        self,
        config: HallConfig,
        counters: Iterable[CounterWork],
        contacts: Sequence[Contact],
        candidates: Sequence[Candidate],
        now: datetime,
    ) -> None:
        self.config = config
        self.now = now
        desks, free_in = self._desks(counters, contacts)
        self._desks_open = desks
        self._seen: dict[tuple[object, ...], Places] = {}
        self.order = [each for _, each in ranked(candidates, now, strictness(config.settings.strictness))]
        queue = [self._person(each) for each in self.order]
        queue += [self._probe(code) for code in config.contact_type_by_code]
        middles = expected_waits(queue, free_in)
        self.waits = {c.contact.id: Wait(*spread(middles[c.contact.id])) for c in self.order if c.contact.id in middles}
        self.type_waits = {
            code: Wait(*spread(middles[f"type:{code}"]))
            for code in config.contact_type_by_code
            if f"type:{code}" in middles
        }

    def _desks(self, counters: Iterable[CounterWork], contacts: Sequence[Contact]) -> tuple[list[Desk], list[float]]:
        busy = {each.counter: each for each in contacts if each.state in AT_COUNTER}
        desks, free_in = [], []
        for work in counters:
            place = self.config.counter_by_number.get(work.number)
            clerk = self.config.clerk_by_code.get(work.clerk or "")
            if work.state is not CounterState.OPEN or place is None or clerk is None:
                continue
            desks.append((place, clerk))
            free_in.append(self._busy_for(busy.get(work.number)))
        return desks, free_in

    def _busy_for(self, contact: Contact | None) -> float:
        if contact is None:
            return 0.0
        usual = usual_minutes(contact.products, contact.contact_type, 1, self.config)
        since = contact.started_at or contact.called_at or self.now
        return remaining(usual, (self.now - since).total_seconds() / 60)

    def _places(self, contact: Contact, needs: tuple[str, ...]) -> Places:
        """Which open counters may take such a contact; the same for all alike."""
        alike = (contact.contact_type, contact.products, contact.only_counter, contact.only_clerk, needs)
        if alike not in self._seen:
            self._seen[alike] = frozenset(
                index
                for index, (counter, clerk) in enumerate(self._desks_open)
                if obstacle(contact, needs, counter, clerk, self.config) is None
            )
        return self._seen[alike]

    def _person(self, each: Candidate) -> Person:
        contact = each.contact
        minutes = usual_minutes(contact.products, contact.contact_type, 1, self.config)
        return Person(contact.id, minutes, self._places(contact, each.needs))

    def _probe(self, code: str) -> Person:
        contact = Contact(
            "", "", self.now.date(), "", ContactState.WAITING, code, (), self.now, self.now, waiting_since=self.now
        )
        return Person(f"type:{code}", 0, self._places(contact, ()), probe=True)
