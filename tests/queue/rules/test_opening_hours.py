"""When the hall is open, and when a product can be had."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from balie_app.queue.config.holidays import NAMES, free_days
from balie_app.queue.rules.hall import Opening
from balie_app.queue.rules.opening import closed_because, gives_tickets, hours, minutes_left, next_opening, within

DAY = ((time(8, 30), time(12, 30)), (time(13, 30), time(17)))
WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), DAY)


def moment(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo("Europe/Amsterdam"))  # type: ignore[misc, arg-type]


TUESDAY = moment(2026, 11, 24)


def at(hour: int, minute: int = 0, day: datetime = TUESDAY) -> datetime:
    return day.replace(hour=hour, minute=minute)


def closing(*words: str) -> Opening:
    return Opening(WEEK, holidays=words, free_days=free_days(words))


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("new-year", date(2026, 1, 1)),
        ("good-friday", date(2026, 4, 3)),
        ("easter-sunday", date(2026, 4, 5)),
        ("easter-monday", date(2026, 4, 6)),
        ("kings-day", date(2026, 4, 27)),
        ("ascension-day", date(2026, 5, 14)),
        ("whit-sunday", date(2026, 5, 24)),
        ("whit-monday", date(2026, 5, 25)),
        ("christmas-day", date(2026, 12, 25)),
        ("boxing-day", date(2026, 12, 26)),
        ("liberation-day", date(2026, 5, 5)),
    ],
)
def test_a_holiday_is_computed_and_only_what_the_hall_chose_counts(word: str, day: date) -> None:
    assert list(free_days((word,))(2026)) == [day]
    moment = datetime.combine(day, time(10))
    assert hours(closing(word), moment) == ()
    others = tuple(each for each in NAMES if each != word)
    assert hours(closing(*others), moment) == (DAY if day.weekday() < 5 else ())


def test_kings_day_moves_to_saturday_when_it_would_be_a_sunday() -> None:
    assert list(free_days(("kings-day",))(2025)) == [date(2025, 4, 26)]


@pytest.mark.parametrize(("year", "free"), [(2025, True), (2026, False), (2029, False), (2030, True)])
def test_liberation_day_may_count_once_in_five_years(year: int, free: bool) -> None:
    assert (date(year, 5, 5) in free_days(("liberation-day-lustrum",))(year)) == free
    assert date(year, 5, 5) in free_days(("liberation-day",))(year)


def test_two_holidays_on_one_day_are_both_known() -> None:
    assert free_days(("ascension-day",))(2016)[date(2016, 5, 5)] == "Hemelvaartsdag"
    assert free_days(("liberation-day",))(2016)[date(2016, 5, 5)] == "Bevrijdingsdag"


def test_an_exception_goes_before_a_holiday_and_says_why() -> None:
    morning = ((time(9), time(12)),)
    day = date(2026, 4, 27)
    opening = Opening(
        WEEK, {day: morning}, holidays=("kings-day",), reasons={day: "Stembureau"}, free_days=free_days(("kings-day",))
    )
    assert hours(opening, moment(2026, 4, 27, 10)) == morning
    assert closed_because(opening, day) == "Stembureau"
    assert closed_because(closing("kings-day"), day) == "Koningsdag"
    assert closed_because(closing("kings-day"), date(2026, 4, 28)) == ""


def test_a_holiday_closes_a_hall_that_is_always_open_too() -> None:
    always = Opening(holidays=("new-year",), free_days=free_days(("new-year",)))
    assert hours(always, moment(2027, 1, 1, 10)) == ()
    assert hours(always, moment(2027, 1, 2, 10)) is None


def test_the_last_ticket_is_before_every_closing_time() -> None:
    opening = Opening(WEEK, last_ticket_minutes=15)
    assert [gives_tickets(opening, at(*clock)) for clock in ((8, 29), (8, 30), (12, 14), (12, 15), (13, 0))] == [
        *(False, True, True, False, False)
    ]
    assert [gives_tickets(opening, at(*clock)) for clock in ((13, 30), (16, 44), (16, 45))] == [True, True, False]


def test_a_product_has_its_own_hours_within_those_of_the_hall() -> None:
    hall, own = Opening(WEEK), Opening({"tue": ((time(12), time(20)),)}, last_ticket_minutes=30)
    assert within(hall, own, at(0)) == ((time(12), time(12, 30)), (time(13, 30), time(17)))
    assert not gives_tickets(hall, at(11, 59), own)
    assert gives_tickets(hall, at(12, 0), own)
    assert not gives_tickets(hall, at(13, 0), own)
    assert gives_tickets(hall, at(16, 59), own)
    assert not gives_tickets(hall, at(10, 0, moment(2026, 11, 25)), own)


def test_a_product_s_own_last_ticket_counts_too() -> None:
    own = Opening({"tue": ((time(9), time(11)),)}, last_ticket_minutes=30)
    assert gives_tickets(Opening(), at(10, 29), own)
    assert not gives_tickets(Opening(), at(10, 30), own)


def test_a_break_is_no_time_left() -> None:
    opening = Opening(WEEK)
    assert minutes_left(opening, at(12, 20)) == 10 + 210
    assert minutes_left(opening, at(13, 0)) == 210
    assert minutes_left(opening, at(17, 5)) == 0
    assert minutes_left(opening, at(10), Opening({"tue": ((time(9), time(10, 30)),)})) == 30
    assert minutes_left(Opening(), at(10)) is None


def test_the_next_opening_skips_holidays() -> None:
    opening = closing("christmas-day", "boxing-day")
    assert next_opening(opening, moment(2026, 12, 24, 18)) == moment(2026, 12, 28, 8, 30)
    assert next_opening(opening, moment(2026, 12, 24, 12, 45)) == moment(2026, 12, 24, 13, 30)
    assert next_opening(Opening({"mon": ()}), TUESDAY) is None
