"""Trouble before it happens: which appointments come in danger of their norm, and which one action helps most.

All from the same sampled futures: an action is played on the very futures in which the trouble was seen, so that the
difference is what the action does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from balie_app.queue.dispatch.futures import FUTURES, Coming, Futures, Scene, Waiting, play_futures
from balie_app.queue.dispatch.kernel import NEVER

SURE = 1.5
"""An action helps when its mean effect exceeds this many standard errors."""
PRESSED = 1e4
"""Minutes that somebody who is called out of order is taken to be late: nobody is more urgent."""

Somebody = Waiting | Coming
S = TypeVar("S", Waiting, Coming)


@dataclass(frozen=True, slots=True)
class Danger:
    """A checked-in appointment and its norm."""

    key: str
    left: float
    """Minutes until the norm is broken; negative: it was."""
    chance: float
    """Share of the futures in which he is called too late."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a host could do now, and the hall as it would stand then."""

    code: str
    """ "open", "also" or "first"; the caller's ``about`` says which counter, clerk or visitor."""
    about: tuple[str | int, ...]
    scene: Scene


@dataclass(frozen=True, slots=True)
class Effect:
    """What an action is expected to do, over everybody with an appointment now and in the next hour or more."""

    action: Action
    kept: float
    """Norms kept that would else be broken (a mean; negative: it does harm)."""
    error: float
    """Standard error of that."""
    minutes: float
    """Minutes that the walk-ins who wait now are called earlier, on average."""

    @property
    def helps(self) -> bool:
        """Whether it surely does good."""
        return self.kept > SURE * self.error and self.kept > 0


def dangers(scene: Scene, futures: int = FUTURES) -> list[Danger]:
    """Each checked-in appointment with the time left and the chance that its norm breaks; the largest chance first."""
    found = play_futures(scene, futures)
    late = _late(found)[:, : found.waiting].mean(axis=0) if found.waiting else np.empty(0)
    due = {each.key: each.due for each in scene.people if each.due is not None}
    chances = ((key, float(chance)) for key, chance in zip(found.keys, late, strict=False))
    known = [Danger(key, due[key], chance) for key, chance in chances if key in due]
    return sorted(known, key=lambda each: (-each.chance, each.left, each.key))


def effects(scene: Scene, actions: Iterable[Action], futures: int = FUTURES) -> list[Effect]:
    """What each action is expected to do; the best first."""
    before = play_futures(scene, futures)
    found = [_effect(scene, before, each, futures) for each in actions]
    return sorted(found, key=lambda each: (-each.kept, -each.minutes, each.action.code, each.action.about))


def best(scene: Scene, actions: Iterable[Action], futures: int = FUTURES) -> Effect | None:
    """The one action that helps most; None when none surely helps."""
    return next((each for each in effects(scene, actions, futures) if each.helps), None)


def _late(found: Futures) -> NDArray[np.bool_]:
    return (found.called > found.due + 1e-6) & (found.due < NEVER / 2)


def _effect(scene: Scene, before: Futures, action: Action, futures: int) -> Effect:
    after = play_futures(action.scene, futures)
    same = [key for key in before.keys if key in set(after.keys)]
    old, new = (np.array([each.keys.index(key) for key in same], dtype=np.int64) for each in (before, after))
    # the norm is that of before: an action may press somebody, but moves no promise
    late_before = _late(before)[:, old]
    late_after = (after.called[:, new] > before.due[:, old] + 1e-6) & (before.due[:, old] < NEVER / 2)
    saved = late_before.sum(axis=1) - late_after.sum(axis=1)
    walk_ins = [index for index, key in enumerate(same) if key in _walk_ins(scene)]
    earlier = before.called[:, old][:, walk_ins] - after.called[:, new][:, walk_ins]
    return Effect(
        action,
        kept=float(saved.mean()),
        error=float(saved.std(ddof=1) / sqrt(len(saved))),
        minutes=float(earlier.mean()) if walk_ins else 0.0,
    )


def _walk_ins(scene: Scene) -> frozenset[str]:
    return frozenset(each.key for each in scene.people if each.due is None and not each.probe)


# -- what could be done ------------------------------------------------------------------------------------


def open_counter(scene: Scene, takes: Callable[[Somebody], bool], about: tuple[str | int, ...]) -> Action:
    """A counter more, free now, for those whom it ``takes``."""
    number = len(scene.counters)
    people, coming = _with_place(scene, number, takes)
    return Action("open", about, replace(scene, people=people, coming=coming, counters=[*scene.counters, None]))


def let_also(scene: Scene, counter: int, takes: Callable[[Somebody], bool], about: tuple[str | int, ...]) -> Action:
    """The clerk at the counter in this position also helps those whom he now ``takes``."""
    people, coming = _with_place(scene, counter, takes)
    return Action("also", about, replace(scene, people=people, coming=coming))


def call_first(scene: Scene, key: str, about: tuple[str | int, ...]) -> Action:
    """Somebody is called before everybody else, by the next counter that may take him."""
    people = [replace(each, due=-PRESSED) if each.key == key else each for each in scene.people]
    return Action("first", about, replace(scene, people=people))


def _with_place(scene: Scene, number: int, takes: Callable[[Somebody], bool]) -> tuple[list[Waiting], list[Coming]]:
    return _added(scene.people, number, takes), _added(scene.coming, number, takes)


def _added(those: Sequence[S], number: int, takes: Callable[[Somebody], bool]) -> list[S]:
    return [replace(each, places=each.places | {number}) if takes(each) else each for each in those]
