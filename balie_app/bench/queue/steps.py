"""The queue: what a step costs through the whole use case, beside the raw floor of the disk or server."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from balie_app.bench.measure import Figure, figure, machine_load, most_memory_mib, timed
from balie_app.bench.queue.crowd import Sustained, sustained
from balie_app.bench.queue.filling import add_old, add_waiting, walk_in_products
from balie_app.bench.queue.floor import raw_floor
from balie_app.queue import commands as c
from balie_app.queue.config.templates import template
from balie_app.queue.hall import Hall
from balie_app.queue.rules.hall import Clerk, HallConfig

WAITING = (10, 1_000, 10_000)
LOOKS = (10, 100, 1_000)
BY = c.By("bench")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    rounds: int = 300
    old: int = 1_000_000
    processes: int = 8
    seconds: float = 10.0


@dataclass(slots=True)
class Findings:
    """What came out."""

    floor: Figure | None = None
    issue: dict[int, Figure] = field(default_factory=dict)
    call: dict[int, Figure] = field(default_factory=dict)
    old: tuple[Figure, Figure] | None = None
    """Issue and call next at 1,000 waiting, with many old contacts."""
    view: dict[int, Figure] = field(default_factory=dict)
    sustained: Sustained | None = None
    grown_mib: float = 0.0
    """Memory that this process took more, during all steps after the first hundred."""
    load: float = 0.0
    """How busy the machine was before the crowd came: processes that want to run, over the last minute."""


Say = Callable[[str], None]


def bench_config() -> HallConfig:
    """Ten counters in the way of Haarlem's hall, always open, each with a clerk who can do all."""
    base = template("haarlem", "Voorbeeldstad")
    clerks = tuple(Clerk(f"bench{each.number}", f"Bench {each.number}", frozenset({"*"})) for each in base.counters)
    return replace(base, clerks=clerks, opening=replace(base.opening, weekdays={}))


def measure(hall: Hall, where: str, size: Size, say: Say) -> Findings:
    """All figures of the queue; ``hall`` is new and holds :func:`bench_config`."""
    config, found = hall.config(), Findings()
    for counter in config.counters:
        hall.perform(c.OpenCounter(counter.number, f"bench{counter.number}"), BY)
    say("bodem: één losse opslag")
    found.floor = raw_floor(where)
    _steps(hall, config, 100)
    begun, waiting = most_memory_mib(), 0
    for wanted in sorted({*WAITING, *LOOKS}):
        say(f"{wanted} wachtenden")
        add_waiting(hall, config, waiting, wanted)
        waiting = wanted
        if wanted in LOOKS:
            found.view[wanted] = figure([timed(hall.view) for _ in range(20)])
        if wanted in WAITING:
            found.issue[wanted], found.call[wanted] = _steps(hall, config, size.rounds)
    found.grown_mib = most_memory_mib() - begun
    _with_old(hall, config, size, found, say)
    found.load = machine_load()
    say(f"{size.processes} stations tegelijk")
    found.sustained = sustained(where, size.processes, size.seconds)
    return found


def _with_old(hall: Hall, config: HallConfig, size: Size, found: Findings, say: Say) -> None:
    for done in add_old(hall, size.old):
        say(f"{done} oude contacten")
    found.old = _steps(hall, config, size.rounds)


def _steps(hall: Hall, config: HallConfig, rounds: int) -> tuple[Figure, Figure]:
    """Issue and call next, by turns, so that as many wait afterwards; conversations are finished unmeasured."""
    draw = random.Random(rounds)  # noqa: S311
    slugs = [each.slug for each in walk_in_products(config)]
    issued, called = [], []
    counters: Iterable[int] = [each.number for each in config.counters]
    for number in range(rounds + 20):
        counter = list(counters)[number % len(config.counters)]
        issue, call = c.Issue((draw.choice(slugs),)), c.CallNext(counter)
        issued.append(_took(hall, issue))
        called.append(_took(hall, call))
        _free(hall, counter)
    return figure(issued[20:]), figure(called[20:])


def _took(hall: Hall, command: Any) -> float:
    return timed(lambda: hall.perform(command, BY))


def _free(hall: Hall, counter: int) -> None:
    with hall.looking() as work:
        somebody = work.at_counter(counter) is not None
    if somebody:
        hall.perform(c.Start(counter), BY)
        hall.perform(c.Finish(counter), BY)
