"""The measurement of paper measures, and tells it beside targets and floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from balie_app import bench
from balie_app.bench.measure import figure
from balie_app.bench.paper import main as paper
from balie_app.bench.paper import window
from balie_app.bench.paper.first_byte import FirstByte
from balie_app.bench.paper.making import Making
from balie_app.bench.paper.window import Crowded, Felt


@pytest.fixture(autouse=True)
def one_application(qapp: object) -> None:
    """The measurement uses the application that the windows' tests share."""


def test_a_short_measurement_tells_every_figure(
    hall_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(window, "TURNS", 2)
    file = folder / "paper.json"
    small = ["--rounds", "4", "--queued", "20", "--hall", hall_url, "--json", str(file)]
    assert bench.main(["paper", *small]) == 0
    told, found = capsys.readouterr().out, json.loads(file.read_text(encoding="utf-8"))
    for word in ("nummerbon, tekst → bytes", "kennisgeving → pdf", "eerste byte", "20 bonnen wachten", "lange rij"):
        assert word in told
    assert {(each["found"]["count"], each["floor"]["count"]) for each in found["making_cpu_ms"].values()} == {(4, 4)}
    assert found["first_byte_ms"]["count"] == 1
    assert found["first_byte_ms"]["median"] > 0
    assert found["floor_ms"]["commit"]["count"] > 1
    assert found["step_ms"]["crowded"]["count"] == found["step_ms"]["quiet"]["count"] == 2
    assert list(folder.iterdir()) == [file]


def test_figures_stand_beside_their_target_their_floor_and_the_quiet_window() -> None:
    one, two = figure([0.001]), figure([0.002])
    found = paper.Findings(
        [Making("bon", 2.0, two, one)],
        FirstByte(figure([0.010]), one, one),
        Crowded(Felt(one, one), Felt(one, two), 1000, 3),
        1.0,
    )
    told = paper.lines(found)
    assert any("2.00 ms" in line and "2.0 × bodem" in line and "(doel ≤ 2 ms)" in line for line in told)
    assert any("10.00 ms" in line and "5.0 × bodem" in line and "(doel ≤ 20 ms)" in line for line in told)
    assert any("lange rij" in line and "2.00 × lege rij" in line and "(doel ≤ 1.5 ×)" in line for line in told)
    assert any("1000 bonnen wachten op een trage printer (3 kwamen eruit)" in line for line in told)


def test_a_hall_with_people_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from balie_app.queue.config.templates import template
    from balie_app.queue.hall import create_hall

    where = str(tmp_path / "hall.db")
    create_hall(where, template("one-desk", "Voorbeeldstad")).close()
    assert bench.main(["paper", "--hall", where]) == 1
    assert "Er is al een hal" in capsys.readouterr().err
