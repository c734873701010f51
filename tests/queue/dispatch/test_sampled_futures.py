"""Forecasts from sampled futures: more counters never make them longer, more people in front never shorter."""

from __future__ import annotations

import math
import random
import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from balie_app.queue.dispatch import chances
from balie_app.queue.dispatch.futures import Coming, Talk, Waiting, sampled_waits
from balie_app.queue.rules.choose import strictness

STRICT = strictness(0.5)
FUTURES = 32


def walk_in(key, places, minutes=10.0, spread=0.6, **about):
    return Waiting(key, frozenset(places), minutes, spread, **about)


def talk(number, spent=3.0):
    return Talk(f"talk-{number}", spent, 12.0, 0.6)


def waits(people, counters, coming=(), futures=FUTURES):
    return sampled_waits(people, coming, counters, STRICT, futures)


@st.composite
def one_pool(draw):
    """A hall in which every counter may take everybody: who waits, and what goes on at the counters."""
    counters = [
        talk(number, spent) if spent is not None else None
        for number, spent in enumerate(draw(st.lists(st.none() | st.floats(0, 90), min_size=1, max_size=4)))
    ]
    lines = draw(st.lists(st.tuples(st.floats(1, 60), st.floats(0, 60)), min_size=1, max_size=8))
    places = range(len(counters))
    people = [walk_in(f"p{n}", places, length, arrival=-since) for n, (length, since) in enumerate(lines)]
    return people, counters


@settings(max_examples=60, deadline=None)
@given(one_pool())
def test_one_counter_more_never_makes_a_forecast_longer(hall):
    people, counters = hall
    more = [replace(each, places=frozenset(range(len(counters) + 1))) for each in people]
    before, after = waits(people, counters), waits(more, [*counters, None])
    for key, known in before.items():
        assert all(new <= old + 1e-6 for new, old in zip(after[key], known, strict=True))


@settings(max_examples=60, deadline=None)
@given(one_pool(), st.floats(1, 60), st.floats(0, 90))
def test_one_person_more_in_front_never_makes_a_forecast_shorter(hall, minutes, since):
    people, counters = hall
    other = walk_in("other", range(len(counters)), minutes, arrival=-since)
    before, after = waits(people, counters), waits([*people, other], counters)
    for key, known in before.items():
        assert all(new >= old - 1e-6 for new, old in zip(after[key], known, strict=True))


@pytest.mark.parametrize("seed", range(12))
def test_in_a_mixed_hall_one_counter_more_shortens_the_waits_together(seed):
    chance = random.Random(seed)
    counters = [talk(number, chance.uniform(0, 20)) for number in range(chance.randint(1, 5))]
    kinds = [{place for place in range(len(counters)) if chance.random() < 0.5} or {0} for _ in range(3)]
    served = frozenset(chance.choice(kinds))
    people = [
        walk_in(f"p{n}", chance.choice(kinds), chance.choice([6.0, 14.0, 25.0]), arrival=-chance.uniform(0, 30))
        for n in range(12)
    ]
    more = [replace(p, places=p.places | {len(counters)}) if p.places == served else p for p in people]
    before, after = waits(people, counters), waits(more, [*counters, None])
    assert sum(after[key][1] for key in after) <= sum(before[key][1] for key in before)


def test_a_free_counter_means_no_wait_and_a_question_takes_nobodys_turn():
    people = [walk_in("a", {0}), walk_in("question", {0, 1}, probe=True), walk_in("b", {1})]
    found = waits(people, [None, None])
    assert found["a"] == (0.0, 0.0, 0.0)
    assert found["b"][2] < 0.01
    assert found["question"][2] < 0.01


def test_the_range_of_a_single_counter_is_that_of_what_is_left_of_its_conversation():
    low, middle, high = waits([walk_in("me", {0})], [Talk("t", 0.0, 12.0, 0.6)], futures=256)["me"]
    law = [12.0 * math.exp(0.6 * z - 0.18) for z in (-1.2816, 0.0, 1.2816)]
    assert (low, middle, high) == pytest.approx(law, rel=0.03)


def test_a_conversation_that_lasts_long_is_expected_to_last_on():
    fresh, old = (waits([walk_in("me", {0})], [Talk("t", spent, 12.0, 0.6)], futures=256)["me"] for spent in (0, 30))
    assert 0 < old[1] < 30
    assert fresh[2] > old[1]


def test_a_clerk_who_forgot_to_finish_hours_ago_does_not_stop_the_hall():
    assert waits([walk_in("me", {0})], [Talk("t", 400.0, 12.0, 0.6)])["me"][2] < 12


