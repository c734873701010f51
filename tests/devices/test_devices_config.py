from __future__ import annotations

from pathlib import Path

import pytest

from balie_app.devices.config import Wish, read_station
from balie_app.queue.config.mistakes import ConfigMistakes

GOOD = """
hall = "hal.db"
station = "noord"
[[lines]]
name = "bonprinter"
kind = "printer"
port = "/dev/ttyUSB0"
profile = "epson"
line = { baud = 19200, flow = "rtscts" }
[[lines]]
name = "displays"
kind = "display"
port = "socket://10.0.0.7:4001"
template = "ditel-dn109"
counters = { 4 = 1, 5 = 2 }
[[lines]]
name = "automaat"
kind = "dispenser"
port = "/dev/ttyUSB1"
template = "button-bytes"
printer = "bonprinter"
map.1 = { contact_type = "quick" }
map.2 = { products = ["paspoort"] }
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "station.toml"
    file.write_text(text, encoding="utf-8")
    return file


def mistakes_of(tmp_path: Path, text: str) -> dict[str, str]:
    with pytest.raises(ConfigMistakes) as caught:
        read_station(written(tmp_path, text))
    return {mistake.key: mistake.sentence() for mistake in caught.value.mistakes}


def test_a_station_names_its_lines(tmp_path: Path) -> None:
    station = read_station(written(tmp_path, GOOD))
    printer, display, dispenser = station.lines
    assert (station.hall, station.station) == ("hal.db", "noord")
    assert (printer.profile, printer.settings.baud, printer.settings.flow) == ("epson", 19200, "rtscts")
    assert display.counters == {4: 1, 5: 2}
    assert dispenser.buttons == {"1": Wish("quick"), "2": Wish(None, ("paspoort",))}
    assert dispenser.printer == "bonprinter"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    bad = (
        GOOD.replace('"epson"', '"epsom"')
        .replace("ditel-dn109", "ditel-dn108")
        .replace('printer = "bonprinter"', 'printer = "bonprintr"')
        .replace("baud = 19200", "baud = 3")
        .replace("socket://10.0.0.7:4001", "socket://10.0.0.7")
        .replace("map.2 = { products", "map.20 = { produkts")
    )
    assert set(mistakes_of(tmp_path, bad)) == {
        "lines[0].profile",
        "lines[0].line.baud",
        "lines[1].template",
        "lines[1].port",
        "lines[2].printer",
        "lines[2].map.20",
        "lines[2].map.20.produkts",
    }


def test_a_name_and_a_port_belong_to_one_line(tmp_path: Path) -> None:
    bad = GOOD.replace('name = "automaat"', 'name = "displays"').replace("ttyUSB1", "ttyUSB0")
    assert set(mistakes_of(tmp_path, bad)) == {"lines[2].name", "lines[2].port"}


def test_an_address_the_display_cannot_have_is_refused(tmp_path: Path) -> None:
    assert list(mistakes_of(tmp_path, GOOD.replace("5 = 2", "5 = 100"))) == ["lines[1].address"]


def test_a_dispenser_template_is_no_display(tmp_path: Path) -> None:
    assert list(mistakes_of(tmp_path, GOOD.replace("ditel-dn109", "button-bytes"))) == ["lines[1].template"]


def test_a_template_of_ones_own_stands_beside_the_station_file(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text('[device]\nname = "x"\n', encoding="utf-8")
    found = mistakes_of(tmp_path, GOOD.replace("ditel-dn109", "eigen"))
    assert "eigen.toml" in found["lines[1].template"]


def test_an_empty_file_is_refused_with_what_it_should_hold(tmp_path: Path) -> None:
    assert "[[lines]]" in mistakes_of(tmp_path, "")["lines"]


def test_the_example_of_the_documentation_is_read_as_it_stands(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "station-toml.md").read_text(encoding="utf-8")
    station = read_station(written(tmp_path, text.split("```toml\n")[1].split("```")[0]))
    kinds = [line.kind for line in station.lines]
    assert kinds == ["printer", "printer", "display", "dispenser", "dispenser", "scanner"]
    assert (station.lines[0].backup, station.lines[0].backup_after_s) == ("balie 1", 10)
    displays, roll = station.lines[2], station.lines[4]
    assert (displays.settings.baud, displays.settings.local_echo, displays.brightness) == (19200, "discard", 60)
    assert (roll.roll, roll.printer) == (True, None)


def test_what_a_line_does_not_say_is_as_the_template_has_it(tmp_path: Path) -> None:
    own = GOOD.replace('template = "ditel-dn109"', 'template = "tsl-umd31"\nline = { turnaround_ms = 30 }')
    line = read_station(written(tmp_path, own.replace("4 = 1, 5 = 2", "4 = 33, 5 = 34"))).lines[1]
    assert (line.settings.baud, line.settings.parity, line.settings.turnaround_s) == (38400, "E", 0.03)


def test_two_counters_never_share_an_address(tmp_path: Path) -> None:
    assert list(mistakes_of(tmp_path, GOOD.replace("5 = 2", "5 = 1"))) == ["lines[1].counters"]


def test_a_roll_of_numbers_has_no_printer(tmp_path: Path) -> None:
    bad = GOOD.replace('template = "button-bytes"', 'template = "button-bytes"\nroll = true')
    assert list(mistakes_of(tmp_path, bad)) == ["lines[2].printer"]


def test_a_port_that_cannot_be_is_refused(tmp_path: Path) -> None:
    for port in ("usb:1a86", "telnet://10.0.0.7:23", "rfc2217://10.0.0.7"):
        assert "lines[1].port" in mistakes_of(tmp_path, GOOD.replace("socket://10.0.0.7:4001", port))


PRINTER = '[[lines]]\nname = "bon"\nkind = "printer"\nport = "{port}"\n'


@pytest.mark.parametrize(
    "port", ["/dev/usb/lp0", "usb-lp:04b8:0202", "usb-lp:/dev/bonprinter", "file:/tmp/bonnen", "system:", "system:hp-1"]
)
def test_a_printer_can_be_reached_in_many_ways(tmp_path: Path, port: str) -> None:
    assert read_station(written(tmp_path, PRINTER.format(port=port))).lines[0].port == port


@pytest.mark.parametrize("port", ["usb-lp:04b8", "file:bonnen", "file:", "ipp://printer"])
def test_a_way_to_a_printer_that_cannot_be_is_refused(tmp_path: Path, port: str) -> None:
    assert "lines[0].port" in mistakes_of(tmp_path, PRINTER.format(port=port))


@pytest.mark.parametrize("port", ["file:/tmp/x", "system:hp"])
def test_only_paper_goes_to_a_file_or_to_the_system(tmp_path: Path, port: str) -> None:
    text = GOOD.replace("socket://10.0.0.7:4001", port)
    assert f"{port!r} kan alleen bij een printer." in mistakes_of(tmp_path, text)["lines[1].port"]


def test_a_printer_has_a_name_that_the_hall_can_keep(tmp_path: Path) -> None:
    text = PRINTER.format(port="/dev/ttyS0").replace('"bon"', f'"{"b" * 41}"') + f'backup = "{"c" * 41}"\n'
    assert set(mistakes_of(tmp_path, text)) == {"lines[0].name", "lines[0].backup"}
    assert read_station(written(tmp_path, text.replace("b" * 41, "b" * 40).replace("c" * 41, "c" * 40))).lines


def test_a_code_page_that_the_profile_lacks_is_refused(tmp_path: Path) -> None:
    text = PRINTER.format(port="/dev/ttyS0") + 'code_pages = ["cp1252", "cp437"]\nqr = "maybe"\n'
    assert set(mistakes_of(tmp_path, text)) == {"lines[0].code_pages", "lines[0].qr"}
