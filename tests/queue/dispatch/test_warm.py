"""Compiling once for a machine, in another process."""

from __future__ import annotations

from pathlib import Path

import pytest

from balie_app.queue.dispatch import warm


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Counts how often it is compiled; each time it succeeds."""
    monkeypatch.setattr(warm, "FAST", True)
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    done: list[str] = []

    def compile_now() -> None:
        done.append("compiled")
        warm._mark().touch()

    monkeypatch.setattr(warm, "_compile", compile_now)
    return done


def test_it_is_compiled_once_for_a_machine(compiles: list[str]) -> None:
    warm.compile_elsewhere()
    warm.compile_elsewhere()
    assert compiles == ["compiled"]


def test_without_a_compiler_nothing_is_done(compiles: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "FAST", False)
    warm.compile_elsewhere()
    assert compiles == []


def test_without_a_place_to_keep_it_a_station_goes_on(
    compiles: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    warm.compile_elsewhere()
    assert compiles == []
