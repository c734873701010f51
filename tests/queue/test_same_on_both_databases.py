"""The same history by the rules alone, on SQLite and on PostgreSQL: equal states, refusals, calling order, reasons."""

from __future__ import annotations

import os
import random
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from balie_app.queue import commands as c
from balie_app.queue import hall as hall_module
from balie_app.queue.ctl.explain import explain
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.replay import first_difference
from balie_app.queue.rules.choose import LOOK_AHEAD
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.rules.refused import Refused
from balie_app.queue.rules.visit import Contact, Visit
from balie_app.queue.store import tables, work
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
SELDOM: list[type[c.Command]] = [
    *(c.CancelAppointment, c.MoveAppointment, c.QuickContact, c.Configure, c.Reprint, c.PrintOutcome, c.Return),
    *(c.Resume, c.Ready, c.CallTicket, c.Finish, c.CallNext, c.Start),
]
"""Drawn from the mix by themselves, so that each comes often enough."""
LABELS = st.builds(lambda letter, number: f"{letter}{number:03d}", st.sampled_from("KUV"), st.integers(1, 4))


class Chance:
    """Identities and codes that are the same in every hall: they follow from the step and the order within it."""

    def begin(self, step: int) -> None:
        self.draw = random.Random(step)

    def token_hex(self, length: int) -> str:
        return "".join(self.draw.choices("abcdef", k=2 * length))

    def choice(self, letters: str) -> str:
        return self.draw.choice(letters)


def shown(view: HallView) -> dict[str, Any]:
    """A picture, without the machine's own time."""
    found = {each.name: getattr(view, each.name) for each in fields(view)}
    return found | {"clock": replace(view.clock, wall=view.read_at), "config": view.config.name}


def without_told(value: Any) -> Any:
    """Without the wait that was told: the hall without a database tells none."""
    if isinstance(value, Visit):
        return replace(value, told_low=None, told_high=None)
    return value


class ThreeHalls:
    """Two halls with a database and one without, in which the same happens."""

    def __init__(self, halls: tuple[Hall, Hall], helpers: Any, mix_of: Any, chance: Chance) -> None:
        self.halls, self.helpers, self.mix_of, self.chance = halls, helpers, mix_of, chance
        self.steps = 0
        self.kinds, self.pure = Tally[str](), Tally[str]()
        """How often each kind of command succeeded, and how often without the database."""

    def begin(self, start: datetime, clerks: list[str], draw: random.Random) -> None:
        self.now = start
        for hall in self.halls:
            hall.perform(c.SetClock(at=start, speed=0), BY)
        self.third = self.helpers.PureHall(self.halls[0])
        for number, clerk in enumerate(clerks[:3], start=1):
            self.do(c.OpenCounter(number, clerk))
        for _ in range(draw.randint(0, 12)):
            self.do(self.mix(draw, 1).of(c.Issue))

    def do(self, command: c.Command) -> None:
        """The same in all halls, with the same outcome."""
        self.steps += 1
        first, second = (self._outcome(hall.perform, command, BY) for hall in self.halls)
        assert first == second
        try:
            third = self._outcome(self.third.perform, command)
        except self.helpers.BeyondError:
            self.third.adopt(self.halls[0])
        else:
            assert without_told(third) == without_told(first)
            self.pure[type(command).__name__] += not isinstance(first, No)
        self.kinds[type(command).__name__] += not isinstance(first, No)
        if isinstance(command, c.CallNext) and isinstance(first, Contact):
            self.assert_explained(first)

    def assert_explained(self, called: Contact) -> None:
        """The whole comparison, made again from the journal, says what was said at the call."""
        for hall in self.halls:
            with hall.looking() as work:
                found = explain(work, called.counter or 0)
            assert found is not None
            assert found["why"]["text"] == called.why
            if found["why"]["rule"] == LOOK_AHEAD:  # more than the rule alone decided
                continue
            assert found["considered"][0]["label"] == called.label
            after = [each["label"] for each in found["considered"][1:]]
            assert found["runner_up"] == (after[0] if after else None)

    def _outcome(self, perform: Callable[..., Any], *asked: Any) -> Any:
        self.chance.begin(self.steps)
        try:
            return perform(*asked)
        except Refused as refused:
            return No(refused.code, refused.facts)

    def mix(self, draw: random.Random, counter: int) -> Any:
        return self.mix_of.Mix(draw, counter, self.mix_of.seen(self.halls[0].view()))

    def a_while(self, draw: random.Random, commands: int = 25) -> None:
        """What a busy hall does: mostly things that make sense."""
        for _ in range(commands):
            command = self.mix(draw, draw.randint(1, 4)).any()
            if not isinstance(command, c.SetClock):
                self.do(command)
            if draw.random() < 0.4:
                self.later(draw.choice((1, 15, 40, 100, 400)))

    def later(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)
        self.do(c.SetClock(at=self.now, speed=0))

    def assert_equal_and_sound(self) -> None:
        first, second = (hall.view() for hall in self.halls)
        assert shown(first) == shown(second)
        held = {place: without_told(each) for place, each in self.helpers.records_of(self.halls[0]).items()}
        assert held == {place: without_told(each) for place, each in self.third.records.items()}
        assert all(each.waited_ms >= 0 for each in first.contacts)
        assert all(each.waiting_since <= first.read_at for each in first.contacts)
        assert all(wait.p10 >= 0 for wait in first.waits.values())


@dataclass(frozen=True)
class No:
    """A refusal."""

    code: str
    facts: dict[str, Any]


