"""Which calls hang on the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from balie_app.queue.rules.hall import Counter, CounterType
from balie_app.queue.views import Call, HallView
from balie_app.ui.screen.board import MOST_ROWS, Board

AT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
MakeView = Callable[..., HallView]


def calls(*seqs: int) -> tuple[Call, ...]:
    return tuple(Call(seq, f"A{seq:03d}", seq % 3 + 1, AT) for seq in sorted(seqs, reverse=True))


def listed(board: Board, now: float = 0.0, speed: float = 1.0) -> list[int]:
    return [call.seq for call in board.earlier(now, speed)]


def test_the_newest_is_large_and_five_before_it_are_listed(make_view: MakeView) -> None:
    board = Board()
    board.take(make_view(calls=calls(*range(1, 10))), "", 0.0)
    assert board.large is not None
    assert board.large.seq == 9
    assert listed(board) == [8, 7, 6, 5, 4]


def test_an_announced_call_is_large_while_later_ones_are_already_listed(make_view: MakeView) -> None:
    board = Board()
    board.take(make_view(calls=calls(1, 2)), "", 0.0)
    view = make_view(calls=calls(1, 2, 3, 4))
    board.take(view, "", 5.0)
    board.announce((view.calls[1],), 5.0)
    assert board.large is not None
    assert board.large.seq == 3
    assert listed(board, 5.0) == [4, 2, 1]


def test_a_highlight_ends_after_ten_seconds(make_view: MakeView) -> None:
    board, view = Board(), make_view(calls=calls(1))
    board.take(view, "", 0.0)
    assert not board.fresh(view.calls[0], 0.0)
    board.announce(view.calls, 1.0)
    assert board.fresh(view.calls[0], 10.9)
    assert board.next_change(3.0) == pytest.approx(8.0)
    assert not board.fresh(view.calls[0], 11.0)
    assert board.next_change(11.0) is None


def test_a_ticket_is_listed_once_with_its_latest_call(make_view: MakeView) -> None:
    board = Board()
    again = Call(9, "A001", 3, AT)
    board.take(make_view(calls=(again, *calls(1, 2))), "", 0.0)
    assert board.large == again
    assert listed(board) == [2]


def test_in_a_rush_the_list_grows_and_shrinks_again(make_view: MakeView) -> None:
    board = Board()
    board.take(make_view(calls=()), "", 0.0)
    board.take(make_view(calls=calls(*range(1, 12))), "", 1.0)
    assert len(listed(board, 2.0)) == MOST_ROWS
    assert len(listed(board, 40.0)) == 5
    assert len(listed(board, 2.0, speed=120.0)) == 5


def test_a_call_that_was_taken_back_leaves_the_wall(make_view: MakeView) -> None:
    board = Board()
    board.take(make_view(calls=calls(1, 2, 3)), "", 0.0)
    board.announce(calls(3), 0.0)
    board.take(make_view(calls=calls(1, 2)), "", 1.0)
    assert board.large is not None
    assert board.large.seq == 2
    assert listed(board) == [1]


def test_a_zone_shows_its_own_calls_and_remembers_them_when_the_hall_is_busy_elsewhere(make_view: MakeView) -> None:
    view = make_view(calls=())
    kinds = CounterType.STAND_UP
    config = replace(view.config, counters=(Counter(1, kinds, zone="noord"), Counter(2, kinds, zone="zuid")))
    north = Call(5, "A005", 1, AT)
    board = Board()
    board.take(replace(view, config=config, calls=(Call(6, "A006", 2, AT), north)), "noord", 0.0)
    assert board.calls == (north,)
    south = tuple(Call(seq, f"K{seq:03d}", 2, AT) for seq in range(30, 18, -1))
    board.take(replace(view, config=config, calls=south), "noord", 1.0)
    assert board.calls == (north,)
    assert board.large == north
