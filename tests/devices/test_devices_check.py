"""The device check: the test page, the questions about it, what follows, and the search for the right speed."""

from __future__ import annotations

import subprocess
import sys
import termios
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from balie_app.devices.check import changes, page_for, questions
from balie_app.devices.cli_test import main
from balie_app.devices.config import read_station
from balie_app.devices.config_model import LineConfig
from balie_app.devices.linesettings import LineSettings
from balie_app.devices.making import profile_of
from balie_app.devices.simulate import SimulatedPrinter
from balie_app.devices.trying import speeds
from balie_app.printing.profiles import profile, profile_names
from balie_app.printing.render import paper_from_bytes

BON = LineConfig("bon", "printer", "/dev/ttyS0")


def line(name: str = "epson", **more: Any) -> LineConfig:
    return replace(BON, profile=name, **more)


def keys(found: tuple[Any, ...]) -> list[dict[str, object]]:
    return [each.keys for each in found]


@pytest.mark.parametrize("name", profile_names())
def test_the_page_shows_every_code_page_the_width_a_square_and_the_end(name: str) -> None:
    own = profile(name)
    paper = paper_from_bytes(page_for(line(name)), own)
    for page in own.code_pages:
        assert f"{page.codec}: " in paper.text
    if any(page.codec == "cp1252" for page in own.code_pages):
        assert "cp1252: é ë ï ö ü ç ñ ß €" in paper.text
    rows = paper.text.splitlines()
    assert ("1234567890" * 13)[: own.columns] in rows
    assert "Einde van de proef" in rows
    assert paper.problems == ()
    assert own.cut in page_for(line(name))


def test_each_thing_on_the_page_has_its_question() -> None:
    asked = [each.key for each in questions(line())]
    pages = [f"page:{page.codec}" for page in profile("epson").code_pages]
    assert asked == ["paper", *pages, "width", "qr", "end", "cut"]
    assert "€" in next(each.text for each in questions(line()) if each.key == "page:cp1252")
    assert [each.key for each in questions(replace(BON, port="system:a4"))] == ["paper", "qr"]


def test_a_printer_that_does_everything_needs_nothing() -> None:
    assert changes(line(), {each.key: True for each in questions(line())}) == ()


def test_without_paper_nothing_else_is_guessed() -> None:
    (only,) = changes(line(), {"paper": False, "qr": False})
    assert only.keys == {}


def test_a_square_that_did_not_come_is_drawn_and_then_left_out() -> None:
    assert keys(changes(line(), {"qr": False})) == [{"qr": "raster"}]
    assert keys(changes(line(qr="raster"), {"qr": False})) == [{"qr": "none"}]


def test_only_code_pages_that_came_out_right_are_used() -> None:
    answers = {f"page:{page.codec}": page.codec in {"cp1252", "cp1250"} for page in profile("epson").code_pages}
    assert keys(changes(line(), answers)) == [{"code_pages": ["cp1252", "cp1250"]}]
    none = dict.fromkeys(answers, False)
    (only,) = changes(line(), none)
    assert only.keys["profile"] in profile_names()


def test_a_printer_that_loses_the_end_gets_a_line_that_waits_for_it() -> None:
    assert keys(changes(line(), {"end": False})) == [{"line": {"flow": "xonxoff"}}]
    waits = line(settings=LineSettings(flow="rtscts"))
    assert keys(changes(waits, {"end": False})) == [{"line": {"flow": "none"}}]
    assert keys(changes(replace(BON, port="socket://bon:9100"), {"end": False})) == [{}]


def test_a_printer_that_does_not_cut_is_tried_with_another_profile() -> None:
    (only,) = changes(line(), {"cut": False})
    other = profile(str(only.keys["profile"]))
    assert other.cut != profile("epson").cut


