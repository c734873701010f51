"""The line monitor: what it keeps, what it hides, and what another process reads of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from balie_app.devices import cli_monitor
from balie_app.devices.control import literal, readable
from balie_app.devices.monitor import KEPT, Monitor, lines_of, masked, saved

NOW = datetime(2030, 1, 14, 9, 30, tzinfo=UTC)


def monitor() -> Monitor:
    return Monitor({"display": "display", "bon": "printer", "lezer": "scanner"}, lambda: NOW)


def test_the_last_five_hundred_exchanges_of_each_line_are_kept() -> None:
    made = monitor()
    for turn in range(KEPT + 10):
        made.heard("display", "out", b"%03d" % turn)
    made.heard("bon", "in", b"\x12")
    assert len(made.last("display")) == KEPT
    assert made.last("display")[0].text == "010"
    assert len(made.last()) == KEPT + 1


def test_bytes_are_shown_in_hex_and_as_a_person_reads_them() -> None:
    made = monitor()
    made.heard("display", "out", b"\x0201A012\r")
    (seen,) = made.last()
    assert (seen.hex, seen.text, seen.size) == ("02 30 31 41 30 31 32 0d", "<STX>01A012<CR>", 8)
    assert lines_of([seen]) == "09:30:00.000 display > 02 30 31 41 30 31 32 0d" + " " * 26 + "<STX>01A012<CR>\n"


def test_what_may_be_about_a_person_cannot_be_read_back() -> None:
    assert masked("printer", "out", "Mw. De Vries €12\n".encode("cp858")) == b"xx. xx xxxxx x12\n"
    assert masked("scanner", "in", b"]Q1K7M2XJ\r") == b"]Q1xxxxxx\r"
    assert masked("display", "out", b"A012") == b"A012"
    made = monitor()
    made.heard("lezer", "in", b"SPECI2014\r")
    assert "SPECI" not in str(made.last())
    assert b"SPECI".hex(" ") not in str(made.last())


def test_another_process_reads_what_was_saved(tmp_path: Path) -> None:
    made, file = monitor(), tmp_path / "lijnen.jsonl"
    assert saved(file) == ()
    made.heard("display", "out", b"A012")
    assert made.unsaved
    made.save(file)
    assert not made.unsaved
    assert saved(file) == made.last()


def test_a_disk_that_is_full_does_not_stop_the_lines(tmp_path: Path) -> None:
    made = monitor()
    made.heard("display", "out", b"A012")
    made.save(tmp_path / "geen map" / "lijnen.jsonl")
    assert len(made.last()) == 1


def test_control_bytes_have_the_same_names_both_ways() -> None:
    assert literal("STX ETX 1B 51") == b"\x02\x03\x1bQ"
    assert literal("text:ZD") == b"ZD"
    assert literal("STOX") is None
    assert readable(b"\x02\x03\x1bQ\xff\x0c") == "<STX><ETX><ESC>Q<FF><0C>"


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BALIE_LOGS", str(tmp_path))
    file = tmp_path / "station.toml"
    file.write_text(
        'station = "noord"\n[[lines]]\nname = "display"\nkind = "display"\nport = "/dev/ttyS9"\n'
        'template = "ditel-dn109"\ncounter = 1\n',
        encoding="utf-8",
    )
    return file


def test_the_command_shows_and_exports(station: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--station", str(station)]
    assert cli_monitor.main(arguments) == 1
    assert "nog niets" in capsys.readouterr().err
    made = Monitor({"display": "display"}, lambda: NOW)
    made.heard("display", "out", b"\x0201A012\r")
    made.save(cli_monitor.monitor_file("noord"))
    assert cli_monitor.main(arguments) == 0
    assert "<STX>01A012<CR>" in capsys.readouterr().out
    export = station.with_name("export.txt")
    assert cli_monitor.main([*arguments, "display", "--export", str(export)]) == 0
    assert "<STX>01A012<CR>" in export.read_text(encoding="utf-8")
    assert cli_monitor.main([*arguments, "anders"]) == 2
    assert "Kies uit: display" in capsys.readouterr().err
