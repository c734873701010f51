"""The sentence about what goes wrong next, and its one command."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from balie_app.queue.commands import CallTicket, OpenCounter, PrintOutcome, Reprint, TakeOver
from balie_app.queue.rules.visit import CounterState, CounterWork
from balie_app.queue.store.watch import Help, InDanger, Watch
from balie_app.queue.views import DeviceState, PrintJob, Wait
from balie_app.ui.host.advice import advise
from balie_app.ui.host.lines import Tone


@pytest.fixture
def late(make_view, make_contact):
    """A private appointment waits four minutes; every counter is closed but the room's clerk is free."""
    contact = make_contact("V003", "geboorte", 20, appointment=-4)
    return make_view(contacts=(contact,), counters=tuple(CounterWork(n) for n in range(1, 7)), waits={})


def seat(view, number: int, clerk: str):
    counters = tuple(
        CounterWork(w.number, CounterState.OPEN, clerk) if w.number == number else w for w in view.counters
    )
    return replace(view, counters=counters)


def test_a_closed_counter_of_the_right_kind_is_proposed_with_a_free_competent_clerk(late) -> None:
    advice = advise(late, late.read_at)
    assert advice is not None
    assert advice.sentence == "Afspraak 10:38 (V 003) wacht 4 minuten. Balie 4 openen met Anna?"
    assert advice.command == OpenCounter(counter=4, clerk="anna")
    assert advice.button == "Balie 4 openen"
    assert advice.tone is Tone.AMBER


def test_a_clerk_who_sits_somewhere_is_not_proposed(late) -> None:
    advice = advise(seat(late, 1, "anna"), late.read_at)
    assert advice is not None
    assert advice.command == OpenCounter(counter=4, clerk="chantal")


def test_without_a_free_clerk_there_is_no_button(late) -> None:
    view = late
    for number, clerk in ((1, "anna"), (2, "driss"), (3, "chantal"), (6, "els")):
        view = seat(view, number, clerk)
    busy = replace(late.contacts[0], id="other", label="V001", state="serving", counter=6)
    advice = advise(replace(view, contacts=(*view.contacts, busy)), late.read_at)
    assert advice is not None
    assert advice.command is None
    assert advice.sentence.endswith("en er komt geen plek vrij.")


def test_a_free_counter_that_may_take_it_needs_no_advice_in_time(late, make_contact, make_view) -> None:
    contact = make_contact("V004", "geboorte", 1, appointment=0)
    view = seat(make_view(contacts=(contact,), counters=late.counters, waits={}), 4, "anna")
    assert advise(view, view.read_at) is None


def test_a_free_counter_that_lets_an_appointment_wait_is_told_to_call_it(late) -> None:
    advice = advise(seat(late, 4, "anna"), late.read_at)
    assert advice is not None
    assert advice.sentence == "Afspraak 10:38 (V 003) wacht 4 minuten. Balie 4 is vrij: daarheen roepen?"
    assert advice.command == CallTicket(counter=4, label="V003", reason="op verzoek van de ontvangst")


def test_a_wheelchair_is_not_sent_to_a_counter_that_has_no_room_for_it(late) -> None:
    counters = tuple(replace(c, accessible=c.number != 4) for c in late.config.counters)
    visits = {key: replace(visit, needs=("wheelchair",)) for key, visit in late.visits.items()}
    advice = advise(replace(late, config=replace(late.config, counters=counters), visits=visits), late.read_at)
    assert advice is not None
    assert advice.command == OpenCounter(counter=5, clerk="anna")


def test_an_appointment_that_will_be_called_in_time_needs_no_advice(late, make_contact, make_view) -> None:
    contact = make_contact("V004", "geboorte", 1, appointment=2)
    view = make_view(contacts=(contact,), counters=late.counters, waits={contact.id: Wait(1, 2, 3)})
    assert advise(view, view.read_at) is None


def test_the_one_with_least_time_left_comes_first(late, make_contact) -> None:
    worse = make_contact("V002", "geboorte", 20, appointment=-9)
    visits = {**late.visits, worse.visit: replace(late.visits["v-V003"], id=worse.visit, label="V002")}
    advice = advise(replace(late, contacts=(*late.contacts, worse), visits=visits), late.read_at)
    assert advice is not None
    assert advice.sentence.startswith("Afspraak 10:33 (V 002) is te laat: wacht 9 minuten.")


