"""``balie bench order``: rules of calling on identical seeded days."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from balie_app.bench.order import figures, table
from balie_app.bench.order.figures import Waits
from balie_app.bench.order.rules import FIRST_COME, MUNICH, RULES, Compared, belief_of
from balie_app.bench.order.targets import TARGETS
from balie_app.queue.dispatch.compiled import FAST
from balie_app.queue.dispatch.halls import KINDS, NAMES, SyntheticHall

RATIOS = ("walk_mean", "walk_p95", "cost")
AHEAD = "look-ahead"


def arguments(argv: list[str]) -> argparse.Namespace:
    """What was asked; ends the program with a sentence when that cannot be."""
    parser = argparse.ArgumentParser(
        prog="balie bench order",
        description="Vergelijkt regels voor oproepen op dezelfde nagebootste dagen.",
        epilog="Met numba duurt een dag van de middelste hal ongeveer een seconde, zonder numba een halve minuut.",
    )
    parser.add_argument("--hall", choices=NAMES, default="mid", help="3, 10 of 40 plekken")
    parser.add_argument("--load", type=load, default=0.9, help="deel van wat de hal aankan, zoals 0.9")
    parser.add_argument("--seeds", type=seeds, default=(7000, 7019), metavar="A-B", help="de dagen, zoals 7000-7039")
    parser.add_argument("--rules", type=rules, default=RULES, metavar="R,R", help="alleen deze regels")
    parser.add_argument("--json", type=Path, metavar="BESTAND", help="schrijf alle cijfers ook hierheen")
    return parser.parse_args(argv)


def load(text: str) -> float:
    """A load that a hall can have."""
    value = float(text)
    if not 0.05 <= value <= 1.5:
        raise ValueError(text)
    return value


def seeds(text: str) -> tuple[int, int]:
    """The first and the last seed."""
    first, _, last = text.partition("-")
    found = int(first), int(last or first)
    if found[1] < found[0]:
        raise ValueError(text)
    return found


def rules(text: str) -> tuple[Compared, ...]:
    """The rules with these names; those that others are held against are always there."""
    names = {*text.split(","), FIRST_COME, MUNICH}
    unknown = names - {each.name for each in RULES}
    if unknown:
        message = f"onbekend: {', '.join(sorted(unknown))}. Er zijn: {', '.join(each.name for each in RULES)}"
        raise argparse.ArgumentTypeError(message)
    return tuple(each for each in RULES if each.name in names)


def compare(hall: SyntheticHall, days: Sequence[int], chosen: Iterable[Compared]) -> dict[str, list[Waits]]:
    """The waits of each day, by rule."""
    found: dict[str, list[Waits]] = {each.name: [] for each in chosen}
    belief = belief_of(hall)
    ways = [each for each in chosen if each.name in found]
    with tqdm(total=len(days) * len(ways), unit="dag", file=sys.stderr, disable=None) as bar:
        for seed in days:
            day = hall.day(seed)
            for each in ways:
                bar.set_description(each.label)
                found[each.name].append(figures.waits(day, each.play(hall, belief, day)))
                bar.update()
    return found


def report(hall: SyntheticHall, first: int, last: int, found: dict[str, list[Waits]]) -> dict[str, Any]:
    """All figures, as they are written to the file."""
    columns: dict[str, dict[str, Any]] = {name: figures.columns(days, KINDS) for name, days in found.items()}
    for name, mine in columns.items():
        mine["ratios"] = {
            f"{each}_{base}": mine[each] / columns[base][each]
            for base in (FIRST_COME, MUNICH)
            for each in RATIOS
            if columns[base][each] > 0
        }
        mine["paired"] = {base: figures.paired(found[name], found[base]) for base in (FIRST_COME, MUNICH)}
    visitors = [len(each.late) + len(each.walk) for each in found[FIRST_COME]]
    return {
        "hall": hall.name,
        "load": hall.load,
        "seeds": [first, last],
        "counters": hall.staffing.counters,
        "visitors": sum(visitors) / len(visitors),
        "kinds": list(KINDS),
        "compiled": FAST,
        "rules": columns,
        "targets": held_against(hall, columns),
    }


def held_against(hall: SyntheticHall, columns: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The targets for this hall and load, beside what the look-ahead reached."""
    found = []
    for each in TARGETS.get((hall.name, hall.load), ()) if AHEAD in columns else ():
        mine = columns[AHEAD]
        reached = mine["ratios"][f"{each.column}_{each.over}"] if each.over else mine[each.column]
        met = reached >= each.limit if each.at_least else reached <= each.limit
        found.append({"label": each.label, "limit": each.limit, "reached": reached, "met": met})
    return found


def main(argv: list[str]) -> int:
    """Compare, print, and write; answers the exit code."""
    asked = arguments(argv)
    hall, (first, last) = SyntheticHall(asked.hall, asked.load), asked.seeds
    result = report(hall, first, last, compare(hall, range(first, last + 1), asked.rules))
    sys.stdout.write(table.text(result))
    if asked.json:
        asked.json.parent.mkdir(parents=True, exist_ok=True)
        asked.json.write_text(json.dumps(result, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0
