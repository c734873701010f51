"""Taking back the last step at a counter."""

from __future__ import annotations

from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.rules.refused import Refused


def refusal(play: Any, command: c.Command) -> str:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value.code


@pytest.fixture
def called(play: Any) -> Any:
    play.open((1, "anna"), (3, "daan"))
    play.issue("paspoort")
    play.do(c.CallNext(1))
    return play


def test_a_wrong_call_goes_back_to_waiting(called: Any) -> None:
    called.do(c.Undo(1))
    assert called.state("K001") == "waiting"
    assert called.do(c.CallNext(1)).label == "K001"


def test_a_wrong_finish_goes_back_to_the_conversation(called: Any) -> None:
    called.do(c.Start(1))
    called.do(c.Finish(1))
    assert called.do(c.Undo(1)).state == "serving"


def test_steps_are_taken_back_one_after_the_other(called: Any) -> None:
    called.do(c.Start(1))
    called.do(c.Finish(1))
    assert [called.do(c.Undo(1)).state for _ in range(3)] == ["serving", "called", "waiting"]
    assert refusal(called, c.Undo(1)) == "nothing-to-undo"


def test_a_transfer_taken_back_leaves_no_second_contact(called: Any) -> None:
    called.do(c.Start(1))
    called.do(c.Transfer(1, contact_type="extended"))
    called.do(c.Undo(1))
    assert [(each.label, each.state) for each in called.hall.view().contacts] == [("K001", "serving")]


def test_nothing_is_taken_back_when_somebody_built_on_it(called: Any) -> None:
    called.do(c.Start(1))
    called.do(c.Transfer(1, contact_type="extended"))
    called.do(c.CallNext(3))
    assert refusal(called, c.Undo(1)) == "overtaken"


def test_a_finish_is_not_taken_back_onto_another_visitor(called: Any) -> None:
    called.do(c.Start(1))
    called.do(c.Finish(1))
    called.issue("paspoort")
    called.do(c.CallNext(1))
    called.do(c.Undo(1))
    assert called.do(c.Undo(1)).label == "K001"


def test_after_a_minute_it_is_too_late(called: Any) -> None:
    called.later(seconds=61)
    assert refusal(called, c.Undo(1)) == "too-late-to-undo"


def test_undo_is_an_entry_and_erases_nothing(called: Any) -> None:
    called.do(c.Undo(1))
    assert [entry.what for entry in called.hall.journal()][-2:] == ["called", "undone"]


def test_the_picture_says_what_can_be_taken_back(called: Any) -> None:
    assert called.hall.view().undoable == {1: "called"}
    called.do(c.Undo(1))
    assert called.hall.view().undoable == {}


def test_a_finish_is_not_taken_back_while_the_visitor_is_at_another_counter_with_a_second_question(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"))
    label = play.issue("paspoort")
    play.do(c.CallNext(1))
    play.do(c.Start(1))
    play.do(c.AddContact(1, ("verhuizing",)))
    play.do(c.Finish(1))
    assert play.do(c.CallNext(3)).label == label
    assert refusal(play, c.Undo(1)) == "overtaken"
