"""What a right document means: defaults, and the forms in which a value may be given."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from balie_app.queue.config import document, parse
from balie_app.queue.config.checks import sounding_alike
from balie_app.queue.config.parse import DEFAULT_NORMS
from balie_app.queue.rules.hall import CounterType, Intake, Opening, Privacy, Settings


def test_what_is_left_out_takes_its_default(small: dict[str, Any]) -> None:
    config = parse(small)
    assert config.settings == Settings()
    assert config.opening == Opening()
    assert config.norms == DEFAULT_NORMS
    assert config.timezone == "Europe/Amsterdam"
    assert config.languages == ("nl", "en")
    assert config.contact_types[0].privacy is Privacy.OPEN
    assert config.products[0].intake is Intake.BOTH
    assert config.clerks[0].languages == ("nl",)


def test_a_hall_of_counters_and_contact_types_alone_is_a_hall(small: dict[str, Any]) -> None:
    config = parse({"counters": small["counters"], "contact_types": small["contact_types"]})
    assert config.name == "Publiekshal"
    assert config.products == ()
    assert config.clerks == ()


def test_no_norms_at_all_can_be_asked_for(small: dict[str, Any]) -> None:
    assert parse({**small, "norms": []}).norms == ()


def test_an_appointment_is_promised_within_five_minutes_by_default(small: dict[str, Any]) -> None:
    assert parse(small).norm_minutes("appointment", 99) == 5


def test_a_product_without_minutes_takes_those_of_its_contact_type(small: dict[str, Any]) -> None:
    small["contact_types"][0]["minutes"] = 7
    del small["products"][0]["minutes"]
    assert parse(small).products[0].minutes == 7


def test_the_order_of_counter_types_is_kept(small: dict[str, Any]) -> None:
    small["contact_types"][0]["counter_types"] = ["closed", "stand_up", "closed"]
    assert parse(small).contact_types[0].counter_types == (CounterType.CLOSED, CounterType.STAND_UP)


def test_a_plain_list_is_dutch(small: dict[str, Any]) -> None:
    small["products"][0] |= {"synonyms": ["pas"], "bring": ["Uw oude paspoort"], "refer_to": "Ga naar de RDW."}
    product = parse(small).products[0]
    assert product.synonyms == {"nl": ("pas",)}
    assert product.bring == {"nl": ("Uw oude paspoort",)}
    assert product.refer_to == {"nl": "Ga naar de RDW."}


def test_lists_may_be_given_by_language(small: dict[str, Any]) -> None:
    small["products"][0]["bring"] = {"nl": ["Foto"], "en": ["Photo"]}
    assert parse(small).products[0].bring == {"nl": ("Foto",), "en": ("Photo",)}


def test_a_well_known_contact_type_has_labels_of_its_own(small: dict[str, Any]) -> None:
    labels = parse(small).contact_types[0].labels
    assert labels["nl"] == "Korte zaken"
    assert labels["en"] == "Short matters"


def test_an_unknown_contact_type_is_called_by_its_code(small: dict[str, Any]) -> None:
    small["contact_types"].append({"code": "pas_foto", "letter": "F", "counter_types": ["stand_up"]})
    assert parse(small).contact_types[2].labels == {"nl": "Pas foto"}


def test_opening_hours_are_read_as_times_and_dates(small: dict[str, Any]) -> None:
    small["opening"] = {
        "weekdays": {"mon": [["08:30", "12:30"], ["13:00", "17:00"]], "tue": []},
        "exceptions": {"2026-04-27": []},
        "last_ticket_minutes": 15,
    }
    opening = parse(small).opening
    assert opening.weekdays == {"mon": ((time(8, 30), time(12, 30)), (time(13), time(17))), "tue": ()}
    assert opening.exceptions == {date(2026, 4, 27): ()}
    assert opening.last_ticket_minutes == 15


def test_dates_and_times_of_toml_itself_are_understood(small: dict[str, Any]) -> None:
    small["opening"] = {"weekdays": {"mon": [[time(8, 30), time(17)]]}}
    small["norms"] = [{"code": "appointment", "minutes": 5, "share": 0.98, "valid_from": date(2026, 1, 1)}]
    config = parse(small)
    assert config.opening.weekdays["mon"] == ((time(8, 30), time(17)),)
    assert config.norms[0].valid_from == date(2026, 1, 1)


def test_the_same_norm_may_change_on_a_date(small: dict[str, Any]) -> None:
    norm = {"code": "appointment", "minutes": 5, "share": 0.98}
    small["norms"] = [norm, {**norm, "minutes": 3, "valid_from": "2026-07-01"}]
    assert [norm.minutes for norm in parse(small).norms] == [5, 3]


def test_a_clerk_may_be_able_to_do_everything(small: dict[str, Any]) -> None:
    small["clerks"][0]["competences"] = ["*"]
    assert parse(small).clerks[0].competences == {"*"}


def test_a_series_may_have_two_letters(small: dict[str, Any]) -> None:
    small["contact_types"][0]["letter"] = "KA"
    assert parse(small).contact_types[0].letter == "KA"


def test_letters_that_sound_alike_are_allowed_when_asked_for(small: dict[str, Any]) -> None:
    small["contact_types"][0]["letter"] = "B"
    small["contact_types"][1]["letter"] = "P"
    assert [kind.letter for kind in parse(small).contact_types] == ["B", "P"]


@pytest.mark.parametrize(
    ("letters", "alike"), [("BDK", ["BD"]), ("MN", ["MN"]), ("PTMNA", ["PT", "MN"]), ("AKM", []), ("", [])]
)
def test_letters_that_sound_alike_are_recognised(letters: str, alike: list[str]) -> None:
    assert sounding_alike(letters) == alike


def test_the_document_names_everything_that_ctl_promises(small: dict[str, Any]) -> None:
    found = document(parse(small))
    assert {"name", "municipality", "timezone", "languages", "opening", "norms", "settings"} <= found.keys()
    assert {"code", "letter", "counter_types", "privacy", "norm_minutes", "minutes"} <= found["contact_types"][0].keys()
    assert {"slug", "labels", "contact_type", "minutes", "intake"} <= found["products"][0].keys()
    assert found["settings"]["strictness"] == 0.5
    assert "cost_cents" not in found["products"][0]
