"""Trouble before it happens, and the one action that helps most."""

from __future__ import annotations

import pytest

from balie_app.queue.dispatch.futures import Coming, Scene, Talk, Waiting
from balie_app.queue.dispatch.norm import best, call_first, dangers, effects, let_also, open_counter
from balie_app.queue.rules.choose import strictness

FUTURES = 64


def person(key, places, due=None, minutes=12.0, arrival=-5.0):
    return Waiting(key, frozenset(places), minutes, 0.6, arrival=arrival, due=due)


@pytest.fixture
def pressed():
    """One private room, in use for long; two private appointments near their norm; a free stand-up counter."""
    people = [person("first", {0}, due=3.0, minutes=25), person("second", {0}, due=4.0, minutes=25)]
    return Scene(
        people,
        [Coming("later", frozenset({0}), 25.0, 0.5, start=10.0)],
        [Talk("t", 2.0, 25.0, 0.5), None],
        strictness(0.5),
    )


def private(each):
    return each.places >= {0}


def test_each_appointment_has_the_time_left_and_the_chance_that_its_norm_breaks(pressed):
    found = dangers(pressed, FUTURES)
    assert {each.key: each.left for each in found} == {"first": 3.0, "second": 4.0}
    assert found[0].chance > 0.8
    calm = Scene([person("calm", {1}, due=10.0)], [], [None, None], strictness(0.5))
    assert dangers(calm, FUTURES)[0].chance == 0


def test_walk_ins_have_no_norm_in_danger(pressed):
    scene = Scene([person("walk-in", {0})], [], pressed.counters, pressed.strict)
    assert dangers(scene, FUTURES) == []
    assert dangers(Scene([], [], [], pressed.strict), FUTURES) == []


def test_opening_a_room_helps_most_when_the_room_is_what_lacks(pressed):
    actions = [
        open_counter(pressed, lambda each: False, ("stand_up", 5)),
        open_counter(pressed, private, ("room", 4)),
        call_first(pressed, "second", ("second",)),
    ]
    chosen = best(pressed, actions, FUTURES)
    assert chosen is not None
    assert (chosen.action.code, chosen.action.about) == ("open", ("room", 4))
    assert chosen.kept > 0.8
    assert chosen.helps


def test_a_clerk_who_may_also_help_them_keeps_the_norm(pressed):
    effect = best(pressed, [let_also(pressed, 1, private, ("anna", "private"))], FUTURES)
    assert effect is not None
    assert effect.kept > 0.8


def test_an_action_that_does_nothing_is_not_advised(pressed):
    useless = open_counter(pressed, lambda each: False, ("stand_up", 5))
    (effect,) = effects(pressed, [useless], FUTURES)
    assert (effect.kept, effect.error, effect.minutes) == (0, 0, 0)
    assert best(pressed, [useless], FUTURES) is None


def test_calling_somebody_first_moves_no_promise_and_may_cost_another(pressed):
    scene = Scene(
        [person("due", {0}, due=8.0), person("long", {0}, due=60.0, minutes=40)],
        [],
        [Talk("t", 10.0, 12.0, 0.3)],
        strictness(0.5),
    )
    (effect,) = effects(scene, [call_first(scene, "long", ("long",))], FUTURES)
    assert effect.kept < 0


def test_opening_a_counter_lets_walk_ins_be_called_earlier():
    people = [person(f"p{n}", {0}) for n in range(4)]
    scene = Scene(people, [], [Talk("t", 1.0, 12.0, 0.6)], strictness(0.5))
    (effect,) = effects(scene, [open_counter(scene, lambda each: True, ("quick", 2))], FUTURES)
    assert effect.minutes > 5
    assert effect.kept == 0


def test_the_same_question_gets_the_same_answer(pressed):
    actions = [call_first(pressed, "first", ("first",)), open_counter(pressed, private, ("room", 4))]
    assert effects(pressed, actions, FUTURES) == effects(pressed, actions[::-1], FUTURES)
