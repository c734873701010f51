"""The measurement itself: that it runs, says everything, and leaves nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from balie_app.bench import main
from balie_app.bench.queue import steps as bench_steps


def test_the_queue_is_measured_and_told_beside_its_targets(
    hall_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_steps, "WAITING", (10, 40))
    monkeypatch.setattr(bench_steps, "LOOKS", (10,))
    out = tmp_path / "bench.json"
    small = ["--rounds", "5", "--old", "1500", "--processes", "2", "--seconds", "0.5", "--json", str(out)]
    assert main(["queue", "--hall", hall_url, *small]) == 0
    told = json.loads(out.read_text())
    assert set(told["issue_ms"]) == set(told["call_ms"]) == {"10", "40"}
    assert told["old"]["issue_ms"]["count"] == 5
    assert told["sustained"]["steps_per_second"] > 0
    assert told["sustained"]["troubles"] == 0
    assert "doel" in capsys.readouterr().out


def test_a_hall_with_people_in_it_is_left_alone(hall_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    from balie_app.queue.config.templates import template
    from balie_app.queue.hall import create_hall

    create_hall(hall_url, template("one-desk", "Voorbeeldstad")).close()
    assert main(["queue", "--hall", hall_url]) == 1
    assert "Er is al een hal" in capsys.readouterr().err
