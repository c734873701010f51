"""The event loop: by hand, against the house's formula, and compiled against plain."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from balie_app.queue.dispatch import compiled, kernel
from balie_app.queue.dispatch.compiled import FAST
from balie_app.queue.dispatch.day import Day, Played, Rule, Staffing, by_flexibility, play
from balie_app.queue.dispatch.halls import NAMES, SyntheticHall
from balie_app.queue.dispatch.kernel import INDEX, NEVER, NO_APPOINTMENT, NOBODY
from balie_app.queue.rules.choose import strictness

POLICIES = (kernel.FIRST_COME, kernel.STRICT, kernel.MUNICH, kernel.BY_CLASS, kernel.INDEX)


def day(*visitors: tuple[int, float, float | None, float]) -> Day:
    """Visitors as (kind, arrival, appointment, service)."""
    kind, arrival, appointment, service = zip(*visitors, strict=True)
    booked = [NO_APPOINTMENT if each is None else each for each in appointment]
    return Day(np.array(kind), np.array(arrival, float), np.array(booked, float), np.array(service, float))


def test_one_counter_takes_people_one_after_the_other() -> None:
    played = play(day((0, 0, None, 5), (0, 1, None, 5), (0, 20, None, 5)), Staffing([[1]]), Rule(kernel.FIRST_COME))
    assert played.start.tolist() == [0, 5, 20]
    assert played.counter.tolist() == [0, 0, 0]
    assert played.free_at.tolist() == [25]


def test_nobody_is_called_by_a_counter_that_may_not_take_him() -> None:
    played = play(day((1, 0, None, 5), (0, 0, None, 5)), Staffing([[1, 0]]), Rule(kernel.FIRST_COME))
    assert played.start.tolist() == [NEVER, 0]
    assert played.counter.tolist() == [NOBODY, 0]


def test_the_least_flexible_idle_counter_goes_first() -> None:
    played = play(day((0, 0, None, 5)), Staffing([[1, 1], [1, 0]]), Rule(kernel.FIRST_COME))
    assert played.counter.tolist() == [1]


def test_a_kind_that_few_can_take_makes_a_counter_precious() -> None:
    eligible = np.array([[0, 1, 1], [1, 1, 0], [1, 0, 0], [1, 0, 0]], bool)
    assert by_flexibility(eligible).tolist() == [2, 3, 1, 0]


def test_a_closed_counter_takes_nobody_and_finishes_what_it_began() -> None:
    visitors = day((0, 0, None, 5), (0, 9, None, 30), (0, 10, None, 5), (0, 50, None, 5))
    staffing = Staffing.shifts([[1]], [[(5, 10), (60, 70)]])
    played = play(visitors, staffing, Rule(kernel.FIRST_COME))
    assert played.start.tolist() == [5, 60, NEVER, NEVER]


def test_competences_may_change_during_the_day() -> None:
    staffing = Staffing([[[1, 0]], [[0, 1]]], begins=[0, 30])
    played = play(day((1, 0, None, 5), (0, 1, None, 5), (0, 31, None, 5)), staffing, Rule(kernel.FIRST_COME))
    assert played.start.tolist() == [30, 1, NEVER]


def test_a_visitor_without_any_service_time_does_not_stop_the_clock() -> None:
    played = play(day(*[(0, 0, None, 0)] * 50), Staffing([[1]]), Rule(kernel.FIRST_COME))
    assert played.start.max() < 1


def test_a_busy_counter_calls_when_it_comes_free_and_the_day_stops_at_its_horizon() -> None:
    visitors = day((0, -3, None, 5), (0, 1, None, 5))
    played = play(visitors, Staffing([[1]]), Rule(INDEX), begin=0, until=10, free_at=[7])
    assert played.start.tolist() == [7, NEVER]


def test_who_was_not_there_waits_from_his_arrival_but_is_called_later() -> None:
    visitors = day((0, 0, None, 5), (0, 1, None, 5))
    paused = Day(visitors.kind, visitors.arrival, visitors.appointment, visitors.service, ready=np.array([4.0, 1.0]))
    played = play(paused, Staffing([[1]]), Rule(kernel.FIRST_COME))
    assert played.start.tolist() == [6, 1]


@pytest.mark.parametrize(("appointment", "first"), [(11.9, "appointment"), (12.1, "walk-in")])
def test_munich_calls_an_appointment_before_a_walk_in_from_two_minutes_before_its_time(
    appointment: float, first: str
) -> None:
    visitors = day((0, 2, appointment, 5), (0, 1, None, 5))
    played = play(visitors, Staffing([[1]]), Rule(kernel.MUNICH), free_at=[10])
    assert (played.start[0] < played.start[1]) == (first == "appointment")


def test_the_index_leaves_the_order_within_the_late_and_the_early_as_the_formula_has_it() -> None:
    """Just late is less urgent than nearly late: both queues of a kind have a head of their own."""
    visitors = day((0, 0, None, 20), (0, 0, 14, 5), (0, 0, 16, 5))
    played = play(visitors, Staffing([[1]]), Rule(INDEX, strictness(0)), begin=0, free_at=[20])
    assert np.argsort(played.start).tolist() == [2, 1, 0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("policy", POLICIES)
def test_everybody_who_comes_is_called_once_and_no_counter_has_two_at_a_time(name: str, policy: int) -> None:
    hall = SyntheticHall(name, 0.9)
    visitors = hall.day(3)
    played = play(visitors, hall.staffing, Rule(policy))
    assert ((played.start < NEVER) == visitors.comes).all()
    assert (played.start >= visitors.arrival)[visitors.comes].all()
    assert hall.staffing.eligible[0][played.counter[visitors.comes], visitors.kind[visitors.comes]].all()
    for counter in range(hall.staffing.counters):
        mine = np.flatnonzero(played.counter == counter)
        mine = mine[np.argsort(played.start[mine])]
        assert (played.start[mine][1:] >= (played.start + visitors.service)[mine][:-1] - 1e-9).all()


@pytest.mark.skipif(not FAST, reason="numba is absent")
@pytest.mark.parametrize("policy", POLICIES)
def test_compiled_and_plain_play_the_same_day(plain: dict[str, ModuleType], policy: int) -> None:
    assert plain["compiled"].FAST is False
    days = {True: SyntheticHall("mid", 0.95).day(5), False: plain["halls"].SyntheticHall("mid", 0.95).day(5)}
    quick: Played = play(days[True], SyntheticHall("mid", 0.95).staffing, Rule(policy))
    slow = plain["day"].play(days[False], plain["halls"].SyntheticHall("mid", 0.95).staffing, plain["day"].Rule(policy))
    assert quick.start.tolist() == pytest.approx(slow.start.tolist(), abs=1e-9)
    assert quick.counter.tolist() == slow.counter.tolist()


def test_compiled_code_is_kept_apart_for_each_state_of_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "dispatch"
    (tmp_path / "rules").mkdir()
    package.mkdir()
    (package / "kernel.py").write_text("a")
    (tmp_path / "rules" / "urgency.py").write_text("b")
    monkeypatch.setattr(compiled, "__file__", str(package / "compiled.py"))
    first = compiled.cache_folder("/kept")
    assert Path(first).parent == Path("/kept")
    assert compiled.cache_folder("/kept") == first
    (tmp_path / "rules" / "urgency.py").write_text("c")
    assert compiled.cache_folder("/kept") != first
