"""What stands on a ticket, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from balie_app.printing.documents import Code, Cut, Line, Number, Size
from balie_app.printing.texts import all_words, words
from balie_app.queue.rules.hall import Counter, CounterType


def lines(document):
    return [part.text for part in document.parts if isinstance(part, Line)]


def test_the_number_the_kind_the_time_the_wait_and_the_place_are_on_it(make_ticket):
    document = make_ticket(products=("passport",))
    assert [part for part in document.parts if isinstance(part, Number)] == [Number("A 012")]
    assert lines(document) == [
        "Gemeente Haarlem",
        "Aanvragen en ophalen",
        "di 14 januari 2020, 10.42 uur",
        "Wachttijd",
        "5 tot 15 minuten",
        "Wachtenden voor u: 5",
        "Wachten in: hal A",
        "Houd klaar:",
        "- uw oude paspoort",
        "- een pasfoto",
    ]
    assert document.parts[-1] == Cut()


def test_the_code_holds_nothing_but_the_opaque_code_of_the_visit(make_ticket):
    assert [part for part in make_ticket().parts if isinstance(part, Code)] == [Code("k7Q2mZx9TbRw")]


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar", "tr", "pl", "uk"])
def test_another_language_keeps_the_dutch_lines_that_staff_read(make_ticket, language):
    document = make_ticket(language)
    small = [part.text for part in document.parts if isinstance(part, Line) and part.size is Size.SMALL]
    assert small == ["Aanvragen en ophalen", "Wachttijd: 5 tot 15 minuten", "Wachten in: hal A"]
    assert words(language).say("before", count=5) in lines(document)
    assert document.language == language


def test_a_language_that_tickets_do_not_speak_is_dutch(make_ticket):
    assert lines(make_ticket("so")) == lines(make_ticket("nl"))


def test_a_checklist_without_translation_is_given_in_dutch(make_ticket):
    assert "- uw oude paspoort" in lines(make_ticket("pl", products=("passport",)))
    assert "- your old passport" in lines(make_ticket("en", products=("passport",)))


def test_a_reprint_says_so_in_both_languages(make_ticket):
    assert "Opnieuw geprint" in lines(make_ticket(copy=True))
    assert {"Printed again", "Opnieuw geprint"} <= set(lines(make_ticket("en", copy=True)))
    assert "Opnieuw geprint" not in lines(make_ticket())


def test_a_short_wait_is_told_as_almost_at_once(make_ticket):
    document = make_ticket(visit={"told_low": 0, "told_high": 3})
    assert "U bent bijna meteen aan de beurt" in lines(document)
    assert "Wachttijd" not in lines(document)


def test_a_wait_that_was_not_told_is_not_printed(make_ticket):
    document = make_ticket(before=None, visit={"told_low": None, "told_high": None})
    assert not any("acht" in line and "minuten" in line for line in lines(document))


def test_an_appointment_shows_its_time_and_not_how_many_wait(make_ticket):
    document = make_ticket(contact={"appointment_at": datetime(2020, 1, 14, 9, 50, tzinfo=UTC)})
    assert "Afspraak om 10.50 uur" in lines(document)
    assert not any("Wachtenden" in line for line in lines(document))


def test_nobody_before_you_needs_no_line(make_ticket):
    assert not any("Wachtenden" in line for line in lines(make_ticket(before=0)))


def test_the_time_is_that_of_the_hall_in_summer_too(make_ticket):
    document = make_ticket(visit={"arrived_at": datetime(2020, 7, 14, 9, 42, tzinfo=UTC)})
    assert "di 14 juli 2020, 11.42 uur" in lines(document)


def test_without_a_sure_zone_the_visitor_is_sent_to_the_screen(make_ticket, hall):
    two = replace(hall, counters=(*hall.counters, Counter(3, CounterType.STAND_UP, "hal B")))
    assert "Let op het scherm" in lines(make_ticket(hall=two))
    assert "Wachten in: hal B" in lines(make_ticket(hall=two, contact={"only_counter": 3}))


MARKS = (
    *("{low}", "{high}", "{count}", "{zone}", "{day}", "{month}"),
    *("{note}", "{place}", "{clerk}", "{ticket}", "{code}"),
)


def test_every_language_has_every_word_and_keeps_the_marks():
    known = all_words()
    assert set(known) == {"nl", "en", "de", "fr", "ar", "tr", "pl", "uk"}
    facts = {"low": 10, "high": 15, "count": 3, "zone": "Z", "time": "T", "date": "D"}
    facts |= {"note": "N", "place": "P", "clerk": "C", "ticket": "A 012", "code": "K7"}
    facts |= {"weekday": "W", "day": 1, "month": "M", "year": 2020, "hour": 9, "minute": 5}
    for language, spoken in known.items():
        assert (len(spoken.weekdays), len(spoken.months)) == (7, 12), language
        for key, dutch in known["nl"].words.items():
            said = spoken.say(key, **facts)
            assert said, (language, key)
            for mark in MARKS:
                assert (mark in spoken.words[key]) == (mark in dutch), (language, key, mark)
            if language != "nl" and key not in {"date", "time", "moment", "number"}:
                assert spoken.words[key] != dutch, (language, key)