def test_a_booking_still_to_come_makes_the_walk_in_wait_longer_and_a_stale_one_hardly():
    people, counters = [walk_in("me", {0}, arrival=0.0)], [talk(1, 0.0)]
    alone = waits(people, counters, futures=256)["me"]
    soon = waits(people, counters, [Coming("x", frozenset({0}), 15.0, 0.6, start=2.0)], futures=256)["me"]
    stale = waits(people, counters, [Coming("x", frozenset({0}), 15.0, 0.6, start=-60.0)], futures=256)["me"]
    assert soon[1] > alone[1] + 2
    assert stale == pytest.approx(alone, abs=1.0)


def test_who_nobody_may_take_gets_no_forecast():
    assert set(waits([walk_in("a", {0}), walk_in("b", set())], [None])) == {"a"}
    assert waits([walk_in("a", set())], []) == {}


def test_who_may_not_be_called_yet_waits_at_least_until_then():
    assert waits([walk_in("me", {0}, ready=3.0)], [None])["me"][0] == pytest.approx(3.0)


def test_an_appointment_past_its_norm_goes_before_a_walk_in():
    people = [walk_in("walk-in", {0}, arrival=-5.0), walk_in("booked", {0}, due=-1.0)]
    found = waits(people, [talk(1)])
    assert found["booked"][1] < found["walk-in"][1]


def test_the_same_hall_gets_the_same_forecast_in_whatever_order_it_is_told():
    people = [walk_in(f"p{n}", {n % 2}, 5.0 + n, arrival=-float(n)) for n in range(6)]
    counters = [talk(1), talk(2)]
    assert waits(people, counters) == waits(people[::-1], counters)


PLAYED_WITHOUT_COMPILER = """
import sys
sys.modules["numba"] = None
from balie_app.queue.dispatch.futures import FAST, Coming, Talk, Waiting, sampled_waits
from balie_app.queue.rules.choose import strictness
people = [Waiting(f"p{n}", frozenset({n % 3, 0}), 5.0 + n, 0.6, arrival=-float(n)) for n in range(9)]
coming = [Coming("c", frozenset({0, 1}), 14.0, 0.6, start=4.0)]
found = sampled_waits(people, coming, [Talk("t", 3.0, 12.0, 0.6), None, Talk("u", 9.0, 12.0, 0.6)], strictness(0.5), 16)
print(FAST, found == eval(sys.stdin.read()))
"""


def test_the_forecast_is_the_same_where_nothing_is_compiled():
    people = [walk_in(f"p{n}", {n % 3, 0}, 5.0 + n, arrival=-float(n)) for n in range(9)]
    coming = [Coming("c", frozenset({0, 1}), 14.0, 0.6, start=4.0)]
    counters = [Talk("t", 3.0, 12.0, 0.6), None, Talk("u", 9.0, 12.0, 0.6)]
    here = repr(sampled_waits(people, coming, counters, STRICT, 16))
    program = [sys.executable, "-c", PLAYED_WITHOUT_COMPILER]
    done = subprocess.run(program, input=here, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_zero_durations_are_taken_for_short_ones():
    found = waits([walk_in("a", {0}, 0.0, 0.0), walk_in("b", {0}, 0.0, 0.0)], [Talk("t", 0.0, 0.0, 0.0)])
    assert all(math.isfinite(each) for each in (*found["a"], *found["b"]))


def test_chances_have_the_mean_that_was_asked_for_and_most_bookings_come_early():
    keys = [f"k{n}" for n in range(300)]
    lasts = chances.durations(keys, [14.0] * 300, [0.5] * 300, 64)
    assert lasts.mean() == pytest.approx(14.0, rel=0.03)
    comes = chances.check_ins(keys, [60.0] * 300, 64)
    there = comes < chances.NEVER
    assert 1 - there.mean() == pytest.approx(chances.NO_SHOW, abs=0.01)
    assert (comes[there] < 60).mean() == pytest.approx(0.83, abs=0.03)
    assert np.all(comes > 0)


def test_forty_counters_and_a_hundred_waiting_are_forecast_within_the_tenth_of_a_second():
    chance = random.Random(5)
    kinds = [frozenset(n for n in range(40) if chance.random() < 0.5) for _ in range(4)]
    people = [walk_in(f"p{n}", chance.choice(kinds), 12.0, arrival=-chance.uniform(0, 30)) for n in range(100)]
    coming = [Coming(f"c{n}", chance.choice(kinds), 12.0, 0.6, chance.uniform(0, 120)) for n in range(150)]
    counters = [talk(n) for n in range(40)]
    sampled_waits(people, coming, counters, STRICT)  # the first time compiles, where there is a compiler
    took = []
    for _ in range(5):
        begun = time.process_time()
        assert len(sampled_waits(people, coming, counters, STRICT)) == 100
        took.append(time.process_time() - begun)
    assert min(took) < 0.1
