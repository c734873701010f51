"""Who gets a number, and what is refused at the door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.hall import Opening, Settings
from balie_app.queue.rules.refused import Refused


def refusal(play: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value


def test_an_unknown_product_is_named(play: Any) -> None:
    error = refusal(play, c.Issue(("zeppelin",)))
    assert (error.code, error.facts) == ("no-such-product", {"product": "zeppelin"})


def test_a_number_needs_a_question(play: Any) -> None:
    assert refusal(play, c.Issue()).code == "nothing-asked"


def test_a_product_by_appointment_only_gives_no_number(play: Any) -> None:
    assert refusal(play, c.Issue(("trouwen",))).code == "appointment-only"


def test_a_product_of_another_organisation_says_where_to_go(play: Any) -> None:
    error = refusal(play, c.Issue(("belasting",)))
    assert (error.code, error.facts["refer_to"]) == ("not-here", "Ga naar de BsGW.")


def test_a_private_product_decides_the_kind_of_contact(play: Any) -> None:
    assert play.issue("paspoort", "schulden").startswith("V")


def test_a_citizen_service_number_is_refused_everywhere(play: Any) -> None:
    assert refusal(play, c.QuickContact("vraag over 111222333")).code == "contains-bsn"


def test_a_party_has_a_sensible_size(play: Any) -> None:
    assert refusal(play, c.Issue(("paspoort",), party=0)).code == "wrong-party"
    assert refusal(play, c.Issue(("paspoort",), party=51)).code == "wrong-party"


def test_outside_opening_hours_there_are_no_numbers(make_play: Callable[..., Any]) -> None:
    hours = ((time(8, 30), time(12, 0)),)
    play = make_play(opening=Opening({"mon": hours}, last_ticket_minutes=15))
    play.issue("paspoort")
    play.later(hours=1, minutes=44)
    play.issue("paspoort")
    play.later(minutes=1)
    assert refusal(play, c.Issue(("paspoort",))).code == "hall-closed"


def booked(play: Any, minutes: float, **rest: Any) -> str:
    code: str = play.do(c.Book(("paspoort",), play.at + timedelta(minutes=minutes), initials="S. de V.", **rest)).code
    return code


def test_an_appointment_is_due_five_minutes_after_the_later_of_its_time_and_check_in(play: Any) -> None:
    code = booked(play, 10)
    play.do(c.CheckIn(code))
    contact = play.hall.view().contacts[0]
    assert contact.due_at == play.at + timedelta(minutes=15)
    assert contact.appointment_at == play.at + timedelta(minutes=10)


def test_an_appointment_checks_in_once(play: Any) -> None:
    code = booked(play, 10)
    play.do(c.CheckIn(code))
    assert refusal(play, c.CheckIn(code)).code == "already-checked-in"


def test_a_code_is_found_in_small_letters_too(play: Any) -> None:
    assert play.do(c.CheckIn(f" {booked(play, 10).lower()} ")).label == "K001"


def test_too_early_says_from_when(play: Any) -> None:
    error = refusal(play, c.CheckIn(booked(play, 61)))
    assert error.code == "too-early"
    assert error.facts["from"] == "2030-01-14T10:01:00+01:00"


def test_a_very_late_appointment_waits_as_a_walk_in(play: Any) -> None:
    code = booked(play, 0)
    play.later(minutes=16)
    play.do(c.CheckIn(code))
    contact = play.hall.view().contacts[0]
    assert contact.appointment_at is None
    assert contact.due_at == play.at + timedelta(minutes=15)


def test_an_appointment_of_another_day_and_a_cancelled_or_unknown_one_are_refused(play: Any) -> None:
    assert refusal(play, c.CheckIn(booked(play, 24 * 60))).code == "wrong-day"
    code = booked(play, 5)
    play.do(c.CancelAppointment(code))
    assert refusal(play, c.CheckIn(code)).code == "cancelled"
    assert refusal(play, c.CheckIn("NOSUCH")).code == "unknown-code"


def test_a_moved_appointment_has_its_new_time(play: Any) -> None:
    moved = play.do(c.MoveAppointment(booked(play, 24 * 60), play.at + timedelta(minutes=20)))
    assert play.hall.view().appointments == (moved,)


def test_initials_never_reach_the_journal(play: Any) -> None:
    code = booked(play, 5)
    play.do(c.CheckIn(code))
    assert "S. de V." not in repr(play.hall.journal())


def test_the_wait_that_is_told_is_kept_with_the_ticket(make_play: Callable[..., Any]) -> None:
    play = make_play(settings=Settings())
    play.open((1, "bram"))
    first = play.do(c.Issue(("paspoort",)))
    assert (first.told_low, first.told_high) == (0, 0)
    for _ in range(3):
        play.do(c.Issue(("paspoort",)))
    last = play.do(c.Issue(("paspoort",)))
    assert (last.told_low, last.told_high) == (25, 60)


def test_no_wait_is_told_when_nobody_can_serve(play: Any) -> None:
    assert play.do(c.Issue(("paspoort",))).told_low is None


def test_a_ticket_to_be_printed_is_queued_with_the_number(play: Any) -> None:
    play.do(c.Issue(("paspoort",), printer="hal"))
    (job,) = play.hall.view().print_jobs
    assert (job.label, job.printer, job.state, job.copy) == ("K001", "hal", "queued", False)
    play.do(c.PrintOutcome(job.id, "sending"))
    play.do(c.PrintOutcome(job.id, "printed"))
    assert play.hall.view().print_jobs == ()
    assert refusal(play, c.PrintOutcome(job.id, "sending")).code == "wrong-job-state"


def test_a_reprint_is_marked(play: Any) -> None:
    play.issue("paspoort")
    play.do(c.Reprint("K001", "hal"))
    assert play.hall.view().print_jobs[0].copy
