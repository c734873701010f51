"""Sampled futures and the choice that follows from them."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest

from balie_app.queue.dispatch.beliefs import QUANTILES, believe
from balie_app.queue.dispatch.compiled import FAST, floats, ints
from balie_app.queue.dispatch.day import Day, Rule, Staffing, play
from balie_app.queue.dispatch.effort import Effort
from balie_app.queue.dispatch.halls import MEAN, OPEN_MINUTES, SIGMA, SyntheticHall
from balie_app.queue.dispatch.hindsight import FOR_COST, plan
from balie_app.queue.dispatch.kernel import FIRST_COME, NEVER, NO_APPOINTMENT, NOBODY
from balie_app.queue.dispatch.lookahead import Advice, LookAhead
from balie_app.queue.dispatch.player import Table, play_choosing
from balie_app.queue.dispatch.sampling import Belief, Scene, check_in, quantile, rest_of, share_below

SMALL = SyntheticHall("small", 0.9)
QUIET = np.zeros((1, 2))


def belief_of(hall: SyntheticHall) -> Belief:
    return believe(MEAN, SIGMA, hall.walk_in_rates, OPEN_MINUTES)


def scene(*waiting: tuple[int, float, float | None], busy: tuple[int, ...] = (NOBODY,)) -> Scene:
    """People who wait, as (kind, arrival, appointment), at minute 100; kinds at the counters."""
    kind, arrival, appointment = zip(*waiting, strict=True)
    at = np.array([NO_APPOINTMENT if each is None else each for each in appointment])
    nobody = np.zeros(0, dtype=np.int64)
    return Scene(
        now=100.0,
        kind=ints(np.array(kind)),
        arrival=floats(np.array(arrival, dtype=float)),
        appointment=floats(at),
        due=floats(np.maximum(at, np.array(arrival, dtype=float)) + 5),
        booked_kind=ints(nobody),
        booked_at=floats(np.zeros(0)),
        busy_kind=ints(np.array(busy)),
        busy_since=floats(np.full(len(busy), 95.0)),
    )


def test_a_quantile_and_the_share_below_it_are_each_other_s_inverse() -> None:
    belief = belief_of(SMALL)
    for chance in (0.01, 0.2, 0.5, 0.77, 0.99):
        value = quantile(belief.service, QUANTILES, QUANTILES, chance)
        assert share_below(belief.service, QUANTILES, QUANTILES, value) == pytest.approx(chance, abs=1e-9)


def test_believed_conversations_last_as_long_on_average_as_was_said() -> None:
    belief = belief_of(SMALL)
    assert np.asarray(belief.service).reshape(4, -1).mean(axis=1) == pytest.approx(MEAN)


def test_a_conversation_that_lasts_long_goes_on_and_one_beyond_all_may_end_any_moment() -> None:
    belief = belief_of(SMALL)
    assert rest_of(belief, 0, 0.0, 0.5) == pytest.approx(quantile(belief.service, 0, QUANTILES, 0.5))
    assert rest_of(belief, 0, 10.0, 0.01) > 0
    assert 0 < rest_of(belief, 0, 500.0, 0.5) < MEAN[0]


def test_the_longer_after_its_time_the_less_likely_a_booking_comes() -> None:
    belief = belief_of(SMALL)
    chances = np.linspace(0.001, 0.999, 500)

    def stays_away(now: float) -> float:
        return float(np.mean([check_in(belief, 100.0, now, float(each), 0.5) == NEVER for each in chances]))

    shares = [stays_away(now) for now in (60.0, 95.0, 105.0, 115.0)]
    assert shares[0] == pytest.approx(belief.no_show, abs=0.01)
    assert shares == sorted(shares)
    assert shares[-1] > 0.5


def test_nobody_checks_in_before_now() -> None:
    belief = belief_of(SMALL)
    assert all(check_in(belief, 100.0, 98.0, 0.0, float(each)) >= 98.0 for each in np.linspace(0.01, 0.99, 20))


def test_who_is_alone_is_called_without_any_thought() -> None:
    ahead = LookAhead(Staffing([[1, 1]]), believe([6, 20], [0.5, 0.5], QUIET, 500))
    assert ahead.advise(scene((0, 90, None)), 0) == Advice(0, 0)


def test_a_quick_question_goes_before_a_long_one_when_an_appointment_is_near() -> None:
    """The counter is the only one; an appointment with a check-in is due in twelve minutes."""
    belief = believe([4, 40], [0.2, 0.2], QUIET, 500)
    waiting = ((1, 90, None), (0, 97, None), (0, 95, 107.0))
    advice = LookAhead(Staffing([[1, 1]]), belief).advise(scene(*waiting), 0)
    assert advice.own == 0
    assert advice.visitor in {1, 2}
    assert advice.gain > 0
    assert advice.futures >= 8


def test_only_heads_of_lines_that_the_counter_may_take_are_candidates() -> None:
    ahead = LookAhead(Staffing([[1, 0], [1, 1]]), believe([6, 20], [0.5, 0.5], QUIET, 500))
    waiting = scene((0, 90, None), (0, 91, None), (1, 80, None), (0, 85, 80.0), (0, 86, 99.0), busy=(NOBODY, 1))
    assert sorted(ahead.candidates(waiting, 0)) == [0, 3, 4]
    assert sorted(ahead.candidates(waiting, 1)) == [0, 2, 3, 4]


def test_no_time_means_that_the_rule_stands() -> None:
    waiting = ((1, 90, None), (0, 97, None), (0, 95, 107.0))
    belief = believe([4, 40], [0.2, 0.2], QUIET, 500)
    assert LookAhead(Staffing([[1, 1]]), belief).advise(scene(*waiting), 0, lambda: True) == Advice(0, 0)
    poor = LookAhead(Staffing([[1, 1]]), belief, replace(Effort(), work=10))
    assert poor.advise(scene(*waiting), 0) == Advice(0, 0)


def looked(hall: SyntheticHall, day: Day, effort: Effort) -> tuple[list[float], int]:
    ahead, deviations = LookAhead(hall.staffing, belief_of(hall), effort), []

    def choose(table: Table, counter: int) -> int:
        now, here = table.scene()
        found = ahead.advise(now, counter)
        deviations.append(found.visitor != found.own)
        return NOBODY if found.visitor == NOBODY else int(here[found.visitor])

    return play_choosing(day, hall.staffing, choose).start.tolist(), sum(deviations)


def test_the_same_day_is_played_the_same_way_again() -> None:
    day = SMALL.day(5)
    first, deviations = looked(SMALL, day, Effort())
    assert deviations > 0
    assert looked(SMALL, day, Effort()) == (first, deviations)
    assert all((start < NEVER) == came for start, came in zip(first, day.comes, strict=True))


def test_a_player_who_asks_the_index_plays_as_the_kernel_does() -> None:
    day, effort = SMALL.day(6), replace(Effort(), work=0)
    ahead = LookAhead(SMALL.staffing, belief_of(SMALL), effort)
    rule = Rule(4, effort.strictness)
    assert looked(SMALL, day, effort)[0] == pytest.approx(play(day, SMALL.staffing, rule).start.tolist())
    assert ahead.rule.policy == rule.policy


def test_a_counter_may_wait_for_somebody_and_is_asked_again() -> None:
    day = Day(np.array([0]), np.array([1.0]), np.array([-1.0]), np.array([5.0]))
    asked: list[float] = []

    def choose(table: Table, counter: int) -> int:
        asked.append(table.now)
        return 0 if len(asked) == 3 else NOBODY

    played = play_choosing(day, Staffing([[1]]), choose)
    assert asked == [1.0, 2.0, 3.0]
    assert played.start.tolist() == [3.0]


def cost(day: Day, start: np.ndarray) -> float:
    over = np.maximum(start - day.due_at, 0)[day.comes & day.is_booked]
    wait = (start - day.arrival)[day.comes & ~day.is_booked]
    return float((60 * (over > 0) + 3 * over + over**2 / 10).sum() + (wait + wait**2 / 40).sum())


def test_a_planner_who_knows_the_days_does_better_than_who_does_not() -> None:
    days = [SMALL.day(seed) for seed in range(7, 13)]
    belief = belief_of(SMALL)
    known = sum(cost(day, plan(day, SMALL.staffing, belief, FOR_COST).start) for day in days)
    assert known < sum(cost(day, np.array(looked(SMALL, day, Effort())[0])) for day in days)
    assert known < 0.7 * sum(cost(day, play(day, SMALL.staffing, Rule(FIRST_COME)).start) for day in days)


@pytest.mark.skipif(not FAST, reason="numba is absent")
def test_compiled_and_plain_give_the_same_advice(plain: dict[str, ModuleType]) -> None:
    waiting = ((1, 90, None), (0, 97, None), (0, 95, 107.0), (1, 99, 96.0))
    quick = LookAhead(Staffing([[1, 1]]), believe([4, 30], [0.4, 0.4], QUIET + 0.05, 500))
    slow = plain["lookahead"].LookAhead(
        plain["day"].Staffing([[1, 1]]), plain["beliefs"].believe([4, 30], [0.4, 0.4], QUIET + 0.05, 500)
    )
    here = scene(*waiting)
    there = plain["sampling"].Scene(*(each.tolist() if isinstance(each, np.ndarray) else each for each in here))
    one, other = quick.advise(here, 0), slow.advise(there, 0)
    assert (one.visitor, one.own, one.futures) == (other.visitor, other.own, other.futures)
    assert one.gain == pytest.approx(other.gain, abs=1e-9)
    assert one.futures > 0