def test_dismissed_advice_stays_away_until_something_changes(late) -> None:
    advice = advise(late, late.read_at)
    assert advice is not None
    gone = frozenset({advice.key})
    assert advise(late, late.read_at, dismissed=gone) is None
    contact = replace(late.contacts[0], revision=2)
    assert advise(replace(late, contacts=(contact,)), late.read_at, dismissed=gone) is not None


def test_a_ticket_that_was_not_printed_is_told_and_can_be_printed_again(make_view, sample_view) -> None:
    job = PrintJob("7", "kiosk", "ticket", "A012", "failed", False, sample_view.read_at)
    view = make_view(contacts=(), print_jobs=(job,))
    advice = advise(view, view.read_at, printer="balie")
    assert advice is not None
    assert advice.sentence.startswith("Bon A 012 is niet geprint.")
    assert advice.command == Reprint(label="A012", printer="balie")
    without = advise(view, view.read_at)
    assert without is not None
    assert without.command is None


def test_a_trial_print_is_nothing_for_the_reception(make_view, sample_view) -> None:
    job = PrintJob("7", "kiosk", "trial", "", "failed", False, sample_view.read_at, content="{}")
    view = make_view(contacts=(), print_jobs=(job,))
    assert advise(view, view.read_at, printer="balie") is None


def test_a_ticket_of_which_nobody_knows_asks_a_person_who_can_say_yes_or_no(make_view, sample_view) -> None:
    job = PrintJob("7", "kiosk", "ticket", "A012", "unknown", False, sample_view.read_at)
    advice = advise(make_view(contacts=(), print_jobs=(job,)), sample_view.read_at, printer="balie")
    assert advice is not None
    assert advice.sentence.startswith("Ligt bon A 012 in printer kiosk?")
    assert (advice.button, advice.command) == ("Nee, opnieuw printen", Reprint(label="A012", printer="balie"))
    assert (advice.other, advice.other_command) == ("Ja", PrintOutcome("7", "printed", "seen"))


def test_a_receipt_of_which_nobody_knows_asks_a_person_too(make_view, sample_view) -> None:
    job = PrintJob("7", "kas", "receipt", "A012", "unknown", False, sample_view.read_at)
    advice = advise(make_view(contacts=(), print_jobs=(job,)), sample_view.read_at, printer="balie")
    assert advice is not None
    assert advice.command == PrintOutcome("7", "failed", "seen")
    assert advice.other_command == PrintOutcome("7", "printed", "seen")


def printer(name: str, state: str, since, backup: str = "") -> DeviceState:
    return DeviceState(name, "printer", "noord", state, "paper_out", "", since, backup=backup)


def test_the_host_hears_where_the_tickets_come_out_now(make_view, sample_view) -> None:
    now = sample_view.read_at
    view = make_view(contacts=(), devices=(printer("deur", "hulp nodig", now, "hal"), printer("hal", "bezig", now)))
    advice = advise(view, now)
    assert advice is not None
    assert advice.sentence == "Printer deur werkt niet. De bonnen komen nu uit printer hal."
    assert advice.command is None
    assert advise(view, now, dismissed=frozenset({advice.key})) is None
    both = make_view(contacts=(), devices=(printer("deur", "weg", now, "hal"), printer("hal", "weg", now)))
    assert advise(both, now) is None


@pytest.mark.parametrize("devices", [(), ("weg",)])
def test_paper_that_waits_for_a_printer_that_does_nothing_can_be_printed_here(make_view, sample_view, devices) -> None:
    now = sample_view.read_at
    known = tuple(printer("deur", state, now) for state in devices)
    job = PrintJob("7", "deur", "ticket", "A012", "queued", False, now - timedelta(seconds=61))
    view = make_view(contacts=(), print_jobs=(job,), devices=known)
    advice = advise(view, now, printer="balie")
    assert advice is not None
    assert advice.sentence == "Bon A 012 wacht op printer deur, maar die werkt niet. Hier printen?"
    assert advice.command == TakeOver("deur", "balie")
    for own in (None, "deur"):
        told = advise(view, now, printer=own)
        assert told is not None
        assert told.command is None
    fresh = replace(view, print_jobs=(replace(job, made_at=now - timedelta(seconds=59)),))
    assert advise(fresh, now, printer="balie") is None
    works = replace(view, devices=(printer("deur", "gereed", now),))
    assert advise(works, now, printer="balie") is None


