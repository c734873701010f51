"""A simulated morning goes through the same use cases as people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from balie_app.queue import commands as c
from balie_app.queue.hall import Hall, create_hall
from balie_app.queue.simulation.player import Player
from balie_app.queue.simulation.recorded import demo_day
from balie_app.queue.simulation.rehearsal import rehearsal_config
from balie_app.queue.simulation.visitors import Arrival, visitors

DAY = demo_day()
CONFIG = rehearsal_config(DAY)
ARRIVALS = visitors(DAY, 1, CONFIG.timezone)[:60]
BY = c.By("test")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = create_hall(tmp_path / "hall.db", CONFIG, rehearsal=True)
    made.perform(c.SetClock(ARRIVALS[0].at - timedelta(minutes=1), 0), BY)
    yield made
    made.close()


def ready(hall: Hall, counters: list[int]) -> Player:
    player = Player(hall, ARRIVALS, 3, None, lambda arrival: False)
    codes = player.book_all()
    player.plan(codes, ARRIVALS[0].at)
    player.open_counters(counters)
    return player


def play_on(hall: Hall, player: Player, minutes: float) -> None:
    end = ARRIVALS[0].at + timedelta(minutes=minutes)
    while (due := player.next_due()) is not None and due <= end:
        hall.perform(c.SetClock(max(due, hall.now()), 0), BY)
        player.play(hall.now())


def test_everybody_who_arrives_is_helped_or_missed_in_the_end(hall: Hall) -> None:
    player = ready(hall, [each.number for each in CONFIG.counters])
    play_on(hall, player, 8 * 60)
    view = hall.view()
    assert view.figures.arrived == len(ARRIVALS)
    assert [each for each in view.contacts if each.state != "missed"] == []
    assert view.figures.served + view.figures.missed == len(ARRIVALS)
    assert view.figures.served > 50


def test_everyone_with_an_appointment_checked_in_with_it(hall: Hall) -> None:
    player = ready(hall, [each.number for each in CONFIG.counters])
    play_on(hall, player, 8 * 60)
    expected = sum(each.appointment_at is not None for each in ARRIVALS)
    assert sum(each.state == "arrived" for each in hall.view().appointments) == expected > 0


def test_a_counter_that_a_person_took_over_is_left_alone(hall: Hall) -> None:
    player = ready(hall, [4])
    player.take_over(4)
    play_on(hall, player, 60)
    assert hall.view().figures.served == 0
    player.give_back(4)
    player.play(hall.now())
    play_on(hall, player, 120)
    assert hall.view().figures.served > 0


def test_a_conversation_that_a_person_began_is_finished_by_the_simulated_clerk(hall: Hall) -> None:
    player = ready(hall, [4])
    player.take_over(4)
    play_on(hall, player, 1)
    called = hall.perform(c.CallNext(4), BY)
    hall.perform(c.Start(4), BY)
    player.give_back(4)
    play_on(hall, player, 30)
    assert called.label not in {each.label for each in hall.view().contacts if each.counter == 4}


def test_a_press_on_the_dispenser_is_not_issued_twice(hall: Hall) -> None:
    pressed: list[Arrival] = []

    def press(arrival: Arrival) -> bool:
        pressed.append(arrival)
        return True

    player = Player(hall, ARRIVALS, 3, None, press)
    player.plan({}, ARRIVALS[0].at)
    play_on(hall, player, 60)
    assert len(pressed) > 0
    assert hall.view().figures.arrived == len(ARRIVALS) - len(pressed)


def test_the_same_seed_plays_the_same_morning(hall: Hall, tmp_path: Path) -> None:
    twin = create_hall(tmp_path / "twin.db", CONFIG, rehearsal=True)
    twin.perform(c.SetClock(ARRIVALS[0].at - timedelta(minutes=1), 0), BY)
    for each in (hall, twin):
        play_on(each, ready(each, [1, 2, 16, 17, 29]), 30)
    assert [(e.at, e.what, e.ticket) for e in hall.journal()] == [(e.at, e.what, e.ticket) for e in twin.journal()]
    twin.close()
