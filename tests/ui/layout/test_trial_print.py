"""A trial print goes through the hall or straight to the printer, and what became of it comes back as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from balie_app import paths
from balie_app.devices.config import read_station, station_file
from balie_app.devices.service import DeviceService
from balie_app.devices.sim_printer import SimulatedPrinter
from balie_app.devices.states import advice
from balie_app.queue.commands import PrintOutcome
from balie_app.queue.hall import open_hall
from balie_app.ui.layout.preview import Preview
from balie_app.ui.layout.window import LayoutWindow

from .conftest import Scene


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


def print_trial(scene: Scene, window: LayoutWindow, button: str = "trial") -> str:
    scene.qtbot.mouseClick(getattr(window, button), Qt.MouseButton.LeftButton)
    assert window.printer is not None
    going = window.tr("De proef gaat naar de printer…")
    scene.until(lambda: window.notice.text() != going and window.trial.isEnabled())
    return window.notice.text()


def test_the_trial_shows_what_is_not_saved_yet_and_cannot_be_a_real_number(
    scene: Scene, printer: Callable[[str], SimulatedPrinter]
) -> None:
    far = printer("epson")
    window = scene.open(printer="bon")
    window.form.header.control.setPlainText("Nog niet opgeslagen")
    assert window.keep.isHidden()
    assert print_trial(scene, window) == "De proef is geprint."
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
    assert print_trial(scene, window, "keep") == "De proef is geprint."
    first = far.papers[-1].paper()
    assert first.problems == ()
    assert first.text.startswith("[beeld BA]")
    assert first.kept[b"BA"].width == 240


def test_a_printer_without_paper_says_what_to_do(scene: Scene, printer: Callable[[str], SimulatedPrinter]) -> None:
    printer("epson").fault("paper_out", True)
    assert print_trial(scene, scene.open(printer="bon")) == advice("paper_out")


def test_a_printer_that_is_not_there_says_what_to_do(scene: Scene, tmp_path: Path) -> None:
    write_station(str(tmp_path / "nergens"), "epson")
    assert print_trial(scene, scene.open(printer="bon")) == advice("missing")


@pytest.mark.parametrize(
    ("station", "said"),
    [
        ("", "Balie vindt printer bon niet: niet in de hal en niet in station.toml op deze computer."),
        ("[[lines]]\nname = 1\n", "station.toml"),
        ("kapot", "station.toml"),
    ],
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
    assert said in print_trial(scene, window)


def test_without_a_printer_there_is_nothing_to_print_on(scene: Scene) -> None:
    window = scene.open()
    assert window.trial.isHidden()
    assert window.keep.isHidden()


@pytest.fixture
def service(scene: Scene, printer: Callable[[str], SimulatedPrinter]) -> Iterator[SimulatedPrinter]:
    """The printer, in the hands of a service of the hall."""
    far = printer("epson")
    running = DeviceService(scene.where, read_station(station_file(None)))
    running.start()
    yield far
    running.stop()


def through_the_hall(scene: Scene) -> LayoutWindow:
    """A window that knows the printer of the service and that it is well."""
    window = scene.open(printer="bon")
    scene.until(
        lambda: window.link.view is not None and any(each.cause == "" for each in window.link.view.devices),
    )
    return window


def test_a_trial_goes_through_the_hall_when_a_station_has_the_printer(
    scene: Scene, service: SimulatedPrinter, paper_of: Callable[[LayoutWindow], Preview]
) -> None:
    window = through_the_hall(scene)
    window.form.footer.control.setPlainText("Nog niet opgeslagen")
    preview = paper_of(window)
    preview.language.setCurrentIndex(preview.language.findData("en"))
    assert print_trial(scene, window) == "De proef is geprint."
    paper = service.papers[-1].paper()
    assert paper.problems == ()
    assert "Nog niet opgeslagen" in paper.text
    assert "Waiting time" in paper.text
    assert "K 000" in paper.text
    assert scene.version() == 1


def without_paper(scene: Scene, service: SimulatedPrinter) -> LayoutWindow:
    """A trial that waits in the hall, because the paper is out."""
    window = through_the_hall(scene)
    service.fault("paper_out", True)
    scene.until(
        lambda: window.link.view is not None and any(each.cause == "paper_out" for each in window.link.view.devices),
    )
    scene.qtbot.mouseClick(window.trial, Qt.MouseButton.LeftButton)
    scene.until(lambda: window.notice.text() == advice("paper_out"))
    assert not window.trial.isEnabled()
    return window


def test_a_trial_that_waits_for_paper_says_so_and_is_printed_when_there_is_some(
    scene: Scene, service: SimulatedPrinter
) -> None:
    window = without_paper(scene, service)
    service.fault("paper_out", False)
    scene.until(lambda: window.notice.text() == "De proef is geprint.")


def test_a_trial_of_which_nobody_knows_what_became_says_to_look(scene: Scene, service: SimulatedPrinter) -> None:
    window = without_paper(scene, service)
    with closing(open_hall(scene.where)) as hall:
        (job,) = hall.view().print_jobs
    scene.do(PrintOutcome(job.id, "failed"))
    scene.until(lambda: "niet zeker" in window.notice.text())
    assert window.trial.isEnabled()
