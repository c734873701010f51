"""The generator's halls and days: what they hold, and that a seed is a day for ever."""

from __future__ import annotations

import numpy as np
import pytest

from balie_app.queue.dispatch.day import Rule, play
from balie_app.queue.dispatch.halls import (
    BOOKED,
    MEAN,
    MIX,
    NAMES,
    NO_SHOW,
    OPEN_MINUTES,
    PROFILE,
    SyntheticHall,
    capacity,
)
from balie_app.queue.dispatch.kernel import INDEX, MUNICH, NEVER


@pytest.mark.parametrize(("name", "counters"), [("small", 3), ("mid", 10), ("large", 40)])
def test_the_halls_have_three_ten_and_forty_counters(name: str, counters: int) -> None:
    assert SyntheticHall(name, 0.9).staffing.counters == counters


@pytest.mark.parametrize(
    ("name", "most"), [("small", 130.26198835985682), ("mid", 433.7638368537663), ("large", 1735.0553474150652)]
)
def test_a_hall_holds_as_many_visitors_as_the_linear_programme_of_the_reference(name: str, most: float) -> None:
    assert SyntheticHall(name, 1.0).visitors == pytest.approx(most, rel=1e-9)


def test_the_scarcest_set_of_kinds_decides_what_a_hall_can_take() -> None:
    eligible = np.array([[1, 0], [1, 1]], bool)
    assert capacity(eligible, np.array([1.0, 1.0]), 100) == 100
    assert capacity(eligible, np.array([5.0, 1.0]), 120) == 40
    assert capacity(eligible, np.array([1.0, 4.0]), 100) == 25


def test_a_seed_is_the_same_day_as_the_reference_s() -> None:
    day = SyntheticHall("mid", 0.9).day(7000)
    assert (len(day), int(day.comes.sum()), int(day.is_booked.sum())) == (381, 368, 221)
    assert day.arrival[day.comes].sum() == pytest.approx(87875.16472295776)
    assert day.service.sum() == pytest.approx(4486.037695613587)
    assert np.maximum(day.appointment, -1).sum() == 55745.0


@pytest.mark.parametrize(("policy", "total"), [(INDEX, 88836.14078389319), (MUNICH, 88829.06201957841)])
def test_rules_call_on_that_day_when_the_reference_calls(policy: int, total: float) -> None:
    hall = SyntheticHall("mid", 0.9)
    day = hall.day(7000)
    assert play(day, hall.staffing, Rule(policy)).start[day.comes].sum() == pytest.approx(total)


@pytest.mark.parametrize("name", NAMES)
def test_days_are_as_full_as_the_load_says(name: str) -> None:
    hall = SyntheticHall(name, 0.8)
    days = [hall.day(seed) for seed in range(40 if name != "large" else 10)]
    came = np.mean([day.comes.sum() for day in days])
    expected = hall.visitors * (MIX * (1 - BOOKED * NO_SHOW)).sum()
    assert came == pytest.approx(expected, rel=0.04)
    work = np.mean([day.service[day.comes].sum() for day in days])
    assert work == pytest.approx(hall.visitors * (MIX * (1 - BOOKED * NO_SHOW) * MEAN).sum(), rel=0.06)
    assert all((day.arrival[~day.comes] == NEVER).all() for day in days)


def test_two_seeds_are_two_days() -> None:
    hall = SyntheticHall("small", 0.9)
    assert hall.day(1).arrival.tolist() == hall.day(1).arrival.tolist()
    assert hall.day(1).arrival.tolist() != hall.day(2).arrival.tolist()


def test_walk_ins_come_by_the_hour_as_the_profile_has_it() -> None:
    hall = SyntheticHall("large", 0.9)
    assert hall.walk_in_rates.shape == (len(PROFILE), len(MEAN))
    minutes = np.array([60.0] * 8 + [OPEN_MINUTES - 480])
    assert (hall.walk_in_rates * minutes[:, None]).sum(axis=0) == pytest.approx(hall.visitors * MIX * (1 - BOOKED))
