"""A hall learns from its own days how long conversations last, and forecasts with that."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from balie_app.queue import commands as c
from balie_app.queue.store import tables
from balie_app.queue.store.outlook import lasts, usual_minutes

TO_NEXT_MORNING = 24


def serve(play: Any, minutes: float, product: str = "paspoort") -> None:
    play.issue(product)
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.later(minutes=minutes)
    play.do(c.Finish(1))


def a_day(play: Any, lengths: list[float]) -> None:
    play.open((1, "anna"))
    for length in lengths:
        serve(play, length)
    play.do(c.CloseCounter(1))
    play.later(hours=TO_NEXT_MORNING)


def learned_minutes(play: Any) -> float:
    return lasts(("paspoort",), "quick", 1, play.hall.view().config).minutes


def test_the_next_morning_a_hall_knows_how_long_conversations_last(play: Any) -> None:
    assert learned_minutes(play) == 10
    a_day(play, [3.0, 4.0, 5.0] * 5)
    assert learned_minutes(play) == 10
    play.open((1, "anna"))
    assert 4 < learned_minutes(play) < 8
    assert usual_minutes(("paspoort",), "quick", 1, play.hall.view().config) == 10


def test_what_was_learned_shortens_what_is_told(play: Any) -> None:
    play.open((1, "anna"))
    tickets = [play.do(c.Issue(("paspoort",))) for _ in range(7)]
    before = tickets[-1].told_high
    play.do(c.CloseDay())
    play.later(hours=TO_NEXT_MORNING)
    a_day(play, [2.0] * 15)
    play.open((1, "anna"))
    tickets = [play.do(c.Issue(("paspoort",))) for _ in range(7)]
    assert tickets[-1].told_high < before


def test_a_hall_learns_once_a_day_and_every_process_sees_it(play: Any) -> None:
    a_day(play, [4.0] * 12)
    play.open((1, "anna"), (2, "bram"))
    with play.hall.reading() as connection:
        rows = connection.execute(select(tables.duration.c.seen)).scalars().all()
        day = connection.execute(select(tables.hall.c.learned)).scalar_one()
    assert day == play.at.date()
    assert rows == [12, 12]


def test_a_conversation_that_was_set_aside_teaches_nothing(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.Park(1))
    play.later(minutes=50)
    play.do(c.Resume(1, label))
    play.do(c.CallTicket(1, label, "terug"))
    play.do(c.Start(1))
    play.later(minutes=1)
    play.do(c.Finish(1))
    play.do(c.CloseCounter(1))
    play.later(hours=TO_NEXT_MORNING)
    play.open((1, "anna"))
    with play.hall.reading() as connection:
        assert connection.execute(select(func.count()).select_from(tables.duration)).scalar_one() == 0


def test_an_opening_that_changes_nothing_learns_nothing(play: Any) -> None:
    a_day(play, [4.0])
    play.open((1, "anna"))
    with play.hall.reading() as connection:
        seq = connection.execute(select(tables.hall.c.seq)).scalar_one()
    play.open((1, "anna"))
    with play.hall.reading() as connection:
        assert connection.execute(select(tables.hall.c.seq)).scalar_one() == seq


@pytest.mark.parametrize("length", [0.0, 470.0])
def test_zero_and_endless_conversations_leave_the_configured_duration(play: Any, length: float) -> None:
    a_day(play, [length])
    play.open((1, "anna"))
    assert learned_minutes(play) == pytest.approx(10, rel=0.2)
