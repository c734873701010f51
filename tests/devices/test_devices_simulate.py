"""``balie devices simulate``: every driver and template, many on one line, with faults on request."""

from __future__ import annotations

from pathlib import Path

import pytest

from balie_app.devices import simulate
from balie_app.devices.simulate import SimulatedDispenser, SimulatedDisplay, SimulatedPrinter, SimulatedScanner
from balie_app.devices.template_reader import known_templates
from balie_app.printing.profiles import profile_names


@pytest.mark.parametrize(
    ("kind", "template"),
    [
        *(("display", name) for name in (*known_templates("display"), *known_templates("lamp"), "alpha", "cd5220")),
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
