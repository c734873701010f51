"""``balie hall`` history, undo, import by two people, start and close; through the entry of the command line."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from balie_app import paths
from balie_app.queue import commands as c
from balie_app.queue.config import commands, read_file
from balie_app.queue.config import main as command
from balie_app.queue.hall import open_hall

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def kim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands.getpass, "getuser", lambda: "kim")


@pytest.fixture
def own(capsys: Capture) -> Path:
    path = paths.data_folder() / "hall.db"
    assert command.main(["new", "--template", "one-desk", "--municipality", "Voorbeeld", str(path)]) == 0
    capsys.readouterr()
    return path


def exported(tmp_path: Path, name: str = "hall.toml") -> Path:
    file = tmp_path / name
    assert command.main(["export", str(file)]) == 0
    return file


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def recalls(own: Path) -> int:
    with closing(open_hall(own)) as hall:
        return hall.config().settings.recall_limit


def test_history_tells_who_changed_what_and_when(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = exported(tmp_path)
    change(file, "recall_limit = 2", "recall_limit = 4")
    command.main(["import", str(file)])
    capsys.readouterr()
    assert command.main(["history"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("versie 2  ")
    assert lines[0].endswith("  kim (hall)")
    assert lines[1] == "    instelling, recall_limit: was 2, is nu 4"
    assert lines[2].endswith("  begin van de hal")


def test_undo_says_what_it_took_back(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = exported(tmp_path)
    change(file, "recall_limit = 2", "recall_limit = 4")
    command.main(["import", str(file)])
    capsys.readouterr()
    assert command.main(["undo"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Versie 2 is teruggenomen. Nu geldt versie 3, met de inhoud van 1.",
        "    instelling, recall_limit: was 4, is nu 2",
    ]
    assert recalls(own) == 2
    assert command.main(["undo"]) == 1
    assert capsys.readouterr().err == "Er is geen eerdere inrichting om naar terug te gaan.\n"
    command.main(["history"])
    assert "versie 2 teruggenomen" in capsys.readouterr().out.splitlines()[0]


def test_the_second_editor_is_told_and_loses_nothing(own: Path, tmp_path: Path, capsys: Capture) -> None:
    mine, theirs = exported(tmp_path), exported(tmp_path, "anders.toml")
    change(theirs, "recall_limit = 2", "recall_limit = 5")
    assert command.main(["import", str(theirs)]) == 0
    change(mine, "undo_seconds = 60", "undo_seconds = 90")
    before = mine.read_text(encoding="utf-8")
    capsys.readouterr()
    assert command.main(["import", str(mine)]) == 1
    told = capsys.readouterr().err
    assert "intussen veranderd door kim (versie 2): instelling, recall_limit: was 2, is nu 5." in told
    assert recalls(own) == 5
    assert mine.read_text(encoding="utf-8") == before
    assert command.main(["import", "--force", str(mine)]) == 0
    assert recalls(own) == 2


def test_one_editor_goes_on_in_the_same_file(own: Path, tmp_path: Path) -> None:
    file = exported(tmp_path)
    file.write_text(f"# mijn eigen uitleg\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    for number in (4, 5, 6):
        change(file, f"recall_limit = {number - 1 if number > 4 else 2}", f"recall_limit = {number}")
        assert command.main(["import", str(file)]) == 0
        assert recalls(own) == number
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# mijn eigen uitleg\n")
    assert "\nversion = 4\n" in text


def test_a_file_without_a_version_is_taken_as_it_is(own: Path, tmp_path: Path) -> None:
    file = exported(tmp_path)
    change(file, "version = 1\n", "")
    change(file, "recall_limit = 2", "recall_limit = 4")
    assert command.main(["import", str(file)]) == 0
    assert recalls(own) == 4
    assert "version" not in file.read_text(encoding="utf-8")


def test_a_wrong_version_is_a_mistake(own: Path, tmp_path: Path, capsys: Capture) -> None:
    file = exported(tmp_path)
    change(file, "version = 1\n", 'version = "een"\n')
    assert command.main(["import", str(file)]) == 1
    assert 'version: hier staat "een".' in capsys.readouterr().err


def test_a_long_history_is_shortened(own: Path, capsys: Capture) -> None:
    with closing(open_hall(own)) as hall:
        for _ in range(12):
            hall.perform(c.Configure(hall.config()), c.By("hall"))
    assert command.main(["history"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "    niets veranderd"
    assert lines[-1] == "Nog 3 oudere: balie hall history --all"
    command.main(["history", "--all"])
    assert capsys.readouterr().out.count("versie ") == 13


def test_the_day_is_closed_and_started_from_the_command_line(own: Path, capsys: Capture) -> None:
    with closing(open_hall(own)) as hall:
        clerk = hall.config().clerks[0].code
        hall.perform(c.OpenCounter(1, clerk), c.By("test"))
        hall.perform(c.Issue(("paspoort-aanvragen",)), c.By("test"))
        code = hall.perform(c.Book(("paspoort-aanvragen",), hall.now()), c.By("test")).code
        day = hall.view().contacts[0].day
    assert command.main(["close", "--reason", "brandalarm"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"K 001 van {day:%d-%m}: brandalarm.",
        "Balie 1 is gesloten.",
        f"Niet gekomen op afspraak: {code}.",
    ]
    assert command.main(["start"]) == 0
    assert capsys.readouterr().out == "Er is niets blijven liggen.\n"


def test_a_computer_without_a_name_for_its_user_is_no_trouble(
    own: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("USER")

    monkeypatch.setattr(commands.getpass, "getuser", nobody)
    assert command.main(["import", str(exported(tmp_path))]) == 0
    command.main(["history"])
    assert "  (hall)" in capsys.readouterr().out


def test_history_and_undo_work_on_both_databases(hall_url: str, tmp_path: Path, capsys: Capture) -> None:
    command.main(["new", "--template", "one-desk", "--municipality", "Voorbeeld", hall_url])
    file = tmp_path / "hall.toml"
    command.main(["export", "--hall", hall_url, str(file)])
    change(file, "recall_limit = 2", "recall_limit = 3")
    assert command.main(["import", "--hall", hall_url, str(file)]) == 0
    assert command.main(["undo", "--hall", hall_url]) == 0
    capsys.readouterr()
    assert command.main(["history", "--hall", hall_url]) == 0
    assert "instelling, recall_limit: was 3, is nu 2" in capsys.readouterr().out
    with closing(open_hall(hall_url)) as hall:
        assert hall.config().settings.recall_limit == 2
    assert read_file(file).settings.recall_limit == 3
