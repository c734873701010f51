"""Every kind of mistake: found, placed, and said with what was expected."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from balie_app.queue.config import ConfigMistakes, Mistake, parse
from balie_app.queue.rules.refused import Refused

Read = Callable[[dict[str, Any]], tuple[Mistake, ...]]
BSN = "123456782"
"""Passes the eleven-test; used in every explanation of it, given to nobody."""


def spoil(document: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Put a value at a place such as ``counters.0.type``."""
    here: Any = document
    *way, last = path.split(".")
    for step in way:
        here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
    here[last] = value
    return document


SPOILED = [
    ("counters.0.number", "een", "counters[0].number", "heel getal"),
    ("counters.0.number", 0, "counters[0].number", "van 1"),
    ("counters.0.number", True, "counters[0].number", "heel getal"),
    ("counters.0.number", 1.5, "counters[0].number", "heel getal"),
    ("counters.0.number", 2, "counters[1].number", "nog niet in gebruik"),
    ("counters.0.type", "stand-up", "counters[0].type", 'bedoelt u "stand_up"?'),
    ("counters.0.type", 4, "counters[0].type", "stand_up, quick"),
    ("counters.0.private", "ja", "counters[0].private", "true of false"),
    ("counters.0.capacity", 0, "counters[0].capacity", "van 1"),
    ("counters.0.capasity", 3, "counters[0].capasity", 'bedoelt u "capacity"?'),
    ("counters", [], "counters", "ten minste één"),
    ("counters", {"number": 1}, "counters", "ten minste één"),
    ("counters", [3], "counters[0]", "een tabel"),
    ("contact_types", [], "contact_types", "ten minste één"),
    ("contact_types.0.code", "met spatie", "contact_types[0].code", "korte naam"),
    ("contact_types.0.code", "private", "contact_types[1].code", "nog niet in gebruik"),
    ("contact_types.0.letter", "V", "contact_types[1].letter", "nog niet in gebruik"),
    ("contact_types.0.letter", "I", "contact_types[0].letter", "hoofdletter"),
    ("contact_types.0.letter", "O", "contact_types[0].letter", "hoofdletter"),
    ("contact_types.0.letter", "Q", "contact_types[0].letter", "hoofdletter"),
    ("contact_types.0.letter", "k", "contact_types[0].letter", "hoofdletter"),
    ("contact_types.0.letter", "KKK", "contact_types[0].letter", "hoofdletter"),
    ("contact_types.0.counter_types", [], "contact_types[0].counter_types", "ten minste één"),
    ("contact_types.0.counter_types", ["balie"], "contact_types[0].counter_types[0]", "stand_up"),
    ("contact_types.0.privacy", "geheim", "contact_types[0].privacy", "open, private"),
    ("contact_types.0.norm_minutes", -1, "contact_types[0].norm_minutes", "van 0"),
    ("contact_types.0.labels", {"en": "Short"}, "contact_types[0].labels.nl", "een tekst"),
    ("products.0.labels", {"en": "Passport"}, "products[0].labels.nl", "een tekst"),
    ("products.0.labels", {"nl": "Paspoort", "engels": "Passport"}, "products[0].labels", "taalcode"),
    ("products.0.labels", ["Paspoort"], "products[0].labels", "per taal"),
    ("products.0.contact_type", "quik", "products[0].contact_type", 'bedoelt u "quick"?'),
    ("products.0.minutes", -5, "products[0].minutes", "van 1"),
    ("products.0.minutes", math.nan, "products[0].minutes", "heel getal"),
    ("products.0.intake", "walkin", "products[0].intake", 'bedoelt u "walk-in"?'),
    ("products.0.synonyms", {"nl": "pas"}, "products[0].synonyms.nl", "een lijst"),
    ("products.0.synonyms", "pas", "products[0].synonyms", "per taal"),
    ("products.0.synonyms", ["pas", 3], "products[0].synonyms[1]", "een tekst"),
    ("products.0.bring", [f"BSN {BSN}"], "products[0].bring[0]", "zonder BSN"),
    ("products.0.bring", ["een\x07bel"], "products[0].bring[0]", "gewone tekens"),
    ("products.0.life_events", "reizen", "products[0].life_events", "een lijst"),
    ("products.0.upl_uri", "paspoort", "products[0].upl_uri", "http"),
    ("products.0.line", 4, "products[0].line", "van 1 tot en met 3"),
    ("products.0.cost_cents", -1, "products[0].cost_cents", "van 0"),
    ("clerks.0.name", " ", "clerks[0].name", "een tekst"),
    ("clerks.0.name", "x" * 2001, "clerks[0].name", "gewone tekens"),
    ("clerks.0.competences", ["quik"], "clerks[0].competences", 'bedoelt u "quick"?'),
    ("clerks.0.competences", [], "clerks[0].competences", "soorten contact"),
    ("clerks.0.languages", ["Nederlands"], "clerks[0].languages", "taalcode"),
    ("name", f"Hal {BSN}", "name", "zonder BSN"),
    ("languages", [], "languages", "taalcodes"),
    ("timezone", "Europa/Amsterdam", "timezone", "tijdzone"),
    ("timezone", " ", "timezone", "een tekst"),
    ("naam", "Hal", "naam", 'bedoelt u "name"?'),
    ("opening.weekdays.monday", [], "opening.weekdays.monday", 'bedoelt u "mon"?'),
    ("opening.weekdays.mon", [["8:30", "17:00"]], "opening.weekdays.mon[0][0]", "08:30"),
    ("opening.weekdays.mon", [["08:30", "24:00"]], "opening.weekdays.mon[0][1]", "08:30"),
    ("opening.weekdays.mon", [["17:00", "08:30"]], "opening.weekdays.mon[0]", "van en tot"),
    ("opening.weekdays.mon", [["08:30"]], "opening.weekdays.mon[0]", "van en tot"),
    ("opening.weekdays.mon", [["08:30", "12:30"], ["12:00", "17:00"]], "opening.weekdays.mon", "lijst van tijden"),
    ("opening.exceptions", {"27 april": []}, "opening.exceptions.27 april", "jaar-maand-dag"),
    ("opening.last_ticket_minutes", -1, "opening.last_ticket_minutes", "van 0"),
    ("opening", "altijd", "opening", "een tabel"),
    ("norms", [{"code": "a", "minutes": 5, "share": 98}], "norms[0].share", "bedoelt u 0.98?"),
    ("norms", [{"code": "a", "minutes": 5, "share": -0.1}], "norms[0].share", "van 0 tot en met 1"),
    ("norms", [{"code": "a", "minutes": 5, "share": math.inf}], "norms[0].share", "van 0 tot en met 1"),
    ("norms", [{"code": "a", "minutes": 5, "share": True}], "norms[0].share", "van 0 tot en met 1"),
    ("norms", [{"code": "a", "minutes": 5, "share": 1, "valid_from": "mei"}], "norms[0].valid_from", "2026-01-31"),
    ("norms", [{"code": "a", "minutes": 5, "share": 1, "valid_from": "2026-02-30"}], "norms[0].valid_from", "2026-"),
    ("norms", [{"code": "a", "minutes": 5, "share": 1}] * 2, "norms[1].code", "nog niet in gebruik"),
    ("settings.recall_limit", -1, "settings.recall_limit", "van 0"),
    ("settings.absent_pause_minutes", math.inf, "settings.absent_pause_minutes", "heel getal"),
    ("settings.strictness", math.nan, "settings.strictness", "van 0 tot en met 1"),
    ("settings.intake", "zuil", "settings.intake", "kiosk, host, both"),
    ("settings.host_level", 4, "settings.host_level", "van 1 tot en met 3"),
    ("settings.recal_limit", 2, "settings.recal_limit", 'bedoelt u "recall_limit"?'),
    ("texts.welkom", {"nl": "Hallo"}, "texts.welkom", "welcome, promise"),
    ("texts.welcome", {"en": "Hello"}, "texts.welcome.nl", "een tekst"),
]


