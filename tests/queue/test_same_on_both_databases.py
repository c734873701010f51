"""The same history on SQLite and PostgreSQL gives the same hall: states, refusals, order and explanations."""

from __future__ import annotations

import os
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Appointment, Contact, Visit
from balie_app.queue.store import tables
from balie_app.queue.views import HallView

LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
BY = c.By("test", "anna")
STARTS = (
    datetime(2030, 1, 14, 9, 0, tzinfo=UTC),
    datetime(2030, 3, 31, 0, 30, tzinfo=UTC),  # half an hour before summer time
    datetime(2030, 10, 27, 0, 30, tzinfo=UTC),  # before the hour that comes twice
    datetime(2030, 1, 14, 22, 50, tzinfo=UTC),  # ten minutes before midnight here
)
COUNTERS = st.integers(1, 4)
CLERKS = st.sampled_from(["anna", "bram", "carla", "daan"])
PRODUCTS = st.sampled_from(["paspoort", "verhuizing", "schulden"])
LABELS = st.builds(lambda letter, number: f"{letter}{number:03d}", st.sampled_from("KUV"), st.integers(1, 4))


def plain(value: Any) -> Any:
    """A result without what chance made: identities and codes."""
    if isinstance(value, Visit):
        return replace(value, id="", code="", appointment=None)
    if isinstance(value, Contact):
        return replace(value, id="", visit="")
    if isinstance(value, Appointment):
        return replace(value, code="")
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    return value


def shown(view: HallView) -> dict[str, Any]:
    """A picture without what chance made."""
    labels = {each.id: (each.label, each.ordinal) for each in view.contacts}
    return {
        "seq": view.seq,
        "at": view.read_at,
        "counters": view.counters,
        "contacts": [plain(each) for each in view.contacts],
        "visits": sorted((plain(each) for each in view.visits.values()), key=lambda each: (each.day, each.label)),
        "appointments": sorted((plain(each) for each in view.appointments), key=repr),
        "calls": view.calls,
        "waits": {labels[key]: wait for key, wait in view.waits.items()},
        "type_waits": view.type_waits,
        "figures": view.figures,
        "undoable": view.undoable,
    }


