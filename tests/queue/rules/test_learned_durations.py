"""Durations learned from a hall's own days: robust, modest, never absurd."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balie_app.queue.rules.durations import DEFAULT_SPREAD, Held, Learned, learn


def conversations(count: int, mean: float, spread: float = 0.6, seed: int = 1, configured: float = 10.0) -> list[Held]:
    chance = random.Random(seed)
    middle = math.log(mean) - spread**2 / 2
    return [Held("quick", "", chance.lognormvariate(middle, spread), configured) for _ in range(count)]


def minutes(learned: Learned, kind: str = "quick", configured: float = 10.0) -> float:
    return learned.usual(kind, (), configured).minutes


def test_a_hall_without_a_past_uses_what_was_configured():
    usual = Learned().usual("quick", [("passport", 12.0)], 10.0)
    assert (usual.minutes, usual.spread, usual.seen) == (12.0, DEFAULT_SPREAD, 0)


def test_many_conversations_teach_their_mean_and_their_spread():
    usual = learn(conversations(3000, mean=6.0, spread=0.7)).usual("quick", (), 10.0)
    assert usual.minutes == pytest.approx(6.0, rel=0.06)
    assert usual.spread == pytest.approx(0.7, rel=0.1)


def test_few_conversations_weigh_little_beside_the_configuration():
    learned = learn([Held("quick", "", 30.0, 10.0)])
    assert 10.0 < minutes(learned) < 13.0


def test_a_clerk_who_forgets_to_finish_spoils_nothing():
    clean = conversations(400, mean=8.0)
    forgotten = [Held("quick", "", each, 10.0) for each in (180.0, 240.0, 300.0, 470.0, 2000.0) * 4]
    assert minutes(learn(clean + forgotten)) == pytest.approx(minutes(learn(clean)), rel=0.03)


@pytest.mark.parametrize("took", [0.0, -5.0, 0.01, math.inf, 10_000.0, math.nan])
def test_absurd_durations_are_left_out(took):
    assert learn([Held("quick", "", took, 10.0)] * 50).by_product == {}


def test_nothing_configured_is_never_divided_by():
    learned = learn([Held("quick", "", 5.0, 0.0)])
    assert learned.usual("quick", (), 0.0).minutes == 1.0


def test_a_product_differs_from_its_kind_when_it_was_seen_often_enough():
    quick = conversations(300, mean=6.0)
    slow = [Held("quick", "passport", 3 * each.took, 10.0) for each in quick]
    learned = learn(quick + slow)
    passport = learned.usual("quick", [("passport", 10.0)], 10.0).minutes
    never_seen = learned.usual("quick", [("licence", 10.0)], 10.0).minutes
    assert passport > 1.4 * never_seen
    assert never_seen == pytest.approx(minutes(learned))


def test_two_products_last_as_long_as_both():
    learned = learn(conversations(500, mean=5.0))
    one = learned.usual("quick", [("a", 10.0)], 10.0).minutes
    both = learned.usual("quick", [("a", 10.0), ("b", 20.0)], 10.0).minutes
    assert both == pytest.approx(3 * one)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=40), st.floats(-5, 500))
def test_whatever_was_recorded_a_duration_is_at_least_a_minute_and_finite(took, configured):
    usual = learn([Held("quick", "x", each, configured) for each in took]).usual("quick", [("x", 7.0)], 10.0)
    assert 1.0 <= usual.minutes < 1000
    assert 0.2 <= usual.spread <= 1.2


@given(st.lists(st.floats(0.5, 200), min_size=1, max_size=60), st.randoms())
def test_the_order_of_conversations_does_not_matter(took, shuffler):
    held = [Held("quick", "", each, 10.0) for each in took]
    mixed = list(held)
    shuffler.shuffle(mixed)
    assert minutes(learn(mixed)) == pytest.approx(minutes(learn(held)))
