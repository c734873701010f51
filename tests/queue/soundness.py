"""What must hold of a hall whatever was pressed and whatever broke (`hall.md`: what is never allowed).

Read from the journal and the tables as they are, by its own reckoning: it asks no use case. Loaded by path.
"""

from __future__ import annotations

import json
from collections import Counter as Tally
from typing import Any

from sqlalchemy import select

from balie_app.queue.config import parse
from balie_app.queue.hall import Hall
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.eligible import obstacles
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.visit import Contact, Visit
from balie_app.queue.store import tables
from balie_app.queue.store.journal import Entry
from balie_app.queue.store.records import unplain

DRAWN = {
    *((None, "waiting"), (None, "done"), ("waiting", "called"), ("waiting", "left"), ("called", "serving")),
    *(("called", "waiting"), ("called", "missed"), ("serving", "done"), ("serving", "parked")),
    *(("serving", "producing"), ("parked", "waiting"), ("parked", "left"), ("producing", "waiting")),
    *(("producing", "left"), ("missed", "waiting"), ("missed", "left")),
}
"""The arrows in the picture of a contact's life: from state, to state."""
NOTHING_CHANGES = {"configured", "clock-set", "day-closed", "day-started", "roll-set", "drawer-opened"}
"""Entries that may leave all records as they are: the change is in the hall itself, its series, or a drawer."""


def all_entries(hall: Hall) -> list[Entry]:
    """The whole journal."""
    found: list[Entry] = []
    while more := hall.journal(found[-1].seq if found else 0):
        found += more
    return found


def assert_sound(hall: Hall) -> list[Entry]:
    """Everything that is never allowed; answers the journal."""
    entries = all_entries(hall)
    assert [each.seq for each in entries] == list(range(1, len(entries) + 1))
    assert [each.at for each in entries] == sorted(each.at for each in entries)
    idle = {each.what for each in entries if not each.changes} - NOTHING_CHANGES
    assert not idle, idle
    with hall.reading() as connection:
        difference = first_difference(connection)
        assert difference is None, difference
        numbers = connection.execute(select(tables.visit.c.day, tables.visit.c.label)).all()
        contacts = [Contact(*row) for row in connection.execute(select(tables.contact))]
        table = tables.configuration
        documents = dict(connection.execute(select(table.c.version, table.c.document)).all())
    assert max(Tally(numbers).values(), default=1) == 1
    _assert_places(contacts)
    _assert_times(contacts)
    _History(documents).play(entries)
    return entries


def _assert_places(contacts: list[Contact]) -> None:
    at_counters = [each for each in contacts if each.state in {"called", "serving"}]
    assert max(Tally(each.counter for each in at_counters).values(), default=1) == 1
    assert max(Tally(each.visit for each in at_counters).values(), default=1) == 1
    assert all(each.counter is not None and each.clerk is not None for each in at_counters)
    assert all(each.counter is None for each in contacts if each.state in {"waiting", "parked", "producing", "missed"})


def _assert_times(contacts: list[Contact]) -> None:
    for each in contacts:
        assert each.waited_ms >= 0, each
        assert each.arrived_at <= each.waiting_since, each
        if each.called_at is not None and each.state in {"called", "serving", "done"}:
            known = [each.arrived_at, each.called_at, each.started_at, each.finished_at]
            order = [moment for moment in known if moment is not None]
            assert order == sorted(order), each


class _History:
    """Plays the entries one by one and looks at each step that moves somebody."""

    def __init__(self, documents: dict[int, str]) -> None:
        self.documents = documents
        self.version = 1
        self.read: dict[int, HallConfig] = {}
        self.held: dict[tuple[str, str], dict[str, Any]] = {}

    def config(self) -> HallConfig:
        if self.version not in self.read:
            self.read[self.version] = parse(json.loads(self.documents[self.version]))
        return self.read[self.version]

    def play(self, entries: list[Entry]) -> None:
        by_seq = {each.seq: each for each in entries}
        for entry in entries:
            if entry.what == "undone":
                self._assert_put_back(entry, by_seq[entry.facts["undoes"]])
            for change in entry.changes:
                if change["of"] == "contact":
                    self._assert_drawn(entry, change)
                self._keep(change)
            if entry.what == "configured":
                self.version = entry.facts["version"]

    def _keep(self, change: dict[str, Any]) -> None:
        place = (change["of"], str(change["key"]))
        if change["is"] is None:
            del self.held[place]
        else:
            self.held[place] = self.held.get(place, {}) | change["is"]

    def _assert_drawn(self, entry: Entry, change: dict[str, Any]) -> None:
        before, after = change["was"], change["is"]
        if entry.what == "undone" or after is None or "state" not in after:
            return
        step = (None if before is None else before["state"], after["state"])
        ending = entry.what in {"day-closed", "day-started"} and step[1] == "left"  # whoever is still there
        assert step in DRAWN or ending, (entry.seq, entry.what, step)
        assert step != (None, "done") or entry.what == "quick-contact"
        if step[1] == "called":
            self._assert_may_be_called(entry, change)

    def _assert_may_be_called(self, entry: Entry, change: dict[str, Any]) -> None:
        """Privacy, place, competence, wheelchair: only a person with a reason sets aside what is about the place."""
        plain = self.held["contact", change["key"]]
        contact, config = Contact(**unplain(Contact, plain)), self.config()
        visit = Visit(**unplain(Visit, self.held["visit", contact.visit]))
        counter = config.counter_by_number[change["is"]["counter"]]
        clerk = config.clerk_by_code.get(change["is"]["clerk"])
        assert counter.number == entry.counter
        in_the_way = set(obstacles(contact, visit.needs, counter, clerk, config))
        if entry.facts["rule"] == "chosen" and entry.facts["reason"]:
            in_the_way -= {"counter-not-private", "wrong-counter-type", "for-another-counter", "for-another-clerk"}
        assert not in_the_way, (entry.seq, in_the_way)
        assert entry.facts["why"]

    def _assert_put_back(self, entry: Entry, step: Entry) -> None:
        """Undo gives every record that the step touched the values it had before, and touches no other."""
        known = {(each["of"], each["key"]): each for each in step.changes}
        assert {(each["of"], each["key"]) for each in entry.changes} == set(known)
        for each in entry.changes:
            was = known[each["of"], each["key"]]["was"]
            if was is None:
                assert each["is"] is None
            else:
                now = self.held[each["of"], str(each["key"])] | each["is"]
                wrong = {name for name, value in was.items() if name != "revision" and now[name] != value}
                assert not wrong, (entry.seq, wrong)
