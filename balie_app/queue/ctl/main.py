"""``balie ctl``: open or make the hall, then answer line after line."""

from __future__ import annotations

import os
import sys
from contextlib import closing, suppress
from typing import BinaryIO

from balie_app import log, paths, settings
from balie_app.queue.config.templates import template
from balie_app.queue.ctl.lines import line_of, lines
from balie_app.queue.ctl.session import Session
from balie_app.queue.hall import Hall, create_hall, open_hall
from balie_app.queue.messages import sentence
from balie_app.queue.trouble import Trouble
from balie_app.queue.usage import UsageParser

USAGE = """\
De hal zonder venster: één JSON-object per regel erin, één antwoord per regel eruit (docs/ctl.md).

  balie ctl [--hall HAL] [--rehearsal]

HAL is een bestand (zoals hal.db) of postgresql://server/naam. Zonder --hall is het de hal van dit station.
--rehearsal maakt of opent een oefenhal. Alleen daar mag een opdracht de klok zetten ("at").
"""
REHEARSAL_FILE = "rehearsal.db"


class _Parser(UsageParser):
    explanation = USAGE


def main(argv: list[str]) -> int:
    """Answer every line of standard input; the exit code is 0 when all were answered."""
    parser = _Parser(prog="balie ctl")
    parser.add_argument("--hall", default=None)
    parser.add_argument("--rehearsal", action="store_true")
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    log.set_up("ctl")
    try:
        hall = open_or_make(arguments.hall, arguments.rehearsal)
    except Trouble as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1
    with closing(hall):
        session = Session(hall, strange=arguments.rehearsal and not hall.is_rehearsal())
        return serve(session, sys.stdin.buffer, sys.stdout.buffer)


def serve(session: Session, requests: BinaryIO, answers: BinaryIO) -> int:
    """Answer until the requests end, or until nobody reads the answers any more."""
    try:
        for line in lines(requests):
            answers.write(line_of(session.answer(line)))
            answers.flush()
    except KeyboardInterrupt:
        return 1
    except BrokenPipeError:
        _let_go(answers)
        return 1
    return 0


def _let_go(answers: BinaryIO) -> None:
    """Nobody reads any more: what is still in the buffer goes nowhere, without a complaint at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), answers.fileno())


def open_or_make(where: str | None, rehearsal: bool) -> Hall:
    """The hall that is meant; a rehearsal hall is made when it is not there yet."""
    url = where or own_hall(rehearsal)
    try:
        return open_hall(url)
    except Trouble as error:
        if error.code != "no-hall" or not rehearsal:
            raise
    try:
        return create_hall(url, template("three-counters", "Voorbeeldstad"), rehearsal=True)
    except Trouble as error:
        if error.code != "hall-exists":
            raise
        return open_hall(url)  # somebody else made it just now


def own_hall(rehearsal: bool) -> str:
    """The station's own hall; a rehearsal never goes in the file that a real hall has by default."""
    found = settings.own_hall()
    usual = paths.data_folder() / "hall.db"
    return str(usual.with_name(REHEARSAL_FILE)) if rehearsal and found == str(usual) else found
