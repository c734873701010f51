"""The expected wait of everybody, from the hall as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from balie_app.queue.rules.choose import Candidate, ranked, strictness
from balie_app.queue.rules.durations import Usual
from balie_app.queue.rules.eligible import obstacle
from balie_app.queue.rules.forecast import Person, Places, Talk, expected_waits, free_times, in_front, spread
from balie_app.queue.rules.hall import Clerk, Counter, HallConfig
from balie_app.queue.rules.visit import AT_COUNTER, Appointment, Contact, ContactState, CounterState, CounterWork
from balie_app.queue.store.sampling import Scene, sampled
from balie_app.queue.views import Wait

EPOCH = datetime.fromtimestamp(0, UTC)


def usual_minutes(products: Sequence[str], contact_type: str, party: int, config: HallConfig) -> float:
    """How long such a conversation lasts as it was configured, in minutes; at least one."""
    known = [config.product_by_slug[slug] for slug in products if slug in config.product_by_slug]
    if not known:
        return max(1.0, float(config.contact_type_by_code[contact_type].minutes))
    extra = max(0, party - 1)
    return max(1.0, float(sum(each.minutes + extra * each.minutes_per_extra_person for each in known)))


def lasts(products: Sequence[str], contact_type: str, party: int, config: HallConfig) -> Usual:
    """How long such a conversation really lasts, as this hall learned from its earlier days.

    Nothing is asked of the database: what was learned came with the configuration.
    """
    known = [config.product_by_slug[slug] for slug in products if slug in config.product_by_slug]
    extra = max(0, party - 1)
    parts = [(each.slug, float(each.minutes + extra * each.minutes_per_extra_person)) for each in known]
    return config.learned.usual(contact_type, parts, float(config.contact_type_by_code[contact_type].minutes))


class Desks:
    """The open counters with who sits there, and which of them may take whom."""

    def __init__(self, config: HallConfig, staffed: tuple[tuple[int, str], ...]) -> None:
        self.config = config
        self.staffed = staffed
        self._desks: list[tuple[Counter, Clerk]] = [
            (config.counter_by_number[number], config.clerk_by_code[clerk]) for number, clerk in staffed
        ]
        self._seen: dict[tuple[object, ...], Places] = {}
        self._usual: dict[tuple[str, tuple[str, ...]], Usual] = {}
        self._alike: dict[tuple[object, ...], tuple[float, Places]] = {}

    def places(self, contact: Contact, needs: tuple[str, ...]) -> Places:
        """Positions of the counters that may take such a contact; the same for all alike."""
        alike = (contact.contact_type, contact.products, contact.only_counter, contact.only_clerk, needs)
        if alike not in self._seen:
            self._seen[alike] = frozenset(
                index
                for index, (counter, clerk) in enumerate(self._desks)
                if obstacle(contact, needs, counter, clerk, self.config) is None
            )
        return self._seen[alike]

    def usual(self, kind: str, products: tuple[str, ...]) -> Usual:
        """How long such a conversation lasts."""
        about = (kind, products)
        if about not in self._usual:
            self._usual[about] = lasts(products, kind, 1, self.config)
        return self._usual[about]

    def places_of_type(self, code: str) -> Places:
        """Positions of the counters that may take somebody with this kind of contact and no wishes."""
        return self.alike(code, (), None, None)[1]

    def alike(
        self, kind: str, products: tuple[str, ...], only_counter: int | None, only_clerk: str | None
    ) -> tuple[float, Places]:
        """How long such a conversation lasts, in minutes, and which counters may take it."""
        about = (kind, products, only_counter, only_clerk)
        if about not in self._alike:
            somebody = Contact(
                *("", "", EPOCH.date(), "", ContactState.WAITING, kind, products, EPOCH, EPOCH, EPOCH),
                only_counter=only_counter,
                only_clerk=only_clerk,
            )
            self._alike[about] = self.usual(kind, products).minutes, self.places(somebody, ())
        return self._alike[about]


_REMEMBERED: list[Desks] = []
"""The last ones: between two changes of counters, steps and pictures ask the same again and again."""
_REMEMBER = 4


def open_desks(
    config: HallConfig, counters: Iterable[CounterWork], contacts: Iterable[Contact], now: datetime
) -> tuple[Desks, list[float]]:
    """The open counters, and for each the minutes until it is free (0: now)."""
    busy = {each.counter: each for each in contacts if each.state in AT_COUNTER}
    staffed = tuple(
        (each.number, each.clerk)
        for each in counters
        if each.state is CounterState.OPEN
        and each.number in config.counter_by_number
        and each.clerk is not None
        and each.clerk in config.clerk_by_code
    )
    desks = _remembered(config, staffed)
    return desks, free_times([_talk(desks, busy.get(number), now) for number, _ in staffed])


def _remembered(config: HallConfig, staffed: tuple[tuple[int, str], ...]) -> Desks:
    known = next((each for each in _REMEMBERED if each.config is config and each.staffed == staffed), None)
    if known is None:
        known = Desks(config, staffed)
        _REMEMBERED[:] = [known, *_REMEMBERED[: _REMEMBER - 1]]
    return known


def _talk(desks: Desks, contact: Contact | None, now: datetime) -> Talk | None:
    if contact is None:
        return None
    usual = desks.usual(contact.contact_type, contact.products)
    since = contact.called_at or contact.started_at or now
    return (now - since).total_seconds() / 60, usual.minutes, usual.spread


class Outlook:
    """The hall played forward: waits of those who wait, and of somebody who would come now."""

    def __init__(
        self,
        config: HallConfig,
        counters: Iterable[CounterWork],
        contacts: Sequence[Contact],
        candidates: Sequence[Candidate],
        now: datetime,
        appointments: Sequence[Appointment] = (),
    ) -> None:
        self._config = config
        self._desks, free_in = open_desks(config, counters, contacts, now)
        self.order = [each for _, each in ranked(candidates, now, strictness(config.settings.strictness))]
        scene = Scene(config, self._desks, self.order, contacts, appointments, now)
        found = sampled(scene)
        self.from_futures = found is not None
        """Whether these are the forecasts of sampled futures."""
        waits = self._played_once(free_in, bool(scene.coming())) if found is None else found
        self.waits = {each.contact.id: waits[each.contact.id] for each in self.order if each.contact.id in waits}
        self.type_waits = {code: waits[_probe(code)] for code in config.contact_type_by_code if _probe(code) in waits}

    def _played_once(self, free_in: Sequence[float], bookings: bool) -> dict[str, Wait]:
        queue = [self._person(each) for each in self.order]
        queue += [Person(_probe(c), 0, self._desks.places_of_type(c), True) for c in self._config.contact_type_by_code]
        middles = expected_waits(queue, free_in)
        booked = self._config.learned.booked if bookings else 0.0
        known = ((each, ahead) for each, ahead in zip(queue, in_front(queue), strict=True) if each.key in middles)
        return {each.key: Wait(*spread(middles[each.key], ahead, booked)) for each, ahead in known}

    def _person(self, each: Candidate) -> Person:
        contact = each.contact
        usual = self._desks.usual(contact.contact_type, contact.products)
        return Person(contact.id, usual.minutes, self._desks.places(contact, each.needs))


def _probe(code: str) -> str:
    """The key of the question how long somebody with this kind of contact would wait."""
    return f"type:{code}"
