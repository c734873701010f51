"""What the host's three lists say, and when a line turns amber or red."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from balie_app.queue.rules.visit import ContactState
from balie_app.ui.host import lines, words
from balie_app.ui.host.lines import Tone


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.fixture
def now(sample_view):
    return sample_view.read_at


def by_ref(found):
    return {line.ref: line for line in found}


@pytest.mark.parametrize(
    ("after", "tone"), [(0, Tone.PLAIN), (2.9, Tone.PLAIN), (3, Tone.AMBER), (4.9, Tone.AMBER), (5, Tone.RED)]
)
def test_an_appointment_turns_amber_at_three_minutes_and_red_at_five(make_contact, now, after, tone) -> None:
    contact = make_contact("A020", "paspoort", 30, appointment=-after)
    assert lines.lateness(contact, now) is tone


def test_the_clock_of_a_late_comer_starts_at_check_in(make_contact, now) -> None:
    contact = replace(make_contact("A020", "paspoort", 1, appointment=-10), due_at=now + minutes(4))
    assert lines.lateness(contact, now) is Tone.PLAIN


def test_a_walk_in_past_its_norm_is_amber_and_never_too_late(make_contact, now) -> None:
    contact = make_contact("U020", "verhuizen", 40)
    assert lines.lateness(contact, now) is Tone.AMBER


def test_a_late_appointment_says_so_in_words(sample_view, now) -> None:
    line = by_ref(lines.waiting_lines(sample_view, now))["A012"]
    assert line.tone is Tone.RED
    assert line.tail == "te laat · 6 min"
    assert "afspraak" in line.under
    assert "rolstoel" in line.under


def test_a_walk_in_says_how_long_and_how_long_still(sample_view, now) -> None:
    line = by_ref(lines.waiting_lines(sample_view, now))["U007"]
    assert (line.tail, line.tail_under) == ("14 min", "nog 0–15 min")


def test_someone_whom_nobody_can_help_is_told_apart(sample_view, now) -> None:
    view = replace(sample_view, waits={})
    assert lines.waiting_lines(view, now)[0].tail_under == "geen balie open"


def test_the_order_of_the_waiting_is_that_of_the_hall(sample_view, now) -> None:
    waiting = [c.label for c in sample_view.contacts if c.state is ContactState.WAITING]
    assert [line.ref for line in lines.waiting_lines(sample_view, now)] == waiting


def test_appointments_stand_by_time_without_those_called_or_cancelled(sample_view, now) -> None:
    shown = [line.id for line in lines.appointment_lines(sample_view, now)]
    assert shown == [
        "AFS-1040", "AFS-1038W", "AFS-1042", "AFS-1045", "AFS-1050", "AFS-1100", "AFS-1110", "AFS-1130",
    ]  # fmt: skip


def test_a_checked_in_appointment_counts_down(sample_view, now) -> None:
    found = {line.id: line for line in lines.appointment_lines(sample_view, now)}
    assert found["AFS-1038W"].tail == "nog 1 min"
    assert found["AFS-1038W"].tone is Tone.AMBER
    assert found["AFS-1050"].tail == "is er"


def test_an_appointment_nobody_came_for_goes_to_the_end_and_stays(sample_view, now) -> None:
    found = lines.appointment_lines(sample_view, now + minutes(20))
    assert found[-1].id == "AFS-1042"
    assert found[-1].tail == "niet gekomen"
    assert found[-1].action == "check-in"


def test_counters_say_who_is_there_or_what_they_are(sample_view, now) -> None:
    found = {line.id: line for line in lines.counter_lines(sample_view, now)}
    assert found["1"].lead == "Balie 1"
    assert found["1"].text == "K 031 · Paspoort of kaart ophalen"
    assert (found["2"].tail, found["2"].tone) == ("vrij", Tone.FREE)
    assert found["3"].tail_under == "geroepen"
    assert found["5"].tail == "pauze"
    assert (found["6"].lead, found["6"].tail) == ("Kamer 6", "dicht")


def test_those_not_in_the_queue_have_one_action_each(sample_view, make_contact, make_view) -> None:
    made = make_contact("A010", "id-kaart", 30, state=ContactState.PRODUCING)
    view = make_view(contacts=(*sample_view.contacts, made))
    found = [(line.ref, line.text, line.action) for line in lines.aside_lines(view, view.read_at)]
    assert found == [
        ("A010", "In de maak", "ready"),
        ("U006", "Niet verschenen", "return"),
        ("U005", "Even weg", "resume"),
    ]


def test_the_header_tells_number_longest_and_share(sample_view, make_view, now) -> None:
    assert words.figures(sample_view, now) == "10 wachten · langste 14 min · afspraken op tijd 92 %"
    empty = make_view(contacts=(), figures=replace(sample_view.figures, appointments_called=0))
    assert words.figures(empty, now) == "niemand wacht"


def test_a_line_is_one_sentence_for_a_screen_reader(sample_view, now) -> None:
    spoken = by_ref(lines.waiting_lines(sample_view, now))["U007"].spoken
    assert spoken == "U 007, Verhuizing doorgeven, 14 min, nog 0–15 min"


@pytest.mark.parametrize(("count", "text"), [(0, "< 1 min"), (1, "1 min"), (119, "119 min"), (125, "2 u 05")])
def test_minutes_are_short_to_read(count: int, text: str) -> None:
    assert words.minutes(count) == text
