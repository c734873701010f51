"""``balie devices test``: a printer shows what it can, a person says what is on the paper."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from balie_app.devices.check import Change, changes, page_for, questions
from balie_app.devices.config import read_station, station_file
from balie_app.devices.config_model import LineConfig
from balie_app.devices.linefile import line_tables, put_line
from balie_app.devices.ports import spooled
from balie_app.devices.states import advice
from balie_app.devices.talk import Talk, at_terminal
from balie_app.devices.trying import print_once, speeds
from balie_app.queue.config.mistakes import ConfigMistakes

UNHEARD = {"garbage", "silent"}


def main(argv: list[str]) -> int:
    """Test one printer; 0: all is well; 1: something is not; 2: a mistake in a file."""
    parser = argparse.ArgumentParser(
        prog="balie devices test", description="Een proefbon printen en zeggen wat beter kan."
    )
    parser.add_argument("line", metavar="NAAM", help="de naam van de printer in station.toml")
    parser.add_argument("--station", metavar="BESTAND", help="een ander bestand dan station.toml")
    parser.add_argument("--scan", action="store_true", help="eerst zoeken op welke snelheid de printer antwoordt")
    options = parser.parse_args(argv)
    talk = at_terminal()
    file = station_file(options.station)
    try:
        config = read_station(file)
    except ConfigMistakes as error:
        sys.stderr.write(f"{error}\n")
        return 2
    printers = {line.name: line for line in config.lines if line.kind == "printer"}
    if options.line not in printers:
        sys.stderr.write(f"Er is geen printer {options.line!r}. Kies uit: {', '.join(printers) or 'geen'}.\n")
        return 2
    try:
        if options.scan:
            return _scan(talk, file, printers[options.line])
        return _test(talk, file, printers[options.line])
    except EOFError:
        return 1


def _test(talk: Talk, file: Path, line: LineConfig) -> int:
    if problem := print_once(line, page_for(line)):
        talk.say(problem)
        if not talk.yes("Kwam er toch een bon uit de printer?"):
            return 1
    answers: dict[str, bool] = {}
    for question in questions(line):
        answers[question.key] = talk.yes(question.text)
        if question.key == "paper" and not answers["paper"]:
            break
    found = changes(line, answers)
    if not found:
        talk.say("Deze printer doet alles goed.")
        return 0
    _propose(talk, file, line, found)
    return 1


def _scan(talk: Talk, file: Path, line: LineConfig) -> int:
    if spooled(line.port) or "socket://" in line.port or line.port.startswith(("usb-lp:", "/dev/usb/")):
        talk.say("Deze printer heeft geen snelheid.")
        return 0
    for baud, cause in speeds(line):
        if cause in UNHEARD:
            talk.say(f"{baud}: {'geen antwoord' if cause == 'silent' else 'onverstaanbaar'}")
            continue
        if cause and cause not in {"paper_out", "paper_near_end", "cover_open", "cutter", "error", "offline"}:
            talk.say(advice(cause, line.name))  # the port does not open: no speed will help
            return 1
        talk.say(f"{baud}: de printer antwoordt.")
        if baud != line.settings.baud:
            _propose(talk, file, line, (Change(f"De snelheid is {baud}.", {"line": {"baud": baud}}),))
        return 0
    talk.say("Op geen enkele snelheid kwam antwoord. Kijk of de printer aan staat en welke kabel erin zit.")
    return 1


def _propose(talk: Talk, file: Path, line: LineConfig, found: Iterable[Change]) -> None:
    keys: dict[str, Any] = {}
    for change in found:
        talk.say(change.sentence)
        for key, value in change.keys.items():
            keys[key] = {**keys.get(key, {}), **value} if isinstance(value, dict) else value
    if keys and talk.yes(f"Zal ik dit in {file.name} zetten: {', '.join(keys)}?"):
        _write(file, line.name, keys)
        talk.say("Opgeslagen. Probeer het nog eens.")


def _write(file: Path, name: str, keys: dict[str, Any]) -> None:
    own = next(each for each in line_tables(file) if each.get("name") == name)
    if "line" in keys:
        keys = keys | {"line": {**own.get("line", {}), **keys["line"]}}
    put_line(file, own | keys)