def test_paper_that_a_station_was_printing_when_it_stopped_is_asked_about(make_view, sample_view) -> None:
    now = sample_view.read_at
    job = PrintJob("7", "deur", "ticket", "A012", "sending", False, now - timedelta(minutes=5))
    gone = make_view(contacts=(), print_jobs=(job,), devices=(printer("deur", "weg", now),))
    advice = advise(gone, now, printer="balie")
    assert advice is not None
    assert advice.sentence.startswith("Ligt bon A 012 in printer deur?")
    assert (advice.command, advice.other_command) == (
        PrintOutcome("7", "failed", "seen"),
        PrintOutcome("7", "printed", "seen"),
    )
    assert advise(replace(gone, devices=(printer("deur", "bezig", now),)), now) is None
    assert advise(gone, now - timedelta(seconds=1)) is None


# --- with sampled futures --------------------------------------------------------------------------


@pytest.fixture
def early(make_view, make_contact):
    """A private appointment in ten minutes has checked in; Bram and Chantal are busy, Anna sits nowhere."""
    contact = make_contact("V005", "geboorte", 2, appointment=2)
    view = make_view(contacts=(contact,), counters=tuple(CounterWork(n) for n in range(1, 7)), waits={})
    return seat(view, 6, "els")


def norm(contact, chance: float = 0.7, **way) -> Watch:
    kept = {"kept": 0.6, "earlier": 0.0} | way
    found = Help(**{"code": "open", "counter": 4, "clerk": "anna", "contact_type": "private", "label": "V005"} | kept)
    return Watch((InDanger(contact, 6.0, chance),), found)


def test_before_a_norm_breaks_the_action_that_helps_most_is_proposed_with_its_effect(early) -> None:
    advice = advise(early, early.read_at, norm=norm(early.contacts[0], kept=1.4))
    assert advice is not None
    assert advice.tone is Tone.PLAIN
    assert advice.sentence == (
        "Afspraak 10:44 (V 005) komt in het nauw. Balie 4 openen met Anna? "
        "Dan komen naar verwachting 1,4 afspraken meer op tijd."
    )
    assert advice.command == OpenCounter(4, "anna")


def test_a_small_chance_is_not_worth_a_word(early) -> None:
    assert advise(early, early.read_at, norm=Watch((InDanger(early.contacts[0], 6.0, 0.1),), None)) is None


def test_a_clerk_who_could_help_too_is_named_without_a_button(early) -> None:
    advice = advise(early, early.read_at, norm=norm(early.contacts[0], code="also", counter=6, clerk="els", kept=1.0))
    assert advice is not None
    assert advice.command is None
    assert "Kan Els (Kamer 6) ook iemand voor “besloten balie” helpen?" in advice.sentence
    assert advice.sentence.endswith("Dan komt naar verwachting 1 afspraak meer op tijd.")


def test_who_should_go_first_is_called_to_a_free_counter_or_told_to_the_first_that_comes_free(early) -> None:
    first = norm(early.contacts[0], code="first", counter=None, clerk=None)
    advice = advise(early, early.read_at, norm=first)
    assert advice is not None
    assert advice.command is None or isinstance(advice.command, CallTicket)
    free = seat(early, 4, "anna")
    called = advise(free, free.read_at, norm=first)
    assert called is not None
    assert isinstance(called.command, CallTicket)
    assert called.command.label == "V005"


def test_a_counter_that_was_opened_meanwhile_is_not_proposed_again(early) -> None:
    opened = seat(early, 4, "anna")
    advice = advise(opened, opened.read_at, norm=norm(early.contacts[0]))
    assert advice is None or advice.command != OpenCounter(4, "anna")
