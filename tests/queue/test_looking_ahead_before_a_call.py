"""The hall's setting "look_ahead": advice in a look before the step, followed only where nothing changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from balie_app.queue import commands as c
from balie_app.queue.desk import calls
from balie_app.queue.store import advice
from balie_app.queue.store.advice import Advice


@pytest.fixture
def looking(play: Any) -> Any:
    """A hall that looks ahead, in a process that is ready for it, with counter 1 open."""
    if not advice._ready:
        advice.prepare()
    config = play.hall.config()
    settings = replace(config.settings, look_ahead=True)
    play.do(c.Configure(replace(config, settings=settings)))
    play.hall.config()
    play.open((1, "anna"))
    return play


def advised(play: Any, monkeypatch: pytest.MonkeyPatch, label: str, *unknown: str) -> None:
    """Whatever is found, the advice is to call this one."""
    ids = {each.label: each.id for each in play.hall.view().contacts}
    known = frozenset(ids[each] for each in ids if each not in unknown)
    monkeypatch.setattr(calls, "advice", lambda work, counter: Advice(ids[label], known, 16, 4.0))


def test_a_hall_does_not_look_ahead_unless_it_wants_to(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "advice", lambda work, counter: pytest.fail("looked"))
    play.open((1, "anna"))
    label = play.issue("paspoort")
    assert play.do(c.CallNext(1)).label == label


def test_the_look_ahead_weighs_who_waits(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advice, "ANSWER_WITHIN_S", 60.0)
    for _ in range(3):
        looking.issue("paspoort")
        looking.later(minutes=1)
    code = looking.do(c.Book(("paspoort",), looking.at + timedelta(minutes=2))).code
    looking.do(c.CheckIn(code))
    waiting = {each.id for each in looking.hall.view().contacts}
    with looking.hall.looking() as work:
        found = advice.advice(work, 1)
    assert found is not None
    assert found.contact in waiting
    assert found.known == waiting
    assert found.futures >= 8


def test_without_time_the_index_stands(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first = looking.issue("paspoort")
    looking.issue("paspoort")
    monkeypatch.setattr(advice, "ANSWER_WITHIN_S", -1.0)
    with looking.hall.looking() as work:
        assert advice.advice(work, 1) is None
    assert looking.do(c.CallNext(1)).label == first


def test_there_is_nothing_to_weigh_for_one_visitor_or_a_closed_counter(looking: Any) -> None:
    looking.issue("paspoort")
    with looking.hall.looking() as work:
        assert advice.advice(work, 1) is None
    looking.issue("paspoort")
    with looking.hall.looking() as work:
        assert advice.advice(work, 2) is None


def test_the_call_follows_the_advice_and_says_so(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = looking.issue("paspoort"), looking.issue("paspoort")
    advised(looking, monkeypatch, second)
    called = looking.do(c.CallNext(1))
    assert called.label == second
    assert called.why.startswith("Vooruitgekeken: ")
    entry = looking.hall.journal()[-1]
    assert entry.facts["rule"] == "look-ahead"
    assert entry.facts["runner_up"] == first


def test_advice_that_the_index_agrees_with_is_no_news(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first = looking.issue("paspoort")
    looking.issue("paspoort")
    advised(looking, monkeypatch, first)
    assert "ooruitgekeken" not in looking.do(c.CallNext(1)).why


def test_who_came_after_the_look_and_is_more_urgent_goes_first(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = looking.issue("paspoort"), looking.issue("paspoort")
    advised(looking, monkeypatch, second, first)
    assert looking.do(c.CallNext(1)).label == first


def test_advice_about_somebody_who_left_is_not_followed(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = looking.issue("paspoort"), looking.issue("paspoort")
    advised(looking, monkeypatch, second)
    looking.do(c.Leave(second))
    assert looking.do(c.CallNext(1)).label == first


def test_advice_is_not_followed_to_a_counter_that_may_not_take_the_visitor(
    looking: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, private = looking.issue("paspoort"), looking.issue("schulden")
    advised(looking, monkeypatch, private)
    assert looking.do(c.CallNext(1)).label == first


def test_who_is_passed_over_by_the_clerk_is_not_advised(looking: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = looking.issue("paspoort"), looking.issue("paspoort")
    advised(looking, monkeypatch, second)
    assert looking.do(c.CallNext(1, exclude=(second,))).label == first
