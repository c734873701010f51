"""``balie hall`` on real halls, through the same entry as the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balie_app import paths
from balie_app.queue.config import commands, parse, read_file, write_file
from balie_app.queue.config import main as command
from balie_app.queue.hall import open_hall
from balie_app.queue.money import main as money

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def own() -> Path:
    """The user's own hall: three counters."""
    path = paths.data_folder() / "hall.db"
    assert command.main(["new", "--template", "three-counters", "--municipality", "Voorbeeld", str(path)]) == 0
    return path


def test_a_hall_is_exported_changed_and_imported(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "hall.toml"
    assert command.main(["export", str(file)]) == 0
    file.write_text(file.read_text(encoding="utf-8").replace("recall_limit = 2", "recall_limit = 4"), encoding="utf-8")
    assert command.main(["check", str(file)]) == 0
    assert command.main(["import", str(file)]) == 0
    hall = open_hall(own)
    assert hall.config().settings.recall_limit == 4
    assert hall.config() == read_file(file)
    hall.close()
    assert "De nieuwe inrichting geldt nu" in capsys.readouterr().out


def test_a_mistake_changes_nothing_and_is_named(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "hall.toml"
    command.main(["export", str(file)])
    text = file.read_text(encoding="utf-8").replace('type = "stand_up"', 'type = "stand-up"')
    file.write_text(text.replace("share = 0.98", "share = 98"), encoding="utf-8")
    hall = open_hall(own)
    before = hall.journal()
    capsys.readouterr()
    assert command.main(["import", str(file)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert 'counters[0].type: "stand-up" kent Balie niet.' in said[0]
    assert "bedoelt u 0.98?" in said[1]
    assert said[2] == "Er is niets veranderd."
    assert hall.config().counters[0].type == "stand_up"
    assert hall.journal() == before
    hall.close()


def test_another_hall_is_meant_with_hall(own: Path, tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "andere.db"
    command.main(["new", "--template", "one-desk", "--municipality", "Anders", str(other)])
    capsys.readouterr()
    assert command.main(["show", "--hall", str(other)]) == 0
    said = capsys.readouterr().out
    assert "Publiekshal Anders (Anders)" in said
    assert "1 × gesloten balie" in said
    assert command.main(["show"]) == 0
    assert "Voorbeeld" in capsys.readouterr().out


def test_without_a_file_the_configuration_goes_to_the_screen(own: Path, tmp_path: Path, capsys: Capture) -> None:
    capsys.readouterr()
    assert command.main(["export"]) == 0
    file = tmp_path / "scherm.toml"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    hall = open_hall(own)
    assert read_file(file) == hall.config()
    hall.close()


def test_an_export_keeps_the_file_that_was_there(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "hall.toml"
    file.write_text("mijn werk", encoding="utf-8")
    assert command.main(["export", str(file)]) == 0
    assert (tmp_path / "hall.toml.bak").read_text(encoding="utf-8") == "mijn werk"
    assert "hall.toml.bak" in capsys.readouterr().out


@pytest.mark.parametrize("end", ["", "-wal"])
@pytest.mark.parametrize("words", [["hall", "export"], ["money", "ledger"]], ids=" ".join)
def test_what_is_written_out_never_takes_the_halls_own_place(
    own: Path, capsys: Capture, words: list[str], end: str
) -> None:
    program = command if words[0] == "hall" else money
    assert program.main([words[1], str(own) + end]) == 1
    assert "de hal zelf" in capsys.readouterr().err
    open_hall(own).close()
    assert [each.name for each in own.parent.glob("*.bak")] == []


def test_a_second_hall_in_the_same_place_is_refused(own: Path, capsys: Capture) -> None:
    assert command.main(["new", "--template", "one-desk", "--municipality", "X", str(own)]) == 1
    assert "Er is al een hal" in capsys.readouterr().err


@pytest.mark.parametrize("line", [[], ["frob"], ["check"], ["new", "--template", "paleis"], ["show", "--onzin"]])
def test_a_wrong_line_gets_the_dutch_explanation(line: list[str], capsys: Capture) -> None:
    assert command.main(line) == 2
    assert "balie hall import" in capsys.readouterr().err


def test_help_is_the_same_explanation(capsys: Capture) -> None:
    assert command.main(["--help"]) == 0
    assert "balie hall import" in capsys.readouterr().out


def test_known_troubles_are_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    assert command.main(["check", str(tmp_path / "weg.toml")]) == 1
    assert "is er niet" in capsys.readouterr().err
    assert command.main(["check", str(tmp_path)]) == 1
    assert "is een map" in capsys.readouterr().err
    assert command.main(["show", "--hall", str(tmp_path / "weg.db")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "said"), [(PermissionError(13, "x", "f"), "rechten"), (OSError(5, "x", "f"), "Controleer de schijf")]
)
def test_a_file_that_cannot_be_opened_has_a_next_step(
    error: OSError, said: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refuse(path: Path) -> None:
        raise error

    monkeypatch.setattr(commands, "read_file", refuse)
    assert command.main(["check", "f"]) == 1
    assert said in capsys.readouterr().err


def test_a_check_warns_of_what_is_allowed_but_seldom_meant(
    small: dict[str, Any], tmp_path: Path, capsys: Capture
) -> None:
    small["contact_types"][0]["letter"] = "B"
    small["contact_types"][1] |= {"letter": "P", "counter_types": ["room"]}
    small["clerks"] = []
    file = tmp_path / "hall.toml"
    write_file(parse(small), file)
    assert command.main(["check", str(file)]) == 0
    said = capsys.readouterr().out
    assert "de letters B en P lijken op elkaar" in said
    assert 'geen balie kan "private" helpen' in said
    assert "nog geen medewerkers" in said


def test_opening_hours_are_shown_by_day(small: dict[str, Any], tmp_path: Path, capsys: Capture) -> None:
    from balie_app.queue.config.summary import summary

    small["opening"] = {"weekdays": {"mon": [["08:30", "12:30"], ["13:00", "17:00"]], "sun": []}}
    assert "  open        ma 08:30–12:30 en 13:00–17:00" in summary(parse(small))
    small["opening"] = {"weekdays": {"sun": []}}
    assert "  open        nooit" in summary(parse(small))


def test_halls_on_both_databases_are_made_and_changed(hall_url: str, tmp_path: Path) -> None:
    assert command.main(["new", "--template", "haarlem", "--municipality", "Voorbeeld", hall_url]) == 0
    file = tmp_path / "hall.toml"
    assert command.main(["export", "--hall", hall_url, str(file)]) == 0
    file.write_text(file.read_text(encoding="utf-8").replace("host_level = 2", "host_level = 3"), encoding="utf-8")
    assert command.main(["import", "--hall", hall_url, str(file)]) == 0
    hall = open_hall(hall_url)
    assert hall.config() == read_file(file)
    assert hall.config().settings.host_level == 3
    hall.close()
