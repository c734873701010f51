"""``balie devices monitor``: what went over the lines, also of a service that runs elsewhere on this machine."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from balie_app.devices.config import read_station, station_file
from balie_app.devices.monitor import Seen, lines_of, saved
from balie_app.paths import log_folder
from balie_app.queue.config.mistakes import ConfigMistakes

LOOK_SECONDS = 0.5


def monitor_file(station: str) -> Path:
    """Where a station's service leaves its last exchanges."""
    return log_folder() / f"lines-{station}.jsonl"


def main(argv: list[str]) -> int:
    """Show, follow or export; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie devices monitor",
        description="De laatste 500 uitwisselingen van elke lijn. Persoonlijke tekst is onleesbaar gemaakt.",
    )
    parser.add_argument("line", nargs="?", metavar="LIJN", help="alleen deze lijn")
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    parser.add_argument("--follow", action="store_true", help="blijven kijken, tot Ctrl-C")
    parser.add_argument("--export", metavar="BESTAND", help="opslaan, om op te sturen")
    options = parser.parse_args(argv)
    try:
        config = read_station(station_file(options.station))
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\n")
        return 2
    names = [line.name for line in config.lines]
    if options.line and options.line not in names:
        sys.stderr.write(f"Er is geen lijn {options.line!r}. Kies uit: {', '.join(names)}.\n")
        return 2
    file = monitor_file(config.station)
    seen = _of(saved(file), options.line)
    if options.export:
        return _export(seen, Path(options.export))
    if not seen and not options.follow:
        sys.stderr.write("Er ging nog niets over deze lijnen. Draait 'balie devices' op deze computer?\n")
        return 1
    sys.stdout.write(lines_of(seen))
    if options.follow:
        _follow(lambda: _of(saved(file), options.line), seen)
    return 0


def _of(seen: tuple[Seen, ...], line: str | None) -> tuple[Seen, ...]:
    return tuple(each for each in seen if line in {None, each.line})


def _export(seen: tuple[Seen, ...], file: Path) -> int:
    try:
        file.write_text(lines_of(seen), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"{file} kan niet geschreven worden: {error.strerror}. Kies een andere plaats.\n")
        return 1
    sys.stdout.write(f"{len(seen)} uitwisselingen staan in {file}.\n")
    return 0


def _follow(look: Callable[[], tuple[Seen, ...]], seen: tuple[Seen, ...]) -> None:
    """What is new, until Ctrl-C."""
    last = seen[-1].at if seen else ""
    try:
        while True:
            time.sleep(LOOK_SECONDS)
            fresh = tuple(each for each in look() if each.at > last)
            last = fresh[-1].at if fresh else last
            sys.stdout.write(lines_of(fresh))
            sys.stdout.flush()
    except (KeyboardInterrupt, BrokenPipeError):
        return
