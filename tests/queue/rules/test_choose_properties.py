"""What holds for every hall: the order is the same whoever asks, waiting never hurts, nobody waits for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import inf, nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import settings as pace
from hypothesis import strategies as st

from balie_app.queue.dispatch import kernel
from balie_app.queue.dispatch.day import Day, Rule, Staffing, play
from balie_app.queue.rules.choose import (
    Candidate,
    Strictness,
    booked_urgency,
    choose,
    ranked,
    strictness,
    urgency,
    walk_in_urgency,
)
from balie_app.queue.rules.hall import Clerk, ContactType, Counter, CounterType, HallConfig, Settings
from balie_app.queue.rules.visit import Contact, ContactState

NOW = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
ANNA = Clerk("anna", "Anna", frozenset({"*"}))
COUNTER = Counter(1, CounterType.QUICK)
KINDS = ("quick", "extended", "pickup")


def config(slider: float) -> HallConfig:
    kinds = tuple(ContactType(code, code[0].upper(), (CounterType.QUICK,), {"nl": code}) for code in KINDS)
    return HallConfig("Hal", "Dorp", (COUNTER,), kinds, (), (ANNA,), settings=Settings(strictness=slider))


minutes = st.floats(0, 240).map(lambda value: round(value, 2))
sliders = st.floats(0, 1)


@st.composite
def crowds(draw: st.DrawFn) -> list[Candidate]:
    """People who wait: walk-ins and appointments, some put first or last."""
    found = []
    for index in range(draw(st.integers(1, 12))):
        arrived = NOW - timedelta(minutes=draw(minutes))
        booked = draw(st.none() | st.floats(-60, 90))
        at = None if booked is None else NOW + timedelta(minutes=round(booked, 2))
        due = arrived + timedelta(minutes=15) if at is None else max(at, arrived) + timedelta(minutes=5)
        contact = Contact(
            *(f"c{index}", f"v{index}", date(2026, 3, 3), f"A{index:03}", ContactState.WAITING),
            *(draw(st.sampled_from(KINDS)), (), arrived, due, arrived),
            appointment_at=at,
            position=draw(st.sampled_from(("arrival", "arrival", "first", "last"))),
        )
        found.append(Candidate(contact))
    return found


@given(crowds(), sliders, st.randoms(use_true_random=False))
def test_the_choice_does_not_depend_on_the_order_in_which_people_are_read(crowd, slider, random) -> None:
    first = choose(crowd, COUNTER, ANNA, config(slider), NOW)
    shuffled = random.sample(crowd, len(crowd))
    assert choose(shuffled, COUNTER, ANNA, config(slider), NOW) == first
    assert choose(crowd, COUNTER, ANNA, config(slider), NOW) == first


@given(crowds(), sliders)
def test_the_called_one_is_the_most_urgent_and_the_reason_names_the_next(crowd, slider) -> None:
    choice = choose(crowd, COUNTER, ANNA, config(slider), NOW)
    assert choice is not None
    assert choice.reason.considered == len(crowd)
    assert choice.reason.compared[0].label == choice.contact.label
    others = [each.label for each in choice.reason.compared[1:2]]
    assert [choice.reason.runner_up] == (others or [None])


@given(crowds(), sliders, minutes)
def test_who_waits_longer_is_never_called_later_for_it(crowd, slider, more) -> None:
    plain = [each for each in crowd if each.contact.appointment_at is None and each.contact.position == "arrival"]
    assume(plain)
    one = plain[0]
    longer = replace(one.contact, arrived_at=one.contact.arrived_at - timedelta(minutes=more))

    def rank(of: list[Candidate]) -> int:
        order = ranked(of, NOW, strictness(slider))
        return [each.contact.label for _, each in order].index(one.contact.label)

    assert rank([Candidate(longer) if each is one else each for each in crowd]) <= rank(crowd)


@given(sliders, minutes, minutes)
def test_a_walk_in_s_urgency_grows_without_a_ceiling(slider, waited, more) -> None:
    assume(more > 0)
    assert walk_in_urgency(waited + more) > walk_in_urgency(waited)
    strict = strictness(slider)
    highest = booked_urgency(0, strict)
    assert walk_in_urgency(20 * highest) > highest


@given(sliders, minutes, minutes)
def test_an_appointment_presses_more_the_nearer_its_norm_and_the_later_it_is(slider, one, other) -> None:
    strict, (less, more) = strictness(slider), sorted((one, other))
    assert booked_urgency(less, strict) >= booked_urgency(more, strict)
    assert booked_urgency(-more, strict) >= booked_urgency(-less, strict) or less == 0


@pace(deadline=None)  # the first one compiles
@given(st.integers(0, 2**32 - 1), sliders)
def test_everybody_is_called_at_last_however_many_appointments_come(seed, slider) -> None:
    """One counter, a day of only appointments that fill it, and one walk-in who came first."""
    rng = np.random.default_rng(seed)
    booked = np.arange(0.0, 1500.0, 5.0)
    arrival = np.append(booked - rng.uniform(0, 8, len(booked)) + 10, 0.5)
    service = np.append(rng.uniform(4, 6, len(booked)), 5.0)
    day = Day(np.zeros(len(arrival), np.int64), arrival, np.append(booked + 10, -1.0), service)
    played = play(day, Staffing([[1]]), Rule(kernel.INDEX, strictness(slider)), free_at=[2.0], begin=0.0)
    assert played.start[-1] < 20 * booked_urgency(0, strictness(slider))


@pace(deadline=None)  # the first one compiles
@given(crowds(), sliders)
def test_the_kernel_calls_whom_the_rule_calls(crowd, slider) -> None:
    crowd = [each for each in crowd if each.contact.position == "arrival"]
    assume(crowd)
    zero = NOW - timedelta(minutes=1000)

    def minute(moment: datetime) -> float:
        return (moment - zero).total_seconds() / 60

    contacts = [each.contact for each in crowd]
    day = Day(
        kind=np.array([KINDS.index(each.contact_type) for each in contacts]),
        arrival=np.array([minute(each.arrived_at) for each in contacts]),
        appointment=np.array([-1.0 if c.appointment_at is None else minute(c.appointment_at) for c in contacts]),
        service=np.full(len(contacts), 500.0),
        due=np.array([minute(each.due_at) for each in contacts]),
    )
    played = play(day, Staffing([[1, 1, 1]]), Rule(kernel.INDEX, strictness(slider)), begin=1000.0, until=1000.0)
    choice = choose(crowd, COUNTER, ANNA, config(slider), NOW)
    assert choice is not None
    called = contacts[int(np.argmin(played.start))]
    strict = strictness(slider)
    assert urgency(called, NOW, strict) == pytest.approx(urgency(choice.contact, NOW, strict), rel=1e-9)


@pytest.mark.parametrize("slider", [-0.1, 1.1, nan, inf])
def test_a_slider_off_its_scale_is_refused(slider: float) -> None:
    with pytest.raises(ValueError, match="slider"):
        strictness(slider)


@pytest.mark.parametrize("numbers", [(-1, 2, 5), (80, 0, 5), (80, 2, -5), (nan, 2, 5), (80, inf, 5)])
def test_bad_numbers_for_the_index_are_refused(numbers: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="urgency index"):
        Strictness(*numbers)


def test_an_appointment_of_later_goes_early_only_where_nobody_else_waits() -> None:
    """Balanced: whoever walked in goes first; alone, the early one is called and the reason says so."""
    at = NOW + timedelta(minutes=20)
    arrived = NOW - timedelta(minutes=1)
    early = Contact(
        *("e", "e", date(2026, 3, 3), "A001", ContactState.WAITING, "quick", (), arrived),
        *(at + timedelta(minutes=5), arrived),
        appointment_at=at,
    )
    walk_in = Contact(
        *("w", "w", date(2026, 3, 3), "K001", ContactState.WAITING, "quick", (), NOW, NOW + timedelta(minutes=15), NOW),
    )
    alone = choose([Candidate(early)], COUNTER, ANNA, config(0.0), NOW)
    assert alone is not None
    assert "nu al: niemand anders wacht hier" in alone.reason.text
    both = choose([Candidate(early), Candidate(walk_in)], COUNTER, ANNA, config(0.0), NOW)
    assert both is not None
    assert both.contact is walk_in
