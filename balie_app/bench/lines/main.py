"""``balie bench lines``: measure on this machine, with devices that are not there."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tqdm import tqdm

from balie_app.bench.lines.measure import Findings, measure
from balie_app.bench.lines.stage import Slow
from balie_app.bench.measure import Figure

TARGETS = {"call": 30.0, "many": 600.0, "ticket": 20.0, "paper": 50.0}
"""Milliseconds."""
IDLE_TARGET = 0.001
"""Of a core, for one line."""


def main(argv: list[str]) -> int:
    """Measure; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie bench lines",
        description="Van oproep tot display en van knop tot bon, op pseudo-terminals van 9600 baud.",
    )
    parser.add_argument("--rounds", type=int, default=50, help="metingen van elk (standaard %(default)s)")
    parser.add_argument("--seconds", type=float, default=10.0, help="hoe lang naar stille lijnen gekeken wordt")
    parser.add_argument("--json", help="schrijf de uitkomst ook in dit bestand")
    options = parser.parse_args(argv)
    if not hasattr(os, "openpty"):
        sys.stderr.write("Deze meting kan alleen op een computer met pseudo-terminals (Linux, macOS).\n")
        return 1
    try:
        with (
            tempfile.TemporaryDirectory(prefix="balie-bench-", dir=Path.cwd()) as folder,
            tqdm(desc="meten", bar_format="{desc}: {postfix} ({elapsed})", disable=not sys.stderr.isatty()) as bar,
        ):
            found = measure(Path(folder), options.rounds, options.seconds, bar.set_postfix_str)
    except Slow as error:
        sys.stderr.write(f"Er kwam niets ({error}). Is deze computer erg druk? Meet dan opnieuw.\n")
        return 1
    sys.stdout.write("\n".join(lines(found)) + "\n")
    if options.json:
        Path(options.json).write_text(json.dumps(as_json(found), indent=2) + "\n", encoding="utf-8")
    return 0


def lines(found: Findings) -> list[str]:
    """The report for people: each figure beside its target and its floor."""
    wire, commit = found.wire.median, found.commit.median
    return [
        _line("bodem: 12 bytes over de draad", found.wire, None, None),
        _line("bodem: één losse opslag", found.commit, None, None),
        _line("oproep vastgelegd → laatste byte", found.call, TARGETS["call"], wire),
        *(
            _line(f"20 displays op een lijn ({name})", each, TARGETS["many"], found.many_floor[name])
            for name, each in found.many.items()
        ),
        _line("knop → nummer vastgelegd", found.ticket, TARGETS["ticket"], commit),
        _line("knop → eerste byte van de bon", found.paper, TARGETS["paper"], commit),
        f"{'lijn waarop niets gebeurt':<44} {100 * found.idle:6.3f} % van een kern (doel < {100 * IDLE_TARGET:g} %)",
        f"{'belasting van de machine':<44} {found.load:6.1f} op {os.cpu_count()} kernen (erboven: meet opnieuw)",
    ]


def _line(label: str, found: Figure, target: float | None, floor: float | None) -> str:
    wanted = f" (doel ≤ {target:g} ms)" if target else ""
    times = f"  {found.median / floor:4.1f} × bodem" if floor else ""
    return f"{label:<44} {found.median:6.1f} ms  p99 {found.p99:6.1f}{times}{wanted}"


def as_json(found: Findings) -> dict[str, Any]:
    """The same for a program."""
    return {
        "targets_ms": TARGETS,
        "floor_ms": {"wire": found.wire.plain(), "commit": found.commit.plain()},
        "call_ms": found.call.plain(),
        "many_floor_ms": {name: round(each, 3) for name, each in found.many_floor.items()},
        "many_ms": {name: each.plain() for name, each in found.many.items()},
        "ticket_ms": found.ticket.plain(),
        "paper_ms": found.paper.plain(),
        "idle_share": round(found.idle, 6),
        "machine_load": round(found.load, 1),
        "machine_cores": os.cpu_count(),
    }
