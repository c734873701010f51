"""The machine's clock may jump: no negative waits, no number twice, no step before an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balie_app.queue import commands as c
from balie_app.queue import hall as hall_module
from balie_app.queue.hall import create_hall
from balie_app.queue.rules.hall import HallConfig

BY = c.By("test")
STARTS = st.sampled_from(
    [
        datetime(2030, 1, 14, 9, 0, tzinfo=UTC),
        datetime(2030, 1, 14, 22, 58, tzinfo=UTC),  # two minutes before midnight here
        datetime(2030, 3, 31, 0, 58, tzinfo=UTC),  # summer time begins
        datetime(2030, 10, 27, 0, 58, tzinfo=UTC),  # an hour comes twice
    ]
)
JUMPS = st.lists(st.integers(-26 * 60, 26 * 60), min_size=3, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=STARTS, jumps=JUMPS)
def test_a_real_hall_never_goes_back_in_time(
    tmp_path_factory: pytest.TempPathFactory, make_config: Callable[..., HallConfig], start: datetime, jumps: list[int]
) -> None:
    folder: Path = tmp_path_factory.mktemp("jump")
    with pytest.MonkeyPatch.context() as patch, closing(create_hall(folder / "hall.db", make_config())) as hall:
        wall = start
        patch.setattr(hall_module, "wall_clock", lambda: wall)
        given_numbers = []
        for jump in jumps:
            visit = hall.perform(c.Issue(("paspoort",)), BY)
            given_numbers.append((visit.day, visit.label))
            wall += timedelta(minutes=jump)
            hall.perform(c.OpenCounter(1, "anna"), BY)  # a new day closes what the one before left open
            called = hall.perform(c.CallNext(1), BY)
            if called is not None:
                assert called.waited_ms >= 0
                assert called.called_at >= called.arrived_at
                hall.perform(c.Start(1), BY)
                hall.perform(c.Finish(1), BY)
            assert all(wait.p10 >= 0 for wait in hall.view().waits.values())
        assert len(set(given_numbers)) == len(given_numbers)
        times = [each.at for each in hall.journal()]
        assert times == sorted(times)


def test_numbers_go_on_through_the_hour_that_comes_twice(hall_url: str, make_config: Callable[..., HallConfig]) -> None:
    with closing(create_hall(hall_url, make_config(), rehearsal=True)) as hall:
        labels = []
        for minutes in (0, 30, 60, 90, 120):
            moment = datetime(2030, 10, 26, 23, 45, tzinfo=UTC) + timedelta(minutes=minutes)
            hall.perform(c.SetClock(at=moment, speed=0), BY)
            labels.append(hall.perform(c.Issue(("paspoort",)), BY).label)
        assert labels == ["K001", "K002", "K003", "K004", "K005"]
        hall.perform(c.OpenCounter(1, "anna"), BY)
        assert hall.perform(c.CallNext(1), BY).waited_ms == 120 * 60_000
