"""The steps of hall.md section 3, on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused


def refusal(play: Any, command: c.Command) -> str:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value.code


def test_a_ticket_is_called_started_and_finished_with_every_step_in_the_journal(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    assert label == "K001"
    called = play.do(c.CallNext(1))
    assert (called.label, called.counter, called.clerk) == ("K001", 1, "anna")
    assert "K 001" in called.why
    play.do(c.Start(1))
    done = play.do(c.Finish(1))
    assert done.state == "done"
    whats = [entry.what for entry in play.hall.journal() if entry.ticket == "K001"]
    assert whats == ["issued", "called", "started", "finished"]


def test_numbers_of_each_letter_count_up_from_one(play: Any) -> None:
    assert [play.issue("paspoort"), play.issue("verhuizing"), play.issue("paspoort")] == ["K001", "U001", "K002"]


def test_a_new_day_begins_at_one_again(play: Any) -> None:
    play.issue("paspoort")
    play.later(days=1)
    assert play.issue("paspoort") == "K001"


def test_yesterdays_waiting_people_are_not_called_today(play: Any) -> None:
    play.issue("paspoort")
    play.later(days=1)
    play.open((1, "anna"))
    assert play.do(c.CallNext(1)) is None


def test_nobody_waiting_means_nobody_is_called_and_nothing_is_written(play: Any) -> None:
    play.open((1, "anna"))
    before = play.hall.journal()
    assert play.do(c.CallNext(1)) is None
    assert play.hall.journal() == before


def test_one_conversation_at_a_time(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.issue("paspoort")
    play.do(c.CallNext(1))
    assert refusal(play, c.CallNext(1)) == "counter-busy"


def test_a_called_ticket_cannot_be_called_elsewhere(play: Any) -> None:
    play.open((1, "anna"), (2, "bram"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    assert refusal(play, c.CallTicket(2, label)) == "already-called"


def test_a_closed_counter_calls_nobody(play: Any) -> None:
    play.issue("paspoort")
    assert refusal(play, c.CallNext(1)) == "counter-closed"


def test_a_paused_counter_finishes_its_visitor_but_calls_nobody(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.PauseCounter(1))
    play.do(c.Start(1))
    play.do(c.Finish(1))
    assert refusal(play, c.CallNext(1)) == "counter-closed"
    play.do(c.ResumeCounter(1))
    assert play.do(c.CallNext(1)).label == "K002"


def test_a_counter_with_a_visitor_cannot_be_closed(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    assert refusal(play, c.CloseCounter(1)) == "counter-busy"


def test_a_clerk_sits_at_one_counter(play: Any) -> None:
    play.open((1, "anna"))
    assert refusal(play, c.OpenCounter(2, "anna")) == "clerk-elsewhere"


def test_not_there_waits_again_after_a_pause_and_is_missed_after_the_recalls(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.NotThere(1))
    assert play.state(label) == "waiting"
    assert play.do(c.CallNext(1)) is None
    play.later(minutes=3)
    play.do(c.CallNext(1))
    play.do(c.Recall(1))
    play.do(c.NotThere(1))
    assert play.state(label) == "missed"


def test_a_missed_visitor_returns_in_time_with_the_original_arrival(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    arrived = play.at
    miss(play)
    play.later(minutes=29)
    again = play.do(c.Return(label))
    assert (again.state, again.arrived_at) == ("waiting", arrived)


def test_a_missed_visitor_who_returns_late_waits_as_a_new_walk_in(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    miss(play)
    now = play.later(minutes=31)
    again = play.do(c.Return(label))
    assert (again.label, again.arrived_at) == (label, now)


def miss(play: Any) -> None:
    play.do(c.CallNext(1))
    play.do(c.Recall(1))
    play.do(c.Recall(1))
    play.do(c.NotThere(1))


def test_leaving_takes_a_visitor_out_of_the_queue(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.do(c.Leave(label))
    assert play.do(c.CallNext(1)) is None
    assert refusal(play, c.Leave(label)) == "not-waiting"


def test_a_transfer_keeps_ticket_arrival_and_note(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    label = play.issue("paspoort")
    arrived = play.at
    serve(play, 1)
    play.later(minutes=4)
    sent = play.do(c.Transfer(1, contact_type="extended", note="ook verhuizing"))
    assert (sent.label, sent.arrived_at, sent.note, sent.referrals) == (label, arrived, "ook verhuizing", 1)
    assert play.do(c.CallNext(3)).label == label


def test_a_second_referral_needs_a_confirmation_with_a_reason(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    play.issue("paspoort")
    serve(play, 1)
    play.do(c.Transfer(1, contact_type="extended"))
    serve(play, 3)
    assert refusal(play, c.Transfer(3, contact_type="private")) == "second-referral"
    assert refusal(play, c.Transfer(3, contact_type="private", confirm=True)) == "second-referral"
    assert play.do(c.Transfer(3, contact_type="private", confirm=True, reason="wil privacy")).referrals == 2


def serve(play: Any, counter: int) -> None:
    play.do(c.CallNext(counter))
    play.do(c.Start(counter))


def test_a_transfer_to_a_counter_is_for_that_counter_only(play: Any) -> None:
    play.open((1, "anna"), (2, "bram"), (3, "daan"))
    label = play.issue("paspoort")
    serve(play, 1)
    play.do(c.Transfer(1, to_counter=3))
    assert play.do(c.CallNext(2)) is None
    assert play.do(c.CallNext(3)).label == label


def test_a_product_in_the_making_frees_the_counter_and_is_called_a_second_time_first(play: Any) -> None:
    play.open((1, "anna"))
    made = play.issue("paspoort")
    serve(play, 1)
    play.do(c.Produce(1))
    assert play.state(made) == "producing"
    play.later(minutes=1)
    play.issue("paspoort")
    play.later(minutes=5)
    play.do(c.Ready(made))
    assert play.do(c.CallNext(1)).label == made


def test_a_parked_visitor_waits_again_with_the_original_arrival(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    arrived = play.at
    serve(play, 1)
    play.do(c.Park(1, note="haalt pasfoto"))
    play.later(minutes=7)
    again = play.do(c.Resume(1, label))
    assert (again.state, again.arrived_at, again.note) == ("waiting", arrived, "haalt pasfoto")


def test_parked_time_is_not_waiting_time(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("paspoort")
    play.later(minutes=2)
    serve(play, 1)
    play.do(c.Park(1))
    play.later(minutes=20)
    play.do(c.Resume(1, label))
    play.later(minutes=3)
    assert play.do(c.CallNext(1)).waited_ms == timedelta(minutes=5) / timedelta(milliseconds=1)


def test_a_second_question_waits_until_the_first_is_finished(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    label = play.issue("paspoort")
    serve(play, 1)
    play.do(c.AddContact(1, ("verhuizing",)))
    assert play.do(c.CallNext(3)) is None
    play.do(c.Finish(1))
    called = play.do(c.CallNext(3))
    assert (called.label, called.products, called.ordinal) == (label, ("verhuizing",), 2)


def test_a_quick_question_counts_without_a_ticket(play: Any) -> None:
    play.do(c.QuickContact("openingstijden"))
    assert play.hall.view().figures.quick_contacts == 1
    assert play.hall.view().figures.arrived == 0


def test_the_end_of_the_day_lists_and_closes_whoever_is_still_open(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.issue("verhuizing")
    play.do(c.CallNext(1))
    closed = play.do(c.CloseDay())
    assert [each.label for each in closed] == ["K001", "U001"]
    assert play.hall.view().contacts == ()
    assert all(each.state == "closed" for each in play.hall.view().counters)
