"""Who is called where, on both databases."""

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


def test_an_appointment_that_is_nearly_due_goes_before_a_walk_in(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.later(minutes=2)
    code = play.do(c.Book(("paspoort",), play.at)).code
    play.do(c.CheckIn(code))
    play.later(minutes=4)
    assert play.do(c.CallNext(1)).appointment_at is not None


def test_an_appointment_of_later_does_not_go_before_a_walk_in(play: Any) -> None:
    play.open((1, "anna"))
    code = play.do(c.Book(("paspoort",), play.at + timedelta(minutes=50))).code
    play.do(c.CheckIn(code))
    walk_in = play.issue("paspoort")
    assert play.do(c.CallNext(1)).label == walk_in


def test_the_place_follows_the_nature_of_the_contact(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("schulden")
    play.issue("verhuizing")
    assert play.do(c.CallNext(1)) is None


def test_a_private_contact_comes_to_an_open_counter_only_with_a_reason(play: Any) -> None:
    play.open((1, "anna"))
    label = play.issue("schulden")
    assert refusal(play, c.CallTicket(1, label)) in {"counter-not-private", "wrong-counter-type"}
    called = play.do(c.CallTicket(1, label, reason="bezoeker vindt het goed"))
    assert "bezoeker vindt het goed" in called.why


def test_a_wheelchair_visitor_is_only_called_to_an_accessible_counter(play: Any) -> None:
    play.open((2, "anna"))
    label = play.issue("paspoort", needs=("wheelchair",))
    assert play.do(c.CallNext(2)) is None
    assert refusal(play, c.CallTicket(2, label, reason="haast")) == "counter-not-accessible"


def test_competence_counts(play: Any) -> None:
    play.open((3, "bram"))
    label = play.issue("verhuizing")
    assert play.do(c.CallNext(3)) is None
    assert refusal(play, c.CallTicket(3, label)) == "not-competent"


def test_a_competence_for_a_product_is_enough(play: Any) -> None:
    play.open((3, "carla"))
    play.issue("verhuizing")
    label = play.issue("schulden")
    assert play.do(c.CallNext(3)).label == label


def test_a_counter_finds_its_visitor_behind_many_it_may_not_help(play: Any) -> None:
    play.open((1, "carla"))
    for _ in range(30):
        play.do(c.Issue(contact_type="quick"))
    label = play.issue("paspoort")
    assert play.do(c.CallNext(1)).label == label


def test_excluded_tickets_are_passed_over(play: Any) -> None:
    play.open((1, "anna"))
    first, second = play.issue("paspoort"), play.issue("paspoort")
    assert play.do(c.CallNext(1, exclude=(first,))).label == second


def test_the_picture_shows_the_queue_in_calling_order_with_waits(play: Any) -> None:
    play.open((1, "anna"))
    first = play.issue("paspoort")
    play.later(minutes=1)
    second = play.issue("paspoort")
    view = play.hall.view()
    assert [each.label for each in view.contacts] == [first, second]
    assert view.waits[view.contacts[0].id].p50 == 0
    assert view.waits[view.contacts[1].id].p50 == 10
    assert "quick" in view.type_waits
    assert "private" not in view.type_waits


def test_calls_come_latest_first_and_a_recall_is_a_new_call(play: Any) -> None:
    play.open((1, "anna"), (2, "bram"))
    play.issue("paspoort")
    play.issue("paspoort")
    play.do(c.CallNext(1))
    play.later(seconds=5)
    play.do(c.CallNext(2))
    calls = play.hall.view().calls
    assert [(each.label, each.counter) for each in calls] == [("K002", 2), ("K001", 1)]
    play.later(seconds=5)
    play.do(c.Recall(1))
    again = play.hall.view().calls
    assert [each.label for each in again] == ["K001", "K002"]
    assert again[0].seq > calls[0].seq


def test_a_recall_in_the_same_moment_is_a_new_call(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    before = play.hall.view().calls[0]
    play.do(c.Recall(1))
    after = play.hall.view().calls[0]
    assert before.at == after.at
    assert after.seq > before.seq


def test_of_two_questions_of_one_visitor_that_are_equally_urgent_the_first_is_called_first(play: Any) -> None:
    """On both databases, however their rows happen to lie."""
    play.open((3, "daan"))
    play.issue("paspoort")
    play.do(c.CallNext(3))
    play.do(c.Start(3))
    for product in ("schulden", "paspoort", "verhuizing"):
        play.do(c.AddContact(3, (product,)))
    play.do(c.Finish(3))
    play.later(minutes=1)
    waiting = [each.ordinal for each in play.hall.view().contacts if each.state == "waiting"]
    assert waiting == [2, 3, 4]
    assert play.do(c.CallNext(3)).ordinal == 2