class AnyHistory(RuleBasedStateMachine):
    """One history in three halls, that hypothesis makes up and shortens."""

    def __init__(self, halls: Callable[[], ThreeHalls]) -> None:
        super().__init__()
        self.play = halls()
        self.do = self.play.do

    @initialize(
        start=st.sampled_from(STARTS),
        clerks=st.permutations(["anna", "bram", "carla", "daan"]),
        seed=st.integers(0, 2**32),
    )
    def begin(self, start: datetime, clerks: list[str], seed: int) -> None:
        self.play.begin(start, clerks, random.Random(seed))

    @rule(seed=st.integers(0, 2**32), kind=st.sampled_from(SELDOM))
    def seldom(self, seed: int, kind: type[c.Command]) -> None:
        self.do(self.play.mix(random.Random(seed), 1).of(kind))

    @rule(
        product=PRODUCTS,
        party=st.integers(1, 3),
        needs=st.sampled_from([(), (), ("wheelchair",), ("quiet", "help")]),
        language=st.sampled_from(["nl", "nl", "en", "ar"]),
    )
    def issue(self, product: str, party: int, needs: tuple[str, ...], language: str) -> None:
        self.do(c.Issue((product,), party=party, needs=needs, language=language, printer="bon"))

    @rule(product=st.sampled_from(["paspoort", "trouwen"]), minutes=st.integers(-20, 70), officer=st.none() | CLERKS)
    def book(self, product: str, minutes: int, officer: str | None) -> None:
        self.do(c.Book((product,), self.play.now + timedelta(minutes=minutes), officer=officer))

    @rule(which=st.integers(0, 5))
    def check_in(self, which: int) -> None:
        booked = self.play.halls[0].view().appointments
        if which < len(booked):
            self.do(c.CheckIn(booked[which].code))

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
        self.play.later(seconds)

    @rule()
    def clock_back(self) -> None:
        self.do(c.SetClock(at=self.play.now - timedelta(hours=1), speed=0))

    @rule(often=st.integers(0, 3))
    def close_day(self, often: int) -> None:
        if not often:
            self.do(c.CloseDay())

    @invariant()
    def the_halls_are_equal_and_sound(self) -> None:
        self.play.assert_equal_and_sound()

    def teardown(self) -> None:
        for hall in self.play.halls:
            with hall.reading() as connection:
                assert first_difference(connection) is None
            hall.close()


def emptied(url: str) -> str:
    """That database without a hall in it."""
    hall = open_hall(url)
    tables.metadata.drop_all(hall.engine)
    hall.close()
    return url


@pytest.fixture
def three_halls(
    tmp_path: Path, postgres_url: str, make_config: Callable[..., HallConfig], pure_hall: Any, command_mix: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], ThreeHalls]]:  # fmt: skip
    made, chance = list[Hall](), Chance()
    monkeypatch.setattr(work, "secrets", chance)
    monkeypatch.setattr(hall_module, "wall_clock", lambda: STARTS[0])

    def halls() -> ThreeHalls:
        if made:
            emptied(postgres_url)
        made.append(create_hall(tmp_path / f"hall-{len(made)}.db", make_config(), rehearsal=True))
        made.append(create_hall(postgres_url, make_config(), rehearsal=True))
        return ThreeHalls((made[-2], made[-1]), pure_hall, command_mix, chance)

    yield halls
    for each in made:
        each.close()


@pytest.mark.postgres
def test_the_same_history_gives_the_same_hall_by_the_rules_alone_and_on_both_databases(
    three_halls: Callable[[], ThreeHalls],
) -> None:
    run_state_machine_as_test(
        lambda: AnyHistory(three_halls),
        settings=settings(
            max_examples=60 if LARGE else 8,
            stateful_step_count=50 if LARGE else 30,
            deadline=None,
            derandomize=not LARGE,
            phases=list(Phase) if LARGE else [Phase.generate],  # shortening a failure takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


BY_RULES_ALONE = frozenset(
    {"Issue", "CallNext", "CallTicket", "Recall", "Start", "NotThere", "Return", "Finish", "Park", "Resume", "Produce"}
    | {"Ready", "Transfer", "AddContact", "Leave", "Undo", "QuickContact", "Book", "MoveAppointment", "CheckIn"}
    | {"CancelAppointment", "OpenCounter", "PauseCounter", "ResumeCounter", "CloseCounter", "SetClock"}
)
"""What goes without the database too. The others are about whole tables at once, or about books of their own."""


@pytest.mark.postgres
@pytest.mark.parametrize("seed", range(8 if LARGE else 2))
def test_a_long_day_gives_the_same_hall_by_the_rules_alone_and_on_both_databases(
    three_halls: Callable[[], ThreeHalls], soundness: Any, seed: int
) -> None:
    draw, play = random.Random(seed), three_halls()
    play.begin(STARTS[3 * seed % len(STARTS)], draw.sample(["anna", "bram", "carla", "daan"], 4), draw)
    for _ in range(40 if LARGE else 12):
        play.a_while(draw)
        play.assert_equal_and_sound()
    assert len(play.kinds) > 25
    for hall in play.halls:
        soundness.assert_sound(hall)
        hall.close()
    by_rules = {kind for kind in play.kinds if play.pure[kind]}
    assert {kind for kind in BY_RULES_ALONE if play.kinds[kind]} <= by_rules
    assert play.pure.total() > 0.8 * play.kinds.total()
