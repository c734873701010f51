"""Paper in the picture of the hall: complete and as it stands, and read from the database only once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from balie_app.queue import commands as c
from balie_app.queue.store import papers


@contextmanager
def statements(play: Any) -> Iterator[list[str]]:
    """What SQLAlchemy asks the hall's database meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, text: str, *_rest: Any) -> None:
        asked.append(text)

    event.listen(play.hall.engine, "before_cursor_execute", note)
    yield asked
    event.remove(play.hall.engine, "before_cursor_execute", note)


def jobs(play: Any) -> list[tuple[str, str]]:
    return [(job.label, job.state) for job in play.hall.view().print_jobs]


def test_each_change_of_a_job_is_seen_and_the_order_stays(play: Any) -> None:
    for _ in range(3):
        play.do(c.Issue(("paspoort",), printer="hal"))
        play.later(minutes=1)
    assert jobs(play) == [("K001", "queued"), ("K002", "queued"), ("K003", "queued")]
    second = play.hall.view().print_jobs[1]
    play.do(c.PrintOutcome(second.id, "sending"))
    assert jobs(play) == [("K001", "queued"), ("K002", "sending"), ("K003", "queued")]
    play.do(c.PrintOutcome(second.id, "unknown", "restart"))
    assert play.hall.view().print_jobs[1].detail == "restart"
    play.do(c.PrintOutcome(second.id, "printed"))
    assert jobs(play) == [("K001", "queued"), ("K003", "queued")]


def test_a_job_that_is_known_is_not_read_again(play: Any) -> None:
    for _ in range(4):
        play.do(c.Issue(("paspoort",), printer="hal"))
    with statements(play) as first:
        before = play.hall.view().print_jobs
    with statements(play) as again:
        assert play.hall.view().print_jobs == before
    assert [len([text for text in asked if "print_job.content" in text]) for asked in (first, again)] == [1, 0]


def test_many_jobs_are_read_in_parts(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "AT_ONCE", 2)
    for _ in range(5):
        play.do(c.Issue(("paspoort",), printer="hal"))
        play.later(minutes=1)
    with statements(play) as asked:
        assert [label for label, _ in jobs(play)] == ["K001", "K002", "K003", "K004", "K005"]
    assert len([text for text in asked if "print_job.content" in text]) == 3


def test_yesterdays_paper_is_not_in_the_picture(make_play: Callable[..., Any]) -> None:
    play = make_play()
    play.do(c.Issue(("paspoort",), printer="hal"))
    assert jobs(play) == [("K001", "queued")]
    play.later(days=1)
    assert jobs(play) == []
