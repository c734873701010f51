"""The heads and lengths of waiting lists, in one statement for all kinds: the same on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.rules.hall import HallConfig
from balie_app.queue.store import expected, waiting

BY = c.By("test")


@pytest.fixture
def hall(hall_url: str, make_config: Callable[..., HallConfig]) -> Iterator[Hall]:
    with closing(create_hall(hall_url, make_config())) as made:
        yield made


def walk_ins(hall: Hall, kind: str, count: int) -> list[str]:
    return [hall.perform(c.Issue(contact_type=kind), BY).label for _ in range(count)]


def test_of_each_kind_the_first_few_are_read_in_their_order(hall: Hall) -> None:
    quick, extended = walk_ins(hall, "quick", 5), walk_ins(hall, "extended", 2)
    with hall.looking() as work:
        rows = expected._first_of_each(("extended", "quick")).all(work.connection, {"today": work.day})
    assert [row.label for row in rows if row.which == 1] == extended
    assert [row.label for row in rows if row.which == 3] == quick[: expected.PLAYED]
    assert {row.which for row in rows} == {1, 3}


def test_only_the_lengths_of_the_asked_lists_are_counted_and_no_further_than_it_matters(hall: Hall) -> None:
    walk_ins(hall, "quick", expected.COUNTED + 3)
    walk_ins(hall, "extended", 7)
    with hall.looking() as work:
        asked = expected._lengths(("extended", "quick", "private"), (1, 3)).all(work.connection, {"today": work.day})
    assert {row.which: row.length for row in asked} == {1: 7, 3: expected.COUNTED}


def test_the_heads_that_a_counter_may_call_come_with_what_their_visit_needs(hall: Hall) -> None:
    hall.perform(c.Issue(contact_type="quick", needs=("wheelchair",), language="en"), BY)
    walk_ins(hall, "quick", 4)
    with hall.looking() as work:
        asked = {"day": work.day, "counter": 1, "now": work.now}
        rows = waiting._heads(("extended", "quick"), 3).all(work.connection, asked)
    assert [(row.which, row.label, row.needs, row.language) for row in rows] == [
        (4, "K001", ("wheelchair",), "en"),
        (4, "K002", (), "nl"),
        (4, "K003", (), "nl"),
    ]
