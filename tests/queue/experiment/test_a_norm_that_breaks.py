"""Which kind of contact breaks its norm day after day, and which one competence repairs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.experiment import lacking, main
from balie_app.queue.rules.hall import Counter, CounterType


@pytest.fixture
def three_days(make_play: Callable[..., Any]) -> Any:
    """Each day four long visits come at once for Anna; Bram, at a closed counter too, only does short ones."""
    closed = tuple(Counter(number, CounterType.CLOSED, private=True) for number in (3, 5))
    play = make_play(counters=(Counter(1, CounterType.STAND_UP), *closed))
    for _ in range(3):
        play.open((3, "anna"), (5, "bram"))
        for _ in range(4):
            play.issue("verhuizing")
        play.issue("paspoort")
        play.do(c.CallNext(5))
        play.do(c.Start(5))
        for number in range(4):
            play.do(c.CallNext(3))
            play.do(c.Start(3))
            play.later(minutes=20)
            play.do(c.Finish(3, outcome="done"))
            if number == 0:
                play.do(c.Finish(5, outcome="done"))
        play.do(c.CloseDay())
        play.later(hours=24 - 80 / 60)
    return play


def held(play: Any, days: int = 20) -> list[Any]:
    with play.hall.reading() as connection:
        found = [
            lacking.journal_day(connection, play.hall.config(), day) for day in lacking.last_days(connection, days)
        ]
    return [each for each in found if each.visitors]


def test_a_kind_that_breaks_its_norm_every_day_is_named_with_the_clerk_who_repairs_it(three_days: Any) -> None:
    (weak,) = lacking.weak_kinds(held(three_days), three_days.hall.config())
    assert (weak.kind, weak.days, weak.broken, weak.recorded) == ("extended", 3, 3, 0.5)
    best = weak.repairs[0]
    assert (best.clerk, best.before, best.after) == ("bram", 0.5, 0.75)
    assert best.others == 0


def test_only_the_last_days_count(three_days: Any) -> None:
    assert len(held(three_days, 2)) == 2
    (weak,) = lacking.weak_kinds(held(three_days, 2), three_days.hall.config())
    assert weak.days == 2


def test_a_kind_that_breaks_its_norm_now_and_then_is_not_named(three_days: Any, make_play: Callable[..., Any]) -> None:
    days = held(three_days)
    calm = [day for day in days if day is not days[0]]
    for day in calm:
        day.called[:] = day.day.arrival
    assert lacking.weak_kinds([*calm, days[0]], three_days.hall.config()) == []


def test_it_is_told_in_sentences(three_days: Any, hall_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["norm", "--hall", three_days.hall.where if "://" not in hall_url else hall_url]) == 0
    said = capsys.readouterr().out
    assert "Publiekshal, de laatste 3 dagen met bezoekers." in said
    assert "Uitgebreid: op 3 van de 3 dagen niet gehaald; 50 % op tijd." in said
    assert "Leert Bram dit erbij, dan is 75 % op tijd (nagespeeld zonder: 50 %)." in said


def test_a_hall_without_visitors_says_so(make_play: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    where = make_play().hall.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")
    assert main.main(["norm", "--hall", where.removeprefix("sqlite:///")]) == 1
    assert "nog geen gesprek afgerond" in capsys.readouterr().err


def test_a_strange_number_of_days_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["norm", "--days", "nul"]) == 2
    assert "--days nul kan niet" in capsys.readouterr().err
