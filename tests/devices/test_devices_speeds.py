"""Finding the speed of a line that is set wrongly, on terminals that know at which speed they were opened."""

from __future__ import annotations

import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from balie_app.devices import speeds
from balie_app.devices.config import read_station
from balie_app.devices.main import main
from balie_app.devices.sim_display import SimulatedDisplay

STATION = (
    '[[lines]]\nname = "d"\nkind = "display"\nport = "{port}"\ntemplate = "{template}"\ncounter = 1\naddress = 1\n'
)


class AtOneSpeed(SimulatedDisplay):
    """Understands only what is sent at the speed it was set to."""

    speed = termios.B19200

    def heard(self, data: bytes) -> str:
        right = termios.tcgetattr(self._master)[5] == self.speed
        return super().heard(data if right else bytes(byte ^ 0x5A for byte in data))


@pytest.fixture
def display(nothing_left: None, tmp_path: Path) -> Iterator[AtOneSpeed]:
    made = AtOneSpeed("modbus-number", tmp_path / "display", addresses=(1,))
    made.start()
    yield made
    made.stop()


def station(folder: Path, template: str = "modbus-number") -> str:
    file = folder / "station.toml"
    file.write_text(STATION.format(port=folder / "display", template=template), encoding="utf-8")
    return str(file)


def test_the_speed_at_which_a_device_answers_is_found(
    display: AtOneSpeed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["speed", "d", "--station", station(tmp_path)]) == 0
    assert "line = { baud = 19200 }" in capsys.readouterr().out


def test_a_speed_that_is_right_already_is_told(
    display: AtOneSpeed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    display.speed = termios.B9600
    assert main(["speed", "d", "--station", station(tmp_path)]) == 0
    assert "De snelheid 9600 klopt al." in capsys.readouterr().out


def test_a_device_that_answers_at_no_speed_is_told(
    display: AtOneSpeed, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    display.fault("silent")
    monkeypatch.setattr(speeds, "USUAL", (9600, 19200))
    assert main(["speed", "d", "--station", station(tmp_path)]) == 1
    assert "Op geen enkele snelheid" in capsys.readouterr().err


def test_what_cannot_be_tried_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed", "d", "--station", station(tmp_path)]) == 1  # there is no such port
    assert "niet gevonden" in capsys.readouterr().err
    assert main(["speed", "x", "--station", station(tmp_path)]) == 2
    assert "Kies uit: d" in capsys.readouterr().err
    assert main(["speed", "d", "--station", station(tmp_path, "ditel-dn109")]) == 1
    assert "antwoordt nooit" in capsys.readouterr().err
    (tmp_path / "station.toml").write_text("", encoding="utf-8")
    assert main(["speed", "d", "--station", str(tmp_path / "station.toml")]) == 2


def test_a_display_that_never_answers_cannot_be_asked(tmp_path: Path) -> None:
    assert speeds.answers(read_station(Path(station(tmp_path))).lines[0])
    assert not speeds.answers(read_station(Path(station(tmp_path, "ditel-dn109"))).lines[0])
