"""A line with a key is carried out once, however often and by whomever it is repeated."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from balie_app.queue.ctl.changes import CHANGES
from balie_app.queue.ctl.session import WORDS, Session, kept_key
from balie_app.queue.hall import open_hall
from balie_app.queue.rules.privacy import contains_bsn

ASKED = {"products": ["paspoort-aanvragen"]}


def test_the_same_line_twice_gives_one_number(talk: Any) -> None:
    first = talk.ok("issue", key="a", **ASKED)
    before = talk.last()
    assert talk.ok("issue", key="a", **ASKED) == first
    assert talk.last() == before
    assert talk.issue("paspoort-aanvragen", key="b") == "K002"
    assert talk.issue("paspoort-aanvragen") == "K003"


def test_another_session_finds_it_too(talk: Any, hall_url: str) -> None:
    line = json.dumps({"do": "issue", "key": "a", **ASKED}).encode()
    first = talk.line(line)
    hall = open_hall(hall_url)
    assert Session(hall).answer(line) == first
    hall.close()


def test_every_step_of_a_visit_can_be_repeated(talk: Any) -> None:
    lines: list[dict[str, Any]] = [
        {"do": "book", "products": ["gegevens-verbeteren"], "start": talk.time("12:00")},
        {"do": "quick-contact", "topic": "route"},
        {"do": "issue", **ASKED},
        {"do": "next", "counter": 1},
        {"do": "recall", "counter": 1},
        {"do": "start", "counter": 1},
        {"do": "add-contact", "counter": 1, **ASKED},
        {"do": "undo", "counter": 1},
        {"do": "park", "counter": 1, "note": "foto"},
        {"do": "resume", "counter": 1, "ticket": "K001"},
        {"do": "call", "counter": 1, "ticket": "K001"},
        {"do": "pause-counter", "counter": 2},
        {"do": "close-day"},
        {"do": "undo-configure"},
    ]
    for line in lines:
        asked = {**line, "key": "één"}
        first = talk.line(json.dumps(asked).encode())
        if line["do"] == "undo-configure":
            assert first["code"] == "no-earlier-setup"
            continue
        assert first["ok"], (line, first)
        before = talk.last()
        again = talk.line(json.dumps(asked).encode())
        assert again["ok"], (line, again)
        assert set(again) == set(first)
        assert talk.last() == before


def test_what_was_taken_back_since_is_answered_with_its_ticket(talk: Any) -> None:
    talk.issue("paspoort-aanvragen")
    talk.ok("next", counter=1)
    talk.ok("start", counter=1)
    added = {"do": "add-contact", "counter": 1, "key": "a", **ASKED}
    talk.line(json.dumps(added).encode())
    talk.ok("undo", counter=1, key="b")
    before = talk.last()
    assert talk.line(json.dumps(added).encode())["ticket"]["label"] == "K001"
    assert talk.ok("undo", counter=1, key="b")["ticket"]["label"] == "K001"
    assert talk.last() == before


def test_the_other_fields_of_a_repeated_line_do_not_count(talk: Any) -> None:
    assert talk.issue("paspoort-aanvragen", key="a") == "K001"
    assert talk.ok("issue", products=["betalingsregeling"], key="a")["ticket"]["label"] == "K001"


def test_a_step_that_changed_nothing_did_not_use_its_key(talk: Any) -> None:
    assert talk.ok("next", counter=1, key="a")["ticket"] is None
    assert talk.no("start", counter=1, key="a")[0] == "counter-idle"
    talk.issue("paspoort-aanvragen")
    assert talk.ok("next", counter=1, key="a")["ticket"]["label"] == "K001"
    assert talk.ok("start", counter=1, key="a")["ticket"]["state"] == "serving"


def test_a_repeat_a_day_later_is_not_another_visitor_s_ticket(make_talk: Callable[..., Any]) -> None:
    talk = make_talk()
    assert talk.issue("paspoort-aanvragen", at="09:00", key="a") == "K001"
    assert talk.issue("paspoort-aanvragen", at="2026-03-03T09:00:00+01:00", key="b") == "K001"
    assert talk.no("issue", key="a", **ASKED)[0] == "no-such-ticket"


@pytest.mark.parametrize("key", ["", " ", 5, ["a"], "a" * 201, "a\nb", "\ud800", True])
def test_a_key_is_a_text(talk: Any, key: Any) -> None:
    before = talk.last()
    assert talk.no("issue", key=key, **ASKED)[1]["field"] == "key"
    assert talk.last() == before


def test_questions_have_no_key(talk: Any) -> None:
    for word in set(WORDS) - set(CHANGES):
        assert talk.no(word, key="a")[0] == "bad-request"


@pytest.mark.parametrize("word", CHANGES)
def test_what_is_kept_of_a_key_fits_and_holds_no_citizen_service_number(word: str) -> None:
    kept = kept_key(word, "111222333")
    assert len(kept) <= 64
    assert not contains_bsn(kept)
    assert "111222333" not in kept
    assert kept != kept_key(word, "111222334")