@pytest.mark.parametrize(("path", "value", "key", "expected"), SPOILED)
def test_a_mistake_names_its_place_and_the_expected_form(
    small: dict[str, Any], mistakes_of: Read, path: str, value: object, key: str, expected: str
) -> None:
    found = mistakes_of(spoil(small, path, value))
    assert key in [mistake.key for mistake in found]
    mistake = next(mistake for mistake in found if mistake.key == key)
    assert expected in mistake.expected
    assert mistake.problem.endswith(".")
    assert not mistake.expected.endswith(".")


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("counters", "number"),
        ("counters", "type"),
        ("contact_types", "code"),
        ("contact_types", "letter"),
        ("contact_types", "counter_types"),
        ("products", "slug"),
        ("products", "labels"),
        ("products", "contact_type"),
        ("clerks", "code"),
        ("clerks", "name"),
        ("clerks", "competences"),
    ],
)
def test_what_cannot_be_left_out_is_missed(small: dict[str, Any], mistakes_of: Read, section: str, key: str) -> None:
    del small[section][0][key]
    assert f"{section}[0].{key}" in [mistake.key for mistake in mistakes_of(small)]


def test_all_mistakes_are_told_at_once(small: dict[str, Any], mistakes_of: Read) -> None:
    spoil(small, "counters.0.type", "stand-up")
    spoil(small, "products.0.minutes", -1)
    spoil(small, "clerks.0.competences", ["nergens"])
    spoil(small, "settings.strictness", 3)
    keys = {mistake.key for mistake in mistakes_of(small)}
    assert keys == {"counters[0].type", "products[0].minutes", "clerks[0].competences", "settings.strictness"}


@pytest.mark.parametrize("document", [None, [], "hall", 3])
def test_what_is_no_table_is_one_mistake(document: Any) -> None:
    with pytest.raises(ConfigMistakes) as caught:
        parse(document)
    assert len(caught.value.mistakes) == 1


def test_an_empty_document_misses_counters_and_contact_types(mistakes_of: Read) -> None:
    assert [mistake.key for mistake in mistakes_of({})] == ["contact_types", "counters"]


def test_mistakes_are_a_refusal_with_every_mistake_in_its_facts(small: dict[str, Any]) -> None:
    with pytest.raises(Refused) as caught:
        parse(spoil(small, "counters.0.type", "stand-up"))
    assert caught.value.code == "config-mistakes"
    listed: Any = caught.value.facts["mistakes"]
    assert [fact["key"] for fact in listed] == ["counters[0].type"]


def test_the_explanation_never_repeats_the_citizen_service_number(small: dict[str, Any], mistakes_of: Read) -> None:
    found = mistakes_of(spoil(small, "clerks.0.name", f"Anna {BSN}"))
    assert BSN not in "".join(mistake.sentence() for mistake in found)


def test_a_sentence_has_place_problem_and_expected_form(small: dict[str, Any]) -> None:
    with pytest.raises(ConfigMistakes) as caught:
        parse(spoil(small, "counters.0.type", "stand-up"))
    assert str(caught.value).startswith('counters[0].type: "stand-up" kent Balie niet. Verwacht: stand_up, ')
