"""A window's link to a real hall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from balie_app.queue.commands import By, CallNext, Issue, OpenCounter
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.rules.refused import Refused
from balie_app.ui.link import HallLink

WAIT = 20_000


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("three-counters", "Voorbeeldstad", "nl"))
    yield made
    made.close()


@pytest.fixture
def link(tmp_path: Path) -> Iterator[HallLink]:
    made = HallLink(str(tmp_path / "hall.db"), By("test"))
    yield made
    made.stop()


def started(link: HallLink, qtbot: QtBot) -> HallLink:
    with qtbot.waitSignal(link.changed, timeout=WAIT):
        link.start()
    return link


def test_the_first_picture_comes_by_itself(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    assert link.view is not None
    assert link.view.config.municipality == "Voorbeeldstad"
    assert link.is_online


def test_a_command_answers_on_this_thread_and_the_picture_follows(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    answers: list[Any] = []
    link.do(Issue(contact_type="quick"), answers.append)
    qtbot.waitUntil(lambda: bool(answers) and bool(link.view and link.view.contacts), timeout=WAIT)
    assert answers[0].label == "K001"


def test_what_another_process_does_is_seen(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    hall.perform(Issue(contact_type="quick"), By("elders"))
    qtbot.waitUntil(lambda: bool(link.view and link.view.contacts), timeout=WAIT)


def test_a_refusal_without_a_handler_becomes_a_sentence(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    with qtbot.waitSignal(link.refused, timeout=WAIT) as said:
        link.do(CallNext(1))
    assert said.args == ["Balie 1 is niet open. Open de balie eerst."]


def test_a_refusal_with_a_handler_goes_there(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    caught: list[BaseException] = []
    link.do(OpenCounter(99, "anna"), failed=caught.append)
    qtbot.waitUntil(lambda: bool(caught), timeout=WAIT)
    assert isinstance(caught[0], Refused)
    assert caught[0].code == "no-such-counter"


def test_a_question_is_answered(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    answers: list[Any] = []
    link.ask(lambda each: len(each.journal()), answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)


def test_a_link_started_before_its_hall_finds_it_when_it_is_made(tmp_path: Path, link: HallLink, qtbot: QtBot) -> None:
    with qtbot.waitSignal(link.changed, timeout=WAIT):
        link.start()
        create_hall(tmp_path / "hall.db", template("three-counters", "Voorbeeldstad", "nl")).close()
    assert link.is_online


def test_an_absent_hall_is_never_made_by_looking(tmp_path: Path, link: HallLink, qtbot: QtBot) -> None:
    caught: list[BaseException] = []
    link.start()
    link.do(CallNext(1), failed=caught.append)
    qtbot.waitUntil(lambda: bool(caught), timeout=WAIT)
    assert not (tmp_path / "hall.db").exists()


def test_the_clock_ticks_between_pictures(hall: Hall, link: HallLink, qtbot: QtBot) -> None:
    started(link, qtbot)
    assert link.view is not None
    assert link.now() >= link.view.read_at
