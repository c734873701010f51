"""The clock of a rehearsal hall, and what a real hall says about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

ASKED = {"products": ["paspoort-aanvragen"]}


def test_the_clock_stands_still_where_it_was_set(talk: Any) -> None:
    talk.issue("paspoort-aanvragen", at="09:10")
    assert talk.ok("screen")["screen"]["at"] == "2026-03-02T09:10:00+01:00"
    assert talk.ok("issue", **ASKED)["ticket"]["issued_at"] == "2026-03-02T09:10:00+01:00"


def test_the_clock_and_the_step_are_one_entry(talk: Any) -> None:
    before = talk.last()
    talk.issue("paspoort-aanvragen", at="09:10")
    assert [each.what for each in talk.hall.journal(before)] == ["issued"]
    talk.ok("leave", "09:11", ticket="K001")
    assert talk.ok("next", "09:12", counter=1)["ticket"] is None
    assert [each.what for each in talk.hall.journal(before)] == ["issued", "left", "clock-set"]


def test_the_clock_never_goes_back(talk: Any) -> None:
    talk.issue("paspoort-aanvragen", at="09:10")
    before = talk.last()
    assert talk.no("issue", "09:09", **ASKED) == ("clock-goes-back", {"now": "2026-03-02T09:10:00+01:00"})
    assert talk.no("screen", "09:09")[0] == "clock-goes-back"
    assert talk.last() == before


def test_a_refused_request_changes_nothing_but_its_time_has_come(talk: Any) -> None:
    before = talk.last()
    assert talk.no("finish", "09:30", counter=1)[0] == "counter-idle"
    assert talk.last() == before
    assert talk.no("issue", "09:29", **ASKED)[0] == "clock-goes-back"
    assert talk.ok("issue", **ASKED)["ticket"]["issued_at"] == "2026-03-02T09:30:00+01:00"


def test_a_question_after_a_refused_request_sees_its_time(talk: Any) -> None:
    talk.no("finish", "09:30", counter=1)
    assert talk.ok("screen")["screen"]["at"] == "2026-03-02T09:30:00+01:00"


def test_a_time_that_another_session_passed_is_let_go(talk: Any) -> None:
    from balie_app.queue.ctl.session import Session

    talk.no("finish", "09:30", counter=1)
    other = Session(talk.hall)
    assert other.answer(b'{"do":"issue","products":["paspoort-aanvragen"],"at":"2026-03-02T09:40:00+01:00"}')["ok"]
    assert talk.ok("issue", **ASKED)["ticket"]["issued_at"] == "2026-03-02T09:40:00+01:00"


def test_asking_twice_at_the_same_time_writes_once(talk: Any) -> None:
    talk.ok("screen", "09:10")
    before = talk.last()
    talk.ok("screen", "09:10")
    talk.ok("next", "09:10", counter=1)
    assert talk.last() == before


def test_a_real_hall_has_no_clock_to_set(make_talk: Callable[..., Any]) -> None:
    talk = make_talk(rehearsal=False)
    assert talk.no("issue", "09:00", **ASKED)[0] == "clock-not-settable"
    assert talk.no("screen", "09:00")[0] == "clock-not-settable"
    assert talk.last() == 0
    assert talk.ok("issue", **ASKED)["ticket"]["label"] == "K001"


def test_a_real_hall_opened_as_a_rehearsal_does_nothing(make_talk: Callable[..., Any]) -> None:
    talk = make_talk(rehearsal=False, strange=True)
    assert talk.no("issue", "09:00", **ASKED)[0] == "clock-not-settable"
    assert talk.no("issue", **ASKED)[0] == "not-a-rehearsal"
    assert talk.no("screen")[0] == "not-a-rehearsal"
    assert talk.last() == 0


def test_days_with_a_change_of_the_clock_have_their_own_offset(talk: Any) -> None:
    for at, shown in (("2026-03-29T00:30:00+00:00", "01:30:00+01:00"), ("2026-03-29T01:30:00+00:00", "03:30:00+02:00")):
        assert talk.ok("screen", at)["screen"]["at"] == f"2026-03-29T{shown}"
    talk.issue("paspoort-aanvragen", at="2026-10-25T00:59:00+00:00")
    called = talk.ok("open-counter", "2026-10-25T01:01:00+00:00", counter=1, clerk="anna") and talk.ok(
        "next", counter=1
    )
    assert called["ticket"]["contacts"][0]["waited_minutes"] == 2
    assert called["ticket"]["called_at"] == "2026-10-25T02:01:00+01:00"
