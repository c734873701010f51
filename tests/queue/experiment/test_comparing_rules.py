"""``balie simulate hall`` and ``balie simulate day``: the same visitors under other rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from balie_app.queue import commands as c
from balie_app.queue.dispatch.day import Day, Rule, Staffing, play
from balie_app.queue.dispatch.halls import SyntheticHall
from balie_app.queue.dispatch.kernel import FIRST_COME, NEVER, NO_APPOINTMENT
from balie_app.queue.experiment.journalday import JournalDay, desks, journal_day
from balie_app.queue.experiment.main import main, usage
from balie_app.queue.experiment.playing import welcome
from balie_app.queue.experiment.rules import RULES, Outcome, kept
from balie_app.queue.hall import create_hall

# -- figures ----------------------------------------------------------------------------------------


def two_appointments() -> Outcome:
    day = Day(
        np.zeros(4, dtype=np.int64),
        np.array([10.0, 20.0, 30.0, NEVER]),
        np.array([15.0, 18.0, NO_APPOINTMENT, 40.0]),
        np.full(4, 5.0),
    )
    return Outcome(day, np.array([16.0, 33.0, 42.0, NEVER]))


def test_appointments_count_from_the_later_of_time_and_check_in() -> None:
    held = kept([two_appointments()])
    assert held.booked_in_time is not None
    assert held.booked_p99 is not None
    assert held.walk_in_mean is not None
    assert held.booked_in_time.value == 0.5
    assert held.booked_p99.value == 13.0
    assert held.walk_in_mean.value == 12.0
    assert held.visitors.value == 3, "who does not come does not count"


def test_an_appointment_that_is_called_early_did_not_wait() -> None:
    day = Day(np.zeros(1, dtype=np.int64), np.array([10.0]), np.array([30.0]), np.array([5.0]))
    held = kept([Outcome(day, np.array([12.0]))])
    assert held.booked_p95 is not None
    assert held.booked_p95.value == 0.0
    assert held.walk_in_mean is None


def test_who_is_never_called_is_not_in_time_and_is_counted() -> None:
    day = Day(np.zeros(1, dtype=np.int64), np.array([10.0]), np.array([30.0]), np.array([5.0]))
    held = kept([Outcome(day, np.array([NEVER]))])
    assert held.booked_in_time is not None
    assert held.booked_in_time.value == 0.0
    assert held.not_called.value == 1.0


def test_who_comes_after_closing_is_not_let_in() -> None:
    day = two_appointments().day
    assert welcome(day, 25.0).comes.tolist() == [True, True, False, False]


# -- generated halls --------------------------------------------------------------------------------


def test_a_generated_hall_is_the_hall_of_the_bench(tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    assert main(["hall", "small", "--load", "0.8", "--seeds", "3", "--rule", "first-come", "--json", str(out)]) == 0
    held = json.loads(out.read_text(encoding="utf-8"))["rules"]["first-come"]
    hall = SyntheticHall("small", 0.8)
    day, staffing = hall.day(3), Staffing(hall.staffing.eligible)
    walk_in = day.comes & ~day.is_booked
    waits = (play(day, staffing, Rule(FIRST_COME)).start - day.arrival)[walk_in]
    assert held["walk_in_mean"]["value"] == pytest.approx(waits.mean(), rel=1e-3)
    assert held["not_called"]["value"] == 0


def test_every_rule_can_be_compared(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = {word: tmp_path / f"uit.{word}" for word in ("json", "csv", "svg")}
    words = ["--json", str(files["json"]), "--csv", str(files["csv"]), "--picture", str(files["svg"])]
    assert main(["hall", "mid", "--seeds", "1-3", *words]) == 0
    out = capsys.readouterr().out
    assert "Middelgrote hal (10 balies), drukte 0,9: 3 dagen (1-3)" in out
    for _, name in RULES.values():
        assert name in out
    assert set(json.loads(files["json"].read_text(encoding="utf-8"))["rules"]) == set(RULES)
    assert len(files["csv"].read_text().splitlines()) == 1 + len(RULES)
    assert files["svg"].read_text(encoding="utf-8").startswith("<?xml")


def mean_wait(tmp_path: Path, *words: str) -> float:
    out = tmp_path / "uit.json"
    assert main(["hall", "small", "--seeds", "1-3", "--rule", "index", *words, "--json", str(out)]) == 0
    return float(json.loads(out.read_text(encoding="utf-8"))["rules"]["index"]["walk_in_mean"]["value"])


def test_load_competences_and_hours_change_the_waits(tmp_path: Path) -> None:
    usual = mean_wait(tmp_path)
    assert mean_wait(tmp_path, "--load", "0.5") < usual
    assert mean_wait(tmp_path, "--competences", "all") < usual
    assert mean_wait(tmp_path, "--open", "10:00-15:00") > usual


def test_looking_ahead_can_be_compared_too(tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    assert (
        main(["hall", "small", "--load", "0.5", "--seeds", "1", "--rule", "look-ahead", "index", "--json", str(out)])
        == 0
    )
    held = json.loads(out.read_text(encoding="utf-8"))["rules"]
    assert list(held) == ["look-ahead", "index"]
    assert held["look-ahead"]["not_called"]["value"] == 0
    assert held["look-ahead"]["visitors"] == held["index"]["visitors"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["hall", "small", "--load", "7"], 2, "--load 7 kan niet"),
        (["hall", "small", "--rule", "slim"], 2, "De regel slim kent Balie niet"),
        (["hall", "small", "--open", "laat"], 2, "--open laat is geen openingstijd"),
        (["hall", "small", "--open", "16:00-09:00"], 2, "het einde is niet later"),
        (["hall", "small", "--open", "05:00-06:00"], 1, "--open laat niemand binnen"),
        (["hall", "small", "--rule", "look-ahead", "--open", "09:00-15:00"], 2, "kan hier niet samen met --open"),
        (["hall", "huge"], 2, "Zo kan het wel"),
        (["toekomst"], 2, "Dit kent 'balie simulate' niet: toekomst"),
        (["day", "--date", "gisteren"], 2, "--date gisteren is geen datum"),
        (["day", "--date", "2030-01-14", "--hall", "nergens.db"], 1, "Er is geen hal in "),
    ],
)
def test_what_cannot_be_is_explained(
    words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_the_help_names_every_word(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 0
    assert capsys.readouterr().out == usage()
    assert all(f"balie simulate {word}" in usage() for word in ("real", "hall", "day"))


@pytest.mark.parametrize("word", ["real", "hall", "day"])
def test_every_word_has_its_own_help(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word, "--help"]) == 0
    assert f"balie simulate {word}" in capsys.readouterr().out


# -- a day from the journal -------------------------------------------------------------------------


@pytest.fixture
def morning(make_play: Callable[..., Any]) -> Any:
    """Bram (quick only) at counter 1, Anna (everything) at counter 3 who goes for coffee; five visitors."""
    play = make_play()

    def call(counter: int) -> None:
        play.do(c.CallNext(counter))
        play.do(c.Start(counter))

    play.open((1, "bram"), (3, "anna"))
    first, second = play.issue("paspoort"), play.issue("verhuizing")
    call(1)
    call(3)
    play.later(minutes=1)
    third = play.issue("paspoort")
    play.later(minutes=9)
    play.do(c.Finish(1, outcome="done"))
    call(1)
    play.later(minutes=5)
    play.do(c.Finish(3, outcome="done"))
    play.do(c.PauseCounter(3))
    late, gone = play.issue("verhuizing"), play.issue("verhuizing")
    play.later(minutes=20)
    play.do(c.ResumeCounter(3))
    call(3)
    play.later(minutes=8)
    for counter in (1, 3):
        play.do(c.Finish(counter, outcome="done"))
    play.do(c.Leave(gone))
    play.do(c.CloseCounter(1))
    play.labels = (first, second, third, late)
    return play


def read(play: Any) -> JournalDay:
    with play.hall.reading() as connection:
        return journal_day(connection, play.hall.config(), date(2030, 1, 14))


def test_the_journal_tells_who_came_and_how_long_it_took(morning: Any) -> None:
    held = read(morning)
    assert [contact.label for contact, _ in held.visitors] == list(morning.labels)
    assert held.day.service.tolist() == [10.0, 15.0, 33.0, 8.0]
    assert (held.called - held.day.arrival).tolist() == [0.0, 0.0, 9.0, 20.0]
    assert held.remarks == (
        "Weggelaten: 1 gesprekken die niet zijn afgerond (weggegaan, niet verschenen of nog bezig).",
    )


def test_the_journal_tells_who_sat_where_when(morning: Any) -> None:
    seats = {seat.counter: seat for seat in read(morning).seats}
    begin = 10 * 60.0  # nine o'clock UTC is ten in Amsterdam
    assert seats[1].clerk == "bram"
    assert seats[1].open == ((begin, begin + 43),)
    assert seats[3].open[0] == (begin, begin + 15)
    assert seats[3].open[1][0] == begin + 35


def test_a_clerk_is_given_only_what_he_may_do(morning: Any) -> None:
    held = read(morning)
    own = {desk.queue: desk.does for desk in desks(held, "own", None)}
    everything = {desk.queue: desk.does for desk in desks(held, "all", None)}
    assert own["1"] == ("quick|paspoort",)
    assert own["3"] == ("extended|verhuizing", "quick|paspoort")
    assert everything["1"] == own["1"], "a stand-up counter is not for extended contacts, whoever sits there"


def test_a_day_is_replayed_by_the_command(
    morning: Any, hall_url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "uit.json"
    words = ["day", "--hall", hall_url, "--date", "2030-01-14", "--rule", "index", "--json", str(out)]
    assert main([*words, "--picture", str(tmp_path / "uit.pdf")]) == 0
    said = capsys.readouterr().out
    assert "zoals het die dag ging" in said
    assert "Weggelaten: 1 gesprekken" in said
    held = json.loads(out.read_text(encoding="utf-8"))["rules"]
    assert held["recorded"]["walk_in_mean"]["value"] == 7.25
    assert held["index"]["walk_in_mean"]["value"] == 7.25, "with one rule and the same clerks it goes as it went"


def test_other_hours_and_training_can_be_tried(morning: Any, hall_url: str, tmp_path: Path) -> None:
    out = tmp_path / "uit.json"
    words = ["day", "--hall", hall_url, "--date", "2030-01-14", "--rule", "index", "--json", str(out)]
    assert main([*words, "--open", "10:05-17:00"]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["rules"]["index"]["walk_in_mean"]["value"] > 7.5
    assert main([*words, "--competences", "kinds"]) == 0


def test_a_day_without_conversations_is_said(morning: Any, hall_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["day", "--hall", hall_url, "--date", "2030-01-15"]) == 1
    assert "Op 2030-01-15 is in deze hal geen gesprek afgerond" in capsys.readouterr().err


def test_an_empty_hall_is_no_trouble(
    tmp_path: Path, make_config: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(create_hall(tmp_path / "leeg.db", make_config())):
        pass
    assert main(["day", "--hall", str(tmp_path / "leeg.db"), "--date", "2030-01-15"]) == 1
    assert "geen gesprek afgerond" in capsys.readouterr().err
