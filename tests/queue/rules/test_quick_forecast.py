"""The forecast of a step, played once: ordered, honest about its width, never shorter with more people in front."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.queue.rules.forecast import (
    Person,
    by_appointment,
    expected_waits,
    free_times,
    in_front,
    remaining,
    spread,
    told,
)

MINUTES = st.floats(0, 300)
TALKS = st.lists(st.none() | st.tuples(st.floats(0, 90), st.floats(0, 40), st.floats(0, 1.2)), min_size=1, max_size=5)


def queue(lengths, places):
    return [Person(f"p{n}", length, frozenset(places)) for n, length in enumerate(lengths)]


@given(st.lists(st.floats(0, 60), max_size=8), TALKS)
def test_one_free_counter_more_never_makes_a_forecast_longer(lengths, talks):
    before = expected_waits(queue(lengths, range(len(talks))), free_times(talks))
    after = expected_waits(queue(lengths, range(len(talks) + 1)), free_times([*talks, None]))
    assert all(after[key] <= before[key] + 1e-9 for key in before)


@given(st.lists(st.floats(0, 60), min_size=1, max_size=8), TALKS, st.floats(0, 60))
def test_one_person_more_in_front_never_makes_a_forecast_shorter(lengths, talks, minutes):
    people, places = queue(lengths, range(len(talks))), frozenset(range(len(talks)))
    before = expected_waits(people, free_times(talks))
    after = expected_waits([Person("other", minutes, places), *people], free_times(talks))
    assert all(after[key] >= before[key] - 1e-9 for key in before)


@given(MINUTES, st.integers(0, 200), st.floats(0, 1))
def test_a_range_is_in_order_and_finite(middle, ahead, booked):
    low, likely, high = spread(middle, ahead, booked)
    assert 0 <= low <= likely <= high < math.inf


@given(MINUTES, MINUTES, st.integers(0, 50), st.floats(0, 1))
def test_a_longer_run_never_gives_a_shorter_range(one, other, ahead, booked):
    short, long = (spread(each, ahead, booked) for each in sorted((one, other)))
    assert all(a <= b for a, b in zip(short, long, strict=True))


def test_nothing_in_front_is_no_wait_and_more_people_even_out():
    assert spread(0) == (0, 0, 0)
    few, many = spread(30, ahead=1), spread(30, ahead=20)
    assert many[2] - many[0] < few[2] - few[0]


def test_appointments_that_will_come_lengthen_and_widen_the_range():
    alone, busy = spread(20, 3), spread(20, 3, booked=0.6)
    assert busy[1] > 1.4 * alone[1]
    assert busy[2] / busy[0] > alone[2] / alone[0]


@given(st.floats(0, 500), st.floats(0, 500))
def test_what_is_told_holds_the_range_in_steps_of_five(one, other):
    low, high = sorted((one, other))
    least, most = told(low, high)
    assert (least % 5, most % 5) == (0, 0)
    assert (least, most) == (0, 0) if high <= 5 else least <= low <= high <= most


@given(MINUTES, MINUTES, MINUTES, MINUTES)
def test_a_longer_wait_is_never_told_shorter(low, wider, more, still_more):
    before, after = told(low, low + wider), told(low + more, low + wider + more + still_more)
    assert after[0] >= before[0]
    assert after[1] >= before[1]


@pytest.mark.parametrize(
    ("wait", "said"),
    [((0, 5), (0, 0)), ((2, 6), (0, 10)), ((11, 14), (10, 15)), ((40, 70), (40, 75)), ((61, 62), (60, 75))],
)
def test_a_told_range_is_rounded_outward(wait, said):
    assert told(*wait) == said


@given(st.floats(0, 400), st.floats(-5, 100), st.floats(-1, 3), st.floats(0.01, 0.99))
def test_what_is_left_of_a_conversation_is_finite_and_never_negative(spent, usual, variation, share):
    assert 0 <= remaining(usual, spent, variation, share) < math.inf


def test_of_several_conversations_the_first_ends_sooner_than_one_alone():
    talk = (2.0, 12.0, 0.6)
    alone = free_times([talk])[0]
    assert min(free_times([talk] * 5)) < 0.5 * alone
    assert free_times([None, talk])[0] == 0


def test_how_many_are_in_front_counts_those_who_share_a_counter():
    people = [
        Person("a", 5, frozenset({0})),
        Person("b", 5, frozenset({1})),
        Person("question", 0, frozenset({0, 1}), probe=True),
        Person("c", 5, frozenset({0, 1})),
    ]
    assert in_front(people) == [0, 0, 2, 2]


def test_an_appointment_is_not_held_up_beyond_its_norm():
    assert by_appointment((10, 30, 60), left=12) == (7, 9.5, 12)
    assert by_appointment((1, 2, 3), left=40) == (1, 2, 3)
    assert by_appointment((10, 30, 60), left=-3) == (0, 0, 0)
