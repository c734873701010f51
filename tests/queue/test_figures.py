"""The figures of hall.md section 9, counted by hand on small days; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from balie_app.queue import commands as c
from balie_app.queue.figures import figures, span
from balie_app.queue.rules.hall import Norm

ZONE = ZoneInfo("Europe/Amsterdam")
DAY = date(2030, 1, 14)


def counted(play: Any, first: Any = DAY, last: Any = DAY, by: str | None = None) -> dict[str, Any]:
    with play.hall.looking() as work:
        return figures(work.connection, work.config, *span(first, last, ZONE), by)


def grouped(play: Any, by: str, first: Any = DAY, last: Any = DAY) -> dict[Any, dict[str, Any]]:
    return {each["key"]: each for each in counted(play, first, last, by)["groups"]}


def serve(play: Any, counter: int, minutes: float, walk: float = 1, **finish: Any) -> None:
    play.do(c.CallNext(counter))
    play.later(minutes=walk)
    play.do(c.Start(counter))
    play.later(minutes=minutes)
    play.do(c.Finish(counter, **finish))


@pytest.fixture
def day(play: Any) -> Any:
    """Three walk-ins wait 2, 13 and 24 minutes; an appointment is called 3 minutes late; one leaves, one is missed."""
    play.open((1, "anna"), (3, "daan"))
    for _ in range(3):
        play.issue("paspoort")
    play.later(minutes=2)
    for _ in range(3):
        serve(play, 1, 10)
    code = play.do(c.Book(("verhuizing",), play.at)).code
    play.do(c.CheckIn(code))
    play.later(minutes=3)
    serve(play, 3, 20, came_back_because="pasfoto")
    play.do(c.Leave(play.issue("paspoort")))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Recall(1))
    play.do(c.Recall(1))
    play.do(c.NotThere(1))
    play.do(c.QuickContact("openingstijden"))
    play.issue("schulden")
    return play


def test_visits_are_counted_by_how_they_ended(day: Any) -> None:
    found = counted(day)
    assert [found[name] for name in ("arrived", "served", "left", "missed", "open")] == [7, 4, 1, 1, 1]
    assert (found["conversations"], found["quick_contacts"]) == (4, 1)


def test_waiting_is_over_all_called(day: Any) -> None:
    waiting = counted(day)["waiting"]
    assert waiting == {"count": 5, "mean": 8.4, "median": 3, "p90": 24, "max": 24}


def test_the_norm_of_that_day_counts(day: Any) -> None:
    within = counted(day)["within_norm"]
    assert within["walk_in"] == {"called": 4, "within": 3, "share": 0.75, "target": None}
    assert within["appointment"] == {"called": 1, "within": 1, "share": 1.0, "target": None}
    assert (within["called"], within["within"]) == (5, 4)


def test_what_is_promised_stands_beside_what_was_kept(make_play: Callable[..., Any]) -> None:
    norms = (Norm("appointment", 5, 0.98), Norm("appointment", 5, 0.9, valid_from=DAY), Norm("first-contact", 0, 0.8))
    play = make_play(norms=norms)
    assert counted(play)["within_norm"]["appointment"]["target"] == 0.9
    assert counted(play)["first_contact"]["target"] == 0.8
    yesterday = DAY - timedelta(days=1)
    assert counted(play, yesterday, yesterday)["within_norm"]["appointment"]["target"] == 0.98


def test_yesterdays_figures_stay_when_the_norm_changes(day: Any) -> None:
    before = counted(day)["within_norm"]["walk_in"]["within"]
    config = day.hall.config()
    kinds = tuple(replace(kind, norm_minutes=1) for kind in config.contact_types)
    day.do(c.Configure(replace(config, contact_types=kinds)))
    assert counted(day)["within_norm"]["walk_in"]["within"] == before


def test_appointments_stand_in_bands_of_two_minutes(day: Any) -> None:
    bands = counted(day)["appointment_bands"]
    assert [each["count"] for each in bands] == [0, 0, 1, 0, 0, 0, 0]
    assert bands[2] == {"from": 2, "to": 4, "count": 1}
    assert (bands[0]["to"], bands[-1]["from"]) == (0, 10)


def test_walking_and_service_time(day: Any) -> None:
    found = counted(day)
    assert found["walking"] == {"count": 4, "mean": 1, "median": 1, "p90": 1, "max": 1}
    assert found["service"] == {"count": 4, "mean": 12.5, "median": 10, "p90": 20, "max": 20}


def test_who_has_to_come_back_is_not_helped_at_first_contact(day: Any) -> None:
    found = counted(day)
    assert found["come_backs"]["reasons"] == {"pasfoto": 1}
    assert found["come_backs"]["share"] == 0.25
    assert found["first_contact"] == {"visits": 4, "resolved": 3, "share": 0.75, "target": None}


def test_a_referral_is_one_visit_and_two_conversations(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.Transfer(1, contact_type="extended"))
    serve(play, 3, 5)
    found = counted(play)
    assert (found["arrived"], found["served"], found["conversations"]) == (1, 1, 2)
    assert found["referrals"] == {"count": 1, "per_visit": 1.0, "more_than_one": 0}
    assert found["first_contact"]["resolved"] == 0


def test_time_set_aside_is_neither_waiting_nor_service(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.later(minutes=4)
    play.do(c.Park(1))
    play.later(minutes=30)
    play.do(c.Resume(1, label))
    play.later(minutes=2)
    serve(play, 1, 5, walk=0)
    found = counted(play)
    assert (found["waiting"]["mean"], found["service"]["mean"], found["set_aside"]["mean"]) == (2, 9, 30)


def test_a_step_that_was_taken_back_did_not_happen(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.Park(1))
    play.do(c.Undo(1))
    play.later(minutes=5)
    play.do(c.Finish(1))
    found = counted(play)
    assert (found["service"]["mean"], found["set_aside"]["count"]) == (5, 0)


def test_who_is_still_apart_when_the_day_closes(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.later(minutes=5)
    play.do(c.Park(1))
    play.later(minutes=60)
    play.do(c.CloseDay())
    found = counted(play)
    assert (found["left"], found["service"]["mean"], found["set_aside"]["mean"]) == (1, 5, 60)


def test_what_was_told_is_compared_with_what_came(play: Any) -> None:
    play.open((1, "bram"))
    play.issue("paspoort")  # told: at once
    play.issue("paspoort")  # told: 5 to 20 minutes
    play.later(minutes=3)
    serve(play, 1, 36)
    serve(play, 1, 1)
    found = counted(play)["forecast"]
    assert found["told"] == 2
    assert found["inside"] == 0.5
    assert found["mean_error"] == pytest.approx((0 + 20) / 2)
    assert found["absolute_error"] == pytest.approx((3 + 40 - 12.5) / 2)
    assert found["much_later"] == 0.5


@pytest.mark.parametrize(
    ("by", "arrived"),
    [
        ("day", {"2030-01-14": 7}),
        ("week", {"2030-W03": 7}),
        ("month", {"2030-01": 7}),
        ("quarter", {"2030-Q1": 7}),
        ("year", {"2030": 7}),
        ("contact_type", {"quick": 5, "extended": 1, "private": 1}),
        ("product", {"paspoort": 5, "verhuizing": 1, "schulden": 1, None: 0}),
        ("counter_type", {"stand_up": 3, "closed": 1, None: 3}),
        ("line", {1: 7, None: 0}),
        ("owner", {None: 7}),
    ],
)
def test_figures_are_split(day: Any, by: str, arrived: dict[Any, int]) -> None:
    found = {key: each["arrived"] for key, each in grouped(day, by).items()}
    assert {key: count for key, count in found.items() if count} == {key: n for key, n in arrived.items() if n}


def test_a_product_that_was_taken_off_keeps_its_line(make_play: Callable[..., Any], make_config: Any) -> None:
    products = tuple(replace(each, line=2, owner="belastingen") for each in make_config().products)
    play = make_play(products=products)
    play.issue("paspoort")
    play.later(minutes=1)
    config = play.hall.config()
    play.do(c.Configure(replace(config, products=products[1:], clerks=config.clerks[:2])))
    assert grouped(play, "line")[2]["arrived"] == 1
    assert grouped(play, "owner")["belastingen"]["arrived"] == 1


def test_a_period_is_made_of_whole_local_days_or_of_times(play: Any) -> None:
    play.issue("paspoort")  # 10:00 local time on the 14th
    play.later(hours=15)
    play.issue("paspoort")  # 01:00 on the 15th
    assert counted(play)["arrived"] == 1
    assert counted(play, DAY, DAY + timedelta(days=1))["arrived"] == 2
    nine, ten = datetime(2030, 1, 14, 8, tzinfo=UTC), datetime(2030, 1, 14, 9, tzinfo=UTC)
    assert counted(play, nine, ten)["arrived"] == 0
    assert counted(play, nine, ten + timedelta(seconds=1))["arrived"] == 1


def test_nothing_is_no_division_by_zero(play: Any) -> None:
    found = counted(play)
    assert found["arrived"] == 0
    assert found["waiting"] == {"count": 0, "mean": None, "median": None, "p90": None, "max": None}
    assert found["within_norm"]["share"] is None


def test_every_figure_has_its_definition_beside_it(day: Any) -> None:
    found = counted(day, by="day")
    said = set(found) - {"from", "to", "definitions", "by", "groups"}
    assert said == set(found["definitions"])
