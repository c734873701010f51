"""``balie devices simulate``: every driver and template, many on one line, with faults on request."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from balie_app.devices import simulate
from balie_app.devices.dispenser import DispenserDriver
from balie_app.devices.driver import OutOfOrder, Settle
from balie_app.devices.encoders import DRIVERS
from balie_app.devices.line import Line
from balie_app.devices.ports import opener
from balie_app.devices.scanner import ScannerDriver
from balie_app.devices.simulate import SimulatedDispenser, SimulatedDisplay, SimulatedPrinter, SimulatedScanner
from balie_app.devices.template_reader import known_templates, load_template, template_path
from balie_app.printing.profiles import profile_names


@pytest.mark.parametrize(
    ("kind", "template"),
    [
        *(("display", name) for name in (*known_templates("display"), *known_templates("lamp"), *DRIVERS)),
        *(("dispenser", name) for name in known_templates("dispenser")),
        *(("scanner", name) for name in known_templates("scanner")),
        ("printer", None),
        *(("printer", name) for name in profile_names()),
    ],
)
def test_there_is_a_simulation_of_everything(kind: str, template: str | None, nothing_left: None) -> None:
    device = simulate._make(kind, template, None)
    device.start()
    for fault in device.FAULTS:
        device.fault(fault)
        assert fault in device.faults
        device.fault(fault, on=False)
        assert fault not in device.faults
    device.stop()


EVERYTHING = (
    *(("display", name) for name in (*known_templates("display"), *known_templates("lamp"), *DRIVERS)),
    *(("dispenser", name) for name in known_templates("dispenser")),
    *(("scanner", name) for name in known_templates("scanner")),
    ("printer", "epson"),
)


@pytest.mark.parametrize(("kind", "template"), EVERYTHING)
def test_a_template_says_itself_what_it_simulates(kind: str, template: str) -> None:
    assert simulate._kind_of(template) == kind


def test_a_template_of_one_s_own_has_a_simulation_too(tmp_path: Path) -> None:
    own = tmp_path / "eigen.toml"
    own.write_text(template_path("edi-ed400d").read_text(encoding="utf-8"), encoding="utf-8")
    assert simulate._kind_of(str(own)) == "display"
    assert isinstance(simulate._make("display", str(own), None), SimulatedDisplay)


def test_every_fault_stands_in_the_documentation() -> None:
    text = (Path(__file__).parents[2] / "docs" / "station-toml.md").read_text(encoding="utf-8")
    kinds = (SimulatedPrinter, SimulatedDisplay, SimulatedDispenser, SimulatedScanner)
    assert {fault for kind in kinds for fault in kind.FAULTS if f"`{fault}`" not in text} == set()


def test_a_template_of_another_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate.main(["display", "--template", "button-bytes"]) == 2
    assert "is geen display" in capsys.readouterr().err
    assert simulate.main(["--template", "bestaat-niet"]) == 2


@pytest.mark.parametrize("name", known_templates("dispenser"))
def test_every_dispenser_has_a_simulation_whose_buttons_are_heard_and_answered(
    nothing_left: None, tmp_path: Path, heard: Any, name: str
) -> None:
    template, signs = load_template(template_path(name)), SimpleQueue[None]()
    far = SimulatedDispenser(template, tmp_path / "deur", lambda: signs.put(None))
    far.start()
    line = Line("deur", opener(far.port, template.line), DispenserDriver(template), heard)
    line.start()
    heard.next("state")
    for button in far.buttons:
        far.fault("double")
        far.press(button)
        assert heard.next("press").facts == {"button": button}
        line.submit(Settle(True, "A042"))
        while far.answers.count("accept") <= far.buttons.index(button):
            signs.get(timeout=60)
    line.submit(OutOfOrder(True))
    while not far.lamp:
        signs.get(timeout=60)
    assert line.stop()
    assert heard.events.empty()  # the second byte of each was no press
    far.stop()


@pytest.mark.parametrize("name", known_templates("scanner"))
def test_every_scanner_has_a_simulation_whose_codes_are_heard_and_beeped(
    nothing_left: None, tmp_path: Path, heard: Any, name: str
) -> None:
    template, signs = load_template(template_path(name)), SimpleQueue[None]()
    far = SimulatedScanner(template, tmp_path / "lezer", lambda: signs.put(None))
    far.start()
    line = Line("lezer", opener(far.port, template.line), ScannerDriver(template), heard)
    line.start()
    heard.next("state")
    far.scan("K7M2XJ")
    assert heard.next("scan").facts == {"text": "K7M2XJ", "symbology": "QR"}
    line.submit(Settle(False))
    while "refuse" in template.commands and far.answers != ["refuse"]:
        signs.get(timeout=60)
    assert line.stop()
    far.stop()


def test_addresses_are_written_as_people_do() -> None:
    assert simulate._addresses("1-3,7") == (1, 2, 3, 7)
    assert simulate._addresses("") == ()


def test_a_mistake_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate.main(["display", "--addresses", "een"]) == 2
    assert "Adressen zijn getallen" in capsys.readouterr().err
    assert simulate.main(["display", "--fault", "kapot"]) == 2
    assert "power_cut" in capsys.readouterr().err
    assert simulate.main(["printer", "--template", "drukpers"]) == 2
    assert "Dit printerprofiel bestaat niet: drukpers" in capsys.readouterr().err


def test_orders_are_carried_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    display = SimulatedDisplay("modbus-number", tmp_path / "d", addresses=(1, 2))
    simulate._obey(display, ["off", "2"])
    assert display.dead == {2}
    simulate._obey(display, ["on", "2"])
    assert display.dead == set()
    dispenser = SimulatedDispenser("button-printer", tmp_path / "b")
    simulate._obey(dispenser, ["report", "paper_out"])
    simulate._obey(dispenser, ["report", "honger"])
    assert "Onbekend: honger" in capsys.readouterr().out
    simulate._obey(SimulatedScanner("scanner", tmp_path / "s"), ["scan", "K7M2XJ"])
    simulate._obey(display, ["dansen"])
    assert "press KNOP" in capsys.readouterr().out


def test_each_device_says_how_it_is_in_one_line(tmp_path: Path) -> None:
    assert simulate._picture(SimulatedScanner("scanner", tmp_path / "s")) == "antwoorden []"
    assert simulate._picture(SimulatedPrinter(tmp_path / "p")).startswith("0 bonnen")
