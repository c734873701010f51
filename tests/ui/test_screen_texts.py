"""Sentences on the waiting screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from balie_app.queue.rules.hall import Opening
from balie_app.queue.views import DayFigures, HallView, Wait
from balie_app.ui.screen import texts

MakeView = Callable[..., HallView]


@pytest.mark.parametrize(
    ("wait", "text"),
    [
        (Wait(0, 0, 0), "bijna meteen"),
        (Wait(0, 1, 2.9), "bijna meteen"),
        (Wait(0, 2, 4), "bijna meteen"),
        (Wait(3, 5, 9), "hooguit 10 minuten"),
        (Wait(10, 12, 15), "10 tot 15 minuten"),
        (Wait(11, 14, 21), "10 tot 25 minuten"),
        (Wait(70, 90, 130), "meer dan een uur"),
    ],
)
def test_a_wait_is_told_as_a_range_rounded_outward(wait: Wait, text: str) -> None:
    assert texts.wait_text(wait) == text


def test_waits_stand_in_the_halls_order_and_name_what_is_wanted_but_not_served(make_view: MakeView) -> None:
    assert texts.waits(make_view()) == (
        ("Ophalen", "bijna meteen"),
        ("Aan de balie", "5 tot 15 minuten"),
        ("Besloten balie", "5 tot 25 minuten"),
        ("Spreekkamer", "nu niet"),
    )
    assert [label for label, _ in texts.waits(make_view(contacts=()))] == ["Ophalen", "Aan de balie", "Besloten balie"]


def test_labels_come_in_the_windows_language(make_view: MakeView) -> None:
    assert texts.waits(make_view(contacts=()), "en")[0][0] == "Pick up"


def test_the_promise_is_judged_only_when_there_are_enough_calls() -> None:
    assert texts.kept_text(DayFigures(appointments_called=19, appointments_in_time=19)) == ""
    kept = texts.kept_text(DayFigures(appointments_called=50, appointments_in_time=48))
    assert kept == "Vandaag lukte dat 48 van de 50 keer."


def test_pages_are_the_promise_and_each_line_of_the_messages(make_view: MakeView) -> None:
    view = make_view(figures=DayFigures(appointments_called=20, appointments_in_time=20))
    lines = {"messages": {"nl": "Eerste.\n\n  Tweede. "}, "promise": {"nl": "Wij beloven iets."}}
    view = replace(view, config=replace(view.config, texts=lines))
    assert texts.pages(view) == (
        ("Wij beloven iets.", "Vandaag lukte dat 20 van de 20 keer."),
        ("Eerste.", ""),
        ("Tweede.", ""),
    )


def test_a_hall_without_messages_tells_what_to_do(make_view: MakeView) -> None:
    view = make_view()
    assert texts.pages(replace(view, config=replace(view.config, texts={}))) == (texts.how_to(),)


@pytest.mark.parametrize(
    ("hour", "text"),
    [
        (7, "De balies gaan open om 9.00 uur."),
        (10, "Er is nu geen balie open."),
        (12.25, "De balies gaan open om 13.30 uur."),
        (18, "De balies zijn vandaag gesloten."),
    ],
)
def test_before_opening_the_hour_is_told(make_view: MakeView, hour: float, text: str) -> None:
    opening = Opening({"mon": ((time(9), time(12)), (time(13, 30), time(17)))}, {date(2026, 12, 25): ()})
    config = replace(make_view().config, opening=opening)
    minutes = round((hour - 1) * 60)
    assert texts.no_waits_text(config, datetime(2026, 11, 23, minutes // 60, minutes % 60, tzinfo=UTC)) == text


def test_a_day_off_and_a_hall_without_hours(make_view: MakeView) -> None:
    config = make_view().config
    christmas = Opening({"fri": ((time(9), time(17)),)}, {date(2026, 12, 25): ()})
    at = datetime(2026, 12, 25, 9, 0, tzinfo=UTC)
    assert texts.no_waits_text(replace(config, opening=christmas), at) == "De balies zijn vandaag gesloten."
    assert texts.no_waits_text(replace(config, opening=Opening()), at) == "Er is nog geen balie open."


def test_the_day_is_written_out_in_the_language_of_the_screen() -> None:
    at = datetime(2020, 1, 14, 9, tzinfo=UTC)
    assert texts.day(at) == "dinsdag 14 januari"
    assert texts.day(at, "fr") == "mardi 14 janvier"


def test_a_municipality_is_called_a_municipality_once(make_view: MakeView) -> None:
    config = make_view().config
    assert texts.municipality(config) == "Gemeente Waterrijk"
    assert texts.municipality(replace(config, municipality="Gemeente Haarlem")) == "Gemeente Haarlem"
    assert texts.municipality(replace(config, municipality="")) == ""
