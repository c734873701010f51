"""Odd arguments of `balie ctl`, `hall` and `journal`: an explanation and an exit code, never a traceback."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from balie_app.queue.config.main import main as hall
from balie_app.queue.config.templates import template
from balie_app.queue.ctl import main as ctl
from balie_app.queue.hall import create_hall
from balie_app.queue.journal_cli import main as journal

WORDS: dict[str, tuple[Callable[[list[str]], int], tuple[str, ...]]] = {
    "ctl": (ctl, ("--hall", "--rehearsal")),
    "hall": (hall, ("show", "export", "check", "import", "new")),
    "journal": (journal, ("show", "verify")),
}
ODD = (
    *("", "-", "--", " ", "x" * 100_000, "\x1b[31m", "\udcff", "é\u2028", "%s%n{0}", "'; DROP TABLE hall; --"),
    *("/", "/dev/null", "..", "~nobody/x", "a\nb", "-5", "0", "1e400", "9" * 40, "NaN", "hall.db", "--hall=hall.db"),
    *(
        "postgresql://",
        "postgresql://[",
        "postgresql://h:99999999/x",
        "sqlite:///hall.db",
        "sqlite://",
        "file:hall.db?mode=ro",
    ),
    *("--hall", "--hall=", "--hall=\x00", "--since", "--since=-9", "--since=" + "9" * 30, "--limit", "--limit=-1"),
    *("--json", "--rehearsal", "--help", "-h", "--template", "--template=one-desk", "--municipality=V", "--zoem"),
)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("word", WORDS)
def test_odd_arguments_are_explained(
    word: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    create_hall(tmp_path / "hall.db", template("one-desk", "V")).close()
    run, starts = WORDS[word]
    draw = random.Random(seed)
    for _ in range(25):
        argv = [draw.choice(starts), *(draw.choice(ODD) for _ in range(draw.randint(0, 4)))]
        code = run(argv)
        said = capsys.readouterr()
        assert code in {0, 1, 2}, argv
        assert code == 0 or (said.out + said.err).strip(), argv
        assert "Traceback" not in said.out + said.err