def test_what_the_check_found_holds_for_this_printer_only(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text(
        '[[lines]]\nname = "bon"\nkind = "printer"\nport = "/dev/ttyS0"\nqr = "raster"\ncode_pages = ["cp858"]\n'
        'identity = "TM-T88"\n',
        encoding="utf-8",
    )
    own = profile_of(read_station(file).lines[0])
    assert (own.qr, own.identity, [page.codec for page in own.code_pages]) == ("raster", "TM-T88", ["cp858"])
    assert profile("epson").qr == "native"


class FastPrinter(SimulatedPrinter):
    """Understands, and is understood, at one speed only."""

    speed = termios.B38400

    def heard(self, data: bytes) -> str:
        if self._now() != self.speed:
            super().send(b"\xe5\x81" * 4)
            return "onzin"
        return super().heard(data)

    def _now(self) -> int:
        found: int = termios.tcgetattr(self._slave)[5]
        return found


@pytest.fixture
def printer(nothing_left: None, tmp_path: Path) -> Iterator[Callable[[SimulatedPrinter], Path]]:
    started: list[SimulatedPrinter] = []

    def start(device: SimulatedPrinter) -> Path:
        device.start()
        started.append(device)
        file = tmp_path / "station.toml"
        file.write_text(
            f'[[lines]]\nname = "bon"\nkind = "printer"\nport = "{device.port}"\nprofile = "epson"\n', encoding="utf-8"
        )
        return file

    yield start
    for each in started:
        each.stop()


def answer(monkeypatch: pytest.MonkeyPatch, said: Callable[[str], str]) -> list[str]:
    """Somebody answers each question; what was asked."""
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return said(question)

    monkeypatch.setattr("balie_app.devices.talk._ask", ask)
    return asked


def test_a_printer_that_is_well_is_told_so(
    printer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    device = SimulatedPrinter(tmp_path / "bon")
    file = printer(device)
    asked = answer(monkeypatch, lambda _question: "j")
    assert main(["bon", "--station", str(file)]) == 0
    assert device.printed == 1
    assert len(asked) == len(questions(line()))
    assert "doet alles goed" in capsys.readouterr().out


def test_what_is_wrong_is_proposed_and_written_when_asked(
    printer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = printer(SimulatedPrinter(tmp_path / "bon"))
    answer(monkeypatch, lambda question: "n" if "vierkant" in question or "Einde" in question else "j")
    assert main(["bon", "--station", str(file)]) == 1
    (written,) = tomllib.loads(file.read_text(encoding="utf-8"))["lines"]
    assert (written["qr"], written["line"]) == ("raster", {"flow": "xonxoff"})
    assert read_station(file).lines[0].settings.flow == "xonxoff"


def test_a_printer_that_says_nothing_is_asked_about_all_the_same(
    printer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    device = SimulatedPrinter(tmp_path / "bon")
    file = printer(device)
    device.fault("silent")
    answer(monkeypatch, lambda _question: "n")
    assert main(["bon", "--station", str(file)]) == 1
    assert "antwoordt niet" in capsys.readouterr().out


def test_the_speed_at_which_the_printer_answers_is_found_and_written(
    printer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = printer(FastPrinter(tmp_path / "bon"))
    answer(monkeypatch, lambda _question: "j")
    assert main(["bon", "--station", str(file), "--scan"]) == 0
    assert "38400: de printer antwoordt." in capsys.readouterr().out
    assert read_station(file).lines[0].settings.baud == 38400


def test_a_port_that_does_not_open_is_not_tried_at_every_speed(tmp_path: Path, nothing_left: None) -> None:
    found = speeds(replace(BON, port=str(tmp_path / "nergens")))
    assert next(iter(found)) == (9600, "missing")


@pytest.mark.e2e
def test_a_mistake_on_the_command_line_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "station.toml"
    file.write_text('[[lines]]\nname = "bon"\nkind = "printer"\nport = "/dev/ttyS0"\n', encoding="utf-8")
    words = [sys.executable, "-m", "balie_app", "devices", "test", "bonn", "--station", str(file)]
    ended = subprocess.run(
        words, capture_output=True, text=True, check=False, timeout=60, cwd=Path(__file__).parents[2]
    )
    assert (ended.returncode, ended.stderr) == (2, "Er is geen printer 'bonn'. Kies uit: bon.\n")
