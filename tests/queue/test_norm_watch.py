"""The norm is watched before it breaks: who comes in danger, and the one action that helps most."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.store import sampling
from balie_app.queue.store.watch import watch


@pytest.fixture
def ready() -> None:
    """This process made ready for sampled futures."""
    sampling.prepare()


def here(play: Any, product: str, minutes: float) -> str:
    """Somebody with an appointment so many minutes from now has checked in."""
    booked = play.do(c.Book((product,), play.at + timedelta(minutes=minutes)))
    label: str = play.do(c.CheckIn(booked.code)).label
    return label


def occupied(play: Any, number: int, product: str) -> None:
    play.issue(product)
    play.do(c.CallNext(number))
    play.do(c.Start(number))


def test_a_process_that_did_not_make_ready_watches_nothing(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "_futures", [])
    assert watch(play.hall.view(), play.at) is None


def test_a_calm_hall_has_appointments_but_no_danger(play: Any, ready: None) -> None:
    play.open((1, "anna"))
    label = here(play, "paspoort", 10)
    found = watch(play.hall.view(), play.at)
    assert found is not None
    assert [(each.contact.label, each.left, each.chance) for each in found.dangers] == [(label, 15, 0)]
    assert found.help is None


def test_a_private_appointment_behind_a_long_conversation_needs_a_second_room(play: Any, ready: None) -> None:
    play.open((4, "anna"), (1, "bram"))
    occupied(play, 4, "schulden")
    label = here(play, "schulden", 0)
    found = watch(play.hall.view(), play.at)
    assert found is not None
    assert found.dangers[0].contact.label == label
    assert found.dangers[0].chance > 0.6
    assert found.help is not None
    assert (found.help.code, found.help.counter, found.help.clerk) == ("open", 3, "daan")
    assert found.help.kept > 0.5


def test_when_nobody_else_is_there_a_clerk_may_help_this_kind_too(make_play: Any, ready: None) -> None:
    from balie_app.queue.rules.hall import Clerk

    clerks = (Clerk("anna", "Anna", frozenset({"*"})), Clerk("bram", "Bram", frozenset({"quick"})))
    play = make_play(clerks=clerks)
    play.open((4, "anna"), (3, "bram"))
    occupied(play, 4, "schulden")
    here(play, "schulden", 0)
    found = watch(play.hall.view(), play.at)
    assert found is not None
    assert found.help is not None
    assert (found.help.code, found.help.counter, found.help.clerk) == ("also", 3, "bram")


def test_nothing_is_advised_when_nothing_helps(make_play: Any, ready: None) -> None:
    from balie_app.queue.rules.hall import Clerk

    play = make_play(clerks=(Clerk("anna", "Anna", frozenset({"*"})),))
    play.open((4, "anna"))
    occupied(play, 4, "schulden")
    here(play, "schulden", 0)
    found = watch(play.hall.view(), play.at)
    assert found is not None
    assert found.dangers[0].chance > 0.6
    assert found.help is None
