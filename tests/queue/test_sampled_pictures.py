"""A station's picture shows forecasts of sampled futures, and its tickets tell the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.forecast import told
from balie_app.queue.store import sampling
from balie_app.queue.views import Wait


@pytest.fixture
def ready() -> None:
    """This process made ready for sampled futures."""
    sampling.prepare()


def waits(play: Any) -> dict[str, Wait]:
    view = play.hall.view()
    return {each.label: view.waits[each.id] for each in view.contacts if each.id in view.waits}


def test_a_process_that_did_not_make_ready_plays_once_and_remembers_nothing(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.hall.view()
    assert sampling.sampled(None) is None  # type: ignore[arg-type]
    assert sampling._shown == {}


def test_each_who_waits_has_a_range_that_grows_with_his_place(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    labels = [play.issue("paspoort") for _ in range(4)]
    found = waits(play)
    middles = [found[label].p50 for label in labels]
    assert middles[0] == 0
    assert middles == sorted(middles)
    assert all(each.p10 <= each.p50 <= each.p90 for each in found.values())
    assert found[labels[3]].p10 < found[labels[3]].p50 < found[labels[3]].p90


def test_a_second_counter_shortens_what_is_shown(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    labels = [play.issue("paspoort") for _ in range(6)]
    before = waits(play)
    play.open((2, "bram"))
    after = waits(play)
    assert all(after[label].p50 <= before[label].p50 for label in labels)
    assert after[labels[-1]].p50 < before[labels[-1]].p50 * 0.7


def test_a_booking_that_is_near_makes_walk_ins_wait_longer(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    label = play.issue("paspoort")
    before = waits(play)[label]
    for minutes in (2, 4, 6):
        play.do(c.Book(("paspoort",), play.at + timedelta(minutes=minutes)))
    assert waits(play)[label].p50 > before.p50 + 3


def test_nobody_is_forecast_where_nobody_can_help(play: Any, ready: None) -> None:
    play.open((1, "bram"))
    play.issue("paspoort")
    label = play.issue("schulden")
    assert label not in waits(play)
    assert "private" not in play.hall.view().type_waits


def test_who_waits_for_a_second_call_goes_before_his_kind(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    first = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    others = [play.issue("paspoort") for _ in range(2)]
    play.do(c.Produce(1))
    play.do(c.Ready(first))
    found = waits(play)
    assert found[first].p50 == 0
    assert all(found[label].p50 > 0 for label in others)


def test_a_crowd_too_large_to_play_many_times_is_played_once(
    play: Any, ready: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    play.open((1, "anna"))
    labels = [play.issue("paspoort") for _ in range(3)]
    monkeypatch.setattr(sampling, "MOST", 2)
    found = waits(play)
    assert found[labels[0]].p50 == 0
    assert found[labels[2]].p50 == 20


def test_what_was_shown_holds_until_something_happens_and_shrinks_with_time(play: Any) -> None:
    at = play.at
    sampling.remember("hall", sampling.Shown(7, at, {"quick": Wait(1.0, 5.0, 9.0)}))
    try:
        later = at + timedelta(minutes=1)
        assert sampling.shown_wait("hall", 7, "quick", later) == Wait(0.0, 4.0, 8.0)
        assert sampling.shown_wait("hall", 8, "quick", later) is None
        assert sampling.shown_wait("hall", 7, "private", later) is None
        assert sampling.shown_wait("other", 7, "quick", later) is None
        assert sampling.shown_wait("hall", 7, "quick", at + timedelta(minutes=3)) is None
        assert sampling.shown_wait("hall", 7, "quick", at - timedelta(seconds=1)) is None
    finally:
        sampling._shown.clear()


def test_a_station_tells_on_the_ticket_what_its_picture_shows(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    for _ in range(5):
        play.issue("paspoort")
    shown = play.hall.view().type_waits["quick"]
    visit = play.do(c.Issue(("paspoort",)))
    assert (visit.told_low, visit.told_high) == told(shown.p10, shown.p90)
    again = play.do(c.Issue(("paspoort",)))  # something happened since the picture: found out anew
    assert again.told_high > 0
    in_a_wheelchair = play.do(c.Issue(("paspoort",), needs=("wheelchair",)))
    assert in_a_wheelchair.told_high > 0


def test_somebody_with_an_appointment_is_told_no_wait_beyond_its_norm(play: Any) -> None:
    play.open((1, "anna"))
    for _ in range(6):
        play.issue("paspoort")
    booked = play.do(c.Book(("paspoort",), play.at + timedelta(minutes=4)))
    visit = play.do(c.CheckIn(booked.code))
    assert visit.told_high <= 10
