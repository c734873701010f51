"""A commit of another process is heard at once, not at the next look."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from balie_app.queue.commands import By, Issue
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.store import feed
from balie_app.queue.store.doorbell import Doorbell


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", template("one-desk", "Voorbeeld"))
    yield made
    made.close()


@pytest.fixture
def bell(tmp_path: Path, hall: Hall) -> Iterator[Doorbell]:
    made = Doorbell(tmp_path / "hall.db")
    if not made.works:
        pytest.skip("this system does not tell who writes a file")
    yield made
    made.close()


def test_a_step_rings(hall: Hall, bell: Doorbell) -> None:
    hall.perform(Issue(contact_type="quick"), By("host"))
    assert bell.wait(60)


def test_another_file_in_the_folder_does_not(tmp_path: Path, bell: Doorbell) -> None:
    with (tmp_path / "anders.txt").open("w", encoding="utf-8") as other:
        other.write("x")
        other.flush()
    assert not bell.wait(1)


def test_a_bell_that_was_closed_is_silent(bell: Doorbell) -> None:
    bell.close()
    assert not bell.works
    assert not bell.wait(0)


def test_the_feed_hears_a_step_long_before_its_next_look(
    hall: Hall, bell: Doorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "WATCH_SECONDS", 30.0)
    heard = threading.Semaphore(0)
    follower = feed.Feed(hall.where, heard.release, lambda _online: None)
    follower.start()
    assert heard.acquire(timeout=60)  # "look", right after the start
    hall.perform(Issue(contact_type="quick"), By("host"))
    assert heard.acquire(timeout=25)
    follower._stop.set()
    hall.perform(Issue(contact_type="quick"), By("host"))  # wakes it
    follower.stop()


def test_without_a_bell_the_feed_looks_now_and_then(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balie_app.queue.store.doorbell._watch", lambda _folder: -1)
    heard = threading.Semaphore(0)
    follower = feed.Feed(hall.where, heard.release, lambda _online: None)
    follower.start()
    assert heard.acquire(timeout=60)
    hall.perform(Issue(contact_type="quick"), By("host"))
    assert heard.acquire(timeout=60)
    follower.stop()
