"""What is allowed but seldom meant is said, with its place; and what cannot be is refused."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from balie_app.queue.config import main as command
from balie_app.queue.config import parse, write_file
from balie_app.queue.config.remarks import remarks
from balie_app.queue.config.templates import KINDS, template

Mistakes = Callable[[dict[str, Any]], Any]


def said(small: dict[str, Any]) -> dict[str, str]:
    return {each.key: each.sentence() for each in remarks(parse(small))}


def test_a_good_hall_has_no_remarks(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    assert said(small) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_halls_have_no_remarks(kind: str) -> None:
    assert remarks(template(kind, "Voorbeeld")) == []


def test_a_counter_where_nobody_is_competent_is_named(small: dict[str, Any]) -> None:
    small["counters"][1]["type"] = "room"
    small["contact_types"][1]["counter_types"] = ["room"]
    assert said(small) == {"counters[1]": "Let op: geen medewerker kan iets doen van wat op plek 2 hoort."}


def test_a_competence_for_one_product_is_enough_for_a_counter(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["paspoort"]
    small["contact_types"] = small["contact_types"][:1]
    assert said(small) == {}


def test_a_counter_where_nothing_belongs_is_named(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["counters"] += [{"number": 8, "type": "table"}, {"number": 9, "type": "reception"}]
    assert said(small) == {"counters[2]": "Let op: geen soort contact hoort op plek 8."}


def test_a_product_that_no_clerk_can_do_is_named(small: dict[str, Any]) -> None:
    small["products"].append({"slug": "schulden", "labels": {"nl": "Schulden"}, "contact_type": "private"})
    small["clerks"][0]["competences"] = ["quick"]
    found = said(small)
    assert found["products[1]"] == 'Let op: geen medewerker kan "schulden" doen, ook niet op afspraak.'
    small["products"][1]["intake"] = "walk-in"
    assert said(small)["products[1]"] == 'Let op: geen medewerker kan "schulden" doen.'
    small["products"][1]["intake"] = "none"
    assert "products[1]" not in said(small)


def test_a_product_above_everybody_s_line_is_named(small: dict[str, Any]) -> None:
    small["products"][0]["line"] = 2
    small["clerks"][0]["competences"] = {"*": 1}
    assert list(said(small)) == ["products[0]"]


def test_a_very_long_duration_is_named(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["products"][0]["minutes"] = 300
    small["contact_types"][0]["minutes"] = 241
    assert said(small) == {
        "products[0].minutes": 'Let op: "paspoort" duurt 300 minuten.',
        "contact_types[0].minutes": 'Let op: "quick" duurt 241 minuten.',
    }


def test_a_norm_that_balie_does_not_know_is_named_with_the_nearest(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["norms"] = [{"code": "apointment", "minutes": 5, "share": 0.9}]
    (remark,) = said(small).values()
    assert remark.startswith('Let op: de norm "apointment" kent Balie niet')
    assert remark.endswith('(bedoelt u "appointment"?).')


@pytest.mark.parametrize(
    ("opening", "key"),
    [
        ({"weekdays": {"mon": []}}, "opening.weekdays"),
        ({"weekdays": {"mon": [["09:00", "10:00"]]}, "last_ticket_minutes": 60}, "opening.last_ticket_minutes"),
        ({"weekdays": {"mon": [["09:00", "10:00"]]}, "last_ticket_minutes": 59}, None),
    ],
)
def test_hours_in_which_nobody_can_come_are_named(small: dict[str, Any], opening: dict[str, Any], key: Any) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["opening"] = opening
    assert list(said(small)) == ([key] if key else [])


def test_a_product_outside_the_hours_of_the_hall_is_named(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["opening"] = {"weekdays": {"mon": [["09:00", "12:00"]]}}
    small["products"][0]["opening"] = {"weekdays": {"mon": [["12:00", "14:00"]], "tue": [["09:00", "12:00"]]}}
    assert list(said(small)) == ["products[0].opening"]
    small["products"][0]["opening"]["weekdays"]["mon"] = [["11:59", "14:00"]]
    assert said(small) == {}


def test_a_check_names_file_line_and_key(
    small: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small["clerks"][0]["competences"] = ["*"]
    small["products"][0]["minutes"] = 300
    file = tmp_path / "hall.toml"
    write_file(parse(small), file)
    line = 1 + file.read_text(encoding="utf-8").splitlines().index("minutes = 300")
    assert command.main(["check", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == (
        f'hall.toml, regel {line}: products[0].minutes: Let op: "paspoort" duurt 300 minuten.'
    )


WRONG = [-1, 0, 1441, 10.0, math.nan, math.inf, "10", True, [10], 10**400]


@pytest.mark.parametrize("value", WRONG, ids=str)
@pytest.mark.parametrize("part", ["products", "contact_types"])
def test_a_duration_is_a_whole_number_of_minutes_within_a_day(
    part: str, value: Any, small: dict[str, Any], mistakes_of: Mistakes
) -> None:
    small[part][0]["minutes"] = value
    (found,) = mistakes_of(small)
    assert (found.key, found.expected) == (f"{part}[0].minutes", "een heel getal van 1 tot en met 1440")


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan, math.inf, -math.inf, "0.5", True, 98], ids=str)
def test_a_share_and_the_strictness_are_finite_numbers_from_0_to_1(
    value: Any, small: dict[str, Any], mistakes_of: Mistakes
) -> None:
    small["norms"] = [{"code": "appointment", "minutes": 5, "share": value}]
    small["settings"] = {"strictness": value}
    assert sorted(each.key for each in mistakes_of(small)) == ["norms[0].share", "settings.strictness"]


@pytest.mark.parametrize("value", [-1, 1.5, "2", True, math.nan, 10**400], ids=str)
def test_numbers_among_the_settings_are_checked(value: Any, small: dict[str, Any], mistakes_of: Mistakes) -> None:
    keys = ("recall_limit", "absent_pause_minutes", "return_tolerance_minutes", "late_minutes", "early_minutes")
    small["settings"] = dict.fromkeys((*keys, "undo_seconds", "host_level"), value)
    assert len(mistakes_of(small)) == 7


@pytest.mark.parametrize(("key", "value"), [("intake_limit", "calld"), ("unserved", "weigeren"), ("unserved", True)])
def test_a_word_that_is_none_is_named(key: str, value: Any, small: dict[str, Any], mistakes_of: Mistakes) -> None:
    small["settings"] = {key: value}
    assert [each.key for each in mistakes_of(small)] == [f"settings.{key}"]
