"""The order of announcements, on a clock of our own."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from balie_app.queue.views import Call
from balie_app.ui.screen.announce import LIMIT_SECONDS, MOST_WAITING, PAUSE_SECONDS, Announcement, Announcements

AT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)


def call(seq: int) -> Call:
    return Call(seq, f"A{seq:03d}", seq % 9 + 1, AT)


def calls(*seqs: int) -> list[Call]:
    return [call(seq) for seq in seqs]


class Hall:
    """Plays announcements one after another and notes when each began and ended."""

    def __init__(self, sound: float) -> None:
        self.line = Announcements()
        self.sound = sound
        self.now = 0.0
        self.turns: list[tuple[float, float, Announcement]] = []

    def run(self, until: float) -> None:
        while self.now < until:
            turn = self.line.next(self.now)
            if turn is not None:
                self.turns.append((self.now, self.now + self.sound, turn))
                self._ends = self.now + self.sound
            if self.line.current is not None and self.now >= self._ends:
                self.line.finished(self.now)
            self.now = round(self.now + 0.25, 2)

    @property
    def announced(self) -> list[int]:
        return [each.seq for _, _, turn in self.turns for each in turn.calls]


arrivals = st.lists(st.tuples(st.floats(0, 20), st.integers(0, 14)), max_size=12)


@given(arrivals, st.sampled_from((0.0, 1.25, 5.0, 9.0)))
def test_every_call_is_announced_once_in_order_and_never_over_another(
    groups: list[tuple[float, int]], sound: float
) -> None:
    hall, seq = Hall(sound), 0
    for wait, count in groups:
        hall.run(hall.now + wait)
        hall.line.add(calls(*range(seq + 1, seq + count + 1)))
        seq += count
    hall.run(hall.now + 2 * (MOST_WAITING + 1) * (max(sound, 4.0) + 1))
    assert hall.announced == list(range(1, seq + 1))
    for (_, end, _), (start, _, _) in zip(hall.turns, hall.turns[1:], strict=False):
        assert start >= end + PAUSE_SECONDS - 0.25
    assert all(len(turn.calls) == 1 for _, _, turn in hall.turns if turn.spoken)


@given(st.integers(1, 4), st.sampled_from((1.25, 5.0, 9.0)))
def test_in_an_endless_rush_no_call_waits_longer_than_two_minutes_and_some_are_still_spoken(
    each_second: int, sound: float
) -> None:
    hall, made = Hall(sound), {}
    for second in range(240):
        new = range(second * each_second + 1, (second + 1) * each_second + 1)
        made |= dict.fromkeys(new, hall.now)
        hall.line.add(calls(*new))
        hall.run(second + 1)
    heard = {each.seq: start for start, _, turn in hall.turns for each in turn.calls}
    assert max(heard[seq] - made[seq] for seq in heard) <= 120
    assert sum(turn.spoken for _, _, turn in hall.turns) >= 240 / (2 * (max(sound, 4) + 1)) / 2


def test_five_calls_at_once_are_all_spoken() -> None:
    hall = Hall(5.0)
    hall.line.add(calls(1, 2, 3, 4, 5))
    hall.run(60)
    assert [turn.spoken for _, _, turn in hall.turns] == [True] * 5


def test_when_more_than_five_wait_the_oldest_share_one_gong() -> None:
    line = Announcements()
    line.add(calls(*range(1, 9)))
    first = line.next(0)
    assert first == Announcement(tuple(calls(1, 2, 3)), spoken=False)
    assert [each.seq for each in line.waiting] == [4, 5, 6, 7, 8]


def test_calls_from_before_the_start_are_not_announced() -> None:
    line = Announcements()
    line.skip(calls(3, 7))
    assert line.add(calls(3, 7)) == ()
    assert line.next(0) is None


def test_a_recall_is_a_new_call() -> None:
    line = Announcements()
    line.add([Call(1, "A001", 2, AT)])
    line.next(0)
    line.finished(5)
    assert line.add([Call(2, "A001", 2, AT), Call(1, "A001", 2, AT)]) == (Call(2, "A001", 2, AT),)


def test_an_old_call_that_comes_into_sight_again_is_not_announced() -> None:
    line = Announcements()
    line.add(calls(11, 12))
    assert line.add(calls(9, 11, 12), after=10) == ()


def test_a_call_that_was_taken_back_while_it_waited_is_not_announced() -> None:
    hall = Hall(3.0)
    hall.line.add(calls(1, 2, 3))
    hall.line.keep([1, 3])
    hall.run(30)
    assert hall.announced == [1, 3]


def test_a_loudspeaker_that_never_answers_does_not_silence_the_next_call() -> None:
    line = Announcements()
    line.add(calls(1, 2))
    line.next(0)
    assert line.next(LIMIT_SECONDS - 0.1) is None
    assert line.next(LIMIT_SECONDS) == Announcement((call(2),), spoken=True)


def test_after_a_restart_of_the_hall_small_numbers_are_new_again() -> None:
    line = Announcements()
    line.add(calls(50))
    line.restart()
    assert line.waiting == ()
    assert line.add(calls(1)) == (call(1),)


def test_memory_of_heard_calls_does_not_grow_for_ever() -> None:
    line = Announcements()
    line.skip(calls(*range(1, 12000)))
    assert line.add(calls(11999)) == ()
    assert len(line._known) <= 10000
