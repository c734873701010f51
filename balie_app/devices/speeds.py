"""``balie devices speed LINE``: at which speed a device speaks sense, for lines that are set wrongly."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace

from balie_app.devices.config import read_station, station_file
from balie_app.devices.config_model import LineConfig
from balie_app.devices.trying import Trial
from balie_app.queue.config.mistakes import ConfigMistakes

USUAL = (9600, 19200, 38400, 115200, 4800, 2400, 1200, 57600)
"""Most likely first."""
SECONDS = 6.0
"""How long a device gets to answer at one speed; for a person who presses or scans it is the same."""
SENSELESS = frozenset({"silent", "garbage"})
TryLine = Callable[[LineConfig], Trial]


def find_speed(line: LineConfig, try_line: TryLine = Trial, seconds: float = SECONDS) -> int | None:
    """The first speed at which the device answers what it should; None: at none of them."""
    for baud in dict.fromkeys((line.settings.baud, *USUAL)):
        tried = replace(line, settings=replace(line.settings, baud=baud))
        with try_line(tried) as trial:
            if not trial.problem() and _makes_sense(tried, trial, seconds):
                return baud
    return None


def _makes_sense(line: LineConfig, trial: Trial, seconds: float) -> bool:
    """Whether something came that only this device says; without paper a printer makes sense too."""
    wanted = {"display": "shown", "printer": "state", "dispenser": "press", "scanner": "scan"}[line.kind]
    if line.kind == "display":
        trial.identify()
    while (said := trial.wait({wanted, "state"}, seconds)) is not None:
        if said.kind == "state" and said.facts["cause"] in SENSELESS:
            return False
        if said.kind == wanted:
            return True
    return False


def answers(line: LineConfig) -> bool:
    """Whether this device ever says anything: one that does not cannot be asked for its speed."""
    return line.encoder is None or line.encoder.reply.expected


def main(argv: list[str]) -> int:
    """Try one line of station.toml; answers the exit code."""
    parser = argparse.ArgumentParser(
        prog="balie devices speed",
        description="Zoekt de snelheid waarop een apparaat verstaanbaar antwoordt. Stop eerst 'balie devices'.",
    )
    parser.add_argument("line", metavar="LIJN", help="naam van de lijn in station.toml")
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    options = parser.parse_args(argv)
    try:
        lines = {line.name: line for line in read_station(station_file(options.station)).lines}
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\n")
        return 2
    line = lines.get(options.line)
    if line is None:
        sys.stderr.write(f"Er is geen lijn {options.line!r}. Kies uit: {', '.join(lines)}.\n")
        return 2
    if not answers(line):
        sys.stderr.write("Dit display antwoordt nooit. Kijk in zijn menu of handleiding naar de snelheid.\n")
        return 1
    with Trial(line) as trial:
        problem = trial.problem()
    if problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return _tell(line, find_speed(line))


def _tell(line: LineConfig, baud: int | None) -> int:
    if baud is None:
        sys.stderr.write("Op geen enkele snelheid kwam een antwoord. Kijk naar kabel, adres en stroom.\n")
        return 1
    if baud == line.settings.baud:
        sys.stdout.write(f"De snelheid {baud} klopt al.\n")
    else:
        sys.stdout.write(f"Het apparaat antwoordt op {baud}. Zet in station.toml: line = {{ baud = {baud} }}\n")
    return 0
