"""The demo day and what is drawn for it."""

from __future__ import annotations

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from balie_app.queue.config import document, parse
from balie_app.queue.simulation.recorded import demo_day
from balie_app.queue.simulation.rehearsal import rehearsal_config
from balie_app.queue.simulation.visitors import visitors

DAY = demo_day()
CONFIG = rehearsal_config(DAY)
ARRIVALS = visitors(DAY, 1, CONFIG.timezone)


def test_the_whole_day_is_there() -> None:
    assert len(DAY.tickets) == 1942
    assert DAY.tickets[0].arrived == time(8, 6)
    assert [each.arrived for each in DAY.tickets] == sorted(each.arrived for each in DAY.tickets)


def test_every_queue_of_the_day_is_a_matter_with_products_of_the_hall() -> None:
    assert {each.queue for each in DAY.tickets} <= DAY.matters.keys()
    for matter in DAY.matters.values():
        assert matter.contact_type in CONFIG.contact_type_by_code
        assert set(matter.products) <= CONFIG.product_by_slug.keys()


def test_everybody_arrives_in_the_minute_of_the_record() -> None:
    zone = ZoneInfo(CONFIG.timezone)
    drawn = sorted(each.at.astimezone(zone).time().replace(second=0, microsecond=0) for each in ARRIVALS)
    assert drawn == [each.arrived for each in DAY.tickets]


def test_the_same_seed_gives_the_same_visitors_and_another_seed_others() -> None:
    assert visitors(DAY, 1, CONFIG.timezone) == ARRIVALS
    assert visitors(DAY, 2, CONFIG.timezone) != ARRIVALS


def test_a_share_has_an_appointment_on_a_whole_five_minutes_near_their_arrival() -> None:
    booked = [each for each in ARRIVALS if each.appointment_at is not None]
    assert 0.1 < len(booked) / len(ARRIVALS) < 0.3
    for each in booked:
        assert each.appointment_at is not None
        assert each.appointment_at.minute % 5 == 0
        assert each.appointment_at.second == 0
        assert abs(each.appointment_at - each.at) < timedelta(minutes=40)


def test_conversations_last_about_as_long_as_recorded() -> None:
    lengths = [each.minutes for each in ARRIVALS if each.products == ("betalen",)]
    assert abs(sum(lengths) / len(lengths) - DAY.matters["K"].minutes) < 0.5
    assert min(each.minutes for each in ARRIVALS) >= 0.5


def test_the_demo_hall_is_a_right_configuration_in_which_everybody_can_be_helped() -> None:
    assert parse(document(CONFIG)) == CONFIG
    types = {each.type for each in CONFIG.counters}
    for each in ARRIVALS:
        assert set(CONFIG.contact_type_by_code[each.contact_type].counter_types) & types
