"""The comparison that ships with the demo day: made once by ``balie simulate real``, read by the demo's window.

Made again with: ``./balie simulate real --series --json resources/demo/praga-poludnie-2020-01-14/by-contact-type.json``
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from balie_app.paths import resource
from balie_app.queue.experiment.real import DEMO_FOLDER

FILE = "by-contact-type.json"


@dataclass(frozen=True, slots=True)
class Track:
    """The day under one arrangement. Minutes; shares from 0 to 1."""

    mean: float
    p90: float
    within_15: float
    worst_queue: str
    worst_mean: float
    queue_means: dict[str, float]
    waiting: dict[str, tuple[float, ...]]
    """People waiting by queue, per step of the day."""

    @property
    def total(self) -> tuple[float, ...]:
        """People waiting in all queues, per step of the day."""
        return tuple(sum(each) for each in zip_longest(*self.waiting.values(), fillvalue=0.0))

    def at(self, step: int) -> dict[str, float]:
        """People waiting by queue at a step; nobody after the end."""
        return {queue: line[step] if step < len(line) else 0.0 for queue, line in self.waiting.items()}


@dataclass(frozen=True, slots=True)
class QueueName:
    """What a queue is for."""

    dutch: str
    english: str
    contact_type: str


@dataclass(frozen=True, slots=True)
class SameDay:
    """One day under all arrangements."""

    day: str
    visitors: int
    begin: int
    """Minute since midnight of the first step."""
    step: int
    """Minutes in a step."""
    repeats: int
    queues: dict[str, QueueName]
    tracks: dict[str, Track]
    """By arrangement: recorded, departments, same, neighbours, generalists."""

    @property
    def steps(self) -> int:
        """How many steps the day has."""
        return max(len(each.total) for each in self.tracks.values())


def shipped_day() -> SameDay:
    """The demo day, as the command left it."""
    return same_day(json.loads(resource(*DEMO_FOLDER, FILE).read_text(encoding="utf-8")))


def same_day(document: dict[str, Any]) -> SameDay:
    """The first day of a document that was saved with series."""
    held = document["days"][0]
    arranged = {"recorded": held["recorded"], "departments": held["departments"], **held["by_contact_type"]}
    return SameDay(
        held["day"],
        held["visitors"],
        held["series_begin"],
        held["series_step"],
        len(document["settings"]["seeds"]),
        {
            queue: QueueName(each["dutch_product"], each["matter"], each["contact_type"])
            for queue, each in held["queues"].items()
        },
        {name: _track(each) for name, each in arranged.items()},
    )


def _track(held: dict[str, Any]) -> Track:
    return Track(
        mean=held["mean"]["value"],
        p90=held["p90"]["value"],
        within_15=held["within_15"]["value"],
        worst_queue=held["worst_queue"]["queue"],
        worst_mean=held["worst_queue"]["mean"],
        queue_means={queue: each["mean"] for queue, each in held["by_queue"].items()},
        waiting={queue: tuple(line) for queue, line in held["waiting"].items()},
    )
