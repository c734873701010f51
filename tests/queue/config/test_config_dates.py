"""What is planned for later: each day has the configuration that holds then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from balie_app.queue.config import document, parse
from balie_app.queue.rules.hall import CounterType, HallConfig

JULY = date(2027, 7, 1)


@pytest.fixture
def planned(small: dict[str, Any]) -> HallConfig:
    """From July on the passport takes longer and is another kind of contact, and counters 1 and 3 are new."""
    small["counters"] += [
        {"number": 1, "type": "table", "valid_from": "2027-07-01"},
        {"number": 3, "type": "room", "valid_from": "2027-07-01"},
    ]
    small["contact_types"] += [
        {"code": "quick", "letter": "K", "counter_types": ["table"], "norm_minutes": 10, "valid_from": "2027-08-01"},
        {"code": "group", "letter": "G", "counter_types": ["room"], "valid_from": "2027-09-01"},
    ]
    base = small["products"][0]
    small["products"] += [
        base | {"minutes": 12, "contact_type": "private", "valid_from": "2027-07-01"},
        base | {"slug": "trouwen", "contact_type": "group"},
    ]
    return parse(small)


def test_before_the_day_nothing_is_different(planned: HallConfig) -> None:
    day = planned.on(date(2027, 6, 30))
    assert [(each.number, each.type) for each in day.counters] == [(1, CounterType.STAND_UP), (2, CounterType.CLOSED)]
    assert day.product_by_slug["paspoort"].minutes == 10
    assert day.contact_type_by_code["quick"].norm_minutes == 15


def test_from_the_day_on_it_is_as_planned(planned: HallConfig) -> None:
    day = planned.on(JULY)
    assert [(each.number, each.type) for each in day.counters] == [
        *((1, CounterType.TABLE), (2, CounterType.CLOSED), (3, CounterType.ROOM))
    ]
    passport = day.product_by_slug["paspoort"]
    assert (passport.minutes, passport.contact_type) == (12, "private")
    assert planned.on(date(2027, 8, 1)).contact_type_by_code["quick"].norm_minutes == 10


def test_a_product_waits_for_its_kind_of_contact(planned: HallConfig) -> None:
    assert "trouwen" not in planned.on(date(2027, 8, 31)).product_by_slug
    assert "trouwen" in planned.on(date(2027, 9, 1)).product_by_slug


def test_between_two_changes_it_is_the_same_object(planned: HallConfig) -> None:
    assert planned.on(JULY) is planned.on(date(2027, 7, 31))
    assert planned.on(JULY) is not planned.on(date(2027, 8, 1))


def test_what_holds_on_a_day_plans_nothing_itself(planned: HallConfig) -> None:
    day = planned.on(JULY)
    assert day.changes == ()
    assert day.on(date(1990, 1, 1)) is day


def test_a_plan_survives_being_written(planned: HallConfig) -> None:
    assert parse(document(planned)) == planned


Mistakes = Callable[[dict[str, Any]], Any]


def test_twice_the_same_from_the_same_day_is_a_mistake(small: dict[str, Any], mistakes_of: Mistakes) -> None:
    small["counters"].append({"number": 1, "type": "table"})
    small["products"] += [small["products"][0] | {"valid_from": "2027-07-01"}] * 2
    assert [each.key for each in mistakes_of(small)] == ["counters[2].number", "products[2].slug"]


def test_a_letter_belongs_to_one_kind_of_contact_at_any_time(small: dict[str, Any], mistakes_of: Mistakes) -> None:
    later = {"code": "new", "letter": "K", "counter_types": ["closed"], "valid_from": "2027-07-01"}
    small["contact_types"].append(later)
    assert [each.key for each in mistakes_of(small)] == ["contact_types[2].letter"]


@pytest.mark.parametrize("part", ["counters", "contact_types"])
def test_a_hall_begins_with_something(part: str, small: dict[str, Any], mistakes_of: Mistakes) -> None:
    for each in small[part]:
        each["valid_from"] = "2027-07-01"
    (found,) = mistakes_of(small)
    assert found.sentence() == (
        f"{part}: hier geldt alles pas vanaf een latere datum. Verwacht: ten minste één zonder valid_from"
    )


def test_a_wrong_date_is_named(small: dict[str, Any], mistakes_of: Mistakes) -> None:
    small["products"][0]["valid_from"] = "1-7-2027"
    (found,) = mistakes_of(small)
    assert (found.key, found.problem) == ("products[0].valid_from", '"1-7-2027" is geen datum.')


def test_hours_of_a_product_and_reasons_of_exceptions_are_read(small: dict[str, Any]) -> None:
    small["products"][0]["opening"] = {"weekdays": {"tue": [["13:00", "17:00"]]}, "last_ticket_minutes": 15}
    small["opening"] = {
        "holidays": ["kings-day"],
        "exceptions": {"2026-12-24": {"hours": [["08:30", "12:00"]], "reason": "Kerstavond"}, "2026-12-31": []},
    }
    config = parse(small)
    own = config.products[0].opening
    assert own is not None
    assert own.weekdays == {"tue": ((time(13), time(17)),)}
    assert own.last_ticket_minutes == 15
    assert config.opening.exceptions == {date(2026, 12, 24): ((time(8, 30), time(12)),), date(2026, 12, 31): ()}
    assert config.opening.reasons == {date(2026, 12, 24): "Kerstavond"}
    assert config.opening.free_days(2026) == {date(2026, 4, 27): "Koningsdag"}


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        ({"holidays": ["kingsday"]}, "opening.holidays"),
        ({"holidays": "kings-day"}, "opening.holidays"),
        ({"exceptions": {"2026-12-24": {"hours": [["12:00", "08:30"]]}}}, "opening.exceptions.2026-12-24.hours[0]"),
        ({"exceptions": {"2026-12-24": {"uren": []}}}, "opening.exceptions.2026-12-24.uren"),
        ({"exceptions": {"24-12-2026": {"hours": []}}}, "opening.exceptions.24-12-2026"),
        ({"exceptions": {"2026-12-24": {"hours": [], "reason": 3}}}, "opening.exceptions.2026-12-24.reason"),
    ],
)
def test_wrong_hours_are_named(opening: dict[str, Any], key: str, small: dict[str, Any], mistakes_of: Mistakes) -> None:
    small["opening"] = opening
    assert [each.key for each in mistakes_of(small)] == [key]


def test_levels_are_read_and_written(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = {"quick": 1, "paspoort": 3}
    (clerk,) = parse(small).clerks
    assert (clerk.competences, clerk.levels) == (frozenset({"quick", "paspoort"}), {"quick": 1})
    assert document(parse(small))["clerks"][0]["competences"] == {"paspoort": 3, "quick": 1}


@pytest.mark.parametrize("wrong", [{"quick": 0}, {"quick": 4}, {"quick": "1"}, {"quick": 1.0}, {}, {"quik": 1}])
def test_wrong_levels_are_named(wrong: dict[str, Any], small: dict[str, Any], mistakes_of: Mistakes) -> None:
    small["clerks"][0]["competences"] = wrong
    assert all(each.key.startswith("clerks[0].competences") for each in mistakes_of(small))
