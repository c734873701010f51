"""A trial print goes straight to the printer on this computer, and what it says comes back as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from balie_app import paths
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.states import advice
from balie_app.ui.layout.preview import Preview
from balie_app.ui.layout.trial import TrialPrinter
from balie_app.ui.layout.window import LayoutWindow

from .conftest import Scene

PATIENT_MS = 60_000


def write_station(port: str, kind: str) -> None:
    """This computer has one printer, "bon"."""
    file = paths.config_folder() / "station.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = ("[[lines]]", 'name = "bon"', 'kind = "printer"', f'port = "{port}"', f'profile = "{kind}"')
    file.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def printer(nothing_left: None) -> Iterator[Callable[[str], SimulatedPrinter]]:
    """A printer of this kind on a pseudo-terminal, called "bon" in station.toml."""
    made: list[SimulatedPrinter] = []

    def plug(kind: str) -> SimulatedPrinter:
        far = SimulatedPrinter(profile_name=kind)
        far.start()
        made.append(far)
        write_station(far.port, kind)
        return far

    yield plug
    for each in made:
        each.stop()


def print_trial(qtbot: QtBot, window: LayoutWindow, button: str = "trial") -> str:
    qtbot.mouseClick(getattr(window, button), Qt.MouseButton.LeftButton)
    assert window.printer is not None
    going = window.tr("De proef gaat naar de printer…")
    qtbot.waitUntil(lambda: window.notice.text() != going, timeout=PATIENT_MS)
    assert window.trial.isEnabled()
    return window.notice.text()


def test_the_trial_shows_what_is_not_saved_yet_and_cannot_be_a_real_number(
    scene: Scene, printer: Callable[[str], SimulatedPrinter]
) -> None:
    far = printer("epson")
    window = scene.open(printer="bon")
    window.form.header.control.setPlainText("Nog niet opgeslagen")
    assert window.keep.isHidden()
    assert print_trial(scene.qtbot, window) == "De proef is geprint."
    paper = far.papers[-1].paper()
    assert paper.problems == ()
    assert "Nog niet opgeslagen" in paper.text
    assert "K 000" in paper.text
    assert scene.version() == 1


def test_the_printer_of_the_trial_is_the_one_that_is_shown(
    scene: Scene, printer: Callable[[str], SimulatedPrinter], paper_of: Callable[[LayoutWindow], Preview]
) -> None:
    printer("clone")
    preview = paper_of(scene.open(printer="bon"))
    assert preview.printer.currentData() == "clone"
    assert "bytes" in preview.cost.text()


def test_the_logo_is_put_into_a_printer_that_keeps_it_and_then_printed_from_there(
    scene: Scene, printer: Callable[[str], SimulatedPrinter], logo_file: Path
) -> None:
    far = printer("epson-logo")
    window = scene.open(printer="bon")
    window.form.logo.take(logo_file)
    assert print_trial(scene.qtbot, window, "keep") == "De proef is geprint."
    first = far.papers[-1].paper()
    assert first.problems == ()
    assert first.text.startswith("[beeld BA]")
    assert first.kept[b"BA"].width == 240


def test_a_printer_without_paper_says_what_to_do(scene: Scene, printer: Callable[[str], SimulatedPrinter]) -> None:
    printer("epson").fault("paper_out", True)
    assert print_trial(scene.qtbot, scene.open(printer="bon")) == advice("paper_out")


def test_a_printer_that_is_not_there_says_what_to_do(scene: Scene, tmp_path: Path) -> None:
    write_station(str(tmp_path / "nergens"), "epson")
    assert print_trial(scene.qtbot, scene.open(printer="bon")) == advice("missing")


@pytest.mark.parametrize(
    ("station", "said"),
    [("", "staat geen printer met de naam bon"), ("[[lines]]\nname = 1\n", "station.toml"), ("kapot", "station.toml")],
)
def test_a_computer_without_this_printer_says_so(
    scene: Scene, station: str, said: str, paper_of: Callable[[LayoutWindow], Preview]
) -> None:
    if station:
        file = paths.config_folder() / "station.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(station, encoding="utf-8")
    window = scene.open(printer="bon")
    paper_of(window)
    assert said in print_trial(scene.qtbot, window)


def test_without_a_printer_there_is_nothing_to_print_on(scene: Scene) -> None:
    window = scene.open()
    assert window.trial.isHidden()
    assert window.keep.isHidden()
    assert TrialPrinter("x").profile == ""