class BothHalls(RuleBasedStateMachine):
    """One history, played in two halls."""

    def __init__(self, halls: Callable[[], tuple[Hall, Hall]]) -> None:
        super().__init__()
        self.halls = halls()
        self.codes: list[tuple[str, str]] = []
        self.now = STARTS[0]
        self.steps = 0

    @initialize(start=st.sampled_from(STARTS), clerks=st.permutations(["anna", "bram", "carla", "daan"]))
    def begin(self, start: datetime, clerks: list[str]) -> None:
        self.now = start
        self.do(c.SetClock(at=start, speed=0))
        for number, clerk in enumerate(clerks[:3], start=1):
            self.do(c.OpenCounter(number, clerk))

    def do(self, command: c.Command, second: c.Command | None = None) -> tuple[Any, Any]:
        """The same in both halls (``second``: with the code of the second hall)."""
        outcomes = [
            self._outcome(hall, each) for hall, each in zip(self.halls, (command, second or command), strict=True)
        ]
        assert plain(outcomes[0]) == plain(outcomes[1])
        return outcomes[0], outcomes[1]

    def _outcome(self, hall: Hall, command: c.Command) -> Any:
        try:
            return hall.perform(command, BY)
        except Refused as refused:
            return refused.code, sorted(set(refused.facts) - {"appointment"})

    @rule(product=PRODUCTS, party=st.integers(1, 3), needs=st.sampled_from([(), (), ("wheelchair",)]))
    def issue(self, product: str, party: int, needs: tuple[str, ...]) -> None:
        self.do(c.Issue((product,), party=party, needs=needs))

    @rule(product=st.sampled_from(["paspoort", "trouwen"]), minutes=st.integers(-20, 70), officer=st.none() | CLERKS)
    def book(self, product: str, minutes: int, officer: str | None) -> None:
        made = self.do(c.Book((product,), self.now + timedelta(minutes=minutes), officer=officer))
        if isinstance(made[0], Appointment):
            self.codes.append((made[0].code, made[1].code))

    @rule(which=st.integers(0, 5))
    def check_in(self, which: int) -> None:
        if which < len(self.codes):
            first, second = self.codes[which]
            self.do(c.CheckIn(first), c.CheckIn(second))

    @rule(counter=COUNTERS)
    def call_next(self, counter: int) -> None:
        self.do(c.CallNext(counter))

    @rule(counter=COUNTERS, label=LABELS, reason=st.sampled_from(["", "spoed"]))
    def call_ticket(self, counter: int, label: str, reason: str) -> None:
        self.do(c.CallTicket(counter, label, reason))

    @rule(counter=COUNTERS, what=st.sampled_from([c.Recall, c.NotThere, c.Start, c.Start, c.Finish, c.Park, c.Produce]))
    def at_counter(self, counter: int, what: Any) -> None:
        self.do(what(counter))

    @rule(counter=COUNTERS, label=LABELS)
    def set_aside_no_more(self, counter: int, label: str) -> None:
        self.do(c.Resume(counter, label))
        self.do(c.Ready(label))

    @rule(
        counter=COUNTERS,
        aim=st.sampled_from([{"contact_type": "extended"}, {"to_counter": 4}, {"officer": "daan"}, {}]),
        position=st.sampled_from(["arrival", "first", "last"]),
        confirm=st.booleans(),
    )
    def transfer(self, counter: int, aim: dict[str, Any], position: str, confirm: bool) -> None:
        self.do(c.Transfer(counter, note="zie stuk", position=position, confirm=confirm, reason="zo", **aim))

    @rule(counter=COUNTERS, product=PRODUCTS)
    def add_contact(self, counter: int, product: str) -> None:
        self.do(c.AddContact(counter, (product,)))

    @rule(label=LABELS, what=st.sampled_from([c.Leave, c.Return]))
    def visitor(self, label: str, what: Any) -> None:
        self.do(what(label))

    @rule(counter=COUNTERS)
    def undo(self, counter: int) -> None:
        self.do(c.Undo(counter))

    @rule(counter=COUNTERS, clerk=CLERKS)
    def open_counter(self, counter: int, clerk: str) -> None:
        self.do(c.OpenCounter(counter, clerk))

    @rule(counter=COUNTERS, what=st.sampled_from([c.PauseCounter, c.ResumeCounter, c.CloseCounter]))
    def staff(self, counter: int, what: Any) -> None:
        self.do(what(counter))

    @rule(seconds=st.sampled_from([1, 20, 61, 200, 1200, 2400]))
    def later(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.do(c.SetClock(at=self.now, speed=0))

    @rule()
    def clock_back(self) -> None:
        self.do(c.SetClock(at=self.now - timedelta(hours=1), speed=0))

    @rule()
    def close_day(self) -> None:
        self.steps += 1
        if self.steps % 4 == 0:
            self.do(c.CloseDay())

    @invariant()
    def the_halls_are_equal_and_sound(self) -> None:
        first, second = (hall.view() for hall in self.halls)
        assert shown(first) == shown(second)
        at_counters = [each.counter for each in first.contacts if each.state in {"called", "serving"}]
        assert None not in at_counters
        assert max(Tally(at_counters).values(), default=1) == 1
        assert all(each.counter is None for each in first.contacts if each.state in {"waiting", "parked", "producing"})
        assert all(each.waited_ms >= 0 for each in first.contacts)
        assert all(each.waiting_since <= first.read_at for each in first.contacts)
        assert all(wait.p10 >= 0 for wait in first.waits.values())

    def teardown(self) -> None:
        for hall in self.halls:
            with hall.reading() as connection:
                assert first_difference(connection) is None
            hall.close()


def emptied(url: str) -> str:
    """That database without a hall in it."""
    hall = open_hall(url)
    tables.metadata.drop_all(hall.engine)
    hall.close()
    return url


@pytest.mark.postgres
def test_the_same_history_gives_the_same_hall_on_both_databases(
    tmp_path: Path, postgres_url: str, make_config: Callable[..., HallConfig]
) -> None:
    made = 0

    def halls() -> tuple[Hall, Hall]:
        nonlocal made
        made += 1
        if made > 1:
            emptied(postgres_url)
        files = create_hall(tmp_path / f"hall-{made}.db", make_config(), rehearsal=True)
        return files, create_hall(postgres_url, make_config(), rehearsal=True)

    run_state_machine_as_test(
        lambda: BothHalls(halls),
        settings=settings(
            max_examples=200 if LARGE else 10,
            stateful_step_count=60 if LARGE else 40,
            deadline=None,
            derandomize=not LARGE,
            suppress_health_check=list(HealthCheck),
        ),
    )
