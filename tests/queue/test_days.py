"""The end of a day and the start of the next: nobody silently disappears; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue import replay
from balie_app.queue.figures import figures, span
from balie_app.queue.hall import Hall
from balie_app.queue.rules.refused import Refused

DAY = date(2030, 1, 14)


def sound(hall: Hall) -> bool:
    with hall.reading() as connection:
        return replay.first_difference(connection) is None


def fates(play: Any, day: date = DAY) -> dict[str, int]:
    with play.hall.looking() as work:
        from zoneinfo import ZoneInfo

        found = figures(work.connection, work.config, *span(day, day, ZoneInfo("Europe/Amsterdam")))
    return {name: found[name] for name in ("arrived", "served", "left", "missed", "open")}


@pytest.fixture
def busy(play: Any) -> Any:
    """Somebody in every state: K001 serving, K002 called, K003 parked, K004 producing, K005 missed, K006 waits."""
    play.open((1, "anna"), (2, "bram"), (3, "daan"))
    for _ in range(6):
        play.issue("paspoort")
    for label, step in (("K003", c.Park(1)), ("K004", c.Produce(1))):
        play.do(c.CallTicket(1, label))
        play.do(c.Start(1))
        play.do(step)
    play.do(c.CallTicket(1, "K005"))
    play.do(c.Recall(1))
    play.do(c.Recall(1))
    play.do(c.NotThere(1))
    play.do(c.CallTicket(1, "K001"))
    play.do(c.Start(1))
    play.do(c.CallTicket(2, "K002"))
    play.do(c.PauseCounter(3))
    play.do(c.Book(("paspoort",), play.at, initials="S. de V."))
    return play


OPEN = ["K001", "K002", "K003", "K004", "K005", "K006"]


def test_the_end_of_a_day_closes_and_lists_everybody_in_every_state(busy: Any) -> None:
    busy.later(hours=8)
    end = busy.do(c.CloseDay("17 uur"))
    assert [each.label for each in end] == OPEN
    assert [each.state for each in end] == ["left", "left", "left", "left", "missed", "left"]
    assert {each.outcome for each in end} == {"17 uur"}
    assert [each.number for each in end.counters] == [1, 2, 3]
    assert end.no_shows == tuple(each.code for each in busy.hall.view().appointments)
    entry = busy.hall.journal()[-1]
    assert (entry.what, entry.facts["still_open"], entry.facts["counters"]) == ("day-closed", OPEN, [1, 2, 3])
    assert sound(busy.hall)


def test_who_was_missed_stays_missed_in_the_figures(busy: Any) -> None:
    busy.do(c.CloseDay())
    assert fates(busy) == {"arrived": 6, "served": 0, "left": 5, "missed": 1, "open": 0}


def test_a_day_that_is_closed_has_nothing_left_to_close(busy: Any) -> None:
    busy.do(c.CloseDay())
    again = busy.do(c.CloseDay())
    assert (len(again), again.counters) == (0, ())
    busy.later(days=1)
    assert len(busy.do(c.StartDay())) == 0


def test_a_repeated_end_of_the_day_answers_the_same_list(busy: Any) -> None:
    first = busy.do(c.CloseDay(key="end-of-monday"))
    before = busy.hall.journal()
    assert busy.do(c.CloseDay(key="end-of-monday")) == first
    assert busy.hall.journal() == before


def test_a_repeated_start_of_the_day_answers_the_same_list(busy: Any) -> None:
    start = c.StartDay(key="start-of-tuesday")
    first = busy.hall.perform(start, c.By("test"), busy.at + timedelta(days=1))
    assert [each.label for each in first] == OPEN
    assert [each.number for each in first.counters] == [1, 2, 3]
    assert busy.do(start) == first


def test_the_names_of_appointments_are_forgotten_at_the_end_of_their_day(busy: Any) -> None:
    busy.do(c.Book(("paspoort",), busy.at + timedelta(days=1), initials="A. B."))
    busy.do(c.CloseDay())
    assert [each.initials for each in busy.hall.view().appointments] == [""]
    busy.later(days=1)
    assert [each.initials for each in busy.hall.view().appointments] == ["A. B."]
    assert sound(busy.hall)


def test_the_first_step_of_a_day_closes_what_yesterday_left_open(busy: Any) -> None:
    busy.later(hours=23)
    assert busy.issue("paspoort") == "K001"
    started, clock, issued = busy.hall.journal()[-3:]
    assert (started.what, started.facts["still_open"], started.facts["counters"]) == ("day-started", OPEN, [1, 2, 3])
    assert (clock.what, issued.what) == ("clock-set", "issued")
    assert all(each.state == "closed" for each in busy.hall.view().counters)
    assert fates(busy) == {"arrived": 6, "served": 0, "left": 5, "missed": 1, "open": 0}
    assert sound(busy.hall)


def test_what_was_left_ended_when_something_was_last_heard_of_it(busy: Any) -> None:
    heard = busy.at
    end = busy.hall.perform(c.StartDay(), c.By("test"), busy.at + timedelta(days=1))
    assert [each.label for each in end] == OPEN
    assert all(each.finished_at == heard for each in end)


def test_a_second_first_step_finds_nothing(busy: Any) -> None:
    busy.later(hours=23)
    busy.issue("paspoort")
    busy.open((1, "anna"))
    busy.later(minutes=1)
    busy.issue("paspoort")
    assert [entry.what for entry in busy.hall.journal()].count("day-started") == 1
    assert busy.hall.view().counters[0].state == "open"


def test_a_clerk_who_forgot_to_close_yesterday_opens_another_counter_today(busy: Any) -> None:
    busy.later(hours=23)
    busy.open((2, "anna"))
    assert busy.hall.view().counters[1].clerk == "anna"


def test_a_first_step_that_is_refused_changes_nothing(busy: Any) -> None:
    before = busy.hall.journal()
    with pytest.raises(Refused) as caught:
        busy.hall.perform(c.CallNext(1), c.By("test"), busy.at + timedelta(days=1))
    assert caught.value.code == "counter-closed"
    assert busy.hall.journal() == before
    assert busy.hall.view().counters[0].state == "open"


def test_a_day_begins_quietly_when_nothing_was_left(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CloseDay())
    play.later(days=1)
    play.issue("paspoort")
    assert "day-started" not in [entry.what for entry in play.hall.journal()]


def test_the_clock_of_the_first_step_is_the_clock_of_the_start(busy: Any) -> None:
    at = busy.at + timedelta(days=1)
    visit = busy.hall.perform(c.Issue(("paspoort",)), c.By("test"), at)
    started = busy.hall.journal()[-2]
    assert (started.what, started.at, visit.arrived_at) == ("day-started", at, at)


def test_counters_opened_before_the_clock_of_a_rehearsal_was_set_stay_open(
    hall_url: str, make_config: Callable[..., Any]
) -> None:
    from balie_app.queue.hall import create_hall

    with closing(create_hall(hall_url, make_config(), rehearsal=True)) as hall:
        hall.perform(c.OpenCounter(1, "anna"), c.By("test"))
        at = hall.now() + timedelta(days=400)
        hall.perform(c.Issue(("paspoort",)), c.By("test"), at)
        assert hall.view().counters[0].state == "open"


def test_undo_does_not_reach_into_yesterday(busy: Any) -> None:
    busy.later(hours=23)
    busy.open((1, "anna"))
    with pytest.raises(Refused) as caught:
        busy.do(c.Undo(1))
    assert caught.value.code in {"nothing-to-undo", "too-late-to-undo"}
