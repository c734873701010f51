"""``balie bench forecast``: the told wait beside what became of it, on days of the generator."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from balie_app.bench.forecast import formulas
from balie_app.bench.forecast.forecasts import FIRST_DAYS, Known, first_days, quick, sampled
from balie_app.bench.forecast.moments import Moment, played_day
from balie_app.bench.forecast.report import lines
from balie_app.bench.forecast.scores import errors, range_scores, ratios
from balie_app.queue.dispatch.futures import FUTURES
from balie_app.queue.dispatch.halls import NAMES, SyntheticHall
from balie_app.queue.rules.choose import strictness

MUNICH_DEFAULT = 12.0
"""Minutes that Munich's software takes when nobody configured a processing time."""


def main(argv: list[str]) -> int:
    """Measure; answers the exit code."""
    options = _parser().parse_args(argv)
    found = measure(SyntheticHall(options.hall, options.load), options.seeds, options.strictness, options.futures)
    sys.stdout.write("\n".join(lines(found)) + "\n")
    if options.json:
        Path(options.json).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="balie bench forecast",
        description="De voorspelde wachttijd naast de echte, op nagebootste dagen; met duren die de hal zelf leerde.",
    )
    parser.add_argument("--hall", choices=NAMES, default="mid", help="3, 10 of 40 balies (standaard %(default)s)")
    parser.add_argument("--load", type=_load, default=0.9, help="drukte als deel van wat kan (standaard %(default)s)")
    parser.add_argument("--seeds", type=_seeds, default=range(40_000, 40_004), metavar="A-B", help="welke dagen")
    parser.add_argument("--strictness", type=_share, default=0.0, help="strengheid van de oproepregel, 0 tot 1")
    parser.add_argument("--futures", type=_count, default=FUTURES, help="toekomsten per voorspelling")
    parser.add_argument("--json", help="schrijf de uitkomst ook in dit bestand")
    return parser


def _load(text: str) -> float:
    value = float(text)
    if not 0.1 <= value <= 1.0:
        raise argparse.ArgumentTypeError("tussen 0.1 en 1.0")
    return value


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("tussen 0 en 1")
    return value


def _count(text: str) -> int:
    value = int(text)
    if not 2 <= value <= 10_000:
        raise argparse.ArgumentTypeError("tussen 2 en 10000")
    return value


def _seeds(text: str) -> range:
    first, _, last = text.partition("-")
    if not first.isdigit() or not (last or first).isdigit() or int(last or first) < int(first):
        raise argparse.ArgumentTypeError("een getal, of een reeks zoals 100-119")
    return range(int(first), int(last or first) + 1)


def measure(hall: SyntheticHall, seeds: range, slider: float, futures: int = FUTURES) -> dict[str, Any]:
    """All figures; the same for the same hall, days and number of futures, but for ``ms``."""
    strict = strictness(slider)
    known = first_days(hall, strict)
    asked = _asked(known, futures)
    answers: dict[str, list[Any]] = {name: [] for name in ("waits", *asked)}
    spent = 0.0
    for seed in tqdm(seeds, desc="dagen", file=sys.stderr, disable=None):
        for at in played_day(hall, seed, strict).moments():
            answers["waits"].append(at.waits)
            for name, ask in asked.items():
                begun = time.process_time()
                answers[name].append(ask(at))
                spent += time.process_time() - begun if name == "sampled" else 0.0
    return _figures(hall, seeds, slider, futures, known, answers) | {"ms": 1000 * spent / max(1, len(answers["waits"]))}


def _asked(known: Known, futures: int) -> dict[str, Callable[[Moment], Any]]:
    return {
        "munich": lambda at: formulas.munich(at, known.mean),
        "munich_default": lambda at: formulas.munich(at, MUNICH_DEFAULT),
        "last_wait": formulas.last_wait,
        "head_of_line": formulas.head_of_line,
        "queue_length": lambda at: formulas.queue_length(at, known.mean),
        "capable_queue": lambda at: formulas.capable_queue(at, known.mean),
        "sampled": lambda at: sampled(at, known, futures),
        "quick": lambda at: quick(at, known),
    }


def _figures(
    hall: SyntheticHall, seeds: range, slider: float, futures: int, known: Known, answers: dict[str, list[Any]]
) -> dict[str, Any]:
    columns = {name: np.array(each, dtype=float) for name, each in answers.items()}
    waits, played, once = (columns.pop(name) for name in ("waits", "sampled", "quick"))
    simple = errors(waits, columns)
    found = {"sampled": range_scores(waits, *played[:, :3].T), "quick": range_scores(waits, *once.T)}
    floor = {"error": float(played[:, 3].mean())}
    return {
        "hall": hall.name,
        "load": hall.load,
        "seeds": [seeds[0], seeds[-1]],
        "strictness": slider,
        "futures": futures,
        "learned_days": FIRST_DAYS,
        "learned_minutes": [round(each.minutes, 2) for each in known.usual],
        "walk_ins": len(waits),
        "wait_mean": float(waits.mean()),
        "wait_p90": float(np.quantile(waits, 0.9)),
        "no_wait": float((waits < 1e-3).mean()),
        "formulas": simple,
        **{name: each | ratios(each, simple) for name, each in found.items()},
        "floor": floor | ratios(floor, simple),
    }
