"""The forecast's measurement: the same days give the same figures, and the formulas are those of the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from balie_app.bench.forecast import formulas, main
from balie_app.bench.forecast.forecasts import first_days
from balie_app.bench.forecast.moments import Moment, PlayedDay, played_day
from balie_app.bench.forecast.scores import range_scores
from balie_app.queue.dispatch.day import Day, Rule, Staffing, play
from balie_app.queue.dispatch.halls import SyntheticHall
from balie_app.queue.dispatch.kernel import INDEX, NO_APPOINTMENT
from balie_app.queue.rules.choose import strictness

SMALL = SyntheticHall("small", 0.8)


def told(hall: SyntheticHall = SMALL, seeds: range = range(7, 8)) -> dict[str, Any]:
    found = main.measure(hall, seeds, 0.0, futures=8)
    del found["ms"]
    return found


def test_the_same_days_give_the_same_figures() -> None:
    first = told()
    assert first == told()
    assert first != told(seeds=range(8, 9))


def test_the_forecast_beats_every_simple_formula_on_a_day_that_nobody_chose() -> None:
    found = main.measure(SyntheticHall("mid", 0.9), range(90, 92), 0.0, futures=16)
    assert found["sampled"]["error"] < 0.75 * min(found["formulas"].values())
    assert found["sampled"]["much_later"] < 0.1
    assert 0.65 < found["sampled"]["covered"] < 0.95


def test_a_measurement_is_told_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "forecast.json"
    options = ["--hall", "small", "--load", "0.8", "--seeds", "7", "--futures", "8", "--json", str(file)]
    assert main.main(options) == 0
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found["seeds"] == [7, 7]
    assert set(found["sampled"]) >= {"munich_ratio", "simple_ratio", "covered", "covered_all", "much_later", "error"}
    assert "München" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--seeds", "9-3"],
        ["--seeds", "x"],
        ["--load", "2"],
        ["--hall", "tiny"],
        ["--strictness", "3"],
        ["--futures", "1"],
    ],
)
def test_wrong_options_are_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(wrong)
    assert stopped.value.code == 2


def test_what_a_hall_learns_is_near_the_truth_and_not_given() -> None:
    known = first_days(SyntheticHall("mid", 0.9), strictness(0.0), days=20)
    assert [each.minutes for each in known.usual] == pytest.approx([6, 14, 25, 35], rel=0.12)
    assert [each.minutes for each in known.usual] != [6, 14, 25, 35]
    assert known.booked == pytest.approx(0.6, abs=0.07)


@pytest.fixture
def at() -> Moment:
    """One counter; at minute 4 somebody has been there for 4 minutes, and one has waited for 3."""
    nobody = np.full(3, NO_APPOINTMENT)
    day = Day(np.zeros(3, dtype=np.int64), np.array([0.0, 1.0, 4.0]), nobody, np.array([10.0, 6.0, 5.0]))
    staffing = Staffing([[True]])
    return Moment(PlayedDay(day, play(day, staffing, Rule(INDEX)), staffing), 2, 4.0)


def test_the_simple_formulas_say_what_they_say_elsewhere(at: Moment) -> None:
    assert at.waits == 12
    assert formulas.last_wait(at) == 0
    assert formulas.head_of_line(at) == 3
    assert formulas.queue_length(at, 6.0) == 12
    assert formulas.capable_queue(at, 6.0) == 12
    assert formulas.munich(at, 12.0) == 24


def test_a_moment_knows_nothing_that_is_still_to_come() -> None:
    day = played_day(SMALL, 7, strictness(0.0))
    for at in day.moments():
        assert np.all(day.day.arrival[at.waiting] <= at.now)
        assert np.all(day.day.arrival[at.coming] > at.now)
        assert not set(at.waiting) & set(at.talking)


def test_coverage_is_counted_of_those_who_had_to_wait() -> None:
    waits, zero = np.array([0.0, 0.0, 10.0, 30.0]), np.zeros(4)
    found = range_scores(waits, zero, np.array([0, 0, 8, 8.0]), np.array([0, 0, 15.0, 15.0]))
    assert (found["covered"], found["covered_all"], found["unsure"]) == (0.5, 0.75, 0.5)
    assert found["much_later"] == 0.25
