"""What can be had now, and what is said when it cannot: at the door and before it; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from balie_app.queue import commands as c
from balie_app.queue.config.holidays import free_days
from balie_app.queue.messages import sentence
from balie_app.queue.rules.hall import HallConfig, Intake, IntakeLimit, Opening, Settings, Unserved
from balie_app.queue.rules.offer import Standing, standing
from balie_app.queue.rules.refused import Refused
from balie_app.queue.views import HallView

MORNING = Opening({"mon": ((time(9), time(12)),), "wed": ((time(9), time(10)), (time(11), time(13)))})


def refusal(play: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value


def with_hours(config: HallConfig, slug: str, own: Opening) -> HallConfig:
    products = tuple(replace(each, opening=own) if each.slug == slug else each for each in config.products)
    return replace(config, products=products)


@pytest.fixture
def mornings(play: Any) -> Any:
    """The hall is open all day; passports on Monday and Wednesday mornings. It is Monday, 10:00."""
    play.do(c.Configure(with_hours(play.hall.config(), "paspoort", MORNING)))
    play.open((1, "anna"), (3, "daan"))
    return play


def stands(play: Any, *slugs: str) -> Standing:
    view: HallView = play.hall.view()
    products = [view.config.product_by_slug[slug] for slug in slugs]
    wait = view.type_waits.get(products[0].contact_type)
    local = view.read_at.astimezone(ZoneInfo(view.config.timezone))
    return standing(products, view.config, view.counters, local, wait.p50 if wait else None)


def test_a_product_is_given_within_its_own_hours(mornings: Any) -> None:
    assert stands(mornings, "paspoort") is Standing.NOW
    mornings.issue("paspoort")
    mornings.later(hours=2)
    assert stands(mornings, "paspoort") is Standing.PRODUCT_CLOSED
    error = refusal(mornings, c.Issue(("paspoort",)))
    assert (error.code, error.facts["product"], error.facts["opens"]) == (
        *("product-closed", "paspoort", "2030-01-16T09:00+01:00"),
    )
    assert sentence(error) == "Hiervoor geeft de hal nu geen nummers. Weer op woensdag 16-1 vanaf 09:00 uur."
    assert stands(mornings, "verhuizing") is Standing.NOW
    mornings.issue("verhuizing")


def test_one_closed_product_among_several_is_named(mornings: Any) -> None:
    mornings.later(hours=2)
    assert refusal(mornings, c.Issue(("verhuizing", "paspoort"))).facts["product"] == "paspoort"


def test_an_appointment_is_not_bound_to_the_hours_of_the_product(mornings: Any) -> None:
    mornings.later(hours=2)
    assert mornings.do(c.CheckIn(mornings.do(c.Book(("paspoort",), mornings.at)).code)).label == "K001"


def test_a_holiday_is_named_with_when_the_hall_opens_again(make_play: Callable[..., Any]) -> None:
    words = ("christmas-day",)
    hours = {day: ((time(9), time(17)),) for day in ("mon", "tue", "wed", "thu", "fri")}
    play = make_play(opening=Opening(hours, holidays=words, free_days=free_days(words)))
    at = datetime(2030, 12, 25, 9, 0, tzinfo=UTC)
    play.do(c.SetClock(at=at, speed=0))
    error = refusal(play, c.Issue(("paspoort",)))
    assert (error.code, error.facts["because"]) == ("hall-closed", "Eerste kerstdag")
    assert sentence(error) == "De hal is nu gesloten voor nieuwe nummers. Weer op donderdag 26-12 vanaf 09:00 uur."


def test_later_today_is_said_so(make_play: Callable[..., Any]) -> None:
    play = make_play(opening=Opening({"mon": ((time(13), time(17)),)}, {date(2030, 1, 15): ()}))
    assert refusal(play, c.Issue(("paspoort",))).facts["again"] == "Vandaag vanaf 13:00 uur."


def closing_at_half_past_ten(make_play: Callable[..., Any], **rest: Any) -> Any:
    play = make_play(opening=Opening({"mon": ((time(8, 30), time(10, 30)),)}), settings=Settings(**rest))
    play.open((1, "bram"))
    return play


@pytest.mark.parametrize("limit", [IntakeLimit.CALLED, IntakeLimit.FINISHED])
def test_who_does_not_fit_before_closing_time_gets_no_number(make_play: Callable[..., Any], limit: IntakeLimit) -> None:
    play = closing_at_half_past_ten(make_play, intake_limit=limit)
    error = full(play)
    assert 1 <= len(play.hall.view().contacts) <= 4  # ten minutes each, from 10:00
    assert stands(play, "paspoort") is Standing.INTAKE_FULL
    facts = error.facts
    assert (facts["limit"], facts["minutes_left"]) == (limit.value, 30)
    assert facts["expected"] + (facts["lasts"] if limit is IntakeLimit.FINISHED else 0) >= 30
    wait = facts["expected"]
    assert sentence(error).startswith(f"Wie nu een nummer neemt, wacht ongeveer {wait} minuten, en de hal is nog 30")


def full(play: Any) -> Any:
    """Give numbers until the hall gives none any more; why it does not."""
    for _ in range(9):
        try:
            play.issue("paspoort")
        except Refused as error:
            return error
    return pytest.fail("the hall never gets full")


def test_a_hall_may_give_numbers_until_it_closes(make_play: Callable[..., Any]) -> None:
    play = closing_at_half_past_ten(make_play, intake_limit=IntakeLimit.NONE)
    assert [play.issue("paspoort") for _ in range(9)][-1] == "K009"


def test_finished_counts_the_conversation_itself(make_play: Callable[..., Any]) -> None:
    play = closing_at_half_past_ten(make_play, intake_limit=IntakeLimit.FINISHED)
    play.later(minutes=21)
    assert refusal(play, c.Issue(("paspoort",))).code == "intake-full"
    play.do(c.Configure(replace(play.hall.config(), settings=Settings())))
    play.issue("paspoort")


def test_a_larger_party_takes_longer_and_fits_less_easily(make_play: Callable[..., Any]) -> None:
    play = closing_at_half_past_ten(make_play, intake_limit=IntakeLimit.FINISHED)
    play.later(minutes=15)
    assert refusal(play, c.Issue(("paspoort",), party=3)).facts["lasts"] == 20
    play.issue("paspoort")


def test_each_kind_of_contact_has_its_own_queue_before_closing_time(make_play: Callable[..., Any]) -> None:
    play = closing_at_half_past_ten(make_play)
    assert full(play).code == "intake-full"
    play.open((4, "daan"))
    play.issue("schulden")


def test_a_break_is_not_counted_as_time_to_help_people(make_play: Callable[..., Any]) -> None:
    hours = ((time(8, 30), time(10, 15)), (time(13), time(13, 5)))
    play = make_play(opening=Opening({"mon": hours}))
    play.open((1, "bram"))
    assert full(play).facts["minutes_left"] == 20


# -- nobody present ------------------------------------------------------------------------------------


def test_a_product_that_nobody_present_can_do_says_so(play: Any) -> None:
    assert stands(play, "paspoort") is Standing.NOBODY
    play.open((1, "bram"))
    assert stands(play, "paspoort") is Standing.NOW
    assert stands(play, "verhuizing") is Standing.NOBODY
    assert stands(play, "schulden") is Standing.NOBODY
    play.open((4, "carla"))
    assert stands(play, "schulden") is Standing.NOW
    play.do(c.PauseCounter(4))
    assert stands(play, "schulden") is Standing.PAUSED


def test_a_number_that_nobody_present_can_serve_is_given_with_a_warning(play: Any) -> None:
    play.open((1, "bram"))
    assert play.do(c.Issue(("schulden",))).told_low is None
    assert play.hall.journal()[-1].facts["nobody"] is True
    play.issue("paspoort")
    assert "nobody" not in play.hall.journal()[-1].facts


def test_a_hall_may_refuse_what_nobody_present_can_do(make_play: Callable[..., Any]) -> None:
    play = make_play(settings=Settings(unserved=Unserved.REFUSE))
    play.open((1, "bram"))
    error = refusal(play, c.Issue(("schulden",)))
    assert (error.code, error.facts["products"]) == ("nobody-present", ["schulden"])
    assert sentence(error) == "Niemand die er nu is, kan de bezoeker hiermee helpen. Maak een afspraak."
    assert play.issue("paspoort") == "K001"


def test_who_has_a_pause_is_present(make_play: Callable[..., Any]) -> None:
    play = make_play(settings=Settings(unserved=Unserved.REFUSE))
    play.open((1, "bram"))
    play.do(c.PauseCounter(1))
    assert play.issue("paspoort") == "K001"


def test_an_accessible_counter_is_asked_for_too(make_play: Callable[..., Any]) -> None:
    play = make_play(settings=Settings(unserved=Unserved.REFUSE))
    play.open((2, "bram"))
    assert refusal(play, c.Issue(("paspoort",), needs=("wheelchair",))).code == "nobody-present"
    play.issue("paspoort")


def test_what_is_not_here_or_by_appointment_stands_first(play: Any) -> None:
    assert stands(play, "belasting") is Standing.NOT_HERE
    assert stands(play, "trouwen") is Standing.APPOINTMENT_ONLY
    assert play.hall.config().product_by_slug["trouwen"].intake is Intake.APPOINTMENT


def test_a_closed_hall_stands_before_its_products(make_play: Callable[..., Any]) -> None:
    play = make_play(opening=Opening({"tue": ((time(9), time(12)),)}))
    assert stands(play, "paspoort") is Standing.HALL_CLOSED


# -- check-in ------------------------------------------------------------------------------------------


def test_who_checks_in_may_need_an_accessible_counter(play: Any) -> None:
    play.open((2, "bram"))
    code = play.do(c.Book(("paspoort",), play.at)).code
    assert play.do(c.CheckIn(code, needs=("wheelchair",))).needs == ("wheelchair",)
    assert play.do(c.CallNext(2)) is None
