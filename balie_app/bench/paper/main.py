"""``balie bench paper``: measure on this machine, in a hall that is thrown away, with a printer that is not there."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from balie_app.bench.lines.stage import Slow
from balie_app.bench.measure import Figure, machine_load
from balie_app.bench.paper.first_byte import FirstByte, first_byte
from balie_app.bench.paper.making import Making, making
from balie_app.bench.paper.window import Crowded, application, crowded
from balie_app.bench.queue.filling import add_waiting
from balie_app.bench.queue.main import POSTGRESQL, place
from balie_app.bench.queue.steps import bench_config
from balie_app.queue import commands as c
from balie_app.queue.hall import create_hall
from balie_app.queue.messages import sentence
from balie_app.queue.trouble import Trouble

FIRST_BYTE_MS, CROWDED_TIMES = 20.0, 1.5
"""The targets: after the commit; how much slower a window may be (median) with the queue than without."""
WAITING = 20
AT = datetime(2026, 1, 14, 9, 42, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Findings:
    """What came out."""

    making: list[Making]
    first_byte: FirstByte
    crowded: Crowded
    load: float


def main(argv: list[str]) -> int:
    """Measure; answers the exit code."""
    options = _parser().parse_args(argv)
    if not hasattr(os, "openpty"):
        sys.stderr.write("Deze meting kan alleen op een computer met pseudo-terminals (Linux, macOS).\n")
        return 1
    try:
        with place(options.hall) as where:
            found = _measured(where, options)
    except Trouble as trouble:
        sys.stderr.write(f"{sentence(trouble)}\n")
        return 1
    except Slow as error:
        sys.stderr.write(f"Er kwam niets ({error}). Is deze computer erg druk? Meet dan opnieuw.\n")
        return 1
    sys.stdout.write("\n".join(lines(found)) + "\n")
    if options.json:
        Path(options.json).write_text(json.dumps(as_json(found), indent=2) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="balie bench paper",
        description="Van document tot bytes en pdf, van nummer tot papier, en een lange rij voor een trage printer.",
    )
    parser.add_argument(
        "--hall",
        help=f"een nieuw bestand of lege database; '{POSTGRESQL}': een wegwerpserver; zonder: een wegwerpbestand",
    )
    parser.add_argument("--rounds", type=int, default=200, help="metingen van elk (standaard %(default)s)")
    parser.add_argument("--queued", type=int, default=1000, help="bonnen in de rij (standaard %(default)s)")
    parser.add_argument("--json", help="schrijf de uitkomst ook in dit bestand")
    return parser


def _measured(where: str, options: argparse.Namespace) -> Findings:
    application()  # before anything is drawn: a window can only be made with one of its kind
    load, config = machine_load(), bench_config()
    hall = create_hall(where, config)
    steps = max(1, options.rounds // 4)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="balie-bench-", dir=Path.cwd()) as folder,
            tqdm(desc="meten", bar_format="{desc}: {postfix} ({elapsed})", disable=not sys.stderr.isatty()) as bar,
        ):
            bar.set_postfix_str("papier maken")
            made = making(config, AT, options.rounds)
            hall.perform(c.OpenCounter(1, "bench1"), c.By("bench"))
            add_waiting(hall, config, 0, WAITING)
            bar.set_postfix_str("van nummer tot papier")
            soon = first_byte(hall, where, Path(folder), steps)
            bar.set_postfix_str(f"{options.queued} bonnen in de rij")
            busy = crowded(hall, where, Path(folder), options.queued, steps)
    finally:
        hall.close()
    return Findings(made, soon, busy, load)


def lines(found: Findings) -> list[str]:
    """The report for people: each figure beside its target and its floor."""
    soon, busy = found.first_byte, found.crowded
    floor = soon.commit.median + soon.write.median
    told = ["papier maken (rekentijd van één kern)"]
    told += [_line(each.label, each.found, each.target, each.floor.median) for each in found.making]
    told += [
        "van nummer tot papier",
        _line("bodem: één losse opslag", soon.commit, None, None),
        _line("bodem: één byte over de draad", soon.write, None, None),
        _line("nummer vastgelegd → eerste byte", soon.found, FIRST_BYTE_MS, floor),
        f"ontvangst terwijl {busy.queued} bonnen wachten op een trage printer ({busy.printed} kwamen eruit)",
        _line("nummer geven, lege rij", busy.quiet.step, None, None),
        _times("nummer geven, lange rij", busy.crowded.step, busy.quiet.step),
        _line("beurt van het venster te laat, lege rij", busy.quiet.late, None, None),
        _times("beurt van het venster te laat, lange rij", busy.crowded.late, busy.quiet.late),
        f"{'belasting van de machine':<44} {found.load:6.1f} op {os.cpu_count()} kernen (erboven: meet opnieuw)",
    ]
    return told


def _line(label: str, found: Figure, target: float | None, floor: float | None) -> str:
    wanted = f" (doel ≤ {target:g} ms)" if target else ""
    times = f"  {found.median / floor:5.1f} × bodem" if floor else ""
    return f"  {label:<42} {found.median:7.2f} ms  p99 {found.p99:7.2f}{times}{wanted}"


def _times(label: str, found: Figure, quiet: Figure) -> str:
    times = found.median / quiet.median if quiet.median else 0.0
    worst = found.p99 / quiet.p99 if quiet.p99 else 0.0
    return (
        f"  {label:<42} {found.median:7.2f} ms  p99 {found.p99:7.2f}"
        f"  {times:5.2f} × lege rij, p99 {worst:.2f} × (doel ≤ {CROWDED_TIMES} ×)"
    )


def as_json(found: Findings) -> dict[str, Any]:
    """The same for a program."""
    soon, busy = found.first_byte, found.crowded
    felt = {"quiet": busy.quiet, "crowded": busy.crowded}
    return {
        "making_cpu_ms": {
            each.label: {"found": each.found.plain(), "floor": each.floor.plain(), "target": each.target}
            for each in found.making
        },
        "first_byte_ms": soon.found.plain(),
        "first_byte_target_ms": FIRST_BYTE_MS,
        "floor_ms": {"commit": soon.commit.plain(), "write": soon.write.plain()},
        "queued": busy.queued,
        "printed_meanwhile": busy.printed,
        "step_ms": {name: each.step.plain() for name, each in felt.items()},
        "turn_late_ms": {name: each.late.plain() for name, each in felt.items()},
        "crowded_target_times": CROWDED_TIMES,
        "machine_load": round(found.load, 1),
        "machine_cores": os.cpu_count(),
    }
