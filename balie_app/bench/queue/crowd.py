"""Several stations at once, each a process of its own."""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass

from balie_app.bench.measure import Figure, figure
from balie_app.bench.queue.filling import walk_in_products
from balie_app.queue import commands as c
from balie_app.queue.hall import open_hall
from balie_app.queue.rules.refused import Refused
from balie_app.queue.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Sustained:
    """What a crowd of stations did."""

    steps_per_second: float
    step: Figure
    troubles: int


def sustained(where: str, processes: int, seconds: float) -> Sustained:
    """Let so many stations issue, call, start and finish as fast as they can."""
    context = multiprocessing.get_context("spawn")
    ready, go = context.Barrier(processes + 1), context.Event()
    answers: multiprocessing.Queue[tuple[list[float], int]] = context.Queue()
    crowd = [
        context.Process(target=_station, args=(where, number, seconds, ready, go, answers), daemon=True)
        for number in range(processes)
    ]
    for each in crowd:
        each.start()
    ready.wait(120)
    go.set()
    told = [answers.get(timeout=seconds + 60) for _ in crowd]
    for each in crowd:
        each.join()
    took = [each for steps, _ in told for each in steps]
    return Sustained(len(took) / seconds, figure(took), sum(troubles for _, troubles in told))


def _station(where: str, number: int, seconds: float, ready: object, go: object, answers: object) -> None:
    hall = open_hall(where)
    config = hall.config()
    counter, by = config.counters[number % len(config.counters)].number, c.By(f"bench-{number}")
    draw = random.Random(number)  # noqa: S311
    slugs = [each.slug for each in walk_in_products(config)]
    took: list[float] = []
    troubles = 0
    hall.view()
    ready.wait(120)  # type: ignore[attr-defined]
    go.wait()  # type: ignore[attr-defined]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        round_of_steps = (
            c.Issue((draw.choice(slugs),)),
            *(c.CallNext(counter), c.Start(counter), c.Finish(counter)),
        )
        for command in round_of_steps:
            begun = time.perf_counter()
            try:
                hall.perform(command, by)
            except Refused:
                continue
            except Trouble:
                troubles += 1
            took.append(time.perf_counter() - begun)
    hall.close()
    answers.put((took, troubles))  # type: ignore[attr-defined]
