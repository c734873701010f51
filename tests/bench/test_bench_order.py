"""``balie bench order``: the columns, the intervals, the targets, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from balie_app.bench.main import main as bench
from balie_app.bench.order.figures import columns, paired, waits
from balie_app.bench.order.main import main
from balie_app.bench.order.rules import RULES
from balie_app.queue.dispatch.day import Day, Played

FEW = "strict,index"


def day_and_played() -> tuple[Day, Played]:
    """Two appointments (one 3 minutes beyond the norm), two walk-ins of whom one is overtaken, one no-show."""
    day = Day(
        kind=np.array([0, 0, 0, 1, 0]),
        arrival=np.array([8.0, 21.0, 5.0, 6.0, 1e9]),
        appointment=np.array([10.0, 20.0, -1.0, -1.0, 30.0]),
        service=np.full(5, 5.0),
    )
    return day, Played(np.array([12.0, 29.0, 15.0, 26.0, 1e9]), np.array([0, 0, 0, 0, -1]), np.zeros(1))


def test_the_columns_are_what_they_say() -> None:
    found = columns([waits(*day_and_played())], ("quick", "extended"))
    assert found["in_time"] == 50
    assert found["in_time_by_kind"] == [50]
    assert found["late_p99"] == pytest.approx(2 + 6 * 0.99)
    assert found["walk_mean"] == 15
    assert found["walk_longest"] == 20
    assert found["overtaken"] == 0.5
    assert found["cost"] == pytest.approx((60 + 9 + 0.9 + 10 + 2.5 + 20 + 10) / 4)


def test_paired_days_are_compared_day_by_day() -> None:
    one = waits(*day_and_played())
    day, played = day_and_played()
    sooner = waits(day, Played(played.start - 1, played.counter, played.free_at))
    found = paired([sooner, sooner, sooner], [one, one, one])
    assert found["walk_mean"] == pytest.approx([-1, 0])
    assert found["cost"][0] < 0
    apart = paired([sooner, one, sooner, one], [one, one, one, one])["walk_mean"]
    assert apart == pytest.approx([-0.5, 3.182 * 0.57735 / 2], rel=0.01)


def test_it_writes_the_same_figures_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["order", "--hall", "small", "--load", "0.9", "--seeds", "5-6", "--rules", FEW + ",look-ahead", "--json"]
    for name in ("one.json", "other.json"):
        assert bench([*asked, str(tmp_path / name)]) == 0
    one, other = ((tmp_path / name).read_text(encoding="utf-8") for name in ("one.json", "other.json"))
    assert one == other
    found = json.loads(one)
    assert list(found["rules"]) == ["first-come", "strict", "munich", "index", "look-ahead"]
    assert found["rules"]["first-come"]["ratios"]["walk_mean_first-come"] == 1
    assert found["rules"]["munich"]["paired"]["munich"]["cost"] == [0, 0]
    assert {each["label"] for each in found["targets"]} >= {"afspraken binnen 5 minuten ≥ 90 %"}
    shown = capsys.readouterr().out
    assert "vooruitkijken" in shown
    assert "gehaald" in shown


def test_a_load_without_targets_has_none(tmp_path: Path) -> None:
    assert (
        main(["--hall", "small", "--load", "0.7", "--seeds", "1", "--rules", FEW, "--json", str(tmp_path / "a")]) == 0
    )
    assert json.loads((tmp_path / "a").read_text(encoding="utf-8"))["targets"] == []


@pytest.mark.parametrize(
    "wrong", [["--hall", "huge"], ["--load", "nan"], ["--load", "9"], ["--seeds", "9-3"], ["--rules", "magic"]]
)
def test_what_it_does_not_know_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(wrong)
    assert caught.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_every_rule_of_the_comparison_has_its_own_name() -> None:
    assert len({each.name for each in RULES}) == len(RULES) == 9
