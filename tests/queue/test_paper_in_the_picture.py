"""Paper in the picture of the hall: as it stands, in the order in which it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from balie_app.queue import commands as c


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


def test_yesterdays_paper_is_not_in_the_picture(make_play: Callable[..., Any]) -> None:
    play = make_play()
    play.do(c.Issue(("paspoort",), printer="hal"))
    assert jobs(play) == [("K001", "queued")]
    play.later(days=1)
    assert jobs(play) == []
