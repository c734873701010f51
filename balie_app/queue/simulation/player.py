"""Plays the day: visitors who come in and clerks who call, through the same use cases as people.

A player owns no clock. It is told the hall's time and does everything that is due; counters that a person took
over are left alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall
from balie_app.queue.rules.hall import CounterType
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, Visit
from balie_app.queue.simulation.visitors import Arrival
from balie_app.queue.store.work import whole_ms

BY_CLERK = "simulatie"
WRAP_UP_SECONDS = (5, 25)
NOT_THERE_AFTER = timedelta(seconds=75)
FLEXIBILITY = (CounterType.STAND_UP, CounterType.CLOSED, CounterType.ROOM, CounterType.GROUP_ROOM)
"""Least flexible first: a room is not used up by what a stand-up counter can do."""
ADDS_WAITING = frozenset(
    {"issued", "checked-in", "returned", "ready", "transferred", "resumed", "left", "not-there", "undone"}
)


@dataclass(order=True, slots=True)
class _Due:
    at: datetime
    order: int
    act: Callable[[datetime], None] = field(compare=False)


class Player:
    """One day in one hall."""

    def __init__(
        self, hall: Hall, arrivals: Sequence[Arrival], seed: int, printer: str | None, press: Callable[[Arrival], bool]
    ) -> None:
        """``press`` pushes the button of the dispenser for an arrival; False: there is none, use the kiosk."""
        self.hall = hall
        self.config = hall.config()
        self.hands_off: set[int] = set()
        self._arrivals = arrivals
        self._random = Random(seed)
        self._printer = printer
        self._press = press
        self._due: list[_Due] = []
        self._order = count()
        self._idle: set[int] = set()
        self._lengths: dict[str, Arrival] = {}
        self._pressed: list[Arrival] = []
        self._seen = 0
        self._changed_hands = False
        self._rank = {each.number: FLEXIBILITY.index(each.type) for each in self.config.counters}
        self._alike = {
            each.number: (each.type, each.private, each.accessible, clerk.competences, clerk.languages)
            for each, clerk in zip(self.config.counters, self.config.clerks, strict=False)
        }

    # -- before the doors open -------------------------------------------------------------------

    def book_all(self) -> dict[int, str]:
        """Book the day's appointments; answers their codes by position of the arrival."""
        codes = {}
        for index, each in enumerate(self._arrivals):
            if each.appointment_at is None:
                continue
            booked = self._do(
                c.Book(
                    each.products, each.appointment_at, party=each.party, initials=each.initials, language=each.language
                )
            )
            codes[index] = booked.code
        return codes

    def plan(self, codes: dict[int, str], since: datetime) -> None:
        """Put everybody who arrives from ``since`` on in the diary."""
        for index, each in enumerate(self._arrivals):
            if each.at >= since:
                self._at(each.at, partial(self._arrive, each, codes.get(index)))

    def open_counters(self, numbers: Sequence[int]) -> None:
        """Each clerk sits down at their own counter."""
        clerks = dict(zip((each.number for each in self.config.counters), self.config.clerks, strict=False))
        for number in numbers:
            self._do(c.OpenCounter(number, clerks[number].code), f"counter-{number}")
        self.seat(numbers)

    def seat(self, numbers: Iterable[int]) -> None:
        """Work at these counters, which are open."""
        self._idle.update(numbers)

    # -- taking part -----------------------------------------------------------------------------

    def take_over(self, number: int) -> None:
        """From now on a person works at this counter."""
        self.hands_off.add(number)
        self._idle.discard(number)

    def give_back(self, number: int) -> None:
        """The simulated clerk works at this counter again, with whoever is there."""
        self.hands_off.discard(number)
        self._changed_hands = True
        there = next((each for each in self.hall.view().contacts if each.counter == number), None)
        if there is None:
            self._idle.add(number)
        elif there.started_at is None:
            self._expect(there, self.hall.now())
        else:
            self._at(self.hall.now() + timedelta(minutes=1), partial(self._finish, number))

    # -- playing ---------------------------------------------------------------------------------

    def next_due(self) -> datetime | None:
        """When the next planned thing happens."""
        return self._due[0].at if self._due else None

    def play(self, now: datetime) -> int:
        """Do everything that is due at ``now``; answers how many things that were."""
        done = 0
        while self._due and self._due[0].at <= now:
            heapq.heappop(self._due).act(now)
            done += 1
        if self._news() or done or self._changed_hands:
            self._changed_hands = False
            self._call(now)
        return done

    def _at(self, moment: datetime, act: Callable[[datetime], None]) -> None:
        heapq.heappush(self._due, _Due(whole_ms(moment), next(self._order), act))

    def _do(self, command: c.Command, station: str = "simulatie") -> Any:
        return self.hall.perform(command, c.By(station, BY_CLERK))

    def _news(self) -> bool:
        """Whether anybody, also a person at a real kiosk or counter, changed who waits."""
        entries = self.hall.journal(self._seen, 500)
        if not entries:
            return False
        self._seen = entries[-1].seq
        for entry in entries:
            if entry.what == "issued" and entry.facts.get("via") == "dispenser" and self._pressed and entry.ticket:
                self._lengths[entry.ticket] = self._pressed.pop(0)
        return any(entry.what in ADDS_WAITING for entry in entries)

    def _arrive(self, each: Arrival, code: str | None, _now: datetime) -> None:
        if code is None and each.via == "dispenser" and self._press(each):
            self._pressed.append(each)
            return
        try:
            visit = self._check_in(each, code) if code else self._issue(each)
        except Refused:
            return  # too late, or the hall is closed: a real visitor would ask the host
        self._lengths[visit.label] = each

    def _check_in(self, each: Arrival, code: str) -> Visit:
        visit: Visit = self._do(c.CheckIn(code, via=each.via, printer=self._printer), each.via)
        return visit

    def _issue(self, each: Arrival) -> Visit:
        visit: Visit = self._do(
            c.Issue(
                each.products,
                each.contact_type,
                each.language,
                each.party,
                each.needs,
                "kiosk" if each.via == "dispenser" else each.via,
                self._printer,
            ),
            each.via,
        )
        return visit

    def _call(self, now: datetime) -> None:
        """Every idle counter calls, the least flexible first."""
        fruitless: set[object] = set()
        for number in sorted(self._idle, key=lambda each: (self._rank[each], each)):
            if self._alike.get(number, number) in fruitless:
                continue
            contact = self._try(c.CallNext(number))
            if contact is None:
                fruitless.add(self._alike.get(number, number))
            else:
                self._idle.discard(number)
                self._expect(contact, now)

    def _try(self, command: c.Command) -> Contact | None:
        """A step at a counter; None when a person was there first or did something else meanwhile."""
        try:
            found = self._do(command, f"counter-{getattr(command, 'counter', 0)}")
        except Refused:
            return None
        return found if isinstance(found, Contact) else None

    def _expect(self, contact: Contact, now: datetime) -> None:
        number, arrival = contact.counter or 0, self._lengths.get(contact.label)
        if arrival is None or arrival.shows_up:
            walk = timedelta(seconds=arrival.walk_seconds if arrival else 20)
            self._at(now + walk, partial(self._start, number))
        else:
            self._at(now + NOT_THERE_AFTER, partial(self._absent, number))

    def _absent(self, number: int, now: datetime) -> None:
        if number in self.hands_off:
            return
        contact = self._try(c.Recall(number))
        if contact is None:
            return
        if contact.calls > self.config.settings.recall_limit:
            self._try(c.NotThere(number))
            self._idle.add(number)
        else:
            self._at(now + NOT_THERE_AFTER, partial(self._absent, number))

    def _start(self, number: int, now: datetime) -> None:
        if number in self.hands_off:
            return
        contact = self._try(c.Start(number))
        if contact is None:
            return
        arrival = self._lengths.get(contact.label)
        length = timedelta(minutes=arrival.minutes if arrival else 4.0)
        self._at(now + length, partial(self._finish, number))

    def _finish(self, number: int, now: datetime) -> None:
        if number in self.hands_off:
            return
        self._try(c.Finish(number, outcome="done"))
        wrap_up = timedelta(seconds=self._random.uniform(*WRAP_UP_SECONDS))
        self._at(now + wrap_up, partial(self._free, number))

    def _free(self, number: int, now: datetime) -> None:
        if number not in self.hands_off:
            self._idle.add(number)
