"""``balie bench queue``: measure on this machine, in a new hall that is thrown away."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from balie_app.bench.queue.report import as_json, lines
from balie_app.bench.queue.steps import Findings, Size, bench_config, measure
from balie_app.queue.hall import create_hall
from balie_app.queue.messages import sentence
from balie_app.queue.store.engine import hall_url
from balie_app.queue.trouble import Trouble

POSTGRESQL = "postgresql"


def main(argv: list[str]) -> int:
    """Measure; answers the exit code."""
    options = _parser().parse_args(argv)
    size = Size(options.rounds, options.old, options.processes, options.seconds)
    try:
        with place(options.hall) as where:
            kind = hall_url(where).get_backend_name()
            found = _measured(where, size)
    except Trouble as trouble:
        sys.stderr.write(f"{sentence(trouble)}\n")
        return 1
    sys.stdout.write("\n".join(lines(found, kind)) + "\n")
    if options.json:
        Path(options.json).write_text(json.dumps(as_json(found, kind), indent=2) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    usual = Size()
    parser = argparse.ArgumentParser(
        prog="balie bench queue", description="De stappen van de hal op deze machine, als verhouding."
    )
    parser.add_argument(
        "--hall",
        help="een nieuw bestand of lege database; 'postgresql': een wegwerpserver; zonder: een wegwerpbestand",
    )
    parser.add_argument("--json", help="schrijf de uitkomst ook in dit bestand")
    parser.add_argument("--old", type=int, default=usual.old, help="oude contacten in de hal (standaard %(default)s)")
    parser.add_argument("--rounds", type=int, default=usual.rounds, help="stappen voor elke meting")
    parser.add_argument("--processes", type=int, default=usual.processes, help="stations tegelijk")
    parser.add_argument("--seconds", type=float, default=usual.seconds, help="hoe lang die tegelijk werken")
    return parser


def _measured(where: str, size: Size) -> Findings:
    hall = create_hall(where, bench_config())
    try:
        with tqdm(desc="meten", bar_format="{desc}: {postfix} ({elapsed})", disable=not sys.stderr.isatty()) as bar:
            return measure(hall, where, size, bar.set_postfix_str)
    finally:
        hall.close()


@contextmanager
def place(given: str | None) -> Iterator[str]:
    """Where to measure."""
    if given == POSTGRESQL:
        with _throwaway_postgresql() as url:
            yield url
    elif given:
        yield given
    else:
        with tempfile.TemporaryDirectory(prefix="balie-bench-", dir=Path.cwd()) as folder:
            yield str(Path(folder) / "hall.db")


@contextmanager
def _throwaway_postgresql() -> Iterator[str]:
    """A server of our own, as durable as a real one. Only in a checkout: the installed program does not have it."""
    try:
        from installer import postgres
    except ImportError:
        raise Trouble("bad-url", url=POSTGRESQL) from None
    with postgres.throwaway_postgres(durable=True) as server, postgres.fresh_database(server) as url:
        yield url
