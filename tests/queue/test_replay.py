"""The journal is the record: the state and the figures of a hall can be made again from it alone."""

from __future__ import annotations

import os
import random
import tracemalloc
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, select, text

from balie_app.queue import commands as c
from balie_app.queue import desk, replay
from balie_app.queue.figures import BY, figures
from balie_app.queue.hall import Hall
from balie_app.queue.rules.refused import Refused
from balie_app.queue.store import tables

LARGE = bool(os.environ.get("BALIE_TEST_LARGE"))
BY_TEST = c.By("test", "anna")


@pytest.fixture
def lived(play: Any, command_mix: Any) -> Any:
    """A hall in which everything was pressed for three days."""
    draw = random.Random(11)
    for _ in range(3):
        play.open((1, "anna"), (2, "bram"), (3, "daan"), (4, "carla"))
        play.issue("paspoort")
        play.do(c.CallNext(1))
        play.do(c.Undo(1))  # in any case: chance may press it at the wrong moments only
        for step in range(80):
            mix = command_mix.Mix(draw, draw.randint(1, 4), command_mix.seen(play.hall.view()))
            command = mix.any() if step else mix.of(c.Configure)
            if not isinstance(command, c.SetClock | c.CloseDay | c.CloseCounter):
                with suppress(Refused):
                    play.hall.perform(command, BY_TEST)
            play.later(seconds=draw.choice((1, 20, 90)))
        with suppress(Refused):
            play.do(c.CloseDay())
        play.later(hours=20)
    return play


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Connection]:
    """Empty tables, to make a hall again in."""
    engine = create_engine(f"sqlite:///{tmp_path / 'again.db'}")
    tables.metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_state_made_again_from_the_journal_is_the_state(lived: Any, again: Connection) -> None:
    with lived.hall.reading() as connection:
        assert replay.first_difference(connection) is None
        replay.rebuild(connection, again)
        for table in tables.metadata.sorted_tables:
            if table.name in NOT_IN_THE_JOURNAL:
                continue
            shown = [column for column in table.c if column.name not in {"initials", "content", "document"}]
            order = list(table.primary_key.columns)
            here, there = (side.execute(select(*shown).order_by(*order)).all() for side in (connection, again))
            assert [tuple(row) for row in there] == [tuple(row) for row in here], table.name
    kinds = {entry.what for entry in lived.hall.journal(0, 5000)}
    assert len(kinds) > 18
    assert {"undone", "configured", "day-closed"} <= kinds


NOT_IN_THE_JOURNAL = {"hall", "series", "duration"}
"""The head and its clock, the last number of each series, and what was learned: not the record of what happened."""


def test_figures_made_from_the_journal_are_the_figures(lived: Any, again: Connection) -> None:
    start, end = lived.at - timedelta(days=4), lived.at + timedelta(days=1)
    with lived.hall.reading() as connection, lived.hall.looking() as work:
        replay.rebuild(connection, again)
        config = work.whole
        for by in (None, *BY):
            here, there = (figures(side, config, start, end, by) for side in (connection, again))
            assert there == here, by
    assert here["served"]


def long_journal(hall: Hall, entries: int) -> None:
    """Visitors who come, are called and are done, all in one transaction: it is about the length only."""
    commands: list[c.Command] = [c.Issue(("paspoort",)), c.CallNext(1), c.Start(1), c.Finish(1)]
    with closing(hall.engine.connect()) as connection, connection.begin():
        while (head := hall._head(connection, for_update=True)).seq < entries:
            work = hall._work(connection, head, BY_TEST)
            desk.perform(work, commands[(head.seq - FIRST) % 4])
            work.write(None, None)


FIRST = 2
"""Entries before the first visitor: the clock, and a counter that opens."""


def test_the_memory_of_verify_does_not_grow_with_the_journal(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """With BALIE_TEST_LARGE=1 for a hundred thousand entries."""
    monkeypatch.setattr(replay, "AT_ONCE", 100)
    play.open((1, "anna"))
    most = []
    for entries in (5_000, 100_000) if LARGE else (400, 2_400):
        long_journal(play.hall, entries)
        tracemalloc.start()
        with play.hall.reading() as connection:
            assert replay.first_difference(connection) is None
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert most[1] < 1.3 * most[0] + 200_000


def test_the_first_difference_in_a_long_journal_is_named(play: Any) -> None:
    play.open((1, "anna"))
    long_journal(play.hall, 1_500)
    with play.hall.engine.begin() as connection:
        connection.execute(text("UPDATE journal SET actor = 'niemand' WHERE seq IN (777, 1200)"))
    with play.hall.reading() as connection:
        found = replay.first_difference(connection)
    assert found is not None
    assert found.seq == 777
