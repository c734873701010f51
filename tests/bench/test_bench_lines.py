"""The measurement of the lines measures, and tells it beside targets and floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from balie_app.bench.lines import main as bench
from balie_app.bench.lines.measure import Findings
from balie_app.bench.lines.stage import Moments, Slow
from balie_app.bench.measure import figure


def test_a_short_measurement_tells_every_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "lines.json"
    assert bench.main(["--rounds", "2", "--seconds", "0.1", "--json", str(file)]) == 0
    told, found = capsys.readouterr().out, json.loads(file.read_text(encoding="utf-8"))
    for word in ("oproep vastgelegd", "20 displays", "knop → nummer", "eerste byte van de bon", "niets gebeurt"):
        assert word in told
    assert found["call_ms"]["median"] > found["floor_ms"]["wire"]["median"] / 2
    assert set(found["many_ms"]) == set(found["many_floor_ms"]) == {"ditel-dn109", "modbus-number"}
    assert all(found["many_ms"][name]["median"] > found["many_floor_ms"][name] / 2 for name in found["many_ms"])
    assert list(tmp_path.iterdir()) == [file]


def test_figures_stand_beside_their_target_and_their_floor() -> None:
    ten = figure([0.010])
    found = Findings(ten, figure([0.005]), figure([0.020]), {"x": ten}, {"x": 4.0}, ten, ten, 0.0005, 1.0)
    told = bench.lines(found)
    assert any("20.0 ms" in line and "2.0 × bodem" in line and "(doel ≤ 30 ms)" in line for line in told)
    assert any(
        "20 displays op een lijn (x)" in line and "2.5 × bodem" in line and "(doel ≤ 600 ms)" in line for line in told
    )
    assert any("0.050 % van een kern (doel < 0.1 %)" in line for line in told)


def test_what_never_comes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balie_app.bench.lines.stage.PATIENCE", 0.01)
    with pytest.raises(Slow):
        Moments().next("shown")
