"""The way in: the installed command and ``python -m balie_app`` are the same."""

from __future__ import annotations

import sys

import pytest

from balie_app import __main__ as entry
from balie_app import cli


def test_the_installed_command_needs_no_arguments_of_its_caller(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["balie", "help"])
    assert entry.main() == 0
    assert "balie host" in capsys.readouterr().out


def test_ctrl_c_before_anything_minds_it_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(argv: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", interrupted)
    assert entry.main() == entry.INTERRUPTED
    assert capsys.readouterr().err == ""
