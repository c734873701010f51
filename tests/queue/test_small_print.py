"""The small print of hall.md: counted calls, reasons, intake, and who a ticket is about; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.hall import HallIntake, Norm, Opening, Settings
from balie_app.queue.rules.refused import Refused


def refusal(play: Any, command: c.Command) -> str:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value.code


@pytest.mark.parametrize("limit", [0, 1, 2, 5])
def test_after_the_limit_of_recalls_not_there_makes_it_missed(make_play: Callable[..., Any], limit: int) -> None:
    play = make_play(settings=Settings(recall_limit=limit))
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    for _ in range(max(0, limit - 1)):
        play.do(c.Recall(1))
    if limit:
        play.do(c.NotThere(1))
        assert play.state(label) == "waiting"
        play.later(minutes=3)
        play.do(c.CallNext(1))
    play.do(c.NotThere(1))
    assert play.state(label) == "missed"


def test_a_called_visitor_who_was_not_started_is_not_finished(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    assert refusal(play, c.Finish(1)) == "not-serving"


def test_privacy_is_named_before_the_type_of_counter(play: Any) -> None:
    play.open((1, "anna"))
    assert refusal(play, c.CallTicket(1, play.issue("schulden"))) == "counter-not-private"


def test_a_reason_for_the_place_does_not_make_a_clerk_competent(play: Any) -> None:
    play.open((1, "bram"))
    assert refusal(play, c.CallTicket(1, play.issue("schulden"), reason="druk")) == "not-competent"


def test_a_reason_for_the_place_does_not_make_it_accessible(play: Any) -> None:
    play.open((2, "anna"))
    label = play.issue("schulden", needs=("wheelchair",))
    assert refusal(play, c.CallTicket(2, label, reason="druk")) == "counter-not-accessible"


def test_the_last_call_counts_for_the_waiting_time(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.later(minutes=2)
    play.do(c.CallNext(1))
    play.later(minutes=1)
    assert play.do(c.Recall(1)).waited_ms == 3 * 60_000
    play.later(minutes=1)
    play.do(c.NotThere(1))
    play.later(minutes=4)
    assert play.do(c.CallNext(1)).waited_ms == 8 * 60_000


def test_a_products_own_early_minutes_count(make_play: Callable[..., Any], make_config: Callable[..., Any]) -> None:
    products = tuple(replace(each, early_minutes=10) for each in make_config().products)
    play = make_play(products=products)
    code = play.do(c.Book(("paspoort",), play.at + timedelta(minutes=11))).code
    with pytest.raises(Refused) as caught:
        play.do(c.CheckIn(code))
    assert (caught.value.code, caught.value.facts["from"]) == ("too-early", "2030-01-14T10:01:00+01:00")
    play.later(minutes=1)
    assert play.do(c.CheckIn(code)).label == "K001"


def test_the_norm_for_appointments_is_the_one_valid_that_day(make_play: Callable[..., Any]) -> None:
    norms = (
        Norm("appointment", 5, 0.98),
        Norm("appointment", 8, 0.98, valid_from=date(2030, 1, 1)),
        Norm("appointment", 2, 0.98, valid_from=date(2030, 2, 1)),
    )
    play = make_play(norms=norms)
    code = play.do(c.Book(("paspoort",), play.at)).code
    play.do(c.CheckIn(code))
    assert play.hall.view().contacts[0].due_at == play.at + timedelta(minutes=8)


def test_the_quantity_stands_in_the_journal(play: Any) -> None:
    play.do(c.Issue(("paspoort",), quantity=3))
    assert play.hall.journal()[-1].facts["quantity"] == 3


@pytest.mark.parametrize(
    ("intake", "allowed"),
    [
        (HallIntake.BOTH, {"kiosk", "dispenser", "reception"}),
        (HallIntake.KIOSK, {"kiosk", "dispenser"}),
        (HallIntake.HOST, {"reception"}),
    ],
)
def test_who_gives_numbers_is_a_setting(make_play: Callable[..., Any], intake: HallIntake, allowed: set[str]) -> None:
    play = make_play(settings=Settings(intake=intake))
    for via in ("kiosk", "dispenser", "reception"):
        if via in allowed:
            play.issue("paspoort", via=via)
        else:
            assert refusal(play, c.Issue(("paspoort",), via=via)) == "not-allowed"


def test_nobody_gets_a_number_who_would_be_called_after_closing_time(make_play: Callable[..., Any]) -> None:
    play = make_play(opening=Opening({"mon": ((time(8, 30), time(10, 25)),)}))
    play.open((1, "bram"))
    for _ in range(3):  # at 10:00, ten minutes each: the third is called at 10:20
        play.issue("paspoort")
    assert refusal(play, c.Issue(("paspoort",))) == "intake-full"
    play.issue("verhuizing")  # nobody can say when: not refused


def test_what_has_no_appointments_is_not_booked(play: Any) -> None:
    assert refusal(play, c.Book(("belasting",), play.at)) == "not-here"


def test_a_quick_question_at_a_counter_that_is_not_there_is_refused(play: Any) -> None:
    assert refusal(play, c.QuickContact("vraag", counter=99)) == "no-such-counter"


def test_a_second_question_is_called_while_the_first_is_parked(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.AddContact(1, ("verhuizing",)))
    play.do(c.Park(1))
    assert play.do(c.CallTicket(3, label)).products == ("verhuizing",)


def test_who_leaves_leaves_with_every_question(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.AddContact(1, ("verhuizing",)))
    play.do(c.Park(1))
    play.do(c.Leave(label))
    assert play.hall.view().contacts == ()


def test_a_call_keeps_its_rule_its_runner_up_and_who_was_passed_over(play: Any) -> None:
    play.open((1, "carla"))
    first, second, third = (play.issue("paspoort") for _ in range(3))
    play.do(c.CallNext(1, exclude=(first,)))
    facts = play.hall.journal()[-1].facts
    assert (facts["rule"], facts["runner_up"], facts["excluded"]) == ("longest-wait", third, [first])
    assert facts["why"].startswith("K 002")
    assert play.state(second) == "called"


def test_a_machines_own_names_are_never_taken_for_a_citizen_service_number(play: Any) -> None:
    assert refusal(play, c.PrintOutcome("111222333", "sending")) == "no-such-job"
    assert play.do(c.Issue(("paspoort",), key="a-111222333")).label == "K001"
