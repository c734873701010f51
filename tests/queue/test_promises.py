"""A promise instead of a second referral, and where a transfer puts somebody; on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue import replay
from balie_app.queue.messages import sentence
from balie_app.queue.rules.refused import Refused


def refusal(play: Any, command: c.Command) -> Refused:
    with pytest.raises(Refused) as caught:
        play.do(command)
    return caught.value


def serve(play: Any, counter: int, label: str) -> None:
    play.do(c.CallTicket(counter, label))
    play.do(c.Start(counter))


def sound(play: Any) -> bool:
    with play.hall.reading() as connection:
        return replay.first_difference(connection) is None


@pytest.fixture
def referred(play: Any) -> Any:
    """K001 was referred once and is served at counter 3."""
    play.open((1, "anna"), (3, "daan"))
    play.issue("paspoort")
    serve(play, 1, "K001")
    play.do(c.Transfer(1, contact_type="extended"))
    serve(play, 3, "K001")
    return play


def test_the_second_referral_offers_a_promise(referred: Any) -> None:
    error = refusal(referred, c.Transfer(3, contact_type="private"))
    assert sentence(error).endswith("Bevestig met een reden, of spreek iets af.")
    due = referred.at + timedelta(days=1)
    promise = referred.do(c.MakePromise(3, "carla", due, "belt over de akte"))
    assert (promise.label, promise.clerk, promise.due_at, promise.kept_at) == ("K001", "carla", due, None)
    assert referred.state("K001") == "gone"
    entry = referred.hall.journal()[-1]
    assert (entry.what, entry.ticket, entry.counter, entry.facts["clerk"]) == ("promised", "K001", 3, "carla")
    assert sound(referred)


def test_promises_stay_in_sight_until_they_are_kept(referred: Any) -> None:
    later = referred.do(c.MakePromise(3, "carla", referred.at + timedelta(days=2)))
    referred.issue("paspoort")
    serve(referred, 1, "K002")
    sooner = referred.do(c.MakePromise(1, "anna", referred.at + timedelta(days=1)))
    assert referred.hall.view().promises == (sooner, later)
    referred.do(c.CloseDay())
    referred.later(days=1)
    assert referred.hall.view().promises == (sooner, later)
    kept = referred.do(c.KeepPromise(sooner.id))
    assert kept.kept_at == referred.at
    assert referred.hall.journal()[-1].facts == {"promise": sooner.id, "in_time": True}
    assert referred.hall.view().promises == (later,)
    referred.later(days=3)
    referred.do(c.KeepPromise(later.id))
    assert referred.hall.journal()[-1].facts["in_time"] is False
    assert sound(referred)


def test_a_promise_taken_back_is_no_promise(referred: Any) -> None:
    referred.do(c.MakePromise(3, "carla", referred.at + timedelta(hours=1)))
    assert referred.hall.view().undoable[3] == "promised"
    assert referred.do(c.Undo(3)).state == "serving"
    assert referred.hall.view().promises == ()
    assert sound(referred)


def test_a_promise_needs_somebody_and_a_time_to_come(referred: Any) -> None:
    due = referred.at + timedelta(hours=1)
    assert refusal(referred, c.MakePromise(3, "niemand", due)).code == "no-such-clerk"
    assert refusal(referred, c.MakePromise(3, "carla", referred.at)).code == "promise-too-late"
    assert refusal(referred, c.MakePromise(1, "carla", due)).code == "counter-idle"
    assert refusal(referred, c.MakePromise(3, "carla", due, "bel 111222333")).code == "contains-bsn"


def test_a_promise_is_kept_once(referred: Any) -> None:
    promise = referred.do(c.MakePromise(3, "carla", referred.at + timedelta(hours=1)))
    referred.do(c.KeepPromise(promise.id))
    assert refusal(referred, c.KeepPromise(promise.id)).code == "promise-kept"
    assert refusal(referred, c.KeepPromise("x")).code == "no-such-promise"


# -- where a transfer puts somebody --------------------------------------------------------------------


def order_at_three(play: Any) -> list[str]:
    """In which order counter 3 calls everybody who waits for it."""
    found = []
    while (called := play.do(c.CallNext(3))) is not None:
        found.append(called.label)
        play.do(c.Start(3))
        play.do(c.Finish(3))
    return found


@pytest.mark.parametrize(
    ("position", "order"),
    [
        ("arrival", ["U001", "K001", "U002", "U003"]),
        ("first", ["K001", "U001", "U002", "U003"]),
        ("last", ["U001", "U002", "U003", "K001"]),
    ],
)
def test_a_transfer_waits_by_arrival_first_or_last(play: Any, position: str, order: list[str]) -> None:
    play.open((1, "bram"), (3, "daan"))
    play.issue("verhuizing")
    play.later(minutes=1)
    play.issue("paspoort")
    play.later(minutes=1)
    play.issue("verhuizing")
    play.later(minutes=1)
    play.issue("verhuizing")
    serve(play, 1, "K001")
    play.later(minutes=1)
    play.do(c.Transfer(1, contact_type="extended", position=position))
    assert order_at_three(play) == order


def test_a_transfer_goes_to_a_product_a_counter_or_an_officer(play: Any) -> None:
    play.open((1, "anna"), (3, "daan"), (4, "carla"))
    for label, target in (
        ("K001", {"products": ("verhuizing",)}),
        ("K002", {"to_counter": 3}),
        ("K003", {"officer": "carla", "contact_type": "private", "products": ("schulden",)}),
    ):
        play.issue("paspoort")
        serve(play, 1, label)
        play.do(c.Transfer(1, **target))
    at = {each.label: each for each in play.hall.view().contacts}
    assert (at["K001"].contact_type, at["K001"].products) == ("extended", ("verhuizing",))
    assert (at["K002"].only_counter, at["K003"].only_clerk) == (3, "carla")
    assert play.do(c.CallNext(4)).label == "K003"


@pytest.mark.parametrize(
    ("transfer", "code"),
    [
        ({}, "no-target"),
        ({"contact_type": "zeppelin"}, "no-such-contact-type"),
        ({"products": ("zeppelin",)}, "no-such-product"),
        ({"to_counter": 99}, "no-such-counter"),
        ({"officer": "niemand"}, "no-such-clerk"),
        ({"contact_type": "extended", "position": "middle"}, "wrong-position"),
    ],
)
def test_a_transfer_to_what_is_not_there_is_refused(play: Any, transfer: dict[str, Any], code: str) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    serve(play, 1, "K001")
    assert refusal(play, c.Transfer(1, **transfer)).code == code


def test_a_conversation_keeps_its_outcome_its_depth_and_why_somebody_comes_back(play: Any) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    serve(play, 1, "K001")
    done = play.do(c.Finish(1, "come-back", 2, "papers-missing", ("paspoort", "verhuizing")))
    assert (done.outcome, done.depth, done.came_back_because) == ("come-back", 2, "papers-missing")
    assert done.products == ("paspoort", "verhuizing")


# -- what the picture lacks is refused -----------------------------------------------------------------

READY = ("waiting", "called", "serving", "parked", "producing", "missed", "left", "done")
ALLOWED = {
    "waiting": {"call", "leave"},
    "called": {"recall", "start", "not-there"},
    "serving": {"finish", "park", "produce", "transfer", "add", "promise"},
    "parked": {"resume", "leave"},
    "producing": {"ready", "leave"},
    "missed": {"return", "leave"},
    "left": set(),
    "done": set(),
}


def steps(play: Any) -> dict[str, c.Command]:
    due = play.at + timedelta(hours=1)
    return {
        "call": c.CallTicket(1, "K001"),
        "recall": c.Recall(1),
        "start": c.Start(1),
        "not-there": c.NotThere(1),
        "finish": c.Finish(1),
        "park": c.Park(1),
        "resume": c.Resume(1, "K001"),
        "produce": c.Produce(1),
        "ready": c.Ready("K001"),
        "transfer": c.Transfer(1, contact_type="extended"),
        "add": c.AddContact(1, ("verhuizing",)),
        "promise": c.MakePromise(1, "anna", due),
        "leave": c.Leave("K001"),
        "return": c.Return("K001"),
    }


WAYS: dict[str, tuple[c.Command, ...]] = {
    "waiting": (),
    "called": (c.CallTicket(1, "K001"),),
    "serving": (c.CallTicket(1, "K001"), c.Start(1)),
    "parked": (c.CallTicket(1, "K001"), c.Start(1), c.Park(1)),
    "producing": (c.CallTicket(1, "K001"), c.Start(1), c.Produce(1)),
    "missed": (c.CallTicket(1, "K001"), c.Recall(1), c.Recall(1), c.NotThere(1)),
    "left": (c.Leave("K001"),),
    "done": (c.CallTicket(1, "K001"), c.Start(1), c.Finish(1)),
}


@pytest.mark.parametrize("state", READY)
def test_from_each_state_only_the_steps_of_the_picture_are_possible(play: Any, state: str) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    for command in WAYS[state]:
        play.do(command)
    for word, command in steps(play).items():
        if word not in ALLOWED[state]:
            before = play.hall.journal()
            refusal(play, command)
            assert play.hall.journal() == before, word


@pytest.mark.parametrize(
    ("state", "word"), [(state, word) for state, words in ALLOWED.items() for word in sorted(words)]
)
def test_every_step_of_the_picture_is_possible(play: Any, state: str, word: str) -> None:
    play.open((1, "anna"))
    play.issue("paspoort")
    for command in WAYS[state]:
        play.do(command)
    play.do(steps(play)[word])
