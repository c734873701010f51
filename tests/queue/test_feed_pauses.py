"""How long the change feed waits before it tries a database again that went away."""

from __future__ import annotations

from pathlib import Path

import pytest

from balie_app.queue.store.feed import FIRST_PAUSE, Feed


def test_a_database_that_came_back_is_tried_soon_when_it_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = Feed(str(tmp_path / "hall.db"), lambda: None, lambda on: None)
    pauses: list[float] = []
    turns = iter([False, False, False, True, False])  # whether the database answers before it goes again

    def watch() -> None:
        answers = next(turns, None)
        if answers is None:
            feed._stop.set()
            return
        if answers:
            feed._back_online()
        raise OSError

    monkeypatch.setattr(feed, "_watch_file", watch)
    monkeypatch.setattr(feed._stop, "wait", pauses.append)
    feed._run()
    assert pauses == [FIRST_PAUSE, FIRST_PAUSE * 2, FIRST_PAUSE * 4, FIRST_PAUSE, FIRST_PAUSE * 2]
