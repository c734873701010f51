"""The norm is worked out beside the window, and told in its strip."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QObject

from balie_app.queue.store.watch import Watch
from balie_app.queue.views import HallView
from balie_app.ui.host import watcher as watching
from balie_app.ui.host.watcher import NormWatcher


class Looks:
    """Counts the looks, and answers each."""

    def __init__(self) -> None:
        self.at: list[datetime] = []

    def __call__(self, _view: HallView, now: datetime) -> Watch:
        self.at.append(now)
        return Watch((), None)


@pytest.fixture
def looks() -> Looks:
    return Looks()


@pytest.fixture
def eye(fake_link, looks, qtbot):
    parent = QObject()
    made = NormWatcher(fake_link, parent, looks)
    made.begin()
    yield made
    made.end()


def test_a_change_is_looked_at_once_and_a_storm_of_changes_once_more(
    eye, fake_link, looks, sample_view, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(watching, "PAUSE_MS", 30)
    for _ in range(20):
        fake_link.send(sample_view)
    assert len(looks.at) == 1
    with qtbot.waitSignal(eye.found):
        pass
    assert len(looks.at) == 2


def test_nothing_is_worked_out_for_a_window_that_is_hidden(eye, fake_link, looks, sample_view) -> None:
    eye.end()
    fake_link.send(sample_view)
    assert looks.at == []


def test_a_slow_look_is_never_started_twice(eye, fake_link, looks, sample_view, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(fake_link, "consider", lambda thought, done: asked.append((thought, done)))
    fake_link.send(sample_view)
    eye._pause.stop()
    fake_link.send(sample_view)
    assert len(asked) == 1
    thought, done = asked[0]
    done(thought())
    assert len(asked) == 2


def test_without_a_picture_there_is_nothing_to_watch(eye, looks) -> None:
    eye.see()
    assert looks.at == []
